/// A conversation of the sample data, oldest message first.
struct SampleThread: Sendable {
  struct Message: Sendable {
    let sent: SampleMoment
    /// Nil where the person wrote it themselves.
    let author: SampleClinic.Staff?
    let text: String

    /// What the person wrote.
    static func mine(_ sent: SampleMoment, _ text: String) -> Message {
      Message(sent: sent, author: nil, text: text)
    }

    /// What somebody answered.
    static func from(
      _ author: SampleClinic.Staff,
      _ sent: SampleMoment,
      _ text: String
    ) -> Message {
      Message(sent: sent, author: author, text: text)
    }
  }

  let subject: String
  /// What sort of conversation the system it comes from calls it.
  let kind: String
  let recipient: SampleClinic.Staff
  let messages: [Message]

  init(
    _ subject: String,
    kind: String = "E-konsultasjon",
    with recipient: SampleClinic.Staff = .generalPractitioner,
    _ messages: [Message]
  ) {
    self.subject = subject
    self.kind = kind
    self.recipient = recipient
    self.messages = messages
  }
}

extension SampleHistory {
  /// Adds the messages of a conversation, each when it was sent.
  mutating func converse(_ thread: SampleThread, _ clinic: SampleClinic) {
    for index in thread.messages.indices {
      add(communication(thread, index, clinic), known: thread.messages[index].sent)
    }
  }

  private func communication(
    _ thread: SampleThread,
    _ index: Int,
    _ clinic: SampleClinic
  ) -> SampleResource {
    let message = thread.messages[index]
    let person: SampleJSON = ["reference": .text(patient.address)]
    let staff = clinic.staff(message.author ?? thread.recipient)
    let name = "thread/\(thread.subject)"
    let isFirst = index == 0
    return SampleResource(
      "Communication",
      at: address("\(name)/\(index)"),
      [
        "partOf": index < 2 ? nil : [reference("\(name)/0")],
        "inResponseTo": isFirst ? nil : [reference("\(name)/\(index - 1)")],
        "status": "completed",
        "category": [.concept(thread.kind)],
        "subject": subject,
        "topic": .concept(thread.subject),
        "sent": message.sent.json,
        "recipient": [message.author == nil ? staff : person],
        "sender": message.author == nil ? person : staff,
        "payload": [["contentString": .text(message.text)]],
      ]
    )
  }
}
