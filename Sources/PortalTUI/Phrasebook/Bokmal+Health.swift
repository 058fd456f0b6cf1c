import PortalCore

extension Bokmal {
  func status(_ status: MedicationListEntry.Status) -> String {
    switch status {
    case .active: "I bruk"
    case .completed: "Brukt ferdig"
    case .enteredInError: "Registrert ved en feil"
    case .intended: "Skal brukes"
    case .stopped: "Sluttet"
    case .onHold: "Pause"
    case .unknown: "Ukjent om det brukes"
    case .notTaken: "Ikke tatt"
    }
  }

  func status(_ status: Vaccination.Status) -> String {
    switch status {
    case .completed: "Gitt"
    case .enteredInError: "Registrert ved en feil"
    case .notDone: "Ikke gitt"
    case .unknown: "Ukjent om den er gitt"
    }
  }

  func event(_ event: AccessLogEntry.Event, in area: Area?) -> String {
    let place = area.map { ": \(name(of: $0))" } ?? ""
    return switch event {
    case .sessionStart: "Åpnet journalen"
    case .sessionEnd: "Lukket journalen"
    case .read: "Leste\(place)"
    case .search: "Søkte i journalen"
    case .write: "Skrev\(place)"
    case .export: "Hentet ut en kopi\(place)"
    case .importing: "La inn opplysninger fra en fil"
    case .clockBehind: "Klokken på maskinen gikk etter"
    case .repair: "Reparerte en skadet fil"
    case .pinSet: "En PIN-kode ble satt"
    case .identified: "Ny PIN-kode, etter at det ble kontrollert hvem du er"
    case .refusal: "Fikk ikke tilgang\(place)"
    }
  }

  func prescription(_ status: Prescription.Status, _ state: PrescriptionState) -> String {
    switch status {
    case .active where state.isExpired: "Utløpt"
    case .active where state.left == 0: "Alt er hentet ut"
    case .active: "Kan hentes ut"
    case .onHold: "Satt på vent"
    case .cancelled: "Trukket tilbake"
    case .completed: "Ferdig"
    case .enteredInError: "Registrert ved en feil"
    case .stopped: "Stoppet"
    case .draft: "Utkast, ikke gyldig ennå"
    case .unknown: "Ukjent"
    }
  }

  func intent(_ code: String) -> String? {
    switch code {
    case "proposal": "Et forslag, ikke en resept"
    case "plan": "En plan, ikke en resept"
    default: nil
    }
  }

  func repeats(_ state: PrescriptionState) -> String? {
    guard let allowed = state.allowed, let left = state.left else {
      return state.used == 0 ? nil : "Hentet ut \(times(state.used))"
    }
    let all = "\(allowed) i alt (reit \(allowed - 1))"
    guard state.used > 0 else { return "\(all). Ingen er registrert som hentet ut her" }
    return "\(left) igjen av \(all). Hentet ut \(times(state.used))"
  }

  private func times(_ count: Int) -> String { count == 1 ? "1 gang" : "\(count) ganger" }

  func substitution(_ isAllowed: Bool) -> String {
    isAllowed
      ? "Apoteket kan bytte til et likeverdig legemiddel" : "Skal ikke byttes til et annet"
  }

  func dose(_ number: String, of count: String?) -> String {
    count.map { "\(number) av \($0)" } ?? number
  }
}
