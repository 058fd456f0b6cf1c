import PortalCore

@testable import PortalTUI

/// Invented records of one invented person, by name.
enum InventedContent {
  static func reference(_ name: String) -> RecordReference {
    RecordReference(record: SampleRecord.id(name))
  }

  static func concept(
    _ title: String,
    _ system: String? = nil,
    _ code: String? = nil
  )
    -> CodeableConcept
  {
    guard let code else { return CodeableConcept(text: title) }
    return CodeableConcept(codings: [Coding(system: system, code: code, display: title)])
  }

  static var person: RecordContent {
    var person = Person(names: [HumanName(given: ["Kari"], family: "Testdal")])
    person.birthDate = PartialDate("1958-05-12")
    person.generalPractitioners = [RecordReference(display: "Testdal legesenter")]
    return .person(person)
  }

  static func result(
    _ title: String,
    code: String? = nil,
    date: String? = nil,
    _ value: ObservedValue? = nil,
    _ ranges: [ReferenceRange] = [],
    flags: [String] = [],
    status: TestResult.Status = .final
  ) -> TestResult {
    var result = TestResult(code: concept(title, CodeSystem.laboratory, code), status: status)
    result.effective.start = date.flatMap { PartialDate($0) }
    result.value = value
    result.referenceRanges = ranges
    result.interpretations = flags.map { CodeableConcept(codings: [Coding(code: $0)]) }
    return result
  }

  /// Results of many shapes.
  static var results: [(String, RecordContent)] {
    var panel = result("Elektrolytter", date: "2026-03-02T08:15:00+01:00")
    panel.members = [reference("k1"), reference("na"), RecordReference(display: "Klorid")]
    var potassium = result(
      "Kalium",
      code: "NPU03230",
      date: "2026-03-02T08:15:00+01:00",
      .quantity(.amount("5.60", "mmol/L")),
      [.between("3.5", "5.0", "mmol/L")],
      flags: ["H"]
    )
    potassium.notes = ["Kontroller igjen om to uker."]
    potassium.method = concept("Ioneselektiv elektrode")
    potassium.specimen = RecordReference(display: "Serum")
    potassium.performers = [RecordReference(display: "Testdal laboratorium")]
    potassium.issued = PartialDate("2026-03-03")
    let older = result(
      "P-Kalium",
      code: "NPU03230",
      date: "2025-03",
      .quantity(.amount("<3.0", "mmol/L")),
      [.between("3.6", "5.0", "mmol/L")]
    )
    let sodium = result(
      "Natrium",
      code: "NPU03429",
      date: "2026-03-02T08:15:00+01:00",
      .quantity(.amount("140", "mmol/L")),
      [.between("137", "145", "mmol/L")],
      flags: ["N"]
    )
    var pressure = result("Blodtrykk", date: "2026-02-01")
    pressure.components = [
      .init(code: concept("Systolisk"), value: .quantity(.amount("128", "mmHg"))),
      .init(
        code: concept("Diastolisk"),
        value: .quantity(.amount("92", "mmHg")),
        referenceRanges: [.between(nil, "90", "mmHg")]
      ),
    ]
    var report = ResultReport(code: concept("Blodprøver"), status: "final")
    report.effective.start = PartialDate("2026-03-02T08:15:00+01:00")
    report.results = [reference("panel")]
    report.conclusion = "Litt høyt kalium."
    report.performers = [RecordReference(display: "Testdal laboratorium")]
    return [
      ("report", .resultReport(report)), ("panel", .testResult(panel)),
      ("k1", .testResult(potassium)), ("k2", .testResult(older)), ("na", .testResult(sodium)),
      ("bp", .testResult(pressure)),
    ]
  }

  static var medicines: [(String, RecordContent)] {
    var paracetamol = Prescription(
      medication: Medication(
        code: concept("Testocet 500 mg", CodeSystem.atc, "N02BE01"),
        form: concept("tablett"),
        activeSubstances: [.init(code: concept("Paracetamol"), strength: "500 mg")]
      ),
      status: .active
    )
    paracetamol.authoredOn = PartialDate("2026-06-01")
    paracetamol.dosages = ["1 tablett inntil 3 ganger daglig", "Ikke mer enn 4 g i døgnet"]
    paracetamol.reasons = [concept("Smerter")]
    paracetamol.repeatsAllowed = 3
    paracetamol.validity = Period(start: PartialDate("2026-06-01"), end: PartialDate("2027-06-01"))
    paracetamol.prescriber = RecordReference(display: "Ola Testmann")
    paracetamol.group = concept("C")
    paracetamol.isSubstitutionAllowed = true
    paracetamol.quantity = .amount("100", "stk")
    var expired = Prescription(
      medication: Medication(code: concept("Testicillin")),
      status: .active
    )
    expired.authoredOn = PartialDate("2026-01-01")
    expired.validity.end = PartialDate("2026-01-11")
    var dispensing = Dispensing(
      medication: Medication(code: concept("Testocet 500 mg")),
      status: "completed"
    )
    dispensing.handedOver = PartialDate("2026-06-03")
    dispensing.prescriptions = [reference("rx1")]
    dispensing.performers = [RecordReference(display: "Apotek Test")]
    dispensing.quantity = .amount("100", "stk")
    var loose = Dispensing(medication: Medication(code: concept("Testosalve")), status: "on-hold")
    loose.prepared = PartialDate("2026-05")
    var statin = MedicationListEntry(
      medication: Medication(code: concept("Testastatin 20 mg")),
      status: .active
    )
    statin.effective.start = PartialDate("2024")
    statin.dosages = ["1 tablett om kvelden"]
    statin.reasons = [concept("Høyt kolesterol")]
    var stopped = MedicationListEntry(
      medication: Medication(code: concept("Testopril")),
      status: .stopped
    )
    stopped.effective = Period(start: PartialDate("2020-02"), end: PartialDate("2021"))
    return [
      ("rx1", .prescription(paracetamol)), ("rx2", .prescription(expired)),
      ("md1", .dispensing(dispensing)), ("md2", .dispensing(loose)),
      ("ms1", .medicationListEntry(statin)), ("ms2", .medicationListEntry(stopped)),
    ]
  }

  static var vaccinations: [(String, RecordContent)] {
    var measles = Vaccination(
      vaccine: concept("MMR", CodeSystem.sysvak, "MMR01"),
      status: .completed
    )
    measles.occurrence = PartialDate("1959-08")
    measles.doseNumber = "1"
    measles.seriesDoses = "2"
    measles.targetDiseases = [concept("Meslinger"), concept("Kusma")]
    measles.lotNumber = "T-123"
    var missed = Vaccination(vaccine: concept("Influensavaksine"), status: .notDone)
    missed.occurrence = PartialDate("2025-10-01")
    missed.statusReason = concept("Ønsket den ikke")
    var old = Vaccination(vaccine: concept("Poliovaksine"), status: .completed)
    old.occurrenceText = "som barn"
    return [("v1", .vaccination(measles)), ("v2", .vaccination(missed)), ("v3", .vaccination(old))]
  }

  static var coreJournal: [(String, RecordContent)] {
    var penicillin = Allergy(code: concept("Penicillin", CodeSystem.atc, "J01CE"))
    penicillin.type = "allergy"
    penicillin.categories = ["medication"]
    penicillin.criticality = "high"
    penicillin.clinicalStatus = "active"
    penicillin.verificationStatus = "confirmed"
    penicillin.reactions = [
      .init(manifestations: [concept("Utslett"), concept("Tung pust")], severity: "severe")
    ]
    penicillin.recorded = PartialDate("2001-05-05")
    var nuts = Allergy(code: concept("Nøtter"))
    nuts.verificationStatus = "refuted"
    var asthma = HealthCondition(code: concept("Astma", CodeSystem.icpc2, "R96"))
    asthma.clinicalStatus = "active"
    asthma.onset = PartialDate("1999")
    asthma.recorder = RecordReference(display: "Ola Testmann")
    var pneumonia = HealthCondition(code: concept("Lungebetennelse"))
    pneumonia.clinicalStatus = "resolved"
    pneumonia.onset = PartialDate("2010-01")
    pneumonia.abatement = PartialDate("2010-02")
    return [
      ("a1", .allergy(penicillin)), ("a2", .allergy(nuts)), ("c1", .healthCondition(asthma)),
      ("c2", .healthCondition(pneumonia)),
    ]
  }

  static var documents: [(String, RecordContent)] {
    var summary = RecordDocument(
      title: "Epikrise",
      type: concept("Epikrise medisin"),
      status: "final"
    )
    summary.date = PartialDate("2026-04-05")
    summary.authors = [RecordReference(display: "Ola Testmann")]
    summary.custodian = RecordReference(display: "Testdal sykehus")
    var findings = RecordDocument.Section(title: "Funn", text: "Lungene er frie.\nIngen feber.")
    findings.entries = [reference("c1"), reference("nowhere")]
    var empty = RecordDocument.Section(title: "Allergier")
    empty.emptyReason = CodeableConcept(codings: [Coding(code: "nilknown")])
    findings.sections = [RecordDocument.Section(title: "Hjerte", text: "Regelmessig.")]
    summary.sections = [findings, empty, RecordDocument.Section()]
    var plan = UnmappedResource(resourceType: "CarePlan", date: PartialDate("2026-09"))
    plan.status = "active"
    plan.text = "Gå en tur hver dag."
    let unknown = UnmappedResource(resourceType: "Basic", title: "Noe annet")
    return [
      ("d1", .document(summary)), ("d2", .unmappedResource(plan)),
      ("d3", .unmappedResource(unknown)),
    ]
  }

  static var messages: [(String, RecordContent)] {
    func message(_ name: String, _ first: String, _ subject: String, _ text: String) -> Message {
      Message(
        thread: SampleRecord.id(first),
        kind: .imported,
        status: .received,
        subject: subject,
        text: text,
        isFromPerson: false
      )
    }
    var question = message("m1", "m1", "Prøven min", "Når kommer svaret?")
    question.isFromPerson = true
    question.recipients = [RecordReference(display: "Testdal legesenter")]
    question.sent = PartialDate("2026-03-01T10:00:00+01:00")
    var answer = message("m2", "m1", "Prøven min", "Svaret er klart.\n\nHilsen legen")
    answer.sender = RecordReference(display: "Ola Testmann")
    answer.sent = PartialDate("2026-03-03T09:30:00+01:00")
    answer.attachments = [.init(title: "svar.pdf", contentType: "application/pdf")]
    let nameless = message("m3", "m3", "", "")
    return [
      ("m1", .message(question)), ("m2", .message(answer)), ("m3", .message(nameless)),
    ]
  }

  static var everything: [(String, RecordContent)] {
    [("person", person)] + results + medicines + vaccinations + coreJournal + documents + messages
  }
}
