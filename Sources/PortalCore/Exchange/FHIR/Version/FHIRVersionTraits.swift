/// Types and elements that only some versions of FHIR have, or have in another shape.
///
/// From the lists of differences: https://hl7.org/fhir/R4/diff.html and
/// https://hl7.org/fhir/R5/diff.html. Only what files of other versions are likely to show.
enum FHIRVersionTraits {
  /// An element that is of a kind of JSON in some versions only.
  struct Trait {
    let element: String
    let kind: JSONKind
    let versions: FHIRVersions

    init(_ element: String, _ kind: JSONKind, _ versions: FHIRVersions) {
      self.element = element
      self.kind = kind
      self.versions = versions
    }
  }

  static let profiles: [(prefix: String, versions: FHIRVersions)] = [
    ("http://hl7.org/fhir/1.0/", .dstu2), ("http://hl7.org/fhir/DSTU2/", .dstu2),
    ("http://fhir.org/guides/argonaut/", .dstu2), ("http://hl7.org/fhir/3.0/", .stu3),
    ("http://hl7.org/fhir/STU3/", .stu3), ("http://hl7.org/fhir/4.0/", .r4),
    ("http://hl7.org/fhir/5.0/", .r5), ("http://hl7.org/fhir/R5/", .r5),
  ]

  static let types: [String: FHIRVersions] = {
    var types: [String: FHIRVersions] = [:]
    let lists: [(FHIRVersions, String)] = [
      (
        .dstu2,
        """
        MedicationOrder DiagnosticOrder Conformance ImagingObjectSelection Order OrderResponse \
        DeviceUseRequest
        """
      ),
      (
        .beforeR4,
        """
        ProcedureRequest ReferralRequest BodySite DeviceComponent DataElement EligibilityRequest \
        EligibilityResponse ProcessRequest ProcessResponse
        """
      ),
      (.stu3, "ExpansionProfile ImagingManifest Sequence ServiceDefinition"),
      (.fromR4, "ServiceRequest"),
      (
        .r5,
        """
        ActorDefinition ArtifactAssessment BiologicallyDerivedProductDispense DeviceAssociation \
        DeviceDispense DeviceUsage EncounterHistory FormularyItem GenomicStudy ImagingSelection \
        InventoryItem InventoryReport NutritionIntake Permission RequestOrchestration Requirements \
        TestPlan Transport
        """
      ),
    ]
    for (versions, names) in lists {
      for name in names.split(separator: " ") {
        types[String(name)] = versions
      }
    }
    return types
  }()

  private static let medication = [
    Trait("medication", .object, .r5), Trait("medicationCodeableConcept", .object, .toR4),
    Trait("medicationReference", .object, .toR4), Trait("reason", .array, .r5),
    Trait("patient", .object, .dstu2), Trait("wasNotTaken", .boolean, .dstu2),
    Trait("wasNotGiven", .boolean, .dstu2), Trait("notGiven", .boolean, .stu3),
    Trait("taken", .string, .stu3), Trait("notDone", .boolean, .stu3),
  ]

  private static let statuses = [
    Trait("clinicalStatus", .object, .fromR4), Trait("verificationStatus", .object, .fromR4),
    Trait("assertedDate", .string, .stu3), Trait("participant", .array, .r5),
  ]

  static let elements: [String: [Trait]] = [
    "Observation": [
      Trait("category", .object, .dstu2), Trait("category", .array, .fromSTU3),
      Trait("comments", .string, .dstu2), Trait("comment", .string, .stu3),
      Trait("note", .array, .fromR4), Trait("related", .array, .beforeR4),
      Trait("context", .object, .stu3), Trait("hasMember", .array, .fromR4),
      Trait("triggeredBy", .array, .r5),
    ],
    "DiagnosticReport": [
      Trait("category", .object, .beforeR4), Trait("category", .array, .fromR4),
      Trait("performer", .object, .dstu2), Trait("codedDiagnosis", .array, .beforeR4),
      Trait("image", .array, .beforeR4), Trait("context", .object, .stu3),
      Trait("conclusionCode", .array, .fromR4),
    ],
    "Condition": statuses + [
      Trait("clinicalStatus", .string, .beforeR4), Trait("verificationStatus", .string, .beforeR4),
      Trait("category", .object, .dstu2), Trait("dateRecorded", .string, .dstu2),
      Trait("recordedDate", .string, .fromR4), Trait("context", .object, .stu3),
      Trait("patient", .object, .dstu2),
    ],
    "AllergyIntolerance": statuses + [
      Trait("clinicalStatus", .string, .stu3), Trait("verificationStatus", .string, .stu3),
      Trait("status", .string, .dstu2), Trait("substance", .object, .dstu2),
      Trait("category", .string, .dstu2), Trait("type", .object, .r5),
      Trait("type", .string, .toR4),
    ],
    "Immunization": [
      Trait("occurrenceDateTime", .string, .fromR4), Trait("occurrenceString", .string, .fromR4),
      Trait("date", .string, .beforeR4), Trait("wasNotGiven", .boolean, .dstu2),
      Trait("notGiven", .boolean, .stu3), Trait("reported", .boolean, .dstu2),
      Trait("practitioner", .array, .stu3), Trait("performer", .array, .fromR4),
      Trait("vaccinationProtocol", .array, .beforeR4), Trait("protocolApplied", .array, .fromR4),
      Trait("reason", .array, .r5), Trait("administeredProduct", .object, .r5),
    ],
    "MedicationRequest": medication + [
      Trait("context", .object, .stu3), Trait("encounter", .object, .fromR4),
    ],
    "MedicationStatement": medication + [Trait("informationSource", .array, .r5)],
    "MedicationDispense": medication,
    "MedicationAdministration": medication,
    "Medication": [
      Trait("product", .object, .dstu2), Trait("package", .object, .beforeR4),
      Trait("isBrand", .boolean, .beforeR4), Trait("form", .object, .stu3AndR4),
      Trait("doseForm", .object, .r5), Trait("batch", .object, .fromR4),
    ],
    "Patient": [
      Trait("careProvider", .array, .dstu2), Trait("animal", .object, .beforeR4),
      Trait("generalPractitioner", .array, .fromSTU3),
    ],
    "Practitioner": [
      Trait("practitionerRole", .array, .dstu2), Trait("name", .object, .dstu2),
      Trait("name", .array, .fromSTU3),
    ],
    "Procedure": [
      Trait("performedDateTime", .string, .toR4), Trait("performedPeriod", .object, .toR4),
      Trait("occurrenceDateTime", .string, .r5), Trait("occurrencePeriod", .object, .r5),
      Trait("notPerformed", .boolean, .dstu2), Trait("notDone", .boolean, .stu3),
      Trait("context", .object, .stu3), Trait("reason", .array, .r5),
    ],
    "Encounter": [
      Trait("class", .string, .dstu2), Trait("class", .object, .stu3AndR4),
      Trait("class", .array, .r5), Trait("period", .object, .toR4),
      Trait("actualPeriod", .object, .r5), Trait("patient", .object, .dstu2),
    ],
    "Composition": [
      Trait("class", .object, .beforeR4), Trait("subject", .object, .toR4),
      Trait("subject", .array, .r5), Trait("identifier", .object, .toR4),
      Trait("identifier", .array, .r5), Trait("category", .array, .fromR4),
    ],
    "DocumentReference": [
      Trait("indexed", .string, .beforeR4), Trait("class", .object, .beforeR4),
      Trait("category", .array, .fromR4), Trait("context", .object, .toR4),
      Trait("context", .array, .r5),
    ],
    "Communication": [Trait("notDone", .boolean, .stu3), Trait("category", .object, .dstu2)],
  ]
}
