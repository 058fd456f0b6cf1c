import PortalCore
import Testing

@testable import PortalTUI

/// What becomes of an open page when another process writes.
struct LiveRefreshTests {
  private let sample: SampleRecord
  private let context: ScreenContext
  private let size = ScreenSize(columns: 80, rows: 24)

  init() throws {
    sample = try SampleRecord([("person", InventedContent.person)] + InventedContent.messages)
    context = try sample.open()
  }

  private func application(_ screen: any Screen, rows: Int = 24) -> Application {
    var application = Application(
      first: screen,
      phrases: Bokmal(),
      signs: .unicode,
      mark: "",
      size: ScreenSize(columns: 80, rows: rows)
    )
    _ = application.frame()
    // Everything that has come so far.
    _ = application.refresh()
    return application
  }

  /// Writes as another process would: through another open record.
  private func writeElsewhere(_ count: Int = 1) throws {
    let other = try sample.open()
    for number in 1...count {
      let message = OutgoingMessage(kind: .office, subject: "Annet \(number)", text: "Fra et annet")
      _ = try other.record.send(message, id: other.record.newID())
    }
  }

  private func text(_ application: inout Application) -> String {
    application.frame().text
  }

  @Test func `a message from elsewhere appears on the open page, and it is said`() throws {
    var application = application(MessagesScreen(context: context))
    #expect(!text(&application).contains("Annet 1"))
    try writeElsewhere()
    let needsFrame = application.refresh()
    #expect(needsFrame)
    #expect(text(&application).contains("Annet 1"))
    #expect(text(&application).contains(Bokmal().storeChanged))
  }

  @Test func `what was said of one page is not said on the next`() throws {
    var application = application(OverviewScreen(context: context))
    try writeElsewhere()
    _ = application.refresh()
    #expect(text(&application).contains(Bokmal().storeChanged))
    _ = application.handle(.text("e"), size: size)
    #expect(!text(&application).contains(Bokmal().storeChanged))
  }

  @Test func `the selection and the filter stay`() throws {
    var application = application(MessagesScreen(context: context))
    for event in [TerminalEvent.text("/"), .text("prøven"), .key(.enter)] {
      _ = application.handle(event, size: size)
    }
    let before = text(&application)
    #expect(before.contains("Prøven"))
    try writeElsewhere(3)
    _ = application.refresh()
    let after = text(&application)
    #expect(!after.contains("Annet"))
    _ = application.handle(.key(.enter), size: size)
    #expect(application.page.title == "Prøven min")
  }

  @Test func `the selected conversation stays selected when others come above it`() throws {
    var application = application(MessagesScreen(context: context))
    _ = application.handle(.key(.down), size: size)
    try writeElsewhere(5)
    _ = application.refresh()
    _ = application.handle(.key(.enter), size: size)
    #expect(!application.page.title.hasPrefix("Annet"))
  }

  @Test func `what is being typed and its cursor stay, and it is said that something came`() throws
  {
    var application = application(WriteMessageScreen(context: context, thread: nil))
    let typing: [TerminalEvent] = [
      .key(.tab), .text("Emnet"), .key(.tab), .text("Halvferdig"), .key(.left), .key(.left),
    ]
    for event in typing { _ = application.handle(event, size: size) }
    let cursor = application.frame().cursor.column
    try writeElsewhere()
    let needsFrame = application.refresh()
    #expect(needsFrame)
    #expect(text(&application).contains(Bokmal().storeChangedWhileTyping))
    #expect(application.frame().cursor.column == cursor)
    _ = application.handle(.text("X"), size: size)
    #expect(text(&application).contains("HalvferdXig"))
    #expect(text(&application).contains("Emnet"))
  }

  @Test func `what is being typed stays also where it may not be sent any more`() throws {
    var application = application(WriteMessageScreen(context: context, thread: nil))
    for event in [TerminalEvent.key(.tab), .key(.tab), .text("Halvferdig")] {
      _ = application.handle(event, size: size)
    }
    try sample.consent(to: .basis)
    _ = application.refresh()
    #expect(text(&application).contains("Halvferdig"))
    #expect(text(&application).contains(Bokmal().sentence(.cannotWrite)))
  }

  @Test func `one's own message is no reason to draw`() throws {
    var application = application(MessagesScreen(context: context))
    let message = OutgoingMessage(kind: .office, subject: "Eget", text: "Eget")
    _ = try context.record.send(message, id: context.record.newID())
    let needsFrame = application.refresh()
    #expect(!needsFrame)
  }

  @Test func `a page left below shows what came when it is shown again`() throws {
    var application = application(OverviewScreen(context: context))
    _ = application.handle(.key(.enter), size: size)
    #expect(application.page.title == "Meldinger")
    try writeElsewhere()
    _ = application.refresh()
    _ = application.handle(.key(.escape), size: size)
    #expect(text(&application).contains("3 samtaler"))
  }

  @Test func `a page scrolled away from its selection stays where it is`() throws {
    try writeElsewhere(40)
    _ = try context.record.refresh()
    var application = application(MessagesScreen(context: context), rows: 12)
    let small = ScreenSize(columns: 80, rows: 12)
    for _ in 0..<3 { _ = application.handle(.key(.pageDown), size: small) }
    let before = text(&application)
    let selected = before.split(separator: "\n").filter { $0.contains("Annet") }
    try sample.add([("new", InventedContent.person)])
    _ = application.refresh()
    let after = text(&application).split(separator: "\n").filter { $0.contains("Annet") }
    #expect(selected == after)
  }

  @Test func `nothing is watched where no record is open, or its session has ended`() throws {
    #expect(context.record.startWatching() != nil)
    var application = application(MessagesScreen(context: context))
    #expect(application.recordWatch != nil)
    application.end()
    #expect(application.recordWatch == nil)
    #expect(context.record.startWatching() == nil)
  }
}
