import PortalCore

extension English {
  var practitionerTitle: String { "Your GP" }
  var newPractitioner: String { "New GP" }
  func practitioner(_ name: String, from day: String) -> String { "\(name), from \(day)" }
  var waitingFor: String { "Waiting list" }
  func waiting(_ name: String, since: String) -> String { "\(name), since \(since)" }
  var practiceLabel: String { "Office" }
  var municipality: String { "Municipality" }
  var freePlaces: String { "Free places" }
  var waitingLabel: String { "Waiting" }
  var noPractitioners: String { "No GP in this store has a list." }
  var practitionerRules: String {
    "You can change twice a calendar year, once more when the register has a new address. A change "
      + "takes effect on the first of next month, and until then you can undo it. You can wait on one list."
  }
  var onlyPersonChooses: String {
    "Only the person themselves can change GP or wait on a list. You can see who has free places."
  }
  var mayNotChoose: String { "You cannot change GP or wait on a list here." }
  var undoChange: String { "Undo the change" }
  var stopWaiting: String { "Stop waiting" }
  var changeUndone: String { "The change is undone. You keep your GP." }
  var waitingStopped: String { "You are on no waiting list now." }
  var keepPractitioner: String { "No, keep what I have" }
  func changeFrom(_ day: String) -> String { "Change to this GP from \(day)" }
  var joinWaitingList: String { "Wait for a place" }
  func practitionerChosen(_ name: String, from day: String) -> String {
    "\(name) is your GP from \(day). Having your record moved is up to you: ask your old office."
  }
  func waitingBegun(_ name: String) -> String { "You are on the waiting list of \(name)." }
  func receipt(_ event: PractitionerReceipt.Event, _ name: String, from day: String) -> String {
    switch event {
    case .changed: "You have changed GP to \(name) from \(day)"
    case .joined: "You have got a place with \(name), whom you waited for, from \(day)"
    case .undone: "Undone: the change of GP to \(name) from \(day)"
    }
  }
  func receiptDetail(_ time: String) -> String { "Receipt, \(time)" }
}
