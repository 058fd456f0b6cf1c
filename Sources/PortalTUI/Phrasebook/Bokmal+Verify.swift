import PortalCore

extension Bokmal {
  func text(for problem: CheckProblem) -> String {
    switch problem {
    case .damage(let damage): text(for: damage)
    case .damagedFile(let file): "lageret er skadet: \(file): filen er ikke slik den ble skrevet"
    case .missingFile(let file): "en fil mangler: \(file): hent den fra en sikkerhetskopi"
    case .unreadableLine(let file, let line):
      "en linje kan ikke forstås: \(file), linje \(line): oppdater helseportal"
    case .unknownFormat(let file, let format):
      "filen er skrevet av et nyere program: \(file), format \(format): oppdater helseportal"
    case .unsafeFile(let file):
      "filen er ikke en vanlig fil av dine egne: \(file): flytt den bort"
    case .openToOthers(let file, let mode):
      "andre kan lese eller skrive: \(file) (\(String(mode, radix: 8))): rett det med chmod go="
    case .unusableFile(let file, let error):
      "filen kan ikke leses: \(file) (\(SystemError.words(error.code))): kontroller rettighetene"
    case .identityOfNobody(let file):
      "et nummer peker på en person som ikke finnes: \(file): hent personen fra en sikkerhetskopi"
    case .changedMeanwhile(let file):
      "noe ble slettet mens det ble kopiert: \(file): lag sikkerhetskopien en gang til"
    case .recordOfNobody(let file):
      "den nevner en person som ikke finnes: \(file): hent personen fra en sikkerhetskopi"
    }
  }

  func text(for remark: CheckRemark) -> String {
    switch remark {
    case .tornTail(let file, let offset):
      "\(file), byte \(offset): siste skriving ble avbrutt og er aldri bekreftet"
    case .debris(let file, let offset): "\(file), byte \(offset): rester av en avbrutt skriving"
    case .lostRace(let file, let offset):
      "\(file), byte \(offset): en linje som kom for sent og aldri ble bekreftet"
    case .leftOver(let file): "\(file): rest etter et program som stanset"
    case .orphanBlob(let file): "\(file): innhold som ingen linje bruker"
    case .stray(let file): "\(file): en fil som ikke hører til lageret"
    case .undelivered(let file):
      "\(file): ikke levert til alle den er for ennå; neste start gjør det"
    case .damagedDerived(let file):
      "\(file): ikke slik den ble skrevet; helseportal doctor lager den på nytt"
    case .unfinishedErasure(let file):
      "\(file): en sletting som ble avbrutt; den neste som skriver fullfører den, eller helseportal doctor"
    case .repaired(let file, let repair): summary(of: repair, in: file)
    case .emptyRecord: "en tom journal etter en avbrutt innlesing"
    }
  }
}
