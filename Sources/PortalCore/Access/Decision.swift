/// What somebody wants to do in a section of a record.
package enum Action: String, Sendable, CaseIterable {
  /// Open the record at all.
  case open
  case read
  case write
  case export
  /// Bring in what another system wrote.
  case importing = "import"
}

/// The one thing an action is about, where it is about one.
package struct AccessItem: Hashable, Sendable {
  package var kind: RecordKind
  package var labels: [WithholdingCode]

  package init(kind: RecordKind, labels: [WithholdingCode] = []) {
    self.kind = kind
    self.labels = labels
  }
}

/// What the gate must know of the record, read from the journal at the moment it is asked.
package struct AccessFacts: Hashable, Sendable {
  package var consentLevel: ConsentLevel
  package var birthDate: CivilDate?
  /// Whether the machine's clock is so far behind the record that a time cannot be believed.
  package var isClockBehind: Bool

  package init(
    consentLevel: ConsentLevel,
    birthDate: CivilDate? = nil,
    isClockBehind: Bool = false
  ) {
    self.consentLevel = consentLevel
    self.birthDate = birthDate
    self.isClockBehind = isClockBehind
  }
}

/// The gate's answer.
package enum Decision: Hashable, Sendable {
  case allow
  /// Not even that it exists may be seen.
  case hide
  case refuse(RefusalReason)
}

/// Why not, in a form that the phrasebook words.
package enum RefusalReason: Error, Hashable, Sendable {
  /// The person has not consented to this much.
  case consentLevel(needed: ConsentLevel)
  /// Whoever asks is not whose record it is.
  case notTheirRecord
  /// Nobody has been given this role here.
  case roleNotGranted(Role)
  /// An importer brings in; it does not look.
  case importerMayOnlyImport
  /// The clock is behind the record: nobody begins to act for others by it.
  case clockBehind
}
