import PortalCore

/// The medicines a person takes, then those they have taken.
struct MedicationsScreen: RecordScreen {
  /// What was read.
  struct Content {
    var entries: [SectionEntry<MedicationListEntry>]
    var lastVisit: Instant?
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.name(of: .medications) }

  func load() throws(ServiceError) -> Content {
    Content(
      entries: try context.record.medicationList(),
      lastVisit: try context.record.lastVisit()
    )
  }

  func page(of content: Content) -> Page {
    let table = SectionTable(context, lastVisit: content.lastVisit)
    let current = content.entries.filter { isCurrent($0.content) }
    let earlier = content.entries.filter { !isCurrent($0.content) }
    return table.page(
      title,
      order: .medicationOrder,
      columns: [(.medicine, 0), (.status, 0), (.dosage, 1), (.onset, 2)],
      rows: (current + earlier).map { row($0, table) },
      empty: .noMedications
    )
  }

  private func row(
    _ entry: SectionEntry<MedicationListEntry>,
    _ table: SectionTable
  ) -> DataTable.Row {
    let medicine = entry.content
    let title = context.title(medicine.medication, .medicationListEntry)
    guard AbsentStatement(medicine.medication.code) == nil else {
      return table.row(.medicationListEntry, entry.id, [title, nil, nil, nil])
    }
    return table.row(
      .medicationListEntry,
      entry.id,
      [
        title, context.phrases.status(medicine.status), medicine.dosages.first,
        medicine.effective.start.map(context.phrases.short),
      ]
    )
  }

  private func isCurrent(_ entry: MedicationListEntry) -> Bool {
    switch entry.status {
    case .active, .intended, .onHold, .unknown: true
    case .completed, .stopped, .notTaken, .enteredInError: false
    }
  }
}
