/// One opened page of the portal, and what a person has done on it.
struct OpenedPage {
  var screen: any Screen
  var state: PageState
  /// Whether something was typed since the draft was last kept.
  var hasUnkeptText = false

  /// Whether leaving it would lose something that a person wrote.
  var wouldLoseText: Bool {
    !screen.keepsDrafts && (screen.hasUnstoredText || state.hasUnsentChanges)
  }

  /// What its footer says of the keys.
  func hints(_ phrases: any Phrasebook, isFirst: Bool) -> [KeyHint] {
    var commands: [Command] = []
    if state.form != nil {
      commands += [.page(.submit), .page(.nextField)]
    } else if state.entries != nil {
      commands += [.page(.open)]
    }
    if state.page.submitLabel != nil { commands.append(.page(.submit)) }
    commands += state.page.actions.map { .action($0.id) }
    if !isFirst { commands.append(.page(.back)) }
    if state.entries != nil { commands.append(.page(.startFilter)) }
    commands.append(.help)
    commands.append(.quit)
    let isTyping = state.sparesLetters
    return commands.compactMap { command in
      let strokes = Keymap.strokes(for: command)
      let usable = strokes.first { stroke in
        if case .character = stroke { !isTyping } else { true }
      }
      guard let usable else { return nil }
      let label =
        command == .page(.submit)
        ? state.page.form?.submitLabel ?? state.page.submitLabel
        : state.page.actions.first { .action($0.id) == command }?.label
      return KeyHint(key: usable.name(phrases), label: label ?? phrases.hint(for: command))
    }
  }
}
