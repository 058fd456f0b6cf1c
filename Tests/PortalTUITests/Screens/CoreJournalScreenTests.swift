import PortalCore
import Testing

@testable import PortalTUI

struct CoreJournalScreenTests {
  private func screen(
    _ content: [(String, RecordContent)],
    _ phrases: any Phrasebook = Bokmal()
  ) throws -> CoreJournalScreen {
    let sample = try SampleRecord([("person", InventedContent.person)] + content)
    return CoreJournalScreen(context: try sample.open(phrases))
  }

  @Test func `what may be life-threatening stands first, earlier diagnoses last`() throws {
    #expect(
      try screen(InventedContent.coreJournal).shownText() == """
        Kjernejournal

        Allergier og reaksjoner først, så diagnoser du har nå, så tidligere diagnoser.

        1. Alvorlig: Hva: Penicillin, Type: Allergi (legemiddel), Status: Aktiv, \
        Reaksjoner: Utslett, Tung pust, Når: 05.05.2001
        2. Hva: Nøtter, Type: Allergi eller reaksjon, Status: Avkreftet
        3. Hva: Astma, Type: Diagnose, Status: Aktiv, Når: fra 1999
        4. Hva: Lungebetennelse, Type: Diagnose, Status: Gått over, \
        Når: januar 2010 til februar 2010
        """
    )
  }

  @Test func `an allergy says how serious it is and what happened`() throws {
    let screen = try screen(InventedContent.coreJournal, English())
    #expect(
      screen.detail(of: Target.record(.allergy, SampleRecord.id("a1")).item)?.text() == """
        Penicillin

        Type: Allergy (medicine)
        Seriousness: May cause a life-threatening reaction
        Reactions: Utslett, Tung pust, severe reaction
        Status: Active
        Certainty: Confirmed
        Recorded: 5 May 2001
        Code: ATC J01CE

        *: Show the original
        *: Show changes
        """
    )
  }

  @Test func `a diagnosis says since when and who recorded it`() throws {
    let screen = try screen(InventedContent.coreJournal)
    #expect(
      screen.detail(of: Target.record(.healthCondition, SampleRecord.id("c1")).item)?.text() == """
        Astma

        Status: Aktiv
        Begynte: 1999
        Registrert av: Ola Testmann
        Kode: ICPC-2 R96

        *: Vis originalen
        *: Vis endringer
        """
    )
  }

  @Test func `no information is not taken for having nothing`() throws {
    #expect(
      try screen([]).shownText() == """
        Kjernejournal

        i: Det finnes ingen opplysninger om allergier her. Det betyr ikke at du ikke har noen.

        i: Det finnes ingen opplysninger om diagnoser her. Det betyr ikke at du ikke har noen.
        """
    )
  }

  @Test(arguments: AbsentStatement.allCases)
  func `a code for there being nothing is a sentence, never a name`(
    statement: AbsentStatement
  ) throws {
    let code = CodeableConcept(codings: [
      Coding(system: "http://example.org", code: statement.rawValue, display: "No information")
    ])
    let screen = try screen([("a", .allergy(Allergy(code: code)))])
    let words = Bokmal().statement(statement)
    #expect(screen.shownText().hasSuffix("1. Hva: \(words)"))
    let item = Target.record(.allergy, SampleRecord.id("a")).item
    #expect(screen.detail(of: item)?.text().hasPrefix("\(words)\n\n\(words)\n") ?? false)
  }

  @Test func `the situations of SNOMED CT that say the same are known`() {
    let none = CodeableConcept(codings: [Coding(system: CodeSystem.snomed, code: "716186003")])
    #expect(AbsentStatement(none) == .noKnownAllergies)
    let other = CodeableConcept(codings: [Coding(system: "http://example.org", code: "716186003")])
    #expect(AbsentStatement(other) == nil)
  }

  @Test func `a code that is not in the lists is shown as it was written`() throws {
    var allergy = Allergy(code: CodeableConcept(text: "Bjørk"))
    allergy.type = "sensitivity"
    allergy.categories = ["pollen"]
    allergy.criticality = "medium"
    allergy.clinicalStatus = "dormant"
    allergy.verificationStatus = "likely"
    allergy.reactions = [.init()]
    let screen = try screen([("a", .allergy(allergy))])
    #expect(
      screen.detail(of: Target.record(.allergy, SampleRecord.id("a")).item)?.text() == """
        Bjørk

        Type: sensitivity (pollen)
        Alvorlighet: medium
        Reaksjoner: Reaksjon uten beskrivelse
        Status: dormant
        Sikkerhet: likely

        *: Vis originalen
        *: Vis endringer
        """
    )
  }
}
