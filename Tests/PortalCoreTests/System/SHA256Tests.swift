import Testing

@testable import PortalCore

struct SHA256Tests {
  /// NIST's examples for FIPS 180-4, and RFC 6234's million of a.
  @Test(arguments: [
    ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnop"
        + "qrsmnopqrstnopqrstu",
      1, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    ("a", 100_000, "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee"),
  ])
  func `the published vectors come out`(text: String, times: Int, expected: String) {
    var bytes: [UInt8] = []
    for _ in 0..<times { bytes.append(contentsOf: text.utf8) }
    #expect(SHA256.digest(bytes).hexadecimal == expected)
  }

  @Test func `it does not matter how the bytes are cut`() {
    let bytes = (0..<300).map { UInt8($0 % 251) }
    let whole = SHA256.digest(bytes)
    for cut in 0...bytes.count {
      var hash = SHA256()
      hash.update(bytes[..<cut])
      hash.update(bytes[cut...])
      #expect(hash.finish() == whole)
    }
  }

  /// RFC 4231, cases 1, 2 and 6.
  @Test(arguments: [
    (
      Array(repeating: UInt8(0x0b), count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      Array(repeating: UInt8(0xaa), count: 131),
      "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ])
  func `the published authentication codes come out`(key: [UInt8], text: String, expected: String) {
    #expect(SHA256.authenticationCode(Array(text.utf8), key: key).hexadecimal == expected)
  }

  @Test func `a digest survives its hexadecimal form`() throws {
    let digest = SHA256.digest(Array("abc".utf8))
    #expect(Digest(hexadecimal: Array(digest.hexadecimal.utf8)[...]) == digest)
    #expect(Digest(hexadecimal: Array("zz".utf8)[...]) == nil)
  }
}
