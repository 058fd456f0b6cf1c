import Testing

@testable import PortalCore

/// Who may do what with a practice's own matters.
struct PracticeDecisionTests {
  private static let person = Person.ID(bytes: Array(repeating: 1, count: 17))
  private static let staff = Actor.staff(practice: .test(1), member: .test(2))

  @Test(arguments: PracticeMatter.allCases)
  func `staff manage what is their work, and who has left manages nothing`(
    matter: PracticeMatter
  ) {
    let action = PracticeAction.manage(matter)
    func answer(_ work: StaffMember.Work?) -> Decision {
      decide(actor: Self.staff, action: action, work: work)
    }
    #expect(answer(.doctor) == .allow)
    let isShared = matter == .times || matter == .services
    #expect(answer(.reception) == (isShared ? .allow : .refuse(.notTheirWork)))
    #expect(answer(.nurse) == (isShared ? .allow : .refuse(.notTheirWork)))
    #expect(answer(nil) == .refuse(.roleNotGranted(.staff)))
    #expect(
      decide(actor: .person(Self.person), action: action, work: .doctor)
        == .refuse(.roleNotGranted(.staff))
    )
    #expect(decide(actor: .importer, action: action) == .refuse(.roleNotGranted(.staff)))
  }

  @Test func `staff read and book at their own practice only`() {
    for work in StaffMember.Work.allCases {
      #expect(decide(actor: Self.staff, action: .read, work: work) == .allow)
      #expect(decide(actor: Self.staff, action: .book(Self.person), work: work) == .allow)
    }
    #expect(
      decide(actor: Self.staff, action: .book(Self.person)) == .refuse(.roleNotGranted(.staff))
    )
  }
}
