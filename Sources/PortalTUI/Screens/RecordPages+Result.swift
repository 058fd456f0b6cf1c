import PortalCore

extension RecordPages {
  /// A result: what was found, what that means beside the report's range, and what was found before.
  func blocks(of result: TestResult, id: RecordID) throws(ServiceError) -> [Block] {
    var blocks = value(of: result)
    blocks += explanation(of: result).map(Block.paragraph)
    blocks += section(.comment, result.notes)
    blocks += components(of: result)
    blocks += facts([
      (.referenceRange, result.value == nil ? nil : ranges(result.referenceRanges)),
      (.status, phrases.status(result.status)),
      (.taken, taken(result.effective)),
      (.issued, result.issued.map(phrases.text)),
      (.specimen, context.name(of: result.specimen)),
      (.bodySite, result.bodySite?.title),
      (.method, result.method?.title),
      (.performer, names(result.performers)),
      (.category, titles(result.categories)),
    ])
    if !result.members.isEmpty { return try blocks + members(result.members, .members) }
    return try blocks + history(of: id)
  }

  private func value(of result: TestResult) -> [Block] {
    let hasParts = !result.components.isEmpty || !result.members.isEmpty
    let value = result.value.flatMap(values.text) ?? (hasParts ? nil : phrases.sentence(.noValue))
    return facts([
      (.result, value),
      (.flag, ResultSummary(phrases).flag(result.interpretations)),
    ])
  }

  /// When a sample was taken: one date as a rule, seldom from one to another.
  private func taken(_ effective: Period) -> String? {
    effective.end == nil ? effective.start.map(phrases.text) : phrases.text(effective)
  }

  private func ranges(_ ranges: [ReferenceRange]) -> String {
    let texts = ranges.compactMap(values.text)
    return texts.isEmpty ? phrases.sentence(.noReferenceRange) : texts.joined(separator: "; ")
  }

  /// Says in sentences how the value lies to the range, and what its operator means.
  private func explanation(of result: TestResult) -> [String] {
    var sentences: [String] = []
    if case .quantity(let quantity) = result.value, let comparator = quantity.comparator,
      let value = quantity.value
    {
      sentences.append(phrases.meaning(of: comparator, value.text))
    }
    guard let range = RangePosition.normalRange(result.referenceRanges),
      let limits = values.limits(range)
    else { return sentences.isEmpty ? [] : [sentences.joined(separator: " ")] }
    let position = RangePosition(result.value, in: result.referenceRanges)
    sentences.append(phrases.explanation(of: position, limits))
    switch position {
    case .above, .below: sentences.append(phrases.sentence(.oneInTwenty))
    case .within, .undecided: break
    }
    return [sentences.joined(separator: " ")]
  }

  /// The parts of one value, each with its own range and flag.
  private func components(of result: TestResult) -> [Block] {
    let facts = result.components.map { part in
      let value = part.value.flatMap(values.text) ?? phrases.sentence(.noValue)
      let position = RangePosition(part.value, in: part.referenceRanges)
      let word = ResultSummary(phrases).flag(part.interpretations) ?? phrases.word(for: position)
      let limits = part.referenceRanges.isEmpty ? nil : ranges(part.referenceRanges)
      let range = limits.map { "\(phrases.label(.referenceRange).lowercased()) \($0)" }
      return Fact(
        label: part.code.title ?? phrases.untitled(.testResult),
        value: [value, word, range].compactMap { $0 }.joined(separator: ", ")
      )
    }
    return facts.isEmpty ? [] : [.heading(phrases.label(.components)), .facts(facts)]
  }

  // MARK: - Results within results

  /// The results of a panel or a report, each to be opened.
  func members(
    _ references: [RecordReference],
    _ heading: Label
  ) throws(ServiceError) -> [Block] {
    let summary = ResultSummary(phrases)
    var rows: [DataTable.Row] = []
    for (index, reference) in references.enumerated() {
      guard let id = reference.record else {
        let name = context.name(of: reference) ?? phrases.untitled(.testResult)
        rows.append(
          .init(id: ItemID("missing/\(index)"), cells: [name, phrases.sentence(.notHere), ""])
        )
        continue
      }
      // What is kept from the reader leaves no trace.
      guard let record = try? context.record.record(id, of: .testResult),
        case .testResult(let member) = record.content
      else { continue }
      rows.append(
        .init(
          id: Target.record(.testResult, id).item,
          cells: [
            summary.title(member), summary.value(member),
            member.referenceRanges.compactMap(values.text).joined(separator: "; "),
          ],
          mark: summary.mark(member)
        )
      )
    }
    return [
      .heading(phrases.label(heading)),
      .table(
        DataTable(
          columns: [
            .init(title: phrases.label(.analysis)),
            .init(title: phrases.label(.result)),
            .init(title: phrases.label(.referenceRange), importance: 1),
          ],
          rows: rows,
          emptyText: phrases.sentence(.noMembers)
        )
      ),
    ]
  }

  /// All results of the same analysis, in words, as a chart and as a table.
  private func history(of id: RecordID) throws(ServiceError) -> [Block] {
    let analyses: AnalysisGroups
    if let known = self.analyses {
      analyses = known
    } else {
      analyses = AnalysisGroups(try context.record.testResults())
    }
    let group = analyses.group(of: id)
    guard group.count > 1 else { return [.paragraph(phrases.sentence(.onlyResult))] }
    let heading = Block.heading(phrases.label(.earlierResults))
    let charts = ResultChart.blocks(group, phrases)
    let table = Block.table(table(of: group, opened: id))
    // Charts of parts have headings of their own and stand before that of the table.
    return charts.count > 1 ? charts + [heading, table] : [heading] + charts + [table]
  }

  private func table(of group: [AnalysisGroups.Entry], opened: RecordID) -> DataTable {
    let summary = ResultSummary(phrases)
    let rows = group.map { entry in
      let date = phrases.short(entry.content.date)
      return DataTable.Row(
        id: Target.record(.testResult, entry.id).item,
        cells: [
          entry.id == opened ? "\(date) (\(phrases.label(.thisOne)))" : date,
          summary.value(entry.content),
          entry.content.referenceRanges.compactMap(values.text).joined(separator: "; "),
        ],
        mark: summary.mark(entry.content)
      )
    }
    return DataTable(
      columns: [
        .init(title: phrases.label(.date)),
        .init(title: phrases.label(.result)),
        .init(title: phrases.label(.referenceRange), importance: 1),
      ],
      rows: rows,
      emptyText: phrases.sentence(.noValue)
    )
  }

  // MARK: - Reports

  /// A report: what it concludes, and the results it gathers.
  func blocks(of report: ResultReport) throws(ServiceError) -> [Block] {
    var blocks = facts([
      (.status, phrases.reportStatus(report.status)),
      (.taken, taken(report.effective)),
      (.issued, report.issued.map(phrases.text)),
      (.performer, names(report.performers)),
      (.category, titles(report.categories)),
      (.conclusion, titles(report.conclusionCodes)),
    ])
    blocks += section(.conclusion, [report.conclusion ?? ""])
    return try blocks + members(report.results, .resultsOfReport)
  }
}
