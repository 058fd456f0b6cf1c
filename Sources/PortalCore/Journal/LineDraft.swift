/// A line before it has its place in the chain.
struct LineDraft {
  var time: Instant
  var attribution: Attribution
  var touches: Touches
  /// The value of `changes`: one JSON object without line feeds.
  var payload: [UInt8]

  /// The whole line with its line feed, following a given head.
  func line(sequence: Int, previous: Digest) -> (bytes: [UInt8], hash: Digest) {
    let who =
      ",\"by\":\"\(attribution.actor)\",\"for\":\"\(attribution.subject)\""
      + ",\"basis\":\"\(attribution.basis)\",\"touches\":\(LineDraft.text(touches))"
    return LineDraft.assemble(
      before: "",
      sequence: sequence,
      previous: previous,
      time: time,
      who: who,
      payload: payload
    )
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
      "\"format\":\(header.format),\"store\":\"\(header.store)\","
      + "\"owner\":\"\(header.owner)\",\"kind\":\"\(header.kind.rawValue)\","
    let payload = "{\"salt\":\"\(Digest.hexadecimal(salt))\",\"put\":[]}"
    return assemble(
      before: before,
      sequence: 0,
      previous: .zero,
      time: time,
      who: "",
      payload: Array(payload.utf8)
    )
  }

  private static func assemble(
    before: String,
    sequence: Int,
    previous: Digest,
    time: Instant,
    who: String,
    payload: [UInt8]
  ) -> (bytes: [UInt8], hash: Digest) {
    let sum = SHA256.digest(payload)
    let head =
      "{\(before)\"seq\":\(sequence),\"prev\":\"\(previous.hexadecimal)\",\"at\":\"\(time)\""
      + "\(who),\"size\":\(payload.count),\"sum\":\"\(sum.hexadecimal)\""
    var bytes = Array(head.utf8)
    let hash = SHA256.digest(bytes)
    bytes.reserveCapacity(bytes.count + payload.count + 100)
    bytes.append(contentsOf: ",\"hash\":\"\(hash.hexadecimal)\",\"changes\":".utf8)
    bytes.append(contentsOf: payload)
    bytes.append(contentsOf: "}\n".utf8)
    return (bytes, hash)
  }

  static func text(_ touches: Touches) -> String {
    switch touches {
    case .inBlob(let name): "{\"blob\":\"\(name)\"}"
    case .listed(let list):
      "[" + list.map { "[\"\($0.kind)\",\"\($0.id)\",\($0.version)]" }.joined(separator: ",") + "]"
    }
  }
}
