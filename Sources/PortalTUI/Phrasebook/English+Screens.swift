import PortalCore

extension English {
  func name(of area: Area) -> String {
    switch area {
    case .overview: "Overview"
    case .messages: "Messages"
    case .results: "Test results"
    case .prescriptions: "Prescriptions"
    case .medications: "Medicines"
    case .vaccinations: "Vaccinations"
    case .coreJournal: "Summary record"
    case .appointments: "Appointments"
    case .documents: "Documents"
    case .proxies: "Proxies"
    case .privacy: "Privacy"
    case .accessLog: "Access log"
    }
  }

  func name(of kind: RecordKind) -> String {
    switch kind {
    case .person: "Person"
    case .consent: "Consent"
    case .youthLogin: "Signing in as a young person"
    case .proxyGrant: "Proxy"
    case .representation: "Right to act for somebody"
    case .accessNotice: "Receipt"
    case .message: "Message"
    case .testResult: "Test result"
    case .resultReport: "Report of results"
    case .prescription: "Prescription"
    case .dispensing: "Dispensing"
    case .medicationListEntry: "Medicine in use"
    case .medication: "Medicine"
    case .vaccination: "Vaccination"
    case .allergy: "Allergy or reaction"
    case .healthCondition: "Diagnosis"
    case .document: "Document"
    case .unmappedResource: "Other information"
    case .practitioner, .practitionerRole: "Health professional"
    case .organization: "Organisation"
    case .importReceipt: "Import"
    case .repair: "Repair of the record"
    case .erasure: "Erasure"
    case .threadStatus: "How far a conversation has come"
    case .renewal: "Renewal of a prescription"
    case .appointment: "Appointment"
    case .practitionerChange: "Change of GP"
    case .waitingListPlace: "Place on a waiting list"
    case .notificationProfile: "Notifications"
    }
  }

  func untitled(_ kind: RecordKind) -> String {
    switch kind {
    case .person: "Person without a name"
    case .message: "Message without a subject"
    case .testResult: "Test without a name"
    case .resultReport: "Report without a name"
    case .prescription, .dispensing, .medicationListEntry, .medication: "Medicine without a name"
    case .vaccination: "Vaccine without a name"
    case .allergy: "Allergy without a name"
    case .healthCondition: "Diagnosis without a name"
    case .repair, .erasure, .consent, .youthLogin, .proxyGrant, .representation, .accessNotice,
      .threadStatus, .renewal, .appointment, .practitionerChange, .waitingListPlace,
      .notificationProfile:
      name(of: kind)
    case .document: "Document without a title"
    case .unmappedResource, .practitioner, .practitionerRole, .organization,
      .importReceipt:
      "\(name(of: kind)) without a name"
    }
  }

  func actionLabel(_ action: ActionID) -> String {
    switch action {
    case .write: label(.writeMessage)
    case .reply: label(.reply)
    case .edit: editContactTitle
    case .discardDraft: label(.discardDraft)
    case .changeOrder: label(.showByDate)
    case .showSource: "Show the original"
    case .showHistory: "Show changes"
    case .endRight: endProxyAction
    case .addToCalendar: calendarTitle
    case .actFor: "Act for somebody"
    case .onlyOthers: label(.showOnlyOthers)
    case .showOlder: "Show older"
    case .search: "Search"
    case .attachments: "Attachments"
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

  func truth(_ isTrue: Bool) -> String { isTrue ? "Yes" : "No" }
  func born(_ date: String) -> String { "born \(date)" }

  func newsText(count: Int, since: String?) -> String {
    guard let since else { return "This is your first time here." }
    return count == 0
      ? "Nothing new since \(since)" : "\(count) since \(since). The newest are at the top"
  }

  func olderEntries(_ count: Int) -> String {
    count == 1 ? "1 older is not shown." : "\(count) older are not shown."
  }

  func found(_ count: Int, shown: Int, query: String) -> String {
    if query.isEmpty { return "Type what you are looking for: it is found in the whole record." }
    if count == 0 { return "Nothing in the record holds all of these words." }
    let found = count == 1 ? "1 found" : "\(count) found, the newest first"
    return shown < count ? "\(found); the newest \(shown) are shown." : "\(found)."
  }

  func count(_ count: Int, in area: Area, new: Int) -> String {
    let noun: (one: String, many: String) =
      switch area {
      case .messages: ("conversation", "conversations")
      case .results: ("result", "results")
      case .prescriptions: ("prescription or dispensing", "prescriptions and dispensings")
      case .medications: ("medicine", "medicines")
      case .vaccinations: ("vaccination", "vaccinations")
      case .documents: ("document", "documents")
      case .accessLog: ("event", "events")
      case .appointments: ("appointment", "appointments")
      case .proxies: ("proxy", "proxies")
      case .overview, .coreJournal, .privacy: ("entry", "entries")
      }
    let all = count == 0 ? "none" : "\(count) \(count == 1 ? noun.one : noun.many)"
    return new == 0 ? all : "\(all), \(new) new"
  }

  func version(_ number: Int) -> String {
    number == 1 ? "entered" : "changed, version \(number)"
  }

  func asItWas(_ version: String, _ time: String) -> String {
    "This is how it was \(version) on \(time). It may have been changed later."
  }

  func actor(_ attribution: Attribution) -> String {
    switch attribution.actor {
    case .importer: "Import from a file"
    case .system: "The portal itself"
    case .staff: "Somebody at a practice"
    case .person:
      attribution.actor == attribution.subject
        ? "You" : "Another person: \(name(of: attribution.basis.role))"
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
    case .treatment: "treatment"
    case .patientRequest: "the person asks"
    case .familyRequest: "parental responsibility"
    case .powerOfAttorney: "right to act for the person"
    }
  }

  func name(of work: StaffMember.Work) -> String {
    switch work {
    case .doctor: "doctor"
    case .nurse: "nurse"
    case .reception: "reception"
    }
  }
}
