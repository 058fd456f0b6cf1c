/// Mends a store, one owner after the other.
///
/// Knows what queues and markers say of people's journals as it begins: the same that `verify` asks
/// about.
package struct StoreRepair {
  private let store: Store
  private let source: RepairSource?
  private let anchors: [Person.ID: [JournalAnchor]]

  init(store: Store, from source: RepairSource?) {
    self.store = store
    self.source = source
    var check = PracticeCheck(store: store)
    check.gatherAnchors()
    anchors = check.anchors
  }

  /// Mends what is broken of one person, with as little loss as can be proven; says so in the
  /// record itself, and keeps the broken files in quarantine.
  ///
  /// Nothing is written where all is sound. Killed in between, it can be run again.
  package func mend(_ person: Person.ID) throws(ServiceError) -> RepairOutcome {
    try serving { () throws(StoreError) in
      var repair = try PersonRepair(
        store: store,
        id: person,
        source: source,
        anchors: anchors[person] ?? []
      )
      return try repair.run()
    }
  }

  /// Mends what is broken of a practice's own journal, in the same way.
  package func mend(_ practice: Practice.ID) throws(ServiceError) -> RepairOutcome {
    try serving { () throws(StoreError) in
      var repair = try PracticeRepair(store: store, id: practice, source: source)
      return try repair.run()
    }
  }

  /// All practices, by id; also those whose journals are broken.
  package func practices() throws(ServiceError) -> [Practice.ID] {
    try serving { () throws(StoreError) in try store.practices() }
  }
}

extension Portal {
  /// Begins to mend the store, with a backup to take from where there is one.
  package func startRepair(from backup: RepairSource? = nil) -> StoreRepair {
    StoreRepair(store: store, from: backup)
  }

  /// Mends what is broken of one person (`StoreRepair`).
  package func repair(
    _ person: Person.ID,
    from backup: RepairSource? = nil
  ) throws(ServiceError) -> RepairOutcome {
    try startRepair(from: backup).mend(person)
  }

  /// Whether somebody has a place in the store, be their record broken.
  package func isThere(_ person: Person.ID) -> Bool {
    (try? store.personDirectory(person)) != nil
  }

  /// Everybody in the store, by id; also those whose records are broken.
  package func everybody() throws(ServiceError) -> [Person.ID] {
    try serving { () throws(StoreError) in try store.people() }
  }
}
