import PortalCore

/// `access-log`: who has opened the record and what they did.
enum AccessLogCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let filter = try filter(context)
    if context.arguments.has(.json), context.arguments.has(.csv) {
      throw .optionsDisagree(Option.json.rawValue, Option.csv.rawValue)
    }
    let (portal, record) = try context.openRecord()
    defer { context.close(record) }
    if context.arguments.has(.json) {
      context.console.result(try json(record, filter))
    } else if context.arguments.has(.csv) {
      context.console.result(CSVOutput.row(AccessLogOutput.fieldNames))
      for line in try lines(record, filter) {
        context.console.result(CSVOutput.row(AccessLogOutput(line).fields))
      }
    } else {
      try asking { () throws(ServiceError) in try record.checkMayRead(.accessLog) }
      let screens = ScreenContext(portal: portal, record: record, phrases: context.phrases)
      let screen = AccessLogScreen(context: screens, older: .inParts, filter: filter)
      try SectionPrinter.print(screen, screens, to: context.console)
    }
    return .done
  }

  /// One document: the lines of the log, oldest first.
  static func json(
    _ record: OpenRecord,
    _ filter: AccessLogFilter = AccessLogFilter()
  ) throws(CommandProblem) -> String {
    JSONOutput.text(try lines(record, filter).map(AccessLogOutput.init))
  }

  private static func lines(
    _ record: OpenRecord,
    _ filter: AccessLogFilter
  ) throws(CommandProblem) -> [AccessLogLine] {
    try asking { () throws(ServiceError) in try record.accessLogLines(filter).lines }.reversed()
  }

  private static func filter(_ context: CommandContext) throws(CommandProblem) -> AccessLogFilter {
    AccessLogFilter(
      isOnlyOthers: context.arguments.has(.others),
      first: try day(.since, context),
      last: try day(.until, context)
    )
  }

  private static func day(
    _ option: Option,
    _ context: CommandContext
  ) throws(CommandProblem) -> CivilDate? {
    guard let text = context.arguments[option] else { return nil }
    guard let date = CivilDate(text) else {
      throw .badValue(option: option.rawValue, value: text)
    }
    return date
  }
}

/// A line of the log as `--json` and `--csv` print it, by the names of the national log's fields.
struct AccessLogOutput: Encodable {
  let id: String
  let kind = "accessLogEntry"
  let date: Instant
  let title: String
  let actor: String
  let basis: String
  let area: String?
  let recordKind: String?
  let refusal: String?
  let name: String?
  let personnelNumber: String?
  let authorisation: String?
  let organisation: String?
  let organisationNumber: String?
  let department: String?
  let healthService: String?
  let purposeOfUse: String?
  let purposeDetail: String?

  init(_ line: AccessLogLine) {
    let reader = line.entry.reader
    id = String(line.sequence)
    date = line.time
    title = line.entry.event.rawValue
    actor = line.attribution.actor.description
    basis = line.attribution.basis.description
    area = line.entry.area?.rawValue
    recordKind = line.entry.kind?.rawValue
    refusal = line.entry.refusal
    name = reader?.name
    personnelNumber = reader?.personnelNumber
    authorisation = reader?.authorisation?.rawValue
    organisation = reader?.organisation
    organisationNumber = reader?.organisationNumber
    department = reader?.department
    healthService = reader?.healthService
    purposeOfUse = reader?.purpose.rawValue
    purposeDetail = reader?.purposeDetail
  }

  static let fieldNames = [
    "id", "date", "title", "actor", "basis", "area", "recordKind", "refusal", "name",
    "personnelNumber", "authorisation", "organisation", "organisationNumber", "department",
    "healthService", "purposeOfUse", "purposeDetail",
  ]

  /// In the order of `fieldNames`; empty where nothing is known.
  var fields: [String] {
    [
      id, date.description, title, actor, basis, area, recordKind, refusal, name, personnelNumber,
      authorisation, organisation, organisationNumber, department, healthService, purposeOfUse,
      purposeDetail,
    ].map { $0 ?? "" }
  }
}

/// Rows of comma-separated values (RFC 4180).
enum CSVOutput {
  /// One row, without its end.
  ///
  /// A value that a spreadsheet would take for a formula gets an apostrophe before it.
  static func row(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",")
  }

  private static func field(_ value: String) -> String {
    var value = value
    if let first = value.first, "=+-@\t\r".contains(first) { value = "'" + value }
    guard value.contains(where: { "\",\r\n".contains($0) || $0 == "\r\n" }) else { return value }
    return "\""
      + value.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
