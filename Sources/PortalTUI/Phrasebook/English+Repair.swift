import PortalCore

extension English {
  func sentences(on repair: JournalRepair) -> [String] {
    var sentences = [
      "\(heading(repair.file)) was broken and has been mended as far as it could be proven."
    ]
    sentences.append("\(count(repair.keptLines, "line")) stand as they were written.")
    if repair.restoredLines > 0 {
      sentences.append("\(count(repair.restoredLines, "line")) came from a backup.")
    }
    if repair.restoredBlobs > 0 {
      sentences.append("\(count(repair.restoredBlobs, "attached file")) came from a backup.")
    }
    if repair.isHeaderNew { sentences.append("The beginning of the file was made anew.") }
    for gap in repair.gaps where gap.count > 0 {
      let place =
        gap.count == 1
        ? "line \(gap.first + 1)" : "lines \(gap.first + 1) to \(gap.first + gap.count)"
      sentences.append("Lost: \(place).")
    }
    if !repair.lostContents.isEmpty {
      let lines = repair.lostContents.map { String($0 + 1) }.joined(separator: ", ")
      sentences.append("Lost: what stood in line \(lines).")
    }
    if !repair.lostBlobs.isEmpty {
      sentences.append("Lost: \(count(repair.lostBlobs.count, "attached file")).")
    }
    if !repair.givenUp.isEmpty {
      sentences.append(
        "Known from elsewhere, but not there any more: \(count(repair.givenUp.count, "line"))."
      )
    }
    sentences.append(
      repair.isLossless ? "Nothing that was known is missing." : "The rest is whole."
    )
    if let name = repair.quarantined {
      sentences.append("The broken file is kept as quarantine/\(name).")
    }
    return sentences
  }

  func summary(of repair: JournalRepair, in file: String) -> String {
    var parts = ["\(count(repair.keptLines, "line")) kept"]
    if repair.restoredLines + repair.restoredBlobs > 0 {
      parts.append("\(repair.restoredLines + repair.restoredBlobs) from the backup")
    }
    let lost = repair.lostLines + repair.lostContents.count + repair.lostBlobs.count
    parts.append(lost == 0 ? "nothing lost" : "\(lost) lost")
    if !repair.givenUp.isEmpty { parts.append("\(repair.givenUp.count) known but gone") }
    let place = repair.quarantined.map { ", the broken file is quarantine/\($0)" } ?? ""
    return "\(file): mended: \(parts.joined(separator: ", "))\(place)"
  }

  var nothingToRepair: String { "nothing to repair" }

  func repaired(_ repairs: [JournalRepair]) -> String {
    repairs.map { summary(of: $0, in: $0.file.fileName) }.joined(separator: "; ")
  }

  func notRepaired(_ problem: String) -> String { "not repaired: \(problem)" }

  func text(for problem: BackupProblem) -> String {
    switch problem {
    case .alreadyThere(let path):
      "something is there already: \(path): choose another name; nothing is overwritten"
    case .unsafeDirectory(let path):
      "the directory is not safe: \(path): it must be your own, with mode 0700"
    case .missing(let path): "the file is not there: \(path): check its name"
    case .notABackup(let path):
      "this is no whole backup: \(path): it is cut short, altered or something else; use another"
    case .newerFormat(let format):
      "the backup was made by a newer program: format \(format): update helseportal"
    case .altered(let place): "the backup is altered: \(place): use another"
    case .tooLarge(let name): "the file is too large for a backup: \(name): the limit is 8 GiB"
    case .system(let error): text(for: error)
    }
  }

  func backedUp(_ report: BackupReport, _ file: String) -> String {
    "\(file): \(count(report.people, "record")), \(count(report.files, "file")), "
      + count(report.bytes, "byte")
  }

  func restored(_ file: String, into path: String) -> String { "\(file): restored to \(path)" }

  func receipt(_ text: String, isKnown: Bool) -> String {
    isKnown
      ? "\(text): the record holds this line, unchanged"
      : "the receipt does not fit the record: \(text): the line is altered or gone, or it is not "
        + "this person's"
  }

  private func heading(_ file: JournalRepair.File) -> String {
    switch file {
    case .journal: "The record"
    case .accessLog: "The access log"
    case .practice: "The practice's journal"
    }
  }

  private func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
