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

  init() {}

  init(_ draft: Draft) {
    kind = Self.kinds.contains(draft.kind) ? draft.kind : .office
    subject = draft.subject
    text = draft.text
  }

  /// From the values of the form; a field that the form does not have is empty.
  init(_ values: [String: String]) {
    let index = values[Name.kind.rawValue].flatMap(Int.init) ?? 0
    kind = Self.kinds.indices.contains(index) ? Self.kinds[index] : .office
    subject = values[Name.subject.rawValue] ?? ""
    text = values[Name.text.rawValue] ?? ""
  }

  /// The chosen kind as the form writes it.
  var kindIndex: String {
    String(Self.kinds.firstIndex(of: kind) ?? 0)
  }

  /// What is wrong, in words, at the field it is wrong in.
  func problems(_ phrases: any Phrasebook) -> [Name: String] {
    var problems: [Name: String] = [:]
    if !text.contains(where: { !$0.isWhitespace }) {
      problems[.text] = phrases.problemText(.emptyMessage)
    } else if text.count > MessageLimits.text {
      problems[.text] = phrases.problemText(.messageTooLong(limit: MessageLimits.text))
    }
    if subject.count > MessageLimits.subject {
      problems[.subject] = phrases.problemText(.messageTooLong(limit: MessageLimits.subject))
    }
    return problems
  }
}
