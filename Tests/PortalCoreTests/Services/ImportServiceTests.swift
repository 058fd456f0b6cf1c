import Glibc
import Testing

@testable import PortalCore

/// Files come into the store once, for the right person, whatever fails in between.
struct ImportServiceTests {
  private let file = ImportBatch.file([.local("1")], results: [(1, "Hemoglobin"), (2, "Ferritin")])

  @Test func `the same file twice changes nothing and writes nothing`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    let first = try portal.store(file)
    #expect(first.hasChanged)
    #expect(first.persons.count == 1)
    let before = try test.scratch.tree()
    let second = try portal.store(file)
    #expect(!second.hasChanged)
    #expect(second.persons == first.persons)
    #expect(try test.scratch.tree() == before)
    #expect(try test.portal().verify().isSound)
  }

  @Test func `a dry run writes nothing and says whether anything is new`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    var before = try test.scratch.tree()
    let dry = try portal.store(file, isRehearsed: true)
    #expect(dry.hasChanged && dry.persons.isEmpty)
    #expect(try test.scratch.tree() == before)
    let stored = try portal.store(file)
    before = try test.scratch.tree()
    let again = try portal.store(file, isRehearsed: true)
    #expect(!again.hasChanged)
    #expect(again.persons == stored.persons)
    let changed = ImportBatch.file([.local("1")], results: [(3, "Kalium")])
    #expect(try portal.store(changed, isRehearsed: true).hasChanged)
    #expect(try test.scratch.tree() == before)
  }

  @Test func `changed content makes a second version, and an older file does not undo it`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    let id = try #require(portal.store(file).persons.first)
    let newer = ImportBatch.file([.local("1")], results: [(1, "Hemoglobin, corrected")])
    #expect(try portal.store(newer).hasChanged)
    #expect(try !portal.store(file).hasChanged)
    #expect(try !portal.store(newer).hasChanged)
    let record = try portal.openOwn(id)
    let entry = try #require(record.testResults().first { $0.id == .test(1) })
    #expect(entry.version == 2)
    #expect(entry.content.code.title == "Hemoglobin, corrected")
    let history = try record.history(of: .test(1))
    #expect(history.map(\.record.version) == [1, 2])
    #expect(history.map(\.record.content.title) == ["Hemoglobin", "Hemoglobin, corrected"])
    #expect(history.allSatisfy { $0.attribution == .importing(for: id) })
  }

  @Test func `the original comes back byte for byte, of every import`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    let id = try #require(portal.store(file).persons.first)
    _ = try portal.store(.file([.local("1")], results: [(3, "Kalium"), (1, "Hemoglobin")]))
    let record = try portal.openOwn(id)
    for (number, text) in [(1, "Hemoglobin"), (2, "Ferritin"), (3, "Kalium")] {
      #expect(
        try record.original(of: .test(number))
          == ImportBatch.original("Observation", .test(number), text)
      )
    }
    #expect(
      try record.original(of: Person.recordID)
        == ImportBatch.original("Patient", Person.recordID, "Test Testesen")
    )
    #expect(throws: ServiceError.noSuchRecord) {
      _ = try record.original(of: ConsentChoice.recordID)
    }
  }

  @Test func `the same record twice in a file is stored once, or as two versions`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    let twice = ImportBatch.file(
      [.local("1")],
      results: [(1, "a"), (1, "a"), (1, "b"), (2, "c"), (1, "a")]
    )
    let id = try #require(portal.store(twice).persons.first)
    let record = try portal.openOwn(id)
    #expect(try record.history(of: .test(1)).map(\.record.content.title) == ["a", "b"])
    #expect(try record.history(of: .test(1)).map(\.record.version) == [1, 2])
    #expect(
      try record.original(of: .test(1)) == ImportBatch.original("Observation", .test(1), "b")
    )
    #expect(try !portal.store(twice).hasChanged)
  }

  @Test func `two people in one file get a record each`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    let both = ImportBatch.file(
      about: .file([.local("1")], name: "Anna", results: [(1, "one")]),
      .file([.local("2")], name: "Bo", results: [(1, "two")])
    )
    let outcome = try portal.store(both)
    #expect(Set(outcome.persons).count == 2)
    #expect(try portal.people().map(\.name) == ["Anna", "Bo"])
    #expect(try portal.people().map(\.id) == outcome.persons)
    let titles = try outcome.persons.map {
      try portal.openOwn($0).testResults().first?.content.code.title
    }
    #expect(titles == ["one", "two"])
    #expect(try !portal.store(both).hasChanged)
  }

  @Test func `one person under several identities is found by any of them`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    let number = try #require(NationalIdentityNumber("12855810016"))
    let first = try portal.store(.file([.nationalNumber(number), .local("1")]))
    let second = try portal.store(.file([.local("1"), .universalID("urn:uuid:1")], name: nil))
    let third = try portal.store(.file([.universalID("urn:uuid:1")], results: [(1, "x")]))
    #expect(first.persons == second.persons)
    #expect(first.persons == third.persons)
    #expect(try portal.person(named: "128558 10016") == first.persons[0])
    #expect(try portal.person(named: first.persons[0].text) == first.persons[0])
    #expect(throws: ServiceError.store(.noSuchPerson)) { try portal.person(named: "12855810017") }
    #expect(throws: ServiceError.store(.noSuchPerson)) { try portal.person(named: "nobody") }
  }

  @Test func `identities that lead to two people stop the import before it writes`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    _ = try portal.store(.file([.local("1")], name: "Anna"))
    _ = try portal.store(.file([.local("2")], name: "Bo"))
    let before = try test.scratch.tree()
    #expect(throws: ServiceError.identitiesDisagree) {
      _ = try portal.store(.file([.local("1"), .local("2")], results: [(1, "whose")]))
    }
    #expect(try test.scratch.tree() == before)
  }

  @Test func `with a person named, the file must be able to be theirs`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    let number = try #require(NationalIdentityNumber("12855810016"))
    let other = try #require(NationalIdentityNumber(firstNine: [1, 2, 8, 5, 8, 0, 2, 0, 3]))
    var person = ImportBatch.file([.nationalNumber(number)], name: "Anna")
    person.subjects[0].records[0].content = .person(
      Person(
        names: [HumanName(text: "Anna")],
        identifiers: [Identifier(system: CodeSystem.birthNumber, value: number.text)]
      )
    )
    let anna = try #require(portal.store(person).persons.first)
    _ = try portal.store(.file([.local("bo")], name: "Bo"))
    let before = try test.scratch.tree()
    for file in [
      ImportBatch.file([.local("bo")], name: nil, results: [(1, "x")]),
      .file([.nationalNumber(other)], name: nil, results: [(1, "x")]),
    ] {
      #expect(throws: ServiceError.anotherPerson) { _ = try portal.store(file, for: anna) }
    }
    #expect(throws: ServiceError.severalPeople) {
      _ = try portal.store(.file(about: person, person), for: anna)
    }
    #expect(try test.scratch.tree() == before)
    let nameless = ImportBatch.file(
      [.withinFile(digest: "d", reference: "")],
      name: nil,
      results: [(1, "x")]
    )
    #expect(try portal.store(nameless, for: anna).persons == [anna])
    #expect(try portal.store(person, for: anna).persons == [anna])
    #expect(try portal.openOwn(anna).testResults().count == 1)
  }

  @Test func `a file that says nobody's name is the only person's, or a new one's`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    let nameless = { (digest: String) in
      ImportBatch.file(
        [.withinFile(digest: digest, reference: "")],
        name: nil,
        results: [(1, digest)]
      )
    }
    let first = try portal.store(nameless("a"))
    #expect(try portal.people().map(\.name) == [nil])
    let anna = try portal.store(.file([.local("1")], name: "Anna"))
    #expect(first.persons != anna.persons)
    let single = try TestStore()
    let only = try single.portal()
    let one = try only.store(.file([.local("1")], name: "Anna"))
    #expect(try only.store(nameless("b")).persons == one.persons)
  }

  @Test func `who is imported into an open store has consented, and a choice made later stays`()
    throws
  {
    let test = try TestStore()
    let portal = try test.portal()
    let id = try #require(portal.store(file).persons.first)
    #expect(try portal.openOwn(id).testResults().count == 2)
    let journal = try test.store().journal(of: id)
    _ = try journal.append(.own(id)) { _ in [.consent(.none, at: test.clock.instant, version: 2)] }
    _ = try portal.store(.file([.local("1")], results: [(3, "Kalium")]))
    #expect(throws: ServiceError.refused(.consentLevel(needed: .full))) {
      _ = try portal.openOwn(id).testResults()
    }
  }

  @Test func `an import stands in the journal and in the access log`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    let id = try #require(portal.store(file).persons.first)
    let record = try portal.openOwn(id)
    let receipts = try record.history(of: nil).compactMap { revision in
      if case .importReceipt(let receipt) = revision.record.content { receipt } else { nil }
    }
    let counts = receipts.flatMap(\.counts)
    #expect(counts.map(\.resourceType) == ["Observation", "Patient"])
    #expect(counts.map(\.count) == [2, 1])
    #expect(try record.accessLogLines().lines.map(\.entry.event) == [.sessionStart, .importing])
  }

  @Test func `an import into a damaged record stops before it writes`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    let id = try #require(portal.store(file).persons.first)
    var bytes = try test.journalBytes(of: id)
    bytes[bytes.count - 10] ^= 1
    try test.writeJournal(bytes, of: id)
    let before = try test.scratch.tree()
    #expect(throws: ServiceError.self) {
      _ = try portal.store(.file([.local("1")], results: [(3, "Kalium")]))
    }
    #expect(try test.scratch.tree() == before)
  }

  /// How calls fail: once, for good, and for good after the first has still done its work.
  @Test(arguments: [(false, false), (true, false), (true, true)])
  func `an import that dies at any call is finished by the next, once`(
    isLasting: Bool,
    isDone: Bool
  ) throws {
    let batch = ImportBatch.file([.local("1"), .local("2")], results: [(1, "Hemoglobin")])
    let model = try TestStore()
    let portal = try model.portal()
    model.disk.plan(nil)
    _ = try portal.store(batch)
    for call in 1...model.disk.count {
      let test = try TestStore()
      let portal = try test.portal()
      test.disk.plan(.init(call: call, code: EIO, isLasting: isLasting, isDone: isDone))
      _ = try? portal.store(batch)
      test.disk.plan(nil)
      // Whichever identity the next file names: it is the same person.
      _ = try portal.store(.file([.local("2")], name: nil, results: [(2, "Ferritin")]))
      _ = try portal.store(batch)
      #expect(try !portal.store(batch).hasChanged)
      let people = try portal.people()
      #expect(people.map(\.name) == ["Test Testesen"], "call \(call)")
      let results = try portal.openOwn(people[0].id).testResults()
      #expect(Set(results.map(\.id)) == [.test(1), .test(2)], "call \(call)")
      if call % 4 == 0 { #expect(try portal.verify().isSound, "call \(call)") }
    }
  }

  @Test func `two imports of somebody new at once make one person`() throws {
    let batch = ImportBatch.file([.local("1"), .local("2")], results: [(1, "Hemoglobin")])
    let other = ImportBatch.file([.local("1"), .local("2")], results: [(2, "Ferritin")])
    let model = try TestStore()
    let portal = try model.portal()
    model.disk.plan(nil)
    _ = try portal.store(batch)
    for call in 1...model.disk.count {
      let test = try TestStore()
      let portal = try test.portal()
      let (path, clock, disk) = (test.path, test.clock.clock, test.disk)
      disk.plan(nil)
      disk.before { _ in
        guard disk.count == call - 1 else { return }
        let surroundings = Surroundings(
          fileSystem: LiveFileSystem(),
          clock: clock,
          randomness: .seeded(4)
        )
        _ = try? Portal(at: path, surroundings: surroundings).store(other)
      }
      // Where the two meet one of them is told, and tries again.
      _ = try? portal.store(batch)
      disk.before(nil)
      _ = try portal.store(batch)
      _ = try portal.store(other)
      let people = try portal.people()
      #expect(people.count == 1, "call \(call)")
      #expect(try portal.openOwn(people[0].id).testResults().count == 2, "call \(call)")
    }
  }
}
