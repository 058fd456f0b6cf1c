extension PageState {
  /// Starts or goes on typing the filter.
  mutating func startFilter() {
    filter = filter ?? EntryFilter()
    isFiltering = true
  }

  /// Lets every entry through again; the selection stays on its entry.
  mutating func endFilter() {
    let selected = entryIndex(at: position)
    filter = nil
    isFiltering = false
    position = selected ?? 0
    followsSelection = true
  }

  /// What a command does while a filter is typed; nil where it does what it does elsewhere.
  mutating func applyToFilter(_ command: PageCommand) -> PageOutcome? {
    switch command {
    case .edit(.newline), .open, .submit:
      isFiltering = false
      if filter?.matches == nil, !page.isSearched { filter = nil }
      return .changed
    case .edit(let edit):
      return editFilter { $0.apply(edit) }
    case .move(.left): return editFilter { .done($0.step(-1)) }
    case .move(.right): return editFilter { .done($0.step(1)) }
    case .startFilter: return PageOutcome.none
    case .move, .back, .nextField, .previousField: return nil
    }
  }

  /// Changes the query; the selection stays on its entry while that matches, else goes to the first.
  private mutating func editFilter(
    _ change: (inout TextEditor) -> TextEditor.Answer
  ) -> PageOutcome {
    guard let entries, var filter else { return .none }
    if page.isSearched { return editSearch(change) }
    let selected = entryIndex(at: position)
    let answer = filter.edit(entries, change)
    self.filter = filter
    if let matches = filter.matches {
      position = selected.flatMap { Self.position(of: $0, in: matches) } ?? 0
    } else {
      position = selected ?? 0
    }
    followsSelection = true
    switch answer {
    case .done, .nothing: return .changed
    case .full(let limit): return .limitReached(limit)
    }
  }

  /// Changes what is looked for; what is found then is for the screen to say.
  private mutating func editSearch(
    _ change: (inout TextEditor) -> TextEditor.Answer
  ) -> PageOutcome {
    let before = filter?.query.text
    guard let answer = filter?.editQuery(change) else { return .none }
    if case .full(let limit) = answer { return .limitReached(limit) }
    guard let text = filter?.query.text, text != before else { return .changed }
    position = 0
    followsSelection = true
    return .search(text)
  }

  /// Where an index is among ascending ones; nil where it is not.
  private static func position(of index: Int, in matches: [Int]) -> Int? {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if matches[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low < matches.count && matches[low] == index ? low : nil
  }
}
