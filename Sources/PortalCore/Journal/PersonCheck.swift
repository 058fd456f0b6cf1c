/// Checks everything of one person: both chains, every payload, every blob, the anchors.
///
/// Reads only, and takes no lock: others may write meanwhile.
struct PersonCheck {
  private let store: Store
  private let id: Person.ID
  private(set) var findings = CheckFindings()
  /// Accepted lines of the journal, the header among them.
  private(set) var lines = 0
  /// Every message in the accepted part once, in the order in which they first appear.
  private(set) var messages: [RecordID] = []
  private var namedBlobs: Set<String> = []
  /// Sizes of the blobs that are what their names say, and those that are not.
  private var blobSizes: [String: Int?] = [:]

  init(store: Store, id: Person.ID) {
    self.store = store
    self.id = id
  }

  /// Throws only where there is no such person.
  mutating func run() throws(StoreError) {
    let directory = try store.personDirectory(id)
    checkNames(in: directory)
    // The log before the journal: a head that it holds is in the journal by then.
    let before = findings.problems
    let log = openLog()
    if let journal = openJournal() {
      checkLines(of: journal)
      checkAnchors(log, in: journal)
      if journal.lines.count == 1, journal.damage == nil { findings.remarks.append(.emptyRecord) }
    } else if log?.lines.isEmpty != false, isMissing(PersonJournal.fileName) {
      // Died while it was being made: the journal comes last, and before anybody is sent here.
      findings.problems = before
      findings.remarks.append(.emptyRecord)
    }
    checkBlobs(in: directory)
  }

  private func isMissing(_ file: String) -> Bool {
    findings.problems.contains(.missingFile(file))
  }

  private mutating func checkNames(in directory: PersonDirectory) {
    let check = DirectoryCheck(fileSystem: store.surroundings.fileSystem, prefix: "")
    let found = check.names(in: directory.descriptor, &findings) { name in
      switch name {
      case PersonJournal.fileName, AccessLog.fileName, "lock", "sign-in.json", "index": .file
      case "blobs", "drafts", "quarantine": .directory
      default: .nothing
      }
    }
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

  private mutating func openLog() -> AccessLog? {
    do throws(StoreError) {
      let log = try AccessLog(try store.accessLog(of: id), surroundings: store.surroundings)
      if let damage = log.damage { findings.problems.append(.damage(damage)) }
      findings.add(log.findings, of: AccessLog.fileName)
      return log
    } catch {
      findings.add(error, of: AccessLog.fileName)
      return nil
    }
  }

  private mutating func openJournal() -> PersonJournal? {
    do throws(StoreError) {
      let journal = try store.journal(of: id)
      findings.add(journal.findings, of: PersonJournal.fileName)
      return journal
    } catch {
      findings.add(error, of: PersonJournal.fileName)
      return nil
    }
  }

  /// Reads every line, also behind one that is broken inside.
  private mutating func checkLines(of journal: PersonJournal) {
    if let damage = journal.chainDamage { findings.problems.append(.damage(damage)) }
    lines = journal.lines.count
    var seen: Set<RecordID> = []
    for line in journal.lines {
      if case .inBlob(let name) = line.touches { namedBlobs.insert(name) }
      do throws(StoreError) {
        for record in try journal.records(in: line) {
          if record.kind == .message, seen.insert(record.id).inserted { messages.append(record.id) }
          if let source = record.origin?.source { check(source, journal.blobs) }
        }
      } catch {
        findings.add(error, of: PersonJournal.fileName)
      }
    }
  }

  /// An original: a part of a blob that is what its name says.
  private mutating func check(_ source: BlobSlice, _ blobs: BlobStore) {
    namedBlobs.insert(source.blob)
    if blobSizes[source.blob] == nil {
      do throws(StoreError) {
        blobSizes[source.blob] = .some(try blobs.read(source.blob).count)
      } catch {
        blobSizes[source.blob] = .some(nil)
        findings.add(error, of: "blobs/\(source.blob)")
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

  private mutating func checkAnchors(_ log: AccessLog?, in journal: PersonJournal) {
    // Of a chain that is broken anyhow nobody expects the heads behind that place.
    guard journal.chainDamage == nil, let broken = log?.firstBrokenAnchor(in: journal) else {
      return
    }
    findings.problems.append(.damage(broken))
  }

  private mutating func checkBlobs(in directory: PersonDirectory) {
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
