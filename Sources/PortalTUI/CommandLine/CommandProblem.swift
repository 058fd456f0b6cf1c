import PortalCore

/// How the program ends (`cli.md`; sysexits.h).
enum ExitStatus: Int32, Sendable {
  case done = 0
  case checkFailed = 1
  case usage = 64
  case dataError = 65
  case noInput = 66
  case cannotCreate = 73
  case inputOutput = 74
  case tryAgain = 75
  case notPermitted = 77
}

/// Why a command did not do what it was asked: one line each, worded by the phrasebook.
enum CommandProblem: Error, Equatable, Sendable {
  // Wrong usage.
  case unknownCommand(String)
  case unknownOption(String)
  case missingValue(option: String)
  case unwantedValue(option: String)
  case optionNotHere(option: String, command: String)
  case missingOperand(command: String)
  case unexpectedOperand(String)
  case badValue(option: String, value: String)
  /// A word of the command line that is no text, counted from 1.
  case wordNotUTF8(Int)
  case optionsDisagree(String, String)
  case severalPeople
  case noPractice
  case severalPractices
  case unknownSection(String)
  case unknownField(String)
  /// Nothing is erased by a slip: how many things would be.
  case erasureNotConfirmed(count: Int)

  // Input files.
  case fileMissing(String)
  case fileUnreadable(String, reason: String)
  case fileIsDirectory(String)
  case fileTooLarge(String, limitInMebibytes: Int)
  case notImported(file: String, FHIRImportError)
  case notStored(file: String, ServiceError)
  case noSampleData
  /// A line of standard input that is no text.
  case notUTF8(line: Int)

  // The store and its services.
  case noPeople(String)
  case noSuchPerson(String)
  case service(ServiceError)
  case todayOnlyInRehearsals
  case cannotCreate(String, reason: String)

  // Signing in.
  case missingPIN
  case inputTwice
  case differentPINs

  // The terminal.
  case noTerminal(reason: String)

  var status: ExitStatus {
    switch self {
    case .unknownCommand, .unknownOption, .missingValue, .unwantedValue, .optionNotHere,
      .missingOperand, .unexpectedOperand, .badValue, .optionsDisagree, .severalPeople,
      .unknownSection, .wordNotUTF8,
      .unknownField, .erasureNotConfirmed:
      .usage
    case .severalPractices: .usage
    case .fileMissing, .fileUnreadable, .fileIsDirectory, .noSampleData, .noPeople, .noPractice:
      .noInput
    case .fileTooLarge, .notImported, .notUTF8: .dataError
    case .notStored(_, let error), .service(let error): error.status
    case .noSuchPerson: .usage
    case .todayOnlyInRehearsals: .notPermitted
    case .missingPIN, .inputTwice: .usage
    case .differentPINs: .dataError
    case .cannotCreate: .cannotCreate
    case .noTerminal: .usage
    }
  }
}

extension CommandProblem {
  /// Why a file that somebody named could not be read.
  init(_ problem: InputFile.Problem, of file: String) {
    switch problem {
    case .missing: self = .fileMissing(file)
    case .directory: self = .fileIsDirectory(file)
    case .tooLarge(let limit):
      self = .fileTooLarge(file, limitInMebibytes: limit / 1_048_576)
    case .unreadable(let reason): self = .fileUnreadable(file, reason: reason)
    }
  }
}

extension ServiceError {
  var status: ExitStatus {
    switch self {
    case .refused: .notPermitted
    case .store(let error): error.status
    case .noGeneralPractitioner, .emptyMessage, .messageTooLong, .notEditable, .unusableValue,
      .identitiesDisagree,
      .anotherPerson, .severalPeople:
      .dataError
    case .noSuchThread, .noSuchRecord: .usage
    case .backup(let problem): problem.status
    case .proxy(let problem): problem.status
    case .dialogue(let problem): problem.status
    case .appointment(let problem): problem.status
    case .practitioner(let problem): problem.status
    case .signIn(let problem): problem.status
    case .desk(let problem): problem.status
    }
  }
}

extension DeskProblem {
  var status: ExitStatus {
    switch self {
    case .thread, .renewalsChanged: .tryAgain
    case .reasonMissing, .nothingDecided: .dataError
    }
  }
}

extension DialogueProblem {
  var status: ExitStatus {
    switch self {
    // Somebody was faster: what stands there now is to be looked at.
    case .thread(.changedMeanwhile), .thread(.writtenSince): .tryAgain
    case .thread(.notPossible), .formerPractice, .serviceOff: .notPermitted
    case .nothingToRenew: .usage
    case .notRenewable, .attachment, .attachmentLost: .dataError
    }
  }
}

extension PractitionerProblem {
  var status: ExitStatus {
    switch self {
    case .noSuchPractitioner: .usage
    case .noFreePlace: .tryAgain
    case .tooMany: .notPermitted
    case .hasFreePlace, .alreadyTheirs, .pendingChange, .notPending, .notWaiting: .dataError
    }
  }
}

extension AppointmentProblem {
  var status: ExitStatus {
    switch self {
    case .noSuchTime: .usage
    case .timeTaken: .tryAgain
    case .timeOver, .wordsMissing, .tooLong, .otherPractice, .notPossible, .notOffered: .dataError
    }
  }
}

extension ProxyProblem {
  var status: ExitStatus {
    switch self {
    case .unknownHolder: .usage
    case .noArea, .startsInThePast, .endsBeforeStart, .lastsTooLong, .reasonMissing, .alreadyGiven,
      .alreadyEnded, .parenthoodMissing:
      .dataError
    case .oneself, .holderCannotAct, .holderTooYoung, .holderAgeUnknown, .notOnesOwnToEnd,
      .notFromRegister, .onlyPreview, .notPreviewable:
      .notPermitted
    }
  }
}

extension SignInProblem {
  var status: ExitStatus {
    switch self {
    case .needed, .wrong, .locked, .oldPINNeeded: .notPermitted
    case .notANumber, .unusableIdleTime: .usage
    case .weak: .dataError
    case .pepper(let problem): problem.status
    case .hashFailed: .tryAgain
    }
  }
}

extension PepperProblem {
  var status: ExitStatus {
    switch self {
    case .missing, .unusable, .different, .insideStore: .notPermitted
    case .system(_, let error):
      error.call == .create || error.call == .makeDirectory ? .cannotCreate : .inputOutput
    case .store(let error): error.status
    }
  }
}

extension BackupProblem {
  var status: ExitStatus {
    switch self {
    case .alreadyThere: .cannotCreate
    case .unsafeDirectory: .notPermitted
    case .missing: .noInput
    case .notABackup, .newerFormat, .altered, .tooLarge: .dataError
    case .system(let error):
      error.call == .create || error.call == .makeDirectory ? .cannotCreate : .inputOutput
    }
  }
}

extension StoreError {
  var status: ExitStatus {
    switch self {
    case .noDataDirectory: .noInput
    case .unsafeDataDirectory, .unsafeFileSystem, .notPermitted: .notPermitted
    case .notAStore, .unknownFormat, .damagedSettings, .damaged, .unreadable: .dataError
    case .noSuchPerson, .noSuchRecord: .usage
    case .unsafeFile: .notPermitted
    case .busy, .conflict: .tryAgain
    case .notSaved: .inputOutput
    case .system(let error): error.call == .makeDirectory ? .cannotCreate : .inputOutput
    }
  }
}
