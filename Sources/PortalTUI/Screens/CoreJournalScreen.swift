import PortalCore

/// What health professionals should know first: allergies and reactions, then diagnoses, those
/// that hold before earlier ones (no: kjernejournal).
struct CoreJournalScreen: RecordScreen {
  /// What was read.
  struct Content {
    var allergies: [SectionEntry<Allergy>]
    var conditions: [SectionEntry<HealthCondition>]
    var lastVisit: Instant?
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.name(of: .coreJournal) }

  func load() throws(ServiceError) -> Content {
    Content(
      allergies: try context.record.allergies(),
      conditions: try context.record.healthConditions(),
      lastVisit: try context.record.lastVisit()
    )
  }

  func page(of content: Content) -> Page {
    let table = SectionTable(context, lastVisit: content.lastVisit)
    var blocks: [Block] = []
    // A list without allergies must not be read as a person without allergies.
    if content.allergies.isEmpty { blocks.append(information(.noAllergies)) }
    if content.conditions.isEmpty { blocks.append(information(.noConditions)) }
    let rows = allergies(content, table) + conditions(content, table)
    if rows.isEmpty { return Page(title: title, blocks: blocks) }
    var page = table.page(
      title,
      order: .coreJournalOrder,
      columns: [(.what, 0), (.kind, 1), (.status, 0), (.reactions, 2), (.when, 3)],
      rows: rows,
      empty: .noConditions
    )
    page.blocks.insert(contentsOf: blocks, at: 0)
    return page
  }

  private func information(_ sentence: Sentence) -> Block {
    .notice(Notice(severity: .information, text: context.phrases.sentence(sentence)))
  }

  private func allergies(_ content: Content, _ table: SectionTable) -> [DataTable.Row] {
    let ranked = content.allergies.map { entry in
      (rank: AllergyText(entry.content).rank, entry: entry)
    }
    // Newest first within each rank.
    return AllergyText.ranks.flatMap { rank in
      ranked.filter { $0.rank == rank }.map { row($0.entry, table) }
    }
  }

  private func conditions(_ content: Content, _ table: SectionTable) -> [DataTable.Row] {
    let current = content.conditions.filter { $0.content.isCurrent }
    let earlier = content.conditions.filter { !$0.content.isCurrent }
    return (current + earlier).map { row($0, table) }
  }

  private func row(_ entry: SectionEntry<Allergy>, _ table: SectionTable) -> DataTable.Row {
    let phrases = context.phrases
    let allergy = entry.content
    let title = context.title(allergy.code, .allergy)
    guard AbsentStatement(allergy.code) == nil else {
      return table.row(.allergy, entry.id, [title, nil, nil, nil, nil])
    }
    let text = AllergyText(allergy)
    return table.row(
      .allergy,
      entry.id,
      [
        title, text.kind(phrases), text.status(phrases), text.manifestations,
        allergy.recorded.map(phrases.short),
      ],
      mark: text.isSerious ? Item.Mark(text: phrases.label(.serious), severity: .danger) : nil
    )
  }

  private func row(_ entry: SectionEntry<HealthCondition>, _ table: SectionTable) -> DataTable.Row {
    let phrases = context.phrases
    let condition = entry.content
    let title = context.title(condition.code, .healthCondition)
    guard AbsentStatement(condition.code) == nil else {
      return table.row(.healthCondition, entry.id, [title, nil, nil, nil, nil])
    }
    let isRefuted = condition.verificationStatus == VerificationStatus.refuted.rawValue
    return table.row(
      .healthCondition,
      entry.id,
      [
        title, phrases.name(of: .healthCondition),
        isRefuted
          ? phrases.name(of: .refuted) : condition.clinicalStatus.map(phrases.clinicalStatus),
        nil,
        phrases.text(Period(start: condition.onset, end: condition.abatement))
          ?? condition.onsetText ?? condition.recorded.map(phrases.short),
      ]
    )
  }
}

extension HealthCondition {
  /// Whether it still holds, as far as the record says.
  var isCurrent: Bool {
    if abatement != nil || abatementText != nil { return false }
    guard verificationStatus != VerificationStatus.refuted.rawValue else { return false }
    return switch clinicalStatus.flatMap(ClinicalStatus.init) {
    case .active, .recurrence, .relapse, nil: true
    case .inactive, .remission, .resolved: false
    }
  }
}
