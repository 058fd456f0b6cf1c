/// A report that gathers results (FHIR `DiagnosticReport`).
package struct ResultReport: Codable, Hashable, Sendable {
  package var code: CodeableConcept
  /// FHIR `diagnostic-report-status`: registered, partial, preliminary, final, amended, corrected,
  /// appended, cancelled, entered-in-error, unknown.
  package var status: String
  package var categories: [CodeableConcept]
  package var effective: Period
  package var issued: PartialDate?
  package var results: [RecordReference]
  package var conclusion: String?
  package var conclusionCodes: [CodeableConcept]
  package var performers: [RecordReference]

  package init(code: CodeableConcept, status: String) {
    self.code = code
    self.status = status
    categories = []
    effective = Period()
    results = []
    conclusionCodes = []
    performers = []
  }

  package var date: PartialDate? {
    effective.start ?? effective.end ?? issued
  }
}
