/// Mends one chained file of an owner, in memory: from its bytes to bytes that open.
///
/// What is made is read by the store's own reader before anything is written.
struct FileRepair {
  let file: JournalRepair.File
  let identity: LogHeader
  let owner: RecordOwner
  let surroundings: Surroundings
  /// The file as it stands; nil where it is gone.
  let bytes: [UInt8]?
  let plan: RepairPlan
  /// The file as the reader sees it; what it cannot read as its own is damage.
  let scan: LogScan
  /// What the repairs in the kept lines have declared before.
  let earlier: [JournalRepair]
  /// What the erasures among them have declared.
  let erasures: Erasures

  init(
    _ file: JournalRepair.File,
    identity: LogHeader,
    owner: RecordOwner,
    bytes: [UInt8]?,
    backup: [UInt8]?,
    surroundings: Surroundings
  ) {
    self.file = file
    self.identity = identity
    self.owner = owner
    self.bytes = bytes
    self.surroundings = surroundings
    var found = LogSalvage.lines(in: bytes ?? [])
    found += LogSalvage.lines(in: backup ?? []).filter { $0.isContentWhole || $0.isErased }.map {
      line in
      var line = line
      line.isFromBackup = true
      return line
    }
    var plan = RepairPlan(found) { FileRepair.isOwn($0, file, identity, owner) }
    let isEmpty = plan.lines.isEmpty && file != .accessLog
    if plan.header == nil, !isEmpty, let header = FileRepair.header(identity, surroundings) {
      plan.insert(header: header)
    }
    let erasures = Erasures(
      plan.lines.compactMap { ErasureDeclaration($0.head, payload: $0.payload) }
    )
    // A backup from before an erasure must not bring back what was erased.
    plan.erase(erasures.lists)
    self.erasures = erasures
    self.plan = plan
    scan = LogScan(reading: bytes ?? [], of: file)
    earlier = plan.lines.compactMap {
      RepairDeclaration($0.head, payload: $0.payload)?.repair
    }
  }

  /// Whether anything of the file can be kept.
  var isPossible: Bool { !plan.lines.isEmpty }

  /// Whether the reader does not see what can be proven.
  var isBroken: Bool {
    scan.damage != nil || scan.header.map { !FileRepair.isOwn($0, identity) } != false
      || !scan.lines.lazy.filter { !$0.isLost }.map(\.hash).elementsEqual(
        plan.lines.map(\.head.hash)
      )
      || plan.lines.contains(where: \.isFromBackup)
  }

  /// What the repair will say of the lines: gaps and contents that nobody has declared yet.
  func description(lostContents: [Int]) -> JournalRepair {
    var repair = JournalRepair(file: file, repaired: surroundings.clock.now())
    repair.keptLines = plan.lines.count
    repair.restoredLines = plan.lines.count(where: \.isFromBackup)
    repair.isHeaderNew = plan.lines.first?.isNew ?? false
    let gaps = Set(earlier.flatMap(\.gaps))
    repair.gaps = plan.gaps.filter { !gaps.contains($0) }
    let contents = Set(earlier.flatMap(\.lostContents))
    repair.lostContents = lostContents.filter { !contents.contains($0) }
    return repair
  }

  /// The bytes of the mended file, with the lines that say what was done; nil where the reader
  /// would not take them.
  ///
  /// Where the lines stand in their order, what is there stays byte for byte, also what is broken.
  func mended(_ repairs: [JournalRepair]) -> [UInt8]? {
    var (added, hashes): ([UInt8], [Digest]) = ([], [])
    var last = plan.lines.last?.head
    for repair in repairs {
      let line = line(repair, after: last)
      added += line.bytes
      hashes.append(line.hash)
      last = HeadParser.parse(line.bytes[...], base: 0)
    }
    let expected = plan.lines.map(\.head.hash) + hashes
    if let bytes, !plan.lines.contains(where: { $0.isFromBackup || $0.isNew }) {
      let inPlace = bytes + closing(bytes) + added
      if isReadable(inPlace, expected) { return inPlace }
    }
    let rebuilt = plan.lines.flatMap { $0.bytes + [0x0A] } + added
    return isReadable(rebuilt, expected) ? rebuilt : nil
  }

  /// What ends a last line that was cut short, as a writer would.
  private func closing(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.last == 0x0A { return [] }
    return plan.lines.last?.head.end == bytes.count ? [0x0A] : [0x18, 0x0A]
  }

  private func isReadable(_ bytes: [UInt8], _ expected: [Digest]) -> Bool {
    let scan = LogScan(reading: bytes, of: file)
    return scan.damage == nil
      && scan.lines.lazy.filter { !$0.isLost }.map(\.hash).elementsEqual(expected)
  }
}

// MARK: - Lines

extension FileRepair {
  private struct Put: Encodable {
    var put: [Record]
  }

  private struct AccessPut: Encodable {
    var put: [AccessLogEntry]
    var repair: JournalRepair
  }

  private struct PracticePut: Encodable {
    var put: [PracticeRecord] = []
    var repair: JournalRepair
  }

  private func line(
    _ repair: JournalRepair,
    after last: LineHead?
  ) -> DraftedLine {
    let id = RecordID(bytes: surroundings.randomness.bytes(17))
    let salt = surroundings.randomness.bytes(16)
    let payload =
      switch file {
      case .journal:
        LineDraft.payload(
          Put(put: [Record(id: id, version: 1, content: .repair(repair))]),
          salt: salt
        )
      case .accessLog:
        LineDraft.payload(AccessPut(put: [FileRepair.entry], repair: repair), salt: salt)
      case .practice:
        LineDraft.payload(PracticePut(repair: repair), salt: salt)
      }
    return LineDraft(
      time: surroundings.clock.now(),
      attribution: attribution,
      touches: .listed([Touch(kind: RepairDeclaration.kind, id: id.text, version: 1)]),
      payload: payload
    ).line(sequence: (last?.sequence ?? -1) + 1, previous: last?.hash ?? .zero)
  }

  private var attribution: Attribution {
    switch owner {
    case .person(let id):
      Attribution(actor: .system, subject: .person(id), basis: Basis(role: .importer))
    case .practice:
      Attribution(actor: .system, subject: .system, basis: Basis(role: .system))
    }
  }

  /// Names no head: the journal may not be mended yet.
  private static let entry = AccessLogEntry(
    event: .repair,
    area: nil,
    journalSequence: 0,
    journalHash: Digest.zero.hexadecimal
  )

  private static func header(
    _ identity: LogHeader,
    _ surroundings: Surroundings
  ) -> LogSalvage.Line? {
    let made = LineDraft.header(
      identity,
      time: surroundings.clock.now(),
      salt: surroundings.randomness.bytes(16)
    )
    return LogSalvage.made(made.bytes.dropLast())
  }

  private static func isOwn(_ header: LogHeader, _ identity: LogHeader) -> Bool {
    header.kind == identity.kind && header.owner == identity.owner
      && header.store == identity.store
  }

  /// Whether a line can be one of this file's: a header by what it says, another by whom it is
  /// about, and by whether it changes records; one of a practice's by their kinds, since it does
  /// not say which practice it is about.
  private static func isOwn(
    _ head: LineHead,
    _ file: JournalRepair.File,
    _ identity: LogHeader,
    _ owner: RecordOwner
  ) -> Bool {
    if let header = head.header { return isOwn(header, identity) }
    let isRepair = RepairDeclaration.isOne(head)
    switch owner {
    case .person(let id):
      guard head.attribution?.subject == .person(id) else { return false }
    case .practice:
      guard case .listed(let touches) = head.touches else { return false }
      return isRepair
        || !touches.isEmpty
          && touches.allSatisfy { PracticeContent.Kind(rawValue: $0.kind) != nil }
    }
    return isRepair || (head.touches == .listed([])) == (file == .accessLog)
  }
}

extension LogScan {
  /// A whole file at once.
  init(reading bytes: [UInt8], of file: JournalRepair.File) {
    self.init(file: file.fileName)
    _ = read(bytes)
  }
}
