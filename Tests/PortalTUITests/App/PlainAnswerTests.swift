import PortalCore
import Testing

@testable import PortalTUI

/// What is said in plain lines to an answer that means nothing, and to one that is no text.
struct PlainAnswerTests {
  private let sample: SampleRecord

  init() throws {
    sample = try SampleRecord([("person", InventedContent.person)] + InventedContent.messages)
  }

  private func run(
    _ screen: any Screen,
    _ lines: [[UInt8]],
    _ phrases: any Phrasebook = English()
  ) -> String {
    var output = ""
    var lines = lines
    let console = Console(
      Console.Channels(
        output: {
          output += $0
          return true
        },
        error: { _ in },
        input: { lines.isEmpty ? nil : lines.removeFirst() }
      )
    )
    var runtime = PlainRuntime(first: screen, phrases: phrases, mark: "", console: console)
    runtime.run(reason: .option)
    return output
  }

  private func messages(_ phrases: any Phrasebook = English()) throws -> MessagesScreen {
    MessagesScreen(context: try sample.open(phrases))
  }

  @Test func `what is not understood is said as it was typed, with what can be typed`() throws {
    let text = run(try messages(), [Array("show my  messages ".utf8)])
    #expect(text.contains("“show my  messages ” is no choice here. You can type:\n"))
    let choices = "1–2: open one. w: Write a message. o: Show by practice and hospital. "
    #expect(text.contains(choices + "b: back. h: help. q: quit.\n"), "\(text)")
  }

  @Test func `in the other language too`() throws {
    let text = run(try messages(Bokmal()), [Array("vis alt".utf8)], Bokmal())
    #expect(text.contains("«vis alt» er ikke et valg her. Du kan skrive:\n1–2: åpne en. "))
    #expect(text.contains("t: tilbake. h: hjelp. a: avslutt.\n"))
  }

  @Test func `where nothing opens no number is offered, and of one it is the one`() throws {
    struct Still: Screen {
      var record: OpenRecord? { nil }
      let items: [Item]
      func page() -> Page {
        Page(title: "Still", blocks: [.list(ItemList(items: items, emptyText: "Nothing."))])
      }
      mutating func update(_ intent: Intent) -> [Effect] { [] }
    }
    let none = run(Still(items: []), [Array("x y".utf8)])
    #expect(none.contains("You can type:\nb: back."))
    let one = run(Still(items: [Item(id: "1", title: "One")]), [Array("x y".utf8)])
    #expect(one.contains("You can type:\n1: open it. b: back."))
  }

  @Test func `nothing that a terminal would obey is said again`() throws {
    let text = run(try messages(), [Array("a\u{1B}[2J b\u{202E}".utf8)])
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    #expect(text.contains(" b"))
  }

  @Test(arguments: [" 1 ", "1\r", "\t1"])
  func `spaces around an answer mean nothing`(line: String) throws {
    let text = run(try messages(), [Array(line.utf8), Array(" b ".utf8)])
    #expect(!text.contains("no choice here"))
    #expect(text.components(of: "\nMessages\n") == 3)
  }

  @Test func `two numbers are not one`() throws {
    let text = run(try messages(), [Array("1 2".utf8)])
    #expect(text.contains("“1 2” is no choice here."))
  }

  @Test func `a line that is no text is said to be none, and the next one counts`() throws {
    let text = run(try messages(), [[0x31, 0xFF], Array("q".utf8)])
    #expect(text.components(of: "That line is not text in UTF-8") == 2)
    #expect(!text.contains("no choice") && !text.contains("\u{FFFD}"))
  }

  @Test func `nothing of a line that is no text comes into a message`() throws {
    let context = try sample.open(English())
    let screen = WriteMessageScreen(context: context, thread: nil, kind: .office)
    let typed: [[UInt8]] = [
      Array("Subject".utf8), Array("One".utf8), [0x48, 0xE5], Array("Two".utf8), Array(".".utf8),
      Array("n".utf8),
    ]
    let text = run(screen, typed)
    #expect(text.components(of: "That line is not text in UTF-8") == 2)
    #expect(try context.record.messageDraft(in: nil)?.text == "One\nTwo")
  }
}

extension String {
  /// In how many pieces a text divides it.
  fileprivate func components(of separator: String) -> Int {
    split(separator: separator, omittingEmptySubsequences: false).count
  }
}
