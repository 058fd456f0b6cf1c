import PortalCore

/// Builds the table of a section: a row for each record, with a mark for what is new.
struct SectionTable {
  /// A column, and how soon a narrow screen leaves it out.
  typealias Column = (label: Label, importance: Int)

  let context: ScreenContext
  /// When the person last began a visit; nil the first time.
  let lastVisit: Instant?

  init(_ context: ScreenContext, lastVisit: Instant?) {
    self.context = context
    self.lastVisit = lastVisit
  }

  var phrases: any Phrasebook { context.phrases }

  /// One record; a cell that is nil stays empty.
  func row(
    _ kind: RecordKind,
    _ id: RecordID,
    _ cells: [String?],
    mark: Item.Mark? = nil
  ) -> DataTable.Row {
    DataTable.Row(
      id: Target.record(kind, id).item,
      cells: cells.map { $0 ?? "" },
      mark: mark ?? newMark(id)
    )
  }

  /// The page of a section: how it is ordered, and its table; or why that is empty.
  func page(
    _ title: String,
    order: Sentence,
    columns: [Column],
    rows: [DataTable.Row],
    empty: Sentence
  ) -> Page {
    let table = DataTable(
      columns: columns.map { .init(title: phrases.label($0.label), importance: $0.importance) },
      rows: rows,
      emptyText: phrases.sentence(empty)
    )
    let order: [Block] = rows.isEmpty ? [] : [.paragraph(phrases.sentence(order))]
    return Page(title: title, blocks: order + [.table(table)])
  }

  /// The mark of a record that has come since the last visit.
  func newMark(_ id: RecordID) -> Item.Mark? {
    guard context.record.isNew(id, since: lastVisit) else { return nil }
    return Item.Mark(text: phrases.label(.new), severity: .information)
  }
}

extension ScreenContext {
  /// What a concept is called; where it says that there is nothing, a sentence that says so.
  func title(_ concept: CodeableConcept, _ kind: RecordKind) -> String {
    if let statement = AbsentStatement(concept) { return phrases.statement(statement) }
    return concept.title ?? phrases.untitled(kind)
  }

  /// What a medicine is called: the product, else its substances.
  func title(_ medication: Medication, _ kind: RecordKind) -> String {
    if let statement = AbsentStatement(medication.code) { return phrases.statement(statement) }
    return medication.title ?? phrases.untitled(kind)
  }
}
