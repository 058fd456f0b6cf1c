/// What one file holds, read and checked before anything is written; Exchange makes it, the import
/// service stores it.
package struct ImportBatch: Sendable {
  /// One person found in a file, with what is theirs.
  package struct Subject: Sendable {
    /// How the person is known, the surest first.
    ///
    /// Two files speak of the same person where one of
    /// these is the same.
    package var identities: [Identity]
    /// Numbers in the shape of a national number that fail their check: kept, but prove nothing.
    package var hasUnverifiedNationalNumber: Bool
    package var records: [ImportedRecord]
    /// The original resources one after the other, each followed by a line feed: the blob that the
    /// records' slices point into.
    package var originals: [UInt8]

    package init(identities: [Identity] = []) {
      self.identities = identities
      hasUnverifiedNationalNumber = false
      records = []
      originals = []
    }
  }

  /// A way by which a person is known across files.
  package enum Identity: Hashable, Sendable {
    /// A checked national number.
    case nationalNumber(NationalIdentityNumber)
    /// An identifier within a named system, which means the same wherever it stands.
    case identifier(system: String, value: String)
    /// A resource id that is unique in the world: a UUID, an OID, an absolute URL.
    case universalID(String)
    /// Known in this very file only: SHA-256 of its bytes, and the reference in it.
    case withinFile(digest: String, reference: String)
  }

  /// One record as a file gives it, not yet compared with what the store has.
  package struct ImportedRecord: Sendable {
    package var id: RecordID
    package var content: RecordContent
    package var labels: [WithholdingCode]
    package var resourceType: String
    package var resourceID: String?
    package var fullURL: String?
    package var lastUpdated: PartialDate?
    /// SHA-256 of the original's bytes, in hexadecimal.
    package var digest: String
    /// Where the original stands in `Subject.originals`.
    package var range: Range<Int>

    /// Whether it is a person of whom the file has no Patient, only references: its type is
    /// `Reference`, and its original that element.
    ///
    /// It says less than any Patient, so it may fill an empty journal and must never renew a
    /// person who is known.
    package var isHearsay: Bool { resourceType == "Reference" }

    package init(
      id: RecordID,
      content: RecordContent,
      resourceType: String,
      digest: String,
      range: Range<Int>
    ) {
      self.id = id
      self.content = content
      self.resourceType = resourceType
      self.digest = digest
      self.range = range
      labels = []
    }
  }

  package var subjects: [Subject]
  package var report: ImportReport
  package var bundleType: String?
  package var bundleIdentifier: Identifier?
  package var bundleTimestamp: PartialDate?

  package init(subjects: [Subject] = [], report: ImportReport = ImportReport()) {
    self.subjects = subjects
    self.report = report
  }
}

/// How many resources of each type a file held and what became of them.
package struct ImportReport: Sendable {
  /// read = mapped + kept + refused.
  package struct Count: Hashable, Sendable {
    package var read = 0
    package var mapped = 0
    package var kept = 0
    package var refused = 0

    package init() {}
  }

  /// Something the person should know about one resource or about the file.
  package struct Remark: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      /// A value that cannot be: the resource is refused. The element's path: `effectiveDateTime`.
      case impossibleValue(element: String)
      /// A required element is missing: the resource is refused.
      case missingElement(String)
      /// The same type and id, or the same full URL, twice with different content.
      case duplicateIdentity
      /// The number is kept as a claimed identifier.
      case unverifiedNationalNumber
      /// Empty strings, empty arrays or nulls were passed over.
      case emptyElements
      /// The file began with a byte order mark, which was skipped.
      case byteOrderMark
      /// The file does not say whose it is; it was put in a record of its own.
      case noPerson
    }

    package var reason: Reason
    /// FHIR type and place of the resource; nil for the whole file.
    package var resourceType: String?
    package var line: Int?

    package init(reason: Reason, resourceType: String? = nil, line: Int? = nil) {
      self.reason = reason
      self.resourceType = resourceType
      self.line = line
    }
  }

  /// By FHIR type.
  package var counts: [String: Count]
  package var remarks: [Remark]

  package init() {
    counts = [:]
    remarks = []
  }
}
