/// A file that comes to a person's record at a moment of the demonstration.
package struct SampleStep: Hashable, Sendable {
  package let moment: Instant
  /// Whose it is: an index into `SampleData.people`.
  package let person: Int
  /// A FHIR R4 Bundle in compact JSON.
  package let bundle: [UInt8]
}

/// A stretch of time in which a person has their own record open.
package struct SampleVisit: Hashable, Sendable {
  /// Who: an index into `SampleData.people`.
  package let person: Int
  package let start: Instant
  package let end: Instant
}

/// One of the invented people.
package struct SamplePerson: Hashable, Sendable {
  package let name: String
  package let birthDate: CivilDate
  package let nationalNumber: NationalIdentityNumber
}
