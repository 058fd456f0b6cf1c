import Testing

@testable import PortalCore

/// A store in a directory of its own, with the disk, the clock and chance in hand.
final class TestStore {
  let scratch: ScratchDirectory
  let disk = FailingFileSystem()
  let clock = TestClock()
  let surroundings: Surroundings
  let path: String

  /// Nothing is made yet.
  init(seed: UInt64 = 1) throws {
    scratch = try ScratchDirectory()
    path = scratch["data"]
    surroundings = Surroundings(
      fileSystem: disk,
      clock: clock.clock,
      randomness: .seeded(seed)
    )
  }

  /// Opens the store, making it the first time.
  func store() throws -> Store {
    let id = RecordID(bytes: Array(repeating: 7, count: 17))
    return try Store(
      at: path,
      creating: { StoreSettings(store: id) },
      surroundings: surroundings
    )
  }

  func portal() throws -> Portal {
    try Portal(at: path, rehearsal: nil, surroundings: surroundings)
  }

  /// Somebody with a name, a general practitioner and a consent.
  func person(_ number: UInt8 = 1, consent: ConsentLevel = .full) throws -> Person.ID {
    let id = Person.ID(bytes: Array(repeating: number, count: 17))
    let journal = try store().createPerson(id)
    _ = try journal.append(.importing(for: id)) { _ in
      [.person(named: "Test Testesen \(number)"), .consent(consent, at: self.clock.instant)]
    }
    return id
  }

  /// A person's directory, from the data directory's parent on.
  static func folder(of id: Person.ID) -> String {
    "data/people/\(id.firstFolder)/\(id.secondFolder)/\(id.text)"
  }

  func file(_ name: String, of id: Person.ID) -> String {
    "\(TestStore.folder(of: id))/\(name)"
  }

  func journalBytes(of id: Person.ID) throws -> [UInt8] {
    try scratch.read(file(PersonJournal.fileName, of: id))
  }

  func writeJournal(_ bytes: [UInt8], of id: Person.ID) throws {
    try scratch.write(bytes, to: file(PersonJournal.fileName, of: id))
  }
}

extension TestStore {
  /// The accepted lines of a person's journal.
  func lines(of id: Person.ID) throws -> [LineHead] {
    let log = try store().journalLog(of: id)
    try log.readAll()
    return log.scan.lines
  }

  func practiceJournalBytes(_ id: Practice.ID) throws -> [UInt8] {
    try scratch.read("data/practices/\(id.folder)/\(id.text)/\(PracticeJournal.fileName)")
  }

  /// Deletes what is derived of all practices.
  func removeQueues() throws {
    for name in try scratch.tree().keys where name.hasSuffix("/queue") {
      ScratchCopy.removeTree(scratch.path + name)
    }
  }
}

extension Attribution {
  static func importing(for id: Person.ID) -> Attribution {
    Attribution(actor: .importer, subject: .person(id), basis: Basis(role: .importer))
  }

  static func own(_ id: Person.ID) -> Attribution {
    Attribution(actor: .person(id), subject: .person(id), basis: Basis(role: .oneself))
  }
}

extension RecordID {
  /// An id that says its number.
  static func test(_ number: Int) -> RecordID {
    RecordID(bytes: Array("\(padded(number, 10)) record".utf8))
  }
}

extension Record {
  static func person(named name: String, version: Int = 1, born: String? = nil) -> Record {
    var person = Person(names: [HumanName(text: name)])
    person.birthDate = born.flatMap { PartialDate($0) }
    person.generalPractitioners = [RecordReference(display: "Fastlege Oppdiktet")]
    return Record(id: Person.recordID, version: version, content: .person(person))
  }

  static func consent(_ level: ConsentLevel, at time: Instant, version: Int = 1) -> Record {
    let choice = ConsentChoice(level: level, chosen: time)
    return Record(id: ConsentChoice.recordID, version: version, content: .consent(choice))
  }

  /// A message with a text and nothing else of interest.
  static func note(
    _ text: String,
    _ number: Int,
    version: Int = 1,
    labels: [WithholdingCode] = []
  ) -> Record {
    let message = Message(
      thread: .test(number),
      kind: .office,
      status: .sent,
      subject: "",
      text: text,
      isFromPerson: true
    )
    return Record(
      id: .test(number),
      version: version,
      content: .message(message),
      labels: labels
    )
  }
}

extension PersonJournal {
  /// Appends one note as the person.
  @discardableResult
  func append(note text: String, _ number: Int, version: Int = 1) throws(StoreError) -> Receipt? {
    guard case .person(let id) = directory.owner else { return nil }
    return try append(.own(id)) { _ in [.note(text, number, version: version)] }
  }

  /// The texts of all notes, in the order of their numbers.
  var notes: [String] {
    get throws {
      try contents.entries(of: [.message]).map { try contents.record($0) }
        .sorted { $0.id < $1.id }
        .compactMap { if case .message(let message) = $0.content { message.text } else { nil } }
    }
  }
}
