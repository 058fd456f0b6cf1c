extension PageState {
  /// What a command does in a form.
  mutating func applyToForm(_ command: PageCommand, metrics: PageMetrics) -> PageOutcome {
    guard var form else { return .none }
    if !showsSelection(in: metrics), let outcome = approachFocus(command, metrics: metrics) {
      return outcome
    }
    if command == .submit || command == .open && form.focus == form.fields.count {
      isHandedIn = true
      return .submit(form.values)
    }
    let answer = form.apply(command, columns: metrics.fieldColumns)
    self.form = form
    switch answer {
    case .done:
      followsSelection = true
      return .changed
    case .full(let limit):
      followsSelection = true
      return .limitReached(limit)
    case .nothing:
      guard case .move(let move) = command else { return .none }
      return scroll(move, metrics: metrics)
    }
  }

  /// While the field is out of sight, moving scrolls the page, and Enter shows the field.
  ///
  /// Text is still typed into it, which shows it as well; then this gives nil.
  private mutating func approachFocus(
    _ command: PageCommand,
    metrics: PageMetrics
  ) -> PageOutcome? {
    switch command {
    case .move(let move):
      return scroll(move, metrics: metrics)
    case .open, .nextField, .previousField:
      followsSelection = true
      return .changed
    case .back, .startFilter, .edit, .submit:
      return nil
    }
  }
}
