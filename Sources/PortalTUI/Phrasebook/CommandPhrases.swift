import PortalCore

/// What commands say on standard error, and their help.
protocol CommandPhrases: Sendable {
  /// What is wrong, where, and what to do: one line.
  func text(for problem: CommandProblem) -> String
  func text(for error: SystemError) -> String
  func text(for damage: Damage) -> String
  func text(for remark: ImportReport.Remark, count: Int, file: String) -> String
  func explanation(of command: CommandName) -> String
  func explanation(of option: Option) -> String
  var helpIntroduction: String { get }
  func helpSections(_ names: String) -> String
  var helpAccess: String { get }
  var helpDataDirectory: String { get }
  var helpExitStatus: String { get }
  var withoutName: String { get }
  func importHeading(_ file: String, _ status: ImportedFile.Status) -> String
  func importing(_ file: String, number: Int, of count: Int) -> String
  func importLine(_ type: String, _ count: ImportReport.Count) -> String
  func verified(people: Int, lines: Int) -> String
  func verifyRemark(_ remark: String) -> String
  func text(for problem: CheckProblem) -> String
  func text(for remark: CheckRemark) -> String
  var doctor: DoctorPhrases { get }
  /// What `doctor` has completed, and how many queues it has made anew.
  func deliveries(_ report: DeliveryReport, mended: Int) -> String
}

/// What `doctor` says.
struct DoctorPhrases: Sendable {
  var terminal: String
  var locale: String
  var dataDirectory: String
  var deliveries: String
  var fine: String
  var notATerminal: String
  var unknownTerminal: String
  var notUTF8: String
  var missingData: String
}

extension String {
  /// Sentences as they stand in the one line of an error: begun small, ended without a full stop.
  var asErrorLine: String {
    var text = prefix(1).lowercased() + dropFirst()
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
