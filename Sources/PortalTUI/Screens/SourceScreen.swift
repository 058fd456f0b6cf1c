import PortalCore

/// The original of imported records, as the file wrote them.
struct SourceScreen: RecordScreen {
  let context: ScreenContext
  let records: [RecordID]
  var content: Result<[IndentedJSON], ServiceError>?

  init(context: ScreenContext, records: [RecordID]) {
    self.context = context
    self.records = records
  }

  var title: String { context.phrases.label(.source) }

  func load() throws(ServiceError) -> [IndentedJSON] {
    var sources: [IndentedJSON] = []
    for id in records {
      do {
        sources.append(IndentedJSON(try context.record.original(of: id)))
      } catch .noSuchRecord {
        // Made in the portal: there is no original.
        continue
      }
    }
    return sources
  }

  func page(of content: [IndentedJSON]) -> Page {
    let phrases = context.phrases
    var blocks: [Block] = [.paragraph(phrases.sentence(.sourceExplanation))]
    if content.contains(where: \.isShortened) {
      blocks.append(.paragraph(phrases.sentence(.sourceShortened)))
    }
    if content.isEmpty { blocks = [.paragraph(phrases.sentence(.noSource))] }
    return Page(title: title, blocks: blocks + content.map { .text($0.text) })
  }

  mutating func react(to intent: Intent) -> [Effect] {
    []
  }
}
