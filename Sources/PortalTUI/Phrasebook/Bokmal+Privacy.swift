import PortalCore

extension Bokmal {
  var privacyExplanation: String {
    "Velg et nivå for å se hva det åpner og stenger. Ingenting endres før du sier ja."
  }
  func consentNow(_ level: ConsentLevel, since: String?) -> String {
    let since = since.map { ", valgt \($0)" } ?? ""
    return "Samtykket ditt: \(name(of: level))\(since)."
  }
  func meaning(of level: ConsentLevel) -> String {
    switch level {
    case .none: "Du bruker ingenting her. Det som er lagret om deg, fjernes."
    case .basis:
      "Du ser det som er registrert: fastlege, resepter, legemidler, vaksiner, kjernejournal."
    case .basisPlus: "Som Basis, og dokumenter fra sykehus."
    case .full: "Alt: også prøvesvar, og å skrive til legekontoret."
    }
  }
  var chosenNow: String { "Ditt nå" }
  func consentTitle(_ level: ConsentLevel) -> String { "Velg \(name(of: level))" }
  var opensHeading: String { "Dette åpnes" }
  var closesHeading: String { "Dette stenges" }
  var nothingOpensOrCloses: String { "Ingenting åpnes eller stenges." }
  var withdrawalRemoves: String {
    "Du trekker samtykket. Alt stenges med en gang, også for dem som handler for deg. Det som er lagret "
      + "om deg, slettes og kan ikke hentes tilbake. Bare hvem du er, valgene dine, hvem som kan "
      + "handle for deg, og innsynsloggen blir igjen."
  }
  func keepLevel(_ level: ConsentLevel) -> String { "Nei, behold \(name(of: level))" }
  var keepLevelDetail: String { "ingenting endres" }
  func chooseLevel(_ level: ConsentLevel) -> String {
    level == .none ? "Trekk samtykket" : "Velg \(name(of: level))"
  }
  var chooseLevelDetail: String { "gjelder med en gang" }
  var withdrawAgain: String {
    "Dette kan ikke angres. Velg det samme en gang til for å trekke samtykket."
  }
  func consentSaved(_ level: ConsentLevel, receipt: String) -> String {
    "Samtykket ditt er nå: \(name(of: level)). Kvittering \(receipt)."
  }
  func consentMoved(_ level: ConsentLevel?, who: String, when: String) -> String {
    let now = level.map { "Det er nå: \(name(of: $0)). " } ?? ""
    return "Valget ditt er ikke lagret: det ble endret imens (\(who), \(when)). \(now)Velg på nytt."
  }

  var youthPrivacyExplanation: String {
    "Til du er 16 år, bestemmer foreldrene om du kan logge inn. Fra da av velger du selv her."
  }
  var parentPrivacyExplanation: String {
    "Fra 13 til 15 år kan den unge logge inn selv hvis en forelder sier ja. Det siste foreldrene har "
      + "valgt, gjelder, og alle får vite det."
  }
  var childPrivacyExplanation: String {
    "Fra barnet er 13 år, kan du velge her om det kan logge inn selv."
  }
  var youthLoginHeading: String { "Innlogging" }
  var youthLoginUnsaid: String { "Ingen forelder har valgt" }
  func allowYouthLogin(_ name: String) -> String { "La \(name) logge inn" }
  var allowYouthLoginDetail: String { "ser vaksiner, resepter og innsynslogg" }
  func stopYouthLogin(_ name: String) -> String { "La ikke \(name) logge inn lenger" }
  var stopYouthLoginDetail: String { "gjelder med en gang" }
  func youthLoginSaved(isAllowed: Bool, name: String, receipt: String) -> String {
    "\(name) kan \(isAllowed ? "nå" : "ikke lenger") logge inn. Kvittering \(receipt)."
  }
  func youthLoginMoved(isAllowed: Bool?, who: String, when: String) -> String {
    let now = isAllowed.map { "Nå gjelder: \(youthLogin(isAllowed: $0)). " } ?? ""
    return "Valget ditt er ikke lagret: det ble endret imens (\(who), \(when)). \(now)Velg på nytt."
  }
}
