import PortalCore

/// The free times of the person's practice, to choose one of.
struct ChooseTimeScreen: RecordScreen {
  let context: ScreenContext
  /// What is moved; nil where something is booked.
  private let moved: Record?
  /// What was written before, where the time that was chosen first could not be had.
  private let about: String
  private let notice: Notice?
  var content: Result<BookingPlan, ServiceError>?

  init(
    context: ScreenContext,
    moving moved: Record? = nil,
    about: String = "",
    notice: Notice? = nil
  ) {
    (self.context, self.moved) = (context, moved)
    (self.about, self.notice) = (about, notice)
  }

  var title: String { moved == nil ? context.phrases.bookTitle : context.phrases.moveTitle }

  func load() throws(ServiceError) -> BookingPlan {
    guard let moved else { return try context.record.bookingPlan() }
    return try context.record.bookingPlan(moving: moved.id)
  }

  func page(of plan: BookingPlan) -> Page {
    let phrases = context.phrases
    let office = plan.practiceName ?? phrases.label(.practitioner)
    var blocks: [Block] = notice.map { [.notice($0)] } ?? []
    if case .off(let reason) = plan.state {
      let text = phrases.bookingOff(office, reason)
      return Page(
        title: title,
        blocks: blocks + [.notice(Notice(severity: .warning, text: text))]
      )
    }
    blocks.append(.notice(Notice(severity: .danger, text: phrases.sentence(.emergency))))
    if !plan.times.isEmpty { blocks.append(.paragraph(phrases.chooseTime)) }
    let text = AppointmentText(context)
    let columns = [
      (phrases.label(.date), 0), (phrases.label(.when), 0), (phrases.length, 1),
      (phrases.withWhom, 1),
    ]
    let rows = plan.times.map { time in
      let (date, clock) = OsloTime.civil(time.start)
      return DataTable.Row(
        id: ItemID(time.id.text),
        cells: [
          phrases.weekday(date), text.clock(clock), phrases.minutes(time.minutes),
          time.practitionerName ?? office,
        ]
      )
    }
    let table = DataTable(
      columns: columns.map { .init(title: $0.0, importance: $0.1) },
      rows: rows,
      emptyText: phrases.noTimes(office)
    )
    return Page(
      title: title,
      blocks: blocks + [.table(table)],
      actions: moved == nil ? [PageAction(id: .write, label: phrases.wishForTime)] : []
    )
  }

  func detail(of item: ItemID) -> Page? { nil }

  mutating func react(to intent: Intent) -> [Effect] {
    if case .run(.write, _) = intent, moved == nil {
      let wish = Message.Kind.appointmentRequest
      return [.push(WriteMessageScreen(context: context, thread: nil, kind: wish))]
    }
    guard case .open(let item) = intent, case .success(let plan)? = content,
      let time = plan.times.first(where: { $0.id.text == item.text })
    else { return [] }
    if let moved {
      return [.push(MoveAppointmentScreen(context: context, record: moved, to: time))]
    }
    return [
      .push(BookTimeScreen(context: context, time: time, of: plan.practiceName, about: about))
    ]
  }
}
