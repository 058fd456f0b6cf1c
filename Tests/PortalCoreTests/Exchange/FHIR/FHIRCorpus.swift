import FoundationEssentials

/// Published FHIR files where they lie beside the repository.
///
/// They are looked for in `shared/data/fhir` of every folder above this file and are never part
/// of the project; tests that need them are skipped without them.
enum FHIRCorpus {
  static let folder: URL? = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appending(path: "shared/data/fhir")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }()

  static var isPresent: Bool { folder != nil }

  static func bytes(of name: String) throws -> [UInt8] {
    guard let folder else { return [] }
    return [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }
}
