/// What is to be erased of a record: every version of it, wherever it stands.
package struct ErasureSelection: Sendable {
  /// Single records, and all of some kinds.
  package var records: Set<RecordID>
  package var kinds: Set<RecordKind>
  /// Whether of the person themselves only what tells who they are is left.
  package var leavesIdentityOnly: Bool
  package var includesDrafts: Bool

  package init(
    records: Set<RecordID> = [],
    kinds: Set<RecordKind> = [],
    leavesIdentityOnly: Bool = false,
    includesDrafts: Bool = false
  ) {
    self.records = records
    self.kinds = kinds
    self.leavesIdentityOnly = leavesIdentityOnly
    self.includesDrafts = includesDrafts
  }

  /// All that the portal stores of a person but what they have consented to and who may act for
  /// them (`rules.md` 2.1).
  package static let consentWithdrawn = ErasureSelection(
    kinds: Set(RecordKind.allCases.filter(\.isErasedWithConsent)),
    leavesIdentityOnly: true,
    includesDrafts: true
  )

  /// Whether every version of a record goes.
  ///
  /// What repairs and erasures have said of the record stays for good: without it what it explains
  /// is damage.
  func takes(_ id: String, _ kind: RecordKind?) -> Bool {
    if kind == .repair || kind == .erasure { return false }
    if kind == .person { return leavesIdentityOnly }
    return records.contains { $0.text == id } || kind.map(kinds.contains) == true
  }
}

extension RecordKind {
  /// Whether it goes where consent is withdrawn.
  fileprivate var isErasedWithConsent: Bool {
    switch self {
    case .consent, .youthLogin, .proxyGrant, .representation, .accessNotice, .person, .repair,
      .erasure:
      false
    case .message, .testResult, .resultReport, .prescription, .dispensing, .medicationListEntry,
      .medication, .vaccination, .allergy, .healthCondition, .document, .unmappedResource,
      .practitioner, .practitionerRole, .organization, .importReceipt, .threadStatus, .renewal,
      .appointment, .practitionerChange, .waitingListPlace, .notificationProfile:
      true
    }
  }
}

extension Person {
  /// Who it is, and nothing else: names, numbers, birth date, and what keeps others from the record.
  var identityOnly: Person {
    var person = Person(names: names, identifiers: identifiers)
    person.birthDate = birthDate
    person.isDeceased = isDeceased
    person.deceasedDate = deceasedDate
    person.hasUnlistedAddress = hasUnlistedAddress
    return person
  }
}
