import PortalCore

extension English {
  func problemText(_ error: ServiceError) -> String {
    switch error {
    case .refused(let reason): refusalText(reason)
    case .store(let error): storeProblemText(error)
    case .noGeneralPractitioner: "Your record names no GP to write to."
    case .emptyMessage: "Write the text before you send."
    case .messageTooLong(let limit): "The text is too long. There is room for \(limit) characters."
    case .backup(let problem): text(for: problem)
    case .proxy(let problem): problemText(problem)
    case .dialogue(let problem): problemText(problem)
    case .appointment(let problem): problemText(problem)
    case .practitioner(let problem): problemText(problem)
    case .noSuchThread: "The conversation is not there, or you have no access to it."
    case .noSuchRecord: "The information is not there, or you have no access to it."
    case .notEditable: "This cannot be changed here."
    case .unusableValue(let field): problem(field)
    case .identitiesDisagree: "The file points at two different people. Nothing was brought in."
    case .anotherPerson: "The file is about another person. Nothing was brought in."
    case .severalPeople: "The file is about several people. Nothing was brought in."
    case .signIn(let problem): sentence(on: problem)
    case .desk(let problem): problemText(problem)
    }
  }

  func refusalText(_ reason: RefusalReason) -> String {
    switch reason {
    case .consentLevel(let needed):
      "You have not consented to this. It needs the consent level “\(name(of: needed))”."
    case .notTheirRecord: "This is another person's record."
    case .roleNotGranted(let role): "You do not have this role here: \(name(of: role))."
    case .clockBehind:
      "The clock of this machine is behind the record. Set the clock. Until then nobody can act for others."
    case .importerMayOnlyImport: "An import may bring information in, but not read it."
    case .tooYoung(let years): "This needs an age of \(years) years."
    case .parentalConsentMissing:
      "The parents must say yes before somebody between 13 and 16 years can sign in."
    case .childTurned(let years):
      "The child has turned \(years). From then on this is closed to the parents."
    case .ageUnknown: "The date of birth is not known. Without it nobody can act for the person."
    case .addressRule:
      "None of the parents is registered at the child's address, or not the one who asks."
    case .fosterParent: "Foster parents need a decision or a proxy of their own."
    case .grantNotBegun: "The right to act for this person has not begun yet."
    case .grantEnded: "The right to act for this person is over."
    case .notInGrant(let area): "The proxy does not reach to this: \(name(of: area))."
    case .onlyThePerson: "Only the person themselves can do or see this."
    case .unlistedAddress: "With a secret address nobody can act for others, or be acted for."
    case .deceased: "The person is dead. Nobody can act for them here."
    case .noCareRelation: "This practice does not treat the person."
    case .onlyHealthService: "What the health service writes is not changed here."
    case .notTheirWork: "This is not needed for the work that you do."
    }
  }

  func storeProblemText(_ error: StoreError) -> String {
    switch error {
    case .noDataDirectory(let path): "The folder \(path) is not there."
    case .unsafeFileSystem(let kind):
      "The records lie on a file system that is not safe for them (\(kind.name)). They are not "
        + "opened. “helseportal doctor” says more."
    case .unsafeDataDirectory(let path):
      "The folder \(path) is somebody else's, or others can read it. It is not opened."
    case .notAStore(let path): "The folder \(path) holds something other than records."
    case .unknownFormat:
      "The records were written by a newer version of the program. Nothing was changed. Use the "
        + "newer version."
    case .damagedSettings(let file):
      "The file \(file) is damaged. Bring it back from a backup."
    case .noSuchPerson: "The person is not here."
    case .noSuchRecord: "The information is not there."
    case .damaged(let damage): damageText(damage)
    case .unsafeFile(let name): "The file \(name) is not an ordinary file. It is not used."
    case .busy: "The record is in use right now. Wait a little and try again."
    case .conflict:
      "The information has changed since you opened it. Nothing was stored. Open it again."
    case .notPermitted: "You no longer have access to this. Nothing was stored."
    case .notSaved(let cause): "It was not stored. \(systemProblemText(cause))"
    case .system(let cause): systemProblemText(cause)
    case .unreadable(let sequence):
      "Line \(sequence + 1) of the record holds something this version of the program cannot read."
    }
  }

  func systemProblemText(_ error: SystemError) -> String {
    if error.isFull { return "The disk is full. Free some space and try again." }
    if error.isReadOnly { return "The disk can only be read." }
    if error.isNotPermitted { return "The program may not use the file \(error.name)." }
    if error.isMissing { return "The file \(error.name) is not there." }
    if error.isTooManyOpenFiles { return "Too many files are open. Close something and try again." }
    return "The file \(error.name) could not be used (error \(error.code) from the system)."
  }

  func damageText(_ damage: Damage) -> String {
    let what =
      switch damage.kind {
      case .brokenLine: "a line is broken or missing"
      case .brokenPayload: "the content of a line is broken"
      case .brokenHeader: "the beginning of the file is broken"
      case .brokenBlob: "a file with content is missing or broken"
      case .cutOrReplaced: "the end is missing, or the file was replaced by an older copy"
      case .lineTooLong: "a line is longer than any the program writes"
      case .foreign: "the file belongs to another person or another place"
      }
    let place = damage.line.map { "line \($0)" } ?? "from byte \(damage.offset)"
    return "The record is damaged: \(what). File \(damage.file), \(place). You see what is whole, "
      + "and nothing can be sent or changed. The command “helseportal verify” says more."
  }

  func name(of level: ConsentLevel) -> String {
    switch level {
    case .none: "None"
    case .basis: "Basic"
    case .basisPlus: "Basic+"
    case .full: "Full access"
    }
  }

  func name(of area: ProxyArea) -> String {
    switch area {
    case .registered: "What is registered"
    case .patientRecord: "The patient record"
    case .digitalServices: "Digital health services"
    }
  }

  func name(of role: Role) -> String {
    switch role {
    case .oneself: "yourself"
    case .parent: "parent"
    case .guardian: "guardian"
    case .proxy: "proxy"
    case .assignedProxy: "assigned proxy"
    case .staff: "staff"
    case .importer: "import"
    case .system: "the program"
    }
  }
}
