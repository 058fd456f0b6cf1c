/// A line before it has its place in the chain.
struct LineDraft {
  var time: Instant
  var attribution: Attribution
  var touches: Touches
  /// The value of `changes`: one JSON object without line feeds.
  var payload: [UInt8]

  /// The whole line with its line feed, following a given head and written at an offset.
  func line(sequence: Int, previous: Digest, at offset: Int = 0) -> DraftedLine {
    var bytes = LineDraft.begin("{", sequence, previous, time)
    bytes += ",\"by\":\"".utf8
    bytes += attribution.actor.description.utf8
    bytes += "\",\"for\":\"".utf8
    bytes += attribution.subject.description.utf8
    bytes += "\",\"basis\":\"".utf8
    bytes += attribution.basis.description.utf8
    bytes += "\",\"touches\":".utf8
    LineDraft.append(touches, to: &bytes)
    let (sum, hash) = LineDraft.finish(&bytes, payload)
    let head = LineHead(
      sequence: sequence,
      previous: previous,
      time: time,
      attribution: attribution,
      touches: touches,
      payloadSize: payload.count,
      payloadSum: sum,
      hash: hash,
      header: nil,
      offset: offset,
      payloadOffset: offset + bytes.count - payload.count - LineDraft.end.utf8.count
    )
    return DraftedLine(bytes: bytes, head: head)
  }

  /// The value of `changes`: salt, then what is given, which has at least one key.
  static func payload(_ content: some Encodable, salt: [UInt8]) -> [UInt8] {
    Array("{\"salt\":\"\(Digest.hexadecimal(salt))\",".utf8)
      + JSONStreamEncoder.encode(content).dropFirst()
  }

  /// The first line of a new file.
  static func header(
    _ header: LogHeader,
    time: Instant,
    salt: [UInt8]
  ) -> (bytes: [UInt8], hash: Digest) {
    let before =
      "{\"format\":\(header.format),\"store\":\"\(header.store)\","
      + "\"owner\":\"\(header.owner)\",\"kind\":\"\(header.kind.rawValue)\","
    var bytes = begin(before, 0, .zero, time)
    let payload = "{\"salt\":\"\(Digest.hexadecimal(salt))\",\"put\":[]}"
    let (_, hash) = finish(&bytes, Array(payload.utf8))
    return (bytes, hash)
  }

  /// A line as far as who made it.
  private static func begin(
    _ start: String,
    _ sequence: Int,
    _ previous: Digest,
    _ time: Instant
  ) -> [UInt8] {
    var bytes = Array(start.utf8)
    bytes += "\"seq\":".utf8
    bytes += String(sequence).utf8
    bytes += ",\"prev\":\"".utf8
    Hexadecimal.append(previous.bytes, to: &bytes)
    bytes += "\",\"at\":\"".utf8
    bytes += time.description.utf8
    bytes += "\"".utf8
    return bytes
  }

  /// Adds the rest of a line: its sum, its hash, and what it holds.
  private static func finish(
    _ bytes: inout [UInt8],
    _ payload: [UInt8]
  ) -> (sum: Digest, hash: Digest) {
    let sum = SHA256.digest(payload)
    bytes += ",\"size\":".utf8
    bytes += String(payload.count).utf8
    bytes += ",\"sum\":\"".utf8
    Hexadecimal.append(sum.bytes, to: &bytes)
    bytes += "\"".utf8
    let hash = SHA256.digest(bytes)
    bytes.reserveCapacity(bytes.count + payload.count + 100)
    bytes += ",\"hash\":\"".utf8
    Hexadecimal.append(hash.bytes, to: &bytes)
    bytes += "\",\"changes\":".utf8
    bytes += payload
    bytes += end.utf8
    return (sum, hash)
  }

  /// What follows a payload.
  private static let end = "}\n"

  static func append(_ touches: Touches, to bytes: inout [UInt8]) {
    switch touches {
    case .inBlob(let name):
      bytes += "{\"blob\":\"\(name)\"}".utf8
    case .listed(let list):
      bytes += "[".utf8
      for (index, touch) in list.enumerated() {
        bytes += (index == 0 ? "[\"" : ",[\"").utf8
        bytes += touch.kind.utf8
        bytes += "\",\"".utf8
        bytes += touch.id.utf8
        bytes += "\",".utf8
        bytes += String(touch.version).utf8
        bytes += "]".utf8
      }
      bytes += "]".utf8
    }
  }
}

/// A line as it is to be written, and its head as whoever reads it will find it.
struct DraftedLine {
  let bytes: [UInt8]
  let head: LineHead

  var hash: Digest { head.hash }
}
