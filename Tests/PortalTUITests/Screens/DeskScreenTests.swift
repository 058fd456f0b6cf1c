import PortalCore
import Testing

@testable import PortalTUI

/// The desk's pages, driven by keys.
struct DeskScreenTests {
  private let household: SampleHousehold
  private let practice: Practice.ID
  private let size = ScreenSize(columns: 80, rows: 40)

  init() throws {
    household = try SampleHousehold()
    let record = try household.portal.openOwn(household.daughter)
    practice = try household.portal.practice(of: record)
    let office = try household.portal.openPracticeAsOwner(practice)
    for (name, work) in [("Lege Legesen", StaffMember.Work.doctor), ("Syke Pleiersen", .nurse)] {
      try office.put(StaffMember(name: name, work: work), as: record.newID())
    }
    try record.end()
  }

  private func write(_ text: String) throws {
    let record = try household.portal.openOwn(household.daughter)
    let message = OutgoingMessage(kind: .eConsultation, subject: "Hodepine", text: text)
    _ = try record.sendDraft(message, id: record.newID())
    try record.end()
  }

  private func desk(_ name: String = "Lege Legesen") throws -> Application {
    let portal = household.portal
    let member = try portal.staffToChoose(at: practice).first { $0.content.name == name }
    let staff = try portal.chooseStaff(try #require(member?.id), at: practice)
    let context = DeskContext(
      portal: portal,
      desk: try portal.openDesk(by: staff),
      phrases: English()
    )
    var application = Application(
      first: DeskQueueScreen(context: context),
      phrases: English(),
      signs: .unicode,
      mark: "",
      size: size,
      signedOut: ChooseStaffScreen(portal: portal, practice: practice, phrases: English())
    )
    _ = application.frame()
    _ = application.recordWatch
    _ = application.refresh()
    return application
  }

  private func press(_ events: [TerminalEvent], _ application: inout Application) -> String {
    for event in events { _ = application.handle(event, size: size) }
    return application.frame().text
  }

  /// Asks for the renewal of one prescription; gives the message and the prescription.
  private func askForRenewal() throws -> (message: RecordID, prescription: RecordID) {
    let record = try household.portal.openOwn(household.grandmother)
    let asked = try #require(try record.renewablePrescriptions().first { $0.refusal == nil })
    var message = OutgoingMessage(kind: .renewal, subject: "", text: "")
    message.renewals = [asked.id]
    let id = record.newID()
    _ = try record.sendDraft(message, id: id)
    try record.end()
    return (id, asked.id)
  }

  @Test func `a message that comes appears without a key`() throws {
    var application = try desk()
    #expect(application.frame().text.contains("Nothing waits."))
    try write("Det dunker")
    let needsFrame = application.refresh()
    #expect(needsFrame)
    #expect(application.frame().text.contains("E-consultation: Hodepine"))
    #expect(application.frame().text.contains("Dina Datter, 50 years"))
  }

  @Test func `it is opened, answered and gone from the queue`() throws {
    try write("Det dunker")
    var application = try desk()
    let opened = press([.key(.enter)], &application)
    #expect(opened.contains("Det dunker") && opened.contains("read by Lege Legesen"))
    #expect(opened.contains("Lege Legesen, doctor"))
    _ = press([.text("r"), .key(.enter), .text("Drikk vann")], &application)
    let sent = press([.key(.control("s"))], &application)
    #expect(sent.contains("The answer is sent and stored."), "\(sent)")
    let queue = press([.key(.escape)], &application)
    #expect(queue.contains("Nothing waits."))
    let answered = press([.text("l")], &application)
    #expect(answered.contains("E-consultation: Hodepine"), "\(answered)")
  }

  @Test func `a file goes with an answer, and the citizen finds it`() throws {
    try write("Det dunker")
    var application = try desk()
    _ = press([.key(.enter), .text("r"), .key(.enter), .text("Se vedlegget")], &application)
    let attach = press([.key(.control("o"))], &application)
    #expect(attach.contains("Attach a file") && attach.contains("Lege Legesen, doctor"))
    // What is too large is told, and nothing is lost.
    let program = press([.text("/proc/self/exe"), .key(.control("s"))], &application)
    #expect(program.contains("Attach a file"), "\(program)")
    _ = press([.key(.control("u")), .key(.escape)], &application)
    _ = press([.key(.control("o")), .text(#filePath), .key(.control("s"))], &application)
    let form = application.frame().text
    #expect(form.contains("DeskScreenTests") && form.contains("Se vedlegget"), "\(form)")
    let sent = press([.key(.control("s"))], &application)
    #expect(sent.contains("The answer is sent and stored."), "\(sent)")
    let own = try household.portal.openOwn(household.daughter)
    let answer = try #require(try own.messageThreads().first?.newest)
    #expect(answer.message.attachments.count == 1 && answer.message.text == "Se vedlegget")
    #expect(try !own.attachment(0, of: answer.id).bytes.isEmpty)
  }

  @Test func `of two desks the later one sees what was done and keeps the text`() throws {
    try write("Det dunker")
    var (first, second) = (try desk(), try desk("Syke Pleiersen"))
    for event in [TerminalEvent.key(.enter), .text("r"), .key(.enter)] {
      _ = press([event], &first)
      _ = press([event], &second)
    }
    _ = press([.text("Drikk vann"), .key(.control("s"))], &first)
    let conflict = press([.text("Hvil litt"), .key(.control("s"))], &second)
    #expect(conflict.contains("Somebody was faster"), "\(conflict)")
    #expect(conflict.contains("Drikk vann") && conflict.contains("Hvil litt"))
    let form = press([.key(.escape)], &second)
    #expect(form.contains("Hvil litt"))
    // Seen, and sent all the same.
    let sent = press([.key(.control("s"))], &second)
    #expect(sent.contains("The answer is sent and stored."), "\(sent)")
  }

  @Test func `an e-consultation is rejected with a reason`() throws {
    try write("Det dunker")
    var application = try desk()
    _ = press([.key(.enter), .text("d"), .text("Må undersøkes")], &application)
    let page = press([.key(.control("s"))], &application)
    #expect(page.contains("rejected") && page.contains("Please book an appointment instead."))
    #expect(press([.key(.escape)], &application).contains("Nothing waits."))
  }

  @Test func `what is begun about a renewal is found after a crash, and gone once it is decided`()
    throws
  {
    _ = try askForRenewal()
    var first = try desk()
    let form = press([.key(.enter), .text("h")], &first)
    #expect(form.contains("( ) 2 Decline"), "\(form)")
    _ = press([.text("2"), .key(.tab), .text("Kom til kontroll")], &first)
    // A moment after the last key; then nothing more is done: the program is gone.
    _ = first.handle(.deadline, size: size)
    var second = try desk()
    let opened = press([.key(.enter)], &second)
    #expect(opened.contains("You have begun to decide on the prescriptions here."), "\(opened)")
    let found = press([.text("h")], &second)
    #expect(found.contains("(x) 2 Decline") && found.contains("Kom til kontroll"), "\(found)")
    // Nobody else at the desk sees it.
    var nurse = try desk("Syke Pleiersen")
    #expect(!press([.key(.enter)], &nurse).contains("begun to decide"))
    let done = press([.key(.control("s"))], &second)
    #expect(done.contains("The answer is sent and stored."), "\(done)")
    #expect(!done.contains("begun to decide"))
    var third = try desk()
    let after = press([.text("l"), .key(.enter)], &third)
    #expect(after.contains("Kom til kontroll") && !after.contains("begun to decide"), "\(after)")
  }

  @Test func `leaving a decision keeps it, and emptying it takes it away`() throws {
    _ = try askForRenewal()
    var application = try desk()
    _ = press([.key(.enter), .text("h"), .key(.tab), .text("Kom")], &application)
    let left = press([.key(.escape)], &application)
    #expect(left.contains("begun to decide") && left.contains(English().draftKept), "\(left)")
    let back: [TerminalEvent] = [.key(.backspace), .key(.backspace), .key(.backspace)]
    _ = press([.text("h"), .key(.tab)] + back, &application)
    #expect(!press([.key(.escape)], &application).contains("begun to decide"))
  }

  @Test func `who takes the wish for renewal back is asked first, and nothing is left to decide`()
    throws
  {
    let (id, asked) = try askForRenewal()
    var before = try desk()
    #expect(press([.key(.enter)], &before).contains("h Decide"))
    var citizen = household.application(
      ThreadScreen(context: try household.own(household.grandmother), thread: id)
    )
    var page = press([.text("x")], &citizen)
    #expect(page.contains("Legen får ikke fornye resepten før du ber om det på nytt."), "\(page)")
    // Anything else in between takes the asking back.
    page = press([.text("v"), .key(.escape), .text("x")], &citizen)
    #expect(page.contains("Legen får ikke"), "\(page)")
    page = press([.text("x")], &citizen)
    #expect(page.contains("Ønsket om fornyelse er tatt tilbake."), "\(page)")
    #expect(!press([.text("x")], &citizen).contains("Legen får ikke"))
    var after = try desk()
    let text = press([.key(.enter)], &after)
    #expect(!text.contains("h Decide") && text.contains("taken back"), "\(text)")
    let again = try household.portal.openOwn(household.grandmother)
    #expect(
      try again.renewablePrescriptions().first { $0.id == asked }?.refusal == nil
    )
  }

  @Test func `the desk is personal: it is left as a record is`() throws {
    try write("Det dunker")
    var application = try desk()
    #expect(application.isOccupied)
    application.signOut()
    let text = application.frame().text
    #expect(text.contains("Who is at the desk?") && !text.contains("Dina"))
    #expect(!application.isOccupied)
  }

  @Test func `times are offered from the desk`() throws {
    var application = try desk()
    _ = press([.text("i"), .text("2026-11-24"), .key(.tab), .text("09:20")], &application)
    let page = press([.key(.control("s"))], &application)
    #expect(page.contains("One time is offered."), "\(page)")
    let office = try household.portal.openPracticeAsOwner(practice)
    let day = try #require(CivilDate("2026-11-24"))
    let span = OsloTime.noon(day).advanced(bySeconds: -43_200)..<OsloTime.noon(day)
    #expect(try office.slots(in: span).count == 1)
  }

  @Test func `the practice of a demonstration answers after its delay, and says it is simulated`()
    throws
  {
    let simulation = SimulatedPractice(household.portal, English())
    simulation.open()
    #expect(simulation.deadline == nil && !simulation.descriptors.isEmpty)
    try write("Det dunker")
    let start = Deadline.after(.zero)
    simulation.take(now: start)
    let due = try #require(simulation.deadline)
    let record = try household.portal.openOwn(household.daughter)
    let thread = try #require(try record.messageThreads(newest: 1).first?.id)
    #expect(try record.messageThread(thread).count == 1)
    simulation.take(now: due)
    _ = try record.refresh()
    let entries = try record.messageThread(thread).entries
    let answer = try #require(entries.first { !$0.message.isFromPerson }?.message)
    #expect(answer.author?.isSimulated == true && answer.text.contains("simulated"))
    let context = ScreenContext(portal: household.portal, record: record, phrases: English())
    var screen = ThreadScreen(context: context, thread: thread)
    _ = screen.update(.shown)
    let marked = Notice(severity: .warning, text: English().simulated)
    #expect(screen.page().blocks.contains(.notice(marked)))
  }
}
