import FoundationEssentials

/// Strings that have broken programs; read where they lie beside the project, never copied into it.
enum NaughtyStrings {
  /// Where the list is; nil where it is not at hand.
  static var url: URL? {
    var folder = URL(filePath: #filePath)
    // Tests/PortalTUITests/Render/NaughtyStrings.swift, and a worktree lies one folder deeper.
    for _ in 0..<6 {
      folder.deleteLastPathComponent()
      let url = folder.appending(path: "shared/data/naughty-strings/blns.json")
      if FileManager.default.fileExists(atPath: url.path) { return url }
    }
    return nil
  }

  /// All of them.
  static func load() throws -> [String] {
    guard let url else { return [] }
    return try JSONDecoder().decode([String].self, from: Data(contentsOf: url))
  }
}
