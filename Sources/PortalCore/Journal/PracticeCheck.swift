/// Checks the practices of a store: chains, payloads, queues; and the markers of what is pending.
///
/// Gathers what the queues and markers know of people's journals: heads that must be in them.
struct PracticeCheck {
  private let store: Store
  private(set) var findings = CheckFindings()
  private(set) var anchors: [Person.ID: [JournalAnchor]] = [:]
  private var readsJournals = true

  private var fileSystem: any FileSystem { store.surroundings.fileSystem }

  init(store: Store) {
    self.store = store
  }

  /// Finds out what the queues and markers know of people's journals, and reads nothing else.
  mutating func gatherAnchors() {
    readsJournals = false
    checkPractices()
    checkPending()
  }

  mutating func checkPractices() {
    let top = Store.practicesName
    guard let folder = try? fileSystem.openDirectory(top, in: store.root) else { return }
    for first in names(in: folder, "\(top)/", { $0.utf8.count == 2 ? .directory : .nothing }) {
      guard let outer = try? fileSystem.openDirectory(first, in: folder) else { continue }
      let found = names(in: outer, "\(top)/\(first)/") { name in
        Practice.ID(name)?.folder == first ? .directory : .nothing
      }
      for id in found.compactMap({ Practice.ID($0) }) {
        do throws(StoreError) {
          guard let directory = try store.practiceDirectory(id) else { continue }
          check(directory, id, "\(top)/\(first)/\(id.text)/")
        } catch {
          findings.add(error, of: "\(top)/\(first)/\(id.text)")
        }
      }
    }
  }

  /// Checks one practice; throws `noSuchRecord` where there is none.
  mutating func check(_ id: Practice.ID) throws(StoreError) {
    guard let directory = try store.practiceDirectory(id) else { throw .noSuchRecord }
    check(directory, id, "\(Store.practicesName)/\(id.folder)/\(id.text)/")
  }

  private mutating func check(_ directory: OwnerDirectory, _ id: Practice.ID, _ path: String) {
    let found = names(in: directory.descriptor, path) { name in
      switch name {
      case PracticeJournal.fileName, "lock", PracticeQueueStore.incompleteName: .file
      case PracticeQueueStore.name, "quarantine": .directory
      default: .nothing
      }
    }
    // Died while it was being made: the journal comes last, and a queue entry after it.
    if found.contains(PracticeJournal.fileName), readsJournals { checkJournal(id, path) }
    if found.contains(PracticeQueueStore.incompleteName) {
      findings.remarks.append(.undelivered(file: path + PracticeQueueStore.incompleteName))
    }
    if found.contains(PracticeQueueStore.name) { checkQueue(directory, path) }
  }

  private mutating func checkJournal(_ id: Practice.ID, _ path: String) {
    let file = path + PracticeJournal.fileName
    do throws(StoreError) {
      let journal = try store.practiceJournal(id)
      if let damage = journal.chainDamage { findings.problems.append(.damage(damage.named(file))) }
      findings.add(journal.findings, of: file)
      findings.remarks += journal.repairs.map { .repaired(file: file, $0) }
      let givenUp = Set(journal.repairs.flatMap(\.lostContents))
      for line in journal.lines {
        do throws(StoreError) {
          _ = try journal.records(in: line)
        } catch {
          if case .damaged = error, givenUp.contains(line.sequence) { continue }
          add(error, of: file)
        }
      }
    } catch {
      add(error, of: file)
    }
  }

  private mutating func add(_ error: StoreError, of file: String) {
    if case .damaged(let damage) = error {
      findings.problems.append(.damage(damage.named(file)))
    } else {
      findings.add(error, of: file)
    }
  }

  private mutating func checkQueue(_ directory: OwnerDirectory, _ path: String) {
    let folder = path + PracticeQueueStore.name + "/"
    guard let queue = try? directory.openDirectoryIfThere(PracticeQueueStore.name) else { return }
    let found = names(in: queue, folder) { PracticeQueue.Part($0) == nil ? .nothing : .file }
    let files = PracticeQueueStore(directory, surroundings: store.surroundings)
    for part in found.compactMap({ PracticeQueue.Part($0) }) {
      let file = folder + part.name
      do throws(StoreError) {
        if try !isThere(part.person) {
          findings.problems.append(.recordOfNobody(file: file))
        } else if let queue = try files.read(part) {
          anchors[part.person, default: []] += queue.anchors
        } else {
          // Derived: whoever needs it makes it anew.
          findings.remarks.append(.damagedDerived(file: file))
        }
      } catch {
        findings.add(error, of: file)
      }
    }
  }

  mutating func checkPending() {
    let path = PendingMarker.folderName + "/"
    guard
      let folder = try? fileSystem.openDirectory(PendingMarker.folderName, in: store.root)
    else { return }
    let found = names(in: folder, path) { PendingMarker.Name($0) == nil ? .nothing : .file }
    for name in found.compactMap({ PendingMarker.Name($0) }) {
      let file = path + name.text
      do throws(StoreError) {
        if try !isThere(name.person) {
          findings.problems.append(.recordOfNobody(file: file))
        } else if let content = try store.content(of: name) {
          findings.remarks.append(.undelivered(file: file))
          let anchor = JournalAnchor(sequence: content.sequence, hash: content.hash)
          anchors[name.person, default: []].append(anchor)
        } else {
          findings.remarks.append(.damagedDerived(file: file))
        }
      } catch {
        findings.add(error, of: file)
      }
    }
  }

  private func isThere(_ person: Person.ID) throws(StoreError) -> Bool {
    do throws(StoreError) {
      _ = try store.personDirectory(person)
      return true
    } catch {
      if error == .noSuchPerson { return false }
      throw error
    }
  }

  private mutating func names(
    in directory: borrowing FileDescriptor,
    _ prefix: String,
    _ expecting: (String) -> DirectoryCheck.Expectation
  ) -> [String] {
    DirectoryCheck(fileSystem: fileSystem, prefix: prefix)
      .names(in: directory, &findings, expecting: expecting)
  }
}

extension Damage {
  /// The same in a file that is named from the data directory on.
  fileprivate func named(_ file: String) -> Damage {
    Damage(kind: kind, file: file, line: line, offset: offset)
  }
}
