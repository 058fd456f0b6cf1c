import PortalCore

extension English {
  func status(_ status: MedicationListEntry.Status) -> String {
    switch status {
    case .active: "In use"
    case .completed: "Finished"
    case .enteredInError: "Entered by mistake"
    case .intended: "To be used"
    case .stopped: "Stopped"
    case .onHold: "Paused"
    case .unknown: "Not known whether it is used"
    case .notTaken: "Not taken"
    }
  }

  func status(_ status: Vaccination.Status) -> String {
    switch status {
    case .completed: "Given"
    case .enteredInError: "Entered by mistake"
    case .notDone: "Not given"
    case .unknown: "Not known whether it was given"
    }
  }

  func event(_ event: AccessLogEntry.Event, in area: Area?) -> String {
    let place = area.map { ": \(name(of: $0))" } ?? ""
    return switch event {
    case .sessionStart: "Opened the record"
    case .sessionEnd: "Closed the record"
    case .read: "Read\(place)"
    case .search: "Searched the record"
    case .write: "Wrote\(place)"
    case .export: "Took out a copy\(place)"
    case .importing: "Brought in information from a file"
    case .clockBehind: "The clock of the machine was behind"
    case .repair: "Mended a broken file"
    case .pinSet: "A PIN was set"
    case .identified: "A new PIN, after it was made sure who you are"
    case .refusal: "Was refused access\(place)"
    }
  }

  func prescription(_ status: Prescription.Status, _ state: PrescriptionState) -> String {
    switch status {
    case .active where state.isExpired: "Expired"
    case .active where state.left == 0: "All collected"
    case .active: "Can be collected"
    case .onHold: "On hold"
    case .cancelled: "Withdrawn"
    case .completed: "Finished"
    case .enteredInError: "Entered by mistake"
    case .stopped: "Stopped"
    case .draft: "Draft, not valid yet"
    case .unknown: "Unknown"
    }
  }

  func intent(_ code: String) -> String? {
    switch code {
    case "proposal": "A proposal, not a prescription"
    case "plan": "A plan, not a prescription"
    default: nil
    }
  }

  func repeats(_ state: PrescriptionState) -> String? {
    guard let allowed = state.allowed, let left = state.left else {
      return state.used == 0 ? nil : "Collected \(times(state.used))"
    }
    let all = "\(allowed) in all (\(allowed - 1) repeats)"
    guard state.used > 0 else { return "\(all). None is recorded as collected here" }
    return "\(left) left of \(all). Collected \(times(state.used))"
  }

  private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  func substitution(_ isAllowed: Bool) -> String {
    isAllowed
      ? "The pharmacy may give another product of the same effect"
      : "Not to be replaced by another product"
  }

  func dose(_ number: String, of count: String?) -> String {
    count.map { "\(number) of \($0)" } ?? number
  }
}
