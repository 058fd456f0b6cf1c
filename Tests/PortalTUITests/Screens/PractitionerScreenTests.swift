import PortalCore
import Testing

@testable import PortalTUI

/// The page of the general practitioner, as who may choose one and who may not see it.
struct PractitionerScreenTests {
  private let home: SampleHousehold
  private let phrases = English()

  init() throws {
    home = try SampleHousehold()
    let practice = try home.portal.practice(of: try home.own(home.grandmother).record)
    let office = try home.portal.openPracticeAsOwner(practice)
    let doctor = SampleRecord.id("doctor")
    try office.put(StaffMember(name: "Doctor New", work: .doctor), as: doctor)
    try office.put(PatientList(of: doctor, capacity: 1, members: 0))
  }

  private func opened(_ context: ScreenContext) -> (text: String, effects: [Effect]) {
    var screen = PractitionerScreen(context: context)
    _ = screen.update(.shown)
    let page = screen.page()
    let row = Entries(page).map { $0.id(at: 0) } ?? ""
    return (page.text(), screen.update(.open(row)))
  }

  private func isPage(_ effects: [Effect]) -> Bool {
    if case .push? = effects.first { true } else { false }
  }

  @Test func `the person is told how often they can change, and can`() throws {
    let (text, effects) = opened(try home.own(home.grandmother, phrases))
    #expect(text.contains(phrases.practitionerRules))
    #expect(!text.contains(phrases.onlyPersonChooses))
    #expect(isPage(effects))
  }

  @Test func `a proxy is told first that only the person can, and sees the lists`() throws {
    try home.give()
    let (text, effects) = opened(try home.acting(home.daughter, for: home.grandmother, phrases))
    #expect(text.contains("i: \(phrases.onlyPersonChooses)"), "\(text)")
    #expect(!text.contains(phrases.practitionerRules) && text.contains("Doctor New"))
    // Whoever tries all the same is told again, and no page that would only refuse is opened.
    guard case .say(let notice)? = effects.first else {
      Issue.record("nothing is said")
      return
    }
    #expect(notice.text == phrases.onlyPersonChooses && effects.count == 1)
  }

  @Test func `a parent who lives with the child can`() throws {
    try home.registerParent()
    let (text, effects) = opened(try home.acting(home.daughter, for: home.child, phrases))
    #expect(text.contains(phrases.practitionerRules) && isPage(effects))
  }

  @Test func `a young person is told why they cannot`() throws {
    try home.registerParent()
    let record = try home.acting(home.daughter, for: home.child).record
    _ = try record.setYouthLogin(allowed: true, base: try record.youthLogin()?.version ?? 0)
    let (text, effects) = opened(try home.own(home.child, phrases))
    #expect(text.contains(phrases.mayNotChoose) && !isPage(effects))
    #expect(!text.contains(phrases.practitionerRules))
  }

  @Test func `asking whether they can is no refusal in the access log`() throws {
    try home.give()
    _ = opened(try home.acting(home.daughter, for: home.grandmother))
    let lines = try home.own(home.grandmother).record.accessLogLines().lines
    #expect(lines.allSatisfy { $0.entry.event != .refusal })
  }
}
