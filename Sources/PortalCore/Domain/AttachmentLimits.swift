/// How much may be sent with one message; no official limits are known, so they can be set.
package struct AttachmentLimits: Codable, Hashable, Sendable {
  package var bytesEach: Int
  package var bytesTogether: Int
  package var count: Int

  /// 10 MiB each, 25 MiB and five together.
  package static let standard = AttachmentLimits(
    bytesEach: 10 << 20,
    bytesTogether: 25 << 20,
    count: 5
  )

  package init(bytesEach: Int, bytesTogether: Int, count: Int) {
    self.bytesEach = bytesEach
    self.bytesTogether = bytesTogether
    self.count = count
  }

  /// Whether one more is within the limits; to be asked before it is read.
  ///
  /// - Parameters:
  ///   - bytes: The size of the one to add.
  ///   - present: The sizes of those that the message has.
  /// - Throws: `.empty`, `.tooMany`, `.tooLarge` or `.tooMuchTogether`.
  package func check(adding bytes: Int, to present: [Int]) throws(AttachmentRefusal) {
    guard bytes > 0 else { throw .empty }
    guard present.count < count else { throw .tooMany(limit: count) }
    guard bytes <= bytesEach else { throw .tooLarge(bytes: bytes, limitInBytes: bytesEach) }
    let room = max(0, bytesTogether - present.reduce(0, +))
    guard bytes <= room else {
      throw .tooMuchTogether(
        bytes: bytes + present.reduce(0, +),
        limitInBytes: bytesTogether
      )
    }
  }
}
