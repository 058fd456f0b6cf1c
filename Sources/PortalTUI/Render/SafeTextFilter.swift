/// What becomes of each scalar of foreign text on its way to the screen.
///
/// | what | becomes |
/// |---|---|
/// | C0, DEL | its control picture: ␛ |
/// | C1, bidi controls, U+2028/2029, U+FEFF, U+FFF9–FFFB, tags, other format characters, fillers, private use, unassigned or newer than Unicode 14 | its number: ⟨202E⟩ |
/// | tab and every breaking space | a space |
/// | combining marks | kept, at most four to a base; on ◌ where there is no base |
/// | the first variation selector of a base, soft hyphen, zero-width space, word joiner | left out |
/// | joiners | left out between letters beyond ASCII, in emoji with the emoji they join |
/// | regional indicators | the letters they stand for, as terminals disagree on flags |
///
/// The danger is text that terminals answer to, that hides or that reads differently from what it
/// is: CVE-2021-27135 (combining marks), CVE-2021-42574 (bidi).
struct SafeTextFilter {
  private enum Base {
    case none
    case ascii
    case emoji
    case other
  }

  private(set) var text = ""
  private(set) var width = 0
  private var base = Base.none
  private var marks = 0
  private var hasSelector = false
  private var joinsEmoji = false

  /// A cell of the terminal library holds a base and this many marks.
  private static let mostMarks = 4

  /// Adds what the scalar becomes.
  mutating func add(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x09, 0x20: append(" ", width: 1, base: .none)
    case 0x21...0x7E: append(scalar, width: 1, base: .ascii)
    case 0x00...0x1F: append(control: 0x2400 + value)
    case 0x7F: append(control: 0x2421)
    case 0x80...0x9F: append(numberOf: scalar)
    case 0xA0, 0x2007, 0x202F: append("\u{A0}", width: 1, base: .none)
    case 0xAD, 0x034F, 0x200B, 0x2060: break
    case 0x200C, 0x200D: addJoiner(scalar)
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: addSelector(scalar)
    case 0x115F, 0x1160, 0x3164, 0xFFA0: append(numberOf: scalar)
    case 0x3000:
      append("\u{20}", width: 1, base: .none)
      append("\u{20}", width: 1, base: .none)
    case 0x1F1E6...0x1F1FF: append(letterOf: scalar)
    default: addByCategory(scalar)
    }
  }

  private mutating func addByCategory(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .unassigned, .privateUse, .surrogate, .control, .format, .lineSeparator,
      .paragraphSeparator:
      append(numberOf: scalar)
    case .spaceSeparator:
      append(" ", width: 1, base: .none)
    default:
      guard let age = properties.age, age.major <= 14 else { return append(numberOf: scalar) }
      addPrintable(scalar, isEmoji: properties.isEmoji)
    }
  }

  private mutating func addPrintable(_ scalar: Unicode.Scalar, isEmoji: Bool) {
    let width = CellWidth.of(scalar)
    if width == 0 {
      addMark(scalar)
    } else if isEmoji && scalar.value > 0x2000 {
      let isPart = joinsEmoji || (base == .emoji && scalar.properties.isEmojiModifier)
      joinsEmoji = false
      if !isPart { append(scalar, width: width, base: .emoji) }
    } else {
      append(scalar, width: width, base: .other)
    }
  }

  private mutating func addMark(_ scalar: Unicode.Scalar) {
    if base == .none { append("\u{25CC}", width: 1, base: .other) }
    guard marks < Self.mostMarks else { return }
    marks += 1
    text.unicodeScalars.append(scalar)
  }

  private mutating func addJoiner(_ scalar: Unicode.Scalar) {
    switch base {
    case .emoji: joinsEmoji = scalar.value == 0x200D
    case .other: break
    case .none, .ascii: append(numberOf: scalar)
    }
  }

  private mutating func addSelector(_ scalar: Unicode.Scalar) {
    if base == .none || hasSelector {
      append(numberOf: scalar)
    } else {
      hasSelector = true
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, width: Int, base: Base) {
    text.unicodeScalars.append(scalar)
    self.width += width
    self.base = base
    marks = 0
    hasSelector = false
    joinsEmoji = false
  }

  private mutating func append(control picture: UInt32) {
    append(Unicode.Scalar(picture) ?? "\u{FFFD}", width: 1, base: .none)
  }

  private mutating func append(letterOf indicator: Unicode.Scalar) {
    append(Unicode.Scalar(indicator.value - 0x1F1E6 + 0x41) ?? "\u{FFFD}", width: 1, base: .ascii)
  }

  private mutating func append(numberOf scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    for part in "\u{27E8}\(padded)\u{27E9}".unicodeScalars {
      append(part, width: 1, base: .none)
    }
  }
}
