import Glibc
import Testing

@testable import PortalCore

/// An erasure that is cut short anywhere: either nothing has happened, or all of it is promised and
/// whoever comes next completes it.
struct ErasureFaultTests {
  /// Notes 1 and 2 in lines of their own, 10 and 11 in one, 12 with an original, and a draft.
  private func made() throws -> (TestStore, Person.ID) {
    let (test, id) = try ErasureTests.made(2)
    let record = try test.portal().openOwn(id)
    try record.keepDraft(OutgoingMessage(kind: .office, subject: "", text: "secret draft"))
    let journal = try test.store().journal(of: id)
    _ = try journal.append(.own(id)) { _ in [.note("secret", 10), .note("kept", 11)] }
    let blob = try journal.blobs.store(Array("secret original".utf8))
    let origin = Origin(
      resourceType: "Basic",
      digest: "",
      source: BlobSlice(blob: blob, offset: 0, length: 6)
    )
    let content = RecordContent.unmappedResource(UnmappedResource(resourceType: "secret"))
    _ = try journal.append(.importing(for: id)) { _ in
      [Record(id: .test(12), version: 1, content: content, origin: origin)]
    }
    try record.end()
    return (test, id)
  }

  private static let gone: Set<RecordID> = [.test(10), .test(12)]
  private static let all = 4
  private static let left = ["word1x note", "word2x note", "kept"]

  // What fails from some call on for good is on disk what a kill at that call would leave.
  @Test(arguments: zip([EIO, ENOSPC], [false, true]))
  func `an erasure that fails at any call is not done, or promised and completed by the next`(
    code: Int32,
    isLasting: Bool
  ) throws {
    let (model, modelID) = try made()
    let counted = try model.store().journal(of: modelID)
    model.disk.plan(nil)
    try counted.erase(Self.gone, includesDrafts: true)
    let calls = model.disk.count
    var unfinished = 0
    for isDone in [false, true] {
      for call in 1...calls {
        let (test, id) = try made()
        test.clock.advance(bySeconds: 1)
        let journal = try test.store().journal(of: id)
        test.disk.plan(.init(call: call, code: code, isLasting: isLasting, isDone: isDone))
        let receipt = try? journal.erase(Self.gone, includesDrafts: true)
        test.disk.plan(nil)
        let seen = try test.store().journal(of: id)
        #expect(seen.damage == nil, "call \(call)")
        let isErased = try seen.notes.count == Self.left.count
        // What fails once is taken back; where nothing works any more the whole line may stay.
        if !isLasting { #expect(isErased == (receipt != nil), "call \(call)") }
        #expect(receipt == nil || isErased, "call \(call)")
        if !isErased { #expect(try seen.notes.count == Self.all) }
        if isErased { #expect(try seen.notes == Self.left) }
        let report = try test.portal().verify(id)
        #expect(report.isSound, "call \(call): \(report)")
        if seen.hasUnfinishedErasure {
          unfinished += 1
          let file = PersonJournal.fileName
          #expect(report.persons[0].remarks.contains(.unfinishedErasure(file: file)))
        }
        try seen.append(note: "next", 99)
        guard isErased else { continue }
        #expect(try test.portal().verify(id).isSound)
        #expect(try test.store().journal(of: id).notes == Self.left + ["next"])
        try removeTemporaries(of: test)
        #expect(try !ErasureTests.stands("secret", in: test, id), "call \(call)")
        #expect(try !test.store().journal(of: id).hasUnfinishedErasure)
      }
    }
    #expect(unfinished > 0)
  }

  /// What `doctor` removes after an hour.
  private func removeTemporaries(of test: TestStore) throws {
    for name in try test.scratch.tree().keys where name.hasSuffix(".tmp") {
      unlink(test.scratch.path + name)
    }
  }

  @Test(arguments: ["writer", "doctor", "session"])
  func `whoever comes next completes it`(who: String) throws {
    let (test, id) = try made()
    test.clock.advance(bySeconds: 1)
    let journal = try test.store().journal(of: id)
    // Nothing can be taken away: as if killed right after the line.
    test.disk.plan(.init(call: 1, code: EIO, isLasting: true, only: .remove))
    try journal.erase(Self.gone, includesDrafts: true)
    test.disk.plan(nil)
    let seen = try test.store().journal(of: id)
    #expect(seen.hasUnfinishedErasure)
    #expect(try seen.notes == Self.left)
    #expect(try ErasureTests.stands("secret", in: test, id))
    // No index is made that would hide it.
    seen.settle()
    #expect(try test.store().journal(of: id).hasUnfinishedErasure)
    // Written since: not what was erased.
    test.clock.advance(bySeconds: 1)
    let record = try test.portal().openOwn(id)
    switch who {
    case "writer": try seen.append(note: "next", 99)
    case "doctor":
      let found = try Portal.examine(test.path, surroundings: test.surroundings)
      #expect(found.completedErasures == [id])
      #expect(found.broken.isEmpty)
    default:
      try record.keepDraft(OutgoingMessage(kind: .office, subject: "", text: "new draft"))
      _ = try record.send(OutgoingMessage(kind: .office, subject: "", text: "sent"), id: .test(70))
      #expect(try ErasureTests.stands("new draft", in: test, id))
    }
    #expect(try !ErasureTests.stands("secret", in: test, id))
    #expect(try !test.store().journal(of: id).hasUnfinishedErasure)
    let report = try test.portal().verify(id)
    #expect(report.isSound)
    #expect(report.persons[0].remarks.isEmpty)
  }

  @Test func `the line is on disk before anything is taken away, the new file before its name`()
    throws
  {
    let (test, id) = try made()
    let journal = try test.store().journal(of: id)
    test.disk.plan(nil)
    try journal.erase(Self.gone, includesDrafts: true)
    let calls = test.disk.calls
    func first(_ call: String, after start: Int = 0) throws -> Int {
      try #require(calls[start...].firstIndex { $0.hasPrefix(call) }, "\(call)")
    }
    let declared = try first("write journal.jsonl")
    let sync = "\(SystemError.Call.synchronize.rawValue) "
    #expect(calls[..<declared].contains(sync + "blobs"))
    let synced = try first(
      "\(SystemError.Call.synchronize.rawValue) journal.jsonl",
      after: declared
    )
    let removed = try #require(
      calls.firstIndex {
        $0.hasPrefix("\(SystemError.Call.remove.rawValue) ") && !$0.hasSuffix(".tmp")
      }
    )
    let renamed = try #require(
      calls.lastIndex(of: "\(SystemError.Call.rename.rawValue) journal.jsonl")
    )
    let blobs = try first("\(SystemError.Call.synchronize.rawValue) blobs", after: synced)
    #expect(declared < synced && synced < removed && removed < renamed && blobs < renamed)
    let written = try #require(
      calls[..<renamed].lastIndex {
        $0.hasPrefix("\(SystemError.Call.synchronize.rawValue) ") && $0.hasSuffix(".tmp")
      }
    )
    #expect(calls[written..<renamed].allSatisfy { !$0.hasPrefix("write ") })
    #expect(
      calls[renamed...].contains {
        $0.hasPrefix("\(SystemError.Call.synchronize.rawValue) \(id.text)")
      }
    )
  }

  @Test
  func `a backup from before brings nothing back by a repair, and comes back whole by itself`()
    throws
  {
    let (test, id) = try made()
    let file = test.scratch["old.tar"]
    #expect(try test.portal().backUp(to: file).problems.isEmpty)
    let journal = try test.store().journal(of: id)
    try journal.erase(Self.gone)
    let places = try Portal.checkedBackup(file, surroundings: test.surroundings)
    let erased = try test.journalBytes(of: id)
    let lines = RepairTests.lines(erased)
    let changes: [[[UInt8]]] = [
      lines.enumerated().map { $0.offset == 4 ? Array("noise\n".utf8) : $0.element },
      lines.enumerated().filter { $0.offset != 5 }.map(\.element),
      Array(lines.dropFirst(2)), Array(lines.suffix(1)),
    ]
    for change in changes {
      try test.writeJournal(change.flatMap(\.self), of: id)
      guard case .repaired(let repairs) = try test.portal().repair(id, from: places.source) else {
        Issue.record("not repaired")
        return
      }
      let isLossless = repairs.allSatisfy { $0.isLossless }
      #expect(isLossless)
      #expect(try test.store().journal(of: id).notes == Self.left)
      #expect(try !ErasureTests.stands("\"secret\"", in: test, id))
      #expect(try test.portal().verify(id).isSound)
    }
    let restored = try Portal.restore(
      places,
      into: test.scratch["restored"],
      surroundings: test.surroundings
    )
    #expect(try restored.verify().isSound)
    // One that is made now holds none of it.
    let new = test.scratch["new.tar"]
    #expect(try test.portal().backUp(to: new).problems.isEmpty)
    let second = try Portal.restore(
      try Portal.checkedBackup(new, surroundings: test.surroundings),
      into: test.scratch["second"],
      surroundings: test.surroundings
    )
    #expect(try second.verify().isSound)
  }

  @Test func `content that was kept and is gone is given up by a repair, or brought back`() throws {
    let (test, id) = try made()
    try test.store().journal(of: id).erase(Self.gone)
    let file = test.scratch["old.tar"]
    #expect(try test.portal().backUp(to: file).problems.isEmpty)
    for name in try test.scratch.tree().keys where name.contains("/blobs/") {
      #expect(unlink(test.scratch[String(name.dropFirst())]) == 0)
    }
    let seen = try test.store().journal(of: id)
    #expect(seen.damage?.kind == .brokenBlob)
    #expect(try !test.portal().verify(id).isSound)
    let places = try Portal.checkedBackup(file, surroundings: test.surroundings)
    let tree = try test.journalBytes(of: id)
    guard case .repaired = try test.portal().repair(id, from: places.source) else {
      Issue.record("not repaired")
      return
    }
    #expect(try test.store().journal(of: id).notes == Self.left)
    for name in try test.scratch.tree().keys where name.contains("/blobs/") {
      #expect(unlink(test.scratch[String(name.dropFirst())]) == 0)
    }
    try test.writeJournal(tree, of: id)
    guard case .repaired(let repairs) = try test.portal().repair(id) else {
      Issue.record("not repaired")
      return
    }
    #expect(repairs.flatMap(\.lostContents) == [4, 5])
    #expect(try test.portal().verify(id).isSound)
    #expect(try test.store().journal(of: id).notes == ["word1x note", "word2x note"])
  }

  @Test func `a backup that an erasure came in between says so`() throws {
    let (test, id) = try made()
    let portal = try test.portal()
    let disk = test.disk
    let (path, clock) = (test.path, test.clock.clock)
    disk.plan(nil)
    disk.before { call in
      // Between its journal and its other files.
      guard call == .list, disk.calls.contains("read journal.jsonl") else { return }
      disk.before(nil)
      let others = Surroundings(
        fileSystem: LiveFileSystem(),
        clock: clock,
        randomness: .seeded(5)
      )
      _ = try? Store(at: path, surroundings: others).journal(of: id).erase(Self.gone)
    }
    let report = try portal.backUp(to: test.scratch["b.tar"])
    disk.before(nil)
    let file = "\(TestStore.folder(of: id).dropFirst("data/".count))/\(PersonJournal.fileName)"
    #expect(report.problems == [.changedMeanwhile(file)])
    #expect(try portal.backUp(to: test.scratch["c.tar"]).problems.isEmpty)
  }
}
