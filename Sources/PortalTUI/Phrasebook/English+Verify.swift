import PortalCore

extension English {
  func text(for problem: CheckProblem) -> String {
    switch problem {
    case .damage(let damage): text(for: damage)
    case .damagedFile(let file): "the store is damaged: \(file): the file is not as it was written"
    case .missingFile(let file): "a file is missing: \(file): get it back from a backup"
    case .unreadableLine(let file, let line):
      "a line cannot be understood: \(file), line \(line): update helseportal"
    case .unknownFormat(let file, let format):
      "the file was written by a newer program: \(file), format \(format): update helseportal"
    case .unsafeFile(let file):
      "the file is no regular file of your own: \(file): move it away"
    case .openToOthers(let file, let mode):
      "others can read or write it: \(file) (\(String(mode, radix: 8))): mend it with chmod go="
    case .unusableFile(let file, let error):
      "the file cannot be read: \(file) (\(SystemError.words(error.code))): check its permissions"
    case .identityOfNobody(let file):
      "a number leads to a person who is not there: \(file): get the person back from a backup"
    case .changedMeanwhile(let file):
      "something was erased while it was copied: \(file): make the backup once more"
    case .recordOfNobody(let file):
      "it names a person who is not there: \(file): get the person back from a backup"
    }
  }

  func text(for remark: CheckRemark) -> String {
    switch remark {
    case .tornTail(let file, let offset):
      "\(file), byte \(offset): the last write was cut short and never confirmed"
    case .debris(let file, let offset): "\(file), byte \(offset): left by a write cut short"
    case .lostRace(let file, let offset):
      "\(file), byte \(offset): a line that came too late and was never confirmed"
    case .leftOver(let file): "\(file): left by a program that was stopped"
    case .orphanBlob(let file): "\(file): content that no line uses"
    case .stray(let file): "\(file): a file that does not belong to the store"
    case .undelivered(let file):
      "\(file): not delivered to all it is for yet; the next start does it"
    case .damagedDerived(let file):
      "\(file): not as it was written; it is made anew by helseportal doctor"
    case .unfinishedErasure(let file):
      "\(file): an erasure that was cut short; whoever writes next completes it, or helseportal doctor"
    case .repaired(let file, let repair): summary(of: repair, in: file)
    case .emptyRecord: "an empty record, left by an import cut short"
    }
  }
}
