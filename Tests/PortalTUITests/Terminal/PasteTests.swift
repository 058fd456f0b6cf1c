import Testing

@testable import PortalTUI

struct PasteTests {
  private let start = "\u{1B}[200~"
  private let end = "\u{1B}[201~"

  @Test func `a paste is one event, with its control characters`() {
    var decoder = InputDecoder()
    let pasted = "en\rto\u{1B}[A\u{3}tre \u{1B}[20"
    let events = decoder.decode("a\(start)\(pasted)\(end)b".utf8)
    #expect(events == [.text("a"), .paste(pasted), .text("b")])
  }

  @Test func `a paste may arrive byte by byte`() {
    var decoder = InputDecoder()
    let events = "\(start)blå\u{1B}\u{1B}[201\(end)".utf8.flatMap {
      decoder.decode(CollectionOfOne($0))
    }
    #expect(events == [.paste("blå\u{1B}\u{1B}[201")])
  }

  @Test func `a paste without an end is over when its time is`() {
    var decoder = InputDecoder()
    #expect(decoder.decode("\(start)halv\u{1B}[2".utf8) == [])
    #expect(decoder.pending == .paste)
    #expect(decoder.flush() == [.paste("halv\u{1B}[2")])
    #expect(decoder.decode("q".utf8) == [.text("q")])
  }

  @Test func `of a very long paste the beginning is kept, and its end is still found`() {
    var buffer = PasteBuffer(limit: 3)
    let finished = "abcd\u{1B}[2efg\(end)".utf8.map { buffer.append($0) }
    #expect(finished.last == true)
    #expect(!finished.dropLast().contains(true))
    #expect(buffer.take() == "abc")
  }
}
