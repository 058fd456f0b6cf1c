import PortalCore

/// What stands in the fields in which a person says how to reach them.
struct ContactFields: Equatable {
  private var texts: [ContactField: String] = [:]

  /// As the person has said it before.
  init(_ own: OwnContact?) {
    for field in ContactField.allCases { texts[field] = own?[field] ?? "" }
  }

  /// From the values of the form.
  init(_ values: [String: String], languages: [String]) {
    for field in ContactField.allCases {
      let value = values[field.rawValue] ?? ""
      switch field {
      case .telephone, .email: texts[field] = value
      case .language:
        let index = (Int(value) ?? 0) - 1
        texts[field] = languages.indices.contains(index) ? languages[index] : ""
      }
    }
  }

  subscript(field: ContactField) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue }
  }

  /// The fields in which something else stands than in `other`.
  func changes(from other: ContactFields) -> [ContactField: String] {
    texts.filter { $0.value != other[$0.key] }
  }
}

extension ScreenContext {
  /// A value of contact information as a person reads it; nil where there is none.
  func contactText(_ field: ContactField, _ value: String?) -> String? {
    guard let value, !value.isEmpty else { return nil }
    return switch field {
    case .telephone: TelephoneText.grouped(value)
    case .email: value
    case .language: phrases.languageName(value) ?? value
    }
  }

  /// What holds in each field, and whether the person has said it themselves.
  func contactFacts(_ person: Person) -> [Fact] {
    ContactField.allCases.compactMap { field in
      guard let text = contactText(field, person.contact(field)) else { return nil }
      let isOwn = person.own?[field] != nil
      return Fact(label: phrases.label(of: field), value: isOwn ? phrases.ownValue(text) : text)
    }
  }
}

/// Telephone numbers with the spaces that Norwegian ones are written with.
enum TelephoneText {
  /// `912 34 567` for a mobile number, `22 33 44 55` for others; what is not Norwegian as it is.
  static func grouped(_ number: String) -> String {
    let digits = Array(number)
    guard digits.count == 8, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return number }
    let sizes = digits[0] == "4" || digits[0] == "9" ? [3, 2, 3] : [2, 2, 2, 2]
    var rest = digits[...]
    return sizes.map { size in
      defer { rest = rest.dropFirst(size) }
      return String(rest.prefix(size))
    }
    .joined(separator: " ")
  }
}
