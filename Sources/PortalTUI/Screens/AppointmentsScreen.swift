import PortalCore

/// Appointments: those to come, the next first, then earlier ones.
struct AppointmentsScreen: RecordScreen {
  /// What was read.
  struct Content {
    var appointments: [SectionEntry<Appointment>]
    var lastVisit: Instant?
    var now: Instant
    var mayBook: Bool
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.name(of: .appointments) }

  func load() throws(ServiceError) -> Content {
    Content(
      appointments: try context.record.appointments(),
      lastVisit: try context.record.lastVisit(),
      now: context.record.now,
      mayBook: context.previewedFor == nil && context.record.mayWrite(in: .appointments)
    )
  }

  func page(of content: Content) -> Page {
    let phrases = context.phrases
    let table = SectionTable(context, lastVisit: content.lastVisit)
    // As read the newest is first; among those to come the next is.
    let coming = content.appointments.filter { $0.content.isComing(at: content.now) }
    let earlier = content.appointments.filter { !$0.content.isComing(at: content.now) }
    let columns: [(String, Int)] = [
      (phrases.label(.when), 0), (phrases.label(.what), 0), (phrases.label(.status), 1),
      (phrases.withWhom, 2),
    ]
    let rows = (coming.reversed() + earlier).map { row($0, table, content.now) }
    let data = DataTable(
      columns: columns.map { .init(title: $0.0, importance: $0.1) },
      rows: rows,
      emptyText: phrases.noAppointments
    )
    var blocks: [Block] = rows.isEmpty ? [] : [.paragraph(phrases.appointmentOrder)]
    blocks.append(.table(data))
    let actions =
      content.mayBook ? [PageAction(id: .write, label: phrases.bookTitle)] : []
    return Page(title: title, blocks: blocks, actions: actions)
  }

  mutating func react(to intent: Intent) -> [Effect] {
    switch intent {
    case .open(let item): context.open(item)
    case .run(.write, _): [.push(ChooseTimeScreen(context: context))]
    case .run, .submit, .keepDraft, .shown, .search: []
    }
  }

  private func row(
    _ entry: SectionEntry<Appointment>,
    _ table: SectionTable,
    _ now: Instant
  ) -> DataTable.Row {
    let text = AppointmentText(context)
    let days = entry.content.isComing(at: now) ? entry.content.days(from: context.today) : nil
    let soon = days.flatMap { (0...7).contains($0) ? $0 : nil }
    return table.row(
      .appointment,
      entry.id,
      [
        entry.content.start.map(context.phrases.text) ?? context.phrases.undated,
        text.title(entry.content),
        context.phrases.status(entry.content.status),
        text.place(entry.content),
      ],
      mark: soon.map {
        Item.Mark(
          text: context.phrases.daysUntil($0),
          severity: $0 < 2 ? .warning : .information
        )
      }
    )
  }
}
