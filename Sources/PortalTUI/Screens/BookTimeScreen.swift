import PortalCore

/// The form that books a free time.
///
/// The appointment's id is made once, so that booking twice cannot make two.
struct BookTimeScreen: Screen {
  let context: ScreenContext
  private let time: BookableTime
  private let practice: String?
  private let id: RecordID
  private var about: String
  private var failure: Notice?

  init(context: ScreenContext, time: BookableTime, of practice: String?, about: String) {
    (self.context, self.time, self.practice) = (context, time, practice)
    (self.about, id) = (about, context.record.newID())
  }

  var record: OpenRecord? { context.record }
  var keepsDrafts: Bool { false }
  var hasUnstoredText: Bool { !about.isEmpty }

  func page() -> Page {
    let phrases = context.phrases
    let office = practice ?? phrases.label(.practitioner)
    var blocks: [Block] = [.notice(.emergency(phrases))]
    if let failure { blocks.append(.notice(failure)) }
    blocks.append(
      .facts([
        Fact(label: phrases.label(.when), value: when),
        Fact(label: phrases.length, value: phrases.minutes(time.minutes)),
        Fact(label: phrases.withWhom, value: time.practitionerName ?? office),
      ])
    )
    blocks.append(.paragraph("\(phrases.bookingReaders(office)) \(phrases.bookingFee)"))
    let field = Field(
      id: "about",
      label: phrases.aboutLabel,
      kind: .text,
      value: about,
      hint: phrases.aboutHint,
      limit: AppointmentLimits.text
    )
    blocks.append(.form(Form(fields: [field], submitLabel: phrases.bookTitle)))
    return Page(title: phrases.bookTitle, blocks: blocks)
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    switch intent {
    case .submit(let values): book(values["about"] ?? "")
    case .open, .run, .keepDraft, .shown, .search: []
    }
  }

  private var when: String { AppointmentText(context).when(PartialDate(time.start)) }

  private mutating func book(_ text: String) -> [Effect] {
    let phrases = context.phrases
    about = text
    do {
      try context.record.book(BookingRequest(slot: time.id, about: text), as: id)
      let notice = Notice(severity: .success, text: phrases.booked(when))
      // The times below are left with it.
      return [.pop, .replace(AppointmentScreen(context: context, id: id)), .say(notice)]
    } catch .appointment(let problem) where problem.isOfTime {
      let notice = Notice(severity: .warning, text: phrases.problemText(problem))
      // The times as they are now, and the text with them.
      let again = ChooseTimeScreen(context: context, about: text, notice: notice)
      return [.pop, .replace(again), .say(notice)]
    } catch {
      let text = phrases.bookingFailed(phrases.problemText(error))
      failure = Notice(severity: .danger, text: text)
      return []
    }
  }
}

extension AppointmentProblem {
  /// Whether another time would do.
  var isOfTime: Bool {
    switch self {
    case .timeTaken, .timeOver, .noSuchTime: true
    case .notOffered, .notPossible, .otherPractice, .wordsMissing, .tooLong: false
    }
  }
}

/// Says what moving an appointment would do, and does it.
struct MoveAppointmentScreen: Screen {
  private enum Choice: String {
    // First the one that changes nothing: Enter may have been pressed twice.
    case keep
    case move
  }

  let context: ScreenContext
  private let moved: Record
  private let time: BookableTime
  private var failure: Notice?

  init(context: ScreenContext, record: Record, to time: BookableTime) {
    (self.context, moved, self.time) = (context, record, time)
  }

  var record: OpenRecord? { context.record }

  func page() -> Page {
    let phrases = context.phrases
    var blocks: [Block] = failure.map { [.notice($0)] } ?? []
    if case .appointment(let appointment) = moved.content {
      let text = AppointmentText(context)
      blocks.append(
        .facts([
          Fact(label: phrases.fromTime, value: text.when(appointment)),
          Fact(label: phrases.toTime, value: when),
        ])
      )
      if appointment.options(at: context.record.now).isLate {
        blocks.append(.notice(Notice(severity: .warning, text: phrases.lateFee(nil))))
      }
    }
    let items = [
      Item(id: ItemID(Choice.keep.rawValue), title: phrases.keepTime),
      Item(id: ItemID(Choice.move.rawValue), title: phrases.moveTo(when)),
    ]
    blocks.append(.list(ItemList(items: items, emptyText: "")))
    return Page(title: phrases.moveTitle, blocks: blocks, submitLabel: phrases.moveTo(when))
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    switch intent {
    case .submit: move()
    case .open(let item):
      switch Choice(rawValue: item.text) {
      case .move: move()
      case .keep: [.pop, .pop]
      case nil: []
      }
    case .run, .keepDraft, .shown, .search: []
    }
  }

  private var when: String { AppointmentText(context).when(PartialDate(time.start)) }

  private mutating func move() -> [Effect] {
    let phrases = context.phrases
    do {
      try context.record.move(moved.id, base: moved.version, to: time.id)
      return [.pop, .pop, .say(Notice(severity: .success, text: phrases.moved(when)))]
    } catch .appointment(let problem) where problem.isOfTime {
      let notice = Notice(severity: .warning, text: phrases.problemText(problem))
      let again = ChooseTimeScreen(context: context, moving: moved, notice: notice)
      return [.pop, .replace(again), .say(notice)]
    } catch {
      failure = Notice(for: error, phrases)
      return []
    }
  }
}
