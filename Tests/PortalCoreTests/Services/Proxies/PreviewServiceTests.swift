import Testing

@testable import PortalCore

/// What somebody would see with a proxy is what they then see.
struct PreviewServiceTests {
  private static let combinations: [Set<ProxyArea>] = (1..<8).map { bits in
    Set(ProxyArea.allCases.enumerated().filter { bits & 1 << $0.offset != 0 }.map(\.element))
  }

  /// A grandmother with something in every section, some of it withheld.
  private func household(_ consent: ConsentLevel = .full) throws -> ProxyHousehold {
    let home = try ProxyHousehold(consent: consent)
    let id = home.grandmother
    let code = CodeableConcept(text: "Oppdiktet")
    let contents: [RecordContent] = [
      .testResult(TestResult(code: code, status: .final)),
      .document(RecordDocument(title: "Notat", type: code, status: "final")),
      .vaccination(Vaccination(vaccine: code, status: .completed)),
      .allergy(Allergy(code: code)),
    ]
    let journal = try home.test.store().journal(of: id)
    _ = try journal.append(.importing(for: id)) { _ in
      contents.enumerated().flatMap { index, content in
        [
          Record(id: .test(100 + index), version: 1, content: content),
          Record(id: .test(200 + index), version: 1, content: content, labels: [.inadvisable]),
        ]
      }
    }
    try journal.append(note: "en melding", 1)
    return home
  }

  /// All that a reader can be told, section by section, as text.
  private func everything(_ record: OpenRecord) -> [String] {
    Area.allCases.map { area in
      let section = answer { () throws(ServiceError) in try record.section(area).map(\.id) }
      return "\(area): \(section)"
    } + [
      answer { () throws(ServiceError) in try record.sectionAccess() },
      answer { () throws(ServiceError) in try record.sectionCounts() },
      answer { () throws(ServiceError) in try record.messageThreads().map(\.id) },
      answer { () throws(ServiceError) in try record.messageDraft(in: nil)?.text },
      answer { () throws(ServiceError) in try record.person() },
      answer { () throws(ServiceError) in try record.news(newest: .max).counts },
      answer { () throws(ServiceError) in try record.checkMayWrite() },
      answer { () throws(ServiceError) in try record.accessNotices().map(\.id) },
      answer { () throws(ServiceError) in try record.accessLogLines(newest: 0).count },
      answer { () throws(ServiceError) in try record.record(.test(200), of: .testResult).id },
    ]
  }

  private func answer<Value>(_ body: () throws(ServiceError) -> Value) -> String {
    do throws(ServiceError) {
      return "\(try body())"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: combinations, [ConsentLevel.basis, .basisPlus, .full])
  func `a preview shows what its holder will see, in every section`(
    areas: Set<ProxyArea>,
    level: ConsentLevel
  ) throws {
    let home = try household(level)
    let own = try home.own(home.grandmother)
    let draft = try own.proxyDraft(to: home.daughter, areas: areas, start: home.today.later(2))
    let seen = everything(try own.preview(draft))
    _ = try own.giveProxy(to: home.daughter, areas: areas)
    let record = try home.represent()
    #expect(everything(record) == seen)
  }

  @Test func `a preview writes nothing and is in no log`() throws {
    let home = try household()
    let own = try home.own(home.grandmother)
    let draft = try own.proxyDraft(to: home.daughter, areas: Set(ProxyArea.allCases))
    let before = try home.test.scratch.tree()
    let preview = try own.preview(draft)
    #expect(preview.isPreview && !own.isPreview)
    _ = everything(preview)
    let message = OutgoingMessage(kind: .office, subject: "", text: "nei")
    let refusal = ServiceError.proxy(.onlyPreview)
    #expect(throws: refusal) { _ = try preview.send(message, id: .test(9)) }
    #expect(throws: refusal) { try preview.keepDraft(message) }
    #expect(throws: refusal) { try preview.discardDraft(in: nil) }
    #expect(throws: ServiceError.self) { try preview.resign() }
    #expect(throws: ServiceError.self) {
      _ = try preview.giveProxy(to: home.grandmother, areas: [.registered])
    }
    try preview.end()
    #expect(try home.test.scratch.tree() == before)
    // The person's own session goes on, and ends as any other.
    _ = try own.messageThreads()
    try own.end()
    #expect(try home.own(home.grandmother).accessLogLines().lines[1].entry.event == .sessionEnd)
  }

  @Test func `only the person looks, and only at a proxy that they can give`() throws {
    let home = try household()
    let own = try home.own(home.grandmother)
    var draft = try own.proxyDraft(to: home.daughter, areas: [.registered])
    try home.give()
    let acting = try home.represent()
    #expect(throws: ServiceError.proxy(.notPreviewable)) { _ = try acting.preview(draft) }
    // A parent is shown what is kept from a young person: not to be looked at by them.
    for role in [ProxyRole.parent, .guardian, .assignedProxy] {
      draft.role = role
      #expect(throws: ServiceError.proxy(.notPreviewable)) { _ = try own.preview(draft) }
    }
    let child = try home.test.somebody(3, named: "Barn", born: "2012-01-01")
    draft.role = .proxy
    draft.proxy = child
    #expect(throws: ServiceError.proxy(.holderTooYoung(years: 18))) { _ = try own.preview(draft) }
  }

  @Test func `the difference is what opens and what closes, with how much there is`() throws {
    let home = try household()
    let own = try home.own(home.grandmother)
    let old = try own.proxyDraft(to: home.daughter, areas: [.registered])
    let new = try own.proxyDraft(to: home.daughter, areas: [.patientRecord, .digitalServices])
    let changes = try own.difference(from: old, to: new)
    let reading = changes.filter { !$0.isWriting }
    #expect(
      reading.filter(\.isOpening).map(\.area)
        == [.messages, .results, .vaccinations, .appointments, .documents]
    )
    #expect(reading.filter(\.isOpening).map(\.count) == [1, 1, 1, 0, 1])
    #expect(
      reading.filter { !$0.isOpening }.map(\.area) == [.prescriptions, .medications, .coreJournal]
    )
    #expect(reading.last { !$0.isOpening }?.count == 1)
    #expect(try own.difference(from: new, to: new).isEmpty)
    let first = try own.difference(from: nil, to: old)
    #expect(first.allSatisfy(\.isOpening) && first.contains { $0.area == .coreJournal })
  }
}
