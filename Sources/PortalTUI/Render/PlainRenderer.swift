/// Says a page in plain lines: for a screen reader, a braille display, a pipe or a printer.
///
/// No escape sequence, no drawing, nothing that rests on its place: what a table says by columns
/// each line says in words.
struct PlainRenderer: Equatable, Sendable {
  var words: RenderWords
  /// Cells after which a line is broken; nil leaves lines whole, as a pipe wants them.
  var columns: Int?

  /// The lines of a page; the keys of its actions, the `hints`, are said last.
  func lines(_ page: Page, hints: [KeyHint] = []) -> [String] {
    var lines = [page.title]
    for block in page.blocks {
      lines.append("")
      lines += self.lines(block)
    }
    if !hints.isEmpty {
      lines.append("")
      lines += hints.map { "\($0.key): \($0.label)" }
    }
    return lines.flatMap(broken)
  }

  /// The lines of a page's list or table alone, whose first entry has a number other than 1.
  func entryLines(_ page: Page, from first: Int) -> [String] {
    guard let entries = Entries(page) else { return [] }
    let lines =
      switch entries {
      case .list(let list): self.lines(list, from: first)
      case .table(let table): self.lines(table, from: first)
      }
    return lines.flatMap(broken)
  }

  /// The lines of one notice, as it is said between two pages.
  func lines(_ notice: Notice) -> [String] {
    broken(text(of: notice))
  }

  private func lines(_ block: Block) -> [String] {
    switch block {
    case .heading(let text), .paragraph(let text): [joined(text)]
    case .text(let text): TextLayout.lines(of: text)
    case .notice(let notice): [text(of: notice)]
    case .facts(let facts): facts.map { "\($0.label): \(joined($0.value))" }
    case .list(let list): lines(list)
    case .table(let table): lines(table)
    case .form(let form): lines(form)
    case .chart(let chart): lines(chart)
    }
  }

  private func text(of notice: Notice) -> String {
    "\(words.word(for: notice.severity)): \(joined(notice.text))"
  }

  private func lines(_ list: ItemList, from first: Int = 1) -> [String] {
    guard !list.items.isEmpty else { return [list.emptyText] }
    return list.items.enumerated().map { index, item in
      let parts = [item.title, item.detail].filter { !$0.isEmpty }
      return numbered(first + index, item.mark, parts.joined(separator: ", "))
    }
  }

  private func lines(_ table: DataTable, from first: Int = 1) -> [String] {
    guard !table.rows.isEmpty else { return [table.emptyText] }
    return table.rows.enumerated().map { index, row in
      let cells = zip(table.columns, row.cells)
        .filter { !$0.1.isEmpty }
        .map { $0.title.isEmpty ? $1 : "\($0.title): \($1)" }
      return numbered(first + index, row.mark, cells.joined(separator: ", "))
    }
  }

  private func numbered(_ number: Int, _ mark: Item.Mark?, _ text: String) -> String {
    let mark = mark.map { "\($0.text): " } ?? ""
    return joined("\(number). \(mark)\(text)")
  }

  private func lines(_ form: Form) -> [String] {
    let fields = form.fields.enumerated().flatMap { index, field in
      lines(field, number: index + 1)
    }
    return fields + [form.submitLabel]
  }

  private func lines(_ field: Field, number: Int) -> [String] {
    var lines: [String] = []
    var options: [String] = []
    switch field.kind {
    case .line:
      lines.append("\(number). \(field.label):" + value(joined(field.value)))
    case .secret:
      lines.append("\(number). \(field.label):")
    case .text:
      let texts = TextLayout.lines(of: field.value)
      lines.append("\(number). \(field.label):" + value(texts.first ?? ""))
      lines += texts.dropFirst()
    case .choice(let texts):
      lines.append("\(number). \(field.label):")
      options = texts.enumerated().map { index, text in
        let isChosen = String(index) == field.value
        return "   \(index + 1). \(text)" + (isChosen ? " (\(words.chosen))" : "")
      }
    }
    if let limit = field.limit, field.kind != .secret {
      lines.append("\(field.value.count) \(words.of) \(limit)")
    }
    if !field.hint.isEmpty { lines.append(joined(field.hint)) }
    if let problem = field.problem { lines.append("\(words.problem): \(joined(problem))") }
    return lines + options
  }

  private func value(_ text: String) -> String {
    text.isEmpty ? "" : " \(text)"
  }

  /// What the picture shows, in words: the page lists the values in a table (`Chart`).
  private func lines(_ chart: Chart) -> [String] {
    [joined(chart.summary)]
  }

  private func joined(_ text: String) -> String {
    text.utf8.contains(0x0A) ? TextLayout.lines(of: text).joined(separator: " ") : text
  }

  private func broken(_ line: String) -> [String] {
    guard let columns else { return [SafeText(line).text] }
    return TextLayout.wrap(line, columns: columns).map(\.text)
  }
}
