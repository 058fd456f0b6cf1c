import PortalCore

extension Bokmal {
  func problemText(_ error: ServiceError) -> String {
    switch error {
    case .refused(let reason): refusalText(reason)
    case .store(let error): storeProblemText(error)
    case .noGeneralPractitioner: "Det står ingen fastlege i journalen din å skrive til."
    case .emptyMessage: "Skriv teksten før du sender."
    case .messageTooLong(let limit): "Teksten er for lang. Det er plass til \(limit) tegn."
    case .backup(let problem): text(for: problem)
    case .proxy(let problem): problemText(problem)
    case .dialogue(let problem): problemText(problem)
    case .appointment(let problem): problemText(problem)
    case .practitioner(let problem): problemText(problem)
    case .noSuchThread: "Samtalen finnes ikke, eller du har ikke tilgang til den."
    case .noSuchRecord: "Opplysningen finnes ikke, eller du har ikke tilgang til den."
    case .notEditable: "Dette kan ikke endres her."
    case .unusableValue(let field): problem(field)
    case .identitiesDisagree: "Filen peker på to forskjellige personer. Ingenting er lagt inn."
    case .anotherPerson: "Filen gjelder en annen person. Ingenting er lagt inn."
    case .severalPeople: "Filen gjelder flere personer. Ingenting er lagt inn."
    case .signIn(let problem): sentence(on: problem)
    case .desk(let problem): problemText(problem)
    }
  }

  func refusalText(_ reason: RefusalReason) -> String {
    switch reason {
    case .consentLevel(let needed):
      "Du har ikke samtykket til dette. Det krever samtykkenivået «\(name(of: needed))»."
    case .notTheirRecord: "Dette er journalen til en annen person."
    case .roleNotGranted(let role): "Du har ikke denne rollen her: \(name(of: role))."
    case .clockBehind:
      "Klokken på denne maskinen går etter journalen. Still klokken. Til da kan ingen handle på vegne av andre."
    case .importerMayOnlyImport: "En import kan legge inn opplysninger, men ikke lese dem."
    case .tooYoung(let years): "Dette krever at man er fylt \(years) år."
    case .parentalConsentMissing:
      "Foreldrene må si ja før noen mellom 13 og 16 år kan logge inn."
    case .childTurned(let years):
      "Barnet er fylt \(years) år. Fra da av er dette stengt for foreldrene."
    case .ageUnknown:
      "Fødselsdatoen er ikke kjent. Uten den kan ingen handle på vegne av personen."
    case .addressRule:
      "Ingen av foreldrene er registrert på barnets adresse, eller ikke den som spør."
    case .fosterParent: "Fosterforeldre trenger et eget vedtak eller en fullmakt."
    case .grantNotBegun: "Retten til å handle for denne personen har ikke begynt ennå."
    case .grantEnded: "Retten til å handle for denne personen er slutt."
    case .notInGrant(let area): "Fullmakten gjelder ikke dette: \(name(of: area))."
    case .onlyThePerson: "Bare personen selv kan gjøre eller se dette."
    case .unlistedAddress:
      "Med hemmelig adresse kan ingen handle for andre, og ingen handle for dem."
    case .deceased: "Personen er død. Ingen kan handle på vegne av personen her."
    case .noCareRelation: "Dette legekontoret behandler ikke personen."
    case .onlyHealthService: "Det helsetjenesten skriver, kan ikke endres her."
    case .notTheirWork: "Dette trengs ikke i arbeidet du gjør."
    }
  }

  func storeProblemText(_ error: StoreError) -> String {
    switch error {
    case .noDataDirectory(let path): "Mappen \(path) finnes ikke."
    case .unsafeFileSystem(let kind):
      "Journalene ligger på et filsystem som ikke er trygt for dem (\(kind.name)). De åpnes ikke. "
        + "«helseportal doctor» sier mer."
    case .unsafeDataDirectory(let path):
      "Mappen \(path) tilhører noen andre, eller andre kan lese den. Den blir ikke åpnet."
    case .notAStore(let path): "Mappen \(path) inneholder noe annet enn journaler."
    case .unknownFormat:
      "Journalene er skrevet av en nyere utgave av programmet. Ingenting er endret. Bruk den nyere "
        + "utgaven."
    case .damagedSettings(let file):
      "Filen \(file) er skadet. Hent den fra en sikkerhetskopi."
    case .noSuchPerson: "Personen finnes ikke her."
    case .noSuchRecord: "Opplysningen finnes ikke."
    case .damaged(let damage): damageText(damage)
    case .unsafeFile(let name): "Filen \(name) er ikke en vanlig fil. Den blir ikke brukt."
    case .busy: "Journalen er i bruk akkurat nå. Vent litt, og prøv igjen."
    case .conflict:
      "Opplysningen er endret siden du åpnet den. Ingenting er lagret. Åpne den på nytt."
    case .notPermitted: "Du har ikke lenger tilgang til dette. Ingenting er lagret."
    case .notSaved(let cause): "Det ble ikke lagret. \(systemProblemText(cause))"
    case .system(let cause): systemProblemText(cause)
    case .unreadable(let sequence):
      "Linje \(sequence + 1) i journalen inneholder noe denne utgaven av programmet ikke kan lese."
    }
  }

  func systemProblemText(_ error: SystemError) -> String {
    if error.isFull { return "Disken er full. Frigjør plass, og prøv igjen." }
    if error.isReadOnly { return "Disken kan bare leses." }
    if error.isNotPermitted { return "Programmet har ikke lov til å bruke filen \(error.name)." }
    if error.isMissing { return "Filen \(error.name) finnes ikke." }
    if error.isTooManyOpenFiles { return "For mange filer er åpne. Lukk noe, og prøv igjen." }
    return "Filen \(error.name) kunne ikke brukes (feil \(error.code) fra systemet)."
  }

  func damageText(_ damage: Damage) -> String {
    let what =
      switch damage.kind {
      case .brokenLine: "en linje er ødelagt eller mangler"
      case .brokenPayload: "innholdet i en linje er ødelagt"
      case .brokenHeader: "begynnelsen av filen er ødelagt"
      case .brokenBlob: "en fil med innhold mangler eller er ødelagt"
      case .cutOrReplaced: "slutten mangler, eller filen er byttet ut med en eldre kopi"
      case .lineTooLong: "en linje er lengre enn programmet noen gang skriver"
      case .foreign: "filen hører til en annen person eller et annet sted"
      }
    let place = damage.line.map { "linje \($0)" } ?? "fra tegn \(damage.offset)"
    return "Journalen er skadet: \(what). Fil \(damage.file), \(place). Du ser det som er helt, og "
      + "ingenting kan sendes eller endres. Kommandoen «helseportal verify» sier mer."
  }

  func name(of level: ConsentLevel) -> String {
    switch level {
    case .none: "Ingen"
    case .basis: "Basis"
    case .basisPlus: "Basis+"
    case .full: "Full tilgang"
    }
  }

  func name(of area: ProxyArea) -> String {
    switch area {
    case .registered: "Det som er registrert"
    case .patientRecord: "Pasientjournalen"
    case .digitalServices: "Digitale helsetjenester"
    }
  }

  func name(of role: Role) -> String {
    switch role {
    case .oneself: "deg selv"
    case .parent: "forelder"
    case .guardian: "verge"
    case .proxy: "fullmakt"
    case .assignedProxy: "tildelt fullmakt"
    case .staff: "ansatt"
    case .importer: "import"
    case .system: "programmet"
    }
  }
}
