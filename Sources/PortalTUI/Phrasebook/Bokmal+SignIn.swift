import PortalCore

extension Bokmal {
  func sentence(on problem: SignInProblem) -> String {
    switch problem {
    case .needed: "Logg inn med ditt eget nummer og din egen PIN-kode."
    case .notANumber:
      "Dette er ikke et fødselsnummer eller D-nummer. Det har elleve sifre. Se etter en skrivefeil."
    case .wrong:
      "Nummeret eller PIN-koden er ikke riktig. Se over begge og prøv igjen. Etter fem feil forsøk "
        + "må du vente."
    case .locked(.until(let time)):
      "Det har vært for mange feil forsøk. Du kan prøve igjen \(text(time))."
    case .locked(.untilIdentified):
      "Det har vært for mange feil forsøk. Du får en ny PIN-kode hos fastlegekontoret, eller av den "
        + "som driver denne portalen, når de har forsikret seg om hvem du er."
    case .weak(let weakness): sentence(on: weakness)
    case .oldPINNeeded: "Oppgi først PIN-koden du har nå."
    case .pepper: "Innlogging virker ikke nå. Si fra til den som driver denne portalen."
    case .hashFailed: "PIN-koden kunne ikke kontrolleres. Prøv igjen om litt."
    case .unusableIdleTime: "Så mange minutter kan ikke brukes."
    }
  }

  private func sentence(on weakness: PIN.Weakness) -> String {
    switch weakness {
    case .tooShort: "PIN-koden må ha minst \(PIN.allowedCount.lowerBound) sifre."
    case .tooLong: "PIN-koden kan ha høyst \(PIN.allowedCount.upperBound) sifre."
    case .notDigits: "PIN-koden har bare sifre."
    case .tooSimple: "Denne PIN-koden er blant de første andre prøver. Velg en annen."
    case .personal: "Fødselsdatoen og fødselsnummeret ditt kjenner andre. Velg en annen PIN-kode."
    case .unchanged: "Dette er PIN-koden du har. Velg en annen."
    }
  }

  func text(for problem: SignInProblem) -> String {
    switch problem {
    case .needed:
      "i dette lageret logger man inn: ingen er logget inn: bruk --as NUMMER og --pin-file FIL"
    case .notANumber: "dette er verken et fødselsnummer eller en id: --as: se over sifrene"
    case .wrong: "nummeret eller PIN-koden er ikke riktig: --as, PIN: se over begge og prøv igjen"
    case .locked(.until(let time)):
      "for mange feil forsøk: innloggingen er sperret til \(text(time)): vent til da"
    case .locked(.untilIdentified):
      "for mange feil forsøk: innloggingen er sperret: en ny PIN-kode gis der man har forsikret seg "
        + "om hvem personen er (helseportal help pin)"
    case .weak(let weakness): "PIN-koden duger ikke: PIN: \(reason(weakness)): velg en annen"
    case .oldPINNeeded:
      "i dette lageret logger man inn: --person: personen endrer PIN-koden med --as, eller får en ny "
        + "med --re-identified"
    case .pepper(let problem): text(for: problem)
    case .hashFailed:
      "C-biblioteket kan ikke lage hasher (yescrypt): crypt: ingenting er telt, prøv igjen"
    case .unusableIdleTime(let allowed):
      "økter kan ikke vare så lenge uten tastetrykk: --idle: bruk \(allowed.lowerBound) til "
        + "\(allowed.upperBound) minutter (0, aldri, bare i øvelser)"
    }
  }

  private func reason(_ weakness: PIN.Weakness) -> String {
    switch weakness {
    case .tooShort: "færre enn \(PIN.allowedCount.lowerBound) sifre"
    case .tooLong: "flere enn \(PIN.allowedCount.upperBound) sifre"
    case .notDigits: "noe annet enn sifre"
    case .tooSimple: "blant de første andre prøver"
    case .personal: "fødselsdatoen, eller en del av fødselsnummeret"
    case .unchanged: "den samme som før"
    }
  }

  private func text(for problem: PepperProblem) -> String {
    switch problem {
    case .missing(let path):
      "hemmeligheten som PIN-koder kontrolleres med, er ikke der: \(path): hent den tilbake, se "
        + "docs/operations.md"
    case .unusable(let path):
      "hemmeligheten som PIN-koder kontrolleres med, kan ikke brukes: \(path): det må være din egen "
        + "fil, rettighetene 0600, slik den ble skrevet"
    case .different(let path):
      "hemmeligheten som PIN-koder kontrolleres med, er et annet lagers: \(path): hent tilbake dette "
        + "lagerets, eller sett HELSEPORTAL_PEPPER"
    case .insideStore(let path):
      "hemmeligheten som PIN-koder kontrolleres med, kan ikke ligge i datakatalogen: \(path): sett "
        + "HELSEPORTAL_PEPPER til et annet sted"
    case .system(let path, let error):
      "hemmeligheten som PIN-koder kontrolleres med, kan ikke brukes: \(path) "
        + "(\(SystemError.words(error.code))): se på katalogen"
    case .store(let error): text(for: error)
    }
  }

  var signInTitle: String { "Logg inn" }
  var signInIsPossible: String {
    "med PIN-kode; hemmeligheten som PIN-koder kontrolleres med, er der"
  }
  var signInExplanation: String {
    "Skriv fødselsnummeret ditt og PIN-koden din. Av PIN-koden vises bare stjerner."
  }
  var numberField: String { "Fødselsnummer eller D-nummer" }
  var numberHint: String { "Elleve sifre" }
  var pinField: String { "PIN-kode" }
  var signInLabel: String { "Logg inn" }
  var missingNumber: String { "Skriv nummeret ditt." }
  var missingPIN: String { "Skriv PIN-koden din." }
  func wrongSinceLast(_ count: Int) -> String {
    "Noen har prøvd feil PIN-kode \(count == 1 ? "én gang" : "\(count) ganger") siden du sist "
      + "logget inn. Var det ikke deg, så bytt PIN-kode."
  }
  func secretLength(_ count: Int) -> String { "\(count) tegn" }

  var signedOutTitle: String { "Logget ut" }
  var signedOutText: String {
    "Du er logget ut. En melding som ikke ble sendt, er tatt vare på som kladd."
  }
  func signedOutAfter(minutes: Int) -> String {
    "Du ble logget ut fordi ingen tast ble trykket på \(minutes) minutter. En melding som ikke ble "
      + "sendt, er tatt vare på som kladd."
  }
  var openAgain: String { "Åpne journalen igjen" }
  func idleWarning(seconds: Int) -> String {
    let time = seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds) s"
    return "Du blir logget ut om \(time). Trykk en tast for å bli."
  }
  var staying: String { "Du er fortsatt logget inn." }
  var plainIdleHint: String { "I ren tekst: trykk Enter." }

  var askPIN: String { "PIN-kode: " }
  var askOldPIN: String { "PIN-koden du har nå: " }
  var askNewPIN: String { "Ny PIN-kode: " }
  var askNewPINAgain: String { "Ny PIN-kode en gang til: " }
  var pinIsSet: String { "PIN-koden er satt." }
  func pinIsRequired(without count: Int) -> String {
    let rest =
      count == 0
      ? ""
      : " \(count) \(count == 1 ? "person" : "personer") har ingen PIN-kode ennå: "
        + "helseportal help pin."
    return "Fra nå av logger man inn i dette lageret.\(rest)"
  }
  func idleTimeIsSet(minutes: Int) -> String {
    minutes == 0
      ? "Økter avsluttes ikke lenger av seg selv."
      : "Økter avsluttes etter \(minutes) minutter uten tastetrykk."
  }
}
