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
    case .attachment(let refusal): text(for: refusal)
    case .attachmentLost(let name): "Vedlegget \(name) er ikke der lenger. Legg det ved på nytt."
    }
  }

  func text(for refusal: AttachmentRefusal) -> String {
    switch refusal {
    case .empty: "Filen er tom."
    case .tooLarge(let bytes, let limit):
      "Filen er for stor: \(megabytes(bytes)). Det er plass til \(megabytes(limit))."
    case .tooMany(let limit): "Det er plass til \(limit) vedlegg i en melding."
    case .tooMuchTogether(_, let limit):
      "Vedleggene blir for store til sammen. Det er plass til \(megabytes(limit))."
    case .notTaken(.heic?):
      "Bildet er i et format som legekontoret kanskje ikke kan åpne (HEIC). Lagre det som JPEG."
    case .notTaken(.zip?), .notTaken(.oldOffice?), .notTaken(.rtf?):
      "Filen er ikke tekst, PDF eller bilde. Lagre dokumentet som PDF."
    case .notTaken: "Filen er ikke tekst, PDF, PNG eller JPEG, og kan ikke legges ved."
    case .textNotUTF8: "Teksten er i en annen tegnkoding. Lagre den som UTF-8."
    case .notAFile: "Det er ikke en vanlig fil."
    case .notReadable: "Filen kan ikke leses."
    }
  }

  private func megabytes(_ bytes: Int) -> String { "\((bytes + (1 << 20) - 1) >> 20) MB" }

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

  func continueUnsent(_ kind: String) -> String { "Fortsett på usendt: \(kind)" }

  func unsent(_ start: String, saved: String) -> String {
    start.isEmpty ? "lagret \(saved)" : "«\(start)», \(saved)"
  }

  var otherDraftFirst: String {
    "Du har en usendt melding om en annen tjeneste. Send den eller kast den først."
  }

  var wishForTime: String { "Ingen passer: skriv et ønske" }

  func practicePhone(_ number: String) -> String { "Telefon til legekontoret: \(number)" }

  func name(of way: PracticeWay) -> String {
    switch way.service {
    case .common(.office): "Kontakt legekontoret"
    case .common(.eConsultation): "E-konsultasjon"
    case .common(.prescriptionRenewal): "Forny resept"
    case .common(.appointmentBooking): "Bestill time"
    case .common(.influenzaVaccine): "Bestill influensavaksine"
    case .other(_, let service): service.name
    }
  }

  func brief(_ kind: Message.Kind) -> String {
    switch kind {
    case .office: "praktiske spørsmål, gratis"
    case .eConsultation: "spørsmål om helse, egenandel"
    case .renewal: "legen bestemmer"
    case .appointmentRequest: "velg en ledig time, eller skriv et ønske"
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

  var attachTitle: String { "Legg ved en fil" }
  var attachField: String { "Filen" }
  var attachHint: String { "Tekst, PDF, PNG eller JPEG, høyst 10 MB. Skriv hvor filen ligger." }
  func attached(_ name: String) -> String { "\(name) er lagt ved kladden." }
  var detached: String { "Vedleggene er tatt bort." }

  func attachment(_ name: String, bytes: Int) -> String {
    bytes < 1 << 20 ? "\(name) (\((bytes + 1023) >> 10) kB)" : "\(name) (\(megabytes(bytes)))"
  }

  func fileProblem(_ problem: InputFile.Problem) -> String {
    switch problem {
    case .missing: "Det er ingen fil der."
    case .directory: "Det er en mappe, ikke en fil."
    case .tooLarge: "Filen er for stor."
    case .unreadable(let reason): "Filen kan ikke leses: \(reason)."
    }
  }

  var saveAttachmentTitle: String { "Lagre et vedlegg" }
  var whichAttachment: String { "Hvilket vedlegg" }
  func attachmentSaved(_ name: String) -> String { "Vedlegget er lagret i \(name)." }
  func attachmentThere(_ name: String) -> String {
    "Det er en fil der fra før: \(name). Velg et annet navn."
  }
  func attachmentNotSaved(_ name: String) -> String {
    "Vedlegget kunne ikke lagres i \(name). Velg et annet sted."
  }

  func advice(_ finding: SecondLook.Finding) -> String {
    let words = finding.phrases.joined(separator: ", ")
    return switch finding.advice {
    case .emergency:
      "Teksten kan handle om noe som haster (\(words)). Ingen leser meldingen med en gang. Ring 113 "
        + "ved fare for liv, ellers 116 117 når legekontoret er stengt."
    case .healthQuestionToOffice:
      "Dette ser ut som et spørsmål om helse (\(words)), og legekontoret svarer ikke på det her. "
        + "Velg e-konsultasjon eller be om time."
    }
  }

  var sendAnyway: String { "Ikke sendt ennå. Send en gang til for å sende den som den er." }

  func cost(_ answer: FeeSchedule.Answer) -> String? {
    switch answer {
    case .free(.always): "Dette er gratis."
    case .free(.child(let years)): "Dette er gratis for barn under \(years) år."
    case .free(.exemptionCard): "Dette er gratis fordi du har frikort."
    case .known(let fee): "Egenandelen er \(fee.kroner) kroner. Med frikort betaler du ikke."
    case .outdated(let fee):
      "Egenandelen var \(fee.kroner) kroner i \(fee.validFrom.year); den nye satsen er ikke lagt inn. "
        + "Med frikort betaler du ikke."
    case .unknown: nil
    }
  }

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

  var withdrawAction: String { "Ta tilbake ønsket om fornyelse" }
  func withdrawAgain(key: String) -> String {
    "Legen får ikke fornye resepten før du ber om det på nytt. Trykk \(key) en gang til for å ta ønsket tilbake."
  }
  var withdrawn: String {
    "Ønsket om fornyelse er tatt tilbake. Du kan be om det på nytt når du vil."
  }

  var showByPractice: String { "Vis etter kontor og sykehus" }
  var archive: String { "Legg bort samtalen" }
  var unarchive: String { "Hent samtalen fram" }
  var archived: String { "Samtalen er lagt bort. Den kommer tilbake når noen skriver i den." }
  var unarchived: String { "Samtalen er hentet fram." }
  var archiveTitle: String { "Samtaler som er lagt bort" }
}
