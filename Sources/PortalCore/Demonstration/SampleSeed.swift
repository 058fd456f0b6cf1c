/// Where names and chance come from: each thing has its own, by what it is called, so that a thing
/// added to the sample data leaves all the others as they were.
struct SampleSeed: Hashable, Sendable {
  let number: UInt64

  /// A name in the form `urn:uuid:…` (RFC 4122, variant 1, version 4 by its bits).
  func address(of thing: String) -> String {
    var bytes = Array(digest(of: thing).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Digest.hexadecimal(bytes)
    let groups = [(0, 8), (8, 4), (12, 4), (16, 4), (20, 12)].map { start, length in
      digits.dropFirst(start).prefix(length)
    }
    return "urn:uuid:\(groups.joined(separator: "-"))"
  }

  /// Chance of its own for a thing.
  func random(for thing: String) -> SampleRandom {
    let state = digest(of: "chance/\(thing)").prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return SampleRandom(seed: state)
  }

  private func digest(of thing: String) -> [UInt8] {
    SHA256.digest(Array("\(number)/\(thing)".utf8)).bytes
  }
}
