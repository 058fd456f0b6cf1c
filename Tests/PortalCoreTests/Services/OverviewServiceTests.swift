import Testing

@testable import PortalCore

/// What the front page counts, and what is new.
struct OverviewServiceTests {
  private let file = ImportBatch.file(
    [.local("1")],
    results: [(1, "Hemoglobin"), (2, "Ferritin")]
  )

  private func counts(_ record: OpenRecord) throws -> [Area: SectionCount] {
    Dictionary(uniqueKeysWithValues: try record.sectionCounts().map { ($0.area, $0) })
  }

  @Test func `the first visit has counts and nothing new`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    let id = try #require(portal.store(file).persons.first)
    let record = try portal.openOwn(id)
    let counts = try counts(record)
    #expect(counts[.results] == SectionCount(area: .results, count: 2, new: nil))
    #expect(counts[.accessLog]?.count == 2)
    #expect(counts.count == Area.allCases.count - 1)
    #expect(try record.lastVisit() == nil)
    #expect(try record.news(newest: .max).newest.isEmpty)
    #expect(!record.isNew(.test(1), since: nil))
  }

  @Test func `what came since the last visit is new, and counted once`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    let id = try #require(portal.store(file).persons.first)
    test.clock.advance(bySeconds: 60)
    try portal.openOwn(id).end()
    let visit = test.clock.instant
    test.clock.advance(bySeconds: 60)
    _ = try portal.store(
      .file([.local("1")], results: [(2, "Ferritin, corrected"), (3, "Kalium")])
    )
    test.clock.advance(bySeconds: 60)
    let record = try portal.openOwn(id)
    #expect(try record.lastVisit() == visit)
    let counts = try counts(record)
    #expect(counts[.results] == SectionCount(area: .results, count: 3, new: 2))
    #expect(counts[.messages]?.new == 0)
    #expect(try Set(record.news(newest: .max).newest.map(\.id)) == [.test(2), .test(3)])
    #expect(record.isNew(.test(3), since: visit))
    #expect(!record.isNew(.test(1), since: visit))
    test.clock.advance(bySeconds: 60)
    #expect(try portal.openOwn(id).news(newest: .max).newest.isEmpty)
  }

  @Test func `sections beyond the consent are not counted at all`() throws {
    let test = try TestStore()
    let id = try test.person(consent: .basis)
    let counts = try counts(try test.portal().openOwn(id))
    #expect(counts[.results] == nil)
    #expect(counts[.documents] == nil)
    #expect(counts[.messages]?.count == 0)
  }

  @Test func `hidden records are in no count and no news`() throws {
    let test = try TestStore()
    let portal = try test.portal()
    let id = try #require(portal.store(file).persons.first)
    test.clock.advance(bySeconds: 60)
    try portal.openOwn(id).end()
    test.clock.advance(bySeconds: 60)
    _ = try portal.store(
      .file([.local("1")], name: nil, results: [(4, "kept back")], labels: [.delayed])
    )
    let record = try portal.openOwn(id)
    let counts = try counts(record)
    #expect(counts[.results] == SectionCount(area: .results, count: 2, new: 0))
    #expect(try record.news(newest: .max).newest.isEmpty)
    #expect(try record.testResults().count == 2)
  }

  @Test func `messages are counted by thread`() throws {
    let test = try TestStore()
    let id = try test.person()
    let record = try test.portal().openOwn(id)
    let message = OutgoingMessage(kind: .office, subject: "", text: "one")
    _ = try record.send(message, id: .test(1))
    var answer = message
    answer.thread = .test(1)
    _ = try record.send(answer, id: .test(2))
    #expect(try counts(record)[.messages]?.count == 1)
  }
}
