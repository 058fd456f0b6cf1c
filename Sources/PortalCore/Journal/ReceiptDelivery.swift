/// What one journal owes to a person whose record it is not: a line in that person's own journal.
///
/// Its id comes from the source, the line there and the recipient, so that it may be delivered any
/// number of times, by any process, and stands there once.
struct ReceiptDelivery: Sendable {
  let source: RecordOwner
  /// The line in the source's journal that it is about.
  let sequence: Int
  let recipient: Person.ID
  let content: RecordContent

  /// The id that the receipt has in the recipient's journal.
  ///
  /// That one may act for somebody stands there once for each right, whichever line says it.
  var id: RecordID {
    if case .representation(let right) = content {
      return ReceiptDelivery.id("representation|\(source)|\(right.grant.text)")
    }
    return ReceiptDelivery.id("receipt|\(source)|\(sequence)|\(recipient.text)")
  }

  private static func id(_ text: String) -> RecordID {
    RecordID(bytes: SHA256.digest(Array(text.utf8)).bytes)
  }
}

extension Store {
  /// Puts a receipt in its recipient's journal; nil where it stands there already.
  @discardableResult
  func deliver(_ delivery: ReceiptDelivery) throws(StoreError) -> Receipt? {
    try deliver([delivery], to: delivery.recipient)
  }

  /// Puts receipts in the journal of the one they are all for, as one line; nil where all of them
  /// stand there already.
  ///
  /// Takes the recipient's lock: never to be called under the source's, since two people can owe
  /// each other receipts.
  @discardableResult
  func deliver(
    _ deliveries: [ReceiptDelivery],
    to recipient: Person.ID,
    patience: Int64 = OwnerLock.patienceInMilliseconds
  ) throws(StoreError) -> Receipt? {
    let attribution = Attribution(
      actor: .system,
      subject: .person(recipient),
      basis: Basis(role: .system)
    )
    let journal = try journal(of: recipient)
    // Looked at before: as a rule there is nothing to do, and then nobody's lock is needed for it.
    if try journal.missing(of: deliveries).isEmpty { return nil }
    return try journal.append(attribution, patience: patience) { contents throws(StoreError) in
      try contents.journal.missing(of: deliveries)
    }
  }
}

extension PersonJournal {
  /// Those that do not stand here yet, each once.
  fileprivate func missing(of deliveries: [ReceiptDelivery]) throws(StoreError) -> [Record] {
    var missing: [Record] = []
    for delivery in deliveries {
      let id = delivery.id
      guard try contents.version(of: id) == 0, !missing.contains(where: { $0.id == id }) else {
        continue
      }
      missing.append(Record(id: id, version: 1, content: delivery.content))
    }
    return missing
  }

  /// What the notices owe to others that came with the lines after one, recipient by recipient.
  ///
  /// Costs as much as there are notices.
  func owedReceipts(
    after sequence: Int
  ) throws(StoreError) -> [(recipient: Person.ID, receipts: [ReceiptDelivery])] {
    let source = directory.owner
    var owed: [Person.ID: [ReceiptDelivery]] = [:]
    for listed in try contents.entries(of: [.accessNotice]).reversed()
    where listed.entry.sequence > sequence {
      guard case .accessNotice(let notice) = try contents.record(listed).content else { continue }
      for recipient in notice.copies ?? [] where source != .person(recipient) {
        var told: [RecordContent] = [.accessNotice(notice.copy)]
        if let right = notice.representation, notice.right?.proxy == recipient {
          told.append(.representation(right))
        }
        owed[recipient, default: []] += told.map {
          ReceiptDelivery(
            source: source,
            sequence: listed.entry.sequence,
            recipient: recipient,
            content: $0
          )
        }
      }
    }
    return owed.sorted { $0.key.text < $1.key.text }.map { ($0.key, $0.value) }
  }
}
