/// One conversation as a member of staff has it open: the person's record is open for as long as this
/// is held.
///
/// A class because the page of the conversation and those above it share the session.
package final class DeskConversation {
  /// A prescription that is asked for, with what a doctor decides by.
  package struct AskedRenewal: Sendable {
    package let prescription: SectionEntry<Prescription>
    package let renewal: PrescriptionRenewal
    /// The version of the request, which a decision is made on.
    package let version: Int
    /// What has been handed out on it, the newest first.
    package let dispensings: [SectionEntry<Dispensing>]
  }

  /// What stands in it, as it was read.
  package struct Content: Sendable {
    package let person: Person
    package let age: Int?
    package let thread: MessageThread
    package let kind: Message.Kind
    package let status: ThreadStatus?
    package let state: ThreadState
    /// What the prescriptions asked for are, where whoever reads may see them.
    package let renewals: [AskedRenewal]
    /// What an act is made on.
    package let seen: Seen
  }

  /// What whoever acts had before them: an act on anything else is a conflict.
  package struct Seen: Hashable, Sendable {
    /// The practice's last act but reading; nil where there is none.
    package let lastAct: ThreadStatus.Step?
    /// The person's newest message.
    package let through: RecordID?
  }

  package let record: OpenRecord
  package let person: Person.ID
  package let thread: RecordID
  package let staff: SignedInStaff

  init(_ desk: OpenDesk, _ thread: RecordID, of person: Person.ID) throws(ServiceError) {
    record = try desk.open(person)
    (self.person, self.thread, staff) = (person, thread, desk.staff)
  }

  /// Reads it.
  package func content(messages: Int = .max) throws(ServiceError) -> Content {
    let person = try record.person()
    let thread = try record.messageThread(self.thread, messages: messages)
    let (status, newest) = try record.deskState(of: self.thread)
    let kind = thread.entries.last { $0.message.isFromPerson }?.message.kind ?? .office
    return Content(
      person: person,
      age: person.age(on: OsloTime.date(record.now)),
      thread: thread,
      kind: kind,
      status: status,
      state: status?.state(newestFromPerson: newest) ?? (newest == nil ? .answered : .sent),
      renewals: try askedRenewals(thread),
      seen: Seen(lastAct: status?.lastActButReading, through: newest)
    )
  }

  /// The requests of a conversation; none for who may not see prescriptions.
  private func askedRenewals(_ thread: MessageThread) throws(ServiceError) -> [AskedRenewal] {
    let asked = thread.entries.compactMap(\.message.renewals).flatMap(\.self)
    guard !asked.isEmpty else { return [] }
    var found: [AskedRenewal] = []
    let (prescriptions, dispensings): ([SectionEntry<Prescription>], [SectionEntry<Dispensing>])
    do throws(ServiceError) {
      (prescriptions, dispensings) = (try record.prescriptions(), try record.dispensings())
    } catch {
      if case .refused = error { return [] }
      throw error
    }
    for prescription in prescriptions where asked.contains(prescription.id) {
      let id = PrescriptionRenewal.id(of: prescription.id)
      guard let request = try? record.record(id, of: .renewal),
        case .renewal(let renewal) = request.content
      else { continue }
      let own = dispensings.filter { entry in
        entry.content.prescriptions.contains { $0.record == prescription.id }
      }
      found.append(
        AskedRenewal(
          prescription: prescription,
          renewal: renewal,
          version: request.version,
          dispensings: own
        )
      )
    }
    return found
  }

  /// Says that somebody has opened it, where that is new; nothing where it cannot be said.
  package func markRead(_ content: Content) {
    guard content.state == .sent else { return }
    // Read or not makes no difference to what may be done: where it fails the next who opens it
    // says so.
    try? record.markRead(thread, content.seen, by: staff.author)
  }

  // MARK: - Unsent text

  /// What was written here and not sent; nil where nothing.
  package func draft() -> String? { kept?.text }

  /// The files that lie with it.
  package var attachments: [DraftAttachment] { kept?.attachments ?? [] }

  private var kept: Draft? {
    let draft = try? record.draft(Draft.self, draftName, in: .messages)
    return draft ?? nil
  }

  /// Keeps unsent text; empty text takes the draft away, where no file lies with it.
  ///
  /// Refused to a practice that the person has left: it keeps nothing of theirs.
  package func keep(_ text: String) throws(ServiceError) {
    try keep(text, with: attachments)
  }

  /// Lays a file with the answer that is being written; it is kept with the draft from then on.
  package func attach(
    _ bytes: [UInt8],
    named title: String
  ) throws(ServiceError) -> DraftAttachment {
    let attachment = try record.layFile(bytes, named: title, beside: attachments)
    try keep(draft() ?? "", with: attachments + [attachment])
    return attachment
  }

  /// Takes every file away that lies with the answer.
  package func detachAll() throws(ServiceError) {
    let present = attachments
    try keep(draft() ?? "", with: [])
    for attachment in present { try record.removeDraft(attachment.id) }
  }

  private func keep(_ text: String, with files: [DraftAttachment]) throws(ServiceError) {
    if text.isEmpty, files.isEmpty { return try record.removeDraft(draftName) }
    var draft = Draft(
      kind: .office,
      thread: thread,
      subject: "",
      text: text.withoutNUL,
      saved: record.now
    )
    draft.attachments = files.isEmpty ? nil : files
    try record.keep(draft, as: draftName, in: .messages)
  }

  package func discardDraft() {
    // What stays behind is found again, and does no harm.
    let present = attachments
    try? record.removeDraft(draftName)
    for attachment in present { try? record.removeDraft(attachment.id) }
  }

  private var draftName: RecordID {
    RecordID(bytes: SHA256.digest(Array("desk|\(thread.text)".utf8)).bytes)
  }
}

extension OpenDesk {
  /// Opens a conversation; whoever looks stands in the person's access log by then.
  package func conversation(
    _ thread: RecordID,
    of person: Person.ID
  ) throws(ServiceError) -> DeskConversation {
    try DeskConversation(self, thread, of: person)
  }
}

extension ThreadStatus {
  /// The practice's last act but reading: reading takes nothing from anybody.
  var lastActButReading: Step? {
    steps.last { $0.act != .read }
  }
}

extension OpenRecord {
  /// What the practice has done with a thread, and the person's newest message in it.
  func deskState(
    of thread: RecordID
  ) throws(ServiceError) -> (status: ThreadStatus?, newest: RecordID?) {
    try look(in: .messages) { contents, visibility throws(StoreError) in
      let members = try contents.thread(thread, isVisible: visibility.sees)
      if members.isEmpty { return (nil, nil) }
      return (try contents.threadStatus(of: thread)?.status, members.newestFromPerson)
    }
  }
}
