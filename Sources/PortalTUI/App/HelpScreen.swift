import PortalCore

/// The keys: those of the page one came from first, then those that hold everywhere.
struct HelpScreen: Screen {
  private let here: [PageAction]
  private let phrases: any Phrasebook

  init(page: Page, phrases: any Phrasebook) {
    here = page.actions
    self.phrases = phrases
  }

  func page() -> Page {
    var blocks: [Block] = []
    if !here.isEmpty {
      blocks.append(.heading(phrases.helpHereHeading))
      blocks.append(.facts(here.map { fact(.action($0.id)) }))
    }
    let everywhere = Keymap.bindings.map(\.command).filter(isEverywhere)
    blocks.append(.heading(phrases.helpEverywhereHeading))
    blocks.append(.facts(everywhere.map(fact)))
    blocks.append(.heading(phrases.helpTypingHeading))
    blocks.append(.paragraph(phrases.helpTypingText))
    blocks.append(.facts(Keymap.bindings.map(\.command).filter(isForTyping).map(fact)))
    blocks.append(.notice(Notice(severity: .information, text: phrases.helpEmergencyText)))
    return Page(title: phrases.helpTitle, blocks: blocks)
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    []
  }

  private func fact(_ command: Command) -> Fact {
    let keys = Keymap.strokes(for: command).map { $0.name(phrases) }.joined(separator: ", ")
    return Fact(label: keys, value: phrases.explanation(of: command))
  }

  private func isEverywhere(_ command: Command) -> Bool {
    switch command {
    case .page(let name): !HelpScreen.typing.contains(name)
    case .action: false
    case .help, .signOut, .quit, .redraw: true
    }
  }

  private func isForTyping(_ command: Command) -> Bool {
    if case .page(let name) = command { HelpScreen.typing.contains(name) } else { false }
  }

  private static let typing: Set<PageCommand.Name> = [
    .nextField, .previousField, .submit, .undo, .wordLeft, .wordRight, .backspace, .delete,
  ]
}
