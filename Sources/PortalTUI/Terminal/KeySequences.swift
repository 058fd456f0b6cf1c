/// The escape sequences of keys that terminals agree on.
///
/// Sources: xterm's "Control Sequences" (PC-style function keys), the VT220 manual, rxvt and the
/// Linux console's terminfo entries. What only one terminal sends comes from its terminfo entry
/// (`TerminfoKeys`).
enum KeySequences {
  /// The key of `ESC [ parameters final`; nil for answers of the terminal and unknown keys.
  static func key(parameters: [Int], final: UInt8) -> Key? {
    let modifiers = parameters.count > 1 ? max(parameters[1] - 1, 0) : 0
    switch final {
    case UInt8(ascii: "~"): return parameters.first.flatMap { numbered($0, modifiers) }
    case UInt8(ascii: "P")...UInt8(ascii: "S"):
      // With other numbers it is the answer to a question about the cursor.
      return (parameters.first ?? 1) == 1 ? .function(Int(final) - 0x4F) : nil
    default: return (parameters.first ?? 1) <= 1 ? moving(final, modifiers) : nil
    }
  }

  /// The key of `ESC O final`: application mode.
  static func applicationKey(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final) - 0x4F)
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "a"): .up
    case UInt8(ascii: "b"): .down
    case UInt8(ascii: "c"): .wordRight
    case UInt8(ascii: "d"): .wordLeft
    default: moving(final, 0)
    }
  }

  /// The character of `ESC O final`: the numeric keypad in application mode (PuTTY).
  static func keypadCharacter(_ final: UInt8) -> Character? {
    switch final {
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      // The letters j to y stand 0x40 above the characters * to 9.
      Character(UnicodeScalar(final - 0x40))
    case UInt8(ascii: "X"): "="
    default: nil
    }
  }

  /// The key of `ESC [ [ final`: the first function keys of the Linux console.
  static func consoleKey(_ final: UInt8) -> Key? {
    (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) ? .function(Int(final) - 0x40) : nil
  }

  /// Arrows, Home, End and Tab; modifiers are 1 Shift, 2 Alt, 4 Ctrl.
  private static func moving(_ final: UInt8, _ modifiers: Int) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): modifiers & 6 == 0 ? .right : .wordRight
    case UInt8(ascii: "D"): modifiers & 6 == 0 ? .left : .wordLeft
    case UInt8(ascii: "H"): modifiers & 4 == 0 ? .home : .textStart
    case UInt8(ascii: "F"): modifiers & 4 == 0 ? .end : .textEnd
    case UInt8(ascii: "Z"): .backTab
    default: nil
    }
  }

  private static func numbered(_ number: Int, _ modifiers: Int) -> Key? {
    switch number {
    case 1, 7: modifiers & 4 == 0 ? .home : .textStart
    case 2: .insert
    case 3: .delete
    case 4, 8: modifiers & 4 == 0 ? .end : .textEnd
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }
}
