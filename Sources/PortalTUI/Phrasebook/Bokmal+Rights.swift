import PortalCore

extension Bokmal {
  var proxiesExplanation: String {
    "De som kan handle for deg, står først. De som kunne det før, står under. Du kan avslutte en "
      + "fullmakt når du vil."
  }
  var ownRightExplanation: String {
    "Her står bare din egen rett til å handle. Du ser ingen andres."
  }
  var noProxies: String { "Ingen kan handle for deg." }
  var rightIsOver: String { "Slutt" }
  func actsFor(_ name: String) -> String { "Du kan handle for \(name)" }
  func opensRecord(as role: Role) -> String { "du er \(actingWord(role))" }
  func shortState(of proxy: GivenProxy) -> String {
    switch proxy.state {
    case .notBegun: return "fra \(day(OsloTime.date(proxy.grant.start)))"
    case .active: return proxy.grant.lastDay.map { "siste dag \(day($0))" } ?? withoutEnd
    case .ended(let time):
      if let last = proxy.readableUntil { return "kan leses til \(day(last))" }
      let who =
        switch proxy.grant.ending?.reason {
        case .byGrantor: "av den som ga den"
        case .byProxy: "av den som hadde den"
        case .replaced: "byttet ut med en ny"
        case .register: "av registeret"
        case .byPractice: "av legekontoret"
        case nil: "løp ut"
        }
      return "\(day(OsloTime.date(time))), \(who)"
    }
  }

  func canActForYou(_ count: Int) -> String {
    count == 0 ? "ingen kan handle for deg" : "\(count) kan handle for deg"
  }
  var yourOwnRight: String { "din egen rett" }

  var proxyAreas: String { "Gjelder" }
  var withoutEnd: String { "uten sluttdato" }
  var dayIncluded: String { "den dagen medregnet" }
  var whatItOpens: String { "Hva den åpner" }
  func whatOpens(_ area: ProxyArea) -> String {
    switch area {
    case .registered:
      "Ser fastlege, resepter, legemidler og kjernejournal med allergier og diagnoser."
    case .patientRecord: "Ser dokumenter fra sykehus og annen behandling."
    case .digitalServices:
      "Ser prøvesvar, vaksiner og meldinger, og kan skrive til legekontoret."
    }
  }
  var receiptsHeading: String { "Hva begge har fått vite" }
  var endProxyAction: String { "Avslutt fullmakten" }
  var resignAction: String { "Gi retten fra deg" }
  func endAgain(_ name: String, key: String) -> String {
    "\(name) stenges ute med en gang og får vite det. Trykk \(key) en gang til for å avslutte."
  }
  func resignAgain(key: String) -> String {
    "Du stenges ute med en gang, og den andre får vite det. Trykk \(key) en gang til for å gi den fra deg."
  }
  func ended(_ name: String, receipt: String) -> String {
    "\(name) kan ikke lenger handle for deg. Kvittering \(receipt)."
  }
  func resigned(receipt: String) -> String {
    "Du har gitt retten fra deg. Kvittering \(receipt)."
  }

  var giveProxyTitle: String { "Gi fullmakt" }
  var changeProxyTitle: String { "Endre fullmakt" }
  var giveProxyExplanation: String {
    "Ingenting lagres ennå: først ser du hva personen vil se."
  }
  var lookBeforeSaving: String { "Se hva den åpner" }
  func label(of field: ProxyField) -> String {
    switch field {
    case .holder: "Hvem skal handle for deg"
    case .area(let area): name(of: area)
    case .lastDay: "Siste dag"
    }
  }
  func hint(for field: ProxyField) -> String {
    switch field {
    case .holder: "Fødselsnummeret, 11 siffer. Eller id-en deres her i portalen."
    case .area(let area): whatOpens(area)
    case .lastDay: "For eksempel 31.12.2026. Den dagen er med. Tomt: uten sluttdato."
    }
  }
  func text(_ problem: ProxyFieldProblem) -> String {
    switch problem {
    case .noHolder: "Skriv nummeret til den som skal handle for deg."
    case .notAnId: "Et fødselsnummer har 11 siffer."
    case .wrongCheckDigits: "Det finnes ikke et slikt nummer. Se etter en feil i sifrene."
    case .notADay: "Skriv dagen slik: 31.12.2026"
    case .service(let problem): problemText(problem)
    }
  }

  var previewTitle: String { "Slik blir det" }
  var nothingSavedYet: String { "Ingenting er lagret ennå." }
  var willSeeHeading: String { "Dette åpnes" }
  var staysClosedHeading: String { "Dette er fortsatt stengt" }
  var differenceHeading: String { "Dette blir annerledes enn nå" }
  var noDifference: String { "Personen ser det samme som nå." }
  func willSee(_ area: Area) -> String {
    area == .overview ? "navn, fødselsdato, fastlege og kontaktinformasjon" : "bare sin egen rett"
  }
  var canWrite: String { "Kan også skrive for deg" }
  var seeAsTheyWill: String { "Se det slik personen vil se det" }
  var seeAsTheyWillDetail: String { "åpner sidene; ingenting lagres" }
  var giveNow: String { "Gi fullmakten" }
  var changeNow: String { "Endre fullmakten" }
  var bothAreTold: String { "dere får begge en kvittering" }
  func previewNotice(_ name: String) -> String {
    "Forhåndsvisning: slik vil \(name) se det. Ingenting lagres her. Tasten t leder tilbake."
  }
  func proxySaved(_ name: String, receipt: String) -> String {
    "\(name) kan handle for deg. Kvittering \(receipt)."
  }
  func cannotActNow(_ name: String) -> String { "\(name) kan ikke handle for deg nå." }

  func actingNotice(name: String, role: Role, key: String) -> String {
    "Du handler for \(name) som \(actingWord(role)). Tasten \(key) leder tilbake."
  }
  var backToOwn: String { "Tilbake til din egen" }
  var refusedTitle: String { "Stengt" }
  var refusedExplanation: String {
    "Det du så, vises ikke lenger. Gå tilbake til din egen journal."
  }
}
