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
  var id: RecordID {
    let text = "receipt|\(source)|\(sequence)|\(recipient.text)"
    return RecordID(bytes: SHA256.digest(Array(text.utf8)).bytes)
  }
}

extension Store {
  /// Puts a receipt in its recipient's journal; nil where it stands there already.
  ///
  /// Takes the recipient's lock: never to be called under the source's, since two people can owe
  /// each other receipts.
  @discardableResult
  func deliver(_ delivery: ReceiptDelivery) throws(StoreError) -> Receipt? {
    let attribution = Attribution(
      actor: .system,
      subject: .person(delivery.recipient),
      basis: Basis(role: .system)
    )
    let id = delivery.id
    return try journal(of: delivery.recipient).append(attribution) {
      contents throws(StoreError) in
      if try contents.version(of: id) > 0 { return [] }
      return [Record(id: id, version: 1, content: delivery.content)]
    }
  }
}
