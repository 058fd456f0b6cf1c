import PortalCore

/// In place of another's record that was closed while it was open: says why, and nothing of it.
struct RefusedScreen: Screen {
  let refusal: RefusalReason
  let phrases: any Phrasebook

  func page() -> Page {
    Page(
      title: phrases.refusedTitle,
      blocks: [
        .notice(Notice(severity: .warning, text: phrases.refusalText(refusal))),
        .paragraph(phrases.refusedExplanation),
      ]
    )
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    []
  }
}
