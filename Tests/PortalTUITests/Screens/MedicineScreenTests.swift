import PortalCore
import Testing

@testable import PortalTUI

struct MedicineScreenTests {
  private func context(_ phrases: any Phrasebook = Bokmal()) throws -> ScreenContext {
    try SampleRecord([("person", InventedContent.person)] + InventedContent.medicines).open(phrases)
  }

  private func page(_ kind: RecordKind, _ name: String, _ context: ScreenContext) -> String {
    RecordPages(context).page(of: Target.record(kind, SampleRecord.id(name)).item)?.text() ?? ""
  }

  @Test func `prescriptions that can be collected stand first`() throws {
    #expect(
      PrescriptionsScreen(context: try context()).shownText() == """
        Resepter

        Resepter du kan hente ut, først, så tidligere. Nyeste først i hver del.

        1. Legemiddel: Testocet 500 mg, Status: Kan hentes ut, Uttak igjen: 3, \
        Gyldig til og med: 01.06.2027, Dato: 01.06.2026
        2. Legemiddel: Testicillin, Status: Utløpt, Gyldig til og med: 11.01.2026, Dato: 01.01.2026
        3. Legemiddel: Testosalve, Status: Utlevering, Dato: mai 2026

        *: Fornyelse av resept
        """
    )
  }

  @Test func `a prescription says what is left of it`() throws {
    #expect(
      page(.prescription, "rx1", try context(English())) == """
        Testocet 500 mg

        Status: Can be collected
        Dispensing: 3 left of 4 in all (3 repeats). Collected once
        Valid: 1 Jun 2026 to 1 Jun 2027
        Active substance: Paracetamol 500 mg
        Form: tablett
        Code: ATC N02BE01
        How to use it: 1 tablett inntil 3 ganger daglig; Ikke mer enn 4 g i døgnet
        Used for: Smerter
        Amount: 100 stk
        Prescribed: 1 Jun 2026
        Prescribed by: Ola Testmann
        Prescription group: C
        Substitution: The pharmacy may give another product of the same effect

        Dispensings

        1. 3 Jun 2026, 100 stk, Apotek Test

        *: Show the original
        *: Show changes
        """
    )
  }

  @Test func `a dispensing leads to its prescription`() throws {
    #expect(
      page(.dispensing, "md1", try context()) == """
        Testocet 500 mg

        Status: Fullført
        Utlevert: 03.06.2026
        Mengde: 100 stk
        Utført av: Apotek Test

        Resept

        1. Testocet 500 mg, 01.06.2026

        *: Vis originalen
        *: Vis endringer
        """
    )
  }

  @Test(
    arguments: [
      ("2026-11-16", nil, 0, "Kan hentes ut"), ("2026-11-15", nil, 0, "Utløpt"),
      ("2026-11", nil, 0, "Kan hentes ut"), ("2026-10", nil, 0, "Utløpt"),
      ("2026", nil, 0, "Kan hentes ut"), ("2025", nil, 0, "Utløpt"),
      (nil, 0, 1, "Alt er hentet ut"), (nil, 1, 1, "Kan hentes ut"),
      (nil, 1, 5, "Alt er hentet ut"), (nil, .max, 1, "Kan hentes ut"),
      (nil, -1, 1, "Kan hentes ut"),
    ] as [(String?, Int?, Int, String)]
  )
  func `the last day counts, and what is collected is subtracted`(
    end: String?,
    repeats: Int?,
    collected: Int,
    words: String
  ) throws {
    var prescription = Prescription(
      medication: Medication(code: CodeableConcept(text: "Testocet")),
      status: .active
    )
    prescription.validity.end = end.flatMap { PartialDate($0) }
    prescription.repeatsAllowed = repeats
    var content: [(String, RecordContent)] = [
      ("person", InventedContent.person), ("rx", .prescription(prescription)),
    ]
    for number in 0..<collected {
      var dispensing = Dispensing(medication: prescription.medication, status: "completed")
      dispensing.prescriptions = [InventedContent.reference("rx")]
      content.append(("d\(number)", .dispensing(dispensing)))
    }
    let context = try SampleRecord(content).open()
    #expect(page(.prescription, "rx", context).contains("Status: \(words)"))
    #expect(PrescriptionsScreen(context: context).shownText().contains(words))
  }

  @Test func `medicines in use stand before those that were stopped`() throws {
    #expect(
      MedicationsScreen(context: try context(English())).shownText() == """
        Medicines

        Medicines in use first, then earlier ones. Newest first in each part.

        1. Medicine: Testastatin 20 mg, Status: In use, How to use it: 1 tablett om kvelden, \
        Began: 2024
        2. Medicine: Testopril, Status: Stopped, Began: February 2020
        """
    )
  }

  @Test func `a medicine says since when and what for`() throws {
    #expect(
      page(.medicationListEntry, "ms2", try context()) == """
        Testopril

        Status: Sluttet
        Periode: februar 2020 til 2021

        *: Vis originalen
        *: Vis endringer
        """
    )
  }

  @Test func `a medicine without a name is called by its substances`() throws {
    var medication = Medication(code: CodeableConcept())
    medication.activeSubstances = [
      .init(code: CodeableConcept(text: "Alfa")), .init(code: CodeableConcept(text: "Beta")),
    ]
    let named = MedicationListEntry(medication: medication, status: .active)
    let nameless = MedicationListEntry(
      medication: Medication(code: CodeableConcept()),
      status: .notTaken
    )
    let sample = try SampleRecord([
      ("a", .medicationListEntry(named)), ("b", .medicationListEntry(nameless)),
    ])
    let text = MedicationsScreen(context: try sample.open()).shownText()
    #expect(text.contains("1. Legemiddel: Alfa + Beta, Status: I bruk"))
    #expect(text.contains("2. Legemiddel: Legemiddel uten navn, Status: Ikke tatt"))
  }

  @Test func `vaccines are told by date, dose and disease; one not given is marked`() throws {
    let sample = try SampleRecord(
      [("person", InventedContent.person)] + InventedContent.vaccinations
    )
    let context = try sample.open()
    #expect(
      VaccinationsScreen(context: context).shownText() == """
        Vaksiner

        Nyeste først.

        1. Ikke gitt: Vaksine: Influensavaksine, Dato: 01.10.2025
        2. Vaksine: MMR, Dato: august 1959, Dose: 1 av 2, Beskytter mot: Meslinger; Kusma
        3. Vaksine: Poliovaksine, Dato: som barn
        """
    )
    #expect(
      page(.vaccination, "v1", context) == """
        MMR

        Status: Gitt
        Gitt: august 1959
        Beskytter mot: Meslinger; Kusma
        Dose: 1 av 2
        Batchnummer: T-123
        Kode: SYSVAK MMR01

        *: Vis originalen
        *: Vis endringer
        """
    )
  }
}
