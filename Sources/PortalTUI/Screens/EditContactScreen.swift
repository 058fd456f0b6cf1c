import PortalCore

/// The form in which a person says how they are to be reached.
///
/// A change is made on the version that was read when the page was opened. Where the record has
/// moved on by then, `ConflictScreen` shows both above this page, and what was typed stays here.
struct EditContactScreen: Screen {
  let context: ScreenContext
  /// The person in the version that a change is made on; nil where there is none to change.
  private var base: Record?
  /// What that version says.
  private var original: ContactFields
  /// What the fields open with: that, or what was handed in and could not be stored.
  private var given: ContactFields
  private var problems: Set<ContactField> = []
  private var failure: Notice?
  private var languages: [String]

  init(context: ScreenContext) {
    self.context = context
    languages = SpokenLanguage.codes
    original = ContactFields(nil)
    given = original
    do {
      base = try context.record.personRecord()
      if base == nil { failure = Notice(for: .noSuchRecord, context.phrases) }
    } catch {
      failure = Notice(for: error, context.phrases)
    }
    rebase(base)
    given = original
  }

  var record: OpenRecord? { context.record }
  var keepsDrafts: Bool { false }
  var hasUnstoredText: Bool { given != original }

  func page() -> Page {
    let phrases = context.phrases
    var blocks: [Block] = failure.map { [.notice($0)] } ?? []
    if let person = base?.person {
      blocks.insert(.paragraph(phrases.editContactExplanation), at: 0)
      blocks.append(
        .form(
          Form(
            fields: ContactField.allCases.map { field($0, person) },
            submitLabel: phrases.label(.save)
          )
        )
      )
    }
    return Page(title: phrases.editContactTitle, blocks: blocks)
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    switch intent {
    case .submit(let values): submit(ContactFields(values, languages: languages))
    // What has changed meanwhile is said when this is handed in, beside what was typed.
    case .shown, .keepDraft, .open, .run, .search: []
    }
  }

  // MARK: - The form

  private func field(_ field: ContactField, _ person: Person) -> Field {
    let phrases = context.phrases
    let registered = context.contactText(field, person.registered(field))
    var value = given[field]
    var kind = Field.Kind.line
    if field == .language {
      value = String((languages.firstIndex(of: value) ?? -1) + 1)
      kind = .choice([phrases.notSaid] + languages.map { phrases.languageName($0) ?? $0 })
    }
    return Field(
      id: field.rawValue,
      label: phrases.label(of: field),
      kind: kind,
      value: value,
      hint: phrases.hint(for: field, registered: registered),
      limit: field == .language ? nil : field.limit,
      problem: problems.contains(field) ? phrases.problem(field) : nil
    )
  }

  /// Takes a version as the one that a change is made on.
  private mutating func rebase(_ record: Record?) {
    base = record
    original = ContactFields(record?.person?.own)
    // A language that was chosen elsewhere can be kept here too.
    let known = original[.language]
    if !known.isEmpty, !languages.contains(known) { languages.append(known) }
  }

  // MARK: - What becomes of it

  private mutating func submit(_ fields: ContactFields) -> [Effect] {
    given = fields
    failure = nil
    let changes = fields.changes(from: original)
    problems = Set(
      changes.filter { !$0.value.isBlank && $0.key.value($0.value) == nil }.map(\.key)
    )
    guard problems.isEmpty, let base else { return [] }
    do {
      switch try context.record.editContact(base: base.version, changes) {
      case .saved(let receipt, version: _):
        return [.pop, .say(context.saved(receipt))]
      case .unchanged:
        let text = context.phrases.nothingChanged
        return [.pop, .say(Notice(severity: .information, text: text))]
      case .conflict(let conflict):
        let screen = ConflictScreen(
          context: context,
          conflict: conflict,
          changes: changes,
          before: base.person
        )
        goOn(from: conflict.newest.record, changes)
        return [.push(screen)]
      }
    } catch {
      let reason = context.phrases.problemText(error)
      failure = Notice(severity: .danger, text: context.phrases.notStored(reason))
      return []
    }
  }

  /// Once both versions have been seen, what is handed in next is made on the newest; the fields
  /// that were not touched say what it says.
  private mutating func goOn(from newest: Record, _ changes: [ContactField: String]) {
    rebase(newest)
    given = original
    for (field, text) in changes { given[field] = text }
  }
}

extension ScreenContext {
  /// Says that a change is stored.
  func saved(_ receipt: Receipt) -> Notice {
    Notice(severity: .success, text: phrases.saved(receipt: receipt.text))
  }
}

extension Record {
  /// Who it says the person is; nil for a record of another kind.
  var person: Person? {
    if case .person(let person) = content { person } else { nil }
  }
}

extension String {
  fileprivate var isBlank: Bool {
    allSatisfy(\.isWhitespace)
  }
}
