extension PersonJournal {
  /// The records of a line that erases; none where there is nothing to erase.
  ///
  /// That it was done, and where that is asked for the person as no more than who they are. To be
  /// called under the lock, as what `append` is to write: with that line on disk everything selected
  /// is gone for every reader, and what is left of it on disk is taken away right after.
  func recordsErasing(
    _ selection: ErasureSelection,
    _ reason: Erasure.Reason
  ) throws(StoreError) -> [Record] {
    let whole = try ChainedLog(
      PersonJournal.fileName,
      in: directory,
      identity: identity,
      surroundings: surroundings
    )
    try whole.readAll()
    if let damage = whole.scan.damage { throw .damaged(damage) }
    var plan = ErasurePlan(selection, whole, blobs, surroundings)
    guard let erasure = try plan.erasure(reason) else { return [] }
    let id = RecordID(bytes: surroundings.randomness.bytes(17))
    let declared = Record(id: id, version: 1, content: .erasure(erasure))
    return [declared] + (selection.leavesIdentityOnly ? try identityOnly() : [])
  }

  /// The person as no more than who they are, where the record says more.
  private func identityOnly() throws(StoreError) -> [Record] {
    guard let entry = try contents.entry(of: Person.recordID),
      let record = try contents[Person.recordID], case .person(let person) = record.content
    else { return [] }
    let isDone = try line(entry.sequence).map(ErasureDeclaration.isOne) ?? false
    if isDone, person == person.identityOnly { return [] }
    return [
      Record(
        id: record.id,
        version: record.version + 1,
        content: .person(person.identityOnly),
        labels: record.labels
      )
    ]
  }

  /// Takes off the disk what has been erased, where that has not come to its end.
  func completeErasure(
    patience: Int64 = OwnerLock.patienceInMilliseconds
  ) throws(StoreError) {
    let lock = try OwnerLock.take(directory, patience: patience, surroundings: surroundings)
    defer { lock.release() }
    try ErasureCompletion(directory: directory, identity: identity, surroundings: surroundings)
      .run()
    // What was known of it may have changed though the journal has not.
    try startOver()
  }
}
