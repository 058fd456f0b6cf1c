import PortalCore
import Testing

@testable import PortalTUI

struct SearchScreenTests {
  private func application(_ sample: SampleRecord) throws -> Application {
    let context = try sample.open(English())
    return Application(
      first: OverviewScreen(context: context),
      phrases: English(),
      signs: .unicode,
      mark: "",
      size: ScreenSize(columns: 80, rows: 24)
    )
  }

  private func type(_ text: String, into application: inout Application) {
    let size = ScreenSize(columns: 80, rows: 24)
    for character in text { _ = application.handle(.text(String(character)), size: size) }
  }

  private func press(_ key: Key, in application: inout Application) {
    _ = application.handle(.key(key), size: ScreenSize(columns: 80, rows: 24))
  }

  private func titles(_ application: Application) -> [String] {
    guard case .list(let list)? = Entries(application.page) else { return [] }
    return list.items.map(\.title)
  }

  @Test func `each letter typed finds anew, from whichever page of the record`() throws {
    let sample = try SampleRecord(InventedContent.everything)
    var application = try application(sample)
    type("f", into: &application)
    #expect(application.page.title == "Search")
    #expect(titles(application).isEmpty)
    type("prøven", into: &application)
    #expect(titles(application).contains("Prøven min"))
    type(" zebra", into: &application)
    #expect(titles(application).isEmpty)
    for _ in 0..<6 { press(.backspace, in: &application) }
    #expect(titles(application).contains("Prøven min"))
    press(.enter, in: &application)
    press(.enter, in: &application)
    #expect(application.page.title != "Search")
    press(.escape, in: &application)
    // What was looked for stands there still.
    #expect(application.page.title == "Search")
    #expect(titles(application).contains("Prøven min"))
  }

  @Test func `what a reader may not see is not found and not counted`() throws {
    var secret = Message(
      thread: SampleRecord.id("secret"),
      kind: .imported,
      status: .received,
      subject: "Hemmelig prøve",
      text: "xylofon",
      isFromPerson: false
    )
    secret.sent = PartialDate("2026-01-01")
    let sample = try SampleRecord(
      InventedContent.everything + [("secret", .message(secret))],
      labels: ["secret": [.inadvisable]]
    )
    let record = try sample.open(English()).record
    let result = try record.search(SearchQuery("xylofon"), newest: 10)
    #expect(result.count == 0)
    #expect(result.newest.isEmpty)
    #expect(try record.search(SearchQuery("prøve"), newest: 0).count > 0)
  }

  @Test func `a long list shows the newest and more when asked`() throws {
    let messages: [(String, RecordContent)] = (0..<130).map { number in
      var message = Message(
        thread: SampleRecord.id("m\(number)"),
        kind: .imported,
        status: .received,
        subject: "Number \(number)",
        text: "text",
        isFromPerson: false
      )
      message.sent = PartialDate(CivilDate(daysSinceEpoch: 20_000 + number))
      return ("m\(number)", .message(message))
    }
    let sample = try SampleRecord([("person", InventedContent.person)] + messages)
    var screen = MessagesScreen(context: try sample.open(English()))
    _ = screen.update(.shown)
    #expect(Entries(screen.page())?.count == 100)
    #expect(screen.page().text().contains("30 older are not shown."))
    #expect(screen.page().actions.contains { $0.id == .showOlder })
    _ = screen.update(.run(.showOlder, on: nil))
    #expect(Entries(screen.page())?.count == 130)
    #expect(!screen.page().actions.contains { $0.id == .showOlder })
    let count = try sample.open().record.sectionCounts().first { $0.area == .messages }?.count
    #expect(count == 130)
  }
}
