import PortalCore

@testable import PortalTUI

extension Page {
  /// The page as a screen reader hears it, to compare with a literal block.
  func text(_ words: RenderWords = .test) -> String {
    PlainRenderer(words: words).lines(
      self,
      hints: actions.map { KeyHint(key: "*", label: $0.label) }
    )
    .joined(separator: "\n")
  }
}

extension RenderWords {
  /// The same in every language, so that blocks differ only by what screens say.
  static let test = RenderWords(
    of: "/",
    information: "i",
    success: "+",
    warning: "!",
    danger: "!!",
    problem: "x",
    chosen: "x",
    high: "high",
    low: "low",
    filter: "find",
    noMatches: "none",
    more: "more"
  )
}

extension Screen {
  /// The page once it is shown, as text.
  func shownText() -> String {
    var screen = self
    _ = screen.update(.shown)
    return screen.page().text()
  }
}

extension Quantity {
  /// An amount as a file would write it: `"<5"` is an operator and a number.
  static func amount(_ text: String, _ unit: String? = nil) -> Quantity {
    let comparators: [(String, Comparator)] = [
      ("<=", .atMost), (">=", .atLeast), ("<", .lessThan), (">", .greaterThan),
    ]
    for (sign, comparator) in comparators where text.hasPrefix(sign) {
      let value = ExactDecimal(String(text.dropFirst(sign.count)))
      return Quantity(value: value, comparator: comparator, unit: unit)
    }
    return Quantity(value: ExactDecimal(text), unit: unit)
  }
}

extension ReferenceRange {
  static func between(_ low: String?, _ high: String?, _ unit: String? = nil) -> ReferenceRange {
    ReferenceRange(low: low.map { .amount($0, unit) }, high: high.map { .amount($0, unit) })
  }
}
