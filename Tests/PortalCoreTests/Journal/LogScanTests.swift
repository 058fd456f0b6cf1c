import Testing

@testable import PortalCore

/// What the bytes of a file amount to (`journal.md`, "Opening"), without a disk.
struct LogScanTests {
  // MARK: - Building

  /// A header and lines numbered from 1, each with its number in the payload.
  static func chain(_ count: Int, salt: String = "") -> [[UInt8]] {
    let header = LogHeader(format: 1, store: "s", owner: "o", kind: .journal)
    var made = [LineDraft.header(header, time: Instant(milliseconds: 0), salt: [])]
    for number in 1...max(1, count) where count > 0 {
      made.append(line(number, after: made[number - 1].hash, "\(salt)\(number)"))
    }
    return made.map(\.bytes)
  }

  static func line(
    _ sequence: Int,
    after previous: Digest,
    _ text: String
  ) -> (bytes: [UInt8], hash: Digest) {
    let attribution = Attribution(actor: .system, subject: .system, basis: Basis(role: .oneself))
    let line = LineDraft(
      time: Instant(milliseconds: Int64(sequence)),
      attribution: attribution,
      touches: .listed([]),
      payload: Array("{\"x\":\"\(text)\"}".utf8)
    ).line(sequence: sequence, previous: previous)
    return (line.bytes, line.hash)
  }

  static func scan(_ bytes: [UInt8]) -> LogScan {
    var scan = LogScan(file: "f")
    _ = scan.read(bytes)
    return scan
  }

  /// What follows the last accepted line once a next writer has been there.
  static func appending(_ text: String, to bytes: [UInt8]) -> [UInt8] {
    let scan = scan(bytes)
    let closing: [UInt8] =
      switch scan.tail {
      case .clean: []
      case .missingLineFeed: [0x0A]
      case .torn: [0x18, 0x0A]
      }
    let last = scan.last
    let next = line((last?.sequence ?? -1) + 1, after: last?.hash ?? .zero, text)
    return bytes + closing + next.bytes
  }

  // MARK: - Sound files

  /// What was just written is taken in by the head that its writer gives, and not read again.
  @Test(arguments: [
    Attribution(actor: .system, subject: .system, basis: Basis(role: .system)),
    Attribution(
      actor: .staff(practice: .test(1), member: .test(2)),
      subject: .importer,
      basis: Basis(role: .proxy, grant: .test(3))
    ),
  ])
  func `the head that a draft gives is the one that a reader finds`(attribution: Attribution) {
    let touches: [Touches] = [
      .listed([]),
      .listed((1...2).map { Touch(kind: "message", id: RecordID.test($0).text, version: $0) }),
      .inBlob(SHA256.digest([]).hexadecimal),
    ]
    for (number, touches) in touches.enumerated() {
      let line = LineDraft(
        time: Instant(milliseconds: 1_795_247_978_123),
        attribution: attribution,
        touches: touches,
        payload: Array("{\"x\":\"\"}".utf8)
      ).line(sequence: number * 1000, previous: SHA256.digest([1]), at: number * 77)
      #expect(HeadParser.parse(line.bytes[...], base: number * 77) == line.head)
    }
  }

  @Test func `a clean file is read to its end`() {
    let scan = Self.scan(Self.chain(3).flatMap(\.self))
    #expect(scan.lines.map(\.sequence) == [0, 1, 2, 3])
    #expect(scan.tail == .clean)
    #expect(scan.damage == nil)
    #expect(scan.findings.isEmpty)
    #expect(scan.newestTime == Instant(milliseconds: 3))
  }

  @Test func `a last line that lacks only its line feed is accepted`() {
    let scan = Self.scan(Self.chain(2).flatMap(\.self).dropLast())
    #expect(scan.lines.count == 3)
    #expect(scan.tail == .missingLineFeed)
    #expect(scan.damage == nil)
  }

  @Test func `a last line cut anywhere is a torn tail, and the next line passes it`() {
    let lines = Self.chain(3)
    let start = lines[..<3].flatMap(\.self)
    for cut in 1..<(lines[3].count - 1) {
      let bytes = start + lines[3].prefix(cut)
      let scan = Self.scan(bytes)
      #expect(scan.lines.count == 3, "cut \(cut)")
      #expect(scan.tail == .torn)
      #expect(scan.damage == nil)
      #expect(scan.findings == [.tornTail(offset: start.count)])
      let next = Self.scan(Self.appending("new", to: bytes))
      #expect(next.lines.count == 4, "cut \(cut)")
      #expect(next.damage == nil)
      #expect(next.tail == .clean)
      #expect(next.findings == [.debris(offset: start.count)])
    }
  }

  @Test func `the end of a later line is never taken for the end of a torn one`() {
    let lines = Self.chain(2)
    // A long line torn after its head, and a next line that ends just where the torn one would.
    let whole = lines.flatMap(\.self)
    let last = Self.scan(whole).lines[2].hash
    let long = Self.line(3, after: last, filler(800)).bytes
    let empty = Self.line(3, after: last, filler(100)).bytes.count - 100
    var tried = 0
    for cut in empty..<(long.count - empty - 2) {
      let length = long.count - cut - 2 - empty
      guard (10..<85).contains(length) || length > 100 else { continue }
      let next = Self.appending(filler(length), to: whole + long.prefix(cut))
      guard next.count == whole.count + long.count else { continue }
      tried += 1
      #expect(Self.scan(next).lines.count == 4)
      #expect(Self.scan(next).damage == nil)
    }
    #expect(tried > 50)
  }

  private func filler(_ count: Int) -> String {
    String(repeating: "x", count: count)
  }

  @Test func `a fragment that a writer closed is ignored and told once`() {
    let lines = Self.chain(2)
    let start = lines[..<2].flatMap(\.self)
    let closed = start + lines[2].prefix(50) + [0x18, 0x0A]
    let scan = Self.scan(closed)
    #expect(scan.lines.count == 2)
    #expect(scan.tail == .clean)
    #expect(scan.damage == nil)
    #expect(scan.findings == [.tornTail(offset: start.count)])
  }

  @Test func `a writer killed while it closes a torn line leaves a torn line`() {
    let lines = Self.chain(2)
    let start = lines[..<2].flatMap(\.self)
    for cut in 1..<lines[2].count - 1 {
      let scan = Self.scan(start + lines[2].prefix(cut) + [0x18])
      #expect(scan.damage == nil, "cut \(cut)")
      #expect(scan.lines.count == 2)
      #expect(scan.tail == .torn)
    }
  }

  @Test func `debris between two lines is passed over, whatever it is`() {
    let lines = Self.chain(3)
    let start = lines[..<2].flatMap(\.self)
    let bytes = start + Array("not a line\n{\"seq\":\n".utf8) + lines[2] + lines[3]
    let scan = Self.scan(bytes)
    #expect(scan.lines.count == 4)
    #expect(scan.damage == nil)
    #expect(scan.findings == [.debris(offset: start.count)])
  }

  @Test func `a line that lost a race is ignored wherever it stands`() {
    let lines = Self.chain(3)
    let scan = Self.scan(lines.flatMap(\.self))
    let loser = Self.line(2, after: scan.lines[1].hash, "loser").bytes
    let offset = lines[..<3].reduce(0) { $0 + $1.count }
    for bytes in [
      lines[..<3].flatMap(\.self) + loser, lines[..<3].flatMap(\.self) + loser + lines[3],
    ] {
      let scan = Self.scan(bytes)
      #expect(scan.damage == nil)
      #expect(scan.findings == [.lostRace(offset: offset)])
      #expect(scan.tail == .clean)
    }
    let torn = Self.scan(lines[..<3].flatMap(\.self) + loser.dropLast())
    #expect(torn.tail == .torn)
    #expect(torn.damage == nil)
    #expect(
      Self.scan(Self.appending("4", to: lines[..<3].flatMap(\.self) + loser)).lines.count == 4
    )
  }

  // MARK: - Power loss

  @Test(arguments: [true, false])
  func `a hole of zeros in the last line is a torn tail, and the next line passes it`(
    isTerminated: Bool
  ) {
    let lines = Self.chain(2)
    let start = lines.flatMap(\.self)
    let last = Self.line(3, after: Self.scan(start).lines[2].hash, filler(200)).bytes
    for hole in stride(from: 0, to: last.count - 17, by: 3) {
      var bytes = start + last
      for index in 0..<16 { bytes[start.count + hole + index] = 0 }
      if !isTerminated { bytes.removeLast() }
      let scan = Self.scan(bytes)
      #expect(scan.damage == nil, "hole at \(hole)")
      #expect(scan.lines.count == 3, "hole at \(hole)")
      let next = Self.appending("next", to: bytes)
      #expect(Self.scan(next).lines.count == 4, "hole at \(hole)")
      #expect(Self.scan(next).damage == nil, "hole at \(hole)")
      let third = Self.scan(Self.appending("third", to: next))
      #expect(third.lines.count == 5)
      #expect(third.damage == nil)
      #expect(third.findings == [.debris(offset: start.count)])
    }
  }

  @Test func `a last line whose end is zeros is a torn tail`() {
    let lines = Self.chain(2)
    for zeros in 1...lines[2].count {
      let start = lines[..<2].flatMap(\.self)
      let bytes = start + lines[2].dropLast(zeros) + Array(repeating: 0, count: zeros)
      let scan = Self.scan(bytes)
      #expect(scan.damage == nil, "\(zeros) zeros")
      #expect(scan.lines.count == 2)
      #expect(Self.scan(Self.appending("next", to: bytes)).lines.count == 3)
    }
  }

  // MARK: - Reading on

  @Test func `reading on piece by piece ends where reading at once does`() {
    let lines = Self.chain(4)
    let loser = Self.line(2, after: Self.scan(lines.flatMap(\.self)).lines[1].hash, "loser").bytes
    let bytes =
      lines[0] + lines[1] + lines[2].prefix(80) + [0x18, 0x0A] + lines[2] + loser + lines[3]
      + lines[4].prefix(100)
    let whole = Self.scan(bytes)
    for step in [1, 7, 64, 333] {
      var scan = LogScan(file: "f")
      for end in stride(from: 0, to: bytes.count, by: step) {
        let isRead = scan.readOn(Array(bytes[..<end]))
        #expect(isRead)
      }
      let isRead = scan.readOn(bytes) && scan.readOn(bytes)
      #expect(isRead)
      #expect(scan.lines == whole.lines, "step \(step)")
      #expect(scan.findings == whole.findings, "step \(step)")
      #expect(scan.tail == whole.tail)
      #expect(scan.damage == nil)
    }
  }

  @Test func `a last line that has been taken back is noticed when reading on`() {
    let lines = Self.chain(2)
    var scan = Self.scan(lines.flatMap(\.self))
    let other = Self.line(2, after: scan.lines[1].hash, "another").bytes
    let isReplaced = !scan.readOn(lines[0] + lines[1] + other)
    #expect(isReplaced)
    #expect(scan.lines.count == 3)
    let isCut = !scan.readOn(lines[0] + lines[1])
    #expect(isCut)
  }
}

extension LogScan {
  /// Reads on in what is now the whole file.
  mutating func readOn(_ file: [UInt8]) -> Bool {
    read(Array(file[min(file.count, resumeOffset)...]))
  }
}
