import PortalCore

/// Where a practice offers times: one after the other from a moment on.
struct DeskTimesScreen: Screen {
  private enum Name: String, CaseIterable {
    case practitioner, date, time, minutes, count
  }

  let context: DeskContext
  private let doctors: [(id: RecordID, content: StaffMember)]
  private var given: [Name: String] = [.minutes: "20", .count: "1"]
  private var problems: [Name: String] = [:]
  private var failure: Notice?

  init(context: DeskContext) {
    self.context = context
    let staff = (try? context.desk.office.staff()) ?? []
    doctors = staff.filter { $0.content.work == .doctor && $0.content.ended == nil }
    let own = doctors.firstIndex { $0.id == context.desk.staff.member } ?? 0
    given[.practitioner] = String(own)
  }

  var desk: OpenDesk? { context.desk }
  var keepsDrafts: Bool { false }

  func page() -> Page {
    let phrases = context.phrases
    var blocks: [Block] = []
    if let failure { blocks.append(.notice(failure)) }
    var fields: [Field] = []
    if doctors.count > 1 {
      let names = doctors.map(\.content.name)
      fields.append(field(.practitioner, phrases.name(of: .doctor), .choice(names)))
    }
    fields += [
      field(.date, phrases.desk(.dateField), hint: phrases.desk(.dateHint)),
      field(.time, phrases.desk(.timeField), hint: phrases.desk(.timeHint)),
      field(.minutes, phrases.desk(.minutesField)),
      field(.count, phrases.desk(.countField)),
    ]
    blocks.append(.form(Form(fields: fields, submitLabel: phrases.desk(.offerTimes))))
    return Page(title: phrases.desk(.offerTimes), blocks: blocks)
  }

  private func field(
    _ name: Name,
    _ label: String,
    _ kind: Field.Kind = .line,
    hint: String = ""
  ) -> Field {
    Field(
      id: name.rawValue,
      label: label,
      kind: kind,
      value: given[name] ?? "",
      hint: hint,
      limit: kind == .line ? 20 : nil,
      problem: problems[name]
    )
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    guard case .submit(let values) = intent else { return [] }
    for name in Name.allCases { given[name] = values[name.rawValue] ?? given[name] }
    (problems, failure) = ([:], nil)
    guard let times = times() else { return [] }
    let index = Int(given[.practitioner] ?? "") ?? 0
    let doctor = doctors.indices.contains(index) ? doctors[index].id : nil
    do {
      let receipts = try context.desk.office.offer(times, practitioner: doctor)
      let text = context.phrases.offered(receipts)
      return [.pop, .say(Notice(severity: .success, text: text))]
    } catch {
      failure = Notice(for: error, context.phrases)
      return []
    }
  }

  private mutating func times() -> OfferedTimes? {
    let phrases = context.phrases
    let day = CivilDate(given[.date]?.trimmed ?? "")
    let clock = TimeOfDay(clock: given[.time]?.trimmed ?? "")
    let minutes = Int(given[.minutes]?.trimmed ?? "") ?? 0
    let count = Int(given[.count]?.trimmed ?? "") ?? 0
    if day == nil { problems[.date] = phrases.desk(.unusableDate) }
    if clock == nil { problems[.time] = phrases.desk(.unusableTime) }
    if !(1...480).contains(minutes) { problems[.minutes] = phrases.desk(.unusableNumber) }
    if !(1...100).contains(count) { problems[.count] = phrases.desk(.unusableNumber) }
    guard problems.isEmpty, let day, let clock else { return nil }
    let start = OsloTime.instant(day, clock)
    guard start > context.portal.surroundings.clock.now() else {
      problems[.date] = phrases.desk(.inThePast)
      return nil
    }
    return OfferedTimes(start: start, minutes: minutes, count: count)
  }
}

extension String {
  fileprivate var trimmed: String { String(filter { !$0.isWhitespace }) }
}
