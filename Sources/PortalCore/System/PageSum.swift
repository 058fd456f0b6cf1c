/// The check that stands at the end of each page of a derived file.
///
/// Finds every change of up to eight bytes in one place, and others but for one in 2^64. Says
/// nothing about intention: a derived file is believed only as far as the journal bears it out.
enum PageSum {
  /// The check of `count` bytes from `offset`, a multiple of 8, under a seed.
  static func sum(_ bytes: [UInt8], from offset: Int, count: Int, seed: UInt64) -> UInt64 {
    precondition(count % 8 == 0 && offset >= 0 && offset + count <= bytes.count, "a page's bytes")
    var sum = seed
    unsafe bytes.withUnsafeBytes { buffer in
      for position in stride(from: offset, to: offset + count, by: 8) {
        let word = unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        // Each step can be undone, so that no change of one word is ever lost.
        sum = (sum ^ UInt64(littleEndian: word)) &* 0x9E37_79B9_7F4A_7C15
        sum ^= sum >> 29
      }
    }
    return sum
  }
}
