/// What somebody wants to do in a section of a record.
package enum Action: String, Sendable, CaseIterable {
  /// Open the record at all.
  case open
  case read
  /// Look for words in it; allowed where reading is.
  case search
  case export
  case write
  /// Give back a right to act for the person, which one holds.
  case resign
  /// Bring in what another system wrote.
  case importing = "import"
}

/// The one thing an action is about, where it is about one.
package struct AccessItem: Hashable, Sendable {
  package var kind: RecordKind
  package var labels: [WithholdingCode]
  /// Its own date: when a prescription was written, a medicine handed out.
  package var date: Instant?
  /// When this version came to the record.
  package var recorded: Instant?
  /// Whether it is a prescription that medicine can still be fetched on.
  package var isInUse: Bool
  /// Whether it is a message in a thread that a parent began.
  package var isParentsThread: Bool
  /// The thread that a message is in.
  package var thread: RecordID?
  /// Whether it is an appointment with the specialist health service.
  package var isOfSpecialistCare: Bool
  /// Of a grant: the one whom it lets act, and as what.
  package var proxy: Person.ID?
  package var proxyRole: ProxyRole?

  package init(
    kind: RecordKind,
    labels: [WithholdingCode] = [],
    date: Instant? = nil,
    recorded: Instant? = nil,
    isInUse: Bool = false,
    isParentsThread: Bool = false,
    thread: RecordID? = nil,
    isOfSpecialistCare: Bool = false,
    proxy: Person.ID? = nil,
    proxyRole: ProxyRole? = nil
  ) {
    self.kind = kind
    self.labels = labels
    self.date = date
    self.recorded = recorded
    self.isInUse = isInUse
    self.isParentsThread = isParentsThread
    self.thread = thread
    self.isOfSpecialistCare = isOfSpecialistCare
    self.proxy = proxy
    self.proxyRole = proxyRole
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
  /// One must be so many years old for it.
  case tooYoung(years: Int)
  /// The parents have not let a young person sign in.
  case parentalConsentMissing
  /// The child has had this birthday, and so it is closed to the parents.
  case childTurned(years: Int)
  /// Where the rules go by age and the birth date is not known.
  case ageUnknown
  /// The population register's addresses do not let this parent in.
  case addressRule
  /// A foster parent has no parental responsibility.
  case fosterParent
  /// The right to act for the person begins later.
  case grantNotBegun
  /// The right to act for the person is over.
  case grantEnded
  /// The right to act for the person does not reach to this area.
  case notInGrant(ProxyArea)
  /// Nobody may do this for another.
  case onlyThePerson
  /// One of the two lives at an address that is kept secret.
  case unlistedAddress
  case deceased
  /// The practice does not treat the person.
  case noCareRelation
  /// What the health service writes is not changed in the portal.
  case onlyHealthService
  /// Not needed for the work that they do.
  case notTheirWork
}

extension RefusalReason {
  /// A short name for the access log, which says no more than that.
  var code: String {
    switch self {
    case .consentLevel: "consent-level"
    case .notTheirRecord: "not-their-record"
    case .roleNotGranted: "role-not-granted"
    case .importerMayOnlyImport: "importer"
    case .clockBehind: "clock-behind"
    case .tooYoung: "too-young"
    case .parentalConsentMissing: "parental-consent-missing"
    case .childTurned: "child-turned"
    case .ageUnknown: "age-unknown"
    case .addressRule: "address-rule"
    case .fosterParent: "foster-parent"
    case .grantNotBegun: "grant-not-begun"
    case .grantEnded: "grant-ended"
    case .notInGrant: "not-in-grant"
    case .onlyThePerson: "only-the-person"
    case .unlistedAddress: "unlisted-address"
    case .deceased: "deceased"
    case .noCareRelation: "no-care-relation"
    case .onlyHealthService: "only-health-service"
    case .notTheirWork: "not-their-work"
    }
  }
}
