import PortalCore

extension Bokmal {
  func problemText(_ problem: AppointmentProblem) -> String {
    switch problem {
    case .timeTaken:
      "Noen andre har denne timen, kanskje siden for et øyeblikk siden. Ingenting ble bestilt. Velg en annen."
    case .timeOver: "Dette tidspunktet er over. Ingenting ble bestilt. Velg et annet."
    case .noSuchTime: "Legekontoret har ikke en slik time. Se på de ledige timene på nytt."
    case .notOffered(let reason): "Legekontoret tar ikke imot timebestilling her nå: \(reason)"
    case .notPossible(let obstacle): obstacleText(obstacle)
    case .otherPractice:
      "Timen er bestilt hos et legekontor som ikke lenger er ditt. Avbestill den og bestill en ny."
    case .wordsMissing:
      "De som satte opp timen, vil ha en begrunnelse. Skriv hvorfor du avbestiller."
    case .tooLong(let limit): "Teksten er for lang. Det er plass til \(limit) tegn."
    }
  }

  func problemText(_ problem: PractitionerProblem) -> String {
    switch problem {
    case .noSuchPractitioner: "Det finnes ingen slik fastlege her."
    case .noFreePlace:
      "Listen er full, kanskje siden for et øyeblikk siden. Du kan stå på venteliste."
    case .hasFreePlace: "Det er plass på listen. Bytt til denne fastlegen i stedet for å vente."
    case .alreadyTheirs: "Dette er fastlegen din, eller blir det fra den første i neste måned."
    case .pendingChange: "Du har et bytte som venter på dagen sin. Angre det først."
    case .tooMany(let year):
      "Du har byttet fastlege to ganger i \(year). Du kan bytte igjen neste år."
    case .notPending: "Byttet har trådt i kraft eller er angret. Det kan ikke angres nå."
    case .notWaiting: "Du står ikke på noen venteliste."
    }
  }

  func obstacleText(_ obstacle: AppointmentOptions.Obstacle) -> String {
    switch obstacle {
    case .begun: "Timen har begynt eller er over."
    case .ended: "Timen står ikke lenger."
    case .notProposed: "Det er ikke noe forslag å svare på."
    case .onlyProposed: "Timen er bare foreslått. Godta eller avslå den."
    case .byAsking: "De som satte opp timen, vil bli spurt. Ring eller skriv til dem."
    case .notAllowed: "De som satte opp timen, tillater det ikke her. Ring dem."
    }
  }

  func status(_ status: Appointment.Status) -> String {
    switch status {
    case .proposed: "Foreslått, ikke besvart"
    case .pending: "Ikke bekreftet ennå"
    case .booked: "Bestilt"
    case .arrived: "Du har møtt"
    case .checkedIn: "Registrert ankommet"
    case .fulfilled: "Gjennomført"
    case .cancelled: "Avbestilt"
    case .noShow: "Ikke møtt"
    case .waitlist: "På venteliste"
    case .enteredInError: "Feilregistrert"
    }
  }

  func name(of care: Appointment.Care) -> String {
    switch care {
    case .primary: "Fastlege eller kommune"
    case .specialist: "Sykehus eller spesialist, eller ukjent"
    }
  }

  func appointmentType(_ code: String) -> String? {
    switch code.lowercased() {
    case "ordinær": "Ordinær time"
    case "hastetime": "Hastetime"
    case "video": "Video"
    case "tidsvindu": "Innenfor et tidsrom"
    case "gruppe": "Gruppe"
    case "vaksine": "Vaksine"
    case "lab": "Laboratorium"
    default: nil
    }
  }

  func cancelledBy(_ code: String) -> String? {
    switch code {
    case "AAI": "Avlyst av innbygger"
    case "APVAI": "Avlyst på vegne av innbygger"
    case "AAT": "Avlyst av tjenesten"
    default: nil
    }
  }

  func weekday(_ date: CivilDate) -> String {
    let names = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
    return "\(names[date.weekday - 1]) \(day(date))"
  }

  func daysUntil(_ days: Int) -> String {
    switch days {
    case 0: "i dag"
    case 1: "i morgen"
    case 2...: "om \(days) dager"
    case -1: "i går"
    default: "for \(-days) dager siden"
    }
  }

  func minutes(_ minutes: Int) -> String { minutes == 1 ? "1 minutt" : "\(minutes) minutter" }

  var comingHeading: String { "Kommende" }
  var pastHeading: String { "Tidligere" }
  var appointmentOrder: String {
    "Kommende timer først, den neste øverst; deretter tidligere timer."
  }
  var noAppointments: String { "Det er ingen timeavtaler." }
  var place: String { "Sted" }
  var withWhom: String { "Hos" }
  var about: String { "Gjelder" }
  var preparation: String { "Slik forbereder du deg" }
  var length: String { "Varer" }
  var careLevel: String { "Nivå" }
  var bookedOn: String { "Satt opp" }
  var cancelledBecause: String { "Hvorfor avbestilt" }
  var youMayHeading: String { "Dette kan du gjøre" }

  func may(_ act: Appointment.Act) -> String {
    switch act {
    case .book: "Du kan godta den foreslåtte timen."
    case .move: "Du kan flytte den til en annen ledig time."
    case .cancel: "Du kan avbestille den."
    case .fulfil, .miss: ""
    }
  }

  func mayNot(_ act: Appointment.Act, because obstacle: String) -> String {
    switch act {
    case .book: "Du kan ikke godta den her. \(obstacle)"
    case .move: "Du kan ikke flytte den her. \(obstacle)"
    case .cancel: "Du kan ikke avbestille den her. \(obstacle)"
    case .fulfil, .miss: obstacle
    }
  }

  func lateFee(_ amounts: String?) -> String {
    let amounts = amounts.map { " (\($0))" } ?? ""
    return "Det er så sent at det kan koste et gebyr å avbestille eller flytte timen\(amounts)."
  }
  func freeUntil(_ moment: String) -> String {
    "Det er gratis å avbestille eller flytte timen til og med \(moment)."
  }
  var notToldElsewhere: String {
    "Timen er satt opp et annet sted, og ingenting sendes ut herfra. Gi dem også beskjed om at du ikke kommer."
  }

  var bookTitle: String { "Bestill time" }
  var moveTitle: String { "Flytt til en annen time" }
  func bookingReaders(_ practice: String) -> String {
    "De som arbeider hos \(practice), leser det du skriver."
  }
  var bookingFee: String {
    "Du betaler vanlig egenandel når du kommer; barn under 16 år betaler ikke. Avbestill senest 24 "
      + "timer før, ellers kan det koste et gebyr."
  }
  func noTimes(_ practice: String) -> String {
    "\(practice) har ingen ledige timer her nå. Skriv til dem, eller ring."
  }
  func bookingOff(_ practice: String, _ reason: String) -> String {
    "\(practice) tar ikke imot timebestilling her nå: \(reason)"
  }
  var chooseTime: String { "Velg en ledig time." }
  var aboutLabel: String { "Hva det gjelder" }
  var aboutHint: String { "Du kan la det stå tomt." }
  func booked(_ when: String) -> String { "Du har time \(when)." }
  func moved(_ when: String) -> String { "Timen din er nå \(when)." }
  func bookingFailed(_ reason: String) -> String { "Ikke bestilt. \(reason)" }

  var cancelTitle: String { "Avbestill timen" }
  var declineTitle: String { "Avslå den foreslåtte timen" }
  var cancelReason: String { "Hvorfor" }
  var cancelReasonHint: String { "Legekontoret leser dette. Du kan la det stå tomt." }
  var cancelled: String { "Timen er avbestilt." }
  var cancelFailed: String { "Ikke avbestilt." }
  var accepted: String { "Du har godtatt timen." }
  var acceptTitle: String { "Godta timen" }
  var fromTime: String { "Nå" }
  var toTime: String { "Da" }
  var keepTime: String { "Nei, la timen stå som den er" }
  func moveTo(_ when: String) -> String { "Flytt til \(when)" }

  var calendarTitle: String { "Legg i kalender" }
  var calendarFile: String { "Navn på filen" }
  var calendarHint: String {
    "Et kalenderprogram åpner filen. Den sier når og hvor, ikke hva det gjelder. En fil som finnes, blir aldri skrevet over."
  }
  func calendarWritten(_ path: String) -> String { "Skrevet: \(path)" }
  func calendarThere(_ path: String) -> String {
    "Filen \(path) finnes fra før. Velg et annet navn."
  }
  func calendarNotWritten(_ path: String) -> String { "Filen \(path) kunne ikke skrives." }
  var noTimeForCalendar: String {
    "Timen har ikke noe klokkeslett, så en kalender kan ikke ha den."
  }

  func reminder(_ title: String, _ when: String, days: Int) -> String {
    "Time \(daysUntil(days)): \(title), \(when)"
  }
}
