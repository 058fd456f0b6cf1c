/// Text that may be written to a terminal: nothing in it can steer, hide or reorder anything.
///
/// The only way text reaches a cell or a plain line. Whatever a message, a name or an imported file
/// holds, here it becomes characters with a known width; `SafeTextFilter` says what becomes of each.
struct SafeText: Equatable, Sendable {
  /// The text as it may be written, without line feeds.
  let text: String
  /// Cells that it fills.
  let width: Int
  /// Whether every scalar fills exactly one cell; so it is with all Norwegian text.
  let isSimple: Bool

  static let empty = SafeText("")

  /// Makes any text safe; a line feed becomes a visible sign, so split into lines before.
  init(_ raw: String) {
    if let width = Self.simpleWidth(raw) {
      self.init(text: raw, width: width, isSimple: true)
    } else {
      var filter = SafeTextFilter()
      for scalar in raw.unicodeScalars {
        filter.add(scalar)
      }
      self.init(text: filter.text, width: filter.width, isSimple: false)
    }
  }

  private init(text: String, width: Int, isSimple: Bool) {
    self.text = text
    self.width = width
    self.isSimple = isSimple
  }

  /// One character as it is drawn: a base with its marks, one or two cells wide.
  struct Glyph: Equatable {
    var text: String
    var width: Int
  }

  /// Calls `body` with each glyph from the left until it returns false.
  func forEachGlyph(_ body: (Glyph) -> Bool) {
    if isSimple {
      for scalar in text.unicodeScalars where !body(Glyph(text: Self.cell(scalar), width: 1)) {
        return
      }
      return
    }
    var glyph: Glyph?
    for scalar in text.unicodeScalars {
      let width = CellWidth.of(scalar)
      if width == 0 {
        glyph?.text.unicodeScalars.append(scalar)
        continue
      }
      if let glyph, !body(glyph) { return }
      glyph = Glyph(text: Self.cell(scalar), width: width)
    }
    if let glyph { _ = body(glyph) }
  }

  /// The part between two byte offsets of `text.utf8`, both at a glyph's edge.
  func slice(_ range: Range<Int>) -> SafeText {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(start, offsetBy: range.count)
    let part = String(text[start..<end])
    let width = isSimple ? Self.scalarCount(part) : Self.width(part)
    return SafeText(text: part, width: width, isSimple: isSimple)
  }

  /// Both, one after the other.
  static func + (left: SafeText, right: SafeText) -> SafeText {
    SafeText(
      text: left.text + right.text,
      width: left.width + right.width,
      isSimple: left.isSimple && right.isSimple
    )
  }

  private static func scalarCount(_ text: String) -> Int {
    let bytes = text.utf8.span
    var count = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }

  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + CellWidth.of($1) }
  }

  /// A no-break space has done its work when lines are broken; in a cell it is a space.
  private static func cell(_ scalar: Unicode.Scalar) -> String {
    scalar == "\u{A0}" ? " " : String(scalar)
  }

  /// The width of text that is safe as it stands and has one scalar to a cell, else nil.
  ///
  /// Works on bytes: printable ASCII, U+00A0–02FF but for the soft hyphen, U+2010–2027 (dashes,
  /// quotation marks, ellipsis). That is nearly all text in a Norwegian record.
  private static func simpleWidth(_ raw: String) -> Int? {
    let bytes = raw.utf8.span
    var index = 0
    var width = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20 && byte < 0x7F {
        index += 1
      } else if byte >= 0xC3 && byte <= 0xCB {
        index += 2
      } else if byte == 0xC2, bytes[index + 1] >= 0xA0, bytes[index + 1] != 0xAD {
        index += 2
      } else if byte == 0xE2, bytes[index + 1] == 0x80, 0x90...0xA7 ~= bytes[index + 2] {
        index += 3
      } else {
        return nil
      }
      width += 1
    }
    return width
  }
}
