import PortalCore

extension RecordPages {
  /// Parts within parts deeper than this are shown beside each other.
  private static let deepestPart = 64

  /// A document with its parts, and the entries of the record that it speaks of.
  func blocks(of document: RecordDocument) -> [Block] {
    var blocks = facts([
      (.kind, document.type.title),
      (.status, phrases.recordStatus(document.status)),
      (.date, document.date.map(phrases.text)),
      (.author, names(document.authors)),
      (.custodian, context.name(of: document.custodian)),
      (.language, document.language),
    ])
    if let text = document.text, !text.isEmpty { blocks.append(.text(text)) }
    var entries: [RecordReference] = []
    var waiting = document.sections.reversed().map { (path: [String](), part: $0) }
    while let (path, part) = waiting.popLast() {
      let heading = path + [part.title ?? part.code?.title ?? phrases.label(.part)]
      blocks += self.blocks(of: part, heading: heading)
      entries += part.entries
      let parts = heading.count < Self.deepestPart ? heading : path
      waiting += part.sections.reversed().map { (parts, $0) }
    }
    return blocks + contents(entries)
  }

  private func blocks(of part: RecordDocument.Section, heading: [String]) -> [Block] {
    var blocks: [Block] = [.heading(heading.suffix(3).joined(separator: " / "))]
    if let text = part.text, !text.isEmpty { blocks.append(.text(text)) }
    if let reason = part.emptyReason {
      blocks.append(.paragraph(phrases.emptyPart(reason)))
    } else if blocks.count == 1, part.sections.isEmpty {
      let words: Sentence = part.entries.isEmpty ? .emptyPart : .partInEntries
      blocks.append(.paragraph(phrases.sentence(words)))
    }
    return blocks
  }

  /// The entries of the record that a document speaks of, each to be opened.
  private func contents(_ references: [RecordReference]) -> [Block] {
    var seen: Set<RecordID> = []
    let items = references.compactMap { reference -> Item? in
      guard let id = reference.record, seen.insert(id).inserted,
        let record = context.readableRecord(id)
      else { return nil }
      return Item(
        id: Target(record).item,
        title: title(of: record),
        detail: "\(kind(of: record)), \(phrases.short(record.content.date))"
      )
    }
    guard !items.isEmpty else { return [] }
    return [
      .heading(phrases.label(.entries)),
      .list(ItemList(items: items, emptyText: phrases.sentence(.emptyPart))),
    ]
  }

  /// Something of a type that the portal has no page of its own for.
  func blocks(of resource: UnmappedResource) -> [Block] {
    let type =
      ResourceType(rawValue: resource.resourceType) == nil
      ? resource.resourceType
      : "\(phrases.resourceType(resource.resourceType)) (\(resource.resourceType))"
    var blocks = facts([
      (.kind, type),
      (.date, resource.date.map(phrases.text)),
      (.status, resource.status.map(phrases.recordStatus)),
    ])
    if let text = resource.text, !text.isEmpty { blocks.append(.text(text)) }
    return blocks + [.paragraph(phrases.sentence(.notInterpreted))]
  }
}

extension ScreenContext {
  /// A record of any kind that has a page; nil where it is not there or may not be seen.
  func readableRecord(_ id: RecordID) -> Record? {
    for kind in RecordKind.allCases where RecordPages.hasPage(kind) {
      if let record = try? record.record(id, of: kind) { return record }
    }
    return nil
  }
}
