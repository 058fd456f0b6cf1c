@testable import PortalCore

extension ImportBatch {
  /// A file about one person: their Patient, and results by number and text.
  static func file(
    _ identities: [Identity],
    name: String? = "Test Testesen",
    results: [(Int, String)] = [],
    labels: [WithholdingCode] = []
  ) -> ImportBatch {
    ImportBatch(subjects: [.init(identities, name: name, results: results, labels: labels)])
  }

  /// A file about several people.
  static func file(about batches: ImportBatch...) -> ImportBatch {
    ImportBatch(subjects: batches.flatMap(\.subjects))
  }
}

extension ImportBatch.Subject {
  init(
    _ identities: [ImportBatch.Identity],
    name: String?,
    results: [(Int, String)],
    labels: [WithholdingCode] = []
  ) {
    self.init(identities: identities)
    if let name {
      let person = Person(names: [HumanName(text: name)])
      add(Person.recordID, .person(person), "Patient", name, [])
    }
    for (number, text) in results {
      let result = TestResult(code: CodeableConcept(text: text), status: .final)
      add(.test(number), .testResult(result), "Observation", text, labels)
    }
  }

  private mutating func add(
    _ id: RecordID,
    _ content: RecordContent,
    _ type: String,
    _ text: String,
    _ labels: [WithholdingCode]
  ) {
    let bytes = ImportBatch.original(type, id, text)
    let start = originals.count
    originals += bytes + [0x0A]
    var record = ImportBatch.ImportedRecord(
      id: id,
      content: content,
      resourceType: type,
      digest: SHA256.digest(bytes).hexadecimal,
      range: start..<(start + bytes.count)
    )
    record.labels = labels
    records.append(record)
  }
}

extension ImportBatch {
  /// What stands in the file for a record.
  static func original(_ type: String, _ id: RecordID, _ text: String) -> [UInt8] {
    Array("{ \"resourceType\":\"\(type)\", \"id\":\"\(id.text)\", \"text\":\"\(text) æ\" }".utf8)
  }
}

extension ImportBatch.Identity {
  static func local(_ value: String) -> ImportBatch.Identity {
    .identifier(system: "urn:test", value: value)
  }
}
