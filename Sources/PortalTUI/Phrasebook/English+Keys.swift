import PortalCore

extension English {
  var arrowUp: String { "Up" }
  var arrowDown: String { "Down" }
  var arrowLeft: String { "Left" }
  var arrowRight: String { "Right" }
  var spaceBar: String { "Space" }

  func explanation(of command: Command) -> String {
    switch command {
    case .page(let name): explanation(of: name)
    case .action(let action): explanation(of: action)
    case .help: "Show this help"
    case .signOut: "Sign out: close the record and clear the screen. A message is kept as a draft"
    case .quit: "Quit. What you have written is kept as a draft"
    case .redraw: "Draw the screen again"
    }
  }

  func hint(for command: Command) -> String {
    switch command {
    case .page(.up), .page(.down): "move"
    case .page(.open): "open"
    case .page(.back): "back"
    case .page(.startFilter): "find"
    case .page(.nextField): "next field"
    case .page(.submit): "send"
    case .page(let name): explanation(of: name).lowercased()
    case .action(let action): hint(for: action)
    case .help: "help"
    case .signOut: "sign out"
    case .quit: "quit"
    case .redraw: "redraw"
    }
  }

  private func hint(for action: ActionID) -> String {
    switch action {
    case .write: "write"
    case .reply: "reply"
    case .edit: "change"
    case .discardDraft: "discard draft"
    case .changeOrder: "change order"
    case .showSource: "original"
    case .showHistory: "changes"
    case .showOlder: "older"
    case .onlyOthers: "only others"
    case .endRight: "end"
    case .actFor: "change person"
    case .addToCalendar: "calendar"
    case .search: "search"
    case .attachments: "attachments"
    case .archive: "put away"
    case .showArchive: "put away"
    case .reject: "reject"
    case .close: "close"
    case .decide: "decide"
    case .showAnswered: "answered"
    case .offerTimes: "times"
    case .services: "services"
    }
  }

  private func explanation(of name: PageCommand.Name) -> String {
    switch name {
    case .up: "Move up"
    case .down: "Move down"
    case .left: "Move left in the text"
    case .right: "Move right in the text"
    case .wordLeft: "Move one word left"
    case .wordRight: "Move one word right"
    case .pageUp: "Page up"
    case .pageDown: "Page down"
    case .home: "Go to the beginning"
    case .end: "Go to the end"
    case .open: "Open what is selected"
    case .back: "Go back"
    case .startFilter: "Find in the list as you type"
    case .nextField: "Go to the next field"
    case .previousField: "Go to the previous field"
    case .submit: "Send what you have written"
    case .backspace: "Delete the character before"
    case .delete: "Delete the character after"
    case .undo: "Undo the last change of the text"
    }
  }

  private func explanation(of action: ActionID) -> String {
    switch action {
    case .write: "Something new: write a message, give a proxy, book an appointment"
    case .reply: "Reply in this conversation"
    case .edit: "Change what stands here"
    case .discardDraft: "Throw the draft away"
    case .changeOrder: "Show in another order"
    case .showSource: "Show the original as it came"
    case .showHistory: "Show what has changed, and when"
    case .showOlder: "Show older entries"
    case .endRight: "End a right to act for somebody, or cancel an appointment"
    case .addToCalendar: "Write the appointment into a file for a calendar"
    case .actFor: "Open the record of somebody you act for, or go back to your own"
    case .onlyOthers: "Show only what others did, or everything again"
    case .search: "Search the whole record"
    case .attachments: "Attach a file, or save an attachment"
    case .archive: "Put a conversation away, or take it out again"
    case .showArchive: "Show the conversations that were put away"
    case .reject: "Reject what somebody asks for, with a reason (at the desk)"
    case .close: "Close the conversation (at the desk)"
    case .decide: "Decide on prescriptions (at the desk)"
    case .showAnswered: "What is answered and not closed (at the desk)"
    case .offerTimes: "Offer times (at the desk)"
    case .services: "Switch services on and off (at the desk)"
    }
  }

  var helpTitle: String { "Help" }
  var helpHereHeading: String { "On this page" }
  var helpEverywhereHeading: String { "Everywhere" }
  var helpTypingHeading: String { "When you type" }
  var helpTypingText: String {
    "In a text field every letter is text. Tab goes between fields, Ctrl+S sends."
  }
  var helpEmergencyText: String {
    "If life is in danger, call 113. If it cannot wait and your GP is closed, call 116 117."
  }
  var screenTooSmall: String { "The window is too small. Make it larger." }
  var draftKept: String { "What you wrote is kept as a draft. Nothing has been sent." }
  var storeChanged: String { "Something new has come. The page is up to date." }
  var storeChangedWhileTyping: String {
    "Something new has come. What you are writing is as you left it."
  }
  var plainStoreChanged: String {
    "Something new has come. Press Enter to hear the page again."
  }
  func limitReached(_ limit: Int) -> String {
    "There is room for \(limit) characters here. The rest was left out."
  }

  func plainModeOn(reason: PlainModeReason) -> String {
    switch reason {
    case .option: "Plain text is on because you used --plain."
    case .accessibleVariable: "Plain text is on because ACCESSIBLE is set."
    case .notATerminal: "Plain text is on because this is not a terminal."
    case .unknownTerminal(let name): "Plain text is on because the terminal “\(name)” is unknown."
    }
  }
  var plainHints: String { "A number opens. \(plainLetters)" }
  var plainPrompt: String { "Choice: " }
  func plainUnknown(_ text: String) -> String { "“\(text)” is no choice here. You can type:" }
  func plainNumbers(_ count: Int) -> String {
    count == 1 ? "1: open it." : "1–\(count): open one."
  }
  var plainLetters: String { "b: back. h: help. q: quit." }
  var plainNotText: String { "That line is not text in UTF-8 and was not used. Type it again." }
  var plainNothingToOpen: String { "There is nothing with that number here." }
  func plainFieldPrompt(_ label: String, keeps value: String) -> String {
    value.isEmpty ? "\(label): " : "\(label) (an empty line keeps what is there): "
  }
  var plainTextEnd: String { "Write the text. A line with only a full stop ends it." }
  func plainConfirm(_ submitLabel: String) -> String { "\(submitLabel)? (y/n) " }
  var plainYes: [String] { ["y", "yes"] }

  var renderWords: RenderWords {
    RenderWords(
      of: "of",
      information: "Note",
      success: "Done",
      warning: "Take care",
      danger: "Important",
      problem: "To be corrected",
      chosen: "chosen",
      high: "upper limit",
      low: "lower limit",
      filter: "Find",
      noMatches: "Nothing in the list matches.",
      more: "more"
    )
  }
  var portalName: String { "Health portal" }
  func owner(name: String?, role: Role) -> String {
    let name = name ?? "No name"
    return role == .oneself ? "\(name) (yourself)" : "\(name) – you act as \(self.name(of: role))"
  }

  var previewOwner: String { "Preview" }

  var nobodyElsesRecordBelow: String { "Your own record is not open. Quit, and open it." }
  func demonstrationMark(_ date: String) -> String { "DEMO \(date)" }
  func rehearsalMark(_ date: String) -> String { "REHEARSAL \(date)" }
}
