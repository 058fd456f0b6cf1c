/// The demonstration population: six invented people, made from a seed.
///
/// The same seed gives the same bytes. What is known of the people comes as the files a Norwegian
/// hospital or practice would export, to be read in like any other file, each with the clock at
/// its moment.
package enum SampleData {
  /// The day on which the demonstration takes place; it begins at noon in Oslo.
  package static let demonstrationDate = SampleMoment("2026-11-16").date

  /// The seed of the sample data that are handed out.
  package static let defaultSeed: UInt64 = 2026

  private static let lives: [SampleLife] = [
    .grandmother, .daughter, .child, .youth, .soonSixteen, .diabetic,
  ]

  /// Who the people are, in the order of their index.
  package static func people(seed: UInt64 = defaultSeed) -> [SamplePerson] {
    lives.enumerated().map { index, life in
      SamplePerson(
        name: life.profile.name,
        birthDate: life.profile.birthDate,
        nationalNumber: life.profile.nationalNumber(SampleSeed(number: seed), person: index)
      )
    }
  }

  /// Every file, oldest first; costs a few hundredths of a second.
  package static func steps(seed: UInt64 = defaultSeed) -> [SampleStep] {
    lives.enumerated()
      .flatMap { $1.steps(SampleSeed(number: seed), person: $0) }
      .sorted { ($0.moment, $0.person) < ($1.moment, $1.person) }
  }

  /// Every visit, oldest first; none falls together with a file for the same person.
  package static func visits(seed: UInt64 = defaultSeed) -> [SampleVisit] {
    lives.enumerated()
      .flatMap { $1.visits(SampleSeed(number: seed), person: $0) }
      .sorted { ($0.start, $0.person) < ($1.start, $1.person) }
  }
}
