import PortalCore

/// Where PINs come from: the lines of `--pin-file`, or the terminal; never the command line.
struct PinSource {
  private let context: CommandContext
  private var lines: [String]?

  /// More is no file with PINs.
  private static let mostBytes = 4096

  init(_ context: CommandContext) throws(CommandProblem) {
    self.context = context
    guard let path = context.arguments[.pinFile] else { return }
    lines = path == "-" ? nil : try PinSource.lines(of: path)
  }

  /// The next PIN; asked for on the terminal where no file was named.
  mutating func next(asking prompt: String) throws(CommandProblem) -> String {
    if context.arguments[.pinFile] == "-" {
      guard let line = try context.readLine() else { throw .missingPIN }
      return PinSource.withoutReturn(line)
    }
    if var rest = lines {
      guard !rest.isEmpty else { throw .missingPIN }
      let line = rest.removeFirst()
      lines = rest
      return line
    }
    guard context.environment.isInputTerminal,
      let line = context.console.readSecret(prompt)
    else { throw .missingPIN }
    return line
  }

  /// A new PIN: asked for twice on the terminal, read once from a file.
  mutating func new() throws(CommandProblem) -> String {
    let first = try next(asking: context.phrases.askNewPIN)
    guard context.arguments[.pinFile] == nil else { return first }
    guard try next(asking: context.phrases.askNewPINAgain) == first else { throw .differentPINs }
    return first
  }

  private static func lines(of path: String) throws(CommandProblem) -> [String] {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(path)
    } catch {
      switch error {
      case .missing: throw .fileMissing(path)
      case .directory: throw .fileIsDirectory(path)
      case .tooLarge(let limit): throw .fileTooLarge(path, limitInMebibytes: limit / 1_048_576)
      case .unreadable(let reason): throw .fileUnreadable(path, reason: reason)
      }
    }
    guard bytes.count <= mostBytes else {
      throw .badValue(option: Option.pinFile.rawValue, value: path)
    }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      withoutReturn(String(decoding: $0, as: UTF8.self))
    }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func withoutReturn(_ line: String) -> String {
    line.hasSuffix("\r") ? String(line.dropLast()) : line
  }
}
