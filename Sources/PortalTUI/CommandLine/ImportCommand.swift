import PortalCore

/// `import`: FHIR R4 files into the store.
enum ImportCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    var target = Target(context)
    var outputs: [ImportedFile] = []
    let progress = Progress(context)
    for (index, file) in context.arguments.operands.enumerated() {
      progress.tell(file, number: index + 1)
      outputs.append(try importFile(file, into: &target, context))
    }
    if context.arguments.has(.json) {
      context.console.result(JSONOutput.text(NamedMembers(members: ["files": outputs])))
    }
    let problems = outputs.compactMap(\.problem)
    // One file that cannot be opened keeps its own status; several problems are bad data.
    if outputs.count == 1, let problem = problems.first { return problem.status }
    return problems.isEmpty ? .done : .dataError
  }

  /// Says which file is being read, once the work has taken half a second or a file is large.
  private struct Progress {
    private let context: CommandContext
    private let start: Int64

    /// Takes about half a second to read in.
    private static let largeFileInBytes = 10_000_000

    init(_ context: CommandContext) {
      self.context = context
      start = context.surroundings.clock.milliseconds()
    }

    func tell(_ file: String, number: Int) {
      guard context.environment.isErrorTerminal else { return }
      let elapsed = context.surroundings.clock.milliseconds() - start
      guard elapsed > 500 || InputFile.size(file) > Progress.largeFileInBytes else { return }
      let count = context.arguments.operands.count
      context.console.complain(context.phrases.importing(file, number: number, of: count))
    }
  }

  /// Where the files go.
  ///
  /// Opened, or made, by the first file that is worth it: a file that is
  /// refused changes nothing, not even that there is a store.
  private struct Target {
    let context: CommandContext
    private var opened: Opened?

    struct Opened {
      let portal: Portal
      /// Whose the files are, where that is said.
      let person: Person.ID?
      /// Who brings them in, where people sign in.
      let signedIn: SignedInPerson?
    }

    init(_ context: CommandContext) {
      self.context = context
    }

    /// Whether there is a store already; a rehearsed import does not make one.
    var isThere: Bool {
      opened != nil || ScratchCopy.isStore(context.dataDirectory())
    }

    mutating func open() throws(CommandProblem) -> Opened {
      if let opened { return opened }
      let portal = try context.openOrCreatePortal()
      let new: Opened
      if portal.settings.signIn == .pin {
        let signedIn = try context.signedInPerson(in: portal)
        let person = try context.subject(for: signedIn, in: portal)
        new = Opened(portal: portal, person: person, signedIn: signedIn)
      } else {
        let name = context.arguments[.person]
        let person = try name.map { name throws(CommandProblem) in
          try context.person(named: name, in: portal)
        }
        new = Opened(portal: portal, person: person, signedIn: nil)
      }
      opened = new
      return new
    }
  }

  private static func importFile(
    _ file: String,
    into target: inout Target,
    _ context: CommandContext
  ) throws(CommandProblem) -> ImportedFile {
    var output = ImportedFile(file: file)
    do throws(CommandProblem) {
      let batch = try read(file)
      output.report = batch.report
      try store(batch, of: file, into: &target, &output)
    } catch {
      // What is wrong with the store is wrong for every file.
      if case .service = error { throw error }
      if case .noSuchPerson = error { throw error }
      if error == .missingPIN { throw error }
      output.status = .refused
      output.problem = error
      output.reason = context.phrases.text(for: error)
    }
    tell(output, context)
    return output
  }

  private static func store(
    _ batch: ImportBatch,
    of file: String,
    into target: inout Target,
    _ output: inout ImportedFile
  ) throws(CommandProblem) {
    let isRehearsed = target.context.arguments.has(.dryRun)
    if isRehearsed, !target.isThere {
      output.status = .imported
      return
    }
    let opened = try target.open()
    do throws(ServiceError) {
      let outcome = try opened.portal.store(
        batch,
        for: opened.person,
        by: opened.signedIn,
        isRehearsed: isRehearsed
      )
      output.persons = outcome.persons
      output.status = outcome.hasChanged ? .imported : .unchanged
    } catch {
      throw .notStored(file: file, error)
    }
  }

  private static func read(_ file: String) throws(CommandProblem) -> ImportBatch {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(file)
    } catch {
      throw CommandProblem(error, of: file)
    }
    do {
      return try FHIRReader.read(bytes) { SHA256.digest($0).bytes }
    } catch {
      throw .notImported(file: file, error)
    }
  }

  /// Remarks go to standard error; without `--json` the report is the result.
  private static func tell(_ output: ImportedFile, _ context: CommandContext) {
    if let reason = output.reason { return context.console.complain(reason) }
    for (remark, count) in grouped(output.report.remarks) {
      context.console.complain(
        context.phrases.text(for: remark, count: count, file: output.file)
      )
    }
    guard !context.arguments.has(.json) else { return }
    let name = SafeText(output.file).text
    context.console.result(context.phrases.importHeading(name, output.status))
    for (type, count) in output.report.counts.sorted(by: { $0.key < $1.key }) {
      context.console.result("  " + context.phrases.importLine(SafeText(type).text, count))
    }
  }

  /// Remarks that say the same of many resources are said once, with the first place.
  private static func grouped(
    _ remarks: [ImportReport.Remark]
  ) -> [(ImportReport.Remark, Int)] {
    var order: [ImportReport.Remark] = []
    var counts: [ImportReport.Remark: Int] = [:]
    for remark in remarks {
      var key = remark
      key.line = nil
      if counts.updateValue((counts[key] ?? 0) + 1, forKey: key) == nil { order.append(remark) }
    }
    return order.map { remark in
      var key = remark
      key.line = nil
      return (remark, counts[key] ?? 1)
    }
  }
}

/// What became of one file; its `--json` form is a contract (`cli.md`).
struct ImportedFile: Encodable {
  enum Status: String, Encodable {
    case imported
    case unchanged
    case refused
  }

  let file: String
  var status = Status.refused
  var reason: String?
  var problem: CommandProblem?
  var persons: [Person.ID] = []
  var report = ImportReport()

  init(file: String) {
    self.file = file
  }

  private enum Key: String, CodingKey {
    case file, status, reason, persons, types
  }

  private struct Count: Encodable {
    let read: Int
    let mapped: Int
    let kept: Int
    let refused: Int
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(file, forKey: .file)
    try values.encode(status, forKey: .status)
    try values.encodeIfPresent(reason, forKey: .reason)
    try values.encode(persons, forKey: .persons)
    let counts = report.counts.mapValues {
      Count(read: $0.read, mapped: $0.mapped, kept: $0.kept, refused: $0.refused)
    }
    try values.encode(NamedMembers(members: counts), forKey: .types)
  }
}
