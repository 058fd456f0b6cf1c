import PortalCore

extension Bokmal {
  var accessTitle: String { "Hvem kan gjøre hva" }
  var accessExplanation: String {
    "R: lese og søke. E: hente ut en kopi. W: skrive eller endre. G: gi retten fra seg. Tomt: stengt."
  }
  var accessNothing: String { "stengt" }

  func accessHeading(_ role: Role) -> String {
    switch role {
    case .oneself: "En selv"
    case .parent: "Forelder (FO)"
    case .guardian: "Verge (VE)"
    case .proxy: "Fullmakt (FU)"
    case .assignedProxy: "Tildelt fullmakt (TD)"
    case .staff: "Ansatte på fastlegens kontor"
    case .importer: "Import"
    case .system: "Programmet"
    }
  }

  func accessWord(_ action: Action) -> String {
    switch action {
    case .open: "åpne"
    case .read: "lese"
    case .search: "søke"
    case .export: "hente ut en kopi"
    case .write: "skrive"
    case .resign: "gi retten fra seg"
    case .importing: "legge inn"
    }
  }

  func name(of situation: AccessSituation) -> String {
    switch situation {
    case .child: "0 til 12 år"
    case .youthWithoutParentsConsent: "13 til 15 år, uten at foreldrene har sagt ja"
    case .youth: "13 til 15 år, når foreldrene har sagt ja"
    case .adultWithNone: "fra 16 år, samtykkenivå ingen"
    case .adultWithBasis: "fra 16 år, samtykkenivå basis"
    case .adultWithBasisPlus: "fra 16 år, samtykkenivå basis+"
    case .adultWithFull: "fra 16 år, full tilgang"
    case .parentOfChild: "barnet er 0 til 11 år"
    case .parentOfTwelve: "barnet er 12 år"
    case .parentOfYouth: "barnet er 13 til 15 år"
    case .parentOfSixteen: "barnet er 16 år eller mer"
    case .proxyForRegistered: "gitt: det som er registrert"
    case .proxyForPatientRecord: "gitt: pasientjournalen"
    case .proxyForDigitalServices: "gitt: digitale helsetjenester"
    case .proxyForAll: "gitt: alle tre"
    case .proxyForAllOfBasis: "gitt: alle tre, av en med samtykkenivå basis"
    case .guardianForAll: "vedtak for alle tre områdene"
    case .assignedProxy: "så lenge den varer"
    case .assignedProxyThatEnded: "de 30 dagene etter siste dag: det som kom før slutten"
    case .doctor: "lege"
    case .nurse: "sykepleier"
    case .reception: "resepsjon"
    }
  }

  var accessRules: [String] {
    [
      "* Det en merkelapp skjuler (kodeverk 9603), finnes ikke: ikke i lister, antall eller søk.",
      "* Fra 12 til 15 år ser foreldre samtalene en forelder begynte; den unge ser de andre.",
      "* Fra 13 til 15 år ser en resepter som er i bruk, og dem fra de siste 12 månedene.",
      "* Foreldre til en på 13 til 15 år velger under Personvern om den unge kan logge inn, ikke mer.",
      "* Den som handler for en annen, ser sin egen rett under Fullmakter, og ingen andres.",
      "* En fullmektig ser aldri mer enn giveren har samtykket til; giveren er 16 år eller mer, den andre 18.",
      "* En tildelt fullmakt varer høyst fem år. Hemmelig adresse, død eller en klokke som er stilt tilbake, stopper alle som handler for andre.",
      "* Dager er norske: en rett slutter med siste dag, en bursdag begynner ved midnatt.",
    ]
  }
}

extension Bokmal {
  var representExplanation: String {
    "Det du gjør her, står i innsynsloggen deres, med navnet ditt og rollen din."
  }

  var nobodyToActFor: String {
    "Det er ingen du handler for. Andre kan gi deg fullmakt under Fullmakter."
  }

  func readableUntil(_ day: String) -> String {
    "Det som kom før slutten, kan leses til og med \(day)"
  }

  var birthdayLadderTitle: String { "Hva endrer seg på hvilken bursdag" }
  var birthdayLadderExplanation: String {
    "På disse dagene endrer det seg av seg selv hvem som kan se hva. Ingen trenger å gjøre noe."
  }

  func birthday(_ years: Int, on day: String, isPast: Bool) -> String {
    isPast ? "\(years) år: siden \(day)" : "\(years) år: fra \(day)"
  }

  func birthdayChanges(_ step: BirthdayStep) -> [String] {
    var sentences: [String] = []
    if !step.closesForParents.isEmpty {
      sentences.append("Foreldrene ser ikke lenger: \(names(step.closesForParents)).")
    }
    if step.years == AgeLimit.partlyOwn {
      sentences.append("Av meldinger ser foreldrene dem en forelder skrev, og svarene.")
    }
    if step.years == AgeLimit.youthLogin {
      sentences.append("Sier foreldrene ja (under Personvern), kan den unge logge inn selv.")
    }
    if !step.opensForOneself.isEmpty {
      sentences.append("Den unge ser: \(names(step.opensForOneself)).")
    }
    if step.years == AgeLimit.ownHealth {
      sentences.append("Den unge bestemmer over samtykket sitt, og kan gi andre fullmakt.")
    }
    if step.years == AgeLimit.proxy {
      sentences.append("Kan få fullmakt og handle for andre.")
    }
    return sentences
  }

  private func names(_ areas: [Area]) -> String {
    areas.map { name(of: $0) }.joined(separator: ", ")
  }
}
