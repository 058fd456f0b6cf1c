import Testing

@testable import PortalCore

/// The key to the desk: somebody who signed in and works there, or an open store's owner's choice.
struct SignedInStaffTests {
  private let fixture: SignInFixture
  private let practice: Practice.ID

  init() throws {
    fixture = try SignInFixture()
    practice = try fixture.portal().makePractice(organisationNumber: "310000000")
  }

  private func doctor(_ person: Person.ID?, ended: Instant? = nil) -> StaffMember {
    var member = StaffMember(name: "Lege Legesen", work: .doctor)
    (member.person, member.ended) = (person, ended)
    return member
  }

  private func signedIn() throws -> SignedInPerson {
    try fixture.signIn().signIn(as: SignInFixture.number, pin: SignInFixture.pin)
  }

  @Test func `who signs in and works there is at the desk as that one`() throws {
    let portal = try fixture.portal()
    try portal.openPracticeAsOwner(practice).put(doctor(fixture.person), as: .test(1))
    let staff = try portal.staff(try signedIn(), at: practice)
    #expect(staff.member == .test(1) && staff.work == .doctor && !staff.isChosen)
    try portal.openPractice(by: staff).put(StaffMember(name: "Ny", work: .nurse), as: .test(2))
    #expect(try portal.openPractice(by: staff).staff().count == 2)
  }

  @Test func `who does not work there, or not any more, is nobody there`() throws {
    let portal = try fixture.portal()
    let office = try portal.openPracticeAsOwner(practice)
    try office.put(doctor(nil), as: .test(1))
    #expect(throws: ServiceError.refused(.roleNotGranted(.staff))) {
      _ = try portal.staff(try signedIn(), at: practice)
    }
    try office.put(doctor(fixture.person, ended: portal.surroundings.clock.now()), as: .test(1))
    #expect(throws: ServiceError.refused(.roleNotGranted(.staff))) {
      _ = try portal.staff(try signedIn(), at: practice)
    }
  }

  @Test func `nobody is chosen where people sign in`() throws {
    let portal = try fixture.portal()
    try portal.openPracticeAsOwner(practice).put(doctor(fixture.person), as: .test(1))
    #expect(throws: ServiceError.signIn(.needed)) {
      _ = try portal.chooseStaff(.test(1), at: practice)
    }
    #expect(throws: ServiceError.signIn(.needed)) { _ = try portal.staffToChoose(at: practice) }
  }

  @Test func `the owner sets a practice up until a doctor can sign in to it`() throws {
    let portal = try fixture.portal()
    try portal.openPracticeAsOwner(practice).put(doctor(nil), as: .test(1))
    try portal.openPracticeAsOwner(practice).put(doctor(fixture.person), as: .test(2))
    #expect(throws: ServiceError.refused(.roleNotGranted(.staff))) {
      _ = try portal.openPracticeAsOwner(practice)
    }
  }
}
