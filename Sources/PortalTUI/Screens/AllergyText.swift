import PortalCore

/// How an allergy is told: how serious, what kind, what happened.
struct AllergyText {
  private let allergy: Allergy

  init(_ allergy: Allergy) {
    self.allergy = allergy
  }

  /// All ranks, the most pressing first.
  static let ranks = 0...3

  /// 0 for what may be life-threatening, 1 for other allergies that hold, 2 for earlier ones,
  /// 3 for those that turned out to be none.
  var rank: Int {
    if isRefuted { return 3 }
    switch allergy.clinicalStatus.flatMap(ClinicalStatus.init) {
    case .inactive, .remission, .resolved: return 2
    case .active, .recurrence, .relapse, nil: return isSerious ? 0 : 1
    }
  }

  /// Whether a next reaction may be life-threatening, or one has been severe.
  var isSerious: Bool {
    guard !isRefuted else { return false }
    return allergy.criticality == Criticality.high.rawValue
      || allergy.reactions.contains { $0.severity == ReactionSeverity.severe.rawValue }
  }

  private var isRefuted: Bool {
    allergy.verificationStatus == VerificationStatus.refuted.rawValue
  }

  /// What has happened, in a line; nil where that is not known.
  var manifestations: String? {
    let titles = allergy.reactions.flatMap(\.manifestations).compactMap(\.title)
    return titles.isEmpty ? nil : titles.joined(separator: ", ")
  }

  /// Whether it still holds; nil where that is not said.
  func status(_ phrases: any Phrasebook) -> String? {
    isRefuted ? phrases.name(of: .refuted) : allergy.clinicalStatus.map(phrases.clinicalStatus)
  }

  /// What kind of reaction and to what: "Allergy (food, medicine)".
  func kind(_ phrases: any Phrasebook) -> String {
    let type = allergy.type.map(phrases.allergyType) ?? phrases.name(of: .allergy)
    let categories = allergy.categories.map(phrases.allergyCategory)
    return categories.isEmpty ? type : "\(type) (\(categories.joined(separator: ", ")))"
  }

  /// One reaction in a line.
  static func text(_ reaction: Allergy.Reaction, _ phrases: any Phrasebook) -> String {
    let what = reaction.manifestations.compactMap(\.title).joined(separator: ", ")
    let parts = [
      what, reaction.text ?? "", reaction.severity.map(phrases.reactionSeverity) ?? "",
      reaction.substance?.title ?? "", reaction.onset.map(phrases.text) ?? "",
    ]
    let text = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    return text.isEmpty ? phrases.sentence(.reactionWithoutWords) : text
  }
}

extension RecordPages {
  /// An allergy or another bad reaction.
  func blocks(of allergy: Allergy) -> [Block] {
    if let statement = AbsentStatement(allergy.code) { return absence(statement) }
    let reactions = allergy.reactions.map { AllergyText.text($0, phrases) }
    let blocks = facts([
      (.kind, AllergyText(allergy).kind(phrases)),
      (.criticality, allergy.criticality.map(phrases.criticality)),
      (.reactions, lines(reactions)),
      (.status, allergy.clinicalStatus.map(phrases.clinicalStatus)),
      (.certainty, allergy.verificationStatus.map(phrases.verificationStatus)),
      (.onset, date(allergy.onset, allergy.onsetText)),
      (.lastOccurrence, allergy.lastOccurrence.map(phrases.text)),
      (.recorded, allergy.recorded.map(phrases.text)),
      (.recorder, context.name(of: allergy.recorder)),
      (.code, CodeText.text(allergy.code)),
    ])
    return blocks + section(.comment, allergy.notes)
  }

  /// A diagnosis, a problem, something that was found.
  func blocks(of condition: HealthCondition) -> [Block] {
    if let statement = AbsentStatement(condition.code) { return absence(statement) }
    let blocks = facts([
      (.status, condition.clinicalStatus.map(phrases.clinicalStatus)),
      (.certainty, condition.verificationStatus.map(phrases.verificationStatus)),
      (.severity, condition.severity?.title),
      (.onset, date(condition.onset, condition.onsetText)),
      (.abatement, date(condition.abatement, condition.abatementText)),
      (.bodySite, titles(condition.bodySites)),
      (.category, titles(condition.categories)),
      (.recorded, condition.recorded.map(phrases.text)),
      (.recorder, context.name(of: condition.recorder)),
      (.code, CodeText.text(condition.code)),
    ])
    return blocks + section(.comment, condition.notes)
  }

  /// Says that a record stands for there being nothing.
  private func absence(_ statement: AbsentStatement) -> [Block] {
    [.paragraph(phrases.statement(statement)), .paragraph(phrases.sentence(.statementExplanation))]
  }
}
