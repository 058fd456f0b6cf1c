import PortalCore

/// `appointment`: free times, booking, moving, cancelling, answering, and the file for a calendar.
enum AppointmentCommand {
  private enum Act: String {
    case slots, book, move, cancel, accept, ics
  }

  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let word = context.arguments.operands.first ?? Act.slots.rawValue
    guard let act = Act(rawValue: word) else { throw .unexpectedOperand(word) }
    let (portal, record) = try context.openRecord()
    defer { context.close(record) }
    switch act {
    case .slots: return try slots(record, context)
    case .book: return try book(record, context)
    case .ics: return try calendar(portal, record, context)
    case .move, .cancel, .accept: return try change(act, record, context)
    }
  }

  private static func slots(
    _ record: OpenRecord,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    let plan = try asking { () throws(ServiceError) in try record.bookingPlan() }
    if case .off(let reason) = plan.state {
      throw .service(.appointment(.notOffered(reason: reason)))
    }
    if context.arguments.has(.json) {
      context.console.result(JSONOutput.text(plan.times.map(TimeOutput.init)))
      return .done
    }
    for time in plan.times {
      let (date, clock) = OsloTime.civil(time.start)
      let parts = [
        time.id.text, "\(context.phrases.weekday(date)) \(clock.description.prefix(5))",
        context.phrases.minutes(time.minutes), time.practitionerName ?? plan.practiceName ?? "",
      ]
      context.console.result(parts.map { SafeText($0).text }.joined(separator: "  "))
    }
    return .done
  }

  private static func book(
    _ record: OpenRecord,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    let slot = try id(.slot, context.arguments)
    // An id that is given lets a script try again without booking twice.
    let id =
      context.arguments.has(.record) ? try self.id(.record, context.arguments) : record.newID()
    let request = BookingRequest(slot: slot, about: context.arguments[.text] ?? "")
    _ = try asking { () throws(ServiceError) in try record.book(request, as: id) }
    return try tell("booked", id, record, context)
  }

  private static func change(
    _ act: Act,
    _ record: OpenRecord,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    let id = try id(.record, context.arguments)
    var base = try asking { () throws(ServiceError) in
      try record.record(id, of: .appointment).version
    }
    if let text = context.arguments[.base] {
      guard let version = Int(text) else {
        throw .badValue(option: Option.base.rawValue, value: text)
      }
      base = version
    }
    let slot = act == .move ? try self.id(.slot, context.arguments) : nil
    let words = context.arguments[.reason] ?? ""
    let done = try asking { () throws(ServiceError) -> String in
      if let slot {
        try record.move(id, base: base, to: slot)
        return "moved"
      }
      if act == .accept {
        try record.accept(id, base: base)
        return "accepted"
      }
      try record.cancel(id, base: base, words: words)
      return "cancelled"
    }
    return try tell(done, id, record, context)
  }

  private static func calendar(
    _ portal: Portal,
    _ record: OpenRecord,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    let id = try id(.record, context.arguments)
    let summary = context.phrases.name(of: .appointment)
    let event = try asking { () throws(ServiceError) in
      try record.calendarEvent(for: id, summary: summary)
    }
    guard let event else { throw .service(.appointment(.notPossible(.notAllowed))) }
    let bytes = portal.calendarFile(event)
    guard let path = context.arguments[.into] else {
      context.console.part(String(decoding: bytes, as: UTF8.self))
      return .done
    }
    switch portal.writeNewFile(bytes, to: path) {
    case .written: context.console.result(context.phrases.calendarWritten(path))
    case .alreadyThere:
      throw .cannotCreate(path, reason: context.phrases.calendarThere(path))
    case .failed: throw .cannotCreate(path, reason: context.phrases.calendarNotWritten(path))
    }
    return .done
  }

  // MARK: - Parts

  private static func id(
    _ option: Option,
    _ arguments: Arguments
  ) throws(CommandProblem) -> RecordID {
    guard let text = arguments[option] else {
      throw .missingOperand(command: CommandName.appointment.rawValue)
    }
    guard let id = RecordID(text) else { throw .badValue(option: option.rawValue, value: text) }
    return id
  }

  private static func tell(
    _ done: String,
    _ id: RecordID,
    _ record: OpenRecord,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    let stored = try asking { () throws(ServiceError) in
      try record.record(id, of: .appointment)
    }
    if context.arguments.has(.json) {
      let start = stored.content.date
      let output = Outcome(result: done, id: id, version: stored.version, start: start)
      context.console.result(JSONOutput.text(output))
    } else {
      context.console.result("\(done) \(id.text) \(stored.version)")
    }
    return .done
  }
}

/// A free time as `appointment slots --json` prints it.
private struct TimeOutput: Encodable {
  let id: RecordID
  let start: Instant
  let minutes: Int
  let practitioner: String?

  init(_ time: BookableTime) {
    (id, start, minutes) = (time.id, time.start, time.minutes)
    practitioner = time.practitionerName
  }
}

/// What was done with an appointment, as `--json` prints it.
private struct Outcome: Encodable {
  let result: String
  let id: RecordID
  let version: Int
  let start: PartialDate?
}
