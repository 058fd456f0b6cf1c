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
}
