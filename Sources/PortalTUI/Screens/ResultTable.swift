import PortalCore

/// The tables of all results.
struct ResultTable {
  private let content: ResultsScreen.Content
  private let context: ScreenContext
  private let summary: ResultSummary
  private let values: ValueText
  private let section: SectionTable

  init(_ content: ResultsScreen.Content, _ context: ScreenContext) {
    self.content = content
    self.context = context
    summary = ResultSummary(context.phrases)
    values = ValueText(context.phrases)
    section = SectionTable(context, lastVisit: content.lastVisit)
  }

  private var phrases: any Phrasebook { context.phrases }

  /// Reports and single results newest first; the results of a report stand right below it.
  func byDate() -> DataTable {
    let rows = ResultOrder(content.results, content.reports).places.map { place in
      switch place {
      case .report(let index): row(content.reports[index])
      case .result(let index): row(content.results[index])
      }
    }
    return table([.date, .analysis, .result, .referenceRange], rows)
  }

  /// One row for each analysis, by name, with its newest result.
  func byAnalysis() -> DataTable {
    let groups = content.analyses.groups.map { group in
      (key: NorwegianOrder(summary.title(group[0].content)), group: group)
    }
    let rows = groups.sorted { $0.key < $1.key }.map { _, group in
      let newest = group[0]
      return DataTable.Row(
        id: Target.record(.testResult, newest.id).item,
        cells: [
          summary.title(newest.content), summary.value(newest.content),
          phrases.short(newest.content.date), phrases.results(group.count),
        ],
        mark: mark(newest)
      )
    }
    return table([.analysis, .newestResult, .date, .number], rows)
  }

  private func row(_ entry: SectionEntry<TestResult>) -> DataTable.Row {
    let result = entry.content
    let range = result.referenceRanges.first.flatMap(values.text) ?? ""
    return DataTable.Row(
      id: Target.record(.testResult, entry.id).item,
      cells: [phrases.short(result.date), summary.title(result), summary.value(result), range],
      mark: mark(entry)
    )
  }

  private func row(_ entry: SectionEntry<ResultReport>) -> DataTable.Row {
    let report = entry.content
    let title = report.code.title ?? phrases.untitled(.resultReport)
    return DataTable.Row(
      id: Target.record(.resultReport, entry.id).item,
      cells: [phrases.short(report.date), title, phrases.label(.report), ""],
      mark: section.newMark(entry.id)
    )
  }

  /// What calls for attention, else that it has come since the last visit.
  private func mark(_ entry: SectionEntry<TestResult>) -> Item.Mark? {
    summary.mark(entry.content) ?? section.newMark(entry.id)
  }

  private func table(_ labels: [Label], _ rows: [DataTable.Row]) -> DataTable {
    DataTable(
      columns: labels.enumerated().map { index, label in
        DataTable.Column(title: phrases.label(label), importance: index > 2 ? 1 : 0)
      },
      rows: rows,
      emptyText: phrases.sentence(.noResults)
    )
  }
}
