import Glibc

/// `crypt_r(3)`, whose header the Glibc module leaves out; `data` is a `struct crypt_data`.
@_silgen_name("crypt_r")
private func systemHash(
  _ phrase: UnsafePointer<CChar>,
  _ setting: UnsafePointer<CChar>,
  _ data: UnsafeMutableRawPointer
) -> UnsafeMutablePointer<CChar>?

/// Turns a secret into something that may lie on a disk, slowly on purpose.
package struct PasswordHash: Sendable {
  /// The hash of a phrase under a setting, or under a hash that was made before; nil where the C
  /// library cannot.
  package var compute: @Sendable (_ phrase: String, _ setting: String) -> String?

  package init(compute: @escaping @Sendable (_ phrase: String, _ setting: String) -> String?) {
    self.compute = compute
  }

  /// yescrypt with 32 MiB: about 50 ms of a core (Debian's own default is half of it).
  private static let prefix = "$y$jAT$"
  private static let alphabet = Array(
    "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8
  )
  private static let (phraseSize, dataSize) = (512, 32_768)

  /// What a new hash is made under: the cost, and 18 random bytes as 24 characters.
  package static func newSetting(_ randomness: Randomness) -> String {
    // Each byte gives one of 64 characters; whole groups of four, as yescrypt wants them.
    let salt = randomness.bytes(24).map { alphabet[Int($0) & 63] }
    return prefix + String(decoding: salt, as: UTF8.self)
  }

  /// What is hashed under where there is no hash to compare with, so that it takes as long.
  package static let settingOfNobody = prefix + String(repeating: ".", count: 24)

  /// Whether a phrase gives a hash, compared in the same time wherever they differ; nil where the C
  /// library cannot tell.
  package func fits(_ phrase: String, _ hash: String) -> Bool? {
    guard let answer = compute(phrase, hash) else { return nil }
    let (left, right) = (Array(answer.utf8), Array(hash.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The C library's (libxcrypt).
  package static let live = PasswordHash { phrase, setting in
    guard phrase.utf8.count < phraseSize else { return nil }
    let data = UnsafeMutableRawPointer.allocate(byteCount: dataSize, alignment: 16)
    unsafe data.initializeMemory(as: UInt8.self, repeating: 0, count: dataSize)
    defer {
      // It holds the phrase.
      unsafe explicit_bzero(data, dataSize)
      unsafe data.deallocate()
    }
    guard let answer = unsafe systemHash(phrase, setting, data) else { return nil }
    let text = unsafe String(cString: answer)
    return text.hasPrefix("*") ? nil : text
  }
}
