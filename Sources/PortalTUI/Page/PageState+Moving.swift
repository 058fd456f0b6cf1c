extension PageState {
  /// Does what a command says; `metrics` are those of the page as it stands before.
  mutating func apply(_ command: PageCommand, metrics: PageMetrics) -> PageOutcome {
    let before = self
    top = top(in: metrics)
    let outcome = perform(command, metrics: metrics)
    guard outcome == .changed else { return outcome }
    // Cheap: what a move leaves alone shares its storage.
    let isSame =
      top == before.top(in: metrics) && position == before.position
      && isFiltering == before.isFiltering && filter == before.filter && form == before.form
      && followsSelection == before.followsSelection
    return isSame ? .none : .changed
  }

  private mutating func perform(_ command: PageCommand, metrics: PageMetrics) -> PageOutcome {
    if isFiltering, let outcome = applyToFilter(command) { return outcome }
    if command == .back {
      guard filter != nil else { return .leave }
      endFilter()
      return .changed
    }
    if command == .startFilter {
      guard entries != nil else { return .none }
      startFilter()
      return .changed
    }
    if form != nil { return applyToForm(command, metrics: metrics) }
    if command == .submit, page.submitLabel != nil { return .submit([:]) }
    if entryCount > 0 { return applyToEntries(command, metrics: metrics) }
    guard case .move(let move) = command else { return .none }
    return scroll(move, metrics: metrics)
  }

  private mutating func applyToEntries(
    _ command: PageCommand,
    metrics: PageMetrics
  ) -> PageOutcome {
    switch command {
    case .move(let move): return self.move(move, metrics: metrics)
    case .open:
      // Nothing is opened that cannot be seen.
      guard showsSelection(in: metrics) else {
        followsSelection = true
        return .changed
      }
      return selection.map(PageOutcome.open) ?? .none
    case .back, .startFilter, .edit, .nextField, .previousField, .submit: return .none
    }
  }

  private mutating func move(_ move: PageCommand.Move, metrics: PageMetrics) -> PageOutcome {
    let page = max(1, (metrics.visibleRows - metrics.heldRows) / max(1, metrics.rowsPerEntry) - 1)
    switch move {
    case .up: self.move(by: -1, metrics: metrics)
    case .down: self.move(by: 1, metrics: metrics)
    case .pageUp: self.move(by: -page, metrics: metrics)
    case .pageDown: self.move(by: page, metrics: metrics)
    case .home: moveToFirst(metrics: metrics)
    case .end: moveToLast(metrics: metrics)
    case .left, .right, .wordLeft, .wordRight: return .none
    }
    return .changed
  }

  /// Moves the selection; past its ends, and while it is out of sight, scrolls the page instead.
  private mutating func move(by count: Int, metrics: PageMetrics) {
    let last = entryCount - 1
    let isAtEnd = count < 0 ? position == 0 : position == last
    if isAtEnd || !showsSelection(in: metrics) {
      let step = abs(count) == 1 ? 1 : max(1, metrics.visibleRows - 1)
      return scroll(by: count < 0 ? -step : step, metrics: metrics)
    }
    let old = position
    position = min(max(0, position + count), last)
    followsSelection = true
    if abs(count) > 1 { top += (position - old) * metrics.rowsPerEntry }
    showStart(metrics: metrics, movedFrom: old)
  }

  /// With the first entry selected the text above it shows too, as far as there is room.
  private mutating func showStart(metrics: PageMetrics, movedFrom old: Int) {
    guard position == 0, let focus = metrics.focus else { return }
    let first = focus.lowerBound - old * metrics.rowsPerEntry
    if first + metrics.rowsPerEntry <= metrics.visibleRows { top = 0 }
  }

  private mutating func moveToFirst(metrics: PageMetrics) {
    guard position > 0 else { return scroll(by: -metrics.contentRows, metrics: metrics) }
    let old = position
    position = 0
    followsSelection = true
    showStart(metrics: metrics, movedFrom: old)
  }

  private mutating func moveToLast(metrics: PageMetrics) {
    guard position < entryCount - 1 else {
      return scroll(by: metrics.contentRows, metrics: metrics)
    }
    position = entryCount - 1
    followsSelection = true
  }

  /// Scrolls a page that has nothing to select.
  mutating func scroll(_ move: PageCommand.Move, metrics: PageMetrics) -> PageOutcome {
    let page = max(1, metrics.visibleRows - 1)
    switch move {
    case .up: scroll(by: -1, metrics: metrics)
    case .down: scroll(by: 1, metrics: metrics)
    case .pageUp: scroll(by: -page, metrics: metrics)
    case .pageDown: scroll(by: page, metrics: metrics)
    case .home: scroll(by: -metrics.contentRows, metrics: metrics)
    case .end: scroll(by: metrics.contentRows, metrics: metrics)
    case .left, .right, .wordLeft, .wordRight: return .none
    }
    return .changed
  }

  /// Scrolls by rows as far as the page goes, away from the selection if need be.
  private mutating func scroll(by rows: Int, metrics: PageMetrics) {
    let target = min(max(0, top + rows), metrics.lastTop)
    guard target != top else { return }
    top = target
    followsSelection = false
  }
}
