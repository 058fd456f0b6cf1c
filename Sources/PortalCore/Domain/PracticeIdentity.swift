/// What identifies the practice that a reference leads to: the same text for all its patients.
///
/// An identifier first, since it is the same wherever it stands, else the name. What has neither
/// is a practice of this one person's only: two offices that happen to be `Practitioner/1` in two
/// files must not read each other's messages.
package struct PracticeIdentity<Failure: Error> {
  private let person: Person.ID
  private let content: (RecordID) throws(Failure) -> RecordContent?

  /// `content` gives what a record of the person's holds.
  package init(
    of person: Person.ID,
    _ content: @escaping (RecordID) throws(Failure) -> RecordContent?
  ) {
    self.person = person
    self.content = content
  }

  /// The text that stands for the practice.
  package func key(of reference: RecordReference) throws(Failure) -> String {
    if let key = try key(of: reference, depth: 0) { return key }
    return "nobody|\(person.text)|\(reference.dangling ?? "")"
  }

  private func key(of reference: RecordReference?, depth: Int) throws(Failure) -> String? {
    // A role names its organisation: one step, and one more for a file that goes in circles.
    guard let reference, depth < 3 else { return nil }
    if let record = reference.record, let found = try key(of: try content(record), depth) {
      return found
    }
    if let identifier = reference.identifier, let found = key(of: [identifier]) { return found }
    return key(ofName: reference.display)
  }

  private func key(of content: RecordContent?, _ depth: Int) throws(Failure) -> String? {
    switch content {
    case .organization(let organization)?:
      return key(of: organization.identifiers) ?? key(ofName: organization.name)
    case .practitionerRole(let role)?:
      if let found = try key(of: role.organization, depth: depth + 1) { return found }
      return try key(of: role.practitioner, depth: depth + 1)
    case .practitioner(let practitioner)?:
      return key(of: practitioner.identifiers) ?? key(ofName: practitioner.displayName)
    case .person, .consent, .youthLogin, .proxyGrant, .representation, .accessNotice, .message,
      .testResult,
      .resultReport, .prescription, .dispensing,
      .medicationListEntry, .medication, .vaccination, .allergy, .healthCondition, .document,
      .unmappedResource, .importReceipt, .repair, .erasure, .threadStatus, .renewal,
      .appointment, .practitionerChange, .waitingListPlace, .notificationProfile, nil:
      return nil
    }
  }

  /// The systems that tell one practice from all others, the best first; others by name.
  private var systems: [String] {
    [CodeSystem.organisationNumber, CodeSystem.communicationParty, CodeSystem.practitionerNumber]
  }

  private func key(of identifiers: [Identifier]) -> String? {
    let usable = identifiers.filter { $0.system != nil && !$0.value.isEmpty && $0.use != "old" }
    let best = usable.min { rank($0) < rank($1) }
    return best.map { "identifier|\($0.system ?? "")|\($0.value)" }
  }

  private func rank(_ identifier: Identifier) -> (Int, String, String) {
    let system = identifier.system ?? ""
    let rank = systems.firstIndex(of: system) ?? systems.count
    return (rank, system, identifier.value)
  }

  private func key(ofName name: String?) -> String? {
    let words = (name ?? "").split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : "name|" + words.joined(separator: " ").lowercased()
  }
}
