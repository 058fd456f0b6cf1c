import PortalCore

extension Bokmal {
  func name(of kind: Message.Kind) -> String {
    switch kind {
    case .office: "Til legekontoret"
    case .eConsultation: "E-konsultasjon"
    case .renewal:
      "Fornyelse av resept"
    case .appointmentRequest:
      "Ønske om time"
    case .otherService:
      "Annen tjeneste"
    case .imported: "Hentet fra et annet system"
    }
  }

  func readers(of kind: Message.Kind) -> String {
    switch kind {
    case .office:
      "De som jobber på legekontoret, leser og svarer. Bare praktiske spørsmål, ikke helse. Gratis."
    case .eConsultation:
      "Legen leser og svarer på spørsmål om helsen din. Du betaler vanlig egenandel. Legen kan be "
        + "deg bestille time i stedet."
    case .renewal:
      "Legekontoret leser, og legen bestemmer. Det kan koste en liten egenandel."
    case .appointmentRequest:
      "Legekontoret leser og foreslår en time."
    case .otherService:
      "Legekontoret leser og svarer."
    case .imported: "Kom fra et annet system."
    }
  }

  func status(_ status: Message.Status) -> String {
    switch status {
    case .sent: "Sendt, ikke hentet av legekontoret ennå"
    case .received: "Mottatt"
    case .notDone: "Ikke gjennomført"
    case .enteredInError: "Registrert ved en feil"
    }
  }

  func progress(_ progress: MessageProgress) -> String {
    switch progress {
    case .stored: "Sendt, på vei til legekontoret"
    case .atPractice: "Mottatt av legekontoret, ikke besvart ennå"
    case .answered: "Besvart"
    }
  }

  func yourself(to recipients: String) -> String {
    recipients.isEmpty ? "Du" : "Du til \(recipients)"
  }

  func messages(_ count: Int) -> String { "\(count) meldinger" }

  func answerTime(_ recipient: String) -> String {
    "Meldingen går til \(recipient). Du får vanligvis svar innen 5 virkedager."
  }

  func sent(receipt: String?) -> String {
    guard let receipt else { return "Meldingen er sendt og lagret." }
    return "Meldingen er sendt og lagret. Kvittering \(receipt)."
  }

  func notSent(_ reason: String) -> String {
    "Meldingen er ikke sendt. \(reason) Teksten din står her fortsatt."
  }

  func draftNotKept(_ reason: String) -> String {
    "Kladden ble ikke lagret. \(reason) Teksten står på skjermen så lenge siden er åpen."
  }
}
