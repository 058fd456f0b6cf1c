/// What became of writing a file that a person has named.
package enum NewFileOutcome: Hashable, Sendable {
  case written
  /// There is something of that name; it was left as it is.
  case alreadyThere
  case failed
}

extension OpenRecord {
  /// What a calendar is told of an appointment: when and where, not what it is about; nil where it has
  /// no time of day.
  ///
  /// `summary` is what stands in the calendar, in the person's language.
  package func calendarEvent(
    for id: RecordID,
    summary: String
  ) throws(ServiceError) -> CalendarEvent? {
    let record = try appointmentRecord(id)
    guard case .appointment(let appointment) = record.content, let start = appointment.start,
      start.precision == .instant
    else { return nil }
    var event = CalendarEvent(
      id: "\(id.text)@\(settings.store.text).helseportal.invalid",
      start: start.start,
      minutes: appointment.minutes ?? 0,
      summary: summary
    )
    let places = appointment.participants.compactMap { name(of: $0) }
    if !places.isEmpty { event.location = places.joined(separator: ", ") }
    event.organizer = places.last
    event.isCancelled = appointment.status == .cancelled
    event.sequence = record.version - 1
    event.reminders = [24 * 60, 60]
    return event
  }

  /// The appointments within a week, the next first; none where they may not be seen.
  ///
  /// Derived each time, and nothing is written. Not noted as reading the section.
  package func appointmentReminders() throws(ServiceError) -> [SectionEntry<Appointment>] {
    let now = now
    let today = OsloTime.date(now)
    do throws(ServiceError) {
      return try look(in: .appointments, isNoted: false) {
        contents,
        visibility throws(StoreError) in
        var coming: [SectionEntry<Appointment>] = []
        for listed in try contents.entries(of: [.appointment]) {
          // The newest first: what follows is over.
          if listed.entry.date < now.advanced(bySeconds: -2 * 86_400) { break }
          guard visibility.sees(listed.entry) else { continue }
          let record = try contents.record(listed)
          guard case .appointment(let appointment) = record.content, appointment.isComing(at: now),
            let days = appointment.days(from: today), (0...7).contains(days)
          else { continue }
          coming.append(
            SectionEntry(
              id: record.id,
              content: appointment,
              version: record.version,
              hasOriginal: record.origin != nil
            )
          )
        }
        return coming.reversed()
      }
    } catch {
      if case .refused = error { return [] }
      throw error
    }
  }
}

extension Portal {
  /// The bytes of a calendar file.
  package func calendarFile(_ event: CalendarEvent) -> [UInt8] {
    ICalendar.file(event, at: surroundings.clock.now())
  }

  /// Writes a new file where a person wants it, wholly or not at all; never over another.
  package func writeNewFile(_ bytes: [UInt8], to path: String) -> NewFileOutcome {
    guard !path.isEmpty, !path.hasSuffix("/") else { return .failed }
    do {
      let target = try BackupFile(path: path, fileSystem: surroundings.fileSystem)
      let isNew = try surroundings.fileSystem.create(
        target.name,
        bytes,
        in: target.directory,
        temporary: temporaryName(surroundings.randomness)
      )
      return isNew ? .written : .alreadyThere
    } catch {
      return .failed
    }
  }
}
