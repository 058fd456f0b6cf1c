import PortalCore

extension Bokmal {
  var withoutName: String { "(uten navn)" }

  var helpIntroduction: String {
    "helseportal: helseopplysningene dine i en terminal. Uten kommando åpnes portalen."
  }
  var helpAccess: String { "Hvem som kan gjøre hva: helseportal help access (med --plain i ord)" }
  func helpSections(_ names: String) -> String { "SECTION er en av: \(names)" }
  var helpDataDirectory: String {
    "Data ligger i --data, ellers $HELSEPORTAL_DATA, ellers ~/.local/share/helseportal."
  }
  var helpExitStatus: String {
    "Sluttstatus: 0 utført, 1 kontrollen holdt ikke, 64 feil bruk, 65 feil i data, "
      + "66 filen mangler, 73 kan ikke opprette, 74 lese- eller skrivefeil, 75 prøv igjen, "
      + "77 ikke tillatt."
  }

  func explanation(of command: CommandName) -> String {
    switch command {
    case .open: "Åpne portalen."
    case .demo: "Åpne portalen på en kopi av oppdiktede data. Ingenting blir lagret."
    case .people: "Vis hvem som finnes i lageret."
    case .importing: "Les inn filer fra et annet helsesystem (HL7 FHIR R4, JSON eller NDJSON)."
    case .show: "Vis en del av journalen i ren tekst, eller som JSON."
    case .search: "Søk etter ord i hele journalen."
    case .send: "Send en melding til legekontoret. Hver melding er lagret når den meldes sendt."
    case .edit: "Endre kontaktinformasjonen din, slik den var i en versjon."
    case .policy: "Vis eller velg reglene kildene er uenige om: hvilke foreldre, ungdoms meldinger."
    case .pin: "Sett eller endre en PIN-kode; la folk logge inn; si når økter avsluttes."
    case .history: "Vis alle endringer i journalen, eller journalen slik den var en dag."
    case .accessLog: "Vis hvem som har åpnet journalen."
    case .grant: "Gi, endre, avslutt eller se på en rett til å handle for en person."
    case .consent: "Vis eller velg hva en person har samtykket til."
    case .notifications: "Vis eller velg hva som varsles utenfor portalen; den sender ingenting."
    case .appointment:
      "Vis ledige timer; bestill, flytt, avbestill eller godta en time; skriv den til en kalender."
    case .desk:
      "Åpne skranken på et legekontor: svar, avgjør resepter, tilby timer; eller sett det opp."
    case .gp: "Vis fastlegen; finn en med ledige plasser; bytt, angre, stå på venteliste."
    case .verify:
      "Kontroller at ingenting i lageret eller i en sikkerhetskopi er endret eller borte."
    case .repair:
      "Reparer skade: behold det som er helt, legg den skadede filen til side, skriv det i journalen."
    case .backup: "Kopier hele lageret til én ny fil, også mens andre skriver."
    case .restore: "Legg en sikkerhetskopi inn i en tom datakatalog, og kontroller den."
    case .doctor:
      "Kontroller terminalen, språket og lageret, lever det som gjenstår, og si hva som kan rettes."
    case .help: "Vis hjelp, eller hjelp til en kommando."
    case .version: "Vis versjonen."
    case .makeSampleData: "Lag de oppdiktede dataene på nytt (for utviklere)."
    case .picture: "Tegn en side av demonstrasjonen som SVG (for dokumentasjonen)."
    }
  }

  func explanation(of option: Option) -> String {
    switch option {
    case .data: "katalogen der data ligger"
    case .language: "språk: nb, nn eller en"
    case .plain: "ren tekst uten skjermtegning, for skjermleser, leselist og rør"
    case .ascii: "tegn linjer med ASCII-tegn"
    case .actor: "hvem som handler: id eller fødselsnummer"
    case .pinFile: "fil med PIN-kode, - for standard inn"
    case .today: "lås datoen, bare i demonstrasjoner og øvelser"
    case .require: "fra nå av logger man inn; ingen kommando tar dette tilbake"
    case .reIdentified: "gi en ny PIN-kode: det er kontrollert hvem personen er, og det loggføres"
    case .addressRule:
      "one-parent-at-address: alle foreldre, der en bor med barnet; only-those-at-address"
    case .fosterParents: "om fosterforeldre handler som foreldre: yes eller no"
    case .youthMessages: "om en på 13 til 15 år leser og skriver meldinger: yes eller no"
    case .idle: "minutter uten tastetrykk før økter avsluttes"
    case .person: "hvem det gjelder: id eller fødselsnummer"
    case .json: "skriv resultatet som JSON"
    case .dryRun: "les og rapporter, men lagre ingenting"
    case .kind: "office (legekontoret) eller e-consultation (e-konsultasjon)"
    case .thread: "samtalen det svares i"
    case .text: "teksten i meldingen, eller hva en time gjelder"
    case .stdinLines: "send hver linje fra standard inn som en melding"
    case .receipts: "skriv TRY før og ACK etter hver melding"
    case .record: "bare denne oppføringen"
    case .base: "versjonen endringen er gjort på"
    case .set:
      "FELT=VERDI: telephone, email eller language; tom verdi tar bort svaret ditt"
    case .asOf: "slik det var ved slutten av denne dagen"
    case .ids: "skriv HAVE og id for hver melding"
    case .size: "bildets størrelse i tegn, for eksempel 80x24"
    case .keys: "taster som trykkes først, skilt med komma"
    case .into: "katalogen, eller den nye filen, det skrives til"
    case .since: "fra og med denne dagen"
    case .until: "til og med denne dagen; for en fullmakt: siste dag, eller none"
    case .others: "bare det andre enn personen selv har gjort"
    case .csv: "skriv resultatet som kommadelte verdier (RFC 4180)"
    case .allowNetworkFileSystem:
      "la lageret ligge på et filsystem over nett, aldri på NFS eller SMB"
    case .from: "sikkerhetskopien som det som mangler, hentes fra"
    case .receipt: "om journalen har linjen på denne kvitteringen, for eksempel 1284-3fa91c07"
    case .to: "hvem som skal handle: id eller fødselsnummer"
    case .role:
      "FU fullmakt (vanlig); FO forelder eller VE verge, som registeret sier; TD tildelt av et legekontor"
    case .areas: "hva den gjelder, skilt med komma, eller all"
    case .start: "første dag; fra nå av når den er utelatt"
    case .change: "retten som endres: den avsluttes, og en ny kommer i stedet"
    case .end: "retten som avsluttes straks: av personen, eller av den som har den (--as)"
    case .preview: "vis hva som ville åpnes og stenges, og lagre ingenting"
    case .sameAddress: "yes eller no: om forelder og barn er registrert på samme adresse"
    case .foster: "en fosterforelder"
    case .practice: "legekontoret: som tildeler en fullmakt, eller der fastlegen er"
    case .staff: "legen der"
    case .slot: "en ledig time, ved dens id"
    case .reason: "hvorfor: en fullmakt tildeles, en time avbestilles"
    case .level: "none, basis, basis+ eller full; for varsler none, limited, normal eller full"
    case .erase: "ja, slett alt som er lagret for godt: det gjør et samtykke som trekkes tilbake"
    case .youthLogin: "yes eller no: om en ungdom på 13 til 15 år kan logge inn (--as en forelder)"
    case .list: "hvem som arbeider der og hvilke tjenester som er på; uten --practice legekontorene"
    case .addStaff: "legger til noen som arbeider der"
    case .endStaff: "noen arbeider ikke der lenger"
    case .work: "doctor, nurse eller reception"
    case .personnelNumber: "HPR-nummer"
    case .switching: "en tjeneste og =on eller =off, det siste med --reason"
    case .offer: "tilbyr en første time: 2026-11-24T09:20"
    case .minutes: "hvor lenge hver time varer, ellers 20"
    case .count: "hvor mange timer, etter hverandre"
    case .subject: "emnet i meldingen"
    case .renew:
      "resepter som skal fornyes, med komma mellom: se helseportal show prescriptions"
    case .attach: "en fil som legges ved: tekst, PDF, PNG eller JPEG"
    case .help: "vis hjelp"
    case .version: "vis versjonen"
    }
  }

  func importHeading(_ file: String, _ status: ImportedFile.Status) -> String {
    switch status {
    case .imported: "\(file): lest inn"
    case .unchanged: "\(file): ingenting nytt"
    case .refused: "\(file): avvist"
    }
  }

  func importing(_ file: String, number: Int, of count: Int) -> String {
    "leser inn \(file) (\(number) av \(count)) …"
  }

  func importLine(_ type: String, _ count: ImportReport.Count) -> String {
    var parts = ["\(count.read) lest"]
    if count.mapped > 0 { parts.append("\(count.mapped) tolket") }
    if count.kept > 0 { parts.append("\(count.kept) bevart i original") }
    if count.refused > 0 { parts.append("\(count.refused) avvist") }
    return "\(type): " + parts.joined(separator: ", ")
  }

  func verified(people: Int, lines: Int) -> String {
    "\(people) \(people == 1 ? "journal" : "journaler"), \(lines) linjer: alt stemmer"
  }

  func verifyRemark(_ remark: String) -> String { "merknad: \(remark)" }

  func deliveries(_ report: DeliveryReport, mended: Int) -> String {
    var parts: [String] = []
    if report.completed > 0 { parts.append("\(report.completed) som sto igjen er fullført nå") }
    if mended > 0 { parts.append("\(mended) \(mended == 1 ? "kø" : "køer") laget på nytt") }
    if report.alive > 0 { parts.append("\(report.alive) i økter som fortsatt er åpne") }
    if report.due > 0 { parts.append("\(report.due) kan ikke gjøres: kjør helseportal verify") }
    return parts.isEmpty ? "ingenting gjenstår" : parts.joined(separator: "; ")
  }

  var doctor: DoctorPhrases {
    DoctorPhrases(
      terminal: "Terminal",
      locale: "Språk og tegnsett",
      dataDirectory: "Data",
      deliveries: "Levering",
      fine: "i orden",
      notATerminal: "dette er ikke en terminal; portalen bruker ren tekst her",
      unknownTerminal: "ukjent; sett TERM, for eksempel til xterm-256color",
      notUTF8: "tegnsettet er ikke UTF-8; sett LANG, for eksempel til nb_NO.UTF-8",
      missingData: "finnes ikke ennå; les inn en fil med helseportal import"
    )
  }

  func text(for remark: ImportReport.Remark, count: Int, file: String) -> String {
    let place = [remark.resourceType, remark.line.map { "linje \($0)" }].compactMap { $0 }
    let what = ([file] + place).joined(separator: ", ")
    let times = count > 1 ? " (\(count) ganger)" : ""
    return "\(what): \(text(for: remark.reason))\(times)"
  }

  private func text(for reason: ImportReport.Remark.Reason) -> String {
    switch reason {
    case .impossibleValue(let element): "\(element) har en verdi som ikke kan stemme: avvist"
    case .missingElement(let element): "\(element) mangler: avvist"
    case .duplicateIdentity: "samme id står to ganger med ulikt innhold: den siste er avvist"
    case .unverifiedNationalNumber:
      "fødselsnummeret har feil kontrollsiffer: tatt vare på, men brukes ikke til å kjenne igjen"
    case .emptyElements: "tomme felt er hoppet over"
    case .byteOrderMark: "filen begynner med et BOM-tegn: hoppet over"
    case .noPerson: "filen sier ikke hvem den gjelder: bruk --person for å si det"
    }
  }

  func text(for problem: CommandProblem) -> String {
    switch problem {
    case .unknownCommand(let word):
      "ukjent kommando: \(word): se helseportal help"
    case .unknownOption(let word):
      "ukjent valg: \(word): se helseportal help"
    case .missingValue(let option):
      "valget mangler en verdi: --\(option): skriv den etter valget"
    case .unwantedValue(let option):
      "valget tar ingen verdi: --\(option): skriv det uten ="
    case .optionNotHere(let option, let command):
      "valget gjelder ikke her: --\(option): se helseportal help \(command)"
    case .missingOperand(let command):
      "det mangler noe i kommandoen: \(command): se helseportal help \(command)"
    case .unexpectedOperand(let word):
      "ordet hører ikke til her: \(word): se helseportal help"
    case .optionsDisagree(let one, let other):
      "valgene går ikke sammen: --\(one) og --\(other): utelat ett av dem"
    case .badValue(let option, let value):
      "verdien kan ikke brukes: --\(option) \(value): se helseportal help"
    case .noPractice: "ingen legekontor finnes her: noen må ha skrevet til et"
    case .severalPractices: "det er flere legekontor: --practice: se helseportal desk --list"
    case .severalPeople:
      "lageret har flere personer: --person mangler: se hvem med helseportal people"
    case .unknownSection(let word):
      "ukjent del av journalen: \(word): se helseportal help"
    case .erasureNotConfirmed(let count):
      "ingenting er endret: nivået none sletter \(count) \(count == 1 ? "opplysning" : "opplysninger") og all usendt "
        + "tekst for godt, og lar stå hvem du er, valgene dine og hvem som kan handle for deg: "
        + "skriv --erase i tillegg for å gjøre det, eller --preview for å se hva som stenges"
    case .unknownField(let name):
      "ukjent felt: \(name): velg telephone, email eller language"
    case .fileMissing(let file):
      "filen finnes ikke: \(file): kontroller navnet"
    case .fileUnreadable(let file, let reason):
      "filen kan ikke leses: \(file) (\(reason)): kontroller rettighetene"
    case .fileIsDirectory(let file):
      "dette er en katalog: \(file): oppgi en fil"
    case .fileTooLarge(let file, let limit):
      "filen er for stor: \(file): grensen er \(limit) MiB, del den opp"
    case .notImported(let file, let error):
      "filen er avvist: \(file): \(text(for: error))"
    case .notStored(let file, let error):
      "filen er ikke lest inn: \(file): \(text(for: error))"
    case .noSampleData:
      "finner ikke de oppdiktede dataene: sample-data: sett HELSEPORTAL_SAMPLE_DATA"
    case .noPeople(let path):
      "det er ingen i lageret ennå: \(path): les inn en fil med helseportal import FIL, "
        + "eller prøv helseportal demo"
    case .noSuchPerson(let name):
      "finner ikke personen: \(name): se hvem som finnes med helseportal people"
    case .service(let error):
      text(for: error)
    case .wordNotUTF8(let number):
      "ikke tekst i UTF-8: ord \(number) etter helseportal: ingenting er gjort; skriv det i UTF-8"
    case .notUTF8(let line):
      "ikke tekst i UTF-8: linje \(line) av standard inndata: ingenting derfra er brukt; gjør den om "
        + "(iconv -t UTF-8) og fortsett fra den linjen"
    case .missingPIN:
      "PIN-koden mangler: --pin-file: oppgi en fil med den, eller - for standard inndata"
    case .inputTwice:
      "standard inndata kan ikke være begge deler: --pin-file - og --stdin-lines: legg PIN-koden i "
        + "en fil"
    case .differentPINs:
      "de to PIN-kodene er ikke like: PIN: skriv den nye to ganger, likt"
    case .todayOnlyInRehearsals:
      "datoen kan bare låses i demonstrasjoner og øvelser: --today: utelat valget"
    case .cannotCreate(let path, let reason):
      "kan ikke opprette: \(path) (\(reason)): kontroller plass og rettigheter"
    case .noTerminal(let reason):
      "kan ikke bruke terminalen: \(reason): prøv --plain"
    }
  }

  func text(for error: ServiceError) -> String {
    switch error {
    case .refused(let reason): text(for: reason)
    case .store(let error): text(for: error)
    case .noGeneralPractitioner:
      "journalen nevner ingen fastlege: ingen å sende til: les inn en fil der fastlegen står"
    case .emptyMessage: "meldingen er tom: teksten: skriv noe og prøv igjen"
    case .messageTooLong(let limit): "meldingen er for lang: grensen er \(limit) tegn: kort den ned"
    case .backup(let problem): text(for: problem)
    case .proxy(let problem): problemText(problem).asErrorLine
    case .dialogue(let problem): problemText(problem).asErrorLine
    case .appointment(let problem): problemText(problem).asErrorLine
    case .practitioner(let problem): problemText(problem).asErrorLine
    case .noSuchThread: "finner ikke samtalen: --thread: se helseportal show messages"
    case .noSuchRecord: "finner ikke oppføringen: id-en: se helseportal history"
    case .notEditable:
      "oppføringen kan ikke endres her: bare kontaktinformasjon (overview) kan endres: "
        + "se helseportal help edit"
    case .unusableValue(let field):
      "verdien kan ikke brukes: \(field.rawValue): \(problem(field))"
    case .identitiesDisagree:
      "numrene i filen hører til ulike personer i lageret: kontroller hvem filen gjelder"
    case .anotherPerson: "filen gjelder en annen: --person: kontroller hvem filen gjelder"
    case .severalPeople: "filen gjelder flere personer: --person: les den inn uten valget"
    case .signIn(let problem): text(for: problem)
    case .desk(let problem): problemText(problem).asErrorLine
    }
  }

  func text(for reason: RefusalReason) -> String {
    switch reason {
    case .consentLevel(let needed):
      "samtykket er for lavt: tjenesten krever \(word(for: needed)): hev samtykket først"
    case .notTheirRecord: "dette er ikke din journal: --as: velg personen selv"
    case .roleNotGranted(let role):
      "ingen fullmakt gir denne tilgangen: \(role.rawValue): personen må gi den selv"
    case .clockBehind:
      "klokken går etter journalen: ingen kan handle på vegne av andre: still klokken"
    case .importerMayOnlyImport: "den som leser inn filer, ser ikke i journalen"
    case .tooYoung, .parentalConsentMissing, .childTurned, .ageUnknown, .addressRule, .fosterParent,
      .grantNotBegun, .grantEnded, .notInGrant, .onlyThePerson, .unlistedAddress, .deceased,
      .noCareRelation, .notTheirWork, .onlyHealthService:
      refusalText(reason).asErrorLine
    }
  }

  func word(for level: ConsentLevel) -> String {
    switch level {
    case .none: "ingenting"
    case .basis: "basis"
    case .basisPlus: "basis+"
    case .full: "full tilgang"
    }
  }

  func text(for error: StoreError) -> String {
    switch error {
    case .noDataDirectory(let path):
      "det er ikke noe lager her ennå: \(path): les inn en fil med helseportal import FIL, "
        + "eller prøv helseportal demo"
    case .unsafeFileSystem(let kind):
      "filsystemet er ikke trygt for et lager: \(kind.name): flytt lageret til en disk på denne "
        + "maskinen, eller se helseportal doctor"
    case .unsafeDataDirectory(let path):
      "lageret er ikke trygt: \(path): katalogen må være din egen, med rettigheter 0700"
    case .notAStore(let path):
      "katalogen er ikke et lager: \(path): velg en tom katalog med --data"
    case .unknownFormat(let format):
      "lageret er skrevet av et nyere program: format \(format): oppdater helseportal"
    case .damagedSettings(let file):
      "lageret er skadet: \(file): hent filen tilbake fra en sikkerhetskopi"
    case .noSuchPerson: "finner ikke personen: id-en: se helseportal people"
    case .noSuchRecord: "finner ikke oppføringen: id-en: se helseportal history"
    case .damaged(let damage): text(for: damage)
    case .unsafeFile(let name):
      "filen er ikke en vanlig fil av dine egne: \(name): flytt den bort"
    case .busy: "noen andre lagrer akkurat nå: journalen: prøv igjen om litt"
    case .conflict(let id, let newest):
      "oppføringen er endret i mellomtiden: \(id.text), nå versjon \(newest): "
        + "se på den og prøv igjen"
    case .notPermitted: "tilgangen er ikke lenger der: journalen: åpne den på nytt"
    case .notSaved(let error): "ikke lagret: \(text(for: error)): ingenting er endret"
    case .system(let error): text(for: error)
    case .unreadable(let sequence):
      "en linje kan ikke forstås: linje \(sequence): oppdater helseportal eller kjør verify"
    }
  }

  func text(for damage: Damage) -> String {
    let place = damage.line.map { "\(damage.file), linje \($0)" } ?? damage.file
    return switch damage.kind {
    case .brokenLine: "lageret er skadet: \(place): linjen er endret eller borte"
    case .brokenPayload: "lageret er skadet: \(place): innholdet er endret"
    case .brokenHeader: "lageret er skadet: \(place): begynnelsen er endret"
    case .brokenBlob: "lageret er skadet: \(place): vedlegget er endret eller borte"
    case .cutOrReplaced: "lageret er skadet: \(place): filen er kuttet eller byttet ut"
    case .lineTooLong: "lageret er skadet: \(place): linjen er lengre enn lageret noen gang skriver"
    case .foreign: "lageret er skadet: \(place): filen hører til et annet sted"
    }
  }

  func text(for error: SystemError) -> String {
    "\(error.name): \(SystemError.words(error.code))"
  }

  private func text(for error: FHIRImportError) -> String {
    switch error {
    case .empty: "filen er tom: oppgi en fil med FHIR R4"
    case .notJSON(let error): text(for: error)
    case .unreadableLine(let error): text(for: error)
    case .xml: "filen er XML: be om den samme i JSON"
    case .notFHIR(let place): "\(text(for: place)): dette er ikke FHIR: oppgi en fil med FHIR R4"
    case .missingResourceType(let place):
      "\(text(for: place)): resourceType mangler: be avsenderen rette filen"
    case .malformedBundle(let element, let place):
      "\(text(for: place)): \(element) har feil form: be avsenderen rette filen"
    case .otherVersion(let version, let type, let place):
      "\(text(for: place)): \(type) er FHIR \(version.rawValue), ikke R4: be om filen i R4"
    case .digitalCovidCertificate:
      "dette er et EU-koronasertifikat, ikke FHIR: be om vaksinene i FHIR R4"
    case .tooManyCopies(let limit):
      "ressurser som mange deler, gir over \(limit) kopier: del filen opp for hver person"
    }
  }

  private func text(for place: JSONPlace) -> String {
    "linje \(place.line), kolonne \(place.column)"
  }

  private func text(for error: JSONError) -> String {
    "\(text(for: error.place)): \(text(for: error.reason)): be avsenderen rette filen"
  }

  private func text(for reason: JSONError.Reason) -> String {
    switch reason {
    case .empty: "det står ingenting her"
    case .unexpectedCharacter: "et tegn som ikke hører til i JSON"
    case .unexpectedEnd: "teksten slutter for tidlig"
    case .trailingData: "det står noe etter slutten"
    case .notUTF8: "tegnene er ikke UTF-8"
    case .notUTF8ButUTF16: "tegnene er UTF-16, ikke UTF-8"
    case .notUTF8ButUTF32: "tegnene er UTF-32, ikke UTF-8"
    case .nulCharacter: "et NUL-tegn"
    case .controlCharacter: "et styretegn i en tekst"
    case .invalidEscape: "en skråstrek-kode som ikke finnes"
    case .loneSurrogate: "et halvt tegn (surrogat)"
    case .invalidNumber: "et tall som ikke er skrevet som i JSON"
    case .duplicateKey: "samme navn står to ganger i ett objekt"
    case .documentTooLarge(let limit): "større enn \(limit / 1_048_576) MiB"
    case .tooDeep(let limit): "dypere enn \(limit) nivåer"
    case .stringTooLong(let limit): "en tekst lengre enn \(limit / 1_048_576) MiB"
    case .numberTooLong(let limit): "et tall lengre enn \(limit) tegn"
    case .tooManyValues(let limit): "mer enn \(limit) verdier"
    }
  }
}
