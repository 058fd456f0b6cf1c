import CNcurses

/// What ncurses is given for one cell: the last filter before the terminal.
///
/// Whatever the text says, no control character, no mark of direction and nothing that the terminal
/// may count otherwise than we do comes through. What cannot be shown is U+FFFD.
struct Glyph: Equatable {
  static let blank = Glyph(base: 0x20)
  static let unknown = Glyph(base: 0xFFFD)

  let base: UInt32
  /// At most four; 0 where there is none.
  private(set) var marks: [UInt32] = Self.noMarks
  /// Whether it takes two columns.
  private(set) var isWide = false

  private static let noMarks: [UInt32] = [0, 0, 0, 0]

  private init(base: UInt32) {
    self.base = base
  }

  /// The glyph for a cell's text, in so many columns (1 or 2).
  ///
  /// Needs the locale to be chosen.
  init(_ text: String, columns: Int) {
    let bytes = text.utf8
    if bytes.count == 1, let byte = bytes.first, (0x20...0x7E).contains(byte) {
      self.init(base: UInt32(byte))
      return
    }
    guard let first = text.unicodeScalars.first else {
      self = .blank
      return
    }
    let width = Self.isDrawable(first) ? Int(portal_width(first.value)) : -1
    guard width == 1 || (width == 2 && columns == 2) else {
      self = .unknown
      return
    }
    self.init(base: first.value)
    isWide = width == 2
    addMarks(text.unicodeScalars.dropFirst())
  }

  private mutating func addMarks(_ scalars: Substring.UnicodeScalarView) {
    var count = 0
    for scalar in scalars where count < marks.count {
      if scalar.properties.isJoinControl {
        // A joined emoji: its first part says enough, and terminals do not agree on its width.
        return
      }
      if Self.isMark(scalar) {
        marks[count] = scalar.value
        count += 1
      }
    }
  }

  private static func isMark(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark:
      // Not the choosers of a variant, which change the width for some terminals only.
      !scalar.properties.isVariationSelector && portal_width(scalar.value) == 0
    default: false
    }
  }

  private static func isDrawable(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
