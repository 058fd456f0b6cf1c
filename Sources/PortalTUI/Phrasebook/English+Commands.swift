import PortalCore

extension English {
  var withoutName: String { "(no name)" }

  var helpIntroduction: String {
    "helseportal: your health record in a terminal. Without a command the portal opens."
  }
  var helpAccess: String { "Who may do what: helseportal help access (with --plain in words)" }
  func helpSections(_ names: String) -> String { "SECTION is one of: \(names)" }
  var helpDataDirectory: String {
    "Data lie in --data, else $HELSEPORTAL_DATA, else ~/.local/share/helseportal."
  }
  var helpExitStatus: String {
    "Exit status: 0 done, 1 the check did not hold, 64 wrong usage, 65 bad data, "
      + "66 file missing, 73 cannot create, 74 input/output error, 75 try again, "
      + "77 not permitted."
  }

  func explanation(of command: CommandName) -> String {
    switch command {
    case .open: "Open the portal."
    case .demo: "Open the portal on a copy of invented data. Nothing is kept."
    case .people: "Show who is in the store."
    case .importing: "Read in files from another health system (HL7 FHIR R4, JSON or NDJSON)."
    case .show: "Show one section of the record in plain text, or as JSON."
    case .search: "Search for words in the whole record."
    case .send: "Send a message to the GP's office. Each is stored when it is said to be sent."
    case .edit: "Change how you are to be reached, as it was in a version."
    case .policy:
      "Show or choose the rules on which sources disagree: which parents, youth messages."
    case .pin: "Set or change a PIN; have people sign in; say when sessions end."
    case .history: "Show every change in the record, or the record as it was on a day."
    case .accessLog: "Show who has opened the record."
    case .grant: "Give, change, end or look at somebody's right to act for a person."
    case .consent: "Show or choose what a person has consented to."
    case .notifications: "Show or choose what is told outside the portal; it sends nothing."
    case .appointment:
      "Show free times; book, move, cancel or accept an appointment; write it for a calendar."
    case .desk:
      "Open the desk of a practice: answer, decide prescriptions, offer times; or set it up."
    case .gp: "Show the GP; find one with free places; change, undo, wait for a place."
    case .verify: "Check that nothing in the store, or in a backup, is altered or gone."
    case .repair: "Mend damage: keep what is good, put the broken file aside, say so in the record."
    case .backup: "Copy the whole store into one new file, while others may write."
    case .restore: "Put a backup into an empty data directory, and check it."
    case .doctor:
      "Check the terminal, the locale and the store, deliver what is due, and say what to mend."
    case .help: "Show help, or help on a command."
    case .version: "Show the version."
    case .makeSampleData: "Make the invented data anew (for developers)."
    case .picture: "Draw a page of the demonstration as SVG (for the documentation)."
    }
  }

  func explanation(of option: Option) -> String {
    switch option {
    case .data: "the directory where data lie"
    case .language: "language: nb, nn or en"
    case .plain: "plain text without drawing, for a screen reader, a braille display or a pipe"
    case .ascii: "draw lines with ASCII characters"
    case .actor: "who acts: id or national number"
    case .pinFile: "file with the PIN, - for standard input"
    case .today: "pin the date, only in demonstrations and rehearsals"
    case .require: "from now on people sign in; no command takes this back"
    case .reIdentified: "give a new PIN: it has been made sure who the person is, and it is logged"
    case .addressRule:
      "one-parent-at-address: all parents, where one lives with the child; only-those-at-address"
    case .fosterParents: "whether foster parents act as parents do: yes or no"
    case .youthMessages: "whether somebody of 13 to 15 years reads and writes messages: yes or no"
    case .idle: "minutes without a key after which sessions end"
    case .person: "whose record: id or national number"
    case .json: "print the result as JSON"
    case .dryRun: "read and report, but store nothing"
    case .kind: "office or e-consultation"
    case .thread: "the conversation that is answered in"
    case .text: "the text of the message, or what an appointment is about"
    case .stdinLines: "send each line of standard input as a message"
    case .receipts: "print TRY before and ACK after each message"
    case .record: "only this record"
    case .base: "the version that the change was made on"
    case .set:
      "FIELD=VALUE: telephone, email or language; an empty value takes your answer away"
    case .asOf: "as it was at the end of this day"
    case .ids: "print HAVE and the id of each message"
    case .size: "size of the picture in characters, 80x24 for instance"
    case .keys: "keys to press first, separated by commas"
    case .into: "the directory, or the new file, to write to"
    case .since: "from this day on"
    case .until: "up to this day, that day included; of a proxy its last day, or none"
    case .others: "only what others than the person did"
    case .csv: "print the result as comma-separated values (RFC 4180)"
    case .allowNetworkFileSystem:
      "let the store lie on a file system over the network, never on NFS or SMB"
    case .from: "the backup to take what is missing from"
    case .receipt: "whether the record holds the line of this receipt, 1284-3fa91c07 for instance"
    case .to: "who is to act: id or national number"
    case .role:
      "FU proxy (default); FO parent or VE guardian, as the register says; TD assigned by a practice"
    case .areas: "what it reaches to, separated by commas, or all"
    case .start: "the first day; from now on where it is left out"
    case .change: "the right that is changed: it ends, and a new one comes in its place"
    case .end: "the right that ends at once: by the person, or by the one who has it (--as)"
    case .preview: "show what it would open and close, and store nothing"
    case .sameAddress: "yes or no: whether parent and child are registered at the same address"
    case .foster: "a foster parent"
    case .practice: "the practice: that assigns a proxy, or of a GP"
    case .staff: "the doctor there"
    case .slot: "a free time, by its id"
    case .reason: "why: a proxy is assigned, an appointment cancelled"
    case .level: "none, basis, basis+ or full; of notifications none, limited, normal or full"
    case .erase: "yes, erase all that is stored for good: withdrawing a consent does so"
    case .youthLogin: "yes or no: whether a young person of 13 to 15 may sign in (--as a parent)"
    case .list: "who works there and which services are on; without --practice the practices"
    case .addStaff: "adds somebody who works there"
    case .endStaff: "somebody does not work there any more"
    case .work: "doctor, nurse or reception"
    case .personnelNumber: "number in the register of health personnel"
    case .switching: "a service and =on or =off, the latter with --reason"
    case .offer: "offers a first time: 2026-11-24T09:20"
    case .minutes: "how long each time lasts, 20 without"
    case .count: "how many times, one after the other"
    case .subject: "the subject of the message"
    case .renew:
      "prescriptions to renew, with commas between: see helseportal show prescriptions"
    case .attach: "a file to attach: text, PDF, PNG or JPEG"
    case .help: "show help"
    case .version: "show the version"
    }
  }

  func importHeading(_ file: String, _ status: ImportedFile.Status) -> String {
    switch status {
    case .imported: "\(file): imported"
    case .unchanged: "\(file): nothing new"
    case .refused: "\(file): refused"
    }
  }

  func importing(_ file: String, number: Int, of count: Int) -> String {
    "importing \(file) (\(number) of \(count)) …"
  }

  func importLine(_ type: String, _ count: ImportReport.Count) -> String {
    var parts = ["\(count.read) read"]
    if count.mapped > 0 { parts.append("\(count.mapped) mapped") }
    if count.kept > 0 { parts.append("\(count.kept) kept as they are") }
    if count.refused > 0 { parts.append("\(count.refused) refused") }
    return "\(type): " + parts.joined(separator: ", ")
  }

  func verified(people: Int, lines: Int) -> String {
    "\(people) \(people == 1 ? "record" : "records"), \(lines) lines: all is sound"
  }

  func verifyRemark(_ remark: String) -> String { "note: \(remark)" }

  func deliveries(_ report: DeliveryReport, mended: Int) -> String {
    var parts: [String] = []
    if report.completed > 0 { parts.append("\(report.completed) that were left are complete now") }
    if mended > 0 { parts.append("\(mended) \(mended == 1 ? "queue" : "queues") made anew") }
    if report.alive > 0 { parts.append("\(report.alive) by sessions that are still open") }
    if report.due > 0 { parts.append("\(report.due) cannot be done: run helseportal verify") }
    return parts.isEmpty ? "nothing is due" : parts.joined(separator: "; ")
  }

  var doctor: DoctorPhrases {
    DoctorPhrases(
      terminal: "Terminal",
      locale: "Language and character set",
      dataDirectory: "Data",
      deliveries: "Deliveries",
      fine: "fine",
      notATerminal: "this is not a terminal; the portal uses plain text here",
      unknownTerminal: "unknown; set TERM, to xterm-256color for instance",
      notUTF8: "the character set is not UTF-8; set LANG, to en_GB.UTF-8 for instance",
      missingData: "not there yet; read in a file with helseportal import"
    )
  }

  func text(for remark: ImportReport.Remark, count: Int, file: String) -> String {
    let place = [remark.resourceType, remark.line.map { "line \($0)" }].compactMap { $0 }
    let what = ([file] + place).joined(separator: ", ")
    let times = count > 1 ? " (\(count) times)" : ""
    return "\(what): \(text(for: remark.reason))\(times)"
  }

  private func text(for reason: ImportReport.Remark.Reason) -> String {
    switch reason {
    case .impossibleValue(let element): "\(element) has a value that cannot be: refused"
    case .missingElement(let element): "\(element) is missing: refused"
    case .duplicateIdentity: "the same id stands twice with different content: the later is refused"
    case .unverifiedNationalNumber:
      "the national number has a wrong check digit: kept, but nobody is recognised by it"
    case .emptyElements: "empty elements were passed over"
    case .byteOrderMark: "the file begins with a byte order mark: passed over"
    case .noPerson: "the file does not say whose it is: say so with --person"
    }
  }

  func text(for problem: CommandProblem) -> String {
    switch problem {
    case .unknownCommand(let word):
      "unknown command: \(word): see helseportal help"
    case .unknownOption(let word):
      "unknown option: \(word): see helseportal help"
    case .missingValue(let option):
      "the option lacks a value: --\(option): write it after the option"
    case .unwantedValue(let option):
      "the option takes no value: --\(option): write it without ="
    case .optionNotHere(let option, let command):
      "the option has no meaning here: --\(option): see helseportal help \(command)"
    case .missingOperand(let command):
      "something is missing in the command: \(command): see helseportal help \(command)"
    case .unexpectedOperand(let word):
      "the word has no meaning here: \(word): see helseportal help"
    case .optionsDisagree(let one, let other):
      "the options do not go together: --\(one) and --\(other): leave one of them out"
    case .badValue(let option, let value):
      "the value cannot be used: --\(option) \(value): see helseportal help"
    case .noPractice: "there is no practice in the store: somebody has to have written to one"
    case .severalPractices: "there are several practices: --practice: see helseportal desk --list"
    case .severalPeople:
      "the store has several people: --person is missing: see who with helseportal people"
    case .unknownSection(let word):
      "unknown section of the record: \(word): see helseportal help"
    case .erasureNotConfirmed(let count):
      "nothing is changed: level none erases \(count) \(count == 1 ? "thing" : "things") and all unsent "
        + "text for good, and leaves who you are, your choices and who may act for you: "
        + "add --erase to do so, or --preview to see what closes"
    case .unknownField(let name):
      "unknown field: \(name): choose telephone, email or language"
    case .fileMissing(let file):
      "the file is not there: \(file): check its name"
    case .fileUnreadable(let file, let reason):
      "the file cannot be read: \(file) (\(reason)): check its permissions"
    case .fileIsDirectory(let file):
      "this is a directory: \(file): name a file"
    case .fileTooLarge(let file, let limit):
      "the file is too large: \(file): the limit is \(limit) MiB, split it"
    case .notImported(let file, let error):
      "the file is refused: \(file): \(text(for: error))"
    case .notStored(let file, let error):
      "the file was not imported: \(file): \(text(for: error))"
    case .noSampleData:
      "the sample data are not found: sample-data: set HELSEPORTAL_SAMPLE_DATA"
    case .noPeople(let path):
      "nobody is in the store yet: \(path): read in a file with helseportal import FILE, "
        + "or try helseportal demo"
    case .noSuchPerson(let name):
      "the person is not found: \(name): see who is there with helseportal people"
    case .service(let error):
      text(for: error)
    case .wordNotUTF8(let number):
      "not text in UTF-8: word \(number) after helseportal: nothing was done; write it in UTF-8"
    case .notUTF8(let line):
      "not text in UTF-8: line \(line) of standard input: nothing from there on was used; convert it "
        + "(iconv -t UTF-8) and go on from that line"
    case .missingPIN:
      "the PIN is missing: --pin-file: name a file with it, or - for standard input"
    case .inputTwice:
      "standard input cannot be both: --pin-file - and --stdin-lines: put the PIN in a file"
    case .differentPINs:
      "the two PINs are not the same: PIN: type the new one twice, alike"
    case .todayOnlyInRehearsals:
      "the date can be pinned in demonstrations and rehearsals only: --today: leave it out"
    case .cannotCreate(let path, let reason):
      "cannot create: \(path) (\(reason)): check space and permissions"
    case .noTerminal(let reason):
      "the terminal cannot be used: \(reason): try --plain"
    }
  }

  func text(for error: ServiceError) -> String {
    switch error {
    case .refused(let reason): text(for: reason)
    case .store(let error): text(for: error)
    case .noGeneralPractitioner:
      "the record names no GP: nobody to send to: import a file that names the GP"
    case .emptyMessage: "the message is empty: the text: write something and try again"
    case .messageTooLong(let limit):
      "the message is too long: the limit is \(limit) characters: shorten it"
    case .backup(let problem): text(for: problem)
    case .proxy(let problem): problemText(problem).asErrorLine
    case .dialogue(let problem): problemText(problem).asErrorLine
    case .appointment(let problem): problemText(problem).asErrorLine
    case .practitioner(let problem): problemText(problem).asErrorLine
    case .noSuchThread: "the conversation is not found: --thread: see helseportal show messages"
    case .noSuchRecord: "the record is not found: the id: see helseportal history"
    case .notEditable:
      "the record cannot be changed here: only contact information (overview) can: "
        + "see helseportal help edit"
    case .unusableValue(let field):
      "the value cannot be used: \(field.rawValue): \(problem(field))"
    case .identitiesDisagree:
      "the numbers in the file belong to different people in the store: check whose it is"
    case .anotherPerson: "the file is about somebody else: --person: check whose it is"
    case .severalPeople: "the file is about several people: --person: import it without the option"
    case .signIn(let problem): text(for: problem)
    case .desk(let problem): problemText(problem).asErrorLine
    }
  }

  func text(for reason: RefusalReason) -> String {
    switch reason {
    case .consentLevel(let needed):
      "the consent is too low: the service needs \(word(for: needed)): raise it first"
    case .notTheirRecord: "this is not your record: --as: choose the person themselves"
    case .roleNotGranted(let role):
      "no proxy gives this access: \(role.rawValue): the person must give it"
    case .clockBehind: "the clock is behind the record: nobody can act for others: set the clock"
    case .importerMayOnlyImport: "whoever imports files does not look into the record"
    case .tooYoung, .parentalConsentMissing, .childTurned, .ageUnknown, .addressRule, .fosterParent,
      .grantNotBegun, .grantEnded, .notInGrant, .onlyThePerson, .unlistedAddress, .deceased,
      .noCareRelation, .notTheirWork, .onlyHealthService:
      refusalText(reason).asErrorLine
    }
  }

  func word(for level: ConsentLevel) -> String {
    switch level {
    case .none: "nothing"
    case .basis: "basis"
    case .basisPlus: "basis+"
    case .full: "full access"
    }
  }

  func text(for error: StoreError) -> String {
    switch error {
    case .noDataDirectory(let path):
      "there is no store here yet: \(path): read in a file with helseportal import FILE, "
        + "or try helseportal demo"
    case .unsafeFileSystem(let kind):
      "the file system is not safe for a store: \(kind.name): move the store to a disk of this "
        + "machine, or see helseportal doctor"
    case .unsafeDataDirectory(let path):
      "the store is not safe: \(path): the directory must be your own, with mode 0700"
    case .notAStore(let path):
      "the directory is no store: \(path): choose an empty one with --data"
    case .unknownFormat(let format):
      "the store was written by a newer program: format \(format): update helseportal"
    case .damagedSettings(let file):
      "the store is damaged: \(file): get the file back from a backup"
    case .noSuchPerson: "the person is not found: the id: see helseportal people"
    case .noSuchRecord: "the record is not found: the id: see helseportal history"
    case .damaged(let damage): text(for: damage)
    case .unsafeFile(let name):
      "the file is no regular file of your own: \(name): move it away"
    case .busy: "somebody else is saving just now: the record: try again in a moment"
    case .conflict(let id, let newest):
      "the record has been changed meanwhile: \(id.text), now version \(newest): "
        + "look at it and try again"
    case .notPermitted: "the access is not there any more: the record: open it again"
    case .notSaved(let error): "not saved: \(text(for: error)): nothing was changed"
    case .system(let error): text(for: error)
    case .unreadable(let sequence):
      "a line cannot be understood: line \(sequence): update helseportal or run verify"
    }
  }

  func text(for damage: Damage) -> String {
    let place = damage.line.map { "\(damage.file), line \($0)" } ?? damage.file
    return switch damage.kind {
    case .brokenLine: "the store is damaged: \(place): the line is altered or gone"
    case .brokenPayload: "the store is damaged: \(place): the content is altered"
    case .brokenHeader: "the store is damaged: \(place): the beginning is altered"
    case .brokenBlob: "the store is damaged: \(place): the blob is altered or gone"
    case .cutOrReplaced: "the store is damaged: \(place): the file was cut or replaced"
    case .lineTooLong:
      "the store is damaged: \(place): the line is longer than any the store writes"
    case .foreign: "the store is damaged: \(place): the file belongs elsewhere"
    }
  }

  func text(for error: SystemError) -> String {
    "\(error.name): \(SystemError.words(error.code))"
  }

  private func text(for error: FHIRImportError) -> String {
    switch error {
    case .empty: "the file is empty: name a file with FHIR R4"
    case .notJSON(let error): text(for: error)
    case .unreadableLine(let error): text(for: error)
    case .xml: "the file is XML: ask for the same in JSON"
    case .notFHIR(let place): "\(text(for: place)): this is not FHIR: name a file with FHIR R4"
    case .missingResourceType(let place):
      "\(text(for: place)): resourceType is missing: ask the sender to mend the file"
    case .malformedBundle(let element, let place):
      "\(text(for: place)): \(element) has the wrong shape: ask the sender to mend the file"
    case .otherVersion(let version, let type, let place):
      "\(text(for: place)): \(type) is FHIR \(version.rawValue), not R4: ask for the file in R4"
    case .digitalCovidCertificate:
      "this is an EU covid certificate, not FHIR: ask for the vaccinations in FHIR R4"
    case .tooManyCopies(let limit):
      "resources that many share make over \(limit) copies: split the file by person"
    }
  }

  private func text(for place: JSONPlace) -> String {
    "line \(place.line), column \(place.column)"
  }

  private func text(for error: JSONError) -> String {
    "\(text(for: error.place)): \(text(for: error.reason)): ask the sender to mend the file"
  }

  private func text(for reason: JSONError.Reason) -> String {
    switch reason {
    case .empty: "there is nothing here"
    case .unexpectedCharacter: "a character that has no place in JSON"
    case .unexpectedEnd: "the text ends too early"
    case .trailingData: "something stands after the end"
    case .notUTF8: "the characters are not UTF-8"
    case .notUTF8ButUTF16: "the characters are UTF-16, not UTF-8"
    case .notUTF8ButUTF32: "the characters are UTF-32, not UTF-8"
    case .nulCharacter: "a NUL character"
    case .controlCharacter: "a control character in a text"
    case .invalidEscape: "an escape that does not exist"
    case .loneSurrogate: "half a character (a lone surrogate)"
    case .invalidNumber: "a number not written as in JSON"
    case .duplicateKey: "the same name stands twice in one object"
    case .documentTooLarge(let limit): "larger than \(limit / 1_048_576) MiB"
    case .tooDeep(let limit): "deeper than \(limit) levels"
    case .stringTooLong(let limit): "a text longer than \(limit / 1_048_576) MiB"
    case .numberTooLong(let limit): "a number longer than \(limit) characters"
    case .tooManyValues(let limit): "more than \(limit) values"
    }
  }
}
