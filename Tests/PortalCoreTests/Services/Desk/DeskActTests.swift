import Testing

@testable import PortalCore

/// Answering, rejecting, closing and deciding: by whom, on what, and of two desks one.
struct DeskActTests {
  private let fixture: DeskFixture

  init() throws {
    fixture = try DeskFixture()
  }

  private func thread(_ number: Int = 10) throws -> MessageThread {
    try fixture.test.portal().openOwn(fixture.patient).messageThread(.test(number))
  }

  @Test func `an answer comes with who wrote it and what it answers`() throws {
    try fixture.write("Hodepine", 10)
    let conversation = try fixture.conversation(10)
    let content = try conversation.content()
    conversation.markRead(content)
    let read = try conversation.content()
    #expect(content.state == .sent && read.state == .read)
    _ = try conversation.answer(fixture.message(20, "Drikk vann"), on: content.seen)
    let answer = try #require(try thread().newest?.message)
    #expect(answer.text == "Drikk vann" && !answer.isFromPerson && answer.act == .answer)
    #expect(answer.author?.name == "Lege Legesen" && answer.author?.practice == fixture.practice)
    #expect(answer.inResponseTo == .test(10) && answer.kind == .eConsultation)
    #expect(try conversation.content().state == .answered)
  }

  @Test func `files go with an answer, within the limits, and the citizen opens them`() throws {
    try fixture.write("Hodepine", 10)
    let conversation = try fixture.conversation(10)
    let bytes = Array("%PDF-1.7 råd".utf8)
    try conversation.keep("Se vedlegget")
    let laid = try conversation.attach(bytes, named: "/tmp/råd.pdf")
    #expect(laid.type == .pdf && conversation.draft() == "Se vedlegget")
    #expect(throws: ServiceError.dialogue(.attachment(.notTaken(nil)))) {
      _ = try conversation.attach([0, 1, 2, 255], named: "råd.pdf")
    }
    // Typing on keeps the file, and who comes back finds both.
    try conversation.keep("Se vedlegget, og ring")
    let again = try fixture.conversation(10)
    #expect(again.attachments == [laid] && again.draft() == "Se vedlegget, og ring")
    var message = fixture.message(20, "Se vedlegget")
    message.attachments = again.attachments
    _ = try again.answer(message, on: try again.content().seen)
    #expect(again.attachments.isEmpty && again.draft() == nil)
    let own = try fixture.test.portal().openOwn(fixture.patient)
    let saved = try own.attachment(0, of: .test(20))
    #expect(saved.bytes == bytes && saved.name == "råd.pdf")
    #expect(try fixture.test.scratch.tree().keys.allSatisfy { !$0.contains("/drafts/") })
  }

  @Test func `files are taken away again, and what is lost is said`() throws {
    try fixture.write("Hodepine", 10)
    let conversation = try fixture.conversation(10)
    let laid = try conversation.attach(Array("Råd".utf8), named: "råd.txt")
    try conversation.detachAll()
    #expect(conversation.attachments.isEmpty && conversation.draft() == nil)
    var message = fixture.message(20)
    message.attachments = [laid]
    #expect(throws: ServiceError.dialogue(.attachmentLost(name: laid.name))) {
      _ = try conversation.answer(message, on: try conversation.content().seen)
    }
    #expect(try thread().entries.map(\.id) == [.test(10)])
  }

  @Test func `of two desks one answers, and the other is told`() throws {
    try fixture.write("Hodepine", 10)
    let first = try fixture.conversation(10)
    let second = try fixture.conversation(10, by: DeskFixture.nurse)
    let (mine, theirs) = (try first.content().seen, try second.content().seen)
    try second.keep("Et annet svar")
    _ = try first.answer(fixture.message(20), on: mine)
    #expect(throws: ServiceError.desk(.thread(.changedMeanwhile))) {
      _ = try second.answer(fixture.message(21), on: theirs)
    }
    #expect(second.draft() == "Et annet svar")
    #expect(try thread().entries.map(\.id) == [.test(10), .test(20)])
    // Once it has been seen how it stands, it can be answered again.
    _ = try second.answer(fixture.message(21), on: try second.content().seen)
    #expect(second.draft() == nil)
    #expect(try thread().count == 3)
  }

  @Test func `that another desk reads takes nothing from who answers`() throws {
    try fixture.write("Hodepine", 10)
    let first = try fixture.conversation(10)
    let seen = try first.content().seen
    let second = try fixture.conversation(10, by: DeskFixture.reception)
    second.markRead(try second.content())
    _ = try first.answer(fixture.message(20), on: seen)
    #expect(try first.content().state == .answered)
  }

  @Test func `trying twice with one id makes one answer`() throws {
    try fixture.write("Hodepine", 10)
    let conversation = try fixture.conversation(10)
    let seen = try conversation.content().seen
    _ = try conversation.answer(fixture.message(20), on: seen)
    #expect(throws: ServiceError.store(.conflict(.test(20), newest: 1))) {
      _ = try conversation.answer(fixture.message(20), on: seen)
    }
    #expect(try thread().count == 2)
  }

  @Test func `a matter is rejected with a reason, and nothing can be written after it`() throws {
    try fixture.write("Hodepine", 10)
    let conversation = try fixture.conversation(10)
    let seen = try conversation.content().seen
    #expect(throws: ServiceError.desk(.reasonMissing)) {
      _ = try conversation.reject(fixture.message(20), reason: " ", on: seen)
    }
    _ = try conversation.reject(fixture.message(20), reason: "Må undersøkes", on: seen)
    let content = try conversation.content()
    #expect(content.state == .rejected && content.status?.steps.last?.reason == "Må undersøkes")
    #expect(try fixture.desk().entries().waiting.isEmpty)
    #expect(throws: ServiceError.desk(.thread(.notPossible(.answer, .rejected)))) {
      _ = try conversation.answer(fixture.message(21), on: content.seen)
    }
  }

  @Test func `a message to the office is not rejected`() throws {
    try fixture.write("Når er det åpent?", 10, kind: .office)
    let conversation = try fixture.conversation(10)
    #expect(throws: ServiceError.desk(.thread(.notPossible(.reject, .sent)))) {
      let seen = try conversation.content().seen
      _ = try conversation.reject(fixture.message(20), reason: "Nei", on: seen)
    }
  }

  @Test func `a conversation is not closed on what the person has written since`() throws {
    try fixture.write("Hodepine", 10)
    let conversation = try fixture.conversation(10)
    let seen = try conversation.content().seen
    try fixture.write("Og kvalme", 11, in: 10)
    #expect(throws: ServiceError.desk(.thread(.writtenSince(.test(11))))) {
      _ = try conversation.close(fixture.message(20), on: seen)
    }
    #expect(try thread().count == 2)
  }

  @Test func `a doctor renews some prescriptions and declines others in one step`() throws {
    try fixture.askForRenewal(30, in: 10)
    try fixture.askForRenewal(31, in: 10, atc: "J01CA08")
    let conversation = try fixture.conversation(10)
    let content = try conversation.content()
    #expect(content.renewals.count == 2 && content.kind == .renewal)
    let decisions = content.renewals.map { asked in
      RenewalDecision(
        prescription: asked.prescription.id,
        base: asked.version,
        verdict: asked.prescription.id == .test(30)
          ? .approve(.test(50)) : .decline(reason: "Kom til kontroll")
      )
    }
    _ = try conversation.decide(decisions, fixture.message(20, "Fornyet"), on: content.seen)
    #expect(try fixture.renewal(of: 30)?.state == .approved)
    #expect(try fixture.renewal(of: 30)?.renewed == .test(50))
    #expect(try fixture.renewal(of: 31)?.state == .declined)
    #expect(try fixture.renewal(of: 31)?.reason == "Kom til kontroll")
    let record = try fixture.test.portal().openOwn(fixture.patient)
    let new = try #require(try record.prescriptions().first { $0.id == .test(50) }?.content)
    #expect(new.prescriber?.display == "Lege Legesen" && new.repeatsAllowed == 3)
    #expect(new.dosages == ["1 tablett daglig"] && new.status == .active)
    let day = OsloTime.date(record.now)
    #expect(new.validity.end == PartialDate(day.adding(years: 1)))
    #expect(try record.messageThread(.test(10)).newest?.message.text == "Fornyet")
    #expect(try fixture.desk().entries().waiting.isEmpty)
  }

  @Test(arguments: ["C07AB02", "G03AA07", "J01CA08"])
  func `a new prescription lasts as long as its kind may`(atc: String) throws {
    let code = CodeableConcept(codings: [Coding(system: CodeSystem.atc, code: atc)])
    let old = Prescription(medication: Medication(code: code), status: .completed)
    let day = try #require(CivilDate("2026-11-16"))
    let author = StaffAuthor(
      name: "Lege",
      work: .doctor,
      member: .test(1),
      practice: fixture.practice
    )
    let end = ["C07AB02": "2027-11-16", "G03AA07": "2029-11-16", "J01CA08": "2026-11-26"]
    #expect(old.renewed(by: author, on: day).validity.end?.text == end[atc])
  }

  @Test(arguments: [DeskFixture.nurse, DeskFixture.reception])
  func `only a doctor decides on prescriptions`(member: Int) throws {
    try fixture.askForRenewal(30, in: 10)
    let conversation = try fixture.conversation(10, by: member)
    let decision = RenewalDecision(
      prescription: .test(30),
      base: 1,
      verdict: .approve(.test(50))
    )
    #expect(throws: ServiceError.refused(.notTheirWork)) {
      let seen = try conversation.content().seen
      _ = try conversation.decide([decision], fixture.message(20), on: seen)
    }
    #expect(try fixture.renewal(of: 30)?.state == .requested)
    #expect(try thread().count == 1)
  }

  @Test func `a request that was taken back meanwhile stops the whole decision, by name`() throws {
    try fixture.askForRenewal(30, in: 10)
    try fixture.askForRenewal(31, in: 10)
    let conversation = try fixture.conversation(10)
    let content = try conversation.content()
    let journal = try fixture.test.store().journal(of: fixture.patient)
    _ = try journal.append(.own(fixture.patient)) { contents throws(StoreError) in
      guard let record = try contents[PrescriptionRenewal.id(of: .test(31))],
        case .renewal(var renewal) = record.content
      else { return [] }
      renewal.state = .withdrawn
      return [record.next(.renewal(renewal))]
    }
    let decisions = content.renewals.enumerated().map { index, asked in
      RenewalDecision(
        prescription: asked.prescription.id,
        base: asked.version,
        verdict: .approve(.test(50 + index))
      )
    }
    #expect(throws: ServiceError.desk(.renewalsChanged([.test(31)]))) {
      _ = try conversation.decide(decisions, fixture.message(20), on: content.seen)
    }
    #expect(try fixture.renewal(of: 30)?.state == .requested)
    #expect(try thread().count == 1)
  }

  @Test func `a time is proposed with the answer, or given back where that is not stored`() throws {
    try fixture.write("Vil ha time", 10, kind: .appointmentRequest)
    let office = try fixture.test.portal().openPractice(fixture.practice, as: .system)
    let start = fixture.test.clock.instant.advanced(bySeconds: 86_400)
    try office.offer(.test(60), at: start, minutes: 20)
    let conversation = try fixture.conversation(10, by: DeskFixture.reception)
    let other = try fixture.conversation(10)
    let (seen, late) = (try conversation.content().seen, try other.content().seen)
    let request = BookingRequest(slot: .test(60), about: "Kne")
    _ = try conversation.propose(request, as: .test(61), fixture.message(20), on: seen)
    let record = try fixture.test.portal().openOwn(fixture.patient)
    guard
      case .appointment(let appointment) = try record.record(.test(61), of: .appointment).content
    else {
      Issue.record("no appointment")
      return
    }
    #expect(appointment.status == .proposed && appointment.slot == .test(60))
    #expect(try thread().newest?.message.appointment == .test(61))
    try office.offer(.test(62), at: start.advanced(bySeconds: 3600), minutes: 20)
    #expect(throws: ServiceError.desk(.thread(.changedMeanwhile))) {
      let second = BookingRequest(slot: .test(62), about: "")
      _ = try other.propose(second, as: .test(63), fixture.message(21), on: late)
    }
    try office.refresh()
    let day = start.advanced(bySeconds: -60)..<start.advanced(bySeconds: 86_400)
    #expect(try office.slots(in: day).map(\.state) == [.taken, .free])
  }

  @Test(arguments: WriteFaultTests.codes)
  func `an answer on a disk that fails is whole or not there, and can be tried again`(
    code: Int32
  ) throws {
    try fixture.write("Hodepine", 10)
    let counted = try fixture.conversation(10)
    let seen = try counted.content().seen
    fixture.test.disk.plan(nil)
    _ = try counted.answer(fixture.message(500), on: seen)
    let calls = fixture.test.disk.count
    for call in stride(from: 1, through: calls, by: max(1, calls / 8)) {
      fixture.test.disk.plan(nil)
      let number = 1000 + call
      try fixture.write("Hodepine \(call)", number)
      let conversation = try fixture.conversation(number)
      let seen = try conversation.content().seen
      fixture.test.disk.plan(.init(call: call, code: code, isLasting: false))
      _ = try? conversation.answer(fixture.message(2000 + call), on: seen)
      fixture.test.disk.plan(nil)
      let again = try fixture.conversation(number)
      if try again.content().state != .answered {
        _ = try again.answer(fixture.message(2000 + call), on: try again.content().seen)
      }
      let content = try again.content()
      #expect(content.state == .answered && content.thread.count == 2, "call \(call)")
    }
  }
}
