/// What one import did to the store.
package struct ImportOutcome: Sendable {
  /// Whose records the file speaks of, in its order.
  package var persons: [Person.ID]
  /// Whether anything was new.
  package var hasChanged: Bool
}

extension ImportBatch.Identity {
  /// The text under which an identity is claimed in a store.
  var key: String {
    switch self {
    case .nationalNumber(let number): "national|\(number.text)"
    case .identifier(let system, let value): "identifier|\(system)|\(value)"
    case .universalID(let id): "universal|\(id)"
    case .withinFile(let digest, let reference): "file|\(digest)|\(reference)"
    }
  }
}

extension Portal {
  /// Stores what a file holds: for each person one transaction, or none.
  ///
  /// `person` says whose the file is where it does not say so itself. With `isRehearsed` nothing
  /// is written, and people who are not in the store yet are left out of the outcome. Where people
  /// sign in, `signedIn` is who does it, and only their own record is brought into.
  package func store(
    _ batch: ImportBatch,
    for person: Person.ID? = nil,
    by signedIn: SignedInPerson? = nil,
    isRehearsed: Bool = false
  ) throws(ServiceError) -> ImportOutcome {
    let person = try importTarget(person, signedIn, of: batch)
    let owners = try owners(of: batch, person)
    var outcome = ImportOutcome(persons: [], hasChanged: false)
    for (subject, owner) in zip(batch.subjects, owners) {
      if isRehearsed {
        if let owner { outcome.persons.append(owner) }
        let isNew = try owner.map { id throws(ServiceError) in
          try !importer(of: id).news(of: merge(subject, of: batch)).isEmpty
        }
        outcome.hasChanged = outcome.hasChanged || isNew ?? true
        continue
      }
      let id: Person.ID
      if let owner { id = owner } else { id = try newPerson(subject) }
      // Before anything of theirs is stored: an import that dies in between goes on with the same
      // person the next time, whichever of the identities the file then names.
      try claim(subject.identities, for: id)
      let hasChanged = try importer(of: id).add(merge(subject, of: batch)) {
        () throws(StoreError) in
        for identity in subject.identities {
          // Moved to somebody else just now: the next try finds them there.
          guard try store.person(knownBy: identity.key) == id else { throw .busy }
        }
      }
      outcome.persons.append(id)
      outcome.hasChanged = outcome.hasChanged || hasChanged
    }
    return outcome
  }

  /// Whose the file must be; nil where the file says it.
  private func importTarget(
    _ person: Person.ID?,
    _ signedIn: SignedInPerson?,
    of batch: ImportBatch
  ) throws(ServiceError) -> Person.ID? {
    let settings = try serving { () throws(StoreError) in try store.currentSettings() }
    guard settings.signIn == .pin else { return person }
    guard let signedIn, signedIn.store == settings.store else { throw .signIn(.needed) }
    guard person == nil || person == signedIn.id else { throw .refused(.notTheirRecord) }
    // A number that the store does not know yet would be theirs to sign in with.
    for identity in batch.subjects.flatMap(\.identities) {
      if case .nationalNumber = identity, try owner(of: identity) != signedIn.id {
        throw .anotherPerson
      }
    }
    return signedIn.id
  }

  private func merge(_ subject: ImportBatch.Subject, of batch: ImportBatch) -> ImportMerge {
    ImportMerge(subject: subject, batch: batch, now: surroundings.clock.now())
  }

  private func importer(of id: Person.ID) throws(ServiceError) -> OpenRecord {
    try OpenRecord(
      store: store,
      subject: id,
      attribution: Attribution(
        actor: .importer,
        subject: .person(id),
        basis: Basis(role: .importer)
      )
    )
  }

  /// Lets a person be known by all of these; throws where somebody else is, meanwhile.
  private func claim(
    _ identities: [ImportBatch.Identity],
    for id: Person.ID
  ) throws(ServiceError) {
    for identity in identities {
      var owner = try self.owner(of: identity)
      if let other = owner, other != id, try isUntouched(other) {
        try serving { () throws(StoreError) in
          try store.moveClaim(identity.key, from: other, to: id)
        }
        owner = try self.owner(of: identity)
      }
      if owner == nil {
        owner = try serving { () throws(StoreError) in try store.claim(identity.key, for: id) }
      }
      guard owner == id else { throw .identitiesDisagree }
    }
  }

  private func owner(of identity: ImportBatch.Identity) throws(ServiceError) -> Person.ID? {
    try serving { () throws(StoreError) in try store.person(knownBy: identity.key) }
  }

  private func isUntouched(_ id: Person.ID) throws(ServiceError) -> Bool {
    try serving { () throws(StoreError) in try store.journal(of: id).isUntouched }
  }

  /// Whose each subject is: somebody already here, or nil for somebody new.
  ///
  /// Throws before anything is written.
  private func owners(
    of batch: ImportBatch,
    _ person: Person.ID?
  ) throws(ServiceError) -> [Person.ID?] {
    if person != nil, batch.subjects.count > 1 { throw .severalPeople }
    var owners: [Person.ID?] = []
    for subject in batch.subjects {
      let known = try known(subject)
      if let person {
        guard try speaks(subject, of: person, known: known) else { throw .anotherPerson }
        owners.append(person)
      } else {
        if let known { owners.append(known) } else { owners.append(try onlyPerson(for: batch)) }
      }
    }
    return owners
  }

  /// Who a subject is by its identities.
  ///
  /// Somebody whose record is empty, left by an import that died, gives way to somebody else.
  private func known(_ subject: ImportBatch.Subject) throws(ServiceError) -> Person.ID? {
    var owners: [Person.ID] = []
    for identity in subject.identities {
      guard let owner = try owner(of: identity), !owners.contains(owner) else { continue }
      owners.append(owner)
    }
    if owners.count < 2 { return owners.first }
    var filled: [Person.ID] = []
    for owner in owners where try !isUntouched(owner) { filled.append(owner) }
    if filled.count > 1 { throw .identitiesDisagree }
    return filled.first ?? owners.first
  }

  /// Whether a file's subject can be this person: nobody else by its identities, and no other
  /// national number than theirs.
  private func speaks(
    _ subject: ImportBatch.Subject,
    of person: Person.ID,
    known: Person.ID?
  ) throws(ServiceError) -> Bool {
    if let known { return known == person }
    let numbers = subject.identities.compactMap { identity -> NationalIdentityNumber? in
      if case .nationalNumber(let number) = identity { number } else { nil }
    }
    guard !numbers.isEmpty else { return true }
    let own = try identity(of: person)?.nationalIdentityNumber
    return own == nil || numbers.contains { $0 == own }
  }

  /// Where a file does not say whose it is and the store holds one person whose name is known,
  /// it is theirs.
  private func onlyPerson(for batch: ImportBatch) throws(ServiceError) -> Person.ID? {
    guard batch.subjects.count == 1,
      batch.subjects[0].identities.allSatisfy({
        if case .withinFile = $0 { true } else { false }
      }), !batch.subjects[0].records.contains(where: { $0.resourceType == "Patient" })
    else { return nil }
    let people = try people()
    return people.count == 1 && people[0].name != nil ? people[0].id : nil
  }

  private func identity(of person: Person.ID) throws(ServiceError) -> Person? {
    let journal = try serving { () throws(StoreError) in try store.journal(of: person) }
    let record = try serving { () throws(StoreError) in try journal.contents[Person.recordID] }
    guard case .person(let person)? = record?.content else { return nil }
    return person
  }

  private func newPerson(_ subject: ImportBatch.Subject) throws(ServiceError) -> Person.ID {
    let id = Person.ID(bytes: surroundings.randomness.bytes(17))
    return try serving { () throws(StoreError) in
      try store.makePerson(id)
      // Whoever claims first is the person: two first imports at once make one.
      guard let first = subject.identities.first else { return id }
      return try store.claim(first.key, for: id)
    }
  }
}

extension OpenRecord {
  /// What of an import the record has never held.
  fileprivate func news(
    of merge: ImportMerge
  ) throws(ServiceError) -> [ImportBatch.ImportedRecord] {
    try prepare(.importing, in: .overview) { contents throws(StoreError) in
      try merge.news(in: contents)
    }
  }

  /// Adds what is new of an import as one transaction; false where nothing is.
  ///
  /// `check` is asked under the lock whether the record is still that of the file's subject.
  fileprivate func add(
    _ merge: ImportMerge,
    check: () throws(StoreError) -> Void
  ) throws(ServiceError) -> Bool {
    // The blob must be on disk before the line that names it, and needs no lock: what is new is
    // looked up first, and once more under the lock.
    let news = try news(of: merge)
    guard !news.isEmpty else { return false }
    if let damage { throw .store(.damaged(damage)) }
    let (bytes, ranges) = merge.originals(of: news)
    let blob = try storeBlob(bytes)
    let receipt = try append(.importing, in: .overview) { contents throws(StoreError) in
      try check()
      // No line names it yet: an erasure that came in between has taken it away.
      try contents.journal.blobs.storeAgain(blob, bytes)
      return try merge.records(in: contents, newID: newID()) { key in
        ranges[key].map { BlobSlice(blob: blob, offset: $0.lowerBound, length: $0.count) }
      }
    }
    guard receipt != nil else { return false }
    // What is stored is stored, and its line says who and when: the access log repeats it.
    try? log(.importing, nil)
    return true
  }
}
