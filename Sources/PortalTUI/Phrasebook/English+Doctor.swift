import PortalCore

extension English {
  var fileSystemLabel: String { "File system" }
  var encryptionLabel: String { "Encryption" }
  var permissionsLabel: String { "Permissions and leftovers" }
  var recordsLabel: String { "Records" }
  var memoryDumpsLabel: String { "Memory dumps" }

  func text(for kind: FileSystemKind, isAllowed: Bool) -> String {
    let option = "--\(Option.allowNetworkFileSystem.rawValue)"
    let what =
      switch kind.guarantee {
      case .durable: "what is stored outlives a power cut"
      case .volatile: "in memory: everything is gone when the machine goes down"
      case .distributed where isAllowed:
        "over the network or through another program, and the store is told to use it: "
          + "its caches must be off (docs/store.md)"
      case .distributed:
        "over the network or through another program: the store is not opened here; where its "
          + "caches are off, allow it with helseportal doctor \(option)"
      case .unsafe:
        "locks and appends are not safe here: the store is not opened; move it to a disk of this "
          + "machine"
      case .unknown where isAllowed: "not known, and the store is told to use it"
      case .unknown:
        "not known: the store is not opened here; allow it with helseportal doctor \(option)"
      }
    return "\(kind.name), \(what)"
  }

  func text(for encryption: DiskEncryption) -> String {
    switch encryption {
    case .encrypted: "the disk is encrypted"
    case .notEncrypted:
      "the disk is not encrypted: whoever takes it can read the records; move them to one that is"
    case .unknown: "not known whether the disk is encrypted: find out"
    }
  }

  func mended(_ examination: StoreExamination) -> String {
    var parts = examination.mended.prefix(5).map { mode in
      "\(mode.file): \(String(mode.was, radix: 8)) mended to \(String(mode.is, radix: 8))"
    }
    if examination.mended.count > 5 { parts.append("and \(examination.mended.count - 5) more") }
    if !examination.removed.isEmpty {
      let count = examination.removed.count
      parts.append("\(count) leftover temporary file\(count == 1 ? "" : "s") removed")
    }
    if !examination.completedErasures.isEmpty {
      let count = examination.completedErasures.count
      parts.append("\(count) erasure\(count == 1 ? "" : "s") cut short completed")
    }
    return parts.isEmpty ? doctor.fine : parts.joined(separator: "; ")
  }

  func dueWork(records: Int, broken: Int, isAll: Bool) -> String {
    let looked = isAll ? "\(records) looked into" : "the first \(records) looked into"
    if broken == 0 { return "\(looked), all open" }
    return "\(looked), \(broken) damaged: run helseportal verify, then helseportal repair"
  }

  func memoryDumps(areOff: Bool) -> String {
    areOff ? "off" : "on: a crash could leave parts of a record on the disk"
  }
}
