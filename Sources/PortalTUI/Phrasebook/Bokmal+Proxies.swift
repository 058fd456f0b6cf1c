import PortalCore

extension Bokmal {
  func problemText(_ problem: ProxyProblem) -> String {
    switch problem {
    case .oneself: "Ingen kan få rett til å handle for seg selv."
    case .unknownHolder: "Den som skal handle, er ikke kjent her."
    case .holderCannotAct: "Denne personen kan ikke handle på vegne av andre her."
    case .holderTooYoung(let years): "Den som skal handle, må være fylt \(years) år."
    case .holderAgeUnknown: "Det er ikke kjent hvor gammel den som skal handle, er."
    case .noArea: "Velg minst ett område som fullmakten skal gjelde."
    case .startsInThePast: "Den første dagen er forbi. Velg i dag eller en senere dag."
    case .endsBeforeStart:
      "Den siste dagen er forbi, eller kommer før den første. Velg en senere dag."
    case .lastsTooLong(let latest):
      "En tildelt fullmakt varer i høyst fem år, her til \(day(latest)). Velg den dagen eller en "
        + "tidligere dag."
    case .reasonMissing: "Skriv hvorfor fullmakten tildeles."
    case .alreadyGiven:
      "Denne personen har en slik rett fra før. Endre den: det kan aldri være to."
    case .alreadyEnded: "Denne retten er slutt. Gi en ny."
    case .notOnesOwnToEnd(let role):
      "Denne retten (\(name(of: role.role))) er ikke gitt av personen, som ikke kan endre eller avslutte "
        + "den her."
    case .notFromRegister(let role):
      "Ikke noe register sier hvem som er dette: \(name(of: role.role))."
    case .parenthoodMissing: "Si om forelder og barn er registrert på samme adresse."
    case .onlyPreview: "Dette er en forhåndsvisning. Ingenting kan endres i den."
    case .notPreviewable: "Bare en fullmakt som personen selv gir, kan forhåndsvises."
    }
  }

  func title(of notice: AccessNotice, for reader: Person.ID) -> String {
    let isOwn = reader == notice.person
    let other = notice.otherName(for: reader) ?? ""
    return switch notice.event {
    case .given: isOwn ? "\(other) kan handle for deg" : "Du kan handle for \(other)"
    case .changed:
      isOwn ? "Endret: \(other) kan handle for deg" : "Endret: du kan handle for \(other)"
    case .ended:
      isOwn
        ? "Slutt: \(other) kan ikke lenger handle for deg"
        : "Slutt: du kan ikke lenger handle for \(other)"
    case .youthLoginAllowed:
      isOwn ? "Du kan logge inn selv" : "\(other) kan logge inn på egen hånd"
    case .youthLoginWithdrawn:
      isOwn
        ? "Du kan ikke lenger logge inn selv"
        : "\(other) kan ikke lenger logge inn på egen hånd"
    }
  }

  func text(of notice: AccessNotice, for reader: Person.ID) -> String {
    var sentences = ["\(title(of: notice, for: reader)). \(text(notice.time))."]
    if let right = notice.right {
      sentences.append("Rolle: \(name(of: right.role.role)).")
      switch notice.event {
      case .given, .changed:
        if right.role == .proxy || right.role == .guardian {
          sentences.append("Gjelder: \(names(of: right.areas)).")
        }
        let last = right.lastDay.map(day)
        sentences.append(
          "Varer \(span(from: day(OsloTime.date(right.start)), to: last))"
            + (last == nil ? ", uten sluttdato." : ", den dagen medregnet.")
        )
        if right.role == .proxy {
          sentences.append("Begge kan avslutte den når som helst.")
        }
      case .ended: sentences.append("Avsluttet av \(endedBy(right.ended)).")
      case .youthLoginAllowed, .youthLoginWithdrawn: break
      }
    }
    if let chooser = notice.chooserName { sentences.append("Valgt av \(chooser), forelder.") }
    return sentences.joined(separator: " ")
  }

  func state(of proxy: GivenProxy) -> String {
    switch proxy.state {
    case .notBegun: return "Begynner \(day(OsloTime.date(proxy.grant.start)))"
    case .active:
      guard let last = proxy.grant.lastDay else { return "Gjelder, uten sluttdato" }
      return "Gjelder, siste dag \(day(last))"
    case .ended(let time):
      if let last = proxy.readableUntil {
        return "Slutt, det som kom før, kan leses til \(day(last))"
      }
      guard let ending = proxy.grant.ending else {
        return
          "Løp ut, siste dag \(day(CivilDate(daysSinceEpoch: OsloTime.date(time).daysSinceEpoch - 1)))"
      }
      return "Avsluttet \(text(time)) av \(endedBy(ending.reason))"
    }
  }

  func text(of change: AccessChange) -> String {
    let what = change.isWriting ? "skriving" : "lesing"
    let verb = change.isOpening ? "åpnes" : "stenges"
    let count = change.count.map { " (\(self.count($0, in: change.area, new: 0)))" } ?? ""
    return "\(name(of: change.area)): \(what) \(verb)\(count)"
  }

  func youthLogin(isAllowed: Bool) -> String {
    isAllowed ? "Kan logge inn på egen hånd" : "Kan ikke logge inn på egen hånd"
  }

  var readsAndWrites: String { "leser og skriver" }
  var readsOnly: String { "leser" }
  var closed: String { "stengt" }
  var mayActFor: String { "Kan handle for:" }
  var consentLevel: String { "Samtykke" }
  var withdrawalErases: String {
    "Når et samtykke trekkes tilbake, slettes alt som er lagret, for godt, unntatt hvem du er, "
      + "valgene dine og hvem som kan handle for deg."
  }

  private func endedBy(_ reason: ProxyGrant.Ending.Reason?) -> String {
    switch reason {
    case .byGrantor: "den som ga den"
    case .byProxy: "den som hadde den"
    case .replaced: "en ny som kom i stedet"
    case .register: "registeret"
    case .byPractice: "legekontoret"
    case nil: "sin siste dag"
    }
  }
}
