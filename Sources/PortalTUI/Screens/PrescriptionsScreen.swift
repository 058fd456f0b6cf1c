import PortalCore

/// Prescriptions: first those that can be fetched, then earlier ones, then dispensings whose
/// prescription is not in the record.
struct PrescriptionsScreen: RecordScreen {
  /// What was read.
  struct Content {
    var prescriptions: [SectionEntry<Prescription>]
    var dispensings: [SectionEntry<Dispensing>]
    var lastVisit: Instant?
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.name(of: .prescriptions) }

  func load() throws(ServiceError) -> Content {
    Content(
      prescriptions: try context.record.prescriptions(),
      dispensings: try context.record.dispensings(),
      lastVisit: try context.record.lastVisit()
    )
  }

  func page(of content: Content) -> Page {
    let table = SectionTable(context, lastVisit: content.lastVisit)
    let used = dispensingsByPrescription(content.dispensings)
    var current: [DataTable.Row] = []
    var earlier: [DataTable.Row] = []
    for entry in content.prescriptions {
      let own = used[entry.id] ?? []
      let state = PrescriptionState(entry.content, entry.id, own, today: context.today)
      if state.canBeFetched(entry.content.status) {
        current.append(row(entry, state, table))
      } else {
        earlier.append(row(entry, state, table))
      }
    }
    let known = Set(content.prescriptions.map(\.id))
    let single = content.dispensings.filter { entry in
      !entry.content.prescriptions.contains { $0.record.map(known.contains) ?? false }
    }
    return table.page(
      title,
      order: .prescriptionOrder,
      columns: [
        (.medicine, 0), (.status, 0), (.left, 1), (.validUntil, 2), (.date, 3),
      ],
      rows: current + earlier + single.map { row($0, table) },
      empty: .noPrescriptions
    )
  }

  func detail(of item: ItemID) -> Page? {
    var pages = RecordPages(context)
    pages.dispensings = try? content?.get().dispensings
    return pages.page(of: item)
  }

  private func dispensingsByPrescription(
    _ dispensings: [SectionEntry<Dispensing>]
  ) -> [RecordID: [SectionEntry<Dispensing>]] {
    var table: [RecordID: [SectionEntry<Dispensing>]] = [:]
    for dispensing in dispensings {
      for id in Set(dispensing.content.prescriptions.compactMap(\.record)) {
        table[id, default: []].append(dispensing)
      }
    }
    return table
  }

  private func row(
    _ entry: SectionEntry<Prescription>,
    _ state: PrescriptionState,
    _ table: SectionTable
  ) -> DataTable.Row {
    let phrases = context.phrases
    let prescription = entry.content
    let canBeFetched = state.canBeFetched(prescription.status)
    return table.row(
      .prescription,
      entry.id,
      [
        context.title(prescription.medication, .prescription),
        phrases.prescription(prescription.status, state),
        canBeFetched ? state.left.map(String.init) : nil,
        prescription.validity.end.map(phrases.short),
        prescription.authoredOn.map(phrases.short),
      ]
    )
  }

  private func row(_ entry: SectionEntry<Dispensing>, _ table: SectionTable) -> DataTable.Row {
    let phrases = context.phrases
    let title = context.title(entry.content.medication, .dispensing)
    let date = entry.content.date.map(phrases.short)
    return table.row(
      .dispensing,
      entry.id,
      [title, phrases.name(of: .dispensing), nil, nil, date]
    )
  }
}
