import PortalCore

/// What changes when a young person grows up: for parent and young person, with the dates.
struct BirthdayLadderScreen: RecordScreen {
  let context: ScreenContext
  var content: Result<[BirthdayStep], ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.birthdayLadderTitle }

  func load() throws(ServiceError) -> [BirthdayStep] {
    try context.record.birthdayLadder() ?? []
  }

  func page(of steps: [BirthdayStep]) -> Page {
    let phrases = context.phrases
    var blocks: [Block] = [.paragraph(phrases.birthdayLadderExplanation)]
    for step in steps {
      blocks.append(
        .heading(phrases.birthday(step.years, on: phrases.day(step.date), isPast: step.isPast))
      )
      blocks.append(.text(phrases.birthdayChanges(step).joined(separator: "\n")))
    }
    return Page(title: title, blocks: blocks)
  }
}
