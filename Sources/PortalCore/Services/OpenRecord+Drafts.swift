/// What somebody has typed and not sent, and what they have read: theirs alone, and no part of the record.
extension OpenRecord {
  func draft<Content: Decodable>(
    _ type: Content.Type,
    _ name: RecordID,
    in area: Area
  ) throws(ServiceError) -> Content? {
    try allow(.write, in: area)
    // What somebody has not sent is theirs alone, also where it is looked at what they would see.
    if isPreview { return nil }
    return drafts.read(type, name)
  }

  func keep(_ draft: some Encodable, as name: RecordID, in area: Area) throws(ServiceError) {
    try allow(.write, in: area)
    if isPreview { throw .proxy(.onlyPreview) }
    try serving { () throws(StoreError) in try drafts.write(draft, as: name) }
  }

  func removeDraft(_ name: RecordID) throws(ServiceError) {
    if isPreview { throw .proxy(.onlyPreview) }
    try serving { () throws(StoreError) in try drafts.remove(name) }
  }
}
