extension Portal {
  /// Mends what is broken of one person, with as little loss as can be proven; says so in the
  /// record itself, and keeps the broken files in quarantine.
  ///
  /// Nothing is written where all is sound. Killed in between, it can be run again.
  package func repair(
    _ person: Person.ID,
    from backup: RepairSource? = nil
  ) throws(ServiceError) -> RepairOutcome {
    try serving { () throws(StoreError) in
      var repair = try PersonRepair(store: store, id: person, source: backup)
      return try repair.run()
    }
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
