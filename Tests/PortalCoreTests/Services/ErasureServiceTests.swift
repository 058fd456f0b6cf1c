import Glibc
import Testing

@testable import PortalCore

/// What a person may have erased of their own record, and what is left of it.
struct ErasureServiceTests {
  private let file = ImportBatch.file([.local("1")], results: [(1, "Hemoglobin"), (2, "Ferritin")])

  private func made() throws -> (test: TestStore, id: Person.ID) {
    let test = try TestStore()
    let portal = try test.portal()
    let id = try #require(try portal.store(file).persons.first)
    let journal = try test.store().journal(of: id)
    let grant = ProxyGrant(
      role: .proxy,
      proxy: Person.ID(bytes: Array(repeating: 9, count: 17)),
      proxyName: "Fullmektig",
      areas: [.registered],
      start: test.clock.instant
    )
    _ = try journal.append(.own(id)) { _ in
      [Record(id: .test(80), version: 1, content: .proxyGrant(grant)), .note("secret note", 81)]
    }
    return (test, id)
  }

  @Test func `with consent withdrawn all goes but who they are, their choices and their proxies`()
    throws
  {
    let (test, id) = try made()
    let record = try test.portal().openOwn(id)
    try record.keepDraft(OutgoingMessage(kind: .office, subject: "", text: "secret draft"))
    let person = try #require(try record.personRecord())
    let contact = try record.editContact(base: person.version, [.email: "secret@example.org"])
    guard case .saved = contact else {
      Issue.record("\(contact)")
      return
    }
    let entries = try record.accessLogLines().count
    let receipt = try record.erase(.consentWithdrawn, reason: .consentWithdrawn)
    #expect(receipt != nil)
    for text in ["secret", "Hemoglobin", "Ferritin"] {
      #expect(try !ErasureTests.stands(text, in: test, id), "\(text)")
    }
    let seen = try test.portal().openOwn(id)
    #expect(try seen.person().displayName == record.person().displayName)
    #expect(try seen.person() == seen.person().identityOnly)
    #expect(try seen.records([.proxyGrant], in: .proxies).map(\.id) == [.test(80)])
    #expect(try seen.accessLogLines().count >= entries)
    let left = Set(try seen.history(of: nil).map(\.record.kind))
    #expect(left == [.person, .consent, .proxyGrant, .erasure])
    let report = try test.portal().verify(id)
    #expect(report.isSound)
    #expect(report.persons[0].remarks.isEmpty)
    // There is nothing more to erase; what is read in anew is new.
    #expect(try record.erase(.consentWithdrawn, reason: .consentWithdrawn) == nil)
    #expect(try test.portal().store(file).hasChanged)
    #expect(try test.portal().openOwn(id).testResults().count == 2)
    #expect(try test.portal().verify(id).isSound)
    #expect(try record.erase(.consentWithdrawn, reason: .consentWithdrawn) != nil)
    #expect(try !ErasureTests.stands("Ferritin", in: test, id))
    #expect(try test.portal().verify(id).isSound)
  }

  @Test func `what cannot be taken off the disk is not said to be erased, and goes the next time`()
    throws
  {
    let (test, id) = try made()
    let record = try test.portal().openOwn(id)
    // The line is written; nothing can be taken away after it.
    test.disk.plan(.init(call: 1, code: EIO, isLasting: true, only: .remove))
    #expect(throws: ServiceError.self) {
      try record.erase(.consentWithdrawn, reason: .consentWithdrawn)
    }
    test.disk.plan(nil)
    #expect(try ErasureTests.stands("Ferritin", in: test, id))
    #expect(try test.portal().openOwn(id).testResults().isEmpty)
    #expect(try record.erase(.consentWithdrawn, reason: .consentWithdrawn) == nil)
    #expect(try !ErasureTests.stands("Ferritin", in: test, id))
    #expect(try test.portal().verify(id).isSound)
  }

  @Test func `drafts of every kind and of everybody go, and what is typed later stays`() throws {
    let (test, id) = try made()
    let record = try test.portal().openOwn(id)
    let proxy = Person.ID(bytes: Array(repeating: 9, count: 17))
    let store = DraftStore(
      try test.store().journal(of: id).directory,
      surroundings: test.surroundings
    )
    let acting = Attribution(
      actor: .person(proxy),
      subject: .person(id),
      basis: Basis(role: .proxy)
    )
    func keep(_ text: String, as name: Int) throws {
      for writer in [RecordDrafts(store, .own(id)), RecordDrafts(store, acting)] {
        let saved = test.clock.instant
        try writer.write(
          Draft(kind: .office, thread: nil, subject: "", text: text, saved: saved),
          as: .test(name)
        )
        try writer.write(
          ContactDraft(base: 1, changes: [.email: text], saved: saved),
          as: .test(name + 1)
        )
      }
    }
    func names() throws -> Int {
      try test.scratch.tree().keys.count { $0.contains("/drafts/") }
    }
    try keep("secret@example.org", as: 300)
    #expect(try names() == 4)
    _ = try #require(try record.erase(.consentWithdrawn, reason: .consentWithdrawn))
    #expect(try names() == 0)
    test.clock.advance(bySeconds: 1)
    try keep("later@example.org", as: 300)
    // A later run of it leaves alone what was written since.
    try test.store().journal(of: id).append(note: "more", 90)
    _ = try record.refresh()
    _ = try #require(try record.erase(ErasureSelection(records: [.test(90)]), reason: .ownEntry))
    #expect(try names() == 4)
    #expect(try !ErasureTests.stands("secret@", in: test, id))
  }

  @Test func `nobody else may, and nobody deletes as their own what others wrote`() throws {
    let (test, id) = try made()
    let record = try test.portal().openOwn(id)
    let result = try #require(try record.testResults().first)
    let before = try test.journalBytes(of: id)
    #expect(throws: ServiceError.notEditable) {
      try record.erase(ErasureSelection(records: [result.id]), reason: .ownEntry)
    }
    #expect(throws: ServiceError.notEditable) {
      try record.erase(.consentWithdrawn, reason: .ownEntry)
    }
    #expect(throws: ServiceError.noSuchRecord) {
      try record.erase(ErasureSelection(records: [.test(999)]), reason: .ownEntry)
    }
    let importer = try OpenRecord(
      store: test.store(),
      subject: id,
      attribution: .importing(for: id)
    )
    #expect(throws: ServiceError.refused(.onlyThePerson)) {
      try importer.countErasedWithConsent()
    }
    #expect(throws: ServiceError.refused(.onlyThePerson)) {
      try importer.erase(.consentWithdrawn, reason: .consentWithdrawn)
    }
    #expect(try test.journalBytes(of: id) == before)
    let note = ErasureSelection(records: [.test(81)])
    #expect(try record.erase(note, reason: .ownEntry) != nil)
    #expect(try !ErasureTests.stands("secret note", in: test, id))
  }

  @Test func `an import whose content an erasure took in between is stored whole`() throws {
    let (test, id) = try made()
    // The same originals again, of a record that is erased meanwhile: their file is unnamed for a
    // moment.
    let more = ImportBatch.file([.local("1")], results: [(3, "Kalium")])
    let disk = test.disk
    let (path, clock) = (test.path, test.clock.clock)
    disk.plan(nil)
    disk.before { call in
      guard call == .lock, disk.calls.contains(where: { $0.hasPrefix("rename ") }) else { return }
      disk.before(nil)
      let others = Surroundings(
        fileSystem: LiveFileSystem(),
        clock: clock,
        randomness: .seeded(5)
      )
      _ = try? Store(at: path, surroundings: others).journal(of: id).erase([.test(81)])
    }
    #expect(try test.portal().store(more).hasChanged)
    disk.before(nil)
    #expect(try test.store().journal(of: id).contents[.test(81)] == nil)
    let report = try test.portal().verify(id)
    #expect(report.isSound)
    #expect(try test.portal().openOwn(id).testResults().count == 3)
  }
}
