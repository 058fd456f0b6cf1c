import PortalCore

/// What `desk` does without a desk: says and changes who works at a practice, which services are on
/// and which times are offered.
struct DeskSetUp {
  private let practice: Practice.ID
  private let portal: Portal
  private let context: CommandContext

  init(_ practice: Practice.ID, _ portal: Portal, _ context: CommandContext) {
    (self.practice, self.portal, self.context) = (practice, portal, context)
  }

  func run() throws(CommandProblem) -> ExitStatus {
    let arguments = context.arguments
    let office = try office()
    if let name = arguments[.addStaff] {
      try add(name, office)
    } else if let text = arguments[.endStaff] {
      try end(text, office)
    } else if let text = arguments[.switching] {
      try set(text, office)
    } else if let text = arguments[.offer] {
      try offer(text, office)
    } else {
      try list(office)
    }
    return .done
  }

  /// As whoever works there and says so; else as the owner of the directory.
  private func office() throws(CommandProblem) -> OpenPractice {
    if let staff = try DeskCommand.staff(practice, portal, context) {
      return try asking { () throws(ServiceError) in try portal.openPractice(by: staff) }
    }
    return try asking { () throws(ServiceError) in try portal.openPracticeAsOwner(practice) }
  }

  private func list(_ office: OpenPractice) throws(CommandProblem) {
    try asking { () throws(ServiceError) in
      for (id, member) in try office.staff() where member.ended == nil {
        context.console.result("\(id.text)  \(member.work.rawValue)  \(member.name)")
      }
      for service in PracticeService.allCases {
        let text =
          switch try office.state(of: service) {
          case .on: "on"
          case .off(let reason): "off  \(reason)"
          }
        context.console.result("\(service.rawValue)  \(text)")
      }
    }
  }

  private func add(_ name: String, _ office: OpenPractice) throws(CommandProblem) {
    guard let text = context.arguments[.work] else {
      throw .missingOperand(command: CommandName.desk.rawValue)
    }
    guard let work = StaffMember.Work(rawValue: text) else {
      throw .badValue(option: Option.work.rawValue, value: text)
    }
    var member = StaffMember(
      name: name,
      work: work,
      personnelNumber: context.arguments[.personnelNumber]
    )
    if let person = context.arguments[.person] {
      member.person = try context.person(named: person, in: portal)
    }
    let id = RecordID(bytes: portal.surroundings.randomness.bytes(17))
    let made = member
    _ = try asking { () throws(ServiceError) in try office.put(made, as: id) }
    context.console.result("saved \(id.text)")
  }

  private func end(_ text: String, _ office: OpenPractice) throws(CommandProblem) {
    let now = portal.surroundings.clock.now()
    let isThere = try asking { () throws(ServiceError) in
      guard let found = try office.staff().first(where: { $0.id.text == text }) else {
        return false
      }
      var member = found.content
      member.ended = member.ended ?? now
      try office.put(member, as: found.id)
      return true
    }
    guard isThere else { throw .badValue(option: Option.endStaff.rawValue, value: text) }
    context.console.result("ended \(text)")
  }

  /// `SERVICE=on` or `SERVICE=off`, the latter with `--reason`.
  private func set(_ text: String, _ office: OpenPractice) throws(CommandProblem) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let service = PracticeService(rawValue: parts[0]),
      parts[1] == "on" || parts[1] == "off"
    else { throw .badValue(option: Option.switching.rawValue, value: text) }
    let reason = context.arguments[.reason] ?? ""
    if parts[1] == "off", reason.allSatisfy(\.isWhitespace) {
      throw .service(.desk(.reasonMissing))
    }
    let state: ServiceState = parts[1] == "on" ? .on : .off(reason: reason)
    let receipt = try asking { () throws(ServiceError) in try office.set(service, to: state) }
    context.console.result("\(receipt == nil ? "unchanged" : "saved") \(service.rawValue)")
  }

  /// A first time as `2026-11-24T09:20`, with `--minutes` and `--count`.
  private func offer(_ text: String, _ office: OpenPractice) throws(CommandProblem) {
    let parts = text.split(separator: "T", maxSplits: 1).map(String.init)
    guard parts.count == 2, let day = CivilDate(parts[0]), let clock = TimeOfDay(clock: parts[1])
    else { throw .badValue(option: Option.offer.rawValue, value: text) }
    let times = OfferedTimes(
      start: OsloTime.instant(day, clock),
      minutes: try number(.minutes, 20, in: 1...480),
      count: try number(.count, 1, in: 1...100)
    )
    let made = try asking { () throws(ServiceError) in
      let staff = try office.staff().filter { $0.content.ended == nil }
      let named = context.arguments[.staff]
      let own = staff.first { $0.id.text == named || $0.content.name == named }
      let doctor = own ?? staff.first { $0.content.work == .doctor }
      return try office.offer(times, practitioner: doctor?.id)
    }
    context.console.result("offered \(made)")
  }

  private func number(
    _ option: Option,
    _ other: Int,
    in range: ClosedRange<Int>
  ) throws(CommandProblem) -> Int {
    guard let text = context.arguments[option] else { return other }
    guard let value = Int(text), range.contains(value) else {
      throw .badValue(option: option.rawValue, value: text)
    }
    return value
  }
}
