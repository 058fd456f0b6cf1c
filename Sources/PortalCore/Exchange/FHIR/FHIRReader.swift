/// Reads a file of FHIR R4 resources (https://hl7.org/fhir/R4/) into records, by person.
///
/// Takes Bundles of any type, also within one another, single resources, arrays and one resource a
/// line. Nothing is written. What is not known stays in the original beside the record.
package enum FHIRReader {
  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - limits: What one JSON document may ask for.
  ///   - digest: SHA-256.
  /// - Returns: The people of the file with their records, and the report.
  /// - Throws: Why the whole file is refused; a single resource that cannot be read is counted as
  ///   refused in the report instead.
  package static func read(
    _ bytes: [UInt8],
    limits: JSONLimits = .standard,
    digest: @escaping DigestFunction
  ) throws(FHIRImportError) -> ImportBatch {
    let file = try FHIRFile(bytes, limits: limits, digest: digest)
    try FHIRVersionEvidence.check(file)
    let index = FHIRIndex(file)
    let identities = FHIRIdentities(file)
    let partition = try FHIRPartition(index, identities: identities) {
      Hexadecimal.text(digest(bytes[...]))
    }
    var assembly = FHIRAssembly(index, identities, partition, digest: digest)
    return assembly.batch()
  }
}
