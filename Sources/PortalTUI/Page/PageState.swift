/// What a person has done on a page: where they are, what they filter by, what they have typed.
///
/// A pure value, the same for every screen. `apply` takes one command at a time together with the
/// lengths of the page as it is laid out; the renderer gives both in one call
/// (`CellRenderer.apply`). When the screen makes its page anew, `show` keeps the person's place.
struct PageState: Equatable, Sendable {
  private(set) var page: Page
  /// The list or table of the page; nil where it has none.
  private(set) var entries: Entries?
  /// What holds for all entries, worked out once for a page.
  private(set) var summary: EntrySummary
  /// Where the selection is among the entries that pass the filter.
  var position = 0
  /// The first row that shows, as it was left; `top(in:)` gives the row that can be shown.
  var top = 0
  /// Whether the page scrolls along with the selection, or was scrolled away from it.
  var followsSelection = false
  /// The filter, where one is being typed or is in force.
  var filter: EntryFilter?
  /// Whether letters go into the filter.
  var isFiltering = false
  /// The form of the page; nil where it has none.
  var form: FormState?
  /// Whether the form was handed in and the page has not answered yet.
  var isHandedIn = false

  /// A page as it is opened: at its top, with the first entry or field selected.
  init(page: Page) {
    self.page = page
    entries = Entries(page)
    summary = EntrySummary(entries)
    form = page.form.map(FormState.init)
    if page.isSearched { startFilter() }
  }

  /// Shows the page as it stands after the screen or the store has changed.
  ///
  /// The selection stays on the entry it was on, wherever that is now, and what was typed stays.
  mutating func show(_ page: Page) {
    let selected = selection
    let oldForm = self.page.form
    self.page = page
    entries = Entries(page)
    summary = EntrySummary(entries)
    if let entries {
      if !page.isSearched { filter?.renew(entries) }
    } else {
      endFilter()
    }
    position = selected.flatMap(position(of:)) ?? min(position, max(0, entryCount - 1))
    show(page.form, insteadOf: oldForm)
  }

  private mutating func show(_ newForm: Form?, insteadOf oldForm: Form?) {
    guard let newForm else {
      form = nil
      return
    }
    var newState = FormState(newForm)
    if let form, let oldForm { newState.keep(form, of: oldForm, in: newForm) }
    if isHandedIn, let problem = newForm.fields.firstIndex(where: { $0.problem != nil }) {
      newState.focus = problem
      followsSelection = true
    }
    isHandedIn = false
    form = newState
  }

  /// How many entries pass the filter.
  var entryCount: Int {
    filter?.matches?.count ?? entries?.count ?? 0
  }

  /// The index, among all entries, of the one at a position among those that pass the filter.
  func entryIndex(at position: Int) -> Int? {
    guard position >= 0, position < entryCount else { return nil }
    return filter?.matches.map { $0[position] } ?? position
  }

  /// The entry that is selected; nil where there is none.
  var selection: ItemID? {
    entryIndex(at: position).flatMap { entries?.id(at: $0) }
  }

  /// Puts the selection on an entry, where it is there and passes the filter, and shows it.
  mutating func select(_ id: ItemID) {
    guard let position = position(of: id) else { return }
    self.position = position
    followsSelection = true
  }

  private func position(of id: ItemID) -> Int? {
    guard let index = entries?.index(of: id) else { return nil }
    guard let matches = filter?.matches else { return index }
    return matches.firstIndex(of: index)
  }

  /// Whether letters are text here, so that no letter may be a command.
  var takesText: Bool {
    if isFiltering { return true }
    guard case .text = focusedContent else { return false }
    return true
  }

  /// Whether no letter is a command anywhere on the page: it has a field for text, and who has gone on
  /// from it without knowing must not leave the page, or sign out, by a word.
  var sparesLetters: Bool {
    if takesText { return true }
    return form?.fields.contains { if case .text = $0.content { true } else { false } } ?? false
  }

  /// Whether the space bar and digits choose here, as `PageCommand.Edit.insert`.
  var takesChoice: Bool {
    guard !isFiltering, case .choice = focusedContent else { return false }
    return true
  }

  private var focusedContent: FormState.FieldState.Content? {
    guard let form, form.fields.indices.contains(form.focus) else { return nil }
    return form.fields[form.focus].content
  }

  /// What stands in the form's fields; empty where there is no form.
  var values: [String: String] {
    form?.values ?? [:]
  }

  /// The same without what is not to be kept: a secret.
  var draftValues: [String: String] {
    form?.draftValues ?? [:]
  }

  /// Whether something was typed or chosen that the page did not give.
  var hasUnsentChanges: Bool {
    form?.hasChanges ?? false
  }

  /// The first row to show, so that the page fills the window and the selection is seen.
  func top(in metrics: PageMetrics) -> Int {
    var top = min(max(0, self.top), metrics.lastTop)
    guard followsSelection, var focus = metrics.focus else { return top }
    if focus.count + metrics.heldRows > metrics.visibleRows {
      focus = metrics.cursorRow..<metrics.cursorRow + 1
    }
    top = max(top, focus.upperBound - metrics.visibleRows)
    return min(top, max(0, focus.lowerBound - metrics.heldRows))
  }

  /// Whether the selection is seen.
  func showsSelection(in metrics: PageMetrics) -> Bool {
    guard let focus = metrics.focus else { return false }
    let top = top(in: metrics)
    // Column titles stay at the top only where the page is scrolled past them.
    let first = focus.lowerBound - metrics.heldRows < top ? top + metrics.heldRows : top
    return metrics.cursorRow >= first && metrics.cursorRow < top + metrics.visibleRows
  }
}

extension Page {
  /// The form of the page; nil where it has none.
  var form: Form? {
    for case .form(let form) in blocks { return form }
    return nil
  }
}
