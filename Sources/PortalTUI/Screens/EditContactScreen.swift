import PortalCore

/// The form in which a person says how they are to be reached.
///
/// A change is made on the version that was read when the page was opened. Where the record has
/// moved on by then, `ConflictScreen` shows both above this page, and what was typed stays here.
/// What is typed and not stored is kept as a draft and found again.
struct EditContactScreen: Screen {
  let context: ScreenContext
  /// The person in the version that a change is made on; nil where there is none to change.
  private var base: Record?
  /// The number of the version that a change is made on: a draft's may be older than the newest.
  private var baseVersion = 0
  /// What the newest version says.
  private var original: ContactFields
  /// What the fields open with: that, or what was handed in and could not be stored.
  private var given: ContactFields
  private var problems: Set<ContactField> = []
  private var failure: Notice?
  private var languages: [String]
  /// Whether the form opened with what was typed before.
  private var isDraft = false
  /// Whether what is typed could not be kept: then leaving asks first.
  private var isUnkept = false
  /// Whether throwing the draft away was asked for once: the second time does it.
  private var isDiscarding = false

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
    if base != nil { takeDraft() }
  }

  var record: OpenRecord? { context.record }
  var keepsDrafts: Bool { !isUnkept }
  var hasUnstoredText: Bool { given != original }

  func page() -> Page {
    let phrases = context.phrases
    var blocks: [Block] = failure.map { [.notice($0)] } ?? []
    if isDraft, failure == nil {
      blocks.append(.notice(Notice(severity: .information, text: phrases.contactDraftFound)))
    }
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
    let discard = PageAction(id: .discardDraft, label: phrases.label(.discardDraft))
    return Page(
      title: phrases.editContactTitle,
      blocks: blocks,
      actions: base == nil ? [] : [discard]
    )
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    if case .run(.discardDraft, _) = intent { return discard() }
    switch intent {
    case .submit(let values):
      isDiscarding = false
      return submit(ContactFields(values, languages: languages))
    case .keepDraft(let values):
      isDiscarding = false
      return keep(ContactFields(values, languages: languages))
    // What has changed meanwhile is said when this is handed in, beside what was typed.
    case .shown, .open, .run, .search:
      return []
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
    baseVersion = record?.version ?? 0
    original = ContactFields(record?.person?.own)
    // A language that was chosen elsewhere can be kept here too.
    let known = original[.language]
    if !known.isEmpty, !languages.contains(known) { languages.append(known) }
  }

  // MARK: - The draft

  /// Opens with what was typed before.
  ///
  /// The change stays one of the version that it was typed on: where the record has moved on since,
  /// that is said when it is handed in.
  private mutating func takeDraft() {
    guard let draft = (try? context.record.contactDraft()) ?? nil else { return }
    for (field, text) in draft.changes { given[field] = text }
    // A language that was offered then is offered still.
    let language = given[.language]
    if !language.isEmpty, !languages.contains(language) { languages.append(language) }
    isDraft = given != original
    if isDraft { baseVersion = min(baseVersion, draft.base) }
  }

  private mutating func keep(_ fields: ContactFields) -> [Effect] {
    do {
      try context.record.keepContactDraft(base: baseVersion, fields.changes(from: original))
      isUnkept = false
      return []
    } catch {
      isUnkept = true
      let text = context.phrases.draftNotKept(context.phrases.problemText(error))
      return [.say(Notice(severity: .danger, text: text))]
    }
  }

  private mutating func discard() -> [Effect] {
    let phrases = context.phrases
    guard isDiscarding else {
      isDiscarding = true
      return [.say(Notice(severity: .warning, text: phrases.sentence(.discardAgain)))]
    }
    do {
      try context.record.discardContactDraft()
    } catch {
      return [.say(Notice(for: error, phrases))]
    }
    return [.pop, .say(Notice(severity: .success, text: phrases.leftUnsaved))]
  }

  // MARK: - What becomes of it

  private mutating func submit(_ fields: ContactFields) -> [Effect] {
    given = fields
    failure = nil
    let changes = fields.changes(from: original)
    problems = Set(
      changes.filter { !$0.value.isBlank && $0.key.value($0.value) == nil }.map(\.key)
    )
    // Kept first: whatever happens to the storing, the text is not lost.
    let effects = keep(fields)
    guard problems.isEmpty, let base else { return effects }
    do {
      switch try context.record.editContact(base: baseVersion, changes) {
      case .saved(let receipt, version: _):
        context.forgetContactDraft()
        return [.pop, .say(context.saved(receipt))]
      case .unchanged:
        context.forgetContactDraft()
        let text = context.phrases.nothingChanged
        return [.pop, .say(Notice(severity: .information, text: text))]
      case .conflict(let conflict):
        let screen = ConflictScreen(
          context: context,
          conflict: conflict,
          changes: changes,
          before: base.version == baseVersion ? base.person : nil
        )
        goOn(from: conflict.newest.record, changes)
        return [.push(screen)]
      }
    } catch {
      let reason = context.phrases.problemText(error)
      failure = Notice(severity: .danger, text: context.phrases.notStored(reason))
      return effects
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
  /// Takes the draft away once its change is stored, or is not wanted any more.
  func forgetContactDraft() {
    // One that stays behind is offered again, and does no harm.
    try? record.discardContactDraft()
  }

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
