/// A key that is not text.
///
/// Letters, digits and signs come as `TerminalEvent.text`, so that every language types as it is
/// used to.
enum Key: Hashable, Sendable {
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case insert
  /// Ctrl or Alt with an arrow.
  case wordLeft
  case wordRight
  /// Ctrl+Home and Ctrl+End.
  case textStart
  case textEnd
  /// 1 to 20.
  case function(Int)
  /// A lowercase letter, or one of `@ \ ] ^ _`.
  case control(Character)
  /// What was pressed with Alt (or after Esc within the escape delay).
  case alt(Character)
}
