/// Takes markup apart into text and tags, forgiving what is not well formed.
struct NarrativeScanner {
  /// A piece of the markup that matters for reading it.
  enum Token {
    /// Text in which references to characters stand for others.
    case text(Range<Int>)
    /// Text that is taken as it is (a CDATA section).
    case literal(Range<Int>)
    case opening(name: String, isClosed: Bool)
    case closing(name: String)
  }

  let bytes: [UInt8]
  private var position = 0

  /// Starts at the beginning of some markup.
  init(_ markup: String) {
    bytes = Array(markup.utf8)
  }

  /// Nil at the end, and where a tag, a comment or a declaration never ends: the rest is dropped.
  mutating func next() -> Token? {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<"), let mark = byte(at: position + 1) else {
        return text()
      }
      switch mark {
      case UInt8(ascii: "!"):
        if let literal = declaration() { return literal }
      case UInt8(ascii: "?"):
        skip(past: "?>", from: position + 2)
      case UInt8(ascii: "/"):
        return tag(from: position + 2).map { .closing(name: $0.name) }
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        guard let tag = tag(from: position + 1) else { return nil }
        guard !tag.isClosed, NarrativeScanner.hidden.contains(tag.name) else {
          return .opening(name: tag.name, isClosed: tag.isClosed)
        }
        skipContent(of: tag.name)
      default:
        return text()
      }
    }
    return nil
  }

  /// Elements whose content is not for reading.
  private static let hidden: Set<String> = [
    "script", "style", "head", "template", "noscript", "object", "iframe", "svg", "math",
  ]

  private func byte(at index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  /// Text up to the next tag; at least one byte, which may be a lone `<`.
  private mutating func text() -> Token {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
      position += 1
    }
    return .text(start..<position)
  }

  /// Reads a tag's name from an index and goes to the end of the tag; nil where it has none.
  private mutating func tag(from start: Int) -> (name: String, isClosed: Bool)? {
    var index = start
    while let byte = byte(at: index), !NarrativeScanner.endsName(byte) {
      index += 1
    }
    let name = String(decoding: bytes[start..<min(index, start + 16)], as: UTF8.self).lowercased()
    var quote: UInt8?
    while let byte = byte(at: index) {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        position = index + 1
        return (name, bytes[index - 1] == UInt8(ascii: "/"))
      }
      index += 1
    }
    position = bytes.count
    return nil
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  /// Passes over a comment or a declaration; a CDATA section is text.
  private mutating func declaration() -> Token? {
    let rest = bytes[position...]
    let section = "<![CDATA["
    if rest.starts(with: "<!--".utf8) {
      skip(past: "-->", from: position + 4)
    } else if rest.starts(with: section.utf8) {
      let start = position + section.utf8.count
      skip(past: "]]>", from: start)
      return .literal(start..<max(start, position - 3))
    } else {
      skipDeclaration()
    }
    return nil
  }

  /// Passes over `<!DOCTYPE ... [ ... ]>` with all that is declared in it.
  private mutating func skipDeclaration() {
    var depth = 0
    while let byte = byte(at: position) {
      position += 1
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth = max(0, depth - 1)
      case UInt8(ascii: ">") where depth == 0: return
      default: continue
      }
    }
  }

  private mutating func skip(past end: String, from start: Int) {
    let end = Array(end.utf8)
    var index = start
    while index + end.count <= bytes.count {
      if bytes[index] == end[0], bytes[index..<(index + end.count)].elementsEqual(end) {
        position = index + end.count
        return
      }
      index += 1
    }
    position = bytes.count
  }

  /// Passes over everything up to the closing tag of an element, whatever stands in it.
  private mutating func skipContent(of name: String) {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), byte(at: position + 1) == UInt8(ascii: "/") {
        let end = min(position + 2 + name.utf8.count, bytes.count)
        let candidate = String(decoding: bytes[(position + 2)..<end], as: UTF8.self)
        if candidate.lowercased() == name {
          _ = tag(from: position + 2)
          return
        }
      }
      position += 1
    }
  }
}
