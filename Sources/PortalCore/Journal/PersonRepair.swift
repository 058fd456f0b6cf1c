/// Mends what is broken of one person: both chained files and the content that lines name.
///
/// Under the person's lock. Each broken file is kept in `quarantine/` first; then a mended one takes
/// its place in one step. Killed in between, it can be run again.
struct PersonRepair {
  private let store: Store
  private let id: Person.ID
  private let source: RepairSource?
  /// Lines that must be in the journal, since something else in the store names them.
  private let anchors: [JournalAnchor]
  private var owner: OwnerRepair

  init(
    store: Store,
    id: Person.ID,
    source: RepairSource?,
    anchors: [JournalAnchor]
  ) throws(StoreError) {
    self.store = store
    self.id = id
    self.source = source
    self.anchors = anchors
    owner = OwnerRepair(
      directory: try store.personDirectory(id),
      source: source,
      surroundings: store.surroundings
    )
  }

  mutating func run() throws(StoreError) -> RepairOutcome {
    let problems = try self.problems()
    if problems.isEmpty, source == nil { return .nothingToRepair }
    try repairLocked()
    let left = try self.problems()
    return RepairOutcome(left, owner.repairs)
  }

  private func problems() throws(StoreError) -> [CheckProblem] {
    var check = PersonCheck(store: store, id: id, anchors: anchors)
    try check.run()
    return check.findings.problems
  }

  private mutating func repairLocked() throws(StoreError) {
    let lock = try OwnerLock.take(owner.directory, surroundings: store.surroundings)
    defer { lock.release() }
    // The log first: the heads that it holds say what the journal must have.
    let log = try owner.mend(.accessLog, as: store.header(.access, of: .person(id)), anchors: [])
    let journal = store.header(.journal, of: .person(id))
    _ = try owner.mend(.journal, as: journal, anchors: heads(knownTo: log))
  }

  /// The heads that the log names, and those that only the rest of the store does, each once.
  private func heads(knownTo log: FileRepair?) -> [JournalRepair.Head] {
    var heads = log.map(RepairContent.anchors) ?? []
    var known = Set(heads.map(\.anchor.shortened))
    for anchor in anchors.sorted(by: { $0.sequence < $1.sequence })
    where known.insert(anchor.shortened).inserted {
      heads.append(JournalRepair.Head(sequence: anchor.sequence, hash: anchor.hash))
    }
    return heads
  }
}
