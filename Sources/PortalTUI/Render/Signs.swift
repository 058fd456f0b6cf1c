/// The lines and signs that pages are drawn with, in the characters that the terminal has.
///
/// Never the only bearer of a meaning, never an emoji.
struct Signs: Equatable, Sendable {
  var ellipsis: SafeText
  var horizontal: SafeText
  var vertical: SafeText
  var range: String
  var success: String
  var point: SafeText
  var bandLine: SafeText

  /// For terminals with UTF-8.
  static let unicode = Signs(
    ellipsis: SafeText("…"),
    horizontal: SafeText("─"),
    vertical: SafeText("│"),
    range: "–",
    success: "✓",
    point: SafeText("●"),
    bandLine: SafeText("┄")
  )

  /// For terminals or locales without.
  static let ascii = Signs(
    ellipsis: SafeText("~"),
    horizontal: SafeText("-"),
    vertical: SafeText("|"),
    range: "-",
    success: "+",
    point: SafeText("*"),
    bandLine: SafeText(".")
  )

  /// The sign that goes with the word for a severity.
  func sign(for severity: Notice.Severity) -> String {
    switch severity {
    case .information: "i"
    case .success: success
    case .warning: "!"
    case .danger: "!!"
    }
  }
}

extension CellStyle {
  static let bold = CellStyle(isBold: true)
  static let muted = CellStyle(colour: .muted)

  /// Bold, in the colour of a severity.
  init(_ severity: Notice.Severity) {
    self.init(isBold: true)
    switch severity {
    case .information: colour = .accent
    case .success: colour = .good
    case .warning: colour = .warning
    case .danger: colour = .danger
    }
  }
}
