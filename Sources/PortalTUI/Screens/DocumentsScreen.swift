import PortalCore

/// Documents, and what was brought in that the portal has no page of its own for; newest first.
struct DocumentsScreen: RecordScreen {
  /// What was read.
  struct Content {
    var records: [Record]
    var lastVisit: Instant?
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.name(of: .documents) }

  func load() throws(ServiceError) -> Content {
    Content(records: try context.record.documents(), lastVisit: try context.record.lastVisit())
  }

  func page(of content: Content) -> Page {
    let table = SectionTable(context, lastVisit: content.lastVisit)
    let documents = content.records.filter(Self.isDocument)
    let others = content.records.filter { !Self.isDocument($0) }
    return table.page(
      title,
      order: .documentOrder,
      columns: [(.title, 0), (.date, 0), (.kind, 1)],
      rows: (documents + others).map { row($0, table) },
      empty: .noDocuments
    )
  }

  private func row(_ record: Record, _ table: SectionTable) -> DataTable.Row {
    let title = RecordPages(context).title(of: record)
    let type = type(record.content)
    let date = context.phrases.short(record.content.date)
    return table.row(record.kind, record.id, [title, date, type == title ? nil : type])
  }

  /// What kind of document it is, or what kind of other information.
  private func type(_ content: RecordContent) -> String? {
    if case .document(let document) = content { return document.type.title }
    guard case .unmappedResource(let resource) = content else { return nil }
    return context.phrases.resourceType(resource.resourceType)
  }

  private static func isDocument(_ record: Record) -> Bool {
    if case .unmappedResource(let resource) = record.content {
      return resource.resourceType == ResourceType.documentReference.rawValue
    }
    return true
  }
}
