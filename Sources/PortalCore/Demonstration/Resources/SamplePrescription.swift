/// A prescription of the sample data, with what became of it.
struct SamplePrescription: Sendable {
  /// How long it holds (`rules.md` 2.7).
  enum Validity: Sendable {
    case year
    case threeYears
    /// Antibiotics.
    case tenDays
  }

  /// That the prescriber took it back, and why.
  struct Recall: Sendable {
    let moment: SampleMoment
    let reason: String
  }

  let medicine: SampleMedicine
  let written: SampleMoment
  let dosage: String
  let reason: String
  /// How much is handed out each time, and in what.
  let amount: String
  let unit: SampleUnit
  /// For how many days that lasts.
  let days: Int?
  /// Dispensings beyond the first.
  var repeats = 0
  var validity = Validity.year
  var collected: [SampleMoment] = []
  var recall: Recall?
  /// Why the pharmacy may not give another brand.
  var whyNoSubstitute: String?

  init(
    _ medicine: SampleMedicine,
    written: SampleMoment,
    _ dosage: String,
    for reason: String,
    amount: String,
    _ unit: SampleUnit,
    days: Int? = nil
  ) {
    self.medicine = medicine
    self.written = written
    self.dosage = dosage
    self.reason = reason
    self.amount = amount
    self.unit = unit
    self.days = days
  }

  /// The same with some things set: for tables.
  func with(_ change: (inout SamplePrescription) -> Void) -> SamplePrescription {
    var copy = self
    change(&copy)
    return copy
  }

  /// The last day on which it can be used.
  var lastDay: SampleMoment {
    switch validity {
    case .year: written.day.later(days: 365)
    case .threeYears: written.day.later(days: 3 * 365)
    case .tenDays: written.day.later(days: 10)
    }
  }
}
