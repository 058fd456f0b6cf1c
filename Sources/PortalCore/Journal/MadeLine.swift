/// A line that is to be written, and where its records stand in it.
struct MadeLine {
  let draft: LineDraft
  private let records: [Record]
  /// The value of `changes`, or the content of the blob that stands for it.
  private let content: [UInt8]
  /// Where each record stands in that.
  private let places: [Range<Int>]
  /// The blob's name; nil where there is none.
  private let blob: String?

  /// The change where it is in a blob.
  private struct BlobName: Encodable {
    let blob: String
  }

  /// Stores the blob, where there is to be one, durably.
  init(
    _ records: [Record],
    _ attribution: Attribution,
    _ blobs: BlobStore,
    _ surroundings: Surroundings
  ) throws(StoreError) {
    let salt = surroundings.randomness.bytes(16)
    let touches = records.map(Touch.init)
    let start = Array("{\"salt\":\"\(Digest.hexadecimal(salt))\",".utf8)
    var listed = Array("\"touches\":".utf8)
    LineDraft.append(.listed(touches), to: &listed)
    listed.append(UInt8(ascii: ","))
    // Made once and in place: the records of an import are megabytes.
    var (bytes, places, depth) = JSONStreamEncoder.encodeEach(
      records,
      after: start + "\"put\":".utf8
    )
    bytes.append(UInt8(ascii: "}"))
    // What our own reader would refuse (too deep, too large) would close the record for good.
    let limits = JSONLimits.store
    guard depth < limits.depth, bytes.count + listed.count <= limits.documentBytes else {
      throw .notSaved(
        SystemError(call: .write, name: PersonJournal.fileName, code: SystemError.invalid)
      )
    }
    let payload: [UInt8]
    let named: Touches
    if bytes.count + listed.count <= BlobStore.inlineLimitInBytes {
      (named, payload, blob) = (.listed(touches), bytes, nil)
    } else {
      bytes.insert(contentsOf: listed, at: start.count)
      places = places.map { ($0.lowerBound + listed.count)..<($0.upperBound + listed.count) }
      let name = try blobs.store(bytes)
      (named, payload) = (.inBlob(name), LineDraft.payload(BlobName(blob: name), salt: salt))
      blob = name
    }
    (self.records, self.content, self.places) = (records, bytes, places)
    draft = LineDraft(
      time: surroundings.clock.now(),
      attribution: attribution,
      touches: named,
      payload: payload
    )
  }

  /// Calls `body` with each record and where it stands, now that the line does.
  func readEach(
    in line: LineHead,
    _ body: (Record, Entry.Found) throws(ReadFailure) -> Void
  ) throws(ReadFailure) {
    let start = blob == nil ? line.payloadOffset : 0
    for (record, range) in zip(records, places) {
      let place = Entry.Place(blob: blob, offset: start + range.lowerBound, length: range.count)
      try body(record, Entry.Found(content[range], place, line))
    }
  }
}
