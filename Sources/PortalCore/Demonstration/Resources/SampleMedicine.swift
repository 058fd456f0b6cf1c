/// A medicine of the sample data: a real product or substance with its ATC code.
struct SampleMedicine: Hashable, Sendable {
  let name: String
  let substance: String
  let atc: String
  let form: String
  /// In each tablet, millilitre or dose: a number and its unit.
  let strength: String?
  let unit: SampleUnit?
  /// Prescription group, code of kv 7421.
  let group: String

  init(
    _ name: String,
    _ substance: String,
    _ atc: String,
    form: String,
    _ strength: String? = nil,
    _ unit: SampleUnit? = nil,
    group: String = "C"
  ) {
    self.name = name
    self.substance = substance
    self.atc = atc
    self.form = form
    self.strength = strength
    self.unit = unit
    self.group = group
  }

  /// The product's name with the code of its substance.
  var concept: SampleJSON {
    .concept(name, .coding(CodeSystem.atc, atc, substance))
  }

  /// The Medication resource: product, form, substance and prescription group.
  func resource(at address: String) -> SampleResource {
    SampleResource(
      "Medication",
      at: address,
      [
        "extension": [groupExtension],
        "code": concept,
        "form": ["text": .text(form)],
        "ingredient": [
          [
            "itemCodeableConcept": .concept(substance),
            "strength": ratio,
          ]
        ],
      ]
    )
  }

  private var ratio: SampleJSON? {
    guard let strength, let unit else { return nil }
    return [
      "numerator": .quantity(strength, unit),
      "denominator": ["value": 1, "unit": .text(form.lowercased())],
    ]
  }

  private var groupExtension: SampleJSON {
    let coding = SampleJSON.coding(CodeSystem.prescriptionGroup, group)
    return [
      "url": "http://hl7.no/fhir/ig/StructureDefinition/no-basis-prescriptiongroup",
      "extension": [
        [
          "url": "prescriptiongroup",
          "valueCodeableConcept": ["coding": [coding]],
        ]
      ],
    ]
  }
}
