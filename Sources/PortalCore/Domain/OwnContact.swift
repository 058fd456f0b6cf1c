/// How a person themselves says that they are to be reached.
///
/// Kept apart from what files say of them: it holds before that until they take it away again, and
/// no import touches it.
package struct OwnContact: Codable, Hashable, Sendable {
  /// Digits, with `+` and the country's number in front where it is not Norwegian.
  package var telephone: String?
  package var email: String?
  /// The language to be spoken to in: a code of BCP 47.
  package var language: String?

  package init(telephone: String? = nil, email: String? = nil, language: String? = nil) {
    self.telephone = telephone
    self.email = email
    self.language = language
  }

  /// What they say in a field; nil where nothing.
  package subscript(field: ContactField) -> String? {
    get {
      switch field {
      case .telephone: telephone
      case .email: email
      case .language: language
      }
    }
    set {
      switch field {
      case .telephone: telephone = newValue
      case .email: email = newValue
      case .language: language = newValue
      }
    }
  }

  package var isEmpty: Bool { self == OwnContact() }
}

/// What a person may change of themselves (no: kontaktinformasjon).
package enum ContactField: String, CaseIterable, Sendable {
  case telephone
  case email
  case language

  /// Most characters that it takes.
  package var limit: Int {
    switch self {
    case .telephone: 30
    // RFC 5321: 256 with the brackets around it.
    case .email: 254
    case .language: 12
    }
  }

  /// A value as it is stored; nil where it cannot be one.
  ///
  /// A telephone number without the marks between its digits, a Norwegian one without 47.
  package func value(_ text: String) -> String? {
    let trimmed = text.trimmed
    guard trimmed.count <= limit, trimmed.utf8.count <= 4 * limit else { return nil }
    return switch self {
    case .telephone: ContactField.telephoneNumber(trimmed)
    case .email: ContactField.isEmail(trimmed) ? trimmed : nil
    case .language: ContactField.isLanguage(trimmed) ? trimmed : nil
    }
  }

  /// Eight digits of which the first is 2 to 9, or `+` (or 00) and 7 to 15 digits (ITU-T E.164).
  private static func telephoneNumber(_ text: String) -> String? {
    var digits = ""
    var isInternational = false
    for (index, character) in text.enumerated() {
      switch character {
      case "+" where index == 0: isInternational = true
      case "0"..."9" where character.isASCII: digits.append(character)
      case " ", "\u{A0}", "-", ".", "(", ")", "/": continue
      default: return nil
      }
    }
    if !isInternational, digits.hasPrefix("00") {
      isInternational = true
      digits.removeFirst(2)
    }
    if isInternational {
      guard (7...15).contains(digits.count), digits.first != "0" else { return nil }
      guard digits.hasPrefix("47") else { return "+" + digits }
      digits.removeFirst(2)
    }
    guard digits.count == 8, let first = digits.first, ("2"..."9").contains(first) else {
      return nil
    }
    return digits
  }

  /// One @ with something before it and a name with a full stop after it; no spaces, no marks that
  /// would have to be quoted (RFC 5321, RFC 6531).
  private static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...64).contains(parts[0].utf8.count) else { return false }
    let names = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let marks: Set<Character> = Set("!#$%&'*+-/=?^_`{|}~")
    guard
      names.allSatisfy({ name in
        !name.isEmpty && name.allSatisfy { isLetterOrDigit($0) || marks.contains($0) }
      })
    else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2
      && labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.allSatisfy { isLetterOrDigit($0) || $0 == "-" }
      }
  }

  /// A language of two or three letters, perhaps with a country or a script.
  private static func isLanguage(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy({ ("a"..."z").contains($0) })
    else { return false }
    return parts.count <= 2
      && parts.dropFirst().allSatisfy { part in
        (2...4).contains(part.count) && part.allSatisfy { $0.isASCII && $0.isLetter }
      }
  }

  private static func isLetterOrDigit(_ character: Character) -> Bool {
    character.isLetter || character.isASCII && character.isNumber
  }
}

extension Person {
  /// What files say in a field that the person may change themselves; nil where nothing.
  package func registered(_ field: ContactField) -> String? {
    switch field {
    case .telephone: telecoms.first { ["phone", "sms"].contains($0.system ?? "") }?.value
    case .email: telecoms.first { $0.system == "email" }?.value
    case .language: languages.lazy.compactMap { $0.codings.first?.code ?? $0.title }.first
    }
  }

  /// What holds in a field: the person's own word before that of files.
  package func contact(_ field: ContactField) -> String? {
    own?[field] ?? registered(field)
  }
}

extension String {
  /// Without the white space at its ends.
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
