import PortalCore
import Testing

@testable import PortalTUI

struct ResultPageTests {
  /// The first lines of the page of a result, up to the second empty line.
  private func page(_ result: TestResult, _ phrases: any Phrasebook = Bokmal()) throws -> String {
    let sample = try SampleRecord([
      ("person", InventedContent.person), ("r", .testResult(result)),
    ])
    let context = try sample.open(phrases)
    let item = Target.record(.testResult, SampleRecord.id("r")).item
    return RecordPages(context).page(of: item)?.text() ?? ""
  }

  @Test func `a result says its value, what that means and what was found before`() throws {
    let sample = try SampleRecord([("person", InventedContent.person)] + InventedContent.results)
    let context = try sample.open()
    let item = Target.record(.testResult, SampleRecord.id("k1")).item
    #expect(
      RecordPages(context).page(of: item)?.text() == """
        Kalium

        Svar: 5.60 mmol/L
        Vurdering: Høyt

        Svaret er over referanseområdet i denne rapporten (3.5–5.0 mmol/L). Omtrent 1 av 20 friske \
        har et svar utenfor referanseområdet. Spør legen hva svaret betyr for deg.

        Kommentar

        Kontroller igjen om to uker.

        Referanseområde: 3.5–5.0 mmol/L
        Status: Endelig svar
        Tatt: 02.03.2026 kl. 08.15
        Svaret kom: 03.03.2026
        Prøvemateriale: Serum
        Metode: Ioneselektiv elektrode
        Utført av: Testdal laboratorium

        Alle svar på denne prøven, nyeste først

        2 svar fra mars 2025 til 02.03.2026. Det nyeste er 5.60 mmol/L, over referanseområdet. \
        Laveste < 3.0, høyeste 5.60.

        1. Høyt: Dato: 02.03.2026 (dette), Svar: 5.60 mmol/L, Referanseområde: 3.5–5.0 mmol/L
        2. Lavt: Dato: mars 2025, Svar: < 3.0 mmol/L, Referanseområde: 3.6–5.0 mmol/L

        *: Vis originalen
        *: Vis endringer
        """
    )
  }

  @Test func `the same in English`() throws {
    let result = InventedContent.result(
      "Potassium",
      date: "2026-03-02T08:15:00+01:00",
      .quantity(.amount("<3.0", "mmol/L")),
      [.between("3.5", "5.0", "mmol/L")],
      status: .preliminary
    )
    #expect(
      try page(result, English()) == """
        Potassium

        Result: < 3.0 mmol/L

        “< 3.0” means less than 3.0. The result is below the reference range of this report \
        (3.5–5.0 mmol/L). About 1 in 20 healthy people has a result outside the reference range. \
        Ask your GP what the result means for you.

        Reference range: 3.5–5.0 mmol/L
        Status: Preliminary result, may change
        Taken: 2 Mar 2026, 08:15

        This is the only result you have of this test here.

        *: Show the original
        *: Show changes
        """
    )
  }

  @Test func `a result with neither value, date nor name is said in words`() throws {
    let result = TestResult(code: CodeableConcept(), status: .unknown)
    #expect(
      try page(result) == """
        Prøve uten navn

        Svar: Svaret har ingen verdi

        Status: Ukjent

        Dette er det eneste svaret du har på denne prøven her.

        *: Vis originalen
        *: Vis endringer
        """
    )
  }

  private static func absent(_ code: String) -> ObservedValue {
    .absent(CodeableConcept(codings: [Coding(code: code)]))
  }

  @Test(arguments: [
    (ObservedValue.quantity(.amount("1.50")), "1.50"),
    (.quantity(.amount(">=90", "mL/min")), ">= 90 mL/min"),
    (.quantity(Quantity(value: ExactDecimal("2"), unitCode: "10*9/L")), "2 10*9/L"),
    (.quantity(Quantity(value: ExactDecimal("1.1"), unitCode: "1")), "1.1"),
    (.quantity(Quantity(value: nil, unit: "mmol/L")), "Svaret har ingen verdi"),
    (.concept(CodeableConcept(text: "Påvist")), "Påvist"),
    (.concept(CodeableConcept()), "Svaret har ingen verdi"),
    (.text("Se kommentar"), "Se kommentar"),
    (.boolean(true), "Ja"),
    (.integer(-3), "-3"),
    (.range(low: .amount("1", "g"), high: .amount("2", "g")), "1–2 g"),
    (.range(low: .amount("1", "g"), high: .amount("2", "kg")), "1 g–2 kg"),
    (.range(low: .amount("1", "g"), high: nil), "1 g eller mer"),
    (.range(low: nil, high: nil), "Svaret har ingen verdi"),
    (.ratio(numerator: .amount("1"), denominator: .amount("128")), "1:128"),
    (.sampledData(points: 300), "En kurve med 300 punkter"),
    (.time("08:30:00"), "08:30:00"),
    (.period(Period(start: PartialDate("2026-01"))), "fra januar 2026"),
    (absent("asked-declined"), "Ingen verdi: den som ble spurt, ville ikke svare"),
    (.absent(CodeableConcept(text: "Prøven koagulerte")), "Ingen verdi: Prøven koagulerte"),
    (.absent(CodeableConcept()), "Ingen verdi: grunnen er ukjent"),
  ])
  func `every kind of value is said as it was written`(value: ObservedValue, text: String) throws {
    var result = InventedContent.result("Prøve", value)
    result.effective.start = PartialDate("2026")
    let lines = try page(result).split(separator: "\n").map(String.init)
    #expect(lines[1] == "Svar: \(text)")
    #expect(lines.contains("Tatt: 2026"))
    #expect(lines.contains("Referanseområde: Rapporten oppgir ikke noe referanseområde."))
  }

  @Test func `a date as a value is written as the language writes it`() throws {
    let date = try #require(PartialDate("2026-05-17"))
    let result = InventedContent.result("Siste menstruasjon", .date(date))
    #expect(try page(result).contains("Svar: 17.05.2026"))
    #expect(try page(result, English()).contains("Result: 17 May 2026"))
  }

  @Test(
    arguments: [
      ("", [ReferenceRange(text: "Se tabell")], "Referanseområde: Se tabell"),
      (
        "",
        [ReferenceRange(low: .amount("1", "g"), text: "voksne")],
        "Referanseområde: 1 g eller mer, voksne"
      ),
      (
        "kan ikke sammenlignes",
        [.between("1", "2", "mg")],
        "Referanseområde: 1–2 mg"
      ),
      (
        "",
        [
          .between("1", "6", "g"),
          ReferenceRange(low: .amount("2", "g"), appliesTo: [CodeableConcept(text: "gravide")]),
        ],
        "Referanseområde: 1–6 g; 2 g eller mer (gravide)"
      ),
    ] as [(String, [ReferenceRange], String)]
  )
  func `a range that cannot be compared is shown, and not judged by`(
    sentence: String,
    ranges: [ReferenceRange],
    line: String
  ) throws {
    let result = InventedContent.result("Prøve", .quantity(.amount("5", "g")), ranges)
    let text = try page(result)
    #expect(text.contains(line))
    #expect(text.contains(sentence) || sentence.isEmpty)
    #expect(!text.contains("1 av 20"))
  }

  @Test func `the parts of a value have their own ranges and flags`() throws {
    let sample = try SampleRecord([("person", InventedContent.person)] + InventedContent.results)
    let context = try sample.open(English())
    let item = Target.record(.testResult, SampleRecord.id("bp")).item
    let text = try #require(RecordPages(context).page(of: item)).text()
    #expect(
      text.contains(
        """
        Parts of the result

        Systolisk: 128 mmHg
        Diastolisk: 92 mmHg, above the reference range, reference range 90 mmHg or less
        """
      )
    )
  }

  @Test func `a panel lists its members and leaves out one that is kept from the reader`() throws {
    let sample = try SampleRecord(
      [("person", InventedContent.person)] + InventedContent.results,
      labels: ["na": [.delayed]]
    )
    let context = try sample.open()
    let item = Target.record(.testResult, SampleRecord.id("panel")).item
    #expect(
      RecordPages(context).page(of: item)?.text() == """
        Elektrolytter

        Status: Endelig svar
        Tatt: 02.03.2026 kl. 08.15

        Prøvene i denne gruppen

        1. Høyt: Prøve: Kalium, Svar: 5.60 mmol/L, Referanseområde: 3.5–5.0 mmol/L
        2. Prøve: Klorid, Svar: Finnes ikke i journalen din her

        *: Vis originalen
        *: Vis endringer
        """
    )
    let list = ResultsScreen(context: context).shownText()
    #expect(!list.contains("Natrium"))
  }

  @Test func `a report says what it concludes`() throws {
    let sample = try SampleRecord([("person", InventedContent.person)] + InventedContent.results)
    let context = try sample.open()
    let item = Target.record(.resultReport, SampleRecord.id("report")).item
    #expect(
      RecordPages(context).page(of: item)?.text() == """
        Blodprøver

        Status: Endelig rapport
        Tatt: 02.03.2026 kl. 08.15
        Utført av: Testdal laboratorium

        Konklusjon

        Litt høyt kalium.

        Svarene i rapporten

        1. Prøve: Elektrolytter, Svar: Flere svar

        *: Vis originalen
        *: Vis endringer
        """
    )
  }
}
