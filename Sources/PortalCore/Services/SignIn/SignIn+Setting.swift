extension SignIn {
  /// On what ground a PIN is set.
  package enum Ground: Sendable {
    /// The owner of an open store, who may act as anyone.
    case owner
    /// Somebody has made sure who the person is: the store's owner (`system`), a practice's staff.
    case identified(by: Actor)
  }

  /// Changes one's own PIN, knowing the one there was; a wrong one counts as when signing in.
  package func change(as name: String, from old: String, to new: String) throws(ServiceError) {
    let pin = try SignIn.pin(new)
    let person = try signIn(as: name, pin: old)
    if old == new { throw .signIn(.weak(.unchanged)) }
    try refusePersonal(pin, of: person.id)
    let pepper = try seasoned { () throws(PepperProblem) in try pepperFile.read() }
    try keep(pin, of: person.id, pepper, event: .pinSet, by: .person(person.id))
  }

  /// Sets a person's PIN and ends any lock.
  package func set(_ text: String, of id: Person.ID, on ground: Ground) throws(ServiceError) {
    let pin = try SignIn.pin(text)
    if case .owner = ground {
      let settings = try serving { () throws(StoreError) in try store.currentSettings() }
      guard settings.signIn == .open else { throw .signIn(.oldPINNeeded) }
    }
    try refusePersonal(pin, of: id)
    let pepper = try seasoned { () throws(PepperProblem) in try pepperFile.readOrMake() }
    switch ground {
    case .owner: try keep(pin, of: id, pepper, event: .pinSet, by: .system)
    case .identified(let actor): try keep(pin, of: id, pepper, event: .identified, by: actor)
    }
  }

  /// What is wrong with the secret that PINs are checked with, where something is.
  package func pepperProblem() -> PepperProblem? {
    do {
      _ = try pepperFile.read()
      return nil
    } catch {
      return error
    }
  }

  /// How many people have no PIN; walks the whole store.
  package func peopleWithoutPIN() throws(ServiceError) -> Int {
    var count = 0
    try serving { () throws(StoreError) in
      for id in try store.people() {
        guard let place = try store.signInPlace(of: id), try place.read().hash == nil,
          try !store.journal(of: id).isUntouched
        else { continue }
        count += 1
      }
    }
    return count
  }

  // MARK: - Whether it may be

  private static func pin(_ text: String) throws(ServiceError) -> PIN {
    do {
      return try PIN(text)
    } catch {
      throw .signIn(.weak(error))
    }
  }

  private func refusePersonal(_ pin: PIN, of id: Person.ID) throws(ServiceError) {
    let glimpse: Glimpse
    do {
      glimpse = try store.glimpse(of: id)
    } catch {
      // A record that is broken must not keep a person from a new PIN.
      if case .damaged = error { return }
      throw .store(error)
    }
    guard case .person(let person)? = glimpse.record?.content else { return }
    let birthDate = person.birthDate.flatMap { $0.precision >= .day ? $0.date : nil }
    if pin.isPersonal(birthDate: birthDate, number: person.nationalIdentityNumber) {
      throw .signIn(.weak(.personal))
    }
  }

  // MARK: - Keeping it

  /// The access log first: nobody gets a PIN that it does not say.
  private func keep(
    _ pin: PIN,
    of id: Person.ID,
    _ pepper: Pepper,
    event: AccessLogEntry.Event,
    by actor: Actor
  ) throws(ServiceError) {
    guard let place = try serving({ () throws(StoreError) in try store.signInPlace(of: id) }) else {
      throw .store(.noSuchPerson)
    }
    let setting = PasswordHash.newSetting(store.surroundings.randomness)
    let phrase = pepper.phrase(pin.digits, of: id)
    guard let hash = store.surroundings.passwordHash.compute(phrase, setting) else {
      throw .signIn(.hashFailed)
    }
    try serving { () throws(StoreError) in
      try log(event, of: id, by: actor)
      let lock = try place.lock()
      defer { lock.release() }
      // What was kept is not asked: also a file that cannot be believed is set right by this.
      let state = SignInState(store: store.settings.store, owner: id)
      try place.write(state.cleared(hash: hash))
    }
  }

  private func log(
    _ event: AccessLogEntry.Event,
    of id: Person.ID,
    by actor: Actor
  ) throws(StoreError) {
    let role: Role =
      switch actor {
      case .person: .oneself
      case .staff: .staff
      case .importer, .system: .system
      }
    let log = try store.accessLog(of: id)
    let head = try store.journal(of: id).head
    let entry = AccessLogEntry(
      event: event,
      area: nil,
      journalSequence: head?.sequence ?? 0,
      journalHash: (head?.hash ?? .zero).hexadecimal
    )
    let attribution = Attribution(actor: actor, subject: .person(id), basis: Basis(role: role))
    try log.append(entry, attribution)
  }
}

extension Portal {
  /// Turns an open store into one where people sign in; there is no way back by a command.
  ///
  /// Makes the pepper where there is none, so that its place is known to be usable.
  package func requirePIN(_ signIn: SignIn) throws(ServiceError) {
    _ = try seasoned { () throws(PepperProblem) in try signIn.pepperFile.readOrMake() }
    try serving { () throws(StoreError) in try store.changeSettings { $0.signIn = .pin } }
  }

  /// After how many minutes without a key sessions end from now on; 0 for never, in rehearsals and
  /// demonstrations only.
  package func setIdleTime(minutes: Int) throws(ServiceError) {
    let isForReal = settings.rehearsal == nil && !settings.isDemonstration
    guard SignInPolicy.allowedIdleMinutes.contains(minutes) || (minutes == 0 && !isForReal) else {
      throw .signIn(.unusableIdleTime(allowed: SignInPolicy.allowedIdleMinutes))
    }
    try serving { () throws(StoreError) in
      try store.changeSettings { $0.idleMinutes = minutes }
    }
  }
}
