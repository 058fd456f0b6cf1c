import FoundationEssentials
import PortalCore
import Synchronization

@testable import PortalTUI

/// A store of one invented person in a temporary directory, removed when nothing of it is open.
struct SampleRecord {
  let portal: Portal
  private let place: SamplePlace

  /// A store with what one import brings; noon on 16 November 2026 in Norway.
  init(_ contents: [(String, RecordContent)], labels: [String: [WithholdingCode]] = [:]) throws {
    let place = SamplePlace()
    self.place = place
    let surroundings = Surroundings(
      fileSystem: LiveFileSystem(isDurable: false),
      // The clock holds the place: whatever record is open, its files are there.
      clock: Clock(now: { place.now }, milliseconds: { 0 }, sleep: { _ in }),
      randomness: .live,
      passwordHash: .quick
    )
    portal = try Portal(at: place.path, rehearsal: place.now, surroundings: surroundings)
    try add(contents, labels: labels)
  }

  /// The same name gives the same id.
  static func id(_ name: String) -> RecordID {
    let bytes = Array(name.utf8)
    return RecordID(bytes: Array((bytes + Array(repeating: 0x2E, count: 17)).prefix(17)))
  }

  /// Imports more, one second later.
  func add(_ contents: [(String, RecordContent)], labels: [String: [WithholdingCode]] = [:]) throws
  {
    place.advance(bySeconds: 1)
    var subject = ImportBatch.Subject(identities: [
      .identifier(system: "urn:test", value: "1")
    ])
    for (name, content) in contents {
      let original = Array("{\"id\":\"\(name)\"}".utf8)
      let id =
        switch content {
        case .person: Person.recordID
        case .consent: ConsentChoice.recordID
        default: Self.id(name)
        }
      let start = subject.originals.count
      subject.originals += original + [0x0A]
      var record = ImportBatch.ImportedRecord(
        id: id,
        content: content,
        resourceType: "Test",
        digest: "\(content)",
        range: start..<start + original.count
      )
      record.labels = labels[name] ?? []
      subject.records.append(record)
    }
    _ = try portal.store(ImportBatch(subjects: [subject]))
  }

  /// Gives the person a PIN and has people sign in from now on; returns how they do.
  func requirePIN(_ pin: String) throws -> SignIn {
    let id = try portal.people()[0].id
    let signIn = SignIn(portal, pepper: place.secretPath)
    try signIn.set(pin, of: id, on: .owner)
    try portal.requirePIN(signIn)
    return signIn
  }

  /// Lets the person have consented to so much.
  func consent(to level: ConsentLevel) throws {
    try add([("consent", .consent(ConsentChoice(level: level, chosen: place.now)))])
  }

  /// Changes the last byte but one of the journal's first change.
  func damage() throws {
    let people = URL(filePath: place.path).appending(path: "people").path()
    for name in try FileManager.default.subpathsOfDirectory(atPath: people)
    where name.hasSuffix("journal.jsonl") {
      let file = URL(filePath: people).appending(path: name)
      var bytes = [UInt8](try Data(contentsOf: file))
      bytes[bytes.count - 3] ^= 1
      try Data(bytes).write(to: file)
    }
  }

  /// Opens the record as the person, a minute later than what was done before.
  func open(_ phrases: any Phrasebook = Bokmal()) throws -> ScreenContext {
    place.advance(bySeconds: 60)
    guard let person = try portal.people().first else { throw ServiceError.noSuchRecord }
    return ScreenContext(portal: portal, record: try portal.openOwn(person.id), phrases: phrases)
  }
}

/// A directory for a store, removed with this, and a clock that a test moves.
final class SamplePlace: Sendable {
  let path = "/tmp/helseportal-screens-\(UInt64.random(in: 0 ... .max))"
  private let milliseconds = Atomic<Int64>(1_794_826_800_000)

  /// Where the secret of a store with PINs lies.
  var secretPath: String { path + "-secret/pepper" }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    try? FileManager.default.removeItem(atPath: path + "-secret")
  }

  var now: Instant { Instant(milliseconds: milliseconds.load(ordering: .relaxed)) }

  func advance(bySeconds seconds: Int64) {
    milliseconds.add(seconds * 1000, ordering: .relaxed)
  }
}
