@testable import PortalTUI

/// Numbers that only look random: the same seed gives the same ones (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension PageCommand {
  private static let texts = [
    "a", "å", " ", "2", "æ", "word ", "\n", "\u{1B}[2J", "漢字", "👩‍⚕️", "e\u{301}", "\u{301}",
    "a rather long line of text that has to be broken somewhere", "\u{202E}abc", "🇳🇴",
  ]

  /// Any command, moves and text more often than the rest.
  static func random(using random: inout SeededRandom) -> PageCommand {
    switch Int.random(in: 0..<16, using: &random) {
    case 0: .open
    case 1: .back
    case 2: .startFilter
    case 3: .nextField
    case 4: .previousField
    case 5: .submit
    case 6: .edit(.newline)
    case 7: .edit(.backspace)
    case 8: .edit(.delete)
    case 9: .edit(.undo)
    case 10...12: .edit(.insert(texts.randomElement(using: &random) ?? "a"))
    default: .move(Move.allCases.randomElement(using: &random) ?? .up)
    }
  }
}

extension String {
  private static let hostileScalars: [Unicode.Scalar] = [
    "a", " ", "å", "\u{301}", "\u{1B}", "\u{9B}", "\u{202E}", "\u{200D}", "\u{FE0F}", "漢", "👩", "⚕",
    "\u{1F3FD}", "\u{1F1F3}", "\u{E0041}", "\u{AD}", "\u{A0}", "\n", "\r", "\u{1161}", "\u{378}",
  ]

  /// Up to thirty scalars that do not go well together.
  static func hostile(using random: inout SeededRandom) -> String {
    var text = UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      text.append(hostileScalars.randomElement(using: &random) ?? "a")
    }
    return String(text)
  }
}
