/// One message between a person and the health service (no: melding; FHIR `Communication`).
package struct Message: Codable, Hashable, Sendable {
  /// Where it is on its way.
  package enum Status: String, Codable, Sendable {
    /// Sent and durably stored; the practice has not taken it up yet.
    case sent
    /// Received by the one it is addressed to: what comes to the person, and what is imported.
    case received
    case notDone = "not-done"
    case enteredInError = "entered-in-error"
  }

  /// How the person wrote (`rules.md` 2.5).
  package enum Kind: String, Codable, Sendable {
    /// To the office: holidays, parking; no health care.
    case office
    /// A health question that the doctor answers, for a fee.
    case eConsultation = "e-consultation"
    /// Asks for prescriptions to be renewed.
    case renewal
    /// Asks in words for a time.
    case appointmentRequest = "appointment-request"
    /// One of the other services that a practice offers.
    case otherService = "other-service"
    /// Came from elsewhere.
    case imported
  }

  package struct Attachment: Codable, Hashable, Sendable {
    package var title: String?
    package var contentType: String?

    /// The SHA-256 of its content, which is one of the person's blobs; nil where the content was not
    /// brought along.
    package var blob: String?
    /// In bytes.
    package var size: Int?

    package init(
      title: String? = nil,
      contentType: String? = nil,
      blob: String? = nil,
      size: Int? = nil
    ) {
      self.title = title
      self.contentType = contentType
      self.blob = blob
      self.size = size
    }
  }

  /// Somebody who wrote for the person, in the role they had.
  package struct Writer: Codable, Hashable, Sendable {
    package var name: String
    package var role: ProxyRole

    package init(name: String, role: ProxyRole) {
      self.name = name
      self.role = role
    }
  }

  /// The thread it belongs to: the id of the thread's first message.
  package var thread: RecordID
  package var kind: Kind
  package var status: Status
  package var subject: String
  package var text: String
  package var sender: RecordReference?
  package var recipients: [RecordReference]
  /// The practice it was sent to, as the store names it; nil in what a file brought.
  package var practice: Practice.ID?
  /// Whether the person (or somebody for them) wrote it.
  package var isFromPerson: Bool
  /// Who wrote it for the person; nil where they did themselves.
  package var writer: Writer?
  /// Who at the practice wrote it; nil for what the person wrote and what a file brought.
  package var author: StaffAuthor?
  /// What the practice did with the conversation as it wrote this: answered, rejected or closed it.
  package var act: ThreadAct?
  /// The last day on which the practice is to have answered, as the person was told.
  package var answerBy: CivilDate?
  /// The prescriptions that it asks to be renewed.
  package var renewals: [RecordID]?
  /// The appointment that it is about.
  package var appointment: RecordID?
  /// Which of the practice's other services it asks for.
  package var service: RecordID?
  /// Whether a parent began the thread; nil where not.
  ///
  /// It is theirs and the practice's then, also where the young person reads their own messages
  /// (`rules.md` 2.4).
  package var isParentsThread: Bool?
  package var sent: PartialDate?
  package var received: PartialDate?
  package var inResponseTo: RecordID?
  package var attachments: [Attachment]

  package init(
    thread: RecordID,
    kind: Kind,
    status: Status,
    subject: String,
    text: String,
    isFromPerson: Bool
  ) {
    self.thread = thread
    self.kind = kind
    self.status = status
    self.subject = subject
    self.text = text
    self.isFromPerson = isFromPerson
    recipients = []
    attachments = []
  }

  package var date: PartialDate? {
    sent ?? received
  }
}
