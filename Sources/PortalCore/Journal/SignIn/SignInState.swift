/// What is kept of somebody's PIN and of the attempts at it (`sign-in.json`).
struct SignInState: Codable, Hashable {
  static let fileName = "sign-in.json"
  static let currentFormat = 1

  var format = currentFormat
  var store: RecordID
  /// Whose it is, so that another's file in its place is noticed.
  var owner: Person.ID
  /// What yescrypt made of the PIN; nil where there is none.
  var hash: String?
  /// Attempts in a row that were not right, the one being checked just now included.
  var wrong = 0
  /// No attempt is checked before this moment.
  var lockedUntil: Instant?
  /// The latest moment that any attempt has seen.
  var newestTime: Instant?
  /// Whether it is locked until somebody has made sure who the person is.
  var needsIdentification = false

  init(store: RecordID, owner: Person.ID) {
    self.store = store
    self.owner = owner
  }

  /// What must be on disk before an attempt is checked: as though it were wrong.
  func counting(at moment: Instant) -> SignInState {
    var next = self
    next.wrong += 1
    let now = max(moment, newestTime ?? moment)
    next.newestTime = now
    next.lockedUntil = SignInPolicy.lock(after: next.wrong).map { now.advanced(bySeconds: $0) }
    next.needsIdentification = next.wrong >= SignInPolicy.mostWrong
    return next
  }

  /// What holds after a right one, or after a new PIN was set.
  func cleared(hash: String?) -> SignInState {
    var next = SignInState(store: store, owner: owner)
    next.hash = hash
    return next
  }

  /// Why no attempt is checked now, where none is.
  ///
  /// Judged by the later of the clock and what earlier attempts have seen: a clock that is set
  /// back makes no lock shorter.
  func lock(at moment: Instant) -> SignInLock? {
    if needsIdentification { return .untilIdentified }
    guard let lockedUntil, max(moment, newestTime ?? moment) < lockedUntil else { return nil }
    return .until(lockedUntil)
  }

  /// Nil where the bytes are not what was written for this person in this store.
  static func decode(
    _ bytes: [UInt8],
    store: RecordID,
    owner: Person.ID
  ) throws(StoreError)
    -> SignInState?
  {
    guard let state = SealedFile.decode(SignInState.self, from: bytes) else { return nil }
    if state.format > currentFormat { throw .unknownFormat(state.format) }
    return state.store == store && state.owner == owner && state.wrong >= 0 ? state : nil
  }
}

/// How long somebody is kept from signing in.
package enum SignInLock: Hashable, Sendable {
  case until(Instant)
  /// Ten wrong in a row: until the practice, or the store's owner, has made sure who they are.
  case untilIdentified
}
