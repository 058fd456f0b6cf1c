import PortalCore

extension English {
  func label(of field: ContactField) -> String {
    switch field {
    case .telephone: "Telephone"
    case .email: "E-mail"
    case .language: "Language"
    }
  }

  func hint(for field: ContactField, registered: String?) -> String {
    let what =
      switch field {
      case .telephone: "Eight digits, or + and the number of the country."
      case .email: "For instance name@example.org."
      case .language: "The language you would rather be met in."
      }
    guard let registered else { return what }
    return "\(what) If it is empty, what is registered holds: \(registered)."
  }

  func problem(_ field: ContactField) -> String {
    switch field {
    case .telephone:
      "Write eight digits for a Norwegian number, or + and the country before a foreign one."
    case .email: "Write an e-mail address with one @, for instance name@example.org."
    case .language: "Write the code of a language, for instance nb, nn, se or en."
    }
  }

  func languageName(_ code: String) -> String? {
    switch code {
    case "nb": "Norwegian (bokmål)"
    case "nn": "Norwegian (nynorsk)"
    case "no": "Norwegian"
    case "se": "Northern Sami"
    case "en": "English"
    case "pl": "Polish"
    case "uk": "Ukrainian"
    case "ar": "Arabic"
    case "so": "Somali language"
    case "lt": "Lithuanian"
    case "ti": "Tigrinya"
    case "ru": "Russian"
    case "es": "Spanish"
    default: nil
    }
  }

  var editContactTitle: String { "Change how to reach you" }
  var editContactExplanation: String {
    "What you write here holds before what others have registered about you. If you empty a field, "
      + "what is registered holds again."
  }
  var notSaid: String { "Not said" }
  func ownValue(_ text: String) -> String { "\(text) (said by you)" }
  func saved(receipt: String) -> String { "The change is stored. Receipt \(receipt)." }
  var nothingChanged: String { "Nothing was changed: it said so already." }
  func notStored(_ reason: String) -> String { "The change is not stored. \(reason)" }
  var contactDraftFound: String { "What you wrote earlier is here. It is not stored yet." }
  var leaveUnsaved: String { "Not stored. Do the same again to leave anyway." }
  var leftUnsaved: String { "Nothing was stored." }

  var conflictTitle: String { "Changed elsewhere" }
  func conflictExplanation(who: String, when: String) -> String {
    "This was changed while you were writing (\(who), \(when)). Nothing of what you wrote is stored "
      + "yet, and nothing is lost."
  }
  var conflictChoice: String { "What do you want to do?" }
  var storedNow: String { "Stored now" }
  var yourText: String { "What you wrote" }
  var keepStored: String { "Keep what is stored now" }
  var keepStoredDetail: String { "what you wrote is not stored" }
  var putMineOnTop: String { "Store what I wrote" }
  var putMineOnTopDetail: String { "what is stored now stays in the history" }
  var goOnEditing: String { "Go back and change what I wrote" }
  var goOnEditingDetail: String { "everything you wrote still stands there" }
  var keptStored: String { "What was stored is kept." }

  func clockBehind(by milliseconds: Int64) -> String {
    let minutes = milliseconds / 60_000
    let lag =
      minutes < 120
      ? "\(minutes) minutes"
      : minutes < 2880 ? "\(minutes / 60) hours" : "\(minutes / 1440) days"
    return
      "The clock of this machine is \(lag) behind the newest in the record. Set the clock. You "
      + "can read and write in your own record as before, but nobody can act for others meanwhile."
  }
}
