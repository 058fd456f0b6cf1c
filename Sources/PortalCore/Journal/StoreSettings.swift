/// What `store.json` says: which store this is and how it is used.
package struct StoreSettings: Codable, Hashable, Sendable {
  /// Whether people must sign in (`cli.md`).
  package enum SignIn: String, Codable, Sendable {
    /// Whoever owns the directory may act as anyone; it is logged.
    case open
    case pin
  }

  package var format: Int
  package var store: RecordID
  package var signIn: SignIn
  /// The moment a rehearsal's clock is pinned at; nil in a store that is for real.
  package var rehearsal: Instant?
  /// Whether it is a copy of the sample data: DEMO stands on every page.
  package var isDemonstration: Bool
  /// Whether it may lie on a file system that is not a disk of this machine; nil where not.
  package var allowsNetworkFileSystem: Bool?
  /// What is not as `AccessPolicy()` has it; nil where nothing is.
  package var accessPolicy: AccessPolicy?
  /// After how many minutes without a key a session ends; 0 for never, nil for the usual.
  package var idleMinutes: Int?

  static let currentFormat = 1

  package init(store: RecordID, rehearsal: Instant? = nil, isDemonstration: Bool = false) {
    format = StoreSettings.currentFormat
    self.store = store
    signIn = .open
    self.rehearsal = rehearsal
    self.isDemonstration = isDemonstration
  }
}

extension StoreSettings {
  /// How long a session lasts without a key; nil for ever.
  ///
  /// For ever only where nobody's own record is: a 0 in a store for real counts as nothing said.
  package var idleLimit: Duration? {
    let isForReal = rehearsal == nil && !isDemonstration
    let said = idleMinutes.flatMap { $0 > 0 || !isForReal ? $0 : nil }
    let minutes = said ?? SignInPolicy.idleMinutes
    return minutes > 0 ? .seconds(minutes * 60) : nil
  }

  /// What stands in the file: the settings and the SHA-256 of their JSON.
  private struct Sealed: Codable {
    var settings: StoreSettings
    var sum: String
  }

  func encoded() -> [UInt8] {
    JSONStreamEncoder.encode(Sealed(settings: self, sum: sum)) + [0x0A]
  }

  /// Throws where the file is not what was written, or was written by a newer program.
  static func decode(_ bytes: [UInt8]) throws(StoreError) -> StoreSettings {
    struct Format: Decodable {
      struct Settings: Decodable { var format: Int }
      var settings: Settings
    }
    guard let document = try? JSONDocument(parsing: bytes, limits: .store) else {
      throw .damagedSettings(file: Store.settingsName)
    }
    let format = try? JSONTapeDecoder.decode(Format.self, from: document.root).settings.format
    if let format, format > currentFormat { throw .unknownFormat(format) }
    guard let sealed = try? JSONTapeDecoder.decode(Sealed.self, from: document.root),
      sealed.sum == sealed.settings.sum, sealed.settings.encoded() == bytes
    else { throw .damagedSettings(file: Store.settingsName) }
    return sealed.settings
  }

  private var sum: String {
    SHA256.digest(JSONStreamEncoder.encode(self)).hexadecimal
  }
}
