import PortalCore

/// The prescriptions that are asked for, with what a doctor decides by.
struct DeskPrescriptions {
  private let context: ScreenContext
  private var phrases: any Phrasebook { context.phrases }

  init(_ context: ScreenContext) {
    self.context = context
  }

  func name(_ asked: DeskConversation.AskedRenewal) -> String {
    asked.prescription.content.medication.title ?? phrases.untitled(.prescription)
  }

  func blocks(_ renewals: [DeskConversation.AskedRenewal]) -> [Block] {
    guard !renewals.isEmpty else { return [] }
    return [.heading(phrases.desk(.requested))]
      + renewals.map { asked in .facts(facts(asked)) }
  }

  private func facts(_ asked: DeskConversation.AskedRenewal) -> [Fact] {
    let prescription = asked.prescription.content
    let values = ValueText(phrases)
    let last = asked.dispensings.compactMap(\.content.date).max()
    let rows: [(DeskWord, String?)] = [
      (.dosage, prescription.dosages.isEmpty ? nil : prescription.dosages.joined(separator: "; ")),
      (.quantity, prescription.quantity.flatMap(values.text)),
      (.repeats, prescription.repeatsAllowed.map(String.init)),
      (.validUntil, prescription.validity.end.map(phrases.text)),
      (.lastDispensed, last.map(phrases.text) ?? phrases.desk(.never)),
      (.prescriptionGroup, prescription.group?.title),
    ]
    let state = phrases.renewalState(asked.renewal.state)
    return [Fact(label: name(asked), value: state)]
      + rows.compactMap { word, value in
        value.map { Fact(label: phrases.desk(word), value: $0) }
      }
  }
}
