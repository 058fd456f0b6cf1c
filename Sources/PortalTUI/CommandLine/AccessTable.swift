import PortalCore

/// The rights of everybody as `help access` prints them and `docs/access.md` holds them.
///
/// Each mark is an answer of the gate to a typical case, so that the table cannot say anything else
/// than what holds.
struct AccessTable {
  let phrases: any Phrasebook

  private static let roles: [Role] = [
    .oneself, .parent, .proxy, .guardian, .assignedProxy, .staff,
  ]
  /// What is told apart, and its letter: looking for words goes with reading.
  private static let actions: [(action: Action, letter: String)] = [
    (.read, "R"), (.export, "E"), (.write, "W"), (.resign, "G"),
  ]

  /// One grid a role: sections down, cases across.
  var lines: [String] {
    var lines = ["# \(phrases.accessTitle)", "", phrases.accessExplanation]
    for role in Self.roles {
      let situations = AccessSituation.allCases.filter { $0.role == role }
      lines += ["", "## \(phrases.accessHeading(role))", ""]
      for (number, situation) in situations.enumerated() {
        lines.append("\(number + 1). \(phrases.name(of: situation))")
      }
      lines += ["", row("", situations.indices.map { "\($0 + 1)" })]
      lines.append(row(String(repeating: "-", count: width), situations.map { _ in "----" }))
      for area in Area.allCases {
        lines.append(row(phrases.name(of: area), situations.map { letters($0, area) }))
      }
    }
    return lines + [""] + phrases.accessRules
  }

  /// The same to be heard: each case with what is open to it, sections with the same rights together.
  var spokenLines: [String] {
    var lines = [phrases.accessTitle, "", phrases.accessExplanation]
    for role in Self.roles {
      for situation in AccessSituation.allCases where situation.role == role {
        lines += ["", "\(phrases.accessHeading(role)): \(phrases.name(of: situation))"]
        var known: [String] = []
        for area in Area.allCases {
          let letters = letters(situation, area)
          if known.contains(letters) { continue }
          known.append(letters)
          let areas = Area.allCases.filter { self.letters(situation, $0) == letters }
          let names = areas.map { phrases.name(of: $0) }.joined(separator: ", ")
          lines.append("    \(words(letters)): \(names)")
        }
      }
    }
    return lines + [""] + phrases.accessRules
  }

  private var width: Int { Area.allCases.map { phrases.name(of: $0).count }.max() ?? 0 }

  private func row(_ first: String, _ cells: [String]) -> String {
    let name = first + String(repeating: " ", count: max(0, width - first.count))
    let rest = cells.map { $0 + String(repeating: " ", count: max(0, 4 - $0.count)) }
    return "| " + ([name] + rest).joined(separator: " | ") + " |"
  }

  private func letters(_ situation: AccessSituation, _ area: Area) -> String {
    Self.actions.filter { situation.allows($0.action, in: area) }.map(\.letter).joined()
  }

  private func words(_ letters: String) -> String {
    let words = Self.actions.filter { letters.contains($0.letter) }
      .map { phrases.accessWord($0.action) }
    return words.isEmpty ? phrases.accessNothing : words.joined(separator: ", ")
  }
}
