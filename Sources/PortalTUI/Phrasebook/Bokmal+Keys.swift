import PortalCore

extension Bokmal {
  var arrowUp: String { "Pil opp" }
  var arrowDown: String { "Pil ned" }
  var arrowLeft: String { "Pil venstre" }
  var arrowRight: String { "Pil høyre" }
  var spaceBar: String { "Mellomrom" }

  func explanation(of command: Command) -> String {
    switch command {
    case .page(let name): explanation(of: name)
    case .action(let action): explanation(of: action)
    case .help: "Vis denne hjelpen"
    case .signOut: "Logg ut: lukk journalen og tøm skjermen. En melding blir tatt vare på som kladd"
    case .quit: "Avslutt. Det du har skrevet, blir liggende som kladd"
    case .redraw: "Tegn skjermen på nytt"
    }
  }

  func hint(for command: Command) -> String {
    switch command {
    case .page(.up), .page(.down): "flytt"
    case .page(.open): "åpne"
    case .page(.back): "tilbake"
    case .page(.startFilter): "finn"
    case .page(.nextField): "neste felt"
    case .page(.submit): "send"
    case .page(let name): explanation(of: name).lowercased()
    case .action(let action): hint(for: action)
    case .help: "hjelp"
    case .signOut: "logg ut"
    case .quit: "avslutt"
    case .redraw: "tegn på nytt"
    }
  }

  private func hint(for action: ActionID) -> String {
    switch action {
    case .write: "skriv"
    case .reply: "svar"
    case .edit: "endre"
    case .discardDraft: "kast kladden"
    case .changeOrder: "bytt rekkefølge"
    case .showSource: "originalen"
    case .showHistory: "endringer"
    case .showOlder: "eldre"
    case .onlyOthers: "bare andre"
    case .endRight: "avslutt"
    case .actFor: "bytt person"
    case .addToCalendar: "kalender"
    case .search: "søk"
    case .attachments: "vedlegg"
    case .archive: "legg bort"
    case .showArchive: "lagt bort"
    case .reject: "avvis"
    case .close: "avslutt"
    case .decide: "avgjør"
    case .showAnswered: "besvart"
    case .offerTimes: "timer"
    case .services: "tjenester"
    }
  }

  private func explanation(of name: PageCommand.Name) -> String {
    switch name {
    case .up: "Gå opp"
    case .down: "Gå ned"
    case .left: "Gå til venstre i teksten"
    case .right: "Gå til høyre i teksten"
    case .wordLeft: "Gå ett ord til venstre"
    case .wordRight: "Gå ett ord til høyre"
    case .pageUp: "Bla opp"
    case .pageDown: "Bla ned"
    case .home: "Gå til begynnelsen"
    case .end: "Gå til slutten"
    case .open: "Åpne det som er valgt"
    case .back: "Gå tilbake"
    case .startFilter: "Finn i listen mens du skriver"
    case .nextField: "Gå til neste felt"
    case .previousField: "Gå til forrige felt"
    case .submit: "Send det du har skrevet"
    case .backspace: "Slett tegnet foran"
    case .delete: "Slett tegnet bak"
    case .undo: "Angre siste endring i teksten"
    }
  }

  private func explanation(of action: ActionID) -> String {
    switch action {
    case .write: "Noe nytt: skriv en melding, gi en fullmakt, bestill en time"
    case .reply: "Svar i denne samtalen"
    case .edit: "Endre det som står her"
    case .discardDraft: "Kast kladden"
    case .changeOrder: "Vis i en annen rekkefølge"
    case .showSource: "Vis originalen slik den kom"
    case .showHistory: "Vis hva som er endret, og når"
    case .showOlder: "Vis eldre"
    case .endRight: "Avslutt en rett til å handle for noen, eller avbestill en time"
    case .addToCalendar: "Skriv timen til en fil for en kalender"
    case .actFor: "Åpne journalen til en du handler for, eller gå tilbake til din egen"
    case .onlyOthers: "Vis bare det andre har gjort, eller alt igjen"
    case .search: "Søk i hele journalen"
    case .attachments: "Legg ved en fil, eller lagre et vedlegg"
    case .archive: "Legg en samtale bort, eller hent den fram"
    case .showArchive: "Vis samtalene som er lagt bort"
    case .reject: "Avvis det noen ber om, med begrunnelse (i skranken)"
    case .close: "Avslutt samtalen (i skranken)"
    case .decide: "Avgjør resepter (i skranken)"
    case .showAnswered: "Det som er besvart og ikke avsluttet (i skranken)"
    case .offerTimes: "Tilby timer (i skranken)"
    case .services: "Slå tjenester av og på (i skranken)"
    }
  }

  var helpTitle: String { "Hjelp" }
  var helpHereHeading: String { "På denne siden" }
  var helpEverywhereHeading: String { "Overalt" }
  var helpTypingHeading: String { "Når du skriver" }
  var helpTypingText: String {
    "I et tekstfelt er alle bokstaver tekst. Bruk Tab mellom feltene og Ctrl+S for å sende."
  }
  var helpEmergencyText: String {
    "Er det akutt og livstruende, ring 113. Haster det og legekontoret er stengt, ring 116 117."
  }
  var screenTooSmall: String { "Vinduet er for lite. Gjør det større." }
  var draftKept: String { "Det du skrev, er lagret som kladd. Ingenting er sendt." }
  var storeChanged: String { "Noe nytt er kommet. Siden er oppdatert." }
  var storeChangedWhileTyping: String {
    "Noe nytt er kommet. Det du skriver, står som før."
  }
  var plainStoreChanged: String {
    "Noe nytt er kommet. Trykk Enter for å få siden på nytt."
  }
  func limitReached(_ limit: Int) -> String {
    "Det er plass til \(limit) tegn her. Resten er ikke tatt med."
  }

  func plainModeOn(reason: PlainModeReason) -> String {
    switch reason {
    case .option: "Ren tekst er på, fordi du brukte --plain."
    case .accessibleVariable: "Ren tekst er på, fordi ACCESSIBLE er satt."
    case .notATerminal: "Ren tekst er på, fordi dette ikke er en terminal."
    case .unknownTerminal(let name): "Ren tekst er på, fordi terminalen «\(name)» er ukjent."
    }
  }
  var plainHints: String { "Et nummer åpner. \(plainLetters)" }
  var plainPrompt: String { "Valg: " }
  func plainUnknown(_ text: String) -> String { "«\(text)» er ikke et valg her. Du kan skrive:" }
  func plainNumbers(_ count: Int) -> String {
    count == 1 ? "1: åpne den." : "1–\(count): åpne en."
  }
  var plainLetters: String { "t: tilbake. h: hjelp. a: avslutt." }
  var plainNotText: String { "Den linjen er ikke tekst i UTF-8 og er ikke brukt. Skriv den igjen." }
  var plainNothingToOpen: String { "Det er ikke noe med det nummeret her." }
  func plainFieldPrompt(_ label: String, keeps value: String) -> String {
    value.isEmpty ? "\(label): " : "\(label) (tom linje beholder det som står): "
  }
  var plainTextEnd: String { "Skriv teksten. En linje med bare et punktum avslutter." }
  func plainConfirm(_ submitLabel: String) -> String { "\(submitLabel)? (j/n) " }
  var plainYes: [String] { ["j", "ja", "y", "yes"] }

  var renderWords: RenderWords {
    RenderWords(
      of: "av",
      information: "Til orientering",
      success: "Utført",
      warning: "Merk",
      danger: "Viktig",
      problem: "Må rettes",
      chosen: "valgt",
      high: "høyeste grense",
      low: "laveste grense",
      filter: "Finn",
      noMatches: "Ingenting i listen passer.",
      more: "mer"
    )
  }
  var portalName: String { "Helseportal" }
  func owner(name: String?, role: Role) -> String {
    let name = name ?? "Uten navn"
    return role == .oneself ? "\(name) (deg selv)" : "\(name) – du er \(actingWord(role))"
  }

  func actingWord(_ role: Role) -> String {
    switch role {
    case .proxy: "fullmektig"
    case .assignedProxy: "tildelt fullmektig"
    case .oneself, .parent, .guardian, .staff, .importer, .system: name(of: role)
    }
  }

  var previewOwner: String { "Forhåndsvisning" }

  var nobodyElsesRecordBelow: String { "Din egen journal er ikke åpen. Avslutt, og åpne den." }
  func demonstrationMark(_ date: String) -> String { "DEMO \(date)" }
  func rehearsalMark(_ date: String) -> String { "ØVING \(date)" }
}
