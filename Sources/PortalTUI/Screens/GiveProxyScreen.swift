import PortalCore

/// The form by which a person gives somebody a right to act for them, or changes one.
///
/// Stores nothing: what was filled in is looked at in `ProxyPreviewScreen`, above this page, and
/// stored from there.
struct GiveProxyScreen: Screen {
  let context: ScreenContext
  /// The one that is changed; nil where another is given.
  private let changed: GivenProxy?
  /// What the form opened with, and what was handed in last.
  private let original: ProxyFields
  private var given: ProxyFields
  private var problems: [ProxyField: ProxyFieldProblem] = [:]
  private var failure: Notice?

  init(context: ScreenContext, changing changed: GivenProxy? = nil) {
    self.context = context
    self.changed = changed
    original = changed.map { ProxyFields($0.grant) } ?? ProxyFields()
    given = original
  }

  var record: OpenRecord? { context.record }
  var keepsDrafts: Bool { false }
  var hasUnstoredText: Bool { given != original }

  func page() -> Page {
    let phrases = context.phrases
    var blocks: [Block] = [.paragraph(phrases.giveProxyExplanation)]
    if let failure { blocks.append(.notice(failure)) }
    if let changed {
      blocks.append(.facts(ProxyText(context).facts(changed.grant)))
    }
    let fields = ProxyField.all.filter { changed == nil || $0 != .holder }
    blocks.append(.form(Form(fields: fields.map(field), submitLabel: phrases.lookBeforeSaving)))
    return Page(
      title: changed == nil ? phrases.giveProxyTitle : phrases.changeProxyTitle,
      blocks: blocks
    )
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    switch intent {
    case .submit(let values): submit(ProxyFields(values))
    case .keepDraft, .shown, .open, .run, .search: []
    }
  }

  private func field(_ field: ProxyField) -> Field {
    let phrases = context.phrases
    let kind: Field.Kind =
      switch field {
      case .holder, .lastDay: .line
      case .area: .choice([phrases.truth(true), phrases.truth(false)])
      }
    return Field(
      id: field.id,
      label: phrases.label(of: field),
      kind: kind,
      value: given.value(of: field),
      hint: phrases.hint(for: field),
      limit: kind == .line ? 40 : nil,
      problem: problems[field].map(phrases.text)
    )
  }

  // MARK: - What was filled in

  private mutating func submit(_ fields: ProxyFields) -> [Effect] {
    given = fields
    (problems, failure) = ([:], nil)
    let holder = holder(fields.holder)
    let lastDay = TypedDay.date(fields.lastDay)
    if lastDay == nil, !fields.lastDay.allSatisfy(\.isWhitespace) { problems[.lastDay] = .notADay }
    if fields.areas.isEmpty, let first = ProxyArea.allCases.first {
      problems[.area(first)] = .service(.noArea)
    }
    guard let holder, problems.isEmpty else { return [] }
    do {
      let draft = try draft(for: holder, fields.areas, lastDay)
      let preview = ProxyPreviewScreen(
        context: context,
        draft: draft,
        changing: changed,
        depth: changed == nil ? 2 : 3
      )
      return [.push(preview)]
    } catch {
      take(error)
      return []
    }
  }

  private func draft(
    for holder: Person.ID,
    _ areas: Set<ProxyArea>,
    _ lastDay: CivilDate?
  ) throws(ServiceError) -> ProxyGrant {
    // What was given meanwhile in another window counts.
    _ = try context.record.refresh()
    let isToBegin = changed?.state == .notBegun
    let draft = try context.record.proxyDraft(
      to: holder,
      areas: areas,
      start: isToBegin ? changed.map { OsloTime.date($0.grant.start) } : nil,
      lastDay: lastDay
    )
    if changed == nil, let known = try context.record.standingProxy(of: holder) {
      throw .proxy(.alreadyGiven(known.id))
    }
    return draft
  }

  /// Who is meant; nil where the field does not say, which is a problem of the field then.
  private mutating func holder(_ text: String) -> Person.ID? {
    if let changed { return changed.grant.proxy }
    let typed = text.filter { !$0.isWhitespace }
    guard !typed.isEmpty else {
      problems[.holder] = .noHolder
      return nil
    }
    let isNumber = typed.utf8.count == 11 && typed.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isNumber, NationalIdentityNumber(typed) == nil {
      problems[.holder] = .wrongCheckDigits
      return nil
    }
    guard isNumber || Person.ID(typed) != nil else {
      problems[.holder] = .notAnId
      return nil
    }
    do {
      return try context.portal.person(named: typed)
    } catch {
      if error == .store(.noSuchPerson) {
        problems[.holder] = .service(.unknownHolder)
      } else {
        take(error)
      }
      return nil
    }
  }

  /// Says what the services did not take, at its field where there is one.
  private mutating func take(_ error: ServiceError) {
    if case .proxy(let problem) = error, let field = ProxyField(of: problem),
      changed == nil || field != .holder
    {
      problems[field] = .service(problem)
    } else {
      failure = Notice(for: error, context.phrases)
    }
  }
}

extension ProxyField {
  /// The field that a problem is about; nil where it is about none.
  init?(of problem: ProxyProblem) {
    switch problem {
    case .oneself, .unknownHolder, .holderCannotAct, .holderTooYoung, .holderAgeUnknown,
      .alreadyGiven:
      self = .holder
    case .noArea: self = .area(.registered)
    case .endsBeforeStart, .lastsTooLong: self = .lastDay
    case .startsInThePast, .reasonMissing, .alreadyEnded, .notOnesOwnToEnd, .notFromRegister,
      .parenthoodMissing, .onlyPreview, .notPreviewable:
      return nil
    }
  }
}

extension OpenRecord {
  /// The proxy that somebody has now or will have; nil where they have none.
  func standingProxy(of holder: Person.ID) throws(ServiceError) -> GivenProxy? {
    try proxies().first {
      $0.isStanding && $0.grant.proxy == holder && $0.grant.role == .proxy
    }
  }
}
