import PortalCore

extension English {
  var templateLanguage: AnswerTemplate.Language { .english }

  func desk(_ word: DeskWord) -> String {
    switch word {
    case .queueTitle: "Messages that wait"
    case .queueEmpty: "Nothing waits."
    case .answeredTitle: "Answered, not closed"
    case .answeredEmpty: "No conversation is answered and still open."
    case .overdue: "overdue"
    case .simulated: "Simulated answer"
    case .chooseStaff: "Who is at the desk?"
    case .noStaff: "Nobody works at this practice yet. Add somebody with --add-staff."
    case .choosePractice: "Which practice?"
    case .noPractices: "The store has no practice yet."
    case .signedOut: "The desk is closed."
    case .answer: "Answer"
    case .answerField: "Your answer"
    case .answerHint: "The person, and those who act for them, can read it."
    case .template: "Begin with"
    case .noTemplate: "An empty text"
    case .reject: "Reject"
    case .reasonField: "Reason"
    case .reasonHint: "The person reads it."
    case .rejectHint: "The conversation ends. The person is asked to book an appointment instead."
    case .close: "Close"
    case .closeText: "The practice has closed this conversation. Begin a new one if you need to."
    case .closeHint: "Nobody can write in the conversation any more."
    case .decide: "Decide prescriptions"
    case .decision: "Decision"
    case .approve: "Renew"
    case .decline: "Decline"
    case .undecided: "Not decided"
    case .decideMessage: "Message to the person"
    case .onlyDoctor: "Only a doctor decides on prescriptions."
    case .noRequests: "No prescription waits for a decision here."
    case .choicesMissing: "Decide on each prescription; a reason is needed where you decline."
    case .requested: "Asked to be renewed"
    case .dosage: "Dosage"
    case .quantity: "Quantity"
    case .repeats: "Repeats"
    case .validUntil: "Valid until"
    case .lastDispensed: "Last handed out"
    case .never: "never"
    case .prescriptionGroup: "Group"
    case .proposeTime: "Propose a time"
    case .noFreeTime: "No time is free. Offer some first."
    case .offerTimes: "Offer times"
    case .dateField: "Date"
    case .dateHint: "Year, month and day: 2026-11-24"
    case .timeField: "First time"
    case .timeHint: "Hours and minutes: 09:20"
    case .minutesField: "Minutes each"
    case .countField: "How many"
    case .unusableDate: "Write the date as 2026-11-24."
    case .unusableTime: "Write the time as 09:20."
    case .unusableNumber: "Write a number of 1 or more."
    case .inThePast: "This time has passed."
    case .services: "Services"
    case .reasonWhenOff: "Why it is off"
    case .switchOn: "On"
    case .switchOff: "Off"
    case .switched: "The services are stored."
    case .nothingChanged: "Nothing was changed."
    case .conflictTitle: "Somebody was faster"
    case .conflictText:
      "Somebody else here has acted on this conversation, or the person has written again. Nothing of "
        + "yours was sent. Your text is kept."
    case .conflictNow: "How it stands now"
    case .conflictYours: "Your text"
    case .writtenSince: "The person has written since. That message still waits."
    case .draftFound: "You have an unsent answer here."
    case .decisionFound: "You have begun to decide on the prescriptions here."
    case .person: "About"
    case .from: "Written by"
    case .age: "Age"
    }
  }

  func problemText(_ problem: DeskProblem) -> String {
    switch problem {
    case .thread(.changedMeanwhile):
      "Somebody at the practice has acted on the conversation meanwhile."
    case .thread(.writtenSince): "The person has written since. Read that first."
    case .thread(.notPossible(_, let state)):
      "This cannot be done: the conversation is \(self.state(of: state).lowercased())."
    case .renewalsChanged(let changed):
      "Decided or taken back meanwhile: \(changed.count) of the requests. Nothing was stored."
    case .reasonMissing: "Write a reason."
    case .nothingDecided: "Nothing has been decided."
    }
  }

  func name(of service: PracticeService) -> String {
    switch service {
    case .office: "Contact the practice"
    case .eConsultation: "E-consultation"
    case .prescriptionRenewal: "Renewal of prescriptions"
    case .appointmentBooking: "Booking of appointments"
    case .influenzaVaccine: "Influenza vaccine"
    }
  }

  func state(of thread: ThreadState) -> String {
    switch thread {
    case .sent: "New"
    case .read: "Read"
    case .answered, .closed, .rejected: name(of: thread)
    }
  }

  func writtenBy(_ writer: Message.Writer) -> String {
    "\(writer.name), \(name(of: writer.role.role))"
  }

  func about(_ name: String?, age: Int?) -> String {
    [name ?? withoutName, age.map(self.age)].compactMap(\.self).joined(separator: ", ")
  }

  func waiting(_ count: Int) -> String { "\(count) messages wait" }
  func answerBy(_ date: String) -> String { "answer by \(date)" }
  func lastAct(_ state: ThreadState, by name: String) -> String {
    "\(self.state(of: state).lowercased()) by \(name)"
  }

  func atDesk(_ practice: String, _ name: String, _ work: StaffMember.Work) -> String {
    "\(practice): \(name), \(self.name(of: work))"
  }

  func cannotBeOpened(_ count: Int, _ reason: String) -> String {
    "\(count) waiting from somebody whose record cannot be opened. \(reason)"
  }

  func rejection(of kind: Message.Kind, reason: String) -> String {
    let name = name(of: kind).lowercased()
    return "We cannot take this up as: \(name). \(reason)\n\nPlease book an appointment instead."
  }

  func decided(renewed: [String], declined: [(name: String, reason: String)]) -> String {
    var lines: [String] = []
    if !renewed.isEmpty { lines.append("Renewed: \(renewed.joined(separator: ", ")).") }
    lines += declined.map { "Not renewed: \($0.name). \($0.reason)" }
    return lines.joined(separator: "\n")
  }

  func done(_ act: ThreadAct, receipt: String) -> String {
    let what =
      switch act {
      case .write, .answer: "The answer is sent and stored."
      case .read: "Read."
      case .reject: "The matter is rejected, and the person is told."
      case .close: "The conversation is closed."
      }
    return "\(what) Receipt \(receipt)."
  }

  func stillTyped(_ reason: String) -> String {
    "Nothing has been sent. \(reason) Your text is still here."
  }

  func proposed(_ time: String) -> String {
    "We propose this time: \(time). Say yes or no to it under Appointments."
  }

  func offered(_ count: Int) -> String {
    count == 1 ? "One time is offered." : "\(count) times are offered."
  }

  func renewalState(_ state: PrescriptionRenewal.State) -> String {
    switch state {
    case .requested: "waits for a decision"
    case .approved: "renewed"
    case .declined: "declined"
    case .withdrawn: "taken back"
    }
  }

  func simulatedAnswer(to kind: Message.Kind) -> String {
    let text =
      switch kind {
      case .office: "Thank you for your message. We have noted it."
      case .eConsultation:
        "Thank you for describing this so well. Watch it for a few days, and write again or book "
          + "an appointment if it gets worse."
      case .renewal: "The prescriptions are renewed."
      case .appointmentRequest: "We have received your wish. See the free times under Appointments."
      case .otherService: "We have received your request."
      case .imported: "Thank you for your message."
      }
    return "This is a simulated answer: nobody at a practice has read what you wrote.\n\n\(text)"
  }

  func wouldEndAt(_ key: String) -> String {
    "Press \(key) once more to close the conversation."
  }
}
