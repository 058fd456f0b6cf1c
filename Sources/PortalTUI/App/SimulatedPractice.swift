import PortalCore

/// The practices of a demonstration answering by themselves, a few seconds after something came.
///
/// Through the desk, as staff would; each answer says that nobody wrote it, and is marked so where it
/// is shown. It sleeps with the loop that it belongs to. A class because the loop and who starts it
/// share it.
final class SimulatedPractice {
  /// How long after a message its answer comes.
  static let delay = Duration.seconds(4)

  private let portal: Portal
  private let phrases: any Phrasebook
  private var desks: [OpenDesk] = []
  /// When it answers; nil where nothing has come.
  private(set) var deadline: Deadline?

  init(_ portal: Portal, _ phrases: any Phrasebook) {
    (self.portal, self.phrases) = (portal, phrases)
  }

  /// Opens the desk of every practice that has a doctor.
  ///
  /// What fails here makes the demonstration one in which nobody answers.
  func open() {
    for practice in (try? portal.practices()) ?? [] {
      let staff = (try? portal.staffToChoose(at: practice.id)) ?? []
      guard let doctor = staff.first(where: { $0.content.work == .doctor }),
        let signedIn = try? portal.chooseStaff(doctor.id, at: practice.id),
        let desk = try? portal.openDesk(by: signedIn),
        // Read once, so that its queue is there to be watched.
        (try? desk.entries()) != nil, desk.startWatching() != nil
      else { continue }
      _ = desk.takeNews()
      desks.append(desk)
    }
  }

  /// What the loop waits on beside its own.
  var descriptors: [Int32] {
    desks.compactMap { $0.startWatching()?.descriptor }
  }

  /// Notices what has come, and answers what came long enough ago.
  func take(now: Deadline) {
    let hasNews = desks.map { $0.takeNews() }.contains(true)
    if hasNews, deadline == nil { deadline = now.advanced(by: Self.delay) }
    guard let deadline, deadline <= now else { return }
    self.deadline = nil
    for desk in desks { answer(at: desk) }
  }

  private func answer(at desk: OpenDesk) {
    guard let queue = try? desk.entries() else { return }
    for entry in queue.waiting {
      // What cannot be answered waits: a demonstration has nobody to tell.
      try? answer(entry, at: desk)
    }
  }

  private func answer(_ entry: DeskEntry, at desk: OpenDesk) throws(ServiceError) {
    let conversation = try desk.conversation(entry.thread, of: entry.person)
    defer { try? conversation.record.end() }
    let content = try conversation.content()
    conversation.markRead(content)
    let kind = content.kind
    var message = DeskMessage(
      id: conversation.record.newID(),
      text: phrases.simulatedAnswer(to: kind)
    )
    message.isSimulated = true
    let asked = content.renewals.filter { $0.renewal.state == .requested }
    if kind == .appointmentRequest, asked.isEmpty,
      try propose(message, in: conversation, content, desk)
    {
      return
    }
    guard !asked.isEmpty else {
      _ = try conversation.answer(message, on: content.seen)
      return
    }
    let decisions = asked.map { asked in
      RenewalDecision(
        prescription: asked.prescription.id,
        base: asked.version,
        verdict: .approve(conversation.record.newID())
      )
    }
    _ = try conversation.decide(decisions, message, on: content.seen)
  }

  /// Proposes the first time that is free; false where there is none.
  private func propose(
    _ message: DeskMessage,
    in conversation: DeskConversation,
    _ content: DeskConversation.Content,
    _ desk: OpenDesk
  ) throws(ServiceError) -> Bool {
    let now = portal.surroundings.clock.now()
    let span = now..<now.advanced(bySeconds: 60 * 86_400)
    guard let slot = try desk.office.slots(in: span).first(where: { $0.state == .free }) else {
      return false
    }
    let request = BookingRequest(slot: slot.id, about: content.thread.subject)
    let id = conversation.record.newID()
    _ = try conversation.propose(request, as: id, message, on: content.seen)
    return true
  }
}
