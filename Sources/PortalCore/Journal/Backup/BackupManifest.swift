/// What stands at the end of a backup: a line for each member, in their order (`docs/store.md`).
enum BackupManifest {
  static let name = "manifest.jsonl"
  static let sumName = "sum"
  static let currentFormat = 1

  /// The first line.
  struct Opening: Codable, Hashable {
    var format: Int
    var store: RecordID
    var made: Instant
  }

  /// The newest line of a chained file.
  struct Head: Codable, Hashable {
    var sequence: Int
    var hash: String
  }

  struct Member: Codable, Hashable {
    var name: String
    var size: Int
    /// SHA-256 in hexadecimal.
    var sum: String
    /// Only of chained files, as far as they could be read.
    var head: Head?
  }

  /// The last member: the SHA-256 of all bytes before its header, and the manifest's size.
  struct Sum: Codable, Hashable {
    var sum: String
    var manifest: Int
  }

  /// What stands behind the manifest: header, one block, and the two blocks that end an archive.
  static let sumSize = 4 * TarHeader.blockSize

  static func line(_ value: some Encodable) -> [UInt8] {
    JSONStreamEncoder.encode(value) + [0x0A]
  }

  static func decode<Value: Decodable>(_ type: Value.Type, _ line: ArraySlice<UInt8>) -> Value? {
    guard let document = try? JSONDocument(parsing: Array(line), limits: .store) else { return nil }
    return try? JSONTapeDecoder.decode(type, from: document.root)
  }

  /// Whether a member's name is one that a store could have: relative, plain, and not deep.
  static func isPlain(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return (1...8).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && !part.hasPrefix(".")
          && part.utf8.allSatisfy {
            RecordID.isAllowed($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
          }
      }
  }
}

/// Why a backup could not be made, read or put back.
package enum BackupProblem: Error, Hashable, Sendable {
  /// Something of that name is there; nothing is ever overwritten.
  case alreadyThere(String)
  /// The directory is somebody else's, or others may enter it.
  case unsafeDirectory(String)
  case missing(String)
  /// No backup, or not to its end.
  case notABackup(String)
  case newerFormat(Int)
  /// Not what was written; the member, or the byte.
  case altered(String)
  /// More than an archive's member can hold.
  case tooLarge(String)
  case system(SystemError)
}
