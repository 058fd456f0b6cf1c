import PortalCore

extension Bokmal {
  func name(of area: Area) -> String {
    switch area {
    case .overview: "Oversikt"
    case .messages: "Meldinger"
    case .results: "Prøvesvar"
    case .prescriptions: "Resepter"
    case .medications: "Legemiddelliste"
    case .vaccinations: "Vaksiner"
    case .coreJournal: "Kjernejournal"
    case .appointments: "Timeavtaler"
    case .documents: "Dokumenter"
    case .proxies: "Fullmakter"
    case .privacy: "Personvern"
    case .accessLog: "Innsynslogg"
    }
  }

  func name(of kind: RecordKind) -> String {
    switch kind {
    case .person: "Person"
    case .consent: "Samtykke"
    case .youthLogin: "Innlogging for ungdom"
    case .proxyGrant: "Fullmakt"
    case .representation: "Rett til å handle for noen"
    case .accessNotice: "Kvittering"
    case .message: "Melding"
    case .testResult: "Prøvesvar"
    case .resultReport: "Svarrapport"
    case .prescription: "Resept"
    case .dispensing: "Utlevering"
    case .medicationListEntry: "Legemiddel i bruk"
    case .medication: "Legemiddel"
    case .vaccination: "Vaksine"
    case .allergy: "Allergi eller reaksjon"
    case .healthCondition: "Diagnose"
    case .document: "Dokument"
    case .unmappedResource: "Annen opplysning"
    case .practitioner, .practitionerRole: "Helsepersonell"
    case .organization: "Virksomhet"
    case .importReceipt: "Import"
    case .repair: "Reparasjon av journalen"
    case .erasure: "Sletting"
    case .threadStatus: "Hvor langt en samtale er kommet"
    case .renewal: "Fornyelse av resept"
    case .appointment: "Timeavtale"
    case .practitionerChange: "Bytte av fastlege"
    case .waitingListPlace: "Plass på venteliste"
    case .notificationProfile: "Varsler"
    }
  }

  func untitled(_ kind: RecordKind) -> String {
    switch kind {
    case .person: "Person uten navn"
    case .message: "Melding uten emne"
    case .testResult: "Prøve uten navn"
    case .resultReport: "Rapport uten navn"
    case .prescription, .dispensing, .medicationListEntry, .medication: "Legemiddel uten navn"
    case .vaccination: "Vaksine uten navn"
    case .allergy: "Allergi uten navn"
    case .healthCondition: "Diagnose uten navn"
    case .repair, .erasure, .consent, .youthLogin, .proxyGrant, .representation, .accessNotice,
      .threadStatus, .renewal, .appointment, .practitionerChange, .waitingListPlace,
      .notificationProfile:
      name(of: kind)
    case .document: "Dokument uten tittel"
    case .unmappedResource, .practitioner, .practitionerRole, .organization,
      .importReceipt:
      "\(name(of: kind)) uten navn"
    }
  }

  func actionLabel(_ action: ActionID) -> String {
    switch action {
    case .write: label(.writeMessage)
    case .reply: label(.reply)
    case .edit: editContactTitle
    case .discardDraft: label(.discardDraft)
    case .changeOrder: label(.showByDate)
    case .showSource: "Vis originalen"
    case .showHistory: "Vis endringer"
    case .endRight: endProxyAction
    case .addToCalendar: calendarTitle
    case .actFor: "Handle for en annen"
    case .onlyOthers: label(.showOnlyOthers)
    case .showOlder: "Vis eldre"
    case .search: "Søk"
    case .attachments: "Vedlegg"
    case .archive: archive
    case .showArchive: archiveTitle
    case .reject: desk(.reject)
    case .close: desk(.close)
    case .decide: desk(.decide)
    case .showAnswered: desk(.answeredTitle)
    case .offerTimes: desk(.offerTimes)
    case .services: desk(.services)
    }
  }

  func truth(_ isTrue: Bool) -> String { isTrue ? "Ja" : "Nei" }
  func born(_ date: String) -> String { "født \(date)" }

  func newsText(count: Int, since: String?) -> String {
    guard let since else { return "Dette er første gang du er her." }
    return count == 0
      ? "Ikke noe nytt siden \(since)" : "\(count) siden \(since). De nyeste står øverst"
  }

  func olderEntries(_ count: Int) -> String {
    count == 1 ? "1 eldre vises ikke." : "\(count) eldre vises ikke."
  }

  func found(_ count: Int, shown: Int, query: String) -> String {
    if query.isEmpty { return "Skriv det du leter etter: det søkes i hele journalen." }
    if count == 0 { return "Ingenting i journalen har alle disse ordene." }
    let found = count == 1 ? "1 treff" : "\(count) treff, de nyeste først"
    return shown < count ? "\(found); de \(shown) nyeste vises." : "\(found)."
  }

  func count(_ count: Int, in area: Area, new: Int) -> String {
    let noun: (one: String, many: String) =
      switch area {
      case .messages: ("samtale", "samtaler")
      case .results: ("svar", "svar")
      case .prescriptions: ("resept eller utlevering", "resepter og utleveringer")
      case .medications: ("legemiddel", "legemidler")
      case .vaccinations: ("vaksine", "vaksiner")
      case .documents: ("dokument", "dokumenter")
      case .accessLog: ("hendelse", "hendelser")
      case .appointments: ("time", "timer")
      case .proxies: ("fullmakt", "fullmakter")
      case .overview, .coreJournal, .privacy: ("opplysning", "opplysninger")
      }
    let all = count == 0 ? "ingen" : "\(count) \(count == 1 ? noun.one : noun.many)"
    return new == 0 ? all : "\(all), \(new) \(new == 1 ? "ny" : "nye")"
  }

  func version(_ number: Int) -> String {
    number == 1 ? "lagt inn" : "endret, utgave \(number)"
  }

  func asItWas(_ version: String, _ time: String) -> String {
    "Slik ble det \(version) \(time). Det kan være endret senere."
  }

  func actor(_ attribution: Attribution) -> String {
    switch attribution.actor {
    case .importer: "Import fra fil"
    case .system: "Portalen selv"
    case .staff: "Ansatt ved et legekontor"
    case .person:
      attribution.actor == attribution.subject
        ? "Du" : "En annen person: \(name(of: attribution.basis.role))"
    }
  }

  /// Who a line of the access log is about, by the name of that time where there is one.
  func reader(_ line: AccessLogLine) -> String {
    guard let reader = line.entry.reader, let name = reader.name else {
      return actor(line.attribution)
    }
    let role =
      reader.authorisation.map { self.name(of: $0) } ?? self.name(of: line.attribution.basis.role)
    return ["\(name) (\(role))", reader.organisation].compactMap(\.self).joined(separator: ", ")
  }

  func name(of purpose: PurposeOfUse) -> String {
    switch purpose {
    case .treatment: "behandling"
    case .patientRequest: "personen selv ber om det"
    case .familyRequest: "foreldreansvar"
    case .powerOfAttorney: "rett til å handle for personen"
    }
  }

  func name(of work: StaffMember.Work) -> String {
    switch work {
    case .doctor: "lege"
    case .nurse: "sykepleier"
    case .reception: "resepsjon"
    }
  }
}
