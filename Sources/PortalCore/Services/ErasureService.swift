extension OpenRecord {
  /// Erases what is selected for good: no reader sees it from then on, and it is off the disk when
  /// this returns.
  ///
  /// Throws where it could not be taken off the disk: then nobody sees it any more, and it goes with
  /// the next change of the record, by `doctor`, or when it is tried again.
  /// Only the person themselves may. The history says that something was erased, when, by whom and
  /// why, never what. Nil where there was nothing to erase. Throws `notEditable` where somebody
  /// else's entry is to be deleted as one's own.
  package func erase(
    _ selection: ErasureSelection,
    reason: Erasure.Reason
  ) throws(ServiceError) -> Receipt? {
    guard attribution.basis.role == .oneself, attribution.actor == .person(subject) else {
      throw .refused(.onlyThePerson)
    }
    if reason == .ownEntry { try checkOwn(selection) }
    let receipt = try append(.write, in: .privacy) { contents throws(StoreError) in
      try contents.journal.recordsErasing(selection, reason)
    }
    // Also where there was nothing to erase: a try that was killed may have left it half done.
    try look(in: .privacy, isNoted: false) { contents, _ throws(StoreError) in
      try contents.journal.completeErasure()
    }
    return receipt
  }

  /// How many things a withdrawn consent erases, the versions of each counted as one; hidden ones and
  /// unsent text stand in no list, but are erased as well.
  package func countErasedWithConsent() throws(ServiceError) -> Int {
    guard attribution.basis.role == .oneself, attribution.actor == .person(subject) else {
      throw .refused(.onlyThePerson)
    }
    return try look(in: .privacy, isNoted: false) { contents, _ throws(StoreError) in
      try contents.entries(of: ErasureSelection.consentWithdrawn.kinds).count
    }
  }

  /// Throws unless all that is selected are entries of the portal's own that are seen here.
  private func checkOwn(_ selection: ErasureSelection) throws(ServiceError) {
    guard selection.kinds.isEmpty, !selection.leavesIdentityOnly else { throw .notEditable }
    for id in selection.records {
      guard let revision = try history(of: id).first else { throw .noSuchRecord }
      guard revision.record.origin == nil, revision.attribution.actor == .person(subject) else {
        throw .notEditable
      }
    }
  }
}
