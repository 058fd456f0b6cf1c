import Testing

@testable import PortalCore

/// The index beside a journal: it may make answers faster, and never other ones.
struct RecordIndexTests {
  /// A store with a journal that is long enough for an index, and everything that it is asked.
  struct Long {
    let test: TestStore
    let id: Person.ID

    /// Messages in threads of several lengths, some changed later, some labelled or in error.
    init(seed: UInt64, lines: Int = 300) throws {
      test = try TestStore(seed: seed)
      id = try test.person()
      var random = SeededNumbers(seed)
      let journal = try test.store().journal(of: id)
      for _ in 0..<lines {
        test.clock.advance(bySeconds: Int64(random.below(90)) - 5)
        let number = random.below(lines)
        _ = try journal.append(.own(id)) { contents throws(StoreError) in
          let version = try contents.version(of: .test(number)) + 1
          return [message(number, version: version, &random)]
        }
      }
    }

    private func message(_ number: Int, version: Int, _ random: inout SeededNumbers) -> Record {
      let words = ["feber", "Blodprøve", "time", "resept", "åpent sår", "115/70", "é́lan", "x"]
      var message = Message(
        thread: .test(100_000 + random.below(40)),
        kind: .office,
        status: random.below(20) == 0 ? .enteredInError : .sent,
        subject: random.below(3) == 0 ? words[random.below(words.count)] : "",
        text: (0..<random.below(9)).map { _ in words[random.below(words.count)] }
          .joined(separator: " "),
        isFromPerson: random.below(2) == 0
      )
      if random.below(2) == 0 { message.sent = PartialDate(test.clock.instant) }
      let labels: [WithholdingCode] = random.below(15) == 0 ? [.duplicate] : []
      return Record(
        id: .test(number),
        version: version,
        content: .message(message),
        labels: labels
      )
    }

    /// Everything that a page, a search or the history asks, as text that two stores can be
    /// compared by.
    func answers() throws -> [String] {
      let journal = try test.store().journal(of: id)
      let contents = journal.contents
      let sees = { (entry: Entry) in
        entry.labels.bits == 0 && !entry.flags.contains(.enteredInError)
      }
      var answers = ["\(journal.entryCount)", "\(String(describing: journal.newestTime))"]
      for listed in try contents.entries(of: [.message, .person]) {
        answers.append("\(try contents.record(listed))")
      }
      answers += try contents.allVersions().map { "\($0.sequence) \($0.record)" }
      let (count, threads) = try contents.threads(newest: 25, isVisible: sees)
      answers.append("\(count)")
      answers += threads.map { "\($0.id) \($0.date) \($0.members.map(\.entry.id))" }
      let all = try contents.threads(newest: .max, isVisible: sees).threads
      #expect(try inParts(of: 7, contents, sees) == all.map(\.id))
      for text in ["feber", "prøve", "å", "115", "re sept", "elan", "nothing"] {
        let found = try contents.matches(SearchQuery(text), isVisible: sees)
        answers.append("\(text): \(found.map(\.entry.id))")
      }
      let counts = try contents.counts().map { "\($0.key) \($0.value)" }.filter { $0.last != "0" }
      answers += counts.sorted()
      answers += try contents.entries(after: 150).map { "\($0.number)" }
      for number in stride(from: 0, to: 300, by: 7) {
        answers.append("\(try contents.versions(of: .test(number)).map(\.record.version))")
        let line = try journal.line(number)
        answers.append("\(String(describing: line?.hash))")
        if let line, line.hash != .zero {
          #expect(try journal.contains(sequence: number, hash: line.hash))
        }
        #expect(try !journal.contains(sequence: number, hash: .zero))
      }
      return answers
    }

    /// The threads as they are read a part after the other.
    private func inParts(
      of size: Int,
      _ contents: Contents,
      _ sees: (Entry) -> Bool
    ) throws -> [RecordID] {
      var ids: [RecordID] = []
      var last: ThreadPlace?
      while true {
        let part = try contents.threads(newest: size, behind: last, isVisible: sees).threads
        guard let end = part.last else { return ids }
        ids += part.map(\.id)
        last = end.place
      }
    }

    func removeIndex() throws {
      try test.disk.remove(
        IndexFile.journalName,
        in: test.disk.openRoot(test.scratch[TestStore.folder(of: id)])
      )
    }

    var file: String { test.file(IndexFile.journalName, of: id) }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `every answer is the same with an index, with an old one and without`(seed: UInt64) throws {
    let long = try Long(seed: seed)
    let first = try long.answers()
    // That made one.
    let whole = try long.test.scratch.read(long.file)
    #expect(!whole.isEmpty)
    #expect(try long.answers() == first)
    try long.removeIndex()
    #expect(try long.answers() == first)
    // More has come than the index knows.
    let journal = try long.test.store().journal(of: long.id)
    for number in [5, 290, 400] {
      let version = try journal.contents.version(of: .test(number)) + 1
      try journal.append(note: "feber og mer", number, version: version)
    }
    let later = try long.answers()
    try long.removeIndex()
    #expect(try long.answers() == later)
    #expect(later != first)
  }

  @Test func `an index that is cut, full of noise or another's changes no answer`() throws {
    let long = try Long(seed: 4)
    let expected = try long.answers()
    let whole = try long.test.scratch.read(long.file)
    let other = try Long(seed: 5)
    _ = try other.answers()
    let foreign = try other.test.scratch.read(other.file)
    var random = SeededNumbers(9)
    for trial in 0..<18 {
      var bytes = whole
      switch trial % 6 {
      case 0: bytes.removeLast(1 + random.below(bytes.count))
      case 1: bytes[random.below(bytes.count)] ^= UInt8(1 << random.below(8))
      case 2:
        let start = random.below(bytes.count / 4096) * 4096
        for index in start..<(start + 4096) { bytes[index] = UInt8(random.below(256)) }
      case 3: bytes = (0..<bytes.count).map { _ in UInt8(random.below(256)) }
      case 4: bytes = foreign
      default:
        // Two pages of the same file in each other's place.
        let (one, two) = (random.below(bytes.count / 4096), random.below(bytes.count / 4096))
        let page = Array(bytes[(one * 4096)..<((one + 1) * 4096)])
        bytes.replaceSubrange(
          (one * 4096)..<((one + 1) * 4096),
          with: bytes[(two * 4096)..<((two + 1) * 4096)]
        )
        bytes.replaceSubrange((two * 4096)..<((two + 1) * 4096), with: page)
      }
      try long.test.scratch.write(bytes, to: long.file)
      #expect(try long.answers() == expected, "trial \(trial)")
      #expect(try long.test.portal().verify().isSound, "trial \(trial)")
    }
  }

  @Test func `an index of a journal that was replaced is not believed`() throws {
    let long = try Long(seed: 6)
    let older = try long.test.journalBytes(of: long.id)
    let expected = try long.answers()
    let journal = try long.test.store().journal(of: long.id)
    for number in 0..<200 { try journal.append(note: "later", 1000 + number) }
    #expect(try long.answers() != expected)
    try long.test.writeJournal(older, of: long.id)
    #expect(try long.answers() == expected)
  }

  @Test func `what an index leads to is checked when it is read`() throws {
    let long = try Long(seed: 7)
    _ = try long.answers()
    var bytes = try long.test.journalBytes(of: long.id)
    // A letter of a message in the middle, of which the index knows.
    let text = Array("Blodpr".utf8)
    let middle = bytes.count / 2
    let place = try #require(
      (middle..<bytes.count).first { bytes[$0...].starts(with: text) }
    )
    bytes[place] ^= 1
    try long.test.writeJournal(bytes, of: long.id)
    let journal = try long.test.store().journal(of: long.id)
    #expect(journal.damage == nil)
    let entries = try journal.contents.entries(of: [.message])
    for entry in entries { _ = try? journal.contents.record(entry) }
    #expect(journal.damage?.kind == .brokenPayload)
    #expect(throws: StoreError.self) { try journal.append(note: "no", 9999) }
    // The same as without an index: what stands before it is shown.
    let seen = try journal.contents.entries(of: [.message]).count
    try long.removeIndex()
    let anew = try long.test.store().journal(of: long.id)
    #expect(try anew.contents.entries(of: [.message]).count == seen)
  }

  @Test func `a disk that takes no index keeps everything readable`() throws {
    let long = try Long(seed: 8)
    let expected = try long.answers()
    try long.removeIndex()
    let count = long.test.disk.count
    #expect(count >= 0)
    long.test.disk.plan(.init(call: 1, code: 28, isLasting: true, only: .create))
    #expect(try long.answers() == expected)
    long.test.disk.plan(nil)
  }

  @Test func `the words of a query are found as they are typed`() {
    func finds(_ query: String, _ text: String) -> Bool { SearchQuery(query).matches([text]) }
    #expect(finds("prøve", "Blodprøvesvar fra i går"))
    #expect(finds("PROVE", "blodprøve"))
    #expect(finds("i går", "fra i går"))
    #expect(finds("aal", "AAL-nummer"))
    #expect(finds("bl", "Blodprøve"))
    #expect(!finds("lo", "Blodprøve"))
    #expect(!finds("blod sukker", "Blodprøve"))
    #expect(SearchQuery("blod sukker").matches(["Blod", "sukkeret"]))
    #expect(SearchQuery(" -- ").isEmpty)
    #expect(!SearchQuery("").matches(["anything"]))
  }
}

/// Numbers that are the same each time, from a seed.
struct SeededNumbers {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, limit)))
  }
}
