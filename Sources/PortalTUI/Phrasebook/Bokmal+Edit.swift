import PortalCore

extension Bokmal {
  func label(of field: ContactField) -> String {
    switch field {
    case .telephone: "Telefon"
    case .email: "E-post"
    case .language: "Språk"
    }
  }

  func hint(for field: ContactField, registered: String?) -> String {
    let what =
      switch field {
      case .telephone: "Åtte siffer, eller + og landnummer."
      case .email: "For eksempel navn@eksempel.no."
      case .language: "Språket du helst vil bli møtt på."
      }
    guard let registered else { return what }
    return "\(what) Står feltet tomt, gjelder det som er registrert: \(registered)."
  }

  func problem(_ field: ContactField) -> String {
    switch field {
    case .telephone:
      "Skriv åtte siffer for et norsk nummer, eller + og landnummeret foran et utenlandsk."
    case .email: "Skriv en e-postadresse med én @, for eksempel navn@eksempel.no."
    case .language: "Skriv en språkkode, for eksempel nb, nn, se eller en."
    }
  }

  func languageName(_ code: String) -> String? {
    switch code {
    case "nb": "Bokmål"
    case "nn": "Nynorsk"
    case "no": "Norsk"
    case "se": "Nordsamisk"
    case "en": "Engelsk"
    case "pl": "Polsk"
    case "uk": "Ukrainsk"
    case "ar": "Arabisk"
    case "so": "Somali"
    case "lt": "Litauisk"
    case "ti": "Tigrinja"
    case "ru": "Russisk"
    case "es": "Spansk"
    default: nil
    }
  }

  var editContactTitle: String { "Endre kontaktinformasjon" }
  var editContactExplanation: String {
    "Det du skriver her, gjelder foran det andre har registrert om deg. Gjør du et felt tomt, gjelder "
      + "det registrerte igjen."
  }
  var notSaid: String { "Ikke oppgitt" }
  func ownValue(_ text: String) -> String { "\(text) (oppgitt av deg)" }
  func saved(receipt: String) -> String { "Endringen er lagret. Kvittering \(receipt)." }
  var nothingChanged: String { "Ingenting er endret: det sto slik fra før." }
  func notStored(_ reason: String) -> String { "Endringen er ikke lagret. \(reason)" }
  var contactDraftFound: String { "Det du skrev sist, står her. Det er ikke lagret ennå." }
  var leaveUnsaved: String { "Ikke lagret. Gjør det samme igjen for å gå likevel." }
  var leftUnsaved: String { "Ingenting er lagret." }

  var conflictTitle: String { "Endret et annet sted" }
  func conflictExplanation(who: String, when: String) -> String {
    "Mens du skrev, ble dette endret (\(who), \(when)). Ingenting av det du skrev, er lagret ennå, og "
      + "ingenting er gått tapt."
  }
  var conflictChoice: String { "Hva vil du gjøre?" }
  var storedNow: String { "Lagret nå" }
  var yourText: String { "Det du skrev" }
  var keepStored: String { "Behold det som er lagret nå" }
  var keepStoredDetail: String { "det du skrev, blir ikke lagret" }
  var putMineOnTop: String { "Lagre det jeg skrev" }
  var putMineOnTopDetail: String { "det som er lagret nå, blir stående i historikken" }
  var goOnEditing: String { "Gå tilbake og rett på det jeg skrev" }
  var goOnEditingDetail: String { "alt du skrev, står der fortsatt" }
  var keptStored: String { "Det som var lagret, er beholdt." }

  func clockBehind(by milliseconds: Int64) -> String {
    let minutes = milliseconds / 60_000
    let lag =
      minutes < 120
      ? "\(minutes) minutter"
      : minutes < 2880 ? "\(minutes / 60) timer" : "\(minutes / 1440) døgn"
    return
      "Klokken på denne maskinen går \(lag) etter det nyeste i journalen. Still klokken. Du kan "
      + "lese og skrive i din egen journal som før, men ingen kan handle på vegne av andre så lenge."
  }
}
