/// Asks the gate for one open record, with what the journals say at that moment.
///
/// Answers are never kept: a right that runs out, or is taken back by another process, stops the
/// next call. A class because the facts come from journals that a session keeps open.
final class RecordGate {
  let subject: Person.ID
  let attribution: Attribution
  private let journal: PersonJournal
  private let policy: AccessPolicy
  /// The journal of whoever acts for the person, whose age decides too.
  ///
  /// Nil for the others, and where they have no record here.
  private let proxyJournal: PersonJournal?
  /// That of the practice whose staff acts.
  private let practice: PracticeJournal?
  private let store: Store
  /// A right that is asked about as if it had been given; nil as a rule.
  private let assumed: ProxyGrant?

  init(
    _ journal: PersonJournal,
    of subject: Person.ID,
    _ attribution: Attribution,
    _ store: Store,
    assuming assumed: ProxyGrant? = nil
  )
    throws(StoreError)
  {
    self.subject = subject
    self.attribution = attribution
    self.journal = journal
    self.store = store
    self.assumed = assumed
    policy = store.settings.accessPolicy ?? AccessPolicy()
    switch attribution.actor {
    case .person(let proxy) where proxy != subject:
      proxyJournal = try RecordGate.known { () throws(StoreError) in try store.journal(of: proxy) }
      practice = nil
    case .staff(let id, _):
      proxyJournal = nil
      practice = try Practice.ID(id.text).flatMap { id throws(StoreError) in
        try RecordGate.known { () throws(StoreError) in try store.practiceJournal(id) }
      }
    case .person, .importer, .system: (proxyJournal, practice) = (nil, nil)
    }
  }

  /// The same record for whoever a right is for, as if they had it by now.
  func assuming(_ grant: ProxyGrant) throws(StoreError) -> RecordGate {
    let attribution = Attribution(
      actor: .person(grant.proxy),
      subject: .person(subject),
      basis: Basis(role: grant.role.role)
    )
    return try RecordGate(journal, of: subject, attribution, store, assuming: grant)
  }

  /// Nil where there is no such owner.
  private static func known<Value>(
    _ open: () throws(StoreError) -> Value
  ) throws(StoreError) -> Value? {
    do {
      return try open()
    } catch {
      if error == .noSuchPerson || error == .noSuchRecord { return nil }
      throw error
    }
  }

  /// How far the machine's clock may be behind the newest line, in milliseconds: five minutes.
  static let clockTolerance: Int64 = 300_000

  /// What the gate is asked with; made once for a service call, never kept longer.
  struct Moment {
    var facts: AccessFacts
    let now: Instant
  }

  func moment(_ now: Instant, isClockBehind: Bool) throws(StoreError) -> Moment {
    var facts = try facts()
    facts.isClockBehind = isClockBehind
    return Moment(facts: facts, now: now)
  }

  /// The moment of now, for who has no open record.
  func moment() throws(StoreError) -> Moment {
    let clock = store.surroundings.clock.now()
    let now = max(clock, journal.newestTime ?? clock)
    let lag = now.milliseconds - clock.milliseconds
    let isBehind = store.settings.rehearsal == nil && lag > RecordGate.clockTolerance
    return try moment(now, isClockBehind: isBehind)
  }

  func decision(
    _ action: Action,
    in area: Area,
    _ item: AccessItem? = nil,
    at moment: Moment
  ) -> Decision {
    decide(
      actor: attribution.actor,
      role: attribution.basis.role,
      subject: subject,
      area: area,
      action: action,
      item: item,
      facts: moment.facts,
      now: moment.now
    )
  }

  /// Whether all records of a kind with the same labels get the same answer for this reader, so
  /// that they need not be asked about one by one.
  func answersByGroup(at moment: Moment) -> Bool {
    switch attribution.basis.role {
    case .oneself: (age(at: moment)?.surely ?? AgeLimit.ownHealth) >= AgeLimit.ownHealth
    case .parent: (age(at: moment)?.perhaps ?? 0) < AgeLimit.partlyOwn
    case .assignedProxy: moment.facts.grant?.state(at: moment.now) == .active
    // Who left the practice is asked about thread by thread.
    case .staff: moment.facts.staff?.treatsPerson == true
    case .guardian, .proxy, .importer, .system: true
    }
  }

  /// Whether the person is, or may be, too young for their own choices to decide.
  func isOfYouth(at moment: Moment) -> Bool {
    age(at: moment).map { $0.surely < AgeLimit.ownHealth } ?? false
  }

  private func age(at moment: Moment) -> Age? {
    moment.facts.birthDate.map { Age(bornOn: $0, on: OsloTime.date(moment.now)) }
  }

  // MARK: - Facts

  private func facts() throws(StoreError) -> AccessFacts {
    let contents = journal.contents
    var facts = AccessFacts(consentLevel: .none)
    facts.policy = policy
    if case .consent(let choice)? = try contents[ConsentChoice.recordID]?.content {
      facts.consentLevel = choice.level
    }
    if case .person(let person)? = try contents[Person.recordID]?.content {
      facts.birthDate = person.birthDate
      facts.isDeceased = person.hasDied
      facts.hasUnlistedAddress = person.hasUnlistedAddress == true
    }
    if case .youthLogin(let choice)? = try contents[YouthLogin.recordID]?.content {
      facts.isYouthLoginAllowed = choice.isAllowed
    }
    switch attribution.basis.role {
    case .oneself, .importer, .system: break
    case .staff: facts.staff = try staff(contents)
    case .parent, .guardian, .proxy, .assignedProxy:
      facts.grant = try grant(contents)
      facts.proxy = try proxy()
      facts.livesWithAParent = try livesWithAParent(contents)
    }
    return facts
  }

  private func grant(_ contents: Contents) throws(StoreError) -> ProxyGrant? {
    if var assumed {
      assumed.start = min(assumed.start, journal.newestTime ?? assumed.start)
      return assumed
    }
    guard let id = attribution.basis.grant,
      case .proxyGrant(let grant)? = try contents[id]?.content
    else { return nil }
    return grant
  }

  private func proxy() throws(StoreError) -> AccessFacts.Proxy? {
    guard let proxyJournal else { return nil }
    try proxyJournal.refresh()
    return try ProxyHolder(proxyJournal.contents).facts
  }

  /// Somebody who is to act for the person; nil where they have no record here.
  func holder(_ id: Person.ID) throws(StoreError) -> ProxyHolder? {
    let journal = try RecordGate.known { () throws(StoreError) in try store.journal(of: id) }
    return try journal.map { journal throws(StoreError) in try ProxyHolder(journal.contents) }
  }

  private func livesWithAParent(_ contents: Contents) throws(StoreError) -> Bool {
    guard attribution.basis.role == .parent else { return false }
    for listed in try contents.entries(of: [.proxyGrant]) {
      guard case .proxyGrant(let grant) = try contents.record(listed).content,
        grant.role == .parent, grant.ending == nil, let parenthood = grant.parenthood
      else { continue }
      if parenthood.sharesAddress, !parenthood.isFosterParent || policy.includesFosterParents {
        return true
      }
    }
    return false
  }

  /// Who of the practice's staff asks; nil for anybody else, and who does not work there any more.
  func staffMember() throws(StoreError) -> StaffMember? {
    guard let practice, case .staff(_, let member) = attribution.actor else { return nil }
    try practice.refresh()
    guard case .staffMember(let staff)? = practice.newest[member]?.record.content,
      staff.ended == nil
    else { return nil }
    return staff
  }

  private func staff(_ contents: Contents) throws(StoreError) -> AccessFacts.Staff? {
    guard case .staff(let id, _) = attribution.actor, let staff = try staffMember() else {
      return nil
    }
    var treatsPerson = false
    let clock = store.surroundings.clock.now()
    let today = OsloTime.date(max(clock, journal.newestTime ?? clock))
    if let change = try contents.practitioner(on: today) {
      treatsPerson = change.practice.text == id.text
    } else if case .person(let person)? = try contents[Person.recordID]?.content,
      let first = person.generalPractitioners.first
    {
      treatsPerson = try practice(of: first, contents).text == id.text
    }
    return AccessFacts.Staff(
      work: staff.work,
      treatsPerson: treatsPerson,
      ownThreads: treatsPerson ? [] : try threads(sentTo: id, contents)
    )
  }

  /// The practice that a reference in the person's files leads to.
  private func practice(
    of reference: RecordReference,
    _ contents: Contents
  ) throws(StoreError) -> Practice.ID {
    let identity = PracticeIdentity(of: subject) { id throws(StoreError) in
      try contents[id]?.content
    }
    return store.practice(identifiedBy: try identity.key(of: reference))
  }

  /// The threads that the person wrote to a practice; reads their messages, so it is asked only of
  /// a practice that is not theirs any more.
  private func threads(
    sentTo practice: RecordID,
    _ contents: Contents
  ) throws(StoreError) -> Set<RecordID> {
    var threads: Set<RecordID> = []
    for listed in try contents.entries(of: [.message])
    where listed.entry.flags.contains(.fromPerson) {
      guard let thread = listed.entry.thread, !threads.contains(thread),
        case .message(let message) = try contents.record(listed).content,
        message.isForOthers, message.practice?.text == practice.text
      else { continue }
      threads.insert(thread)
    }
    return threads
  }
}

// MARK: - Who it is

extension RecordGate {
  /// Who looks, as the access log names them; nil for the person themselves and the program.
  func reader() -> AccessReader? {
    switch attribution.basis.role {
    case .oneself, .importer, .system: nil
    case .parent: AccessReader(name: proxyName, purpose: .familyRequest)
    case .guardian, .proxy, .assignedProxy:
      AccessReader(name: proxyName, purpose: .powerOfAttorney)
    case .staff: staffReader
    }
  }

  /// By their own record, else as the one who gave the right called them.
  private var proxyName: String? {
    if let record = try? proxyJournal?.contents[Person.recordID],
      case .person(let person) = record.content, let name = person.displayName
    {
      return name
    }
    return (try? grant(journal.contents))?.proxyName
  }

  private var staffReader: AccessReader {
    var reader = AccessReader(purpose: .treatment)
    guard case .staff(_, let member) = attribution.actor,
      case .staffMember(let staff)? = practice?.newest[member]?.record.content
    else { return reader }
    reader.name = staff.name
    reader.personnelNumber = staff.personnelNumber
    reader.authorisation = staff.work
    reader.healthService = "general-practice"
    if let profile = profile() {
      (reader.organisation, reader.organisationNumber) = (profile.name, profile.organisationNumber)
    } else if let organization = organization() {
      reader.organisation = organization.name
      reader.organisationNumber =
        organization.identifiers.first { $0.system == CodeSystem.organisationNumber }?.value
    }
    return reader
  }

  /// What the practice says of itself; nil where it says nothing.
  private func profile() -> PracticeProfile? {
    guard case .profile(let profile)? = practice?.newest[PracticeProfile.recordID]?.record.content
    else { return nil }
    return profile
  }

  /// The organisation of the general practitioner that the person's files name, if this is its staff:
  /// somebody who has changed here has another than that.
  private func organization() -> Organization? {
    let contents = journal.contents
    func content(_ reference: RecordReference?) -> RecordContent? {
      reference?.record.flatMap { id in try? contents[id]?.content }
    }
    guard case .staff(let id, _) = attribution.actor,
      case .person(let person)? = try? contents[Person.recordID]?.content,
      let first = person.generalPractitioners.first,
      (try? practice(of: first, contents))?.text == id.text
    else { return nil }
    switch content(first) {
    case .organization(let organization)?: return organization
    case .practitionerRole(let role)?:
      guard case .organization(let organization)? = content(role.organization) else { return nil }
      return organization
    case .person, .consent, .youthLogin, .proxyGrant, .representation, .message, .testResult,
      .resultReport, .prescription, .dispensing, .medicationListEntry, .medication, .vaccination,
      .allergy, .healthCondition, .document, .unmappedResource, .practitioner, .importReceipt,
      .repair, .erasure, .accessNotice, .threadStatus, .renewal, .appointment,
      .practitionerChange, .waitingListPlace, .notificationProfile, nil:
      return nil
    }
  }
}

extension AccessItem {
  /// What the table of contents says of a record.
  ///
  /// Of a grant it does not say whose it is.
  init(_ entry: Entry) {
    self.init(
      kind: entry.kind,
      labels: entry.labels.labels,
      date: entry.date,
      recorded: entry.changed,
      isInUse: entry.flags.contains(.inUse),
      isParentsThread: entry.flags.contains(.parentsThread),
      thread: entry.thread,
      isOfSpecialistCare: entry.flags.contains(.specialistCare)
    )
  }

  /// All that the gate asks of a record.
  init(_ record: Record, _ entry: Entry) {
    self.init(entry)
    guard case .proxyGrant(let grant) = record.content else { return }
    (proxy, proxyRole) = (grant.proxy, grant.role)
  }
}
