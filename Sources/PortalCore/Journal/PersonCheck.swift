/// Checks everything of one person: both chains, every payload, every blob, the anchors.
///
/// Reads only, and takes no lock: others may write meanwhile.
struct PersonCheck {
  private let store: Store
  private let id: Person.ID
  /// Lines that must be in the journal, since something else in the store names them.
  private let anchors: [JournalAnchor]
  private(set) var findings = CheckFindings()
  /// Accepted lines of the journal, the header among them.
  private(set) var lines = 0
  /// Every message in the accepted part once, in the order in which they first appear.
  private(set) var messages: [RecordID] = []
  private var namedBlobs: Set<String> = []
  /// Sizes of the blobs that are what their names say, and those that are not.
  private var blobSizes: [String: Int?] = [:]
  /// What lines hold, and the originals, that are not what they were: told where no repair further
  /// on has given them up.
  private var brokenContents: [(line: Int, error: StoreError)] = []
  private var brokenBlobs: [(name: String, error: StoreError)] = []
  /// What erasures have declared, and whether any line that they list stands as it was.
  private var erasures: Erasures
  private var isErasureUnfinished = false

  init(
    store: Store,
    id: Person.ID,
    anchors: [JournalAnchor] = [],
    erasures: Erasures = Erasures()
  ) {
    self.store = store
    self.id = id
    self.anchors = anchors
    self.erasures = erasures
  }

  /// Throws only where there is no such person.
  mutating func run() throws(StoreError) {
    // An erasure is known at its end only, and may come while everything is looked at.
    for _ in 0..<4 {
      guard let new = try look() else { return }
      self = PersonCheck(store: store, id: id, anchors: anchors, erasures: new)
    }
    _ = try look()
  }

  /// Looks at everything; returns what erasures have declared where that was not known before.
  private mutating func look() throws(StoreError) -> Erasures? {
    let directory = try store.personDirectory(id)
    checkNames(in: directory)
    // The log before the journal: a head that it holds is in the journal by then.
    let before = findings.problems
    let log = openLog()
    var new: Erasures?
    if let journal = openJournal() {
      checkLines(of: journal, BlobStore(directory, surroundings: store.surroundings), log)
      new = newErasures(in: journal)
    } else if log.map({ $0.count == 0 }) ?? true, isMissing(PersonJournal.fileName) {
      // Died while it was being made: the journal comes last, and before anybody is sent here.
      findings.problems = before
      findings.remarks.append(.emptyRecord)
    }
    checkBlobs(in: directory)
    return new
  }

  private func newErasures(in journal: ChainedLog) -> Erasures? {
    if !findings.problems.isEmpty { _ = try? journal.refresh() }
    let declared = journal.scan.erasures
    return declared.allSatisfy { erasures.knows($0.hash) } ? nil : Erasures(declared)
  }

  private func isMissing(_ file: String) -> Bool {
    findings.problems.contains(.missingFile(file))
  }

  private mutating func checkNames(in directory: OwnerDirectory) {
    let check = DirectoryCheck(fileSystem: store.surroundings.fileSystem, prefix: "")
    let found = check.names(in: directory.descriptor, &findings) { name in
      switch name {
      case PersonJournal.fileName, AccessLog.fileName, "lock", SignInState.fileName,
        IndexFile.journalName, IndexFile.accessName:
        .file
      case "blobs", "drafts", "quarantine": .directory
      default: .nothing
      }
    }
    if found.contains(SignInState.fileName) { checkSignIn() }
    if found.contains("drafts"),
      let drafts = try? directory.openDirectoryIfThere("drafts")
    {
      let check = DirectoryCheck(
        fileSystem: store.surroundings.fileSystem,
        prefix: "drafts/"
      )
      _ = check.names(in: drafts, &findings) { RecordID($0) == nil ? .nothing : .file }
    }
  }

  private mutating func checkSignIn() {
    do throws(StoreError) {
      _ = try store.signInPlace(of: id)?.read()
    } catch {
      if case .damagedSettings = error {
        findings.problems.append(.damagedFile(SignInState.fileName))
      } else {
        findings.add(error, of: SignInState.fileName)
      }
    }
  }

  private mutating func openLog() -> AccessLog? {
    do throws(StoreError) {
      let log = try store.accessLog(of: id, isWhole: true)
      if let damage = log.damage { findings.problems.append(.damage(damage)) }
      findings.add(log.findings, of: AccessLog.fileName)
      findings.remarks += log.repairs.map { .repaired(file: AccessLog.fileName, $0) }
      return log
    } catch {
      findings.add(error, of: AccessLog.fileName)
      return nil
    }
  }

  private mutating func openJournal() -> ChainedLog? {
    do throws(StoreError) {
      return try store.journalLog(of: id)
    } catch {
      findings.add(error, of: PersonJournal.fileName)
      return nil
    }
  }

  /// Reads every line, also behind one that is broken inside, and holds none of them longer than
  /// it must; finds out on the way whether the heads that the log knows are among them.
  private mutating func checkLines(
    of journal: ChainedLog,
    _ blobs: BlobStore,
    _ log: AccessLog?
  ) {
    var missing = knownHeads(log)
    var lost = Set(anchors)
    let named = Dictionary(grouping: lost, by: \.sequence)
    do throws(StoreError) {
      var hasMore = true
      var seen: Set<RecordID> = []
      while hasMore {
        hasMore = try journal.readSome()
        for line in journal.scan.lines(from: lines) {
          missing.remove(line.chainPlace)
          for anchor in named[line.sequence] ?? [] where line.isNamed(by: anchor) {
            lost.remove(anchor)
          }
          check(line, journal, blobs, &seen)
        }
        lines = journal.scan.lineCount
        journal.forgetLines()
      }
    } catch {
      findings.add(error, of: PersonJournal.fileName)
    }
    namedBlobs.formUnion(erasures.blobs())
    if let directory = try? store.personDirectory(id),
      erasures.hasSuperseded(in: directory, store.surroundings.fileSystem)
    {
      isErasureUnfinished = true
      namedBlobs.formUnion(erasures.supersededBlobs())
    }
    if isErasureUnfinished {
      findings.remarks.append(.unfinishedErasure(file: PersonJournal.fileName))
    }
    let repairs = journal.scan.repairs.map(\.repair)
    addBroken(givenUpIn: repairs)
    findings.add(journal.scan.findings, of: PersonJournal.fileName)
    if let damage = journal.scan.damage {
      // Of a chain that is broken anyhow nobody expects the heads behind that place.
      findings.problems.append(.damage(damage))
    } else {
      if lines == 1 { findings.remarks.append(.emptyRecord) }
      checkAnchors(log, missing, lost, givenUp: Set(repairs.flatMap(\.givenUp)))
    }
  }

  private mutating func addBroken(givenUpIn repairs: [JournalRepair]) {
    findings.remarks += repairs.map { .repaired(file: PersonJournal.fileName, $0) }
    let lines = Set(repairs.flatMap(\.lostContents))
    for (line, error) in brokenContents {
      if case .damaged = error, lines.contains(line) { continue }
      findings.add(error, of: PersonJournal.fileName)
    }
    let blobs = Set(repairs.flatMap(\.lostBlobs))
    for (name, error) in brokenBlobs where !blobs.contains(name) {
      findings.add(error, of: "blobs/\(name)")
    }
  }

  private mutating func check(
    _ line: LineHead,
    _ journal: ChainedLog,
    _ blobs: BlobStore,
    _ seen: inout Set<RecordID>
  ) {
    if line.isLost { return }
    do {
      try content(of: line, journal, blobs)?.readEach { record, _ throws(ReadFailure) in
        if record.kind == .message, seen.insert(record.id).inserted { messages.append(record.id) }
        for slice in record.blobSlices { check(slice, blobs) }
      }
    } catch let error as StoreError {
      brokenContents.append((line.sequence, error))
    } catch ReadFailure.store(let error) {
      brokenContents.append((line.sequence, error))
    } catch {
      preconditionFailure("no index is asked here")
    }
  }

  /// What a line holds; nil where all of it was erased.
  private mutating func content(
    of line: LineHead,
    _ journal: ChainedLog,
    _ blobs: BlobStore
  ) throws(StoreError) -> LineContent? {
    if erasures.lists(line.sequence) {
      if !line.isErased { isErasureUnfinished = true }
      return try erasures.content(of: line, blobs)
    }
    if case .inBlob(let name) = line.touches { namedBlobs.insert(name) }
    return try LineContent(of: line, journal, blobs)
  }

  /// Every head that the access log knows.
  private func knownHeads(_ log: AccessLog?) -> Set<ChainPlace> {
    Set(((try? log?.allLines()) ?? []).compactMap(\.anchor))
  }

  /// An original: a part of a blob that is what its name says.
  private mutating func check(_ source: BlobSlice, _ blobs: BlobStore) {
    namedBlobs.insert(source.blob)
    if blobSizes[source.blob] == nil {
      do throws(StoreError) {
        blobSizes[source.blob] = .some(try blobs.read(source.blob).count)
      } catch {
        blobSizes[source.blob] = .some(nil)
        brokenBlobs.append((source.blob, error))
      }
    }
    guard case .some(.some(let size)) = blobSizes[source.blob],
      source.offset < 0 || source.length < 0 || source.offset > size
        || source.length > size - source.offset
    else { return }
    let damage = Damage(
      kind: .brokenBlob,
      file: "blobs/\(source.blob)",
      line: nil,
      offset: source.offset
    )
    findings.problems.append(.damage(damage))
  }

  /// What the log knows first; what the rest of the store knows where that is all there.
  private mutating func checkAnchors(
    _ log: AccessLog?,
    _ missing: Set<ChainPlace>,
    _ lost: Set<JournalAnchor>,
    givenUp: Set<JournalRepair.Head>
  ) {
    let excused = Set(givenUp.map(\.anchor.shortened))
    var broken = anchors.first { lost.contains($0) && !excused.contains($0.shortened) }
      .map { Damage(lostLine: $0) }
    do throws(StoreError) {
      let own = try log?.firstBrokenAnchor(
        givenUp: givenUp,
        isKnown: { !missing.contains($0) }
      )
      if let own { broken = own }
    } catch {
      findings.add(error, of: AccessLog.fileName)
    }
    if let broken { findings.problems.append(.damage(broken)) }
  }

  private mutating func checkBlobs(in directory: OwnerDirectory) {
    guard let folder = try? directory.openDirectoryIfThere("blobs") else { return }
    let check = DirectoryCheck(
      fileSystem: store.surroundings.fileSystem,
      prefix: "blobs/"
    )
    let found = check.names(in: folder, &findings) { name in
      Digest(hexadecimal: Array(name.utf8)[...]) == nil ? .nothing : .file
    }
    findings.remarks += found.filter { !namedBlobs.contains($0) }.map {
      .orphanBlob(file: "blobs/\($0)")
    }
  }
}
