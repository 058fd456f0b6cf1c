import Testing

@testable import PortalCore

/// Bytes that were good once and are not any more: noticed, always.
struct LogDamageTests {
  @Test func `a broken line in the middle ends what is believed`() {
    let lines = LogScanTests.chain(4)
    var bytes = lines.flatMap(\.self)
    let offset = lines[..<2].reduce(0) { $0 + $1.count }
    bytes[offset + 10] ^= 1
    let scan = LogScanTests.scan(bytes)
    #expect(scan.lines.count == 2)
    #expect(scan.damage == Damage(kind: .brokenLine, file: "f", line: 3, offset: offset))
  }

  @Test func `a line that is missing, moved or changed and hashed anew is damage`() {
    let lines = LogScanTests.chain(4)
    let missing = lines[..<2] + lines[3...]
    #expect(LogScanTests.scan(missing.flatMap(\.self)).damage?.kind == .brokenLine)
    let swapped = [lines[0], lines[2], lines[1], lines[3], lines[4]]
    #expect(LogScanTests.scan(swapped.flatMap(\.self)).damage?.kind == .brokenLine)
    var forged = lines
    forged[2] =
      LogScanTests.line(2, after: LogScanTests.scan(lines.flatMap(\.self)).lines[1].hash, "!").bytes
    #expect(LogScanTests.scan(forged.flatMap(\.self)).damage?.kind == .brokenLine)
    #expect(LogScanTests.scan(forged.flatMap(\.self)).lines.count == 3)
    let doubled = [lines[0], lines[1], lines[1], lines[2]]
    #expect(LogScanTests.scan(doubled.flatMap(\.self)).lines.count == 3)
    #expect(LogScanTests.scan(doubled.flatMap(\.self)).damage == nil)
  }

  @Test func `a broken payload in the last line is damage`() {
    let lines = LogScanTests.chain(2)
    var bytes = lines.flatMap(\.self)
    bytes[bytes.count - 4] ^= 1
    let scan = LogScanTests.scan(bytes)
    #expect(scan.lines.count == 2)
    #expect(scan.damage?.kind == .brokenPayload)
    #expect(scan.damage?.line == 3)
  }

  @Test func `a line feed that has turned into something else is damage`() {
    let lines = LogScanTests.chain(3)
    for bit in 0..<8 {
      for count in 1...4 {
        var bytes = lines.flatMap(\.self)
        let end = lines[..<count].reduce(0) { $0 + $1.count } - 1
        bytes[end] ^= 1 << bit
        let scan = LogScanTests.scan(bytes)
        #expect(scan.damage != nil, "line \(count), bit \(bit)")
      }
    }
  }

  @Test func `a file without a whole header is damaged, not new`() {
    let header = LogScanTests.chain(0)[0]
    for cut in 0..<(header.count - 1) {
      #expect(
        LogScanTests.scan(Array(header.prefix(cut))).damage?.kind == .brokenHeader,
        "cut \(cut)"
      )
    }
    #expect(LogScanTests.scan(header.dropLast()).damage == nil)
    #expect(LogScanTests.scan(Array("\n".utf8)).damage?.kind == .brokenHeader)
    #expect(
      LogScanTests.scan(Array(LogScanTests.chain(2).flatMap(\.self)[header.count...])).damage != nil
    )
  }

  @Test func `every flipped bit is noticed or changes nothing of what is read`() {
    // A journal with all that a sound one can have: debris, a line that lost a race, a torn tail.
    let lines = LogScanTests.chain(3)
    let loser = LogScanTests.line(1, after: LogScanTests.scan(lines[0]).lines[0].hash, "loser")
      .bytes
    let bytes = lines[0] + lines[1].prefix(30) + [0x18, 0x0A] + lines[1] + loser + lines[2]
    let whole = bytes + lines[3].prefix(60)
    let sound = LogScanTests.scan(whole)
    #expect(sound.lines.count == 3)
    #expect(sound.damage == nil)
    var silent = 0
    for index in whole.indices {
      for bit in 0..<8 {
        var flipped = whole
        flipped[index] ^= 1 << bit
        let scan = LogScanTests.scan(flipped)
        if scan.damage != nil { continue }
        let isSame = zip(scan.lines, sound.lines).allSatisfy { line, other in
          // Payloads in the middle are checked when they are read.
          line.hash == other.hash
            && (SHA256.digest(flipped[line.payloadRange]) != line.payloadSum
              || flipped[line.payloadRange].elementsEqual(whole[other.payloadRange]))
        }
        if !isSame || scan.lines.count != sound.lines.count { silent += 1 }
      }
    }
    #expect(silent == 0)
  }
}
