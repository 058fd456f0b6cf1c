/// A text with which a practice begins an answer (no: tekstmal); it is read and changed before it is
/// sent.
package struct AnswerTemplate: Hashable, Sendable, Identifiable {
  /// What it is for.
  package enum Use: String, Codable, CaseIterable, Sendable {
    case answer
    /// Of an e-consultation, with a proposal to book an appointment.
    case rejection
    case renewalApproved = "renewal-approved"
    case renewalDeclined = "renewal-declined"
  }

  package enum Language: String, CaseIterable, Sendable {
    case bokmal = "nb"
    case english = "en"
  }

  package struct Wording: Codable, Hashable, Sendable {
    /// What it is chosen by; not sent.
    package let title: String
    fileprivate let text: String

    package init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  package let id: String
  package let use: Use
  private let bokmal: Wording
  private let english: Wording

  package init(id: String, use: Use, bokmal: Wording, english: Wording) {
    self.id = id
    self.use = use
    self.bokmal = bokmal
    self.english = english
  }

  package func wording(in language: Language) -> Wording {
    switch language {
    case .bokmal: bokmal
    case .english: english
    }
  }

  /// The text with what it is about in the place of `{firstName}` and `{practice}`.
  ///
  /// What is nil or empty is left out with the space before it; white space at the end too. What is
  /// put in is not looked through again.
  package func text(
    in language: Language,
    firstName: String?,
    practice: String?
  ) -> String {
    var text = ""
    var rest = wording(in: language).text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      switch rest[rest.index(after: open)..<close] {
      case "firstName": AnswerTemplate.add(firstName, to: &text)
      case "practice": AnswerTemplate.add(practice, to: &text)
      default: text += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private static func add(_ value: String?, to text: inout String) {
    if let value, !value.isEmpty {
      text += value
    } else if text.last == " " {
      text.removeLast()
    }
  }
}
