/// A document about a person that has parts: a discharge summary, a patient summary (no:
/// journaldokument; FHIR `Composition`).
package struct RecordDocument: Codable, Hashable, Sendable {
  /// A part with its heading; parts may have parts.
  package struct Section: Codable, Hashable, Sendable {
    package var title: String?
    package var code: CodeableConcept?
    /// The narrative, reduced to plain text.
    package var text: String?
    /// Why there is nothing in it, where it says so.
    package var emptyReason: CodeableConcept?
    package var entries: [RecordReference]
    package var sections: [Section]

    package init(title: String? = nil, code: CodeableConcept? = nil, text: String? = nil) {
      self.title = title
      self.code = code
      self.text = text
      entries = []
      sections = []
    }
  }

  package var title: String
  package var type: CodeableConcept
  /// FHIR `composition-status`: preliminary, final, amended, entered-in-error.
  package var status: String
  package var date: PartialDate?
  package var authors: [RecordReference]
  package var custodian: RecordReference?
  package var language: String?
  package var text: String?
  package var sections: [Section]

  package init(title: String, type: CodeableConcept, status: String) {
    self.title = title
    self.type = type
    self.status = status
    authors = []
    sections = []
  }
}

/// A resource of a type the portal does not interpret: the original is kept, shown and exported
/// again (no: ikke tolket ved import).
package struct UnmappedResource: Codable, Hashable, Sendable {
  /// The FHIR type: `CarePlan`, `Claim`.
  package var resourceType: String
  /// What can be said of it in a line: the text of its code, its title, its name.
  package var title: String?
  package var date: PartialDate?
  package var status: String?
  /// Its narrative, reduced to plain text.
  package var text: String?

  package init(resourceType: String, title: String? = nil, date: PartialDate? = nil) {
    self.resourceType = resourceType
    self.title = title
    self.date = date
  }
}
