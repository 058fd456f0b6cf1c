extension Contents {
  /// The records that some decisions make.
  ///
  /// Each request's next version, and the new prescription of each that is approved. The old ones
  /// stay as they are: what is left on them can be fetched.
  func decided(
    _ decisions: [RenewalDecision],
    by author: StaffAuthor,
    at time: Instant
  ) throws(ServiceError) -> [Record] {
    var records: [Record] = []
    var changed: [RecordID] = []
    for decision in decisions {
      let made = try serving { () throws(StoreError) in
        try decided(decision, by: author, at: time)
      }
      if let made { records += made } else { changed.append(decision.prescription) }
    }
    if !changed.isEmpty { throw .desk(.renewalsChanged(changed)) }
    return records
  }

  /// Nil where the request is not as it was seen, or cannot be decided any more.
  private func decided(
    _ decision: RenewalDecision,
    by author: StaffAuthor,
    at time: Instant
  ) throws(StoreError) -> [Record]? {
    guard let request = try self[PrescriptionRenewal.id(of: decision.prescription)],
      case .renewal(var renewal) = request.content, request.version == decision.base,
      let old = try self[decision.prescription], case .prescription(let prescription) = old.content
    else { return nil }
    let act: PrescriptionRenewal.Act =
      switch decision.verdict {
      case .approve: .approve
      case .decline: .decline
      }
    guard let state = renewal.state.after(act) else { return nil }
    (renewal.state, renewal.decided, renewal.author) = (state, time, author)
    switch decision.verdict {
    case .decline(let reason):
      renewal.reason = reason
      return [request.next(.renewal(renewal))]
    case .approve(let id):
      renewal.renewed = id
      let new = prescription.renewed(by: author, on: OsloTime.date(time))
      return [
        request.next(.renewal(renewal)),
        Record(id: id, version: 1, content: .prescription(new), labels: old.labels),
      ]
    }
  }
}

extension Prescription {
  /// The same medicine, dosage and quantity from today on, for as long as one may be valid.
  package func renewed(by author: StaffAuthor, on day: CivilDate) -> Prescription {
    var new = self
    new.status = .active
    new.statusReason = nil
    new.authoredOn = PartialDate(day)
    new.prescriber = RecordReference(display: author.name)
    new.validity = Period(start: PartialDate(day), end: PartialDate(lastDay(from: day)))
    new.notes = []
    return new
  }

  /// A prescription is valid for a year; of hormonal contraceptives three, of antibiotics ten days
  /// (`rules.md` 2.7).
  private func lastDay(from day: CivilDate) -> CivilDate {
    let code = medication.code.code(in: CodeSystem.atc) ?? ""
    if code.hasPrefix("G03A") { return day.adding(years: 3) }
    if code.hasPrefix("J01") { return CivilDate(daysSinceEpoch: day.daysSinceEpoch + 10) }
    return day.adding(years: 1)
  }
}
