/// Something in a store that is not as the store makes it.
package enum CheckProblem: Hashable, Sendable {
  case damage(Damage)
  /// The settings, the key or an identity: not what was written.
  case damagedFile(String)
  /// A file that the store needs is not there.
  case missingFile(String)
  /// A line is sound, but holds what this program cannot read; lines are counted from 1.
  case unreadableLine(file: String, line: Int)
  /// Written by a newer program.
  case unknownFormat(file: String, format: Int)
  /// A link, a pipe, a file with a second name, or somebody else's.
  case unsafeFile(String)
  /// The owner's group or others may read or write it; the twelve permission bits.
  case openToOthers(file: String, mode: UInt32)
  /// The system would not let it be read.
  case unusableFile(String, SystemError)
  /// A number leads to a person who is not there.
  case identityOfNobody(file: String)
  /// An erasure came while a backup was made: what was copied of that person may not be whole.
  case changedMeanwhile(String)
  /// A practice's queue, or a marker of what is pending, names a person who is not there.
  case recordOfNobody(file: String)
}

/// Something that is no damage, but that whoever looks after a store may want to know.
package enum CheckRemark: Hashable, Sendable {
  /// The last write was cut short; the next one passes it.
  case tornTail(file: String, offset: Int)
  /// What a write that was cut short has left between two lines.
  case debris(file: String, offset: Int)
  /// A line that was never acknowledged: another took its place.
  case lostRace(file: String, offset: Int)
  /// What a crash has left of a file that was being made.
  case leftOver(file: String)
  /// Content that no line names: its change was never made.
  case orphanBlob(file: String)
  /// A name that the store does not use.
  case stray(file: String)
  /// Something has not come to all it is for; the next start completes it, or the session that it
  /// belongs to does at its end.
  case undelivered(file: String)
  /// A derived file is not what was written: it is made anew where it is needed.
  case damagedDerived(file: String)
  /// Something is erased, and stands in the file yet: whoever writes next completes it.
  case unfinishedErasure(file: String)
  /// Something was broken here, and a repair has said so in the file itself.
  case repaired(file: String, JournalRepair)
  /// Nothing was ever put in this record: an import died at its beginning.
  case emptyRecord
}

/// Problems and remarks, gathered while one looks on.
struct CheckFindings {
  var problems: [CheckProblem] = []
  var remarks: [CheckRemark] = []

  mutating func add(_ findings: [LogScan.Finding], of file: String) {
    remarks += findings.map { finding in
      switch finding {
      case .debris(let offset): .debris(file: file, offset: offset)
      case .lostRace(let offset): .lostRace(file: file, offset: offset)
      case .tornTail(let offset): .tornTail(file: file, offset: offset)
      }
    }
  }

  /// What an error says of a file.
  mutating func add(_ error: StoreError, of file: String) {
    switch error {
    case .damaged(let damage): problems.append(.damage(damage))
    case .unsafeFile(let name): problems.append(.unsafeFile(name))
    case .unknownFormat(let format): problems.append(.unknownFormat(file: file, format: format))
    case .unreadable(let sequence):
      problems.append(.unreadableLine(file: file, line: sequence + 1))
    case .system(let cause), .notSaved(let cause):
      problems.append(cause.isMissing ? .missingFile(file) : .unusableFile(file, cause))
    case .noDataDirectory, .unsafeDataDirectory, .unsafeFileSystem, .notAStore, .damagedSettings,
      .noSuchPerson,
      .noSuchRecord, .busy, .conflict, .notPermitted:
      problems.append(.damagedFile(file))
    }
  }
}
