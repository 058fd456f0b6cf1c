import PortalCore
import Testing

@testable import PortalTUI

struct DocumentScreenTests {
  private let sample: SampleRecord

  init() throws {
    sample = try SampleRecord(InventedContent.everything)
  }

  private func context(_ phrases: any Phrasebook = Bokmal()) throws -> ScreenContext {
    try sample.open(phrases)
  }

  private func page(_ kind: RecordKind, _ name: String, _ context: ScreenContext) -> String {
    RecordPages(context).page(of: Target.record(kind, SampleRecord.id(name)).item)?.text() ?? ""
  }

  @Test func `documents stand before what has no page of its own`() throws {
    #expect(
      DocumentsScreen(context: try context()).shownText() == """
        Dokumenter

        Dokumenter først, så andre opplysninger. Nyeste først i hver del.

        1. Tittel: Epikrise, Dato: 05.04.2026, Type: Epikrise medisin
        2. Tittel: Behandlingsplan, Dato: september 2026
        3. Tittel: Noe annet, Dato: uten dato, Type: Basic
        """
    )
  }

  @Test func `a document shows its parts, and what it refers to can be opened`() throws {
    #expect(
      page(.document, "d1", try context(English())) == """
        Epikrise

        Type: Epikrise medisin
        Status: Final
        Date: 5 Apr 2026
        Written by: Ola Testmann
        Kept by: Testdal sykehus

        Funn

        Lungene er frie.
        Ingen feber.

        Funn / Hjerte

        Regelmessig.

        Allergier

        Nothing is known here.

        Part without a title

        There is nothing in this part.

        What the document refers to

        1. Astma, Diagnosis, 1999

        *: Show the original
        *: Show changes
        """
    )
  }

  @Test func `what is not interpreted is shown in words as far as it goes`() throws {
    #expect(
      page(.unmappedResource, "d2", try context()) == """
        Behandlingsplan

        Type: Behandlingsplan (CarePlan)
        Dato: september 2026
        Status: Aktiv

        Gå en tur hver dag.

        Portalen har ingen egen side for slike opplysninger. Originalen viser alt.

        *: Vis originalen
        *: Vis endringer
        """
    )
  }

  @Test func `the original is shown with a line for each value`() throws {
    var screen = DetailScreen(
      context: try context(),
      kind: .unmappedResource,
      id: SampleRecord.id("d2")
    )
    guard case .push(let source)? = screen.update(.run(.showSource, on: nil)).first else {
      Issue.record("nothing is opened")
      return
    }
    #expect(
      source.shownText() == """
        Originalen

        Slik sto det i filen det kom fra (FHIR JSON).

        {
          "id": "d2"
        }
        """
    )
  }

  @Test func `what was made in the portal has no original`() throws {
    let context = try context()
    let id = context.record.newID()
    _ = try context.record.send(OutgoingMessage(kind: .office, subject: "", text: "Hei"), id: id)
    let screen = SourceScreen(context: context, records: [id])
    #expect(screen.shownText().hasSuffix("Dette er laget i portalen og har ingen original."))
  }

  @Test func `a deep document does not end the program`() throws {
    var part = RecordDocument.Section(title: "Innerst", text: "Her")
    for _ in 0..<50 {
      var outer = RecordDocument.Section(title: "Del")
      outer.sections = [part]
      part = outer
    }
    var document = RecordDocument(title: "Dypt", type: CodeableConcept(), status: "final")
    document.sections = [part]
    let sample = try SampleRecord([("d", .document(document))])
    #expect(page(.document, "d", try sample.open()).contains("Del / Del / Innerst\n\nHer"))
  }
}
