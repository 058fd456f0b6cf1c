import PortalCore

/// All test results, by date or by analysis.
struct ResultsScreen: RecordScreen {
  /// The two ways to look at results.
  enum Order: Equatable {
    case byDate
    case byAnalysis
  }

  /// What was read, and the results of each analysis together.
  struct Content {
    var results: [SectionEntry<TestResult>]
    var reports: [SectionEntry<ResultReport>]
    var analyses: AnalysisGroups
    var lastVisit: Instant?
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?
  private(set) var order = Order.byDate

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.name(of: .results) }

  func load() throws(ServiceError) -> Content {
    let results = try context.record.testResults()
    return Content(
      results: results,
      reports: try context.record.resultReports(),
      analyses: AnalysisGroups(results),
      lastVisit: try context.record.lastVisit()
    )
  }

  func page(of content: Content) -> Page {
    let phrases = context.phrases
    let isEmpty = content.results.isEmpty && content.reports.isEmpty
    let table = ResultTable(content, context)
    let how = phrases.sentence(order == .byDate ? .resultsByDate : .resultsByAnalysis)
    let action = PageAction(
      id: .changeOrder,
      label: phrases.label(order == .byDate ? .showByAnalysis : .showByDate)
    )
    return Page(
      title: title,
      blocks: (isEmpty ? [] : [.paragraph(how)])
        + [.table(order == .byDate ? table.byDate() : table.byAnalysis())],
      actions: isEmpty ? [] : [action]
    )
  }

  func detail(of item: ItemID) -> Page? {
    var pages = RecordPages(context)
    pages.analyses = try? content?.get().analyses
    return pages.page(of: item)
  }

  mutating func react(to intent: Intent) -> [Effect] {
    switch intent {
    case .open(let item): return context.open(item)
    case .run(.changeOrder, _):
      order = order == .byDate ? .byAnalysis : .byDate
      return []
    case .run, .submit, .keepDraft, .shown, .search: return []
    }
  }
}
