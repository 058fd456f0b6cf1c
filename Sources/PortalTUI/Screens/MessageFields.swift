import PortalCore

/// What stands in the fields of a message that is being written.
struct MessageFields: Equatable {
  /// The fields by their names in the form.
  enum Name: String, CaseIterable {
    case kind
    case subject
    case text

    var label: Label {
      switch self {
      case .kind: .messageKind
      case .subject: .subject
      case .text: .text
      }
    }
  }

  /// The kinds a person can choose from, in the order of the form.
  static let kinds: [Message.Kind] = [.office, .eConsultation]

  var kind = Message.Kind.office
  var subject = ""
  var text = ""
  /// The prescriptions that are to be renewed.
  var renewals: Set<RecordID> = []

  init() {}

  init(_ draft: Draft) {
    kind = Self.kinds.contains(draft.kind) ? draft.kind : .office
    subject = draft.subject
    text = draft.text
    renewals = Set(draft.renewals ?? [])
  }

  /// From the values of the form; a field that the form does not have is empty.
  init(_ values: [String: String]) {
    let index = values[Name.kind.rawValue].flatMap(Int.init) ?? 0
    kind = Self.kinds.indices.contains(index) ? Self.kinds[index] : .office
    subject = values[Name.subject.rawValue] ?? ""
    text = values[Name.text.rawValue] ?? ""
    renewals = Set(
      values.compactMap { field, value in
        value == "0" ? MessageFields.prescription(field) : nil
      }
    )
  }

  /// The chosen kind as the form writes it.
  var kindIndex: String {
    String(Self.kinds.firstIndex(of: kind) ?? 0)
  }

  /// The field in which it is said whether a prescription is to be renewed.
  static func field(of prescription: RecordID) -> String { "renew/\(prescription.text)" }

  private static func prescription(_ field: String) -> RecordID? {
    guard field.hasPrefix("renew/") else { return nil }
    return RecordID(String(field.dropFirst(6)))
  }

  /// What is wrong, in words, at the field it is wrong in.
  func problems(_ phrases: any Phrasebook) -> [Name: String] {
    var problems: [Name: String] = [:]
    if kind == .renewal, !renewals.isEmpty, text.isEmpty { return [:] }
    if kind == .renewal, renewals.isEmpty {
      problems[.text] = phrases.problemText(.dialogue(.nothingToRenew))
    } else if !text.contains(where: { !$0.isWhitespace }) {
      problems[.text] = phrases.problemText(.emptyMessage)
    } else if !MessageLimits.allow(text, MessageLimits.text) {
      problems[.text] = phrases.problemText(.messageTooLong(limit: MessageLimits.text))
    }
    if !MessageLimits.allow(subject, MessageLimits.subject) {
      problems[.subject] = phrases.problemText(.messageTooLong(limit: MessageLimits.subject))
    }
    return problems
  }
}
