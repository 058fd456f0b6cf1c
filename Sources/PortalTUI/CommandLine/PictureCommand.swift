import PortalCore

/// `picture`: a page of the demonstration as SVG, drawn by the same renderer as the terminal's.
enum PictureCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let size = try size(context.arguments[.size] ?? "80x24")
    let demonstration = try Demonstration(context)
    defer { demonstration.remove() }
    var application = try demonstration.application(size: size)
    for name in (context.arguments[.keys] ?? "").split(separator: ",") {
      _ = application.handle(try event(String(name)), size: size)
    }
    for line in SVGRenderer().lines(application.frame()) { context.console.result(line) }
    application.end()
    return .done
  }

  private static func size(_ text: String) throws(CommandProblem) -> ScreenSize {
    let parts = text.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, parts.allSatisfy({ (1...500).contains($0) }) else {
      throw .badValue(option: Option.size.rawValue, value: text)
    }
    return ScreenSize(columns: parts[0], rows: parts[1])
  }

  private static func event(_ name: String) throws(CommandProblem) -> TerminalEvent {
    if let key = keys[name] { return .key(key) }
    guard name.count == 1 else { throw .badValue(option: Option.keys.rawValue, value: name) }
    return .text(name)
  }

  private static let keys: [String: Key] = [
    "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Enter": .enter, "Esc": .escape,
    "PageDown": .pageDown, "PageUp": .pageUp, "Home": .home, "End": .end, "Tab": .tab,
    "F1": .function(1), "F3": .function(3),
  ]
}
