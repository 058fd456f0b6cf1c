import PortalCore

extension Bokmal {
  var fileSystemLabel: String { "Filsystem" }
  var encryptionLabel: String { "Kryptering" }
  var permissionsLabel: String { "Rettigheter og rester" }
  var recordsLabel: String { "Journaler" }
  var memoryDumpsLabel: String { "Minnedump" }

  func text(for kind: FileSystemKind, isAllowed: Bool) -> String {
    let option = "--\(Option.allowNetworkFileSystem.rawValue)"
    let what =
      switch kind.guarantee {
      case .durable: "det som er lagret, overlever strømbrudd"
      case .volatile: "i minnet: alt er borte når maskinen stanser"
      case .distributed where isAllowed:
        "over nett eller gjennom et annet program, og lageret er satt til å bruke det: "
          + "mellomlagrene må være slått av (docs/store.md)"
      case .distributed:
        "over nett eller gjennom et annet program: lageret åpnes ikke her; er mellomlagrene slått "
          + "av, tillat det med helseportal doctor \(option)"
      case .unsafe:
        "låser og tilføyelser er ikke trygge her: lageret åpnes ikke; flytt det til en disk på "
          + "denne maskinen"
      case .unknown where isAllowed: "ukjent, og lageret er satt til å bruke det"
      case .unknown:
        "ukjent: lageret åpnes ikke her; tillat det med helseportal doctor \(option)"
      }
    return "\(kind.name), \(what)"
  }

  func text(for encryption: DiskEncryption) -> String {
    switch encryption {
    case .encrypted: "disken er kryptert"
    case .notEncrypted:
      "disken er ikke kryptert: den som tar den, kan lese journalene; flytt dem til en som er det"
    case .unknown: "det er ukjent om disken er kryptert: finn det ut"
    }
  }

  func mended(_ examination: StoreExamination) -> String {
    var parts = examination.mended.prefix(5).map { mode in
      "\(mode.file): \(String(mode.was, radix: 8)) rettet til \(String(mode.is, radix: 8))"
    }
    if examination.mended.count > 5 { parts.append("og \(examination.mended.count - 5) til") }
    if !examination.removed.isEmpty {
      let count = examination.removed.count
      parts.append("\(count) \(count == 1 ? "midlertidig fil" : "midlertidige filer") fjernet")
    }
    if !examination.completedErasures.isEmpty {
      let count = examination.completedErasures.count
      parts.append("\(count) \(count == 1 ? "avbrutt sletting" : "avbrutte slettinger") fullført")
    }
    return parts.isEmpty ? doctor.fine : parts.joined(separator: "; ")
  }

  func dueWork(records: Int, broken: Int, isAll: Bool) -> String {
    let looked = isAll ? "\(records) sett på" : "de første \(records) sett på"
    if broken == 0 { return "\(looked), alle kan åpnes" }
    return "\(looked), \(broken) skadet: kjør helseportal verify, så helseportal repair"
  }

  func memoryDumps(areOff: Bool) -> String {
    areOff ? "av" : "på: et krasj kan legge deler av en journal på disken"
  }
}
