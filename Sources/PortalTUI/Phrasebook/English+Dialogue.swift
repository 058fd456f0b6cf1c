import PortalCore

extension English {
  func problemText(_ problem: DialogueProblem) -> String {
    switch problem {
    case .thread(.notPossible(.write, .closed)):
      "The practice has ended the conversation. Write a new message instead."
    case .thread(.notPossible(.write, .rejected)):
      "The practice did not take it up, and the conversation is over. Write a new message instead."
    case .thread(.notPossible(_, let state)):
      "That cannot be done: the conversation is now \(name(of: state).lowercased())."
    case .thread(.changedMeanwhile):
      "Somebody else at the practice was faster. See what stands there now; your text is not lost."
    case .thread(.writtenSince):
      "Something new was written in the conversation. Read it first; your text is not lost."
    case .formerPractice:
      "The conversation is with a practice that is not yours any more. Write to the GP you have now."
    case .serviceOff(let reason): "The practice does not offer this now: \(reason)"
    case .nothingToRenew: "Choose at least one prescription to renew."
    case .notRenewable(_, let refusal):
      "The prescription cannot be renewed: \(text(for: refusal))"
    }
  }

  func name(of state: ThreadState) -> String {
    switch state {
    case .sent: "Sent"
    case .read: "Read by the practice"
    case .answered: "Answered"
    case .closed: "Closed"
    case .rejected: "Rejected"
    }
  }

  func name(of state: PrescriptionRenewal.State) -> String {
    switch state {
    case .requested: "Renewal asked for"
    case .approved: "Renewed"
    case .declined: "Not renewed"
    case .withdrawn: "Taken back"
    }
  }

  func text(for refusal: RenewalRefusal) -> String {
    switch refusal {
    case .asked: "you have asked, and the doctor has not decided yet."
    case .renewed: "it has been renewed. The new prescription is in the list."
    case .notInUse: "the doctor has taken it back."
    case .tooOld: "it ran out more than a year ago. Book an appointment instead."
    case .missing: "it does not exist, or you may not see it."
    }
  }
}
