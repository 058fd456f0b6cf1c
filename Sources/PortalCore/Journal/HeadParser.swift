/// Reads the head of a line in the one form the store writes it.
///
/// Fixed keys in a fixed order, no spaces, no escapes; anything else is no line of ours.
struct HeadParser {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// Parses the line that begins at the slice's start, if its head is whole and fits its hash.
  ///
  /// The payload is not looked at. `base` is added to make offsets in the file.
  static func parse(_ bytes: ArraySlice<UInt8>, base: Int) -> LineHead? {
    var parser = HeadParser(bytes: bytes, position: bytes.startIndex)
    guard let head = parser.head(base: base) else { return nil }
    return head
  }

  /// The format of a file that a newer program wrote; nil where it is ours, or cannot be believed.
  ///
  /// Counts on this much of a later format: the number first, and a hash over what stands before
  /// `,"hash":"`.
  static func newerFormat(_ bytes: [UInt8]) -> Int? {
    let line = bytes.prefix { $0 != 0x0A }
    var parser = HeadParser(bytes: line, position: line.startIndex)
    guard parser.take("{\"format\":"), let format = parser.number(),
      format > LogHeader.currentFormat
    else { return nil }
    while parser.position < line.endIndex {
      let headEnd = parser.position
      if parser.take(",\"hash\":") {
        return parser.digest() == SHA256.digest(line[..<headEnd]) ? format : nil
      }
      parser.position += 1
    }
    return nil
  }

  private mutating func head(base: Int) -> LineHead? {
    guard take("{") else { return nil }
    let header = self.header()
    guard take("\"seq\":"), let sequence = number(), take(",\"prev\":"), let previous = digest(),
      take(",\"at\":"), let time = time()
    else { return nil }
    var attribution: Attribution?
    var touches = Touches.listed([])
    if header == nil {
      guard let who = self.attribution(), take(",\"touches\":"), let what = self.touches() else {
        return nil
      }
      (attribution, touches) = (who, what)
    }
    guard take(",\"size\":"), let size = number(), take(",\"sum\":"), let sum = digest() else {
      return nil
    }
    let headEnd = position
    guard take(",\"hash\":"), let hash = digest(), take(",\"changes\":"),
      SHA256.digest(bytes[bytes.startIndex..<headEnd]) == hash
    else { return nil }
    let payloadOffset = base + position
    // What is written is an object: only an erasure puts this in its place.
    let isErased = take("null}")
    return LineHead(
      sequence: sequence,
      previous: previous,
      time: time,
      attribution: attribution,
      touches: touches,
      payloadSize: size,
      payloadSum: sum,
      hash: hash,
      header: header,
      offset: base + bytes.startIndex,
      payloadOffset: payloadOffset,
      isErased: isErased
    )
  }

  private mutating func header() -> LogHeader? {
    guard take("\"format\":"), let format = number(), take(",\"store\":"), let store = string(),
      take(",\"owner\":"), let owner = string(), take(",\"kind\":"),
      let kind = string().flatMap(LogHeader.Kind.init), take(",")
    else { return nil }
    return LogHeader(format: format, store: store, owner: owner, kind: kind)
  }

  private mutating func attribution() -> Attribution? {
    guard take(",\"by\":"), let actor = string().flatMap(Actor.init), take(",\"for\":"),
      let subject = string().flatMap(Actor.init), take(",\"basis\":"),
      let basis = string().flatMap(Basis.init)
    else { return nil }
    return Attribution(actor: actor, subject: subject, basis: basis)
  }

  private mutating func touches() -> Touches? {
    if take("{\"blob\":") {
      guard let name = digest(), take("}") else { return nil }
      return .inBlob(name.hexadecimal)
    }
    guard take("[") else { return nil }
    var list: [Touch] = []
    while !take("]") {
      guard list.isEmpty || take(","), take("["), let kind = string(), take(","),
        let id = string(), take(","), let version = number(), take("]")
      else { return nil }
      list.append(Touch(kind: kind, id: id, version: version))
    }
    return .listed(list)
  }

  private mutating func take(_ literal: String) -> Bool {
    var index = position
    for byte in literal.utf8 {
      guard index < bytes.endIndex, bytes[index] == byte else { return false }
      index += 1
    }
    position = index
    return true
  }

  private mutating func number() -> Int? {
    let digits = bytes[position...].prefix(19).prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard let first = digits.first, digits.count == 1 || first != 0x30 else { return nil }
    position += digits.count
    return decimal(digits)
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var end = position
    while end < bytes.endIndex, end - position <= 200, bytes[end] != UInt8(ascii: "\"") {
      guard bytes[end] >= 0x20, bytes[end] < 0x7F, bytes[end] != UInt8(ascii: "\\") else {
        return nil
      }
      end += 1
    }
    guard end < bytes.endIndex, bytes[end] == UInt8(ascii: "\"") else { return nil }
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    position = end + 1
    return text
  }

  private mutating func time() -> Instant? {
    let start = position
    if take("\""), let time = Instant(written: bytes[position...].prefix(Instant.length)) {
      position += Instant.length
      if take("\"") { return time }
    }
    position = start
    return string().flatMap(Instant.init)
  }

  private mutating func digest() -> Digest? {
    guard take("\""), bytes.endIndex - position > 64,
      let digest = Digest(hexadecimal: bytes[position..<(position + 64)])
    else { return nil }
    position += 64
    return take("\"") ? digest : nil
  }
}
