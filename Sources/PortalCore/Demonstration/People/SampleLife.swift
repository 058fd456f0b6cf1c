/// One of the invented people: who they are, when files come to their record and when they read it.
struct SampleLife: Sendable {
  let profile: SampleProfile
  /// When a file is brought into the record, in order.
  let imports: [SampleMoment]
  /// When the person opens their own record.
  let visits: [SampleMoment]
  /// Adds everything that is known of their health.
  let fill: @Sendable (_ history: inout SampleHistory, _ clinic: SampleClinic) -> Void

  /// The files, in order.
  func steps(_ seed: SampleSeed, person: Int) -> [SampleStep] {
    let clinic = SampleClinic(seed: seed)
    let patient = profile.patient(
      seed,
      person: person,
      generalPractitioner: clinic.staff(.generalPractitioner)
    )
    var history = SampleHistory(seed: seed, person: person, patient: patient)
    fill(&history, clinic)
    return history.steps(at: imports, among: clinic.resources)
  }

  /// The visits, each a few minutes long.
  func visits(_ seed: SampleSeed, person: Int) -> [SampleVisit] {
    visits.map { start in
      var random = seed.random(for: "\(person)/visit/\(start.text)")
      let seconds = Int64(random.number(in: 90...1100))
      let end = start.instant.advanced(bySeconds: seconds)
      return SampleVisit(person: person, start: start.instant, end: end)
    }
  }
}
