/// Proof that a change is on disk: its number and the hash of its line.
package struct Receipt: Hashable, Sendable {
  package let sequence: Int
  package let hash: Digest

  /// What a person can note: `1284-3fa91c07`, the number and the first eight digits of the hash.
  package var text: String {
    "\(sequence)-\(hash.hexadecimal.prefix(8))"
  }
}
