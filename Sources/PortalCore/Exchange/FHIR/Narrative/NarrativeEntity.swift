/// References to characters: the five of XML, numbers, and a few names of HTML.
///
/// Any other name could only mean what the document itself declares, and is dropped.
enum NarrativeEntity {
  /// Hands on the scalars of a text, one by one.
  static func decode(_ text: ArraySlice<UInt8>, to append: (Unicode.Scalar) -> Void) {
    var rest = text
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      pass(rest[..<start], to: append)
      let name = rest[(start + 1)...].prefix(mostNameBytes)
      guard let end = name.firstIndex(of: UInt8(ascii: ";")), isName(rest[(start + 1)..<end])
      else {
        append("&")
        rest = rest[(start + 1)...]
        continue
      }
      if let scalar = scalar(String(decoding: rest[(start + 1)..<end], as: UTF8.self)) {
        append(scalar)
      }
      rest = rest[(end + 1)...]
    }
    pass(rest, to: append)
  }

  private static let mostNameBytes = 33

  private static func pass(_ bytes: ArraySlice<UInt8>, to append: (Unicode.Scalar) -> Void) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      append(scalar)
    }
  }

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
          || [0x23, 0x2D, 0x2E, 0x3A, 0x5F].contains(byte)
      }
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number =
      isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return number.flatMap { Unicode.Scalar($0) }
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "aelig": "\u{E6}", "AElig": "\u{C6}", "oslash": "\u{F8}", "Oslash": "\u{D8}",
    "aring": "\u{E5}", "Aring": "\u{C5}", "auml": "\u{E4}", "Auml": "\u{C4}", "ouml": "\u{F6}",
    "Ouml": "\u{D6}", "uuml": "\u{FC}", "Uuml": "\u{DC}", "szlig": "\u{DF}", "eacute": "\u{E9}",
    "ndash": "\u{2013}", "mdash": "\u{2014}", "hellip": "\u{2026}", "bull": "\u{2022}",
    "middot": "\u{B7}", "deg": "\u{B0}", "micro": "\u{B5}", "plusmn": "\u{B1}",
    "times": "\u{D7}", "le": "\u{2264}", "ge": "\u{2265}", "rarr": "\u{2192}",
    "laquo": "\u{AB}", "raquo": "\u{BB}", "lsquo": "\u{2018}", "rsquo": "\u{2019}",
    "ldquo": "\u{201C}", "rdquo": "\u{201D}", "euro": "\u{20AC}", "copy": "\u{A9}",
  ]
}
