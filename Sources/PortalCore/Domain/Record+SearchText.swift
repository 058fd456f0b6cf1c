extension RecordContent {
  /// The texts that a search looks in: what the record's own page says in its own words.
  ///
  /// Empty for what no search finds: who works where, what was consented to, what was imported,
  /// repaired or erased.
  var searchTexts: [String] {
    switch self {
    case .message(let message):
      [message.subject, message.text, message.sender?.display].compactMap { $0 }
        + message.recipients.compactMap(\.display) + message.attachments.compactMap(\.title)
    case .testResult(let result):
      texts(result.code) + texts(result.value) + result.interpretations.flatMap(texts)
        + result.components.flatMap { texts($0.code) + texts($0.value) } + result.notes
        + result.performers.compactMap(\.display)
    case .resultReport(let report): texts(report.code)
    case .prescription(let prescription):
      texts(prescription.medication) + prescription.dosages
        + prescription.reasons.flatMap(texts) + prescription.notes
        + [prescription.prescriber?.display].compactMap { $0 }
    case .dispensing(let dispensing):
      texts(dispensing.medication) + dispensing.dosages + dispensing.notes
        + dispensing.performers.compactMap(\.display)
    case .medicationListEntry(let entry):
      texts(entry.medication) + entry.dosages + entry.reasons.flatMap(texts) + entry.notes
    case .vaccination(let vaccination):
      texts(vaccination.vaccine) + vaccination.targetDiseases.flatMap(texts) + vaccination.notes
        + [vaccination.lotNumber].compactMap { $0 } + vaccination.performers.compactMap(\.display)
    case .allergy(let allergy):
      texts(allergy.code) + allergy.notes
        + allergy.reactions.flatMap { $0.manifestations.flatMap(texts) + [$0.text ?? ""] }
    case .healthCondition(let condition):
      texts(condition.code) + condition.bodySites.flatMap(texts) + condition.notes
        + [condition.onsetText].compactMap { $0 }
    case .document(let document):
      [document.title, document.text].compactMap { $0 } + texts(document.type)
        + document.authors.compactMap(\.display) + document.sections.flatMap(texts)
    case .unmappedResource(let resource):
      [resource.title, resource.text, resource.resourceType].compactMap { $0 }
    case .appointment(let appointment):
      texts(appointment.serviceType) + texts(appointment.type)
        + appointment.reasons.flatMap(texts) + appointment.participants.compactMap(\.display)
        + [appointment.description, appointment.patientInstruction, appointment.comment]
        .compactMap { $0 }
    case .person, .consent, .youthLogin, .proxyGrant, .representation, .accessNotice, .medication,
      .practitioner,
      .practitionerRole, .organization,
      .importReceipt, .repair, .erasure, .threadStatus, .renewal, .practitionerChange,
      .waitingListPlace, .notificationProfile:
      []
    }
  }

  private func texts(_ concept: CodeableConcept?) -> [String] {
    guard let concept else { return [] }
    return [concept.text].compactMap { $0 }
      + concept.codings.flatMap { [$0.display, $0.code].compactMap { $0 } }
  }

  private func texts(_ medication: Medication) -> [String] {
    texts(medication.code) + texts(medication.form)
      + medication.activeSubstances.flatMap { texts($0.code) }
  }

  private func texts(_ value: ObservedValue?) -> [String] {
    switch value {
    case .concept(let concept): texts(concept)
    case .text(let text): [text]
    case .quantity, .boolean, .integer, .range, .ratio, .sampledData, .time, .date, .period,
      .absent, nil:
      []
    }
  }

  private func texts(_ section: RecordDocument.Section) -> [String] {
    [section.title, section.text].compactMap { $0 } + section.sections.flatMap(texts)
  }
}
