/// Fields to fill in, and one thing that happens when they are handed in.
struct Form: Equatable, Sendable {
  var fields: [Field]
  /// What handing it in does: "Send".
  var submitLabel: String
}

extension Form {
  /// Whether something in it is not to be shown.
  var isSecret: Bool { fields.contains { $0.kind == .secret } }
}

/// One field of a form.
struct Field: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// One line of text.
    case line
    /// One line that is not shown: a star for each character, and never part of a draft.
    case secret
    /// Several lines of text.
    case text
    /// One of these, by number.
    case choice([String])
  }

  var id: String
  var label: String
  var kind: Kind
  /// What stands in it when the page opens; for a choice the index as text.
  ///
  /// What a person has typed stays when the page is made anew, whatever stands here then. A field
  /// that is to start afresh, after its text was sent, needs another id.
  var value = ""
  /// Said below the label: who reads it, how long it may be.
  var hint = ""
  /// Most characters (grapheme clusters) that it takes; a live count is shown against it.
  var limit: Int?
  /// What is wrong with the value that was handed in, said at the field.
  var problem: String?
}
