/// A prescription as it stands where prescriptions are renewed.
package struct RenewablePrescription: Sendable {
  package let id: RecordID
  package let prescription: Prescription
  /// What was asked and decided before; nil where nothing was.
  package let renewal: PrescriptionRenewal?
  /// Why it cannot be renewed now; nil where it can.
  package let refusal: RenewalRefusal?
}

extension OpenRecord {
  /// The prescriptions that this reader sees, each with whether it can be renewed, the newest first.
  ///
  /// Left out: what was taken back or ran out more than a year ago.
  package func renewablePrescriptions() throws(ServiceError) -> [RenewablePrescription] {
    let renewals = try renewals()
    let today = OsloTime.date(now)
    return try prescriptions().compactMap { entry in
      let renewal = renewals[entry.id]
      let refusal = entry.content.refusalToRenew(renewal, on: today)
      if refusal == .notInUse || refusal == .tooOld { return nil }
      return RenewablePrescription(
        id: entry.id,
        prescription: entry.content,
        renewal: renewal,
        refusal: refusal
      )
    }
  }

  /// What has been asked for of the prescriptions that this reader sees, by prescription.
  package func renewals() throws(ServiceError) -> [RecordID: PrescriptionRenewal] {
    var renewals: [RecordID: PrescriptionRenewal] = [:]
    for record in try records([.renewal], in: .prescriptions) {
      if case .renewal(let renewal) = record.content { renewals[renewal.prescription] = renewal }
    }
    return renewals
  }

  /// Those of some prescriptions whose renewal was asked for with one of some messages and is not
  /// decided yet.
  package func waitingRenewals(
    askedWith messages: [RecordID]
  ) throws(ServiceError) -> [RecordID] {
    try renewals().values
      .filter { $0.state == .requested && messages.contains($0.message) }
      .map(\.prescription).sorted { $0.text < $1.text }
  }

  /// Takes back what was asked for and is not decided yet, all of it or nothing.
  @discardableResult
  package func withdrawRenewals(
    of prescriptions: [RecordID]
  ) throws(ServiceError) -> Receipt? {
    let ids = prescriptions.map(PrescriptionRenewal.id)
    for id in ids { _ = try record(id, of: .renewal) }
    return try appendDialogue(.prescriptions, of: AccessItem(kind: .renewal)) {
      contents throws(ServiceError) in
      var changed: [Record] = []
      for id in ids {
        let newest = try serving { () throws(StoreError) in try contents[id] }
        guard let newest, case .renewal(var renewal) = newest.content else { continue }
        guard let state = renewal.state.after(.withdraw) else {
          let refusal: RenewalRefusal = renewal.state == .approved ? .renewed : .missing
          throw .dialogue(.notRenewable(renewal.prescription, refusal))
        }
        renewal.state = state
        renewal.decided = now
        changed.append(newest.next(.renewal(renewal)))
      }
      return changed
    }
  }
}

extension Prescription {
  /// Why it cannot be renewed; nil where it can (`rules.md` 2.5 and 2.7).
  ///
  /// Also what has run out in the last year: as long as it is shown.
  package func refusalToRenew(
    _ renewal: PrescriptionRenewal?,
    on day: CivilDate
  ) -> RenewalRefusal? {
    switch renewal?.state {
    case .requested?: return .asked
    case .approved?: return .renewed
    case .declined?, .withdrawn?, nil: break
    }
    switch status {
    case .active, .onHold, .completed, .unknown: break
    case .cancelled, .enteredInError, .stopped, .draft: return .notInUse
    }
    guard let end = validity.end?.date ?? authoredOn?.date.adding(years: 1) else { return nil }
    return end.adding(years: 1) < day ? .tooOld : nil
  }
}
