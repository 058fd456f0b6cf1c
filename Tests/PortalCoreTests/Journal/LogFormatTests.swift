import Testing

@testable import PortalCore

/// The form of a line (`journal.md`, "A line"): nothing may change it but a new format number.
///
/// The lines stand here byte for byte; their sums and hashes were checked with another program.
struct LogFormatTests {
  static let header = #"""
    {"format":1,"store":"0w3ge1r70w3ge1r70w3ge1r70w","owner":"person:040g2081040g2081040g208104"\#
    ,"kind":"journal","seq":0,"prev":"0000000000000000000000000000000000000000000000000000000000\#
    000000","at":"2026-11-21T08:00:00.000Z","size":52,"sum":"bd2b0c78e63006c43bc38363a3fc60eafd6\#
    fcb5055f87a186fe5d2331858dede","hash":"c8e6c503430281c34f1c18a5a97f6d73bf331b56630d5f8ac7c9a\#
    a814e3b9dad","changes":{"salt":"5101535b92250b6fd66c7b5a265ea217","put":[]}}
    """#
  static let first = #"""
    {"seq":1,"prev":"c8e6c503430281c34f1c18a5a97f6d73bf331b56630d5f8ac7c9aa814e3b9dad","at":"202\#
    6-11-21T08:00:00.000Z","by":"import","for":"person:040g2081040g2081040g208104","basis":"impo\#
    rter","touches":[["person","e1jq4wvfdrppyshdehm6jwsdd9",1],["consent","cdqpwwv5dst0000000000\#
    00000",1]],"size":436,"sum":"f6e5de8eb881b09e82e67bbbfc5f8b15ad1878ce352f0ea47a2864b2ce9fa34\#
    8","hash":"df432922a8fb68369ada6858f5ef0ecba7092f97c3c19711bd8c66c491e9bc6d","changes":{"sal\#
    t":"704095d6d213ecf2eab323158de4bd7f","put":[{"id":"e1jq4wvfdrppyshdehm6jwsdd9","version":1,\#
    "kind":"person","content":{"names":[{"text":"Test Testesen 1","given":[]}],"identifiers":[],\#
    "addresses":[],"telecoms":[],"languages":[],"generalPractitioners":[{"display":"Fastlege Opp\#
    diktet"}],"contacts":[]}},{"id":"cdqpwwv5dst000000000000000","version":1,"kind":"consent","c\#
    ontent":{"level":"full","chosen":"2026-11-21T08:00:00.000Z"}}]}}
    """#
  static let second = #"""
    {"seq":2,"prev":"df432922a8fb68369ada6858f5ef0ecba7092f97c3c19711bd8c66c491e9bc6d","at":"202\#
    6-11-21T08:00:00.000Z","by":"person:040g2081040g2081040g208104","for":"person:040g2081040g20\#
    81040g208104","basis":"self","touches":[["message","60r30c1g60r30c1h41s6arvfe9",1]],"size":2\#
    75,"sum":"8b0df409737c71a53d9b0fac14a7992ac95101944207c462fb607e15a5dbb741","hash":"a77c4951\#
    4bb1532f58a2c90f98a1f7294cf9c0bbc62c0d9e080561d07e5b423c","changes":{"salt":"04969fb1c6ec689\#
    64da9f424d040abcf","put":[{"id":"60r30c1g60r30c1h41s6arvfe9","version":1,"kind":"message","c\#
    ontent":{"thread":"60r30c1g60r30c1h41s6arvfe9","kind":"office","status":"sent","subject":"",\#
    "text":"a","recipients":[],"isFromPerson":true,"attachments":[]}}]}}
    """#

  static var journal: [UInt8] { Array("\(header)\n\(first)\n\(second)\n".utf8) }

  @Test func `a journal is written byte for byte`() throws {
    let test = try TestStore()
    let id = try test.person()
    try test.store().journal(of: id).append(note: "a", 1)
    #expect(try test.journalBytes(of: id) == LogFormatTests.journal)
  }

  @Test func `a journal of format 1 is read`() throws {
    // Another seed: nothing of what is read was written by this run.
    let test = try TestStore(seed: 99)
    let id = try test.person()
    try test.writeJournal(LogFormatTests.journal, of: id)
    let journal = try test.store().journal(of: id)
    #expect(journal.damage == nil)
    #expect(try journal.notes == ["a"])
    #expect(try journal.contents[ConsentChoice.recordID]?.content.title == "full")
    #expect(try journal.contents[Person.recordID]?.content.title == "Test Testesen 1")
    #expect(journal.head?.sequence == 2)
    #expect(journal.newestTime == test.clock.instant)
    #expect(try journal.contents.allVersions().map(\.sequence) == [1, 1, 2])
    let log = try test.store().journalLog(of: id)
    try log.readAll()
    #expect(
      log.scan.header
        == LogHeader(
          format: 1,
          store: "0w3ge1r70w3ge1r70w3ge1r70w",
          owner: "person:\(id.text)",
          kind: .journal
        )
    )
  }

  @Test func `a line chains to the one before and can be checked by itself`() throws {
    var scan = LogScan(file: "journal.jsonl")
    let isRead = scan.read(LogFormatTests.journal)
    #expect(isRead)
    #expect(scan.lines.map(\.sequence) == [0, 1, 2])
    #expect(scan.lines[0].previous == .zero)
    for (line, next) in zip(scan.lines, scan.lines.dropFirst()) {
      #expect(next.previous == line.hash)
    }
    for line in scan.lines {
      let payload = LogFormatTests.journal[line.payloadRange]
      #expect(SHA256.digest(payload) == line.payloadSum)
    }
    #expect(
      scan.lines[2].touches
        == .listed([Touch(kind: "message", id: RecordID.test(1).text, version: 1)])
    )
    #expect(scan.lines[2].attribution?.basis == Basis(role: .oneself))
  }

  @Test func `a receipt is the number and the first eight digits of the hash`() throws {
    let test = try TestStore()
    let id = try test.person()
    let receipt = try #require(try test.store().journal(of: id).append(note: "a", 1))
    #expect(receipt.text == "2-a77c4951")
  }

  @Test(arguments: [0, 1, 2])
  func `a newer format is refused and left as it is`(lineEnd: Int) throws {
    let test = try TestStore()
    let id = try test.person()
    // A format of which only the beginning and the hash are as in ours.
    let head = #"{"format":2,"novelty":[1,2],"chain":"none""#
    let hash = SHA256.digest(Array(head.utf8)).hexadecimal
    let line = head + ",\"hash\":\"\(hash)\",\"body\":{}}" + ["", "\n", "\n{}\n"][lineEnd]
    try test.writeJournal(Array(line.utf8), of: id)
    let store = try test.store()
    let before = try test.scratch.tree()
    #expect(throws: StoreError.unknownFormat(2)) { _ = try store.journal(of: id) }
    #expect(try test.scratch.tree() == before)
  }

  @Test func `a broken header is damage, not a newer format`() throws {
    let test = try TestStore()
    let id = try test.person()
    var bytes = try test.journalBytes(of: id)
    bytes[10] = UInt8(ascii: "3")
    try test.writeJournal(bytes, of: id)
    #expect(try test.store().journal(of: id).damage?.kind == .brokenHeader)
  }

  @Test(arguments: [
    #"{"seq":01,"#, #"{"seq":-1,"#, #"{"seq": 1,"#, #"{"seq":99999999999999999999,"#, "{", "", "[]",
    #"{"format":1,"seq":0,"#, #"{"prev":"#,
  ])
  func `what does not begin as a line is none`(text: String) {
    #expect(HeadParser.parse(Array(text.utf8)[...], base: 0) == nil)
    #expect(HeadParser.newerFormat(Array(text.utf8)) == nil)
  }
}
