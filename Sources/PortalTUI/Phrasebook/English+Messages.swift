import PortalCore

extension English {
  func name(of kind: Message.Kind) -> String {
    switch kind {
    case .office: "To the practice"
    case .eConsultation: "E-consultation"
    case .renewal:
      "Renewal of a prescription"
    case .appointmentRequest:
      "Wish for an appointment"
    case .otherService:
      "Other service"
    case .imported: "Brought in from another system"
    }
  }

  func readers(of kind: Message.Kind) -> String {
    switch kind {
    case .office:
      "Those who work at the practice read and answer. Only practical questions, not health. Free."
    case .eConsultation:
      "The doctor reads and answers questions about your health. You pay the usual fee. The doctor "
        + "may ask you to book an appointment instead."
    case .renewal:
      "The practice reads it and the doctor decides. A small fee may be charged."
    case .appointmentRequest:
      "The practice reads it and proposes a time."
    case .otherService:
      "The practice reads and answers."
    case .imported: "Came from another system."
    }
  }

  func status(_ status: Message.Status) -> String {
    switch status {
    case .sent: "Sent, not yet taken up by the practice"
    case .received: "Received"
    case .notDone: "Not carried out"
    case .enteredInError: "Entered by mistake"
    }
  }

  func progress(_ progress: MessageProgress) -> String {
    switch progress {
    case .stored: "Sent, on its way to the practice"
    case .atPractice: "Received by the practice, not answered yet"
    case .answered: "Answered"
    }
  }

  func yourself(to recipients: String) -> String {
    recipients.isEmpty ? "You" : "You to \(recipients)"
  }

  func messages(_ count: Int) -> String { "\(count) messages" }

  func answerTime(_ recipient: String) -> String {
    "The message goes to \(recipient). You will usually get an answer within 5 working days."
  }

  func sent(receipt: String?) -> String {
    guard let receipt else { return "The message is sent and stored." }
    return "The message is sent and stored. Receipt \(receipt)."
  }

  func notSent(_ reason: String) -> String {
    "The message has not been sent. \(reason) Your text is still here."
  }

  func draftNotKept(_ reason: String) -> String {
    "The draft was not kept. \(reason) The text stays on the screen while the page is open."
  }
}
