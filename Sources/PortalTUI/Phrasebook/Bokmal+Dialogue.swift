import PortalCore

extension Bokmal {
  func problemText(_ problem: DialogueProblem) -> String {
    switch problem {
    case .thread(.notPossible(.write, .closed)):
      "Legekontoret har avsluttet samtalen. Skriv en ny melding i stedet."
    case .thread(.notPossible(.write, .rejected)):
      "Legekontoret tok ikke saken opp, og samtalen er avsluttet. Skriv en ny melding i stedet."
    case .thread(.notPossible(_, let state)):
      "Det kan ikke gjøres: samtalen er nå \(name(of: state).lowercased())."
    case .thread(.changedMeanwhile):
      "Noen andre ved legekontoret var raskere. Se hva som står der nå; teksten din er ikke borte."
    case .thread(.writtenSince):
      "Det er skrevet noe nytt i samtalen. Les det først; teksten din er ikke borte."
    case .formerPractice:
      "Samtalen er med et legekontor du ikke har lenger. Skriv til fastlegen du har nå."
    case .serviceOff(let reason): "Legekontoret tilbyr ikke dette nå: \(reason)"
    case .nothingToRenew: "Velg minst én resept som skal fornyes."
    case .notRenewable(_, let refusal): "Resepten kan ikke fornyes: \(text(for: refusal))"
    }
  }

  func name(of state: ThreadState) -> String {
    switch state {
    case .sent: "Sendt"
    case .read: "Lest av legekontoret"
    case .answered: "Besvart"
    case .closed: "Avsluttet"
    case .rejected: "Avvist"
    }
  }

  func name(of state: PrescriptionRenewal.State) -> String {
    switch state {
    case .requested: "Bedt om fornyelse"
    case .approved: "Fornyet"
    case .declined: "Ikke fornyet"
    case .withdrawn: "Trukket tilbake"
    }
  }

  func text(for refusal: RenewalRefusal) -> String {
    switch refusal {
    case .asked: "du har bedt om det, og legen har ikke bestemt ennå."
    case .renewed: "den er fornyet. Den nye resepten står i listen."
    case .notInUse: "legen har trukket den tilbake."
    case .tooOld: "den gikk ut for mer enn et år siden. Bestill time i stedet."
    case .missing: "den finnes ikke, eller du har ikke tilgang til den."
    }
  }

  // MARK: - Writing

  var waysTitle: String { "Skriv til legekontoret" }

  func waysExplanation(_ practitioner: String) -> String {
    "Velg hva det gjelder. Det går til \(practitioner)."
  }

  func practicePhone(_ number: String) -> String { "Telefon til legekontoret: \(number)" }

  func name(of way: PracticeWay) -> String {
    switch way.service {
    case .common(.office): "Kontakt legekontoret"
    case .common(.eConsultation): "E-konsultasjon"
    case .common(.prescriptionRenewal): "Forny resept"
    case .common(.appointmentBooking): "Be om time"
    case .common(.influenzaVaccine): "Bestill influensavaksine"
    case .other(_, let service): service.name
    }
  }

  func brief(_ kind: Message.Kind) -> String {
    switch kind {
    case .office: "praktiske spørsmål, gratis"
    case .eConsultation: "spørsmål om helse, egenandel"
    case .renewal: "legen bestemmer"
    case .appointmentRequest: "kontoret foreslår en time"
    case .otherService: "kontoret svarer"
    case .imported: ""
    }
  }

  func answerBy(_ day: String, from recipient: String) -> String {
    "Meldingen går til \(recipient). Du skal ha svar senest \(day)."
  }

  func renewQuestion(_ medicine: String) -> String { "Forny \(medicine)" }

  var renewNothing: String {
    "Du har ingen resepter som kan fornyes. Er det noe du trenger, kan du bestille time."
  }

  var renewComment: String { "Beskjed til legen (kan stå tomt)" }

  // MARK: - Conversations

  var conversationState: String { "Samtalen" }
  var receivedByPractice: String { "Mottatt av legekontoret" }

  func answerBy(_ day: String, isOverdue: Bool) -> String {
    isOverdue ? "Skulle vært besvart \(day). Ring legekontoret hvis det haster." : "Senest \(day)"
  }

  var answerByLabel: String { "Svar" }
  var overdue: String { "Over fristen" }
  var dialogueReceipts: String { "Kvitteringer" }

  func receipt(_ act: ThreadAct, by author: String, _ time: String) -> String {
    let what =
      switch act {
      case .write: "Skrevet"
      case .read: "Lest"
      case .answer: "Besvart"
      case .reject: "Avvist"
      case .close: "Avsluttet"
      }
    return "\(what) av \(author), \(time)"
  }

  func author(_ author: StaffAuthor) -> String {
    let work =
      switch author.work {
      case .doctor: "lege"
      case .nurse: "sykepleier"
      case .reception: "resepsjon"
      }
    return author.name.isEmpty ? work : "\(author.name) (\(work))"
  }

  var simulated: String { "Øvelse: dette svaret er laget av programmet. Ingen har lest meldingen." }

  func writtenBy(_ name: String, as role: ProxyRole) -> String {
    "Skrevet av \(name), \(self.name(of: role.role).lowercased())"
  }

  func askedRenewals(_ medicines: [String]) -> String {
    "Ber om fornyelse av: \(medicines.joined(separator: "; "))"
  }

  var archive: String { "Legg bort samtalen" }
  var unarchive: String { "Hent samtalen fram" }
  var archived: String { "Samtalen er lagt bort. Den kommer tilbake når noen skriver i den." }
  var unarchived: String { "Samtalen er hentet fram." }
  var archiveTitle: String { "Samtaler som er lagt bort" }

  func archivedConversations(_ count: Int) -> String {
    count == 1 ? "1 samtale er lagt bort." : "\(count) samtaler er lagt bort."
  }
}
