/// A store as the rest of the program sees it: who is in it, and the one way to open a record.
package final class Portal {
  let store: Store
  package let surroundings: Surroundings

  /// Opens a store that is there.
  package convenience init(
    at path: String,
    surroundings: Surroundings
  ) throws(ServiceError) {
    self.init(
      try serving { () throws(StoreError) in try Store(at: path, surroundings: surroundings) }
    )
  }

  /// Opens a store only to look at it, also on a file system that nothing may be written on.
  ///
  /// For checks and backups; whatever opens a record writes in its access log.
  package convenience init(
    reading path: String,
    surroundings: Surroundings
  ) throws(ServiceError) {
    self.init(
      try serving { () throws(StoreError) in
        try Store(at: path, use: .reading, surroundings: surroundings)
      }
    )
  }

  /// Opens a store, making it where the directory is missing or empty.
  package convenience init(
    at path: String,
    rehearsal: Instant?,
    isDemonstration: Bool = false,
    surroundings: Surroundings
  ) throws(ServiceError) {
    let id = RecordID(bytes: surroundings.randomness.bytes(17))
    self.init(
      try serving { () throws(StoreError) in
        try Store(
          at: path,
          creating: {
            StoreSettings(store: id, rehearsal: rehearsal, isDemonstration: isDemonstration)
          },
          surroundings: surroundings
        )
      }
    )
  }

  private init(_ store: Store) {
    self.store = store
    surroundings = store.surroundings
  }

  package var settings: StoreSettings { store.settings }

  /// Opens a record for somebody who is there, if the gate lets them, and writes that in its access
  /// log.
  package func open(
    _ subject: Person.ID,
    by person: SignedInPerson,
    basis: Basis
  ) throws(ServiceError) -> OpenRecord {
    guard person.store == settings.store else { throw .signIn(.needed) }
    let record = try open(subject, as: .person(person.id), basis: basis)
    record.signedIn = person
    return record
  }

  /// Opens the record of somebody who is there, for themselves.
  package func openOwn(_ person: SignedInPerson) throws(ServiceError) -> OpenRecord {
    try open(person.id, by: person, basis: Basis(role: .oneself))
  }

  /// Opens a person's own record by the choice of an open store's owner.
  package func openOwn(_ subject: Person.ID) throws(ServiceError) -> OpenRecord {
    try openOwn(try choose(subject))
  }

  /// As `open(_:by:basis:)`, on nobody's word: only within the core.
  func open(
    _ subject: Person.ID,
    as actor: Actor,
    basis: Basis
  ) throws(ServiceError) -> OpenRecord {
    let record = try OpenRecord(
      store: store,
      subject: subject,
      attribution: Attribution(actor: actor, subject: .person(subject), basis: basis)
    )
    try record.begin()
    return record
  }

  /// Who is known by a store id or a national number; throws `noSuchPerson`.
  package func person(named text: String) throws(ServiceError) -> Person.ID {
    if let id = Person.ID(text) {
      _ = try serving { () throws(StoreError) in try store.journal(of: id) }
      return id
    }
    if let number = NationalIdentityNumber(text) {
      let key = ImportBatch.Identity.nationalNumber(number).key
      if let id = try serving({ () throws(StoreError) in try store.person(knownBy: key) }) {
        return id
      }
    }
    throw .store(.noSuchPerson)
  }
}

/// A person as a list of the store shows them.
package struct PersonSummary: Hashable, Sendable {
  package let id: Person.ID
  package let name: String?
  package let birthDate: PartialDate?
}

extension Portal {
  /// Whether the store has room for more than one person: then one is chosen by name.
  package func isForSeveral() throws(ServiceError) -> Bool {
    try serving { () throws(StoreError) in
      var count = 0
      try store.forEachPerson { _ throws(StoreError) in
        count += 1
        return count < 2
      }
      return count > 1
    }
  }

  /// How many people a store is about.
  package enum Population: Hashable, Sendable {
    case nobody
    case one(Person.ID)
    case several
  }

  /// Whether the store is about one person, who then need not be named.
  ///
  /// Looks no further than to the second.
  package func population() throws(ServiceError) -> Population {
    try serving { () throws(StoreError) in
      var found = Population.nobody
      try store.forEachPerson { id throws(StoreError) in
        guard try summary(of: id) != nil else { return true }
        found = found == .nobody ? .one(id) : .several
        return found != .several
      }
      return found
    }
  }

  /// Who is in the store, by name.
  ///
  /// Only for stores that are open to their owner, and for demonstrations: says names, nothing of
  /// health. Left out: a directory that an interrupted import has made and nothing was put in.
  package func people() throws(ServiceError) -> [PersonSummary] {
    guard settings.signIn == .open else { throw .signIn(.needed) }
    return try serving { () throws(StoreError) in
      var people: [PersonSummary] = []
      for id in try store.people() {
        guard let summary = try summary(of: id) else { continue }
        people.append(summary)
      }
      return people.sorted { ($0.name ?? "", $0.id.text) < ($1.name ?? "", $1.id.text) }
    }
  }

  private func summary(of id: Person.ID) throws(StoreError) -> PersonSummary? {
    let glimpse: Glimpse
    do {
      glimpse = try store.glimpse(of: id)
    } catch {
      switch error {
      // Made by an import that never came to its end; there is nothing in it.
      case .system(let cause) where cause.isMissing: return nil
      case .noSuchPerson: return nil
      // Listed without a name, so that the damage is found where the record is opened.
      case .damaged, .unsafeFile, .unknownFormat, .unreadable:
        return PersonSummary(id: id, name: nil, birthDate: nil)
      case .system, .noDataDirectory, .unsafeDataDirectory, .unsafeFileSystem, .notAStore,
        .damagedSettings,
        .noSuchRecord, .busy, .conflict, .notPermitted, .notSaved:
        throw error
      }
    }
    guard case .person(let person)? = glimpse.record?.content else {
      return glimpse.isUntouched ? nil : PersonSummary(id: id, name: nil, birthDate: nil)
    }
    return PersonSummary(id: id, name: person.displayName, birthDate: person.birthDate)
  }
}
