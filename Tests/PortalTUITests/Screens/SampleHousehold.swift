import PortalCore
import Testing

@testable import PortalTUI

/// A store of a grandmother, her daughter and a grandchild, all invented; noon on 16 November 2026.
final class SampleHousehold {
  static let size = ScreenSize(columns: 80, rows: 60)

  let portal: Portal
  private let place = SamplePlace()
  /// 80 years old.
  let grandmother: Person.ID
  /// 50 years old.
  let daughter: Person.ID
  /// 14 years old.
  let child: Person.ID
  /// The daughter's national number, invented.
  let daughtersNumber: String

  init() throws {
    let place = self.place
    let surroundings = Surroundings(
      fileSystem: LiveFileSystem(isDurable: false),
      clock: Clock(now: { place.now }, milliseconds: { 0 }, sleep: { _ in }),
      randomness: .live
    )
    portal = try Portal(at: place.path, rehearsal: place.now, surroundings: surroundings)
    // The tens of the month raised by eight: nobody's number.
    let number = try #require(NationalIdentityNumber(firstNine: [1, 2, 8, 3, 7, 6, 0, 0, 1]))
    daughtersNumber = number.text
    grandmother = try Self.add(
      to: portal,
      "Gro Bestemor",
      "1946-05-17",
      .identifier(system: "urn:test", value: "1"),
      InventedContent.everything.filter { $0.0 != "person" }
    )
    daughter = try Self.add(to: portal, "Dina Datter", "1976-03-12", .nationalNumber(number))
    child = try Self.add(
      to: portal,
      "Bo Barn",
      "2012-10-01",
      .identifier(system: "urn:test", value: "3")
    )
  }

  /// Imports one person; by the ids of those who were there before it is known who they are.
  private static func add(
    to portal: Portal,
    _ name: String,
    _ birth: String,
    _ identity: ImportBatch.Identity,
    _ more: [(String, RecordContent)] = []
  ) throws -> Person.ID {
    var person = Person(names: [HumanName(text: name)])
    person.birthDate = PartialDate(birth)
    person.generalPractitioners = [RecordReference(display: "Fastlege Oppdiktet")]
    var subject = ImportBatch.Subject(identities: [identity])
    for (name, content) in [("person", .person(person))] + more {
      let original = Array("{\"id\":\"\(name)\"}".utf8)
      let start = subject.originals.count
      subject.originals += original + [0x0A]
      subject.records.append(
        ImportBatch.ImportedRecord(
          id: name == "person" ? Person.recordID : SampleRecord.id(name),
          content: content,
          resourceType: "Test",
          digest: "\(content)",
          range: start..<start + original.count
        )
      )
    }
    let before = Set(try portal.people().map(\.id))
    _ = try portal.store(ImportBatch(subjects: [subject]))
    return try #require(try portal.people().map(\.id).first { !before.contains($0) })
  }

  /// Opens somebody's own record, a minute later than what was done before.
  func own(_ person: Person.ID, _ phrases: any Phrasebook = Bokmal()) throws -> ScreenContext {
    place.advance(bySeconds: 60)
    return ScreenContext(portal: portal, record: try portal.openOwn(person), phrases: phrases)
  }

  /// Opens somebody's record for another who may act for them.
  func acting(
    _ actor: Person.ID,
    for person: Person.ID,
    _ phrases: any Phrasebook = Bokmal()
  ) throws -> ScreenContext {
    place.advance(bySeconds: 60)
    let record = try portal.openRecord(of: person, by: try portal.choose(actor))
    return ScreenContext(portal: portal, record: record, phrases: phrases)
  }

  /// The grandmother gives the daughter a proxy, as another process would.
  @discardableResult
  func give(
    _ areas: Set<ProxyArea> = Set(ProxyArea.allCases),
    lastDay: CivilDate? = nil
  ) throws -> RecordID {
    let record = try own(grandmother).record
    defer { try? record.end() }
    guard
      case .saved(let id, _) = try record.giveProxy(to: daughter, areas: areas, lastDay: lastDay)
    else { throw ServiceError.noSuchRecord }
    return id
  }

  /// The daughter is the child's parent, as the register says.
  func registerParent() throws {
    let right = RegisterEntry.Right.parent(ProxyGrant.Parenthood(sharesAddress: true))
    try portal.register(RegisterEntry(holder: daughter, right: right), for: child)
  }

  func application(_ screen: any Screen, _ size: ScreenSize = size) -> Application {
    var application = Application(
      first: screen,
      phrases: Bokmal(),
      signs: .unicode,
      mark: "",
      size: size
    )
    _ = application.frame()
    return application
  }

  /// The rights to act for the grandmother as they stand.
  func proxies() throws -> [GivenProxy] {
    let record = try own(grandmother).record
    defer { try? record.end() }
    return try record.proxies()
  }
}

extension Application {
  /// Presses keys on a large screen.
  mutating func press(_ events: TerminalEvent...) {
    for event in events { _ = handle(event, size: size) }
  }

  /// Whether the screen shows a text, wherever its rows are broken.
  func shows(_ text: String) -> Bool {
    var copy = self
    return copy.frame().text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
      text
    )
  }
}
