/// A line of a person's list of medicines.
struct SampleMedicineUse: Sendable {
  let medicine: SampleMedicine
  let from: SampleMoment
  var until: SampleMoment?
  /// How it is taken, in words.
  let dosage: String
  /// What it is for.
  let reason: String
  /// Why it was ended, where it was stopped and not simply used up.
  var whyStopped: String?

  init(
    _ medicine: SampleMedicine,
    from: SampleMoment,
    until: SampleMoment? = nil,
    _ dosage: String,
    for reason: String,
    whyStopped: String? = nil
  ) {
    self.medicine = medicine
    self.from = from
    self.until = until
    self.dosage = dosage
    self.reason = reason
    self.whyStopped = whyStopped
  }
}

extension SampleHistory {
  /// Adds a line to the list of medicines, and its end where it has one.
  mutating func use(_ use: SampleMedicineUse, source: SampleJSON) {
    add(statement(use, source: source, isEnded: false), known: use.from)
    if let end = use.until {
      add(statement(use, source: source, isEnded: true), known: end)
    }
  }

  private func statement(
    _ use: SampleMedicineUse,
    source: SampleJSON,
    isEnded: Bool
  ) -> SampleResource {
    let end = isEnded ? use.until : nil
    let isStopped = isEnded && use.whyStopped != nil
    return SampleResource(
      "MedicationStatement",
      at: address("use/\(use.medicine.name)/\(use.from.text)"),
      [
        "status": isStopped ? "stopped" : isEnded ? "completed" : "active",
        "statusReason": isStopped ? use.whyStopped.map { [.concept($0)] } : nil,
        "medicationCodeableConcept": use.medicine.concept,
        "subject": subject,
        "effectivePeriod": .period(from: use.from.day, to: end?.day),
        "dateAsserted": end?.day.json,
        "informationSource": ["reference": source["reference"]],
        "reasonCode": [.concept(use.reason)],
        "dosage": [["text": .text(use.dosage)]],
      ]
    )
  }
}
