extension FormState {
  /// What a command does in the field that has the cursor, with rows of so many `columns`.
  mutating func apply(_ command: PageCommand, columns: Int) -> TextEditor.Answer {
    switch command {
    case .nextField: return .done(moveFocus(by: 1))
    case .previousField: return .done(moveFocus(by: -1))
    case .move, .open, .edit: break
    case .back, .startFilter, .submit: return .nothing
    }
    let answer = applyToField(command, columns: columns)
    guard answer == .nothing else { return answer }
    switch command {
    case .move(.up): return .done(moveFocus(by: -1))
    case .move(.down), .open: return .done(moveFocus(by: 1))
    case .move, .back, .startFilter, .edit, .nextField, .previousField, .submit: return .nothing
    }
  }

  private mutating func applyToField(
    _ command: PageCommand,
    columns: Int
  ) -> TextEditor.Answer {
    guard fields.indices.contains(focus) else { return .nothing }
    let answer: TextEditor.Answer
    switch fields[focus].content {
    case .text(var editor):
      answer = editor.apply(command, columns: columns)
      fields[focus].content = .text(editor)
    case .choice(var choice):
      answer = .done(choice.apply(command))
      fields[focus].content = .choice(choice)
      if command == .open { _ = moveFocus(by: 1) }
    }
    return answer
  }

  /// Goes to the next or previous field or the submit line; false at the ends.
  private mutating func moveFocus(by step: Int) -> Bool {
    let target = focus + step
    guard target >= 0, target <= fields.count else { return false }
    focus = target
    return true
  }
}

extension FormState.ChoiceState {
  /// Moves among the options or takes one, with the space bar, Enter or its number.
  mutating func apply(_ command: PageCommand) -> Bool {
    switch command {
    case .move(.up) where highlighted > 0: highlighted -= 1
    case .move(.down) where highlighted < count - 1: highlighted += 1
    case .open where count > 0, .edit(.insert(" ")) where count > 0: chosen = highlighted
    case .edit(.insert(let text)):
      guard let number = Int(text), number >= 1, number <= count else { return false }
      highlighted = number - 1
      chosen = highlighted
    case .move, .open, .back, .startFilter, .edit, .nextField, .previousField, .submit:
      return false
    }
    return true
  }
}

extension TextEditor {
  /// What came of a command in a text.
  enum Answer: Equatable {
    case done
    case nothing
    /// Only a part found room; the most characters that the text may have.
    case full(Int)

    static func done(_ isDone: Bool) -> Answer {
      isDone ? .done : .nothing
    }
  }

  /// Does what a command says, where it says something to a text.
  mutating func apply(_ command: PageCommand, columns: Int) -> Answer {
    switch command {
    case .move(let move): .done(apply(move, columns: columns))
    case .edit(let edit): apply(edit)
    case .open: takesLineFeeds ? apply(.newline) : .nothing
    case .back, .startFilter, .nextField, .previousField, .submit: .nothing
    }
  }

  /// Changes the text.
  mutating func apply(_ edit: PageCommand.Edit) -> Answer {
    switch edit {
    case .insert(let text): insert(text) ? .done : .full(limit)
    case .newline where takesLineFeeds: insert("\n") ? .done : .full(limit)
    case .newline: .nothing
    case .backspace: .done(backspace())
    case .delete: .done(delete())
    case .undo: .done(undo())
    }
  }
}
