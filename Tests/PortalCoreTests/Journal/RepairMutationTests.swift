import Testing

@testable import PortalCore

/// Hundreds of ways to break both files of a person, then repair: nothing wrong is ever shown, and
/// what can be proven is kept.
struct RepairMutationTests {
  /// A generator of small numbers from a seed.
  private struct Chance {
    private let bytes: Randomness
    init(_ seed: UInt64) { bytes = .seeded(seed) }

    func below(_ limit: Int) -> Int {
      let two = bytes.bytes(3)
      return (Int(two[0]) << 16 | Int(two[1]) << 8 | Int(two[2])) % max(1, limit)
    }
  }

  private static func mutate(_ bytes: [UInt8], _ chance: Chance) -> [UInt8] {
    var lines = RepairTests.lines(bytes)
    var bytes = bytes
    let line = chance.below(lines.count)
    switch chance.below(9) {
    case 0:
      for _ in 0...chance.below(4) { bytes[chance.below(bytes.count)] ^= 1 << chance.below(8) }
      return bytes
    case 1: return Array(bytes[..<chance.below(bytes.count)])
    case 2: lines.swapAt(line, chance.below(lines.count))
    case 3: lines.insert(lines[chance.below(lines.count)], at: line)
    case 4: lines.remove(at: line)
    case 5:
      let start = chance.below(bytes.count)
      for index in start..<min(bytes.count, start + 1 + chance.below(600)) { bytes[index] = 0 }
      return bytes
    case 6:
      let start = chance.below(bytes.count)
      bytes.removeSubrange(start..<min(bytes.count, start + 1 + chance.below(900)))
      return bytes
    case 7:
      let noise = (0...chance.below(300)).map { _ in UInt8(chance.below(256)) }
      bytes.insert(contentsOf: noise, at: chance.below(bytes.count))
      return bytes
    default:
      let count = min(lines.count - line, 1 + chance.below(3))
      lines.removeSubrange(line..<(line + count))
    }
    return lines.flatMap(\.self)
  }

  /// Lines whose bytes are still there whole, wherever they stand.
  private static func wholeNotes(_ bytes: [UInt8], of sound: [[UInt8]]) -> Set<String> {
    var notes: Set<String> = []
    for (index, line) in sound.enumerated() where index >= 2 {
      let body = line.dropLast()
      var start = bytes.startIndex
      while let brace = bytes[start...].firstIndex(of: UInt8(ascii: "{")) {
        if bytes[brace...].starts(with: body) {
          notes.insert("note \(index - 1)")
          break
        }
        start = brace + 1
      }
    }
    return notes
  }

  @Test(arguments: 0..<12)
  func `nothing wrong is shown, and every whole line is kept`(batch: Int) throws {
    let (test, id) = try RepairTests.made(5)
    let sound = try test.journalBytes(of: id)
    let log = try test.scratch.read(test.file(AccessLog.fileName, of: id))
    let soundLines = RepairTests.lines(sound)
    let written = Set((1...5).map { "note \($0)" })
    for round in 0..<20 {
      let chance = Chance(UInt64(batch * 1000 + round))
      var broken = Self.mutate(sound, chance)
      if chance.below(3) == 0, !broken.isEmpty { broken = Self.mutate(broken, chance) }
      let brokenLog = chance.below(3) == 0 ? Self.mutate(log, chance) : log
      try test.writeJournal(broken, of: id)
      try test.scratch.write(brokenLog, to: test.file(AccessLog.fileName, of: id))
      let place = "batch \(batch), round \(round)"
      let outcome = try test.portal().repair(id)
      let whole = Self.wholeNotes(broken, of: soundLines)
      guard case .notRepaired = outcome else {
        try check(test, id, whole, written, place)
        continue
      }
      // Only where nothing of the journal can be proven there is nothing to mend.
      #expect(whole.isEmpty, "\(place): \(outcome)")
      #expect(try test.journalBytes(of: id) == broken, "\(place)")
    }
  }

  private func check(
    _ test: TestStore,
    _ id: Person.ID,
    _ whole: Set<String>,
    _ written: Set<String>,
    _ place: String
  ) throws {
    let report = try test.portal().verify(id)
    #expect(report.isSound, "\(place): \(report.persons.map(\.problems))")
    let notes = try test.store().journal(of: id).notes
    #expect(Set(notes).count == notes.count, "\(place)")
    #expect(Set(notes).isSubset(of: written), "\(place): \(notes)")
    #expect(whole.isSubset(of: notes), "\(place): \(whole.subtracting(notes).sorted())")
    #expect(try test.portal().repair(id) == .nothingToRepair, "\(place)")
    #expect(try test.portal().openOwn(id).damage == nil, "\(place)")
  }

  @Test func `what a repair has declared hides nothing that is broken later`() throws {
    let (test, id) = try RepairTests.made(5)
    var lines = RepairTests.lines(try test.journalBytes(of: id))
    lines[4][40] ^= 1
    lines[6][lines[6].count - 30] ^= 1
    try test.writeJournal(lines.flatMap(\.self), of: id)
    guard case .repaired = try test.portal().repair(id) else {
      Issue.record("not repaired")
      return
    }
    let repaired = try test.journalBytes(of: id)
    let shown = try test.store().journal(of: id).notes
    let broken = lines[...4].reduce(0) { $0 + $1.count } - lines[4].count
    for index in stride(from: 0, to: repaired.count, by: 17) {
      var flipped = repaired
      flipped[index] ^= 1 << (index % 8)
      try test.writeJournal(flipped, of: id)
      let isSound = try test.portal().verify(id).isSound
      let journal = try test.store().journal(of: id)
      let notes = try journal.notes
      #expect(Set(notes).isSubset(of: shown), "byte \(index)")
      // What was given up may change as it likes: nothing of it is shown.
      if isSound { #expect(notes == shown, "byte \(index)") }
      if index >= broken + lines[4].count, index < broken + lines[4].count + lines[5].count {
        #expect(!isSound, "byte \(index)")
      }
    }
  }

  @Test func `a repair that is killed at any call can be run again`() throws {
    let (test, id) = try RepairTests.made(4)
    var lines = RepairTests.lines(try test.journalBytes(of: id))
    lines[3][40] ^= 1
    let broken = lines.flatMap(\.self)
    let portal = try test.portal()
    var call = 0
    var isDone = false
    while !isDone {
      call += 1
      try test.writeJournal(broken, of: id)
      test.disk.plan(.init(call: call, code: 5, isLasting: true))
      let outcome = try? portal.repair(id)
      test.disk.plan(nil)
      if case .repaired = outcome { isDone = true }
      let now = try test.journalBytes(of: id)
      let isSound = try portal.verify(id).isSound
      #expect(now == broken || isSound, "call \(call)")
      _ = try portal.repair(id)
      #expect(try portal.verify(id).isSound, "call \(call)")
      #expect(try test.store().journal(of: id).notes.count == 3)
    }
    #expect(call > 20)
  }
}
