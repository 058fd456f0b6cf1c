/// A record as a section shows it.
package struct SectionEntry<Content: Sendable>: Sendable {
  package let id: RecordID
  package let content: Content
  package let version: Int
  package let hasOriginal: Bool
}

extension OpenRecord {
  /// Who the person is; an empty person where no file has said.
  package func person() throws(ServiceError) -> Person {
    guard case .person(let person)? = try personRecord()?.content else { return Person() }
    return person
  }

  package func prescriptions() throws(ServiceError) -> [SectionEntry<Prescription>] {
    try entries(.prescription, in: .prescriptions) {
      if case .prescription(let value) = $0 { value } else { nil }
    }
  }

  package func dispensings() throws(ServiceError) -> [SectionEntry<Dispensing>] {
    try entries(.dispensing, in: .prescriptions) {
      if case .dispensing(let value) = $0 { value } else { nil }
    }
  }

  package func medicationList() throws(ServiceError) -> [SectionEntry<MedicationListEntry>] {
    try entries(.medicationListEntry, in: .medications) {
      if case .medicationListEntry(let value) = $0 { value } else { nil }
    }
  }

  package func vaccinations() throws(ServiceError) -> [SectionEntry<Vaccination>] {
    try entries(.vaccination, in: .vaccinations) {
      if case .vaccination(let value) = $0 { value } else { nil }
    }
  }

  package func appointments() throws(ServiceError) -> [SectionEntry<Appointment>] {
    try entries(.appointment, in: .appointments) {
      if case .appointment(let value) = $0 { value } else { nil }
    }
  }

  package func allergies() throws(ServiceError) -> [SectionEntry<Allergy>] {
    try entries(.allergy, in: .coreJournal) {
      if case .allergy(let value) = $0 { value } else { nil }
    }
  }

  package func healthConditions() throws(ServiceError) -> [SectionEntry<HealthCondition>] {
    try entries(.healthCondition, in: .coreJournal) {
      if case .healthCondition(let value) = $0 { value } else { nil }
    }
  }

  package func testResults() throws(ServiceError) -> [SectionEntry<TestResult>] {
    try entries(.testResult, in: .results) {
      if case .testResult(let value) = $0 { value } else { nil }
    }
  }

  package func resultReports() throws(ServiceError) -> [SectionEntry<ResultReport>] {
    try entries(.resultReport, in: .results) {
      if case .resultReport(let value) = $0 { value } else { nil }
    }
  }

  /// Documents, resources of types the portal does not interpret, and repairs, the newest first.
  package func documents() throws(ServiceError) -> [Record] {
    try records([.document, .unmappedResource, .repair], in: .documents)
  }

  /// One record of any kind, as its section would show it.
  package func record(_ id: RecordID, of kind: RecordKind) throws(ServiceError) -> Record {
    let record = try record(id, in: kind.area)
    guard record.kind == kind else { throw .noSuchRecord }
    return record
  }

  /// Everything a section lists, the newest first; undated last.
  package func section(_ area: Area) throws(ServiceError) -> [Record] {
    try records(area.listedKinds, in: area)
  }

  /// Calls `body` with each record that a section lists, as long as it wants more.
  package func forEachRecord(
    in area: Area,
    _ body: (Record) -> Bool
  ) throws(ServiceError) {
    try forEachRecord(area.listedKinds, in: area, body)
  }

  /// Whether the gate would let a section be read now; throws why not.
  package func checkMayRead(_ area: Area) throws(ServiceError) {
    try allow(.read, in: area)
  }

  /// What a reference leads to, in words; nil where it says nothing.
  package func name(of reference: RecordReference?) -> String? {
    guard let reference else { return nil }
    if let display = reference.display, !display.isEmpty { return display }
    if let id = reference.record, let record = try? record(id, in: .overview) {
      if case .practitionerRole(let role) = record.content {
        let names = [name(of: role.practitioner), name(of: role.organization)].compactMap { $0 }
        return names.isEmpty ? record.content.title : names.joined(separator: ", ")
      }
      return record.content.title
    }
    return reference.identifier?.value ?? reference.dangling
  }

  private func entries<Content>(
    _ kind: RecordKind,
    in area: Area,
    _ content: (RecordContent) -> Content?
  ) throws(ServiceError) -> [SectionEntry<Content>] {
    try records([kind], in: area).compactMap { record in
      guard let value = content(record.content) else { return nil }
      return SectionEntry(
        id: record.id,
        content: value,
        version: record.version,
        hasOriginal: record.origin != nil
      )
    }
  }
}

extension Area {
  /// The kinds of record that a section lists.
  var listedKinds: Set<RecordKind> {
    switch self {
    case .overview: [.person]
    case .messages: [.message, .accessNotice]
    case .results: [.testResult, .resultReport]
    case .prescriptions: [.prescription, .dispensing]
    case .medications: [.medicationListEntry]
    case .vaccinations: [.vaccination]
    case .coreJournal: [.allergy, .healthCondition]
    case .documents: [.document, .unmappedResource, .repair]
    case .proxies: [.proxyGrant, .representation]
    case .privacy: [.consent, .youthLogin, .erasure]
    case .appointments: [.appointment]
    case .accessLog: []
    }
  }
}
