@testable import PortalCore

/// The sample data, made and read once for all tests.
enum SampleFixture {
  /// A file with what was read in it.
  struct Reading {
    let step: SampleStep
    let batch: ImportBatch

    var records: [ImportBatch.ImportedRecord] { batch.subjects.flatMap(\.records) }
  }

  static let steps = SampleData.steps()

  /// The files that can be read; the tests see to it that this is all of them.
  static let readings: [Reading] = steps.compactMap { step in
    let batch = try? FHIRReader.read(step.bundle) { SHA256.digest($0).bytes }
    return batch.map { Reading(step: step, batch: $0) }
  }

  /// Every version of every record of a person, oldest first.
  static func records(of person: Int) -> [ImportBatch.ImportedRecord] {
    readings.filter { $0.step.person == person }.flatMap(\.records)
  }

  static func vaccinations(of person: Int) -> [Vaccination] {
    records(of: person).compactMap { record in
      if case .vaccination(let vaccination) = record.content { vaccination } else { nil }
    }
  }
}
