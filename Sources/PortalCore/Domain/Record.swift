/// One version of one thing in a person's journal.
package struct Record: Hashable, Sendable {
  package let id: RecordID
  /// 1 for the first; the newest holds, the older ones are its history.
  package let version: Int
  package let content: RecordContent
  /// Where it came from; nil for what was made in the portal.
  package let origin: Origin?
  /// Why it may be kept from somebody; FHIR `meta.security` of kv 9603.
  package let labels: [WithholdingCode]

  package init(
    id: RecordID,
    version: Int,
    content: RecordContent,
    origin: Origin? = nil,
    labels: [WithholdingCode] = []
  ) {
    self.id = id
    self.version = version
    self.content = content
    self.origin = origin
    self.labels = labels
  }

  package var kind: RecordKind {
    content.kind
  }
}

/// Where an imported record came from.
package struct Origin: Codable, Hashable, Sendable {
  package var resourceType: String
  /// FHIR `id` and `Bundle.entry.fullUrl`, as written.
  package var resourceID: String?
  package var fullURL: String?
  package var lastUpdated: PartialDate?
  /// SHA-256 of the resource's bytes as they stood in the file, in hexadecimal.
  package var digest: String
  /// The original JSON: a part of one of the person's blobs.
  package var source: BlobSlice

  package init(
    resourceType: String,
    resourceID: String? = nil,
    fullURL: String? = nil,
    lastUpdated: PartialDate? = nil,
    digest: String,
    source: BlobSlice
  ) {
    self.resourceType = resourceType
    self.resourceID = resourceID
    self.fullURL = fullURL
    self.lastUpdated = lastUpdated
    self.digest = digest
    self.source = source
  }
}

/// Bytes within a blob, which is named by its SHA-256 in hexadecimal.
package struct BlobSlice: Codable, Hashable, Sendable {
  package var blob: String
  package var offset: Int
  package var length: Int

  package init(blob: String, offset: Int, length: Int) {
    self.blob = blob
    self.offset = offset
    self.length = length
  }
}

/// What a record holds, by kind.
///
/// Indirect: a record is handed around a lot, and its content is large.
package indirect enum RecordContent: Hashable, Sendable {
  case person(Person)
  case consent(ConsentChoice)
  case youthLogin(YouthLogin)
  case proxyGrant(ProxyGrant)
  case representation(Representation)
  case accessNotice(AccessNotice)
  case message(Message)
  case testResult(TestResult)
  case resultReport(ResultReport)
  case prescription(Prescription)
  case dispensing(Dispensing)
  case medicationListEntry(MedicationListEntry)
  case medication(Medication)
  case vaccination(Vaccination)
  case allergy(Allergy)
  case healthCondition(HealthCondition)
  case document(RecordDocument)
  case unmappedResource(UnmappedResource)
  case practitioner(Practitioner)
  case practitionerRole(PractitionerRole)
  case organization(Organization)
  case importReceipt(ImportReceipt)
  case repair(JournalRepair)
  case erasure(Erasure)
  case threadStatus(ThreadStatus)
  case renewal(PrescriptionRenewal)
  case appointment(Appointment)
  case practitionerChange(GeneralPractitionerChange)
  case waitingListPlace(WaitingListPlace)
  case notificationProfile(NotificationProfile)
}

/// What one import did to one person's record; stands in the journal as its provenance.
package struct ImportReceipt: Codable, Hashable, Sendable {
  /// The Bundle's own type, identifier and time, where there was one.
  package var bundleType: String?
  package var bundleIdentifier: Identifier?
  package var bundleTimestamp: PartialDate?
  /// How many resources of a type this import added or renewed.
  package struct Count: Codable, Hashable, Sendable {
    package var resourceType: String
    package var count: Int
  }

  /// By type, in the order of their names.
  package var counts: [Count]
  package var imported: Instant

  package init(imported: Instant, counts: [String: Int]) {
    self.imported = imported
    self.counts = counts.sorted { $0.key < $1.key }
      .map { Count(resourceType: $0.key, count: $0.value) }
  }
}
