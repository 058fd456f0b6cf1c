extension RecordContent {
  package var kind: RecordKind {
    switch self {
    case .person: .person
    case .consent: .consent
    case .youthLogin: .youthLogin
    case .proxyGrant: .proxyGrant
    case .representation: .representation
    case .accessNotice: .accessNotice
    case .message: .message
    case .testResult: .testResult
    case .resultReport: .resultReport
    case .prescription: .prescription
    case .dispensing: .dispensing
    case .medicationListEntry: .medicationListEntry
    case .medication: .medication
    case .vaccination: .vaccination
    case .allergy: .allergy
    case .healthCondition: .healthCondition
    case .document: .document
    case .unmappedResource: .unmappedResource
    case .practitioner: .practitioner
    case .practitionerRole: .practitionerRole
    case .organization: .organization
    case .importReceipt: .importReceipt
    case .repair: .repair
    case .erasure: .erasure
    case .threadStatus: .threadStatus
    case .renewal: .renewal
    case .appointment: .appointment
    case .practitionerChange: .practitionerChange
    case .waitingListPlace: .waitingListPlace
    case .notificationProfile: .notificationProfile
    }
  }
}

extension Record: Codable {
  private enum Key: String, CodingKey {
    case id, version, kind, content, origin, labels
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      id: try values.decode(RecordID.self, forKey: .id),
      version: try values.decode(Int.self, forKey: .version),
      content: try Record.content(in: values),
      origin: try values.decodeIfPresent(Origin.self, forKey: .origin),
      labels: try values.decodeIfPresent([WithholdingCode].self, forKey: .labels) ?? []
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(id, forKey: .id)
    try values.encode(version, forKey: .version)
    try values.encode(kind, forKey: .kind)
    try values.encode(content, forKey: .content)
    try values.encodeIfPresent(origin, forKey: .origin)
    if !labels.isEmpty { try values.encode(labels, forKey: .labels) }
  }

  private static func content(
    in values: KeyedDecodingContainer<Key>
  ) throws -> RecordContent {
    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
      try values.decode(type, forKey: .content)
    }
    return switch try values.decode(RecordKind.self, forKey: .kind) {
    case .person: .person(try value(Person.self))
    case .consent: .consent(try value(ConsentChoice.self))
    case .youthLogin: .youthLogin(try value(YouthLogin.self))
    case .proxyGrant: .proxyGrant(try value(ProxyGrant.self))
    case .representation: .representation(try value(Representation.self))
    case .accessNotice: .accessNotice(try value(AccessNotice.self))
    case .message: .message(try value(Message.self))
    case .testResult: .testResult(try value(TestResult.self))
    case .resultReport: .resultReport(try value(ResultReport.self))
    case .prescription: .prescription(try value(Prescription.self))
    case .dispensing: .dispensing(try value(Dispensing.self))
    case .medicationListEntry: .medicationListEntry(try value(MedicationListEntry.self))
    case .medication: .medication(try value(Medication.self))
    case .vaccination: .vaccination(try value(Vaccination.self))
    case .allergy: .allergy(try value(Allergy.self))
    case .healthCondition: .healthCondition(try value(HealthCondition.self))
    case .document: .document(try value(RecordDocument.self))
    case .unmappedResource: .unmappedResource(try value(UnmappedResource.self))
    case .practitioner: .practitioner(try value(Practitioner.self))
    case .practitionerRole: .practitionerRole(try value(PractitionerRole.self))
    case .organization: .organization(try value(Organization.self))
    case .importReceipt: .importReceipt(try value(ImportReceipt.self))
    case .repair: .repair(try value(JournalRepair.self))
    case .erasure: .erasure(try value(Erasure.self))
    case .threadStatus: .threadStatus(try value(ThreadStatus.self))
    case .renewal: .renewal(try value(PrescriptionRenewal.self))
    case .appointment: .appointment(try value(Appointment.self))
    case .practitionerChange: .practitionerChange(try value(GeneralPractitionerChange.self))
    case .waitingListPlace: .waitingListPlace(try value(WaitingListPlace.self))
    case .notificationProfile: .notificationProfile(try value(NotificationProfile.self))
    }
  }
}

extension RecordContent: Encodable {
  /// What the record holds without a word of its kind, which stands beside it.
  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .person(let value): try value.encode(to: encoder)
    case .consent(let value): try value.encode(to: encoder)
    case .youthLogin(let value): try value.encode(to: encoder)
    case .proxyGrant(let value): try value.encode(to: encoder)
    case .representation(let value): try value.encode(to: encoder)
    case .accessNotice(let value): try value.encode(to: encoder)
    case .message(let value): try value.encode(to: encoder)
    case .testResult(let value): try value.encode(to: encoder)
    case .resultReport(let value): try value.encode(to: encoder)
    case .prescription(let value): try value.encode(to: encoder)
    case .dispensing(let value): try value.encode(to: encoder)
    case .medicationListEntry(let value): try value.encode(to: encoder)
    case .medication(let value): try value.encode(to: encoder)
    case .vaccination(let value): try value.encode(to: encoder)
    case .allergy(let value): try value.encode(to: encoder)
    case .healthCondition(let value): try value.encode(to: encoder)
    case .document(let value): try value.encode(to: encoder)
    case .unmappedResource(let value): try value.encode(to: encoder)
    case .practitioner(let value): try value.encode(to: encoder)
    case .practitionerRole(let value): try value.encode(to: encoder)
    case .organization(let value): try value.encode(to: encoder)
    case .importReceipt(let value): try value.encode(to: encoder)
    case .repair(let value): try value.encode(to: encoder)
    case .erasure(let value): try value.encode(to: encoder)
    case .threadStatus(let value): try value.encode(to: encoder)
    case .renewal(let value): try value.encode(to: encoder)
    case .appointment(let value): try value.encode(to: encoder)
    case .practitionerChange(let value): try value.encode(to: encoder)
    case .waitingListPlace(let value): try value.encode(to: encoder)
    case .notificationProfile(let value): try value.encode(to: encoder)
    }
  }
}
