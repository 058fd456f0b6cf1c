/// Mends a practice's journal by the rules by which a person's is mended, under the practice's lock.
///
/// Its queue is derived and made anew by whoever reads it; nothing else names its lines.
struct PracticeRepair {
  private let store: Store
  private let id: Practice.ID
  private let source: RepairSource?
  private var owner: OwnerRepair

  /// Throws `noSuchRecord` where there is no such practice.
  init(store: Store, id: Practice.ID, source: RepairSource?) throws(StoreError) {
    guard let directory = try store.practiceDirectory(id) else { throw .noSuchRecord }
    self.store = store
    self.id = id
    self.source = source
    owner = OwnerRepair(
      directory: directory,
      source: source,
      surroundings: store.surroundings
    )
  }

  mutating func run() throws(StoreError) -> RepairOutcome {
    if try problems().isEmpty, source == nil { return .nothingToRepair }
    try repairLocked()
    return RepairOutcome(try problems(), owner.repairs)
  }

  private func problems() throws(StoreError) -> [CheckProblem] {
    var check = PracticeCheck(store: store)
    try check.check(id)
    return check.findings.problems
  }

  private mutating func repairLocked() throws(StoreError) {
    let lock = try OwnerLock.take(owner.directory, surroundings: store.surroundings)
    defer { lock.release() }
    let identity = store.header(.practice, of: .practice(id))
    _ = try owner.mend(.practice, as: identity, anchors: [])
  }
}
