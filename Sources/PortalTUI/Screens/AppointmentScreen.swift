import PortalCore

/// One appointment, and what may be done with it.
struct AppointmentScreen: RecordScreen {
  let context: ScreenContext
  let id: RecordID
  var content: Result<Record, ServiceError>?

  init(context: ScreenContext, id: RecordID) {
    self.context = context
    self.id = id
  }

  var title: String { context.phrases.name(of: .appointment) }

  func load() throws(ServiceError) -> Record {
    try context.record.record(id, of: .appointment)
  }

  func page(of record: Record) -> Page {
    let pages = RecordPages(context)
    guard case .appointment(let appointment) = record.content,
      var page = try? pages.page(of: record)
    else { return Page(title: title) }
    let phrases = context.phrases
    let options = appointment.options(at: context.record.now)
    page.blocks += [.heading(phrases.youMayHeading)] + words(options, appointment)
    page.actions = actions(options, appointment) + page.actions
    return page
  }

  mutating func react(to intent: Intent) -> [Effect] {
    guard case .success(let record)? = content, case .appointment(let appointment) = record.content
    else { return [] }
    let options = appointment.options(at: context.record.now)
    switch intent {
    case .run(.endRight, _) where mayWrite && options.mayCancel:
      return [.push(CancelAppointmentScreen(context: context, record: record))]
    case .run(.edit, _) where mayWrite && options.mayMove:
      return [.push(ChooseTimeScreen(context: context, moving: record))]
    case .run(.reply, _) where mayWrite && options.mayAccept: return accept(record)
    case .run(.addToCalendar, _):
      return [.push(CalendarFileScreen(context: context, record: record))]
    case .run(.showSource, _): return [.push(SourceScreen(context: context, records: [id]))]
    case .run(.showHistory, _): return [.push(HistoryScreen(context: context, records: [id]))]
    case .run, .open, .submit, .keepDraft, .shown, .search: return []
    }
  }

  private var mayWrite: Bool {
    context.previewedFor == nil && context.record.mayWrite(in: .appointments)
  }

  /// What may be done, and why not the rest.
  private func words(_ options: AppointmentOptions, _ appointment: Appointment) -> [Block] {
    let phrases = context.phrases
    var lines: [String] = []
    var acts: [(Appointment.Act, AppointmentOptions.Obstacle?)] = [
      (.cancel, options.cancel), (.move, options.move),
    ]
    if appointment.status == .proposed { acts.insert((.book, options.accept), at: 0) }
    if Set(acts.map(\.1)).count == 1, let first = acts.first?.1 {
      // One reason for all of them is said once.
      return [.paragraph(phrases.obstacleText(first))]
    }
    for (act, obstacle) in acts {
      if let obstacle {
        lines.append(phrases.mayNot(act, because: phrases.obstacleText(obstacle)))
      } else {
        lines.append(phrases.may(act))
      }
    }
    var blocks: [Block] = lines.map { .paragraph($0) }
    if options.isLate {
      blocks.append(.notice(Notice(severity: .warning, text: phrases.lateFee(nil))))
    } else if let deadline = appointment.feeDeadline, options.mayCancel,
      appointment.status == .booked
    {
      blocks.append(.paragraph(phrases.freeUntil(phrases.text(deadline))))
    }
    return blocks
  }

  private func actions(
    _ options: AppointmentOptions,
    _ appointment: Appointment
  ) -> [PageAction] {
    let phrases = context.phrases
    var actions: [PageAction] = []
    if mayWrite {
      if options.mayAccept {
        actions.append(PageAction(id: .reply, label: phrases.acceptTitle))
      }
      if options.mayMove { actions.append(PageAction(id: .edit, label: phrases.moveTitle)) }
      if options.mayCancel {
        let label = appointment.status == .proposed ? phrases.declineTitle : phrases.cancelTitle
        actions.append(PageAction(id: .endRight, label: label))
      }
    }
    if appointment.start?.precision == .instant {
      actions.append(PageAction(id: .addToCalendar, label: phrases.calendarTitle))
    }
    return actions
  }

  private mutating func accept(_ record: Record) -> [Effect] {
    let phrases = context.phrases
    do {
      _ = try context.record.accept(id, base: record.version)
      content = Result { () throws(ServiceError) in try load() }
      return [.say(Notice(severity: .success, text: phrases.accepted))]
    } catch {
      content = Result { () throws(ServiceError) in try load() }
      return [.say(Notice(for: error, phrases))]
    }
  }
}
