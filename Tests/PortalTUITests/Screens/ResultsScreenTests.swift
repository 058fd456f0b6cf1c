import PortalCore
import Testing

@testable import PortalTUI

struct ResultsScreenTests {
  private func screen(_ phrases: any Phrasebook = Bokmal()) throws -> ResultsScreen {
    let sample = try SampleRecord([("person", InventedContent.person)] + InventedContent.results)
    var screen = ResultsScreen(context: try sample.open(phrases))
    _ = screen.update(.shown)
    return screen
  }

  @Test func `by date, the results of a report stand below it`() throws {
    #expect(
      try screen().page().text() == """
        Prøvesvar

        Nyeste først. Svarene i en rapport står under rapporten.

        1. Dato: 02.03.2026, Prøve: Blodprøver, Svar: Rapport
        2. Dato: 02.03.2026, Prøve: Elektrolytter, Svar: Flere svar
        3. Høyt: Dato: 02.03.2026, Prøve: Kalium, Svar: 5.60 mmol/L, Referanseområde: 3.5–5.0 mmol/L
        4. Dato: 02.03.2026, Prøve: Natrium, Svar: 140 mmol/L, Referanseområde: 137–145 mmol/L
        5. Høyt: Dato: 01.02.2026, Prøve: Blodtrykk, Svar: 128 mmHg, 92 mmHg
        6. Lavt: Dato: mars 2025, Prøve: P-Kalium, Svar: < 3.0 mmol/L, Referanseområde: 3.6–5.0 mmol/L

        *: Vis etter prøve
        """
    )
  }

  @Test func `by analysis, results of one code are one row with the newest`() throws {
    var screen = try screen(English())
    #expect(screen.update(.run(.changeOrder, on: nil)).isEmpty)
    #expect(
      screen.page().text() == """
        Test results

        Each test by itself, in alphabetical order, with the newest result.

        1. High: Test: Blodtrykk, Newest result: 128 mmHg, 92 mmHg, Date: 1 Feb 2026, \
        Number: 1 result
        2. Test: Elektrolytter, Newest result: Several results, Date: 2 Mar 2026, Number: 1 result
        3. High: Test: Kalium, Newest result: 5.60 mmol/L, Date: 2 Mar 2026, Number: 2 results
        4. Test: Natrium, Newest result: 140 mmol/L, Date: 2 Mar 2026, Number: 1 result

        *: Show by date
        """
    )
    _ = screen.update(.run(.changeOrder, on: nil))
    #expect(screen.page().actions.map(\.label) == ["Show by test"])
  }

  @Test func `the right half of a wide screen is the page that opening gives`() throws {
    var screen = try screen()
    let item = Target.record(.testResult, SampleRecord.id("k1")).item
    guard case .push(var opened)? = screen.update(.open(item)).first else {
      Issue.record("nothing is opened")
      return
    }
    _ = opened.update(.shown)
    #expect(screen.detail(of: item) == opened.page())
  }

  @Test(arguments: [
    (TestResult.Status.preliminary, "4 g (foreløpig)"), (.corrected, "4 g (rettet)"),
    (.final, "4 g"), (.amended, "4 g"), (.cancelled, "4 g (avbestilt)"),
  ])
  func `a result that is not settled says so in the list`(
    status: TestResult.Status,
    text: String
  ) {
    let result = InventedContent.result("Prøve", .quantity(.amount("4", "g")), status: status)
    #expect(ResultSummary(Bokmal()).value(result) == text)
  }

  @Test(
    arguments: [
      (["H"], "5", "Høyt", Notice.Severity.warning), (["LL"], "1", "Svært lavt", .danger),
      (["POS"], "1", "Positivt", .information), (["N"], "9", nil, .information),
      ([], "9", "Høyt", .warning), ([], "3", nil, .information),
      (["XYZ"], "3", "XYZ", .information),
    ] as [([String], String, String?, Notice.Severity)]
  )
  func `the mark is the laboratory's word, else that of its own range`(
    flags: [String],
    value: String,
    word: String?,
    severity: Notice.Severity
  ) {
    let result = InventedContent.result(
      "Prøve",
      .quantity(.amount(value)),
      [.between("2", "4")],
      flags: flags
    )
    let mark = ResultSummary(Bokmal()).mark(result)
    #expect(mark?.text == word)
    #expect(mark == nil || mark?.severity == severity)
  }

  @Test func `the Norwegian flags are told from the international ones by their system`() {
    let coding = Coding(system: CodeSystem.laboratoryFlag, code: "2")
    #expect(ResultFlag([CodeableConcept(codings: [coding])]) == .low)
    #expect(ResultFlag([CodeableConcept(codings: [Coding(code: "2")])]) == nil)
  }

  @Test func `without results the page says where they may be`() throws {
    let sample = try SampleRecord([("person", InventedContent.person)])
    #expect(
      ResultsScreen(context: try sample.open()).shownText() == """
        Prøvesvar

        Det finnes ingen prøvesvar her. Prøver du har tatt, kan ligge hos legen eller sykehuset.
        """
    )
  }

  @Test func `a circle of panels ends`() throws {
    var first = InventedContent.result("A")
    var second = InventedContent.result("B")
    first.members = [InventedContent.reference("b")]
    second.members = [InventedContent.reference("a")]
    let sample = try SampleRecord([
      ("person", InventedContent.person), ("a", .testResult(first)), ("b", .testResult(second)),
    ])
    let screen = ResultsScreen(context: try sample.open())
    #expect(Entries(screen.page())?.count == 2)
  }
}
