import CNcurses

/// What the description of the current terminal says.
enum Terminfo {
  /// A string capability; nil where the terminal has none of this name.
  static func string(_ name: String) -> String? {
    guard let text = tigetstr(name), Int(bitPattern: text) != -1 else {
      return nil
    }
    return String(cString: text)
  }

  /// The sequences of keys that begin with Esc, as this terminal sends them.
  static func keySequences() -> [[UInt8]: Key] {
    var sequences: [[UInt8]: Key] = [:]
    for (name, key) in keys {
      if let text = string(name), text.utf8.first == 0x1B, text.utf8.count > 1 {
        sequences[Array(text.utf8)] = key
      }
    }
    return sequences
  }

  private static var keys: [(String, Key)] {
    let functions = (1...20).map { ("kf\($0)", Key.function($0)) }
    return functions + [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
      ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
      ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
      ("kLFT5", .wordLeft), ("kRIT5", .wordRight), ("kHOM5", .textStart), ("kEND5", .textEnd),
    ]
  }
}

extension Terminfo {
  /// Whether the person's locale is UTF-8; sets the locale of the process.
  static func isLocaleUTF8() -> Bool {
    portal_choose_locale()
  }

  /// What clears the screen and the scrollback of the terminal that `TERM` names, where it can be
  /// cleared at all.
  static var wipingSequence: String? {
    let name = TerminalOptions.environmentVariable("TERM") ?? ""
    return portal_terminal_has(name, "E3") ? "\u{1B}[H\u{1B}[2J\u{1B}[3J" : nil
  }

  /// Whether there is a description of a terminal of this name.
  static func isKnown(_ name: String) -> Bool {
    portal_terminal_is_known(name)
  }
}
