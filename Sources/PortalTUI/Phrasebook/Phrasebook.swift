/// Every sentence and word that a person reads, in one language.
///
/// One conforming type for each language, so that a missing phrase does not compile. Split by who
/// asks: screens, commands, and what both say.
protocol Phrasebook: ScreenPhrases, CommandPhrases, KeyPhrases, RepairPhrases,
  ErasurePhrases, DoctorWords, AccessPhrases, BirthdayPhrases, RepresentPhrases, ProxyPhrases,
  SignInPhrases, RightsPhrases, PrivacyPhrases, DialoguePhrases, AppointmentPhrases, DeskPhrases,
  PractitionerPhrases, NotificationPhrases
{}

/// The languages of the portal.
enum Language: String, CaseIterable, Sendable {
  case bokmal = "nb"
  case nynorsk = "nn"
  case english = "en"

  /// The language that a locale's name asks for (`LC_ALL`, `LC_MESSAGES`, `LANG`): Norwegian for
  /// Norwegian and for none, English for every other.
  init(locale: String) {
    let name = locale.lowercased()
    if name.hasPrefix("nn") {
      self = .nynorsk
    } else if name.isEmpty || name == "c" || name == "posix" || name.hasPrefix("c.")
      || name.hasPrefix("nb") || name.hasPrefix("no")
    {
      self = .bokmal
    } else {
      self = .english
    }
  }

  /// Nynorsk is answered in bokmål until it has a phrasebook of its own.
  var phrasebook: any Phrasebook {
    switch self {
    case .bokmal, .nynorsk: Bokmal()
    case .english: English()
    }
  }
}
