import Testing

@testable import PortalCore

/// Reads invented FHIR as the import service does.
enum FHIRFixture {
  static func read(_ text: String) throws(FHIRImportError) -> ImportBatch {
    try read(Array(text.utf8))
  }

  static func read(_ bytes: [UInt8]) throws(FHIRImportError) -> ImportBatch {
    try FHIRReader.read(bytes, digest: digest)
  }

  /// A Bundle of resources without full URLs.
  static func bundle(type: String = "collection", _ resources: [String]) -> String {
    bundle(type: type, entries: resources.map { #"{"resource":\#($0)}"# })
  }

  static func bundle(type: String = "collection", entries: [String]) -> String {
    #"{"resourceType":"Bundle","type":"\#(type)","entry":["# + entries.joined(separator: ",") + "]}"
  }

  /// What the last of some resources becomes, beside a Patient `p`.
  static func content(_ resources: String...) throws -> RecordContent {
    try #require(records(resources).last).content
  }

  static func records(_ resources: [String]) throws -> [ImportBatch.ImportedRecord] {
    let batch = try read(bundle([patient] + resources))
    #expect(batch.subjects.count == 1)
    return try #require(batch.subjects.first).records
  }

  static let patient = #"{"resourceType":"Patient","id":"p","name":[{"text":"Kari Prøve"}]}"#

  /// The members of an object that is about `p`, with a type put before them.
  static func resource(_ type: String, _ members: String) -> String {
    let subject =
      ["Immunization", "AllergyIntolerance"].contains(type) ? "patient" : "subject"
    return #"{"resourceType":"\#(type)","\#(subject)":{"reference":"Patient/p"}"#
      + (members.isEmpty ? "" : "," + members) + "}"
  }

  /// Stands for SHA-256: 32 bytes that depend on all of the input and are the same every time.
  static func digest(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes {
      state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    var output: [UInt8] = []
    for _ in 0..<4 {
      state = (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
      withUnsafeBytes(of: state.bigEndian) { output += $0 }
    }
    return output
  }
}
