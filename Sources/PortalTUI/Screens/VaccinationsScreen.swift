import PortalCore

/// Vaccines given, and those not given with the reason; newest first.
struct VaccinationsScreen: RecordScreen {
  /// What was read.
  struct Content {
    var entries: [SectionEntry<Vaccination>]
    var lastVisit: Instant?
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.name(of: .vaccinations) }

  func load() throws(ServiceError) -> Content {
    Content(
      entries: try context.record.vaccinations(),
      lastVisit: try context.record.lastVisit()
    )
  }

  func page(of content: Content) -> Page {
    let table = SectionTable(context, lastVisit: content.lastVisit)
    return table.page(
      title,
      order: .newestFirst,
      columns: [(.vaccine, 0), (.date, 0), (.dose, 1), (.disease, 2)],
      rows: content.entries.map { row($0, table) },
      empty: .noVaccinations
    )
  }

  private func row(_ entry: SectionEntry<Vaccination>, _ table: SectionTable) -> DataTable.Row {
    let phrases = context.phrases
    let vaccination = entry.content
    let title = context.title(vaccination.vaccine, .vaccination)
    guard AbsentStatement(vaccination.vaccine) == nil else {
      return table.row(.vaccination, entry.id, [title, nil, nil, nil])
    }
    return table.row(
      .vaccination,
      entry.id,
      [
        title,
        vaccination.occurrence.map(phrases.short) ?? vaccination.occurrenceText ?? phrases.undated,
        vaccination.doseNumber.map { phrases.dose($0, of: vaccination.seriesDoses) },
        RecordPages(context).titles(vaccination.targetDiseases),
      ],
      mark: mark(vaccination.status)
    )
  }

  private func mark(_ status: Vaccination.Status) -> Item.Mark? {
    switch status {
    case .notDone: Item.Mark(text: context.phrases.status(status), severity: .warning)
    case .completed, .enteredInError, .unknown: nil
    }
  }
}

extension RecordPages {
  /// A vaccine given, or not given and why.
  func blocks(of vaccination: Vaccination) -> [Block] {
    let blocks = facts([
      (.status, phrases.status(vaccination.status)),
      (.statusReason, vaccination.statusReason?.title),
      (
        vaccination.status == .notDone ? .date : .given,
        date(vaccination.occurrence, vaccination.occurrenceText)
      ),
      (.disease, titles(vaccination.targetDiseases)),
      (.dose, vaccination.doseNumber.map { phrases.dose($0, of: vaccination.seriesDoses) }),
      (.performer, names(vaccination.performers)),
      (.location, context.name(of: vaccination.location)),
      (.bodySite, vaccination.site?.title),
      (.manufacturer, context.name(of: vaccination.manufacturer)),
      (.lot, vaccination.lotNumber),
      (.code, CodeText.text(vaccination.vaccine)),
    ])
    return blocks + section(.comment, vaccination.notes)
  }
}
