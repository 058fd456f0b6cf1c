import Testing

@testable import PortalCore

struct EditServiceTests {
  private let test: TestStore
  private let id: Person.ID
  private let record: OpenRecord

  init() throws {
    test = try TestStore()
    id = try test.person()
    record = try test.portal().openOwn(id)
  }

  private func own() throws -> OwnContact? {
    _ = try record.refresh()
    return try record.person().own
  }

  private func saved(_ outcome: EditOutcome) throws -> Int {
    guard case .saved(_, let version) = outcome else {
      Issue.record("not saved: \(outcome)")
      return 0
    }
    return version
  }

  private func conflict(_ outcome: EditOutcome) throws -> EditConflict {
    guard case .conflict(let conflict) = outcome else {
      Issue.record("no conflict: \(outcome)")
      throw StoreError.notPermitted
    }
    return conflict
  }

  @Test func `a change on the newest version is stored as the next one`() throws {
    let outcome = try record.editContact(base: 1, [.telephone: "912 34 567"])
    #expect(try saved(outcome) == 2)
    #expect(try own() == OwnContact(telephone: "91234567"))
    #expect(try record.person().displayName == "Test Testesen 1")
    let history = try record.history(of: Person.recordID)
    #expect(history.map(\.record.version) == [1, 2])
    #expect(history.last?.attribution == .own(id))
  }

  @Test func `a change on an older version changes nothing and gives both`() throws {
    let other = try test.portal().openOwn(id)
    _ = try saved(other.editContact(base: 1, [.telephone: "22334455", .language: "se"]))
    let before = try test.journalBytes(of: id)
    let conflict = try conflict(record.editContact(base: 1, [.telephone: "91234567"]))
    #expect(try test.journalBytes(of: id) == before)
    #expect(conflict.base == 1)
    #expect(conflict.newest.record.version == 2)
    #expect(conflict.newest.attribution == .own(id))
    guard case .person(let theirs) = conflict.newest.record.content,
      case .person(let mine) = conflict.mine
    else { throw StoreError.notPermitted }
    #expect(theirs.own == OwnContact(telephone: "22334455", language: "se"))
    // On top of theirs: what is not touched here stays as they wrote it.
    #expect(mine.own == OwnContact(telephone: "91234567", language: "se"))
    let base = conflict.newest.record.version
    #expect(try saved(record.editContact(base: base, [.telephone: "91234567"])) == 3)
    #expect(try own() == mine.own)
  }

  @Test func `a change to a version that does not exist yet is a conflict`() throws {
    #expect(try conflict(record.editContact(base: 9, [.language: "nn"])).newest.record.version == 1)
    #expect(try conflict(record.editContact(base: 0, [.language: "nn"])).base == 0)
  }

  @Test func `saying again what is there writes nothing`() throws {
    _ = try record.editContact(base: 1, [.email: "a@b.no"])
    let before = try test.journalBytes(of: id)
    guard case .unchanged(version: 2) = try record.editContact(base: 2, [.email: " a@b.no "]) else {
      Issue.record("written")
      return
    }
    #expect(try test.journalBytes(of: id) == before)
  }

  @Test func `an empty value takes the person's word away`() throws {
    _ = try record.editContact(base: 1, [.email: "a@b.no", .language: "nn"])
    _ = try record.editContact(base: 2, [.email: "  "])
    #expect(try own() == OwnContact(language: "nn"))
    _ = try record.editContact(base: 3, [.language: ""])
    #expect(try own() == nil)
  }

  @Test func `what cannot stand in a field is refused before anything is written`() throws {
    let before = try test.journalBytes(of: id)
    #expect(throws: ServiceError.unusableValue(.email)) {
      _ = try record.editContact(base: 1, [.telephone: "91234567", .email: "nei"])
    }
    #expect(throws: ServiceError.notEditable) {
      _ = try record.editContact(ConsentChoice.recordID, base: 1, [.language: "nn"])
    }
    #expect(throws: ServiceError.noSuchRecord) {
      _ = try record.editContact(.test(1), base: 1, [.language: "nn"])
    }
    #expect(try test.journalBytes(of: id) == before)
  }

  @Test func `eight who count together lose nothing: each who was late is told`() throws {
    let records = try (0..<8).map { _ in try test.portal().openOwn(id) }
    var told = 0
    for _ in 0..<5 {
      // All have read the same version before any of them writes.
      let bases = try records.map { record in
        _ = try record.refresh()
        return try #require(try record.personRecord())
      }
      for (record, read) in zip(records, bases) {
        var (base, isStored) = (read, false)
        while !isStored {
          let count = Int(base.ownTelephone.suffix(4)) ?? 0
          let text = "9000\(padded(count + 1, 4))"
          switch try record.editContact(base: base.version, [.telephone: text]) {
          case .saved: isStored = true
          case .conflict(let conflict): (base, told) = (conflict.newest.record, told + 1)
          case .unchanged: throw StoreError.notPermitted
          }
        }
      }
    }
    #expect(try own()?.telephone == "90000040")
    #expect(told == 35)
  }

  @Test func `a change that is not saved says so and leaves the version as it was`() throws {
    _ = try record.editContact(base: 1, [.language: "nn"])
    test.disk.plan(.init(call: 1, code: 28, only: .write))
    #expect(throws: ServiceError.self) { _ = try record.editContact(base: 2, [.language: "nb"]) }
    #expect(try own() == OwnContact(language: "nn"))
    #expect(try saved(record.editContact(base: 2, [.language: "nb"])) == 3)
  }

  @Test(arguments: [5, 28, 30])
  func `whichever call fails, a change is stored and said to be, or neither`(code: Int32) throws {
    var call = 0
    var isOver = false
    while !isOver {
      call += 1
      let test = try TestStore()
      let record = try test.portal().openOwn(test.person())
      test.disk.plan(.init(call: call, code: code))
      var isSaid = false
      if case .saved? = try? record.editContact(base: 1, [.language: "nn"]) { isSaid = true }
      isOver = test.disk.count < call
      test.disk.plan(nil)
      let portal = try test.portal()
      let person = try #require(try portal.people().first).id
      let found = try #require(try portal.openOwn(person).personRecord())
      #expect(found.version == (isSaid ? 2 : 1), "call \(call)")
      #expect(try portal.verify(nil).isSound)
    }
    #expect(call > 8)
  }

  @Test func `who may not see the person cannot change them`() throws {
    let importer = try test.portal().open(id, as: .importer, basis: Basis(role: .importer))
    #expect(throws: ServiceError.refused(.importerMayOnlyImport)) {
      _ = try importer.editContact(base: 1, [.language: "nn"])
    }
  }
}

extension Record {
  fileprivate var ownTelephone: String {
    if case .person(let person) = content { person.own?.telephone ?? "" } else { "" }
  }
}

/// What an import makes of what a person has said themselves.
struct ImportedPersonTests {
  private let test: TestStore
  private let portal: Portal
  private static let identity = ImportBatch.Identity.identifier(system: "urn:x", value: "1")

  init() throws {
    test = try TestStore()
    portal = try test.portal()
  }

  @Test func `an import renews the person and leaves their own word alone`() throws {
    let outcome = try portal.store(.file([Self.identity], name: "Before"))
    let id = try #require(outcome.persons.first)
    let record = try portal.openOwn(id)
    _ = try record.editContact(base: 1, [.telephone: "91234567"])
    _ = try portal.store(.file([Self.identity], name: "After"))
    _ = try record.refresh()
    #expect(try record.person().displayName == "After")
    #expect(try record.person().own == OwnContact(telephone: "91234567"))
    #expect(try record.personRecord()?.version == 3)
    // The first file once more is no news, and undoes nothing either.
    #expect(try !portal.store(.file([Self.identity], name: "Before")).hasChanged)
    #expect(try record.history(of: Person.recordID).map(\.attribution.actor).last == .importer)
  }

  @Test func `a change made before an import is a conflict after it`() throws {
    let id = try #require(try portal.store(.file([Self.identity], name: "Before")).persons.first)
    let record = try portal.openOwn(id)
    _ = try portal.store(.file([Self.identity], name: "After"))
    guard case .conflict(let conflict) = try record.editContact(base: 1, [.language: "nn"]) else {
      Issue.record("no conflict")
      return
    }
    #expect(conflict.newest.attribution.actor == .importer)
  }

  @Test func `the person's original is still the file's after a change of their own`() throws {
    let id = try #require(try portal.store(.file([Self.identity], name: "Before")).persons.first)
    let record = try portal.openOwn(id)
    let before = try record.original(of: Person.recordID)
    _ = try record.editContact(base: 1, [.language: "nn"])
    #expect(try record.original(of: Person.recordID) == before)
    #expect(try test.portal().verify(nil).isSound)
  }
}
