import PortalCore
import Testing

@testable import PortalTUI

/// The ways to the practice, with and without something unsent.
struct WaysScreenTests {
  private let sample: SampleRecord

  init() throws {
    sample = try SampleRecord([("person", InventedContent.person)] + InventedContent.messages)
  }

  private func ways(_ context: ScreenContext) -> WaysScreen {
    var screen = WaysScreen(context: context)
    _ = screen.update(.shown)
    return screen
  }

  private func items(_ screen: WaysScreen) -> [Item] {
    for case .list(let list) in screen.page().blocks { return list.items }
    return []
  }

  /// The page that an entry opens.
  private func opened(_ item: Int, _ screen: WaysScreen) throws -> any Screen {
    var screen = screen
    let id = try #require(items(screen)[safe: item]?.id)
    guard case .push(let page)? = screen.update(.open(id)).first else {
      throw ServiceError.noSuchRecord
    }
    return page
  }

  @Test func `with something unsent w shows the ways, and going on with it first`() throws {
    let context = try sample.open(English())
    let draft = OutgoingMessage(kind: .eConsultation, subject: "My cough", text: "It began")
    try context.record.keepDraft(draft)
    var messages = MessagesScreen(context: context)
    _ = messages.update(.shown)
    #expect(messages.page().actions.first?.label == English().label(.writeMessage))
    guard case .push(let screen)? = messages.update(.run(.write, on: nil)).first else {
      Issue.record("nothing is opened")
      return
    }
    #expect(screen is WaysScreen)
    let found = items(ways(context))
    #expect(found.count == 6)
    #expect(found.first?.title == "Continue unsent: E-consultation")
    #expect(found.first?.detail == "“My cough”, 16 Nov 2026, 12:01")
    let fields = try #require(try opened(0, ways(context)).page().form).fields
    #expect(fields.map(\.value) == ["My cough", "It began"])
  }

  @Test func `with something unsent every other way is open as without it`() throws {
    let context = try sample.open(English())
    try context.record.keepDraft(
      OutgoingMessage(kind: .eConsultation, subject: "", text: "It began")
    )
    let office = try opened(1, ways(context)).page()
    #expect(office.form?.fields.map(\.value) == ["", ""])
    #expect(office.title == English().name(of: Message.Kind.office))
    // The way of the unsent one goes on with it.
    #expect(try opened(2, ways(context)).page().form?.fields.last?.value == "It began")
    #expect(try opened(3, ways(context)).page().title == English().name(of: Message.Kind.renewal))
    #expect(try opened(4, ways(context)) is ChooseTimeScreen)
  }

  @Test func `an unsent message of each kind is kept apart, the last one first`() throws {
    let first = try sample.open(English())
    var writing = WriteMessageScreen(context: first, thread: nil, kind: .office)
    _ = writing.update(.keepDraft(["text": String(repeating: "long and\nlonger ", count: 20)]))
    let context = try sample.open(English())
    var second = WriteMessageScreen(context: context, thread: nil, kind: .eConsultation)
    _ = second.update(.keepDraft(["text": "It began"]))
    let found = items(ways(context))
    #expect(
      found.map(\.title).prefix(2) == [
        "Continue unsent: E-consultation",
        "Continue unsent: To the practice",
      ]
    )
    // The first words, on one line.
    #expect(found[1].detail.hasPrefix("“long and longer…”"))
    #expect(!found[1].detail.contains("\n"))
    // Throwing one away leaves the other.
    for _ in 0..<2 { _ = second.update(.run(.discardDraft, on: nil)) }
    #expect(items(ways(context)).first?.title == "Continue unsent: To the practice")
  }

  @Test(arguments: [(80, 24), (40, 12)], [English() as any Phrasebook, Bokmal()])
  func `what kind, how it begins and when it was kept can be read`(
    size: (columns: Int, rows: Int),
    phrases: any Phrasebook
  ) throws {
    let context = try sample.open(phrases)
    let text = String(repeating: "ord ", count: 100)
    try context.record.keepDraft(OutgoingMessage(kind: .eConsultation, subject: "", text: text))
    var visit = Visit(ways(context).page(), columns: size.columns, rows: size.rows)
    while !visit.showsSelection { visit.press(.move(.down)) }
    visit.press(.move(.down), .move(.up))
    let shown = visit.frame.lines.drop {
      !$0.contains(phrases.name(of: Message.Kind.eConsultation))
    }
    let entry = shown.prefix(2).joined(separator: " ")
    #expect(entry.contains("ord ord ord ord") && entry.contains("2026"), "\(visit.frame.text)")
  }

  @Test func `without anything unsent there are the ways alone`() throws {
    #expect(items(ways(try sample.open())).allSatisfy { $0.id.text.hasPrefix("way/") })
  }
}

extension Array {
  /// The element at a place; nil where there is none.
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
