extension Message {
  /// Reads a Communication: https://hl7.org/fhir/R4/communication.html.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    let replied = try node.objects("inResponseTo")
    self.init(
      thread: resource.context.threads.start(of: resource.entry) ?? Person.recordID,
      kind: .imported,
      status: Status(communication: try node.string("status")),
      subject: try Message.subject(node),
      text: "",
      isFromPerson: try resource.isFromPerson()
    )
    sender = try resource.reference("sender")
    recipients = try resource.references("recipient")
    sent = try node.date("sent")
    received = try node.date("received")
    inResponseTo = replied.lazy.compactMap { resource.messageID($0) }.first
    try readPayload(resource)
  }

  private static func subject(_ node: JSONNode) throws(ImpossibleValue) -> String {
    if let topic = try node.concept("topic")?.title { return topic }
    let concepts = try node.concepts("reasonCode") + node.concepts("category")
    return concepts.lazy.compactMap(\.title).first ?? ""
  }

  private mutating func readPayload(_ resource: FHIRResource) throws(ImpossibleValue) {
    var texts: [String] = []
    for payload in try resource.node.objects("payload") {
      if let text = try payload.string("contentString") { texts.append(text) }
      if let content = try payload.object("contentAttachment") {
        attachments.append(
          Attachment(
            title: try content.string("title"),
            contentType: try content.string("contentType")
          )
        )
      }
      if let reference = try resource.reference("contentReference", of: payload) {
        attachments.append(Attachment(title: reference.display ?? reference.dangling))
      }
    }
    if texts.isEmpty { texts = try resource.node.notes("note") }
    if texts.isEmpty, let narrative = resource.narrative { texts = [narrative] }
    text = texts.joined(separator: "\n\n")
  }
}

extension Message.Status {
  /// What is imported has reached the person, or never was sent.
  fileprivate init(communication status: String?) {
    switch status {
    case "entered-in-error": self = .enteredInError
    case "not-done", "preparation", "on-hold", "stopped": self = .notDone
    case .some, .none: self = .received
    }
  }
}

extension FHIRResource {
  /// Whether the subject, or somebody related to them, is the sender.
  fileprivate func isFromPerson() throws(ImpossibleValue) -> Bool {
    guard let sender = try node.object("sender") else { return false }
    if let target = target(of: sender) {
      return target.type == "RelatedPerson"
        || (target.type == "Patient" && context.isSubject(target))
    }
    // A reference that leads nowhere is the subject's where it is written as the subject's is.
    guard let subject = try node.object("subject") else { return false }
    if let text = sender["reference"]?.text { return text == subject["reference"]?.text }
    let identifiers = [sender, subject].map { node in
      node["identifier"].flatMap { try? Identifier(reading: $0) }
    }
    guard let first = identifiers[0], let second = identifiers[1] else { return false }
    return first.system == second.system && first.value == second.value
  }

  /// The record of the message that a reference means, also of one that is not in the file.
  fileprivate func messageID(_ reference: JSONNode) -> RecordID? {
    switch message(reference) {
    case .entry(let entry): context.recordID(of: entry)
    case .missing(let id): id
    case .none: nil
    }
  }
}
