import Glibc
import Testing

@testable import PortalCore

/// Every system call of every kind of write fails in turn, once and from then on.
struct WriteFaultTests {
  static let codes: [Int32] = [EIO, ENOSPC, EDQUOT, EROFS, EMFILE]

  @Test(arguments: codes, [false, true])
  func `an append that fails at any call loses nothing and leaves nothing half`(
    code: Int32,
    isLasting: Bool
  ) throws {
    let test = try TestStore()
    let id = try test.person()
    let store = try test.store()
    try store.journal(of: id).append(note: "first", 1)
    let start = try test.journalBytes(of: id)
    for isDone in [false, true] {
      for call in 1...(try callsOfAppend(test, store, id)) {
        try test.writeJournal(start, of: id)
        let journal = try store.journal(of: id)
        test.disk.plan(.init(call: call, code: code, isLasting: isLasting, isDone: isDone))
        var expected = ["first"]
        do {
          try journal.append(note: "tried", 2)
          expected.append("tried")
        } catch {
          #expect(isCause(error, code), "call \(call)")
        }
        test.disk.plan(nil)
        let seen = try store.journal(of: id)
        #expect(seen.damage == nil, "call \(call)")
        // What fails once is taken back; where nothing works any more a whole line may stay.
        if isLasting, try seen.notes.count > expected.count { expected.append("tried") }
        #expect(try seen.notes == expected, "call \(call)")
        // The same session goes on when the disk does.
        try journal.append(note: "next", 3)
        let after = try store.journal(of: id)
        #expect(after.damage == nil)
        #expect(try after.notes.first == "first" && after.notes.last == "next")
      }
    }
  }

  private func callsOfAppend(
    _ test: TestStore,
    _ store: Store,
    _ id: Person.ID
  ) throws -> Int {
    let journal = try store.journal(of: id)
    test.disk.plan(nil)
    try journal.append(note: "counted", 2)
    return test.disk.count
  }

  @Test func `a write that takes in only a part is taken back`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    let before = try test.journalBytes(of: id)
    for count in stride(from: 0, to: 700, by: 23) {
      test.disk.plan(.init(call: 1, code: 0, only: .write, shortWrite: count))
      #expect(throws: StoreError.self) { try journal.append(note: "lost", 1) }
      #expect(try test.journalBytes(of: id) == before)
    }
    test.disk.plan(nil)
    try journal.append(note: "kept", 1)
    #expect(try test.store().journal(of: id).notes == ["kept"])
  }

  @Test func `a part that cannot be taken back is closed by the next append`() throws {
    let test = try TestStore()
    let id = try test.person()
    for count in [1, 90, 500, 640] {
      let journal = try test.store().journal(of: id)
      let before = try test.journalBytes(of: id)
      // The write takes in a part; then the disk answers nothing any more.
      test.disk.plan(.init(call: 1, code: EIO, isLasting: true, only: .truncate))
      let disk = test.disk
      disk.before { call in
        if call == .write {
          disk.plan(.init(call: 1, code: EIO, isLasting: true, shortWrite: count))
        }
      }
      #expect(throws: StoreError.self) { try journal.append(note: "lost", 1) }
      disk.before(nil)
      disk.plan(nil)
      #expect(try test.journalBytes(of: id).count == before.count + count)
      let next = try test.store().journal(of: id)
      let number = next.entryCount
      try next.append(note: "kept", 100 + number)
      let seen = try test.store().journal(of: id)
      #expect(seen.damage == nil)
      #expect(seen.entryCount == number + 1)
      #expect(seen.findings.count == 1 || count == 1 || number > 2)
    }
  }

  @Test func `what could not be synced nor taken back is not built upon`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    let before = try test.journalBytes(of: id)
    let disk = test.disk
    disk.before { call in
      if call == .write { disk.plan(.init(call: 2, code: EIO, isLasting: true)) }
    }
    #expect(throws: StoreError.self) { try journal.append(note: "phantom", 1) }
    disk.before(nil)
    #expect(try test.journalBytes(of: id).count > before.count)
    // Truncation goes on failing: a second sync would say that all is well.
    disk.plan(.init(call: 1, code: EIO, isLasting: true, only: .truncate))
    #expect(throws: StoreError.self) { try journal.append(note: "on it", 2) }
    try journal.refresh()
    #expect(try journal.notes.isEmpty)
    disk.plan(nil)
    try journal.append(note: "kept", 3)
    #expect(try test.store().journal(of: id).notes == ["kept"])
  }

  @Test func `a line of another process that cannot be synced is not built upon`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    try test.store().journal(of: id).append(note: "theirs", 1)
    test.disk.plan(.init(call: 1, code: EIO, only: .synchronize))
    #expect(throws: StoreError.self) { try journal.append(note: "mine", 2) }
    test.disk.plan(nil)
    try journal.refresh()
    // Not shown either: their writer is about to take it back.
    #expect(try journal.notes.isEmpty)
    #expect(try test.store().journal(of: id).notes == ["theirs"])
  }

  @Test(arguments: codes, [false, true])
  func `making a store fails cleanly at any call, and works the next time`(
    code: Int32,
    isLasting: Bool
  ) throws {
    let model = try TestStore()
    model.disk.plan(nil)
    _ = try model.store()
    for isDone in [false, true] {
      for call in 1...model.disk.count {
        let test = try TestStore()
        test.disk.plan(.init(call: call, code: code, isLasting: isLasting, isDone: isDone))
        do {
          _ = try test.store()
        } catch {
          #expect(isCause(error, code), "\(error) at call \(call)")
        }
        test.disk.plan(nil)
        let store = try test.store()
        #expect(try test.store().settings == store.settings)
        #expect(try store.people().isEmpty)
      }
    }
  }

  @Test(arguments: codes, [false, true])
  func `making a person and claiming a number fails cleanly at any call`(
    code: Int32,
    isLasting: Bool
  ) throws {
    let model = try TestStore()
    let store = try model.store()
    model.disk.plan(nil)
    try make(in: store)
    for isDone in [false, true] {
      for call in 1...model.disk.count {
        let test = try TestStore()
        let store = try test.store()
        test.disk.plan(.init(call: call, code: code, isLasting: isLasting, isDone: isDone))
        do {
          try make(in: store)
        } catch {
          #expect(isCause(error, code), "\(error) at call \(call)")
        }
        test.disk.plan(nil)
        #expect(try test.portal().people().isEmpty, "call \(call)")
        try make(in: store)
        #expect(try store.person(knownBy: "number") == WriteFaultTests.id)
        #expect(try store.journal(of: WriteFaultTests.id).damage == nil)
        #expect(try store.accessLog(of: WriteFaultTests.id).damage == nil)
      }
    }
  }

  private static let id = Person.ID(bytes: Array(repeating: 9, count: 17))

  private func make(in store: Store) throws(StoreError) {
    let id = WriteFaultTests.id
    _ = try store.createPerson(id)
    guard try store.claim("number", for: id) == id else { throw .busy }
  }

  private func isCause(_ error: any Error, _ code: Int32) -> Bool {
    switch error as? StoreError {
    case .notSaved(let cause), .system(let cause): cause.code == code
    default: false
    }
  }
}
