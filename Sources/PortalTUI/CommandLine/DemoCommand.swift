import PortalCore

/// `demo`: the portal on a throw-away copy of the sample data.
enum DemoCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let demonstration = try Demonstration(context)
    let signal = try demonstration.run()
    demonstration.remove()
    if let signal { signal.endProcess() }
    return .done
  }
}

/// A copy of the sample data that lives as long as the demonstration does.
struct Demonstration {
  let portal: Portal
  private let context: CommandContext
  private let copy: ScratchCopy
  /// Whether the copy holds everything from the start: who is named by a number is looked up.
  private let isWhole: Bool

  init(_ outer: CommandContext) throws(CommandProblem) {
    var context = outer
    context.surroundings.fileSystem = LiveFileSystem(isDurable: false)
    self.context = context
    let source = try Demonstration.sampleData(context.environment)
    let base = Demonstration.temporaryDirectory(context.environment)
    isWhole = context.arguments.has(.actor)
    do {
      copy = try ScratchCopy(of: source, in: base, named: "helseportal-demo")
      if isWhole { try copy.finish() }
    } catch {
      throw .cannotCreate(base, reason: context.phrases.text(for: error))
    }
    do throws(CommandProblem) {
      let path = copy.path
      let portal = try asking { () throws(ServiceError) in
        try Portal(at: path, surroundings: context.surroundings)
      }
      self.portal = try context.pinned(portal, path)
    } catch {
      copy.remove()
      throw error
    }
  }

  /// Runs the portal on the copy; returns the signal that ended it, where one did.
  func run() throws(CommandProblem) -> TerminationSignal? {
    do {
      var opening = try Opening(portal, context)
      let practice = SimulatedPractice(portal, context.phrases)
      opening.simulation = practice
      return try opening.run {
        finish()
        practice.open()
      }
    } catch {
      remove()
      throw error
    }
  }

  /// The portal on the copy, without a terminal.
  func application(size: ScreenSize) throws(CommandProblem) -> Application {
    try Opening(portal, context).application(size: size, signs: .unicode)
  }

  /// Copies what the first page did not need.
  ///
  /// Where it fails, originals cannot be shown.
  private func finish() {
    if !isWhole { try? copy.finish() }
  }

  func remove() {
    copy.remove()
  }

  /// Where the copy lies (`cli.md`).
  private static func temporaryDirectory(_ environment: Environment) -> String {
    let named = ["XDG_RUNTIME_DIR", "TMPDIR"].lazy.compactMap { environment[$0] }
    return named.first { !$0.isEmpty } ?? "/tmp"
  }

  /// Where the sample data are (`cli.md`).
  static func sampleData(_ environment: Environment) throws(CommandProblem) -> String {
    if let given = environment["HELSEPORTAL_SAMPLE_DATA"], !given.isEmpty {
      guard ScratchCopy.isStore(given) else { throw .noSampleData }
      return given
    }
    var folder = parent(of: environment.executable)
    let installed = parent(of: folder) + "/share/helseportal/sample-data"
    if ScratchCopy.isStore(installed) { return installed }
    while !folder.isEmpty {
      let candidate = folder + "/sample-data"
      if ScratchCopy.isStore(candidate) { return candidate }
      folder = parent(of: folder)
    }
    throw .noSampleData
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
