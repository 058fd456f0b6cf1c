/// Checks what a store holds beside its people: settings, key, identities, names and permissions.
struct StoreCheck {
  private let store: Store
  private(set) var findings = CheckFindings()
  /// Lines that must be in people's journals, since something else in the store names them.
  private(set) var anchors: [Person.ID: [JournalAnchor]] = [:]

  private var fileSystem: any FileSystem { store.surroundings.fileSystem }

  init(store: Store) {
    self.store = store
  }

  /// The settings and the key only, as they stand on disk now.
  mutating func checkOwnFiles() {
    do throws(StoreError) {
      let bytes = try fileSystem.readOwnFile(Store.settingsName, in: store.root)
      if bytes.map({ $0 == store.settings.encoded() }) != true {
        findings.problems.append(.damagedFile(Store.settingsName))
      }
    } catch {
      findings.add(error, of: Store.settingsName)
    }
    do throws(StoreError) {
      if try !store.isOwnKey(fileSystem.readOwnFile(Store.keyName, in: store.root)) {
        findings.problems.append(.damagedFile(Store.keyName))
      }
    } catch {
      findings.add(error, of: Store.keyName)
    }
  }

  /// Every name, kind and permission down to the people's own directories, and every identity.
  mutating func checkTree() {
    let top = names(in: store.root, "") { name in
      switch name {
      case Store.settingsName, Store.keyName, "audit.jsonl", PepperFile.markName: .file
      case "people", "identities", Store.practicesName, PendingMarker.folderName,
        Store.unknownName:
        .directory
      default: .nothing
      }
    }
    if top.contains("people") {
      let isPerson = { (name: String) in Person.ID(name) != nil }
      walk("people", isName: isPerson, expecting: .directory) { _, _, _, _ in }
    }
    if top.contains("identities") { checkIdentities() }
    if top.contains(Store.unknownName) {
      let isName = { (name: String) in Person.ID(name) != nil || name == "lock" }
      walk(Store.unknownName, isName: isName, expecting: .file) { _, _, _, _ in }
    }
    var practices = PracticeCheck(store: store)
    if top.contains(Store.practicesName) { practices.checkPractices() }
    if top.contains(PendingMarker.folderName) { practices.checkPending() }
    findings.problems += practices.findings.problems
    findings.remarks += practices.findings.remarks
    anchors = practices.anchors
  }

  private mutating func checkIdentities() {
    let isName = { (name: String) in Digest(hexadecimal: Array(name.utf8)[...]) != nil }
    walk("identities", isName: isName, expecting: .file) { check, name, path, folder in
      do throws(StoreError) {
        guard let bytes = try check.fileSystem.readOwnFile(name, in: folder),
          let owner = check.store.owner(in: bytes, name: name)
        else {
          check.findings.problems.append(.damagedFile(path))
          return
        }
        if try !check.hasJournal(owner) {
          check.findings.problems.append(.identityOfNobody(file: path))
        }
      } catch {
        check.findings.add(error, of: path)
      }
    }
  }

  private func hasJournal(_ id: Person.ID) throws(StoreError) -> Bool {
    do throws(StoreError) {
      _ = try store.personDirectory(id).openOwnFile(PersonJournal.fileName, .read)
      return true
    } catch {
      switch error {
      case .noSuchPerson: return false
      case .system(let cause) where cause.isMissing: return false
      // There is something, and the check of the person says what is wrong with it.
      case .unsafeFile: return true
      case .system, .noDataDirectory, .unsafeDataDirectory, .unsafeFileSystem, .notAStore,
        .unknownFormat,
        .damagedSettings, .noSuchRecord, .damaged, .busy, .conflict, .notPermitted, .notSaved,
        .unreadable:
        throw error
      }
    }
  }

  /// Goes through two levels of folders named by the first four characters of what lies in them.
  private mutating func walk(
    _ name: String,
    isName: (String) -> Bool,
    expecting: DirectoryCheck.Expectation,
    _ body: (inout StoreCheck, String, String, borrowing FileDescriptor) -> Void
  ) {
    guard let top = try? fileSystem.openDirectory(name, in: store.root) else { return }
    let folders: (String) -> DirectoryCheck.Expectation = {
      $0.utf8.count == 2 ? .directory : .nothing
    }
    for first in names(in: top, "\(name)/", expecting: folders) {
      guard let outer = try? fileSystem.openDirectory(first, in: top) else { continue }
      for second in names(in: outer, "\(name)/\(first)/", expecting: folders) {
        guard let inner = try? fileSystem.openDirectory(second, in: outer) else { continue }
        let path = "\(name)/\(first)/\(second)/"
        let found = names(in: inner, path) { name in
          let isHere = name.hasPrefix(first + second) || name == "lock"
          return isName(name) && isHere ? expecting : .nothing
        }
        for name in found { body(&self, name, path + name, inner) }
      }
    }
  }

  private mutating func names(
    in directory: borrowing FileDescriptor,
    _ prefix: String,
    expecting: (String) -> DirectoryCheck.Expectation
  ) -> [String] {
    DirectoryCheck(fileSystem: fileSystem, prefix: prefix)
      .names(in: directory, &findings, expecting: expecting)
  }
}
