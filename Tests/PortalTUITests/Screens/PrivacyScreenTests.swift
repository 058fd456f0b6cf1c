import PortalCore
import Testing

@testable import PortalTUI

/// What a person has consented to, seen and chosen by keys.
struct PrivacyScreenTests {
  private let home: SampleHousehold
  private let nb = Bokmal()

  init() throws {
    home = try SampleHousehold()
  }

  private func level() throws -> ConsentLevel {
    try home.own(home.grandmother).record.consent().level
  }

  @Test func `the levels stand there with what each gives, and which holds`() throws {
    let text = PrivacyScreen(context: try home.own(home.grandmother)).shownText()
    #expect(text.contains("Samtykket ditt: Full tilgang, valgt 16.11.2026"))
    #expect(text.contains("1. Ditt nå: Full tilgang"))
    for level in ConsentLevel.allCases { #expect(text.contains(nb.meaning(of: level))) }
  }

  @Test func `another level says what closes, and is stored once it is chosen`() throws {
    var application = home.application(PrivacyScreen(context: try home.own(home.grandmother)))
    application.press(.text("/"), .text("Basis+"), .key(.enter), .key(.enter))
    #expect(application.page.title == nb.consentTitle(.basisPlus))
    #expect(application.shows("Prøvesvar: lesing stenges (6 svar)"))
    #expect(application.shows("Meldinger: skriving stenges"))
    #expect(!application.shows("Dokumenter: lesing stenges"))
    // Enter at once keeps what holds.
    application.press(.key(.enter))
    #expect(try level() == .full)
    application.press(.key(.enter), .key(.down), .key(.enter))
    #expect(try level() == .basisPlus)
    #expect(application.shows("Samtykket ditt er nå: Basis+. Kvittering"))
    #expect(application.shows("Samtykket ditt: Basis+"))
  }

  @Test func `withdrawing says what it removes and asks twice`() throws {
    var application = home.application(PrivacyScreen(context: try home.own(home.grandmother)))
    application.press(.text("/"), .text("Ingen"), .key(.enter), .key(.enter))
    #expect(application.shows("Du trekker samtykket. Alt stenges med en gang"))
    application.press(.key(.control("s")))
    #expect(application.shows("Dette kan ikke angres.") && application.page.blocks.count > 2)
    #expect(try level() == .full)
    application.press(.key(.control("s")))
    #expect(try level() == .none)
    #expect(application.page.title == "Personvern")
    // All that was kept is gone, without anybody doing more.
    #expect(try home.own(home.grandmother).record.countErasedWithConsent() == 0)
  }

  @Test func `a choice made meanwhile is said, and chosen again`() throws {
    var application = home.application(PrivacyScreen(context: try home.own(home.grandmother)))
    application.press(.text("/"), .text("Basis+"), .key(.enter), .key(.enter))
    let other = try home.own(home.grandmother).record
    _ = try other.setConsent(to: .basis, base: try other.consent().version)
    application.press(.key(.control("s")))
    #expect(try level() == .basis)
    #expect(application.shows("Valget ditt er ikke lagret: det ble endret imens"))
    #expect(application.shows("Det er nå: Basis."))
  }

  @Test func `a proxy does not see what was consented to`() throws {
    try home.give()
    let acting = try home.acting(home.daughter, for: home.grandmother)
    let text = PrivacyScreen(context: acting).shownText()
    #expect(text.contains(nb.refusalText(.onlyThePerson)))
    #expect(!text.contains("Full tilgang"))
  }

  @Test func `a parent lets a young person sign in, or no longer`() throws {
    try home.registerParent()
    let acting = try home.acting(home.daughter, for: home.child)
    var application = home.application(PrivacyScreen(context: acting))
    #expect(application.shows(nb.youthLoginUnsaid))
    #expect(application.shows(nb.birthdayLadderTitle))
    application.press(.key(.enter))
    #expect(application.shows("Bo Barn kan nå logge inn. Kvittering"))
    #expect(application.shows("Innlogging Kan logge inn på egen hånd, 16.11.2026"))
    // The young person reads it, and why they do not choose.
    let own = try home.own(home.child)
    let text = PrivacyScreen(context: own).shownText()
    #expect(text.contains(nb.youthPrivacyExplanation))
    #expect(text.contains("Kan logge inn på egen hånd") && !text.contains("Full tilgang"))
    application.press(.key(.enter))
    #expect(application.shows("Bo Barn kan ikke lenger logge inn. Kvittering"))
    application.press(.key(.down), .key(.enter))
    #expect(application.page.title == nb.birthdayLadderTitle)
  }

  @Test func `who is late chooses again`() throws {
    try home.registerParent()
    let acting = try home.acting(home.daughter, for: home.child)
    var application = home.application(PrivacyScreen(context: acting))
    let other = try home.acting(home.daughter, for: home.child).record
    _ = try other.setYouthLogin(allowed: true, base: 0)
    application.press(.key(.enter))
    #expect(
      application.shows("Valget ditt er ikke lagret") || application.shows("sto slik fra før")
    )
    #expect(application.shows(nb.stopYouthLogin("Bo Barn")))
  }
}
