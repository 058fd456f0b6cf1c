import PortalCore
import Testing

@testable import PortalTUI

/// Appointments on screen: what comes, what may be done, booking, moving and cancelling.
struct AppointmentScreenTests {
  private let nb = Bokmal()

  private func appointment(
    _ start: String,
    _ title: String,
    _ status: Appointment.Status = .booked
  ) -> RecordContent {
    var appointment = Appointment(status: status, care: .specialist)
    appointment.start = PartialDate(start)
    appointment.minutes = 30
    appointment.description = title
    appointment.patientInstruction = "Møt fastende."
    appointment.participants = [RecordReference(display: "Testdal sykehus")]
    return .appointment(appointment)
  }

  /// A practice with two free times, and the person's record.
  private func booking() throws -> (SampleRecord, ScreenContext, [RecordID]) {
    let sample = try SampleRecord([("person", InventedContent.person)])
    let context = try sample.open()
    let practice = try sample.portal.practice(of: context.record)
    let office = try sample.portal.openPracticeAsOwner(practice)
    let slots = ["slot1", "slot2"].map { SampleRecord.id($0) }
    for (slot, day) in zip(slots, ["2026-11-18", "2026-11-24"]) {
      let start = try #require(Instant("\(day)T09:00:00Z"))
      try office.offer(slot, at: start, minutes: 20)
    }
    return (sample, context, slots)
  }

  @Test func `what comes stands first, the next at the top, with how soon it is`() throws {
    let sample = try SampleRecord([
      ("person", InventedContent.person),
      ("a", appointment("2026-11-30T09:00:00+01:00", "Kontroll")),
      ("b", appointment("2026-11-17T10:30:00+01:00", "Røntgen")),
      ("c", appointment("2026-10-01T09:00:00+02:00", "Blodprøve", .fulfilled)),
      ("d", appointment("2026-11-20T09:00:00+01:00", "Avlyst", .cancelled)),
    ])
    let context = try sample.open()
    let text = AppointmentsScreen(context: context).shownText()
    let lines = text.split(separator: "\n").filter { $0.first?.isNumber == true }
    #expect(lines.count == 4)
    #expect(lines[0].contains("Røntgen") && lines[0].contains("i morgen"))
    #expect(lines[1].contains("Kontroll"))
    #expect(lines[2].contains("Avlyst") && lines[3].contains("Blodprøve"))
    #expect(text.contains(nb.bookTitle))
    // The reminder is on the overview and in the inbox; what is further off or called off is not.
    for shown in [
      OverviewScreen(context: context).shownText(), MessagesScreen(context: context).shownText(),
    ] {
      #expect(shown.contains("Time i morgen: Røntgen, tirsdag 17.11.2026, 10:30"))
      #expect(!shown.contains("Kontroll, mandag") && !shown.contains("Avlyst"))
    }
  }

  @Test func `a page says when, where, how to prepare, and why something cannot be done`() throws {
    let sample = try SampleRecord([
      ("person", InventedContent.person),
      ("a", appointment("2026-11-17T10:30:00+01:00", "Røntgen")),
    ])
    let context = try sample.open()
    let screen = AppointmentScreen(context: context, id: SampleRecord.id("a"))
    let text = screen.shownText()
    for part in [
      "tirsdag 17.11.2026, 10:30 (i morgen)", "30 minutter", "Testdal sykehus", "Møt fastende.",
      nb.obstacleText(.notAllowed),
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains(nb.cancelTitle) && text.contains(nb.calendarTitle))
  }

  @Test func `a time is chosen from a table, booked, moved and cancelled`() throws {
    let (_, context, slots) = try booking()
    var choose = ChooseTimeScreen(context: context)
    _ = choose.update(.shown)
    #expect(choose.page().text().contains("onsdag 18.11.2026"))
    guard case .push(var form)? = choose.update(.open(ItemID(slots[0].text))).first else {
      Issue.record("nothing opens")
      return
    }
    #expect(form.page().text().contains(nb.sentence(.emergency)))
    let effects = form.update(.submit(["about": "Kne"]))
    #expect(effects.count == 3)
    let booked = try #require(context.record.appointments().first)
    #expect(booked.content.description == "Kne")
    var page = AppointmentScreen(context: context, id: booked.id)
    _ = page.update(.shown)
    #expect(page.page().text().contains("Det er gratis å avbestille eller flytte timen"))
    guard case .push(var times)? = page.update(.run(.edit, on: nil)).first else {
      Issue.record("no times to move to")
      return
    }
    _ = times.update(.shown)
    guard case .push(var move)? = times.update(.open(ItemID(slots[1].text))).first else {
      Issue.record("nothing to move")
      return
    }
    // Enter at once keeps what holds.
    _ = move.update(.open("keep"))
    #expect(try context.record.appointments().first?.content.slot == slots[0])
    _ = move.update(.open("move"))
    #expect(try context.record.appointments().first?.content.slot == slots[1])
    _ = page.update(.shown)
    guard case .push(var cancel)? = page.update(.run(.endRight, on: nil)).first else {
      Issue.record("nothing cancels")
      return
    }
    _ = cancel.update(.submit(["words": "Frisk"]))
    _ = page.update(.shown)
    #expect(page.page().text().contains("Avlyst av innbygger: Frisk"))
    #expect(page.page().actions.allSatisfy { $0.id != .endRight && $0.id != .edit })
  }

  @Test func `a time that another took a moment ago keeps what was written`() throws {
    let (sample, context, slots) = try booking()
    var choose = ChooseTimeScreen(context: context)
    _ = choose.update(.shown)
    guard case .push(var form)? = choose.update(.open(ItemID(slots[0].text))).first else {
      Issue.record("nothing opens")
      return
    }
    let other = try sample.open().record
    try other.book(BookingRequest(slot: slots[0]), as: other.newID())
    let effects = form.update(.submit(["about": "Lang tekst"]))
    guard effects.count == 3, case .replace(var again) = effects[1] else {
      Issue.record("the times are not shown anew")
      return
    }
    _ = again.update(.shown)
    #expect(again.page().text().contains(nb.problemText(.timeTaken)))
    guard case .push(let second)? = again.update(.open(ItemID(slots[1].text))).first else {
      Issue.record("nothing opens")
      return
    }
    #expect(second.page().text().contains("Lang tekst"))
  }

  @Test func `without times, or with booking switched off, the page says so`() throws {
    let sample = try SampleRecord([("person", InventedContent.person)])
    let context = try sample.open()
    #expect(
      ChooseTimeScreen(context: context).shownText().contains(nb.noTimes("Testdal legesenter"))
    )
    let practice = try sample.portal.practice(of: context.record)
    let office = try sample.portal.openPracticeAsOwner(practice)
    try office.set(.appointmentBooking, to: .off(reason: "Ferie"))
    #expect(ChooseTimeScreen(context: context).shownText().contains("Ferie"))
  }

  @Test func `the phrases differ between the languages and are never empty`() {
    let en = English()
    for problem in [
      AppointmentProblem.timeTaken, .timeOver, .noSuchTime, .notOffered(reason: "x"),
      .notPossible(.begun), .otherPractice, .wordsMissing, .tooLong(limit: 1),
    ] {
      #expect(nb.problemText(problem) != en.problemText(problem))
    }
    for status in [Appointment.Status.booked, .proposed, .cancelled, .noShow] {
      #expect(nb.status(status) != en.status(status))
    }
  }
}
