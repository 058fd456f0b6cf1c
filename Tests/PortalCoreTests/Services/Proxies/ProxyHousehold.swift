import Testing

@testable import PortalCore

/// A store with a grandmother, her daughter and others, whose ages a test can choose.
final class ProxyHousehold {
  let test: TestStore
  /// 80 years old, full consent.
  let grandmother: Person.ID
  /// 50 years old.
  let daughter: Person.ID

  init(
    seed: UInt64 = 1,
    grandmotherBorn: String = "1946-05-17",
    daughterBorn: String = "1976-03-12",
    consent: ConsentLevel = .full
  ) throws {
    test = try TestStore(seed: seed)
    grandmother = try test.somebody(1, named: "Gro Bestemor", born: grandmotherBorn, consent)
    daughter = try test.somebody(2, named: "Dina Datter", born: daughterBorn)
  }

  /// The store as a process of its own sees it.
  func portal() throws -> Portal { try test.portal() }

  func own(_ id: Person.ID) throws -> OpenRecord { try portal().openOwn(id) }

  /// The grandmother gives the daughter a proxy.
  @discardableResult
  func give(
    _ areas: Set<ProxyArea> = Set(ProxyArea.allCases),
    start: CivilDate? = nil,
    lastDay: CivilDate? = nil
  ) throws -> RecordID {
    let record = try own(grandmother)
    defer { try? record.end() }
    return try record.giveProxy(
      to: daughter,
      areas: areas,
      start: start,
      lastDay: lastDay
    ).grant
  }

  /// The grandmother's record, opened by the daughter.
  func represent() throws -> OpenRecord {
    try portal().openRecord(of: grandmother, by: try portal().choose(daughter))
  }

  var today: CivilDate { OsloTime.date(test.clock.instant) }
}

extension Portal {
  /// Opens a record for somebody by the choice of an open store's owner.
  func openRecord(of subject: Person.ID, as actor: Person.ID) throws -> OpenRecord {
    try openRecord(of: subject, by: try choose(actor))
  }
}

extension TestStore {
  /// Somebody with a name, a birth date and a consent; by the importer, as files bring people.
  func somebody(
    _ number: UInt8,
    named name: String,
    born: String?,
    _ consent: ConsentLevel = .full,
    changing change: (inout Person) -> Void = { _ in }
  ) throws -> Person.ID {
    let id = Person.ID(bytes: Array(repeating: number, count: 17))
    var person = Person(names: [HumanName(text: name)])
    person.birthDate = born.flatMap { PartialDate($0) }
    person.generalPractitioners = [RecordReference(display: "Fastlege Oppdiktet")]
    change(&person)
    let content = person
    _ = try store().createPerson(id).append(.importing(for: id)) { _ in
      [
        Record(id: Person.recordID, version: 1, content: .person(content)),
        .consent(consent, at: self.clock.instant),
      ]
    }
    return id
  }
}

extension ProxyOutcome {
  /// The right that it is about.
  var grant: RecordID {
    get throws {
      switch self {
      case .saved(let id, _), .unchanged(let id): id
      case .conflict: throw ServiceError.noSuchRecord
      }
    }
  }

  var isSaved: Bool {
    switch self {
    case .saved: true
    case .unchanged, .conflict: false
    }
  }
}

extension CivilDate {
  /// So many days later.
  func later(_ days: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: daysSinceEpoch + days)
  }
}
