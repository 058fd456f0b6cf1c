/// What stands in the fields of a form while a person fills it in, and where they are in it.
struct FormState: Equatable, Sendable {
  /// One field with what the page gave it and what stands in it now.
  struct FieldState: Equatable, Sendable {
    enum Content: Equatable, Sendable {
      case text(TextEditor)
      case choice(ChoiceState)

      var value: String {
        switch self {
        case .text(let editor): editor.text
        case .choice(let choice): choice.chosen.map(String.init) ?? ""
        }
      }
    }

    let id: String
    let given: String
    /// What was given, as it stands in a field: without what cannot be typed.
    let initial: String
    var content: Content

    init(id: String, given: String, content: Content) {
      self.id = id
      self.given = given
      self.content = content
      initial = content.value
    }

    /// Whether something else stands in it than the page gave.
    var isChanged: Bool {
      value != initial
    }

    /// What would be handed in now.
    var value: String {
      content.value
    }
  }

  /// A choice: which option is taken, and which the cursor stands on.
  ///
  /// They differ, so that passing through a form changes nothing in it.
  struct ChoiceState: Equatable, Sendable {
    var chosen: Int?
    var highlighted: Int
    let count: Int
  }

  var fields: [FieldState]
  /// The field that has the cursor; as many as there are fields stands for the submit line.
  var focus: Int

  /// The fields as the page gives them, the cursor in the first.
  init(_ form: Form) {
    fields = form.fields.map(Self.state(of:))
    focus = 0
  }

  /// Field ids with what stands in them.
  var values: [String: String] {
    Dictionary(fields.map { ($0.id, $0.value) }) { first, _ in first }
  }

  /// What of it may be kept while it is typed: no secret.
  var draftValues: [String: String] {
    let kept = fields.filter { field in
      if case .text(let editor) = field.content { !editor.isSecret } else { true }
    }
    return Dictionary(kept.map { ($0.id, $0.value) }) { first, _ in first }
  }

  /// Whether anything differs from what the page gave.
  var hasChanges: Bool {
    fields.contains(where: \.isChanged)
  }

  /// Takes over what was typed before the page was made anew, and where the cursor was.
  ///
  /// What a person typed is never overwritten: a field takes a new given value only where nothing
  /// was typed. A field that is to start afresh, after its text was sent, needs another id.
  mutating func keep(_ old: FormState, of oldForm: Form, in form: Form) {
    for index in fields.indices {
      let id = fields[index].id
      guard let earlier = old.fields.first(where: { $0.id == id }),
        oldForm.fields.first(where: { $0.id == id })?.kind == form.fields[index].kind,
        earlier.isChanged || earlier.given == fields[index].given
      else { continue }
      fields[index].keep(earlier.content, limit: form.fields[index].limit)
    }
    guard old.focus < old.fields.count else {
      focus = fields.count
      return
    }
    let id = old.fields[old.focus].id
    focus = fields.firstIndex { $0.id == id } ?? min(old.focus, fields.count)
  }

  private static func state(of field: Field) -> FieldState {
    let content: FieldState.Content
    switch field.kind {
    case .line:
      content = .text(TextEditor(field.value, limit: field.limit))
    case .secret:
      content = .text(TextEditor(field.value, limit: field.limit, isSecret: true))
    case .text:
      content = .text(TextEditor(field.value, limit: field.limit, takesLineFeeds: true))
    case .choice(let options):
      let chosen = Int(field.value).flatMap { options.indices.contains($0) ? $0 : nil }
      content = .choice(
        ChoiceState(chosen: chosen, highlighted: chosen ?? 0, count: options.count)
      )
    }
    return FieldState(id: field.id, given: field.value, content: content)
  }
}

extension FormState.FieldState {
  /// Takes over an earlier content, with the limit that holds now.
  fileprivate mutating func keep(_ earlier: Content, limit: Int?) {
    content = earlier
    if case .text(var editor) = content {
      editor.setLimit(limit)
      content = .text(editor)
    }
  }
}
