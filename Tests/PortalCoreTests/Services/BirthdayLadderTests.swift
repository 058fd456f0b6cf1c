import Testing

@testable import PortalCore

/// The steps to being an adult, as the gate will have them.
struct BirthdayLadderTests {
  private func ladder(_ born: String, today: String) throws -> [BirthdayStep] {
    BirthdayStep.ladder(
      born: try #require(CivilDate(born)),
      today: try #require(CivilDate(today)),
      policy: AccessPolicy()
    )
  }

  @Test func `each birthday says what opens and what closes`() throws {
    let steps = try ladder("2012-06-01", today: "2026-11-21")
    #expect(steps.map(\.years) == [12, 13, 16, 18])
    #expect(
      steps.map(\.date.description) == ["2024-06-01", "2025-06-01", "2028-06-01", "2030-06-01"]
    )
    #expect(steps.map(\.isPast) == [true, true, false, false])
    #expect(
      steps[0].closesForParents == [.results, .medications, .coreJournal, .documents, .accessLog]
    )
    #expect(steps[0].opensForOneself.isEmpty)
    #expect(
      steps[1].opensForOneself == [
        .overview, .messages, .prescriptions, .vaccinations, .appointments, .proxies, .privacy,
        .accessLog,
      ]
    )
    #expect(steps[1].closesForParents.isEmpty)
    #expect(
      steps[2].closesForParents == [
        .overview, .messages, .prescriptions, .vaccinations, .appointments, .proxies, .privacy,
      ]
    )
    #expect(
      steps[2].opensForOneself == [.results, .medications, .coreJournal, .documents]
    )
    #expect(steps[3].opensForOneself.isEmpty && steps[3].closesForParents.isEmpty)
  }

  @Test func `who was born on 29 February has birthdays on 1 March in other years`() throws {
    let steps = try ladder("2012-02-29", today: "2025-03-01")
    #expect(
      steps.map(\.date.description) == ["2024-02-29", "2025-03-01", "2028-02-29", "2030-03-01"]
    )
    #expect(steps.map(\.isPast) == [true, true, false, false])
  }

  @Test func `an adult has no ladder`() throws {
    let test = try TestStore()
    let today = OsloTime.date(test.clock.instant)
    let adult = try test.person(1, born: today.adding(years: -18).description)
    #expect(try test.portal().openOwn(adult).birthdayLadder() == nil)
    let young = try test.person(2, born: today.next.adding(years: -18).description)
    #expect(try test.portal().openOwn(young).birthdayLadder()?.count == 4)
  }
}
