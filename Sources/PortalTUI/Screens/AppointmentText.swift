import PortalCore

/// How appointments are told: what, when, with whom.
struct AppointmentText {
  private let context: ScreenContext
  private var phrases: any Phrasebook { context.phrases }

  init(_ context: ScreenContext) {
    self.context = context
  }

  /// What it is called: the service, its own first line, its type, else that it is one.
  func title(_ appointment: Appointment) -> String {
    let line = appointment.description?.split(whereSeparator: \.isNewline).first.map(String.init)
    return appointment.serviceType?.title ?? line ?? type(appointment)
      ?? appointment.reasons.lazy.compactMap(\.title).first ?? phrases.name(of: .appointment)
  }

  /// Its type by kv 7617 in words, else as it says itself.
  func type(_ appointment: Appointment) -> String? {
    guard let type = appointment.type else { return nil }
    let known = type.code(in: CodeSystem.appointmentType).flatMap(phrases.appointmentType)
    return known ?? type.title
  }

  /// The day with its name and the time, as exactly as it is known.
  func when(_ appointment: Appointment) -> String {
    guard let start = appointment.start else { return phrases.undated }
    return when(start)
  }

  func when(_ start: PartialDate) -> String {
    switch start.precision {
    case .year, .month: return phrases.text(start)
    case .day: return phrases.weekday(start.date)
    case .instant:
      let (date, time) = OsloTime.civil(start.start)
      return "\(phrases.weekday(date)), \(clock(time))"
    }
  }

  func clock(_ time: TimeOfDay) -> String {
    String(time.description.prefix(5))
  }

  /// Whom it is with and where, in words; nil where nothing says it.
  func place(_ appointment: Appointment) -> String? {
    let names = appointment.participants.compactMap(context.name)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// Why it was called off and by whom.
  func cancellation(_ appointment: Appointment) -> String? {
    guard let reason = appointment.cancellationReason else { return nil }
    let code = reason.code(in: CodeSystem.cancellationReason).flatMap(phrases.cancelledBy)
    let words = reason.text ?? (code == nil ? reason.title : nil)
    return [code, words].compactMap(\.self).joined(separator: ": ")
  }

  /// Appointments of the next days as entries of a list, the next first.
  func reminders() -> [Item] {
    let coming = (try? context.record.appointmentReminders()) ?? []
    return coming.map { entry in
      let days = entry.content.days(from: context.today) ?? 0
      return Item(
        id: Target.record(.appointment, entry.id).item,
        title: phrases.reminder(title(entry.content), when(entry.content), days: days),
        detail: place(entry.content) ?? "",
        mark: Item.Mark(
          text: phrases.daysUntil(days),
          severity: days < 2 ? .warning : .information
        )
      )
    }
  }
}

extension RecordPages {
  /// An appointment, or a version of it.
  func blocks(of appointment: Appointment) -> [Block] {
    let text = AppointmentText(context)
    let isComing = appointment.isComing(at: context.record.now)
    var when = text.when(appointment)
    if isComing, let days = appointment.days(from: context.today) {
      when += " (\(phrases.daysUntil(days)))"
    }
    let facts: [(String, String?)] = [
      (phrases.label(.status), phrases.status(appointment.status)),
      (phrases.label(.when), when),
      (phrases.length, appointment.minutes.map(phrases.minutes)),
      (phrases.withWhom, text.place(appointment)),
      (phrases.label(.kind), text.type(appointment)),
      (phrases.label(.reason), titles(appointment.reasons)),
      (phrases.cancelledBecause, text.cancellation(appointment)),
      (phrases.careLevel, phrases.name(of: appointment.care)),
      (phrases.bookedOn, appointment.created.map(phrases.text)),
    ]
    var blocks: [Block] = [
      .facts(
        facts.compactMap { label, value in
          value.flatMap { $0.isEmpty ? nil : Fact(label: label, value: $0) }
        }
      )
    ]
    for (heading, words) in [
      (phrases.about, appointment.description),
      (phrases.preparation, appointment.patientInstruction),
      (phrases.label(.comment), appointment.comment),
    ] {
      if let words, !words.isEmpty { blocks += [.heading(heading), .text(words)] }
    }
    return blocks
  }
}
