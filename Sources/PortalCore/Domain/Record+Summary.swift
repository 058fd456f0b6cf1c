extension RecordContent {
  /// What lists are sorted by; nil where nothing dates it.
  package var date: PartialDate? {
    switch self {
    case .person(let person): person.birthDate
    case .consent(let consent): PartialDate(consent.chosen)
    case .youthLogin(let choice): PartialDate(choice.chosen)
    case .proxyGrant(let grant): PartialDate(grant.start)
    case .accessNotice(let notice): PartialDate(notice.time)
    case .message(let message): message.date
    case .testResult(let result): result.date
    case .resultReport(let report): report.date
    case .prescription(let prescription): prescription.authoredOn
    case .dispensing(let dispensing): dispensing.date
    case .medicationListEntry(let entry): entry.date
    case .vaccination(let vaccination): vaccination.occurrence
    case .allergy(let allergy): allergy.date
    case .healthCondition(let condition): condition.date
    case .document(let document): document.date
    case .unmappedResource(let resource): resource.date
    case .importReceipt(let receipt): PartialDate(receipt.imported)
    case .repair(let repair): PartialDate(repair.repaired)
    case .erasure(let erasure): PartialDate(erasure.erased)
    case .threadStatus(let status):
      (status.steps.last?.time ?? status.archived).map { PartialDate($0) }
    case .renewal(let renewal): PartialDate(renewal.decided ?? renewal.requested)
    case .appointment(let appointment): appointment.start
    case .practitionerChange(let change): PartialDate(change.requested)
    case .waitingListPlace(let place): PartialDate(place.since)
    case .notificationProfile(let profile): PartialDate(profile.chosen)
    case .representation, .medication, .practitioner, .practitionerRole, .organization: nil
    }
  }

  /// What it is called, in the words of the record itself; nil where it has none.
  package var title: String? {
    switch self {
    case .person(let person): person.displayName
    case .consent(let consent): consent.level.rawValue
    case .youthLogin: nil
    case .proxyGrant(let grant): grant.proxyName
    case .representation(let representation): representation.personName
    case .accessNotice(let notice): notice.right?.proxyName ?? notice.personName
    case .message(let message): message.subject
    case .testResult(let result): result.code.title
    case .resultReport(let report): report.code.title
    case .prescription(let prescription): prescription.medication.title
    case .dispensing(let dispensing): dispensing.medication.title
    case .medicationListEntry(let entry): entry.medication.title
    case .medication(let medication): medication.title
    case .vaccination(let vaccination): vaccination.vaccine.title
    case .allergy(let allergy): allergy.code.title
    case .healthCondition(let condition): condition.code.title
    case .document(let document): document.title
    case .unmappedResource(let resource): resource.title ?? resource.resourceType
    case .practitioner(let practitioner): practitioner.displayName
    case .practitionerRole(let role):
      role.roles.lazy.compactMap(\.title).first ?? role.practitioner?.display
        ?? role.organization?.display
    case .organization(let organization): organization.name
    case .importReceipt(let receipt): receipt.bundleType
    case .appointment(let appointment):
      appointment.serviceType?.title ?? appointment.type?.title ?? appointment.description
    case .practitionerChange(let change): change.name
    case .waitingListPlace(let place): place.name
    case .notificationProfile(let profile): profile.level.rawValue
    case .repair, .erasure, .threadStatus, .renewal: nil
    }
  }

  /// Whether whoever made it has said that it should never have been: it leaves every view and
  /// stays in the history.
  package var isEnteredInError: Bool {
    let mark = "entered-in-error"
    return switch self {
    case .message(let message): message.status == .enteredInError
    case .testResult(let result): result.status == .enteredInError
    case .resultReport(let report): report.status == mark
    case .prescription(let prescription): prescription.status == .enteredInError
    case .dispensing(let dispensing): dispensing.status == mark
    case .medicationListEntry(let entry): entry.status == .enteredInError
    case .vaccination(let vaccination): vaccination.status == .enteredInError
    case .allergy(let allergy): allergy.verificationStatus == mark
    case .healthCondition(let condition): condition.verificationStatus == mark
    case .document(let document): document.status == mark
    case .unmappedResource(let resource): resource.status == mark
    case .appointment(let appointment): appointment.status == .enteredInError
    case .person, .consent, .youthLogin, .proxyGrant, .representation, .accessNotice, .medication,
      .practitioner, .practitionerRole, .organization, .importReceipt, .repair, .erasure,
      .threadStatus, .renewal, .practitionerChange, .waitingListPlace, .notificationProfile:
      false
    }
  }
}
