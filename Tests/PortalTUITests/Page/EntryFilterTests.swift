import Testing

@testable import PortalTUI

struct EntryFilterTests {
  private static let page = Page(
    title: "T",
    blocks: [
      .list(
        ItemList(
          items: [
            Item(id: "1", title: "Prøvesvar fra Ålesund", detail: "Lege Kåre Ærø"),
            Item(id: "2", title: "E-resept", mark: .init(text: "Utløper", severity: .warning)),
            Item(id: "3", title: "Čáhci ja vuovdi", detail: "José Müller"),
            Item(id: "4", title: "Time hos fastlege Aasen"),
          ],
          emptyText: ""
        )
      )
    ]
  )

  @Test(arguments: [
    ("prøve", ["1"]), ("PROVE", ["1"]), ("alesund", ["1"]), ("ÅLESUND", ["1"]),
    ("aero", ["1"]), ("ærø", ["1"]), ("utlop", ["2"]), ("cahci jose", ["3"]), ("muller", ["3"]),
    ("åsen", ["4"]), ("aasen", ["4"]), ("asen", ["4"]), ("lege", ["1", "4"]),
    ("ege  e", ["1", "4"]),
    ("re", ["1", "2"]), ("æ", ["1"]), ("å", ["1", "4"]), ("zzz", []), ("lege\u{301}", ["1", "4"]),
  ])
  func `a filter finds words whatever their capitals and accents`(query: String, expected: [ItemID])
  {
    var whole = Visit(Self.page)
    whole.press(.startFilter, .edit(.insert(query)))
    #expect(ids(of: whole.state) == expected)
    var typed = Visit(Self.page)
    typed.press(.startFilter)
    typed.type(query)
    #expect(ids(of: typed.state) == expected)
  }

  private func ids(of state: PageState) -> [ItemID] {
    (0..<state.entryCount).compactMap { position in
      state.entryIndex(at: position).flatMap { state.entries?.id(at: $0) }
    }
  }

  @Test func `the selection stays on its entry while that matches`() {
    var visit = Visit(.numbered(30))
    for _ in 0..<12 { visit.press(.move(.down)) }
    visit.press(.startFilter)
    visit.type("1")
    #expect(visit.state.selection == "12")
    visit.type("3")
    #expect(visit.state.selection == "13")
    visit.press(.edit(.backspace), .edit(.backspace))
    #expect(visit.state.entryCount == 30)
    #expect(visit.state.selection == "13")
  }

  @Test func `arrows move among what matches while the filter is typed`() {
    var visit = Visit(.numbered(30))
    visit.press(.startFilter)
    visit.type("2")
    visit.press(.move(.down), .move(.down))
    #expect(visit.state.selection == "20")
    #expect(visit.state.takesText)
    #expect(visit.cursorLine.hasPrefix("Search: 2 "))
    visit.press(.edit(.insert("0")), .open)
    #expect(!visit.state.takesText)
    #expect(visit.cursorLine == "> Entry 20")
    #expect(visit.press(.open) == .open("20"))
  }

  @Test func `Esc ends the filter before it leaves the page`() {
    var visit = Visit(.numbered(30))
    visit.press(.startFilter, .edit(.insert("29")), .open)
    #expect(visit.frame.lines[10].hasSuffix("Search: 29  1 of 1"))
    #expect(visit.press(.back) == .changed)
    #expect(visit.state.selection == "29")
    #expect(visit.press(.back) == .leave)
  }

  @Test func `an empty filter is none`() {
    var visit = Visit(.numbered(3))
    #expect(visit.press(.startFilter, .open) == .changed)
    #expect(visit.press(.back) == .leave)
  }

  @Test func `where nothing matches the page says so`() {
    var visit = Visit(.numbered(30))
    visit.press(.startFilter, .edit(.insert("zzz")))
    #expect(visit.frame.lines[1] == "  Nothing matches.")
    #expect(visit.press(.open) == .changed)
    #expect(visit.press(.open) == .none)
    #expect(visit.state.selection == nil)
  }

  @Test func `a filter holds when the page is made anew`() {
    var visit = Visit(.numbered(30))
    visit.press(.startFilter, .edit(.insert("entry 1")), .open, .move(.down))
    #expect(visit.state.selection == "10")
    visit.state.show(.numbered(12))
    #expect(visit.state.selection == "10")
    #expect(visit.state.entryCount == 3)
    visit.state.show(.reading)
    #expect(visit.press(.back) == .leave)
  }

  @Test func `a page without a list has no filter`() {
    var visit = Visit(.reading)
    #expect(visit.press(.startFilter) == .none)
    #expect(!visit.state.takesText)
  }

  @Test func `a longer query gives what it gives at once`() {
    var random = SeededRandom(seed: 9)
    let letters = ["e", "n", " ", "1", "2", "å", "a", "\u{301}"]
    for _ in 0..<40 {
      var visit = Visit(.numbered(40))
      visit.press(.startFilter)
      for _ in 0..<5 { visit.type(letters.randomElement(using: &random) ?? "e") }
      var fresh = Visit(.numbered(40))
      fresh.press(.startFilter, .edit(.insert(visit.state.filter?.query.text ?? "")))
      #expect(ids(of: visit.state) == ids(of: fresh.state))
    }
  }
}
