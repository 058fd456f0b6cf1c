import PortalCore

/// Prescriptions: first those that can be fetched, then earlier ones, then dispensings whose
/// prescription is not in the record.
struct PrescriptionsScreen: RecordScreen {
  /// What was read.
  struct Content {
    var prescriptions: [SectionEntry<Prescription>]
    var dispensings: [SectionEntry<Dispensing>]
    var renewals: [RecordID: PrescriptionRenewal]
    /// Whether a renewal can be asked for.
    var mayRenew: Bool
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
      renewals: try context.record.renewals(),
      mayRenew: context.refusalToWrite() == nil,
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
        current.append(row(entry, state, content.renewals[entry.id], table))
      } else {
        earlier.append(row(entry, state, content.renewals[entry.id], table))
      }
    }
    let known = Set(content.prescriptions.map(\.id))
    let single = content.dispensings.filter { entry in
      !entry.content.prescriptions.contains { $0.record.map(known.contains) ?? false }
    }
    var page = table.page(
      title,
      order: .prescriptionOrder,
      columns: [
        (.medicine, 0), (.status, 0), (.left, 1), (.validUntil, 2), (.date, 3),
      ],
      rows: current + earlier + single.map { row($0, table) },
      empty: .noPrescriptions
    )
    if content.mayRenew {
      page.actions = [PageAction(id: .write, label: context.phrases.name(of: .renewal))]
    }
    return page
  }

  mutating func react(to intent: Intent) -> [Effect] {
    switch intent {
    case .open(let item): return context.open(item)
    case .run(.write, _):
      return [.push(WriteMessageScreen(context: context, thread: nil, kind: .renewal))]
    case .run, .submit, .keepDraft, .shown, .search: return []
    }
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
    _ renewal: PrescriptionRenewal?,
    _ table: SectionTable
  ) -> DataTable.Row {
    let phrases = context.phrases
    let prescription = entry.content
    let canBeFetched = state.canBeFetched(prescription.status)
    var status = phrases.prescription(prescription.status, state)
    if let renewal, renewal.state != .withdrawn {
      status += "; \(phrases.name(of: renewal.state).lowercased())"
    }
    return table.row(
      .prescription,
      entry.id,
      [
        context.title(prescription.medication, .prescription),
        status,
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
