import Testing

@testable import PortalCore

/// Who may act for whom in the demonstration.
struct SampleActTests {
  private let acts = SampleData.acts
  private let people = SampleData.people()

  @Test func `they stand in their order, after everybody has come and before the demonstration`() {
    #expect(acts == acts.sorted { $0.moment < $1.moment })
    let arrivals = people.indices.compactMap { person in
      SampleFixture.steps.first { $0.person == person }?.moment
    }
    let day = OsloTime.noon(SampleData.demonstrationDate)
    for act in acts { #expect(act.moment > (arrivals.max() ?? day) && act.moment < day) }
    #expect(Set(acts.map(\.moment)).isDisjoint(with: SampleFixture.steps.map(\.moment)))
  }

  @Test func `what a person does themselves falls into a visit of theirs`() {
    let visits = SampleData.visits()
    for act in acts {
      switch act.what {
      case .give, .change, .end:
        #expect(
          visits.contains {
            $0.person == act.person && $0.start < act.moment && act.moment < $0.end
          }
        )
      case .parent, .allowSignIn, .look: break
      }
    }
  }

  @Test func `young people visit only after their parent has let them`() {
    for visit in SampleData.visits() {
      let age = people[visit.person].birthDate.years(until: OsloTime.date(visit.start))
      guard age < AgeLimit.ownHealth else { continue }
      #expect(age >= AgeLimit.youthLogin)
      #expect(
        acts.contains {
          $0.person == visit.person && $0.what == .allowSignIn && $0.moment < visit.start
        }
      )
    }
  }
}
