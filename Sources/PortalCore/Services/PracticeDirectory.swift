/// A practice as a list of them shows it.
package struct PracticeSummary: Hashable, Sendable {
  package let id: Practice.ID
  /// Nil where it has not said what it is called.
  package let name: String?
}

extension Portal {
  /// The practices of the store, by name, those without one last; says nothing of anybody's health.
  package func practices() throws(ServiceError) -> [PracticeSummary] {
    try serving { () throws(StoreError) in
      try store.practices()
        .map { id throws(StoreError) in
          let profile = try store.practiceJournal(id).newest[PracticeProfile.recordID]
          guard case .profile(let known)? = profile?.record.content else {
            return PracticeSummary(id: id, name: nil)
          }
          return PracticeSummary(id: id, name: known.name)
        }
        .sorted { ($0.name ?? "\u{10FFFF}", $0.id.text) < ($1.name ?? "\u{10FFFF}", $1.id.text) }
    }
  }

  /// The practice that an organisation number stands for in the records of its patients, made where
  /// it is missing.
  package func makePractice(organisationNumber: String) throws(ServiceError) -> Practice.ID {
    let key = "identifier|\(CodeSystem.organisationNumber)|\(organisationNumber)"
    let id = store.practice(identifiedBy: key)
    _ = try serving { () throws(StoreError) in try store.makePractice(id).owner }
    return id
  }
}

/// Times one after the other.
package struct OfferedTimes: Hashable, Sendable {
  package let start: Instant
  package let minutes: Int
  package let count: Int

  package init(start: Instant, minutes: Int, count: Int) {
    (self.start, self.minutes, self.count) = (start, minutes, count)
  }
}

extension OpenPractice {
  /// Offers times one after the other, and says how many are new.
  ///
  /// Their ids follow from when and whose they are: offering one twice offers one.
  package func offer(
    _ times: OfferedTimes,
    practitioner: RecordID?
  ) throws(ServiceError) -> Int {
    var count = 0
    for number in 0..<times.count {
      let start = times.start.advanced(bySeconds: Int64(number * times.minutes * 60))
      let text = "slot|\(start.milliseconds)|\(practitioner?.text ?? "")"
      let id = RecordID(bytes: SHA256.digest(Array(text.utf8)).bytes)
      let receipt = try offer(id, at: start, minutes: times.minutes, practitioner: practitioner)
      if receipt != nil { count += 1 }
    }
    return count
  }

  /// What it is called and where it is; nil where it has not said.
  package func profile() throws(ServiceError) -> PracticeProfile? {
    guard case .profile(let profile)? = try content(of: PracticeProfile.recordID) else {
      return nil
    }
    return profile
  }

  /// Says what it is called and where it is; nil where nothing is new.
  @discardableResult
  package func put(_ profile: PracticeProfile) throws(ServiceError) -> Receipt? {
    try change(PracticeProfile.recordID, .manage(.practice)) { _ in .profile(profile) }
  }

  /// What it offers beside the services that all have, in the order of their ids.
  package func offeredServices() throws(ServiceError) -> [(id: RecordID, content: OfferedService)] {
    try contents { if case .offeredService(let service) = $0 { service } else { nil } }
  }

  /// Offers something, or changes what is said of it; nil where nothing is new.
  @discardableResult
  package func put(
    _ service: OfferedService,
    as id: RecordID
  ) throws(ServiceError) -> Receipt? {
    try change(id, .manage(.services)) { before in
      // An id that means something else stays what it is.
      if let before, before.kind != .offeredService { return nil }
      return .offeredService(service)
    }
  }

  /// The lists of its general practitioners, in the order of their ids.
  package func patientLists() throws(ServiceError) -> [PatientList] {
    try contents { if case .patientList(let list) = $0 { list } else { nil } }.map(\.content)
  }

  /// Opens a list, or says how many it has room for and has; who joins or waits stays, and who waits
  /// gets a place where there is room now.
  @discardableResult
  package func put(_ list: PatientList) throws(ServiceError) -> Receipt? {
    let receipt = try change(PatientList.id(of: list.practitioner), .manage(.practice)) { before in
      var new = list
      if case .patientList(let known)? = before {
        (new.joining, new.waiting) = (known.joining, known.waiting)
      }
      return .patientList(new)
    }
    openWaitingLists()
    return receipt
  }
}
