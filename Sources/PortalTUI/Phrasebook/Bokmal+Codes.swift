extension Bokmal {
  func name(of status: ClinicalStatus) -> String {
    switch status {
    case .active: "Aktiv"
    case .recurrence: "Kommet tilbake"
    case .relapse: "Tilbakefall"
    case .inactive: "Ikke aktiv nå"
    case .remission: "I bedring uten tegn til sykdom"
    case .resolved: "Gått over"
    }
  }

  func name(of status: VerificationStatus) -> String {
    switch status {
    case .unconfirmed: "Ikke bekreftet"
    case .presumed: "Antatt"
    case .provisional: "Foreløpig"
    case .differential: "En av flere mulige"
    case .confirmed: "Bekreftet"
    case .refuted: "Avkreftet"
    case .enteredInError: "Registrert ved en feil"
    }
  }

  func name(of type: AllergyType) -> String {
    switch type {
    case .allergy: "Allergi"
    case .intolerance: "Overfølsomhet"
    }
  }

  func name(of category: AllergyCategory) -> String {
    switch category {
    case .food: "mat"
    case .medication: "legemiddel"
    case .environment: "omgivelser"
    case .biologic: "biologisk stoff"
    }
  }

  func name(of criticality: Criticality) -> String {
    switch criticality {
    case .low: "Lav fare for en alvorlig reaksjon"
    case .high: "Kan gi en livstruende reaksjon"
    case .unableToAssess: "Faren kan ikke vurderes"
    }
  }

  func name(of severity: ReactionSeverity) -> String {
    switch severity {
    case .mild: "mild reaksjon"
    case .moderate: "middels kraftig reaksjon"
    case .severe: "kraftig reaksjon"
    }
  }

  func name(of status: RecordStatus) -> String {
    switch status {
    case .active: "Aktiv"
    case .amended: "Endret"
    case .appended: "Noe er lagt til"
    case .booked: "Bestilt"
    case .cancelled: "Avlyst"
    case .completed: "Fullført"
    case .corrected: "Rettet"
    case .current: "Gjelder nå"
    case .declined: "Avslått"
    case .draft: "Utkast"
    case .enteredInError: "Registrert ved en feil"
    case .final: "Endelig"
    case .finished: "Avsluttet"
    case .fulfilled: "Gjennomført"
    case .inactive: "Ikke aktiv"
    case .inProgress: "Pågår"
    case .notDone: "Ikke gjort"
    case .onHold: "På vent"
    case .planned: "Planlagt"
    case .preliminary: "Foreløpig"
    case .preparation: "Gjøres klar"
    case .proposed: "Foreslått"
    case .revoked: "Trukket tilbake"
    case .stopped: "Stoppet"
    case .superseded: "Erstattet av et nyere"
    case .unknown: "Ukjent"
    }
  }

  func statement(_ statement: AbsentStatement) -> String {
    switch statement {
    case .noAllergyInformation: "Ingen opplysninger om allergier"
    case .noKnownAllergies: "Ingen kjente allergier"
    case .noKnownMedicationAllergies: "Ingen kjent allergi mot legemidler"
    case .noKnownEnvironmentalAllergies: "Ingen kjent allergi mot noe i omgivelsene"
    case .noKnownFoodAllergies: "Ingen kjent allergi mot mat"
    case .noMedicationInformation: "Ingen opplysninger om legemidler"
    case .noKnownMedications: "Ingen kjente legemidler i bruk"
    case .noProblemInformation: "Ingen opplysninger om sykdommer"
    case .noKnownProblems: "Ingen kjente sykdommer"
    case .noImmunizationInformation: "Ingen opplysninger om vaksiner"
    case .noKnownImmunizations: "Ingen kjente vaksiner"
    }
  }

  func emptyPart(_ reason: EmptyReason) -> String {
    switch reason {
    case .noneKnown: "Det er ikke kjent noe her."
    case .notAsked: "Det er ikke spurt om dette."
    case .withheld: "Innholdet er holdt tilbake."
    case .unavailable: "Innholdet er ikke tilgjengelig."
    case .notStarted: "Arbeidet med dette er ikke begynt."
    case .closed: "Dette er avsluttet."
    }
  }
}
