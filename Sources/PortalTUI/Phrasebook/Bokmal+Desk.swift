import PortalCore

extension Bokmal {
  var templateLanguage: AnswerTemplate.Language { .bokmal }

  func desk(_ word: DeskWord) -> String {
    switch word {
    case .queueTitle: "Meldinger som venter"
    case .queueEmpty: "Ingenting venter."
    case .answeredTitle: "Besvart, ikke avsluttet"
    case .answeredEmpty: "Ingen samtale er besvart og fortsatt åpen."
    case .overdue: "over fristen"
    case .simulated: "Simulert svar"
    case .chooseStaff: "Hvem er i skranken?"
    case .noStaff: "Ingen arbeider ved legekontoret ennå. Legg til noen med --add-staff."
    case .choosePractice: "Hvilket legekontor?"
    case .noPractices: "Ingen legekontor finnes her ennå."
    case .signedOut: "Skranken er stengt."
    case .answer: "Svar"
    case .answerField: "Svaret ditt"
    case .answerHint: "Personen, og de som handler for personen, kan lese det."
    case .template: "Begynn med"
    case .noTemplate: "Tom tekst"
    case .reject: "Avvis"
    case .reasonField: "Begrunnelse"
    case .reasonHint: "Personen leser den."
    case .rejectHint: "Samtalen avsluttes. Personen blir bedt om å bestille time i stedet."
    case .close: "Avslutt"
    case .closeText: "Legekontoret har avsluttet denne samtalen. Begynn en ny om du trenger det."
    case .closeHint: "Ingen kan skrive i samtalen lenger."
    case .decide: "Avgjør resepter"
    case .decision: "Avgjørelse"
    case .approve: "Forny"
    case .decline: "Avslå"
    case .undecided: "Ikke avgjort"
    case .decideMessage: "Melding til personen"
    case .onlyDoctor: "Bare en lege avgjør resepter."
    case .noRequests: "Ingen resept venter på avgjørelse her."
    case .choicesMissing: "Avgjør hver resept; et avslag må begrunnes."
    case .requested: "Bedt fornyet"
    case .dosage: "Dosering"
    case .quantity: "Mengde"
    case .repeats: "Reit"
    case .validUntil: "Gyldig til"
    case .lastDispensed: "Sist utlevert"
    case .never: "aldri"
    case .prescriptionGroup: "Reseptgruppe"
    case .proposeTime: "Foreslå time"
    case .noFreeTime: "Ingen time er ledig. Tilby noen først."
    case .offerTimes: "Tilby timer"
    case .dateField: "Dato"
    case .dateHint: "År, måned og dag: 2026-11-24"
    case .timeField: "Første klokkeslett"
    case .timeHint: "Timer og minutter: 09:20"
    case .minutesField: "Minutter hver"
    case .countField: "Hvor mange"
    case .unusableDate: "Skriv datoen som 2026-11-24."
    case .unusableTime: "Skriv klokkeslettet som 09:20."
    case .unusableNumber: "Skriv et tall fra 1 og oppover."
    case .inThePast: "Dette tidspunktet er passert."
    case .services: "Tjenester"
    case .reasonWhenOff: "Hvorfor den er av"
    case .switchOn: "På"
    case .switchOff: "Av"
    case .switched: "Tjenestene er lagret."
    case .nothingChanged: "Ingenting ble endret."
    case .conflictTitle: "Noen kom først"
    case .conflictText:
      "En annen her har gjort noe i samtalen, eller personen har skrevet igjen. Ingenting av ditt er "
        + "sendt. Teksten din er tatt vare på."
    case .conflictNow: "Slik står det nå"
    case .conflictYours: "Din tekst"
    case .writtenSince: "Personen har skrevet siden. Den meldingen venter fortsatt."
    case .draftFound: "Du har et usendt svar her."
    case .decisionFound: "Du har begynt å avgjøre reseptene her."
    case .person: "Gjelder"
    case .from: "Skrevet av"
    case .age: "Alder"
    }
  }

  func problemText(_ problem: DeskProblem) -> String {
    switch problem {
    case .thread(.changedMeanwhile): "Noen ved legekontoret har gjort noe i samtalen i mellomtiden."
    case .thread(.writtenSince): "Personen har skrevet siden. Les det først."
    case .thread(.notPossible(_, let state)):
      "Dette kan ikke gjøres: samtalen er \(self.state(of: state).lowercased())."
    case .renewalsChanged(let changed):
      "Avgjort eller trukket i mellomtiden: \(changed.count) av ønskene. Ingenting ble lagret."
    case .reasonMissing: "Skriv en begrunnelse."
    case .nothingDecided: "Ingenting er avgjort."
    }
  }

  func name(of service: PracticeService) -> String {
    switch service {
    case .office: "Kontakt legekontoret"
    case .eConsultation: "E-konsultasjon"
    case .prescriptionRenewal: "Fornye resepter"
    case .appointmentBooking: "Timebestilling"
    case .influenzaVaccine: "Influensavaksine"
    }
  }

  func state(of thread: ThreadState) -> String {
    switch thread {
    case .sent: "Ny"
    case .read: "Lest"
    case .answered, .closed, .rejected: name(of: thread)
    }
  }

  func writtenBy(_ writer: Message.Writer) -> String {
    "\(writer.name), \(name(of: writer.role.role))"
  }

  func about(_ name: String?, age: Int?) -> String {
    [name ?? withoutName, age.map(self.age)].compactMap(\.self).joined(separator: ", ")
  }

  func waiting(_ count: Int) -> String { "\(count) meldinger venter" }
  func answerBy(_ date: String) -> String { "svar innen \(date)" }
  func lastAct(_ state: ThreadState, by name: String) -> String {
    "\(self.state(of: state).lowercased()) av \(name)"
  }

  func atDesk(_ practice: String, _ name: String, _ work: StaffMember.Work) -> String {
    "\(practice): \(name), \(self.name(of: work))"
  }

  func cannotBeOpened(_ count: Int, _ reason: String) -> String {
    "\(count) venter fra noen hvis journal ikke kan åpnes. \(reason)"
  }

  func rejection(of kind: Message.Kind, reason: String) -> String {
    let name = name(of: kind).lowercased()
    return "Vi kan ikke ta dette som: \(name). \(reason)\n\nBestill heller en time."
  }

  func decided(renewed: [String], declined: [(name: String, reason: String)]) -> String {
    var lines: [String] = []
    if !renewed.isEmpty { lines.append("Fornyet: \(renewed.joined(separator: ", ")).") }
    lines += declined.map { "Ikke fornyet: \($0.name). \($0.reason)" }
    return lines.joined(separator: "\n")
  }

  func done(_ act: ThreadAct, receipt: String) -> String {
    let what =
      switch act {
      case .write, .answer: "Svaret er sendt og lagret."
      case .read: "Lest."
      case .reject: "Saken er avvist, og personen har fått beskjed."
      case .close: "Samtalen er avsluttet."
      }
    return "\(what) Kvittering \(receipt)."
  }

  func stillTyped(_ reason: String) -> String {
    "Ingenting er sendt. \(reason) Teksten din står her fortsatt."
  }

  func proposed(_ time: String) -> String {
    "Vi foreslår denne timen: \(time). Si ja eller nei til den under Timeavtaler."
  }

  func offered(_ count: Int) -> String {
    count == 1 ? "Én time er tilbudt." : "\(count) timer er tilbudt."
  }

  func renewalState(_ state: PrescriptionRenewal.State) -> String {
    switch state {
    case .requested: "venter på avgjørelse"
    case .approved: "fornyet"
    case .declined: "avslått"
    case .withdrawn: "trukket"
    }
  }

  func simulatedAnswer(to kind: Message.Kind) -> String {
    let text =
      switch kind {
      case .office: "Takk for meldingen. Vi har notert den."
      case .eConsultation:
        "Takk for en god beskrivelse. Se det an noen dager, og skriv igjen eller bestill time hvis "
          + "det blir verre."
      case .renewal: "Reseptene er fornyet."
      case .appointmentRequest: "Vi har fått ønsket ditt. Se ledige timer under Timeavtaler."
      case .otherService: "Vi har fått bestillingen din."
      case .imported: "Takk for meldingen."
      }
    return "Dette er et simulert svar: ingen ved et legekontor har lest det du skrev.\n\n\(text)"
  }

  func wouldEndAt(_ key: String) -> String {
    "Trykk \(key) en gang til for å avslutte samtalen."
  }
}
