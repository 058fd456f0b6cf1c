import PortalCore

extension Bokmal {
  func sentences(on repair: JournalRepair) -> [String] {
    var sentences = [
      "\(heading(repair.file)) var skadet og er reparert så langt det kunne bevises."
    ]
    sentences.append("\(lines(repair.keptLines)) står slik de ble skrevet.")
    if repair.restoredLines > 0 {
      sentences.append("\(lines(repair.restoredLines)) er hentet fra en sikkerhetskopi.")
    }
    if repair.restoredBlobs > 0 {
      sentences.append("\(attachments(repair.restoredBlobs)) er hentet fra en sikkerhetskopi.")
    }
    if repair.isHeaderNew { sentences.append("Begynnelsen av filen er laget på nytt.") }
    for gap in repair.gaps where gap.count > 0 {
      let place =
        gap.count == 1
        ? "linje \(gap.first + 1)" : "linje \(gap.first + 1) til \(gap.first + gap.count)"
      sentences.append("Tapt: \(place).")
    }
    if !repair.lostContents.isEmpty {
      let lines = repair.lostContents.map { String($0 + 1) }.joined(separator: ", ")
      sentences.append("Tapt: det som sto i linje \(lines).")
    }
    if !repair.lostBlobs.isEmpty {
      sentences.append("Tapt: \(attachments(repair.lostBlobs.count)).")
    }
    if !repair.givenUp.isEmpty {
      sentences.append("Kjent fra andre steder, men borte: \(lines(repair.givenUp.count)).")
    }
    sentences.append(repair.isLossless ? "Ingenting som var kjent, mangler." : "Resten er helt.")
    if let name = repair.quarantined {
      sentences.append("Den skadede filen er tatt vare på som quarantine/\(name).")
    }
    return sentences
  }

  func summary(of repair: JournalRepair, in file: String) -> String {
    var parts = ["\(lines(repair.keptLines)) beholdt"]
    if repair.restoredLines + repair.restoredBlobs > 0 {
      parts.append("\(repair.restoredLines + repair.restoredBlobs) fra sikkerhetskopien")
    }
    let lost = repair.lostLines + repair.lostContents.count + repair.lostBlobs.count
    parts.append(lost == 0 ? "ingenting tapt" : "\(lost) tapt")
    if !repair.givenUp.isEmpty { parts.append("\(repair.givenUp.count) kjent, men borte") }
    let place = repair.quarantined.map { ", den skadede filen er quarantine/\($0)" } ?? ""
    return "\(file): reparert: \(parts.joined(separator: ", "))\(place)"
  }

  var nothingToRepair: String { "ingenting å reparere" }

  func repaired(_ repairs: [JournalRepair]) -> String {
    repairs.map { summary(of: $0, in: $0.file.fileName) }.joined(separator: "; ")
  }

  func notRepaired(_ problem: String) -> String { "ikke reparert: \(problem)" }

  func text(for problem: BackupProblem) -> String {
    switch problem {
    case .alreadyThere(let path):
      "det ligger noe der allerede: \(path): velg et annet navn; ingenting blir overskrevet"
    case .unsafeDirectory(let path):
      "katalogen er ikke trygg: \(path): den må være din egen, med rettigheter 0700"
    case .missing(let path): "filen finnes ikke: \(path): kontroller navnet"
    case .notABackup(let path):
      "dette er ingen hel sikkerhetskopi: \(path): den er kuttet, endret eller noe annet; bruk en annen"
    case .newerFormat(let format):
      "sikkerhetskopien er laget av et nyere program: format \(format): oppdater helseportal"
    case .altered(let place): "sikkerhetskopien er endret: \(place): bruk en annen"
    case .tooLarge(let name): "filen er for stor for en sikkerhetskopi: \(name): grensen er 8 GiB"
    case .system(let error): text(for: error)
    }
  }

  func backedUp(_ report: BackupReport, _ file: String) -> String {
    "\(file): \(report.people) \(report.people == 1 ? "journal" : "journaler"), "
      + "\(report.files) \(report.files == 1 ? "fil" : "filer"), \(report.bytes) byte"
  }

  func restored(_ file: String, into path: String) -> String { "\(file): lagt tilbake i \(path)" }

  func receipt(_ text: String, isKnown: Bool) -> String {
    isKnown
      ? "\(text): journalen har denne linjen, uendret"
      : "kvitteringen stemmer ikke med journalen: \(text): linjen er endret eller borte, eller det "
        + "er en annens"
  }

  private func heading(_ file: JournalRepair.File) -> String {
    switch file {
    case .journal: "Journalen"
    case .accessLog: "Innsynsloggen"
    case .practice: "Legekontorets egen journal"
    }
  }

  private func lines(_ count: Int) -> String { "\(count) \(count == 1 ? "linje" : "linjer")" }

  private func attachments(_ count: Int) -> String { "\(count) vedlagte filer" }
}
