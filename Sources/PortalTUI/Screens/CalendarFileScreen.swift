import PortalCore

/// The form that writes an appointment into a file for a calendar.
struct CalendarFileScreen: Screen {
  let context: ScreenContext
  private let appointment: Record
  private var path: String
  private var failure: Notice?

  init(context: ScreenContext, record: Record) {
    (self.context, appointment) = (context, record)
    var name = "time"
    if case .appointment(let appointment) = record.content, let start = appointment.start {
      name += "-\(start.norwegianDate)"
    }
    path = "\(name).ics"
  }

  var record: OpenRecord? { context.record }
  var keepsDrafts: Bool { false }

  func page() -> Page {
    let phrases = context.phrases
    let field = Field(
      id: "path",
      label: phrases.calendarFile,
      kind: .line,
      value: path,
      hint: phrases.calendarHint,
      limit: 1000
    )
    let blocks: [Block] = failure.map { [.notice($0)] } ?? []
    return Page(
      title: phrases.calendarTitle,
      blocks: blocks + [.form(Form(fields: [field], submitLabel: phrases.label(.save)))]
    )
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    switch intent {
    case .submit(let values): write(values["path"] ?? "")
    case .open, .run, .keepDraft, .shown, .search: []
    }
  }

  private mutating func write(_ name: String) -> [Effect] {
    let phrases = context.phrases
    path = name
    do {
      let event = try context.record.calendarEvent(
        for: appointment.id,
        summary: phrases.name(of: .appointment)
      )
      guard let event else {
        failure = Notice(severity: .warning, text: phrases.noTimeForCalendar)
        return []
      }
      switch context.portal.writeNewFile(context.portal.calendarFile(event), to: name) {
      case .written:
        return [.pop, .say(Notice(severity: .success, text: phrases.calendarWritten(name)))]
      case .alreadyThere:
        failure = Notice(severity: .warning, text: phrases.calendarThere(name))
      case .failed:
        failure = Notice(severity: .danger, text: phrases.calendarNotWritten(name))
      }
    } catch {
      failure = Notice(for: error, phrases)
    }
    return []
  }
}
