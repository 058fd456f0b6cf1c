/// The drafts of whoever writes in a record: what somebody writes for the person is theirs alone
/// until it is sent.
struct RecordDrafts {
  private let store: DraftStore
  private let attribution: Attribution

  init(_ store: DraftStore, _ attribution: Attribution) {
    self.store = store
    self.attribution = attribution
  }

  func read<Content: Decodable>(_ type: Content.Type, _ name: RecordID) -> Content? {
    store.read(type, own(name))
  }

  func write(_ draft: some Encodable, as name: RecordID) throws(StoreError) {
    try store.write(draft, as: own(name))
  }

  func bytes(_ name: RecordID) -> [UInt8]? {
    store.bytes(own(name))
  }

  func write(bytes: [UInt8], as name: RecordID) throws(StoreError) {
    try store.write(bytes: bytes, as: own(name))
  }

  func remove(_ name: RecordID) throws(StoreError) {
    try store.remove(own(name))
  }

  private func own(_ name: RecordID) -> RecordID {
    if attribution.actor == attribution.subject { return name }
    let text = "\(attribution.actor)|\(name.text)"
    return RecordID(bytes: SHA256.digest(Array(text.utf8)).bytes)
  }
}
