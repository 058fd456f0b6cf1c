import FoundationEssentials

/// The files of https://github.com/nst/JSONTestSuite where they lie beside the repository.
///
/// They are looked for in `shared/data/JSONTestSuite` of every folder above this file and are
/// never part of the project; tests that need them are skipped without them.
enum JSONTestSuite {
  static let folder: URL? = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appending(path: "shared/data/JSONTestSuite")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }()

  static var isPresent: Bool { folder != nil }

  /// The names that start with `y_`, `n_` or `i_`, in order.
  static func names(startingWith prefix: String) throws -> [String] {
    guard let folder else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix(prefix) }
      .sorted()
  }

  static func bytes(of name: String) throws -> [UInt8] {
    guard let folder else { return [] }
    return [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }
}
