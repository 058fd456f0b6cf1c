import Testing

@testable import PortalCore

/// Folders that many people's lie in: on disk before anything in them is acknowledged.
struct SharedFolderTests {
  private let test: TestStore

  init() throws {
    test = try TestStore()
  }

  /// Two whose folders lie in the same one.
  private let one = Person.ID(bytes: [7, 7, 7] + Array(repeating: 1, count: 14))
  private let other = Person.ID(bytes: [7, 7, 9] + Array(repeating: 2, count: 14))

  /// How often each directory is synced while somebody is made.
  private func syncs(_ store: Store, _ id: Person.ID) throws -> [String: Int] {
    test.disk.plan(nil)
    try store.makePerson(id)
    let calls = test.disk.calls.filter { $0.hasPrefix("synchronize ") && !$0.hasSuffix(".tmp") }
    return Dictionary(grouping: calls) { String($0.dropFirst("synchronize ".count)) }
      .mapValues(\.count)
  }

  @Test func `a process syncs them into their parents once`() throws {
    let store = try test.store()
    let (outer, inner) = (one.firstFolder, one.secondFolder)
    #expect((outer, inner) == (other.firstFolder, one.secondFolder))
    let own = [outer: 1, inner: 1, one.text: 2]
    let first = try syncs(store, one)
    #expect(first.filter { own.keys.contains($0.key) } == own)
    #expect(first.count == own.count + 2)
    let second = try syncs(store, other)
    #expect(second == [outer: 1, other.secondFolder: 1, other.text: 2])
  }

  @Test func `each process does, since whoever made them may not have come that far`() throws {
    _ = try syncs(try test.store(), one)
    let next = try syncs(try test.store(), other)
    #expect(next["people"] == 1)
    #expect(next.count == 5)
  }

  @Test func `one that could not be synced is synced by the next who needs it`() throws {
    let store = try test.store()
    test.disk.plan(FailingFileSystem.Fault(call: 1, code: 5, only: .synchronize))
    #expect(throws: StoreError.self) { try store.makePerson(one) }
    let next = try syncs(store, one)
    #expect(next["people"] == 1)
    #expect(next.count == 5)
  }
}
