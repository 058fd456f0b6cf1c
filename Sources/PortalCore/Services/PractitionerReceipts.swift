/// What a person is told in their inbox of a change of general practitioner; derived, never written.
package struct PractitionerReceipt: Hashable, Sendable {
  package enum Event: Hashable, Sendable {
    /// The person asked for it.
    case changed
    /// A place came free on the list they waited on.
    case joined
    case undone
  }

  package let event: Event
  package let time: Instant
  /// The change's id: of one that was undone there are two receipts.
  package let id: RecordID
  package let change: GeneralPractitionerChange
}

extension OpenRecord {
  /// A receipt for each change and each undoing, the newest first; none where they may not be seen.
  ///
  /// Not noted as reading the section.
  package func practitionerReceipts() throws(ServiceError) -> [PractitionerReceipt] {
    do throws(ServiceError) {
      return try look(in: .overview, isNoted: false) { contents, visibility throws(StoreError) in
        var receipts: [PractitionerReceipt] = []
        for listed in try contents.entries(of: [.practitionerChange])
        where visibility.sees(listed.entry) {
          guard case .practitionerChange(let change) = try contents.record(listed).content else {
            continue
          }
          let id = listed.entry.id
          let event: PractitionerReceipt.Event =
            change.ground == .waitingList ? .joined : .changed
          receipts.append(
            PractitionerReceipt(event: event, time: change.requested, id: id, change: change)
          )
          guard let undone = change.undone else { continue }
          receipts.append(
            PractitionerReceipt(event: .undone, time: undone, id: id, change: change)
          )
        }
        return receipts.sorted { ($0.time, $0.id) > ($1.time, $1.id) }
      }
    } catch {
      if case .refused = error { return [] }
      throw error
    }
  }
}
