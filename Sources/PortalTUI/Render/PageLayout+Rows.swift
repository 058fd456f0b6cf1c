extension PageLayout {
  /// The rows from `top` on, as many as there are and show; not those that stand above them.
  func visibleLines(top: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    let end = min(metrics.contentRows, top + metrics.visibleRows)
    for part in parts where part.firstRow < end && part.firstRow + part.count > top {
      while top + lines.count < part.firstRow { lines.append(.blank) }
      let first = top + lines.count - part.firstRow
      lines += rows(of: part, first..<min(part.count, end - part.firstRow))
    }
    if let header = heldHeader(top: top), !lines.isEmpty { lines[0] = header }
    if let head = heldFieldHead(top: top) { lines.replaceSubrange(0..<head.count, with: head) }
    return lines
  }

  /// The head of the field with the cursor where the page is scrolled past it.
  private func heldFieldHead(top: Int) -> [StyledLine]? {
    guard let heldField, top > heldField.rows.lowerBound,
      top + heldField.head.count < heldField.rows.upperBound
    else { return nil }
    return heldField.head
  }

  /// Positions of the entries of which anything shows, counted from 0; nil where none does.
  func visibleEntries(top: Int) -> ClosedRange<Int>? {
    guard let firstEntryRow, state.entryCount > 0 else { return nil }
    let held = heldHeader(top: top) == nil ? 0 : metrics.heldRows
    let first = max(0, top + held - firstEntryRow) / metrics.rowsPerEntry
    let end = top + metrics.visibleRows - 1 - firstEntryRow
    let last = min(state.entryCount - 1, end / metrics.rowsPerEntry)
    return end >= 0 && first <= last ? first...last : nil
  }

  private func rows(of part: Part, _ range: Range<Int>) -> [StyledLine] {
    switch part.content {
    case .lines(let lines):
      return Array(lines[range])
    case .entries(let entries, let isSelectable):
      var rows: [StyledLine] = []
      var row = range.lowerBound
      if row < entries.headerRows, let header = entries.header {
        rows.append(header)
        row += 1
      }
      // The first entry may show in part only.
      let height = entries.rowsPerEntry
      var position = (row - entries.headerRows) / height
      let hidden = (row - entries.headerRows) % height
      let wanted = range.count - rows.count
      var entryRows: [StyledLine] = []
      while entryRows.count < hidden + wanted {
        entryRows += self.rows(at: position, of: entries, isSelectable: isSelectable)
        position += 1
      }
      return rows + entryRows[hidden..<hidden + wanted]
    }
  }

  private func rows(
    at position: Int,
    of entries: EntryLines,
    isSelectable: Bool
  ) -> [StyledLine] {
    guard isSelectable else { return entries.rows(at: position, isSelected: false) }
    let isSelected = isActive && state.form == nil && position == state.position
    return entries.rows(at: state.entryIndex(at: position) ?? 0, isSelected: isSelected)
  }

  /// The column titles where the table is scrolled past them.
  private func heldHeader(top: Int) -> StyledLine? {
    guard metrics.heldRows > 0, let firstEntryRow, top >= firstEntryRow else { return nil }
    for part in parts where part.firstRow <= top && top < part.firstRow + part.count {
      if case .entries(let entries, isSelectable: true) = part.content { return entries.header }
    }
    return nil
  }
}
