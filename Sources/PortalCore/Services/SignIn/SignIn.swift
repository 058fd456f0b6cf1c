/// Somebody of whom it is known that they are there: what a record is opened by.
///
/// Made in this file only: by a right PIN, or in an open store and in demonstrations by its owner's
/// choice. So a screen or a command that opens a record without either does not compile.
package struct SignedInPerson: Hashable, Sendable {
  package let id: Person.ID
  /// How many attempts were wrong since they last signed in.
  package let wrongBefore: Int
  /// The store it was proved to.
  let store: RecordID

  fileprivate init(id: Person.ID, store: RecordID, wrongBefore: Int = 0) {
    self.id = id
    self.store = store
    self.wrongBefore = wrongBefore
  }
}

extension Portal {
  /// Lets whoever owns the directory act as somebody; only in an open store, as it is now.
  package func choose(_ id: Person.ID) throws(ServiceError) -> SignedInPerson {
    let settings = try serving { () throws(StoreError) in try store.currentSettings() }
    guard settings.signIn == .open else { throw .signIn(.needed) }
    return SignedInPerson(id: id, store: settings.store)
  }
}

/// Signing in by number and PIN.
///
/// An attempt is on disk before it is checked, under the person's lock, so that whoever is killed,
/// waits, or sets the clock has had it all the same. What is not known here costs the same steps as
/// what is.
package struct SignIn {
  let store: Store
  let pepperFile: PepperFile

  /// `pepper` is the path of the file with the store's secret, outside the data directory.
  package init(_ portal: Portal, pepper: String) {
    store = portal.store
    pepperFile = PepperFile(pepper, of: portal.store)
  }

  /// Who somebody is by a national number or an id, if the PIN is theirs.
  package func signIn(as name: String, pin: String) throws(ServiceError) -> SignedInPerson {
    guard let key = SignIn.key(of: name) else { throw .signIn(.notANumber) }
    let pepper = try seasoned { () throws(PepperProblem) in try pepperFile.read() }
    // Made for everybody, so that it takes as long for those who are here.
    let stranger = try serving { () throws(StoreError) in
      try store.signInPlace(ofUnknown: key, pepper)
    }
    let place = try serving { () throws(StoreError) -> SignInPlace? in
      guard let id = try known(name, key) else { return nil }
      return try store.signInPlace(of: id)
    }
    let wrongBefore = try attempt(pin, at: place ?? stranger, pepper)
    return SignedInPerson(
      id: (place ?? stranger).id,
      store: store.settings.store,
      wrongBefore: wrongBefore
    )
  }

  /// Counts an attempt and checks it; how many before it were wrong.
  func attempt(
    _ pin: String,
    at place: SignInPlace,
    _ pepper: Pepper
  ) throws(ServiceError) -> Int {
    let now = store.surroundings.clock.now()
    let lock = try serving { () throws(StoreError) in try place.lock() }
    defer { lock.release() }
    let before = try serving { () throws(StoreError) in try place.read() }
    if let lock = before.lock(at: now) { throw .signIn(.locked(lock)) }
    let counted = before.counting(at: now)
    try serving { () throws(StoreError) in try place.write(counted) }
    let phrase = pepper.phrase(pin, of: place.id)
    let hash = before.hash ?? PasswordHash.settingOfNobody
    guard let fits = store.surroundings.passwordHash.fits(phrase, hash) else {
      // Where this fails the attempt stays counted.
      try? place.write(before)
      throw .signIn(.hashFailed)
    }
    guard fits, before.hash != nil else {
      throw .signIn(counted.lock(at: now).map { .locked($0) } ?? .wrong)
    }
    // Whoever was right is let in: where this fails, attempts stay counted that were right.
    try? place.write(before.cleared(hash: before.hash))
    return before.wrong
  }

  /// The text under which what was typed is known or counted; nil where it can be nobody's.
  private static func key(of name: String) -> String? {
    if let number = NationalIdentityNumber(name) {
      return ImportBatch.Identity.nationalNumber(number).key
    }
    return Person.ID(name).map { "id|\($0.text)" }
  }

  private func known(_ name: String, _ key: String) throws(StoreError) -> Person.ID? {
    if let id = Person.ID(name) { return id }
    return try store.person(knownBy: key)
  }
}

/// Calls what needs the pepper and turns its error into the services'.
func seasoned<Value>(_ body: () throws(PepperProblem) -> Value) throws(ServiceError) -> Value {
  do {
    return try body()
  } catch {
    throw .signIn(.pepper(error))
  }
}
