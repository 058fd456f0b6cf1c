/// Lays out a form: labels, hints, what stands in the fields, and where the cursor is.
struct FormLines {
  private(set) var rows: [StyledLine] = []
  /// The row and column of the cursor in the form.
  private(set) var cursor: (row: Int, column: Int) = (0, 0)
  /// The first row of the field that has the cursor.
  private(set) var focusStart = 0
  /// The rows of a field with text that has the cursor; nil where the cursor is elsewhere.
  private(set) var textRows: Range<Int>?
  /// What stays in sight of that field while its text scrolls: its label with the count in one row,
  /// then what is wrong with it.
  private(set) var heldHead: [StyledLine] = []

  private let lines: BlockLines
  private static let widestField = 76
  private static let leastTextRows = 3

  /// Lays out the form with what stands in it; `focus` is the field with the cursor, if any.
  init(form: Form, state: FormState, lines: BlockLines, focus: Int?) {
    self.lines = lines
    for (index, field) in form.fields.enumerated() where index < state.fields.count {
      let isFocused = index == focus
      if isFocused { focusStart = rows.count }
      addHead(of: field, value: state.fields[index], isFocused: isFocused)
      switch (field.kind, state.fields[index].content) {
      case (.choice(let options), .choice(let choice)):
        add(options, choice: choice, isFocused: isFocused)
      case (_, .text(let editor)):
        add(editor, isFocused: isFocused)
        if isFocused {
          textRows = focusStart..<rows.count
          heldHead = head(of: field, editor)
        }
      case (.line, .choice), (.secret, .choice), (.text, .choice):
        break
      }
      rows.append(.blank)
    }
    addSubmit(form.submitLabel, isFocused: focus == state.fields.count)
  }

  /// Cells that a row of text in a field may fill; the cursor needs one more.
  static func fieldColumns(_ lines: BlockLines) -> Int {
    max(1, min(lines.columns - lines.margin - 3, widestField))
  }

  private mutating func addHead(
    of field: Field,
    value: FormState.FieldState,
    isFocused: Bool
  ) {
    rows += lines.lines(field.label, style: isFocused ? .bold : .plain)
    if case .text(let editor) = value.content, let count = count(in: editor, of: field) {
      let column = (rows.last?.endColumn ?? 0) + 2
      if column + count.width <= lines.columns {
        rows[rows.count - 1].spans.append(.init(column: column, text: count, style: .muted))
      } else {
        rows.append(StyledLine(count, at: lines.margin, style: .muted))
      }
    }
    if !field.hint.isEmpty { rows += lines.lines(field.hint, style: .muted) }
    rows += problemLines(field)
  }

  private func count(in editor: TextEditor, of field: Field) -> SafeText? {
    field.limit.map { SafeText("\(editor.characters.count) \(lines.words.of) \($0)") }
  }

  private func problemLines(_ field: Field) -> [StyledLine] {
    guard let problem = field.problem else { return [] }
    return lines.lines(
      sign: lines.signs.sign(for: .danger),
      word: lines.words.problem,
      text: problem,
      style: CellStyle(.danger)
    )
  }

  /// The label gives way to the count, of which every digit matters.
  private func head(of field: Field, _ editor: TextEditor) -> [StyledLine] {
    let count = count(in: editor, of: field) ?? .empty
    let room = lines.columns - lines.margin
    let label = TextLayout.truncate(
      SafeText(field.label),
      columns: max(0, room - (count.width == 0 ? 0 : count.width + 2)),
      ellipsis: lines.signs.ellipsis
    )
    var line = StyledLine(label, at: lines.margin, style: .bold)
    if count.width > 0 {
      let column = lines.margin + (label.width == 0 ? 0 : label.width + 2)
      line.spans.append(.init(column: column, text: count, style: .muted))
    }
    return [line] + problemLines(field)
  }

  private mutating func add(_ typed: TextEditor, isFocused: Bool) {
    let editor = typed.shown
    let columns = Self.fieldColumns(lines)
    let ranges = editor.rows(columns: columns)
    let least = editor.takesLineFeeds ? Self.leastTextRows : 1
    let cursorRow = isFocused ? editor.cursorRow(in: ranges) : nil
    for row in 0..<max(ranges.count, least) {
      var line = StyledLine()
      let start = lines.margin + 1
      if row < ranges.count {
        let text = SafeText(String(editor.characters[ranges[row]]))
        line.add(text, at: start, columns: columns, ellipsis: .empty)
        if row == cursorRow {
          cursor = (rows.count, start + min(columns, editor.cursorColumn(in: ranges[row])))
          line.mark()
        }
      }
      line.spans.append(.init(column: lines.margin, text: SafeText("["), style: .muted))
      line.spans.append(.init(column: start + columns + 1, text: SafeText("]"), style: .muted))
      rows.append(line)
    }
  }

  private mutating func add(
    _ options: [String],
    choice: FormState.ChoiceState,
    isFocused: Bool
  ) {
    for (index, option) in options.enumerated() {
      let sign = index == choice.chosen ? "(x)" : "( )"
      let isSelected = isFocused && index == choice.highlighted
      let head = SafeText("\(sign) \(index + 1) ")
      let texts = TextLayout.wrap(option, columns: lines.textColumns - head.width)
      if isSelected { cursor = (rows.count, 0) }
      for (row, text) in texts.enumerated() {
        var line = StyledLine(text, at: lines.margin + head.width)
        line.isSelected = isSelected
        if row == 0 {
          line.spans.append(.init(column: lines.margin, text: head, style: .plain))
          if isSelected { line.mark() }
        }
        rows.append(line)
      }
    }
    if options.isEmpty && isFocused { cursor = (max(0, rows.count - 1), 0) }
  }

  private mutating func addSubmit(_ label: String, isFocused: Bool) {
    var line = StyledLine(isSelected: isFocused)
    line.add(
      SafeText("[ \(label) ]"),
      at: lines.margin,
      columns: lines.columns - lines.margin,
      style: .bold,
      ellipsis: lines.signs.ellipsis
    )
    if isFocused {
      focusStart = rows.count
      cursor = (rows.count, 0)
      line.mark()
    }
    rows.append(line)
  }
}

extension StyledLine {
  /// Sets the marker of the selection, in words of one sign: it is there without any attribute.
  mutating func mark() {
    spans.append(Span(column: 0, text: SafeText(">"), style: .bold))
  }
}
