/// Finds what an erasure takes, and puts aside what its lines hold beside: everything is read, three
/// times over, under the person's lock.
///
/// What is kept stays as it was written, each version in its line. Where the original JSON of what
/// is erased lies in one file with that of something kept, the kept parts are put in a file of their
/// own.
struct ErasurePlan {
  private let selection: ErasureSelection
  private let log: ChainedLog
  private let blobs: BlobStore
  private let surroundings: Surroundings
  private var erasures: Erasures
  /// The lines that the erasure lists.
  private var listed: Set<Int> = []
  /// The originals of what is erased: no line may name them any more.
  private var goneBlobs: Set<String> = []
  /// Where the originals of what is kept are now.
  private var moved: [BlobSlice: BlobSlice] = [:]

  /// No more stretches of lines are listed: the list has to stand in one line.
  private static let mostStretches = 2048
  /// How much is put in one file, more or less.
  private static let partSize = 4 << 20

  init(
    _ selection: ErasureSelection,
    _ log: ChainedLog,
    _ blobs: BlobStore,
    _ surroundings: Surroundings
  ) {
    (self.selection, self.log, self.blobs) = (selection, log, blobs)
    self.surroundings = surroundings
    erasures = Erasures(log.scan.erasures)
  }

  /// What is to be declared, with everything that it names on disk; nil where there is nothing to
  /// erase.
  mutating func erasure(_ reason: Erasure.Reason) throws(StoreError) -> Erasure? {
    try findLines()
    if listed.isEmpty { return nil }
    try moveOriginals()
    let kept = try keep()
    return Erasure(
      reason: reason,
      erased: surroundings.clock.now(),
      lines: stretches,
      kept: kept,
      includesDrafts: selection.includesDrafts
    )
  }

  /// Lines that stay as they are whatever is erased: none holds anything of a person's but who they
  /// are.
  private static func isFixed(_ line: LineHead) -> Bool {
    line.isLost || line.header != nil || RepairDeclaration.isOne(line)
      || ErasureDeclaration.isOne(line)
  }

  private func takes(_ record: Record) -> Bool {
    selection.takes(record.id.text, record.kind)
  }

  // MARK: - Lines

  private mutating func findLines() throws(StoreError) {
    var originals: [Int: Set<String>] = [:]
    let selection = selection
    for line in log.scan.lines where !ErasurePlan.isFixed(line) {
      var (isTaken, gone, kept) = (false, Set<String>(), Set<String>())
      try erasures.forEachRecord(in: line, log, blobs) { record, _ in
        let isGone = selection.takes(record.id.text, record.kind)
        if isGone { isTaken = true }
        guard let blob = record.origin?.source.blob else { return }
        if isGone { gone.insert(blob) } else { kept.insert(blob) }
      }
      if isTaken || isGivenUp(line) { listed.insert(line.sequence) }
      goneBlobs.formUnion(gone)
      if !kept.isEmpty { originals[line.sequence] = kept }
    }
    for (line, blobs) in originals where !blobs.isDisjoint(with: goneBlobs) { listed.insert(line) }
    takeOver()
    joinStretches()
  }

  /// Whether a line that nobody can read any more names what is erased: something of it may still
  /// stand there.
  private func isGivenUp(_ line: LineHead) -> Bool {
    guard case .listed(let touches) = line.touches, log.scan.isContentGivenUp(line.sequence),
      !line.isErased
    else { return false }
    return touches.contains { selection.takes($0.id, RecordKind(rawValue: $0.kind)) }
  }

  /// Where a line was listed before, everything that erasure has kept is put aside anew, so that what
  /// it named need not be kept.
  private mutating func takeOver() {
    var earlier: [Digest: ErasureDeclaration] = [:]
    for line in listed {
      guard let declaration = erasures.declaration(of: line) else { continue }
      earlier[declaration.hash] = declaration
    }
    for declaration in earlier.values {
      for lines in declaration.erasure.lines { listed.formUnion(lines.range) }
    }
  }

  /// Lists lines between others too, where there are too many stretches; they keep all they hold.
  private mutating func joinStretches() {
    var stretches = stretches
    guard stretches.count > ErasurePlan.mostStretches else { return }
    let fixed = Set(log.scan.lines.filter { ErasurePlan.isFixed($0) && !$0.isLost }.map(\.sequence))
    var between: [Range<Int>] = []
    for (one, next) in zip(stretches, stretches.dropFirst()) {
      let lines = one.range.upperBound..<next.first
      if !lines.contains(where: fixed.contains) { between.append(lines) }
    }
    between.sort { $0.count < $1.count }
    for lines in between.prefix(stretches.count - ErasurePlan.mostStretches) {
      listed.formUnion(lines)
    }
    takeOver()
    stretches = self.stretches
  }

  private var stretches: [Erasure.Lines] {
    var stretches: [Erasure.Lines] = []
    for line in listed.sorted() {
      if let last = stretches.last, last.range.upperBound == line {
        stretches[stretches.count - 1].count += 1
      } else {
        stretches.append(Erasure.Lines(first: line, count: 1))
      }
    }
    return stretches
  }

  // MARK: - What is kept

  private var listedLines: [LineHead] {
    log.scan.lines.filter { listed.contains($0.sequence) && !$0.isLost }
  }

  /// Puts the originals of what is kept in files without those of what is erased.
  private mutating func moveOriginals() throws(StoreError) {
    if goneBlobs.isEmpty { return }
    var slices: [String: Set<BlobSlice>] = [:]
    let (selection, gone) = (selection, goneBlobs)
    for line in listedLines {
      try erasures.forEachRecord(in: line, log, blobs) { record, _ in
        guard !selection.takes(record.id.text, record.kind), let source = record.origin?.source,
          gone.contains(source.blob)
        else { return }
        slices[source.blob, default: []].insert(source)
      }
    }
    for (name, slices) in slices.sorted(by: { $0.key < $1.key }) {
      // An original that is broken or gone cannot be shown anyhow.
      guard let bytes = try? blobs.read(name) else { continue }
      var kept: [UInt8] = []
      var places: [(BlobSlice, Int)] = []
      for slice in slices.sorted(by: { ($0.offset, $0.length) < ($1.offset, $1.length) }) {
        guard slice.offset >= 0, slice.length >= 0, slice.offset <= bytes.count,
          slice.length <= bytes.count - slice.offset
        else { continue }
        places.append((slice, kept.count))
        kept += bytes[slice.offset..<(slice.offset + slice.length)]
      }
      if places.isEmpty { continue }
      let new = try blobs.store(kept)
      for (slice, offset) in places {
        moved[slice] = BlobSlice(blob: new, offset: offset, length: slice.length)
      }
    }
  }

  /// Stores what the lines hold that is not erased, in some files.
  private mutating func keep() throws(StoreError) -> [Erasure.Kept] {
    var kept: [Erasure.Kept] = []
    var part = KeptPart()
    for line in listedLines {
      var records: [ArraySlice<UInt8>] = []
      let plan = self
      try erasures.forEachRecord(in: line, log, blobs) { record, bytes in
        if !plan.takes(record) { records.append(plan.movingOriginal(of: record, bytes)) }
      }
      if records.isEmpty { continue }
      part.add(records, of: line.sequence)
      if part.size >= ErasurePlan.partSize {
        kept.append(try store(part))
        part = KeptPart()
      }
    }
    if part.first != nil { kept.append(try store(part)) }
    return kept
  }

  private func store(_ part: KeptPart) throws(StoreError) -> Erasure.Kept {
    let bytes = part.bytes(salt: surroundings.randomness.bytes(16))
    // What our own reader would refuse would close the record for good.
    guard let first = part.first, bytes.count <= JSONLimits.store.documentBytes else {
      throw .notSaved(
        SystemError(call: .write, name: PersonJournal.fileName, code: SystemError.invalid)
      )
    }
    return Erasure.Kept(first: first, blob: try blobs.store(bytes))
  }

  /// A record as it was written, or with where its original is now.
  private func movingOriginal(of record: Record, _ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard var origin = record.origin, goneBlobs.contains(origin.source.blob) else { return bytes }
    let source = moved[origin.source]
    if let source { origin.source = source }
    let new = Record(
      id: record.id,
      version: record.version,
      content: record.content,
      origin: source == nil ? nil : origin,
      labels: record.labels
    )
    return JSONStreamEncoder.encode(new)[...]
  }
}

/// What several lines have kept, as it is put in one file.
private struct KeptPart {
  private(set) var first: Int?
  private var lines: [UInt8] = []

  var size: Int { lines.count }

  mutating func add(_ records: [ArraySlice<UInt8>], of line: Int) {
    if first == nil { first = line } else { lines.append(UInt8(ascii: ",")) }
    lines += "{\"line\":\(line),\"put\":[".utf8
    lines += records.joined(separator: [UInt8(ascii: ",")])
    lines += "]}".utf8
  }

  func bytes(salt: [UInt8]) -> [UInt8] {
    Array("{\"salt\":\"\(Digest.hexadecimal(salt))\",\"kept\":[".utf8) + lines + "]}".utf8
  }
}
