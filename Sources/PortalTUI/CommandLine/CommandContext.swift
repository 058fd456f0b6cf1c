import PortalCore

/// What a command works with: its arguments, its console, its surroundings and its language.
struct CommandContext {
  let arguments: Arguments
  let console: Console
  let environment: Environment
  var surroundings: Surroundings
  let phrases: any Phrasebook

  // MARK: - The store

  /// Where records lie (`cli.md`).
  func dataDirectory() -> String {
    if let given = arguments[.data] { return given }
    if let variable = environment["HELSEPORTAL_DATA"], !variable.isEmpty { return variable }
    if let base = environment["XDG_DATA_HOME"], !base.isEmpty { return base + "/helseportal" }
    return (environment["HOME"] ?? "") + "/.local/share/helseportal"
  }

  /// Opens the store that is there, its clock pinned where it is a rehearsal, and completes what
  /// others have left undelivered.
  func openPortal() throws(CommandProblem) -> Portal {
    let portal = try openPortalUntouched()
    portal.completeDeliveries()
    return portal
  }

  /// As `openPortal`, for commands that only look: nothing is completed.
  func openPortalUntouched() throws(CommandProblem) -> Portal {
    let path = dataDirectory()
    let portal = try asking { () throws(ServiceError) in
      try Portal(at: path, surroundings: surroundings)
    }
    return try pinned(portal, path)
  }

  /// Opens the store only to look at it, wherever it lies; nothing is written in it.
  func openPortalForReading() throws(CommandProblem) -> Portal {
    let path = dataDirectory()
    return try asking { () throws(ServiceError) in
      try Portal(reading: path, surroundings: surroundings)
    }
  }

  /// Opens the store, making it where it is missing.
  func openOrCreatePortal() throws(CommandProblem) -> Portal {
    let path = dataDirectory()
    let pin = try today()
    let portal = try asking { () throws(ServiceError) in
      try Portal(at: path, rehearsal: pin, surroundings: surroundings)
    }
    let opened = try pinned(portal, path)
    opened.completeDeliveries()
    return opened
  }

  /// The same store with the clock that its settings and `--today` ask for.
  func pinned(_ portal: Portal, _ path: String) throws(CommandProblem) -> Portal {
    let today = try today()
    guard let rehearsal = portal.settings.rehearsal else {
      // A pinned date must not revive what has run out.
      if today != nil { throw .todayOnlyInRehearsals }
      return portal
    }
    var surroundings = surroundings
    surroundings.clock = environment.pinnedClock(today ?? rehearsal)
    return try asking { () throws(ServiceError) in
      try Portal(at: path, surroundings: surroundings)
    }
  }

  /// The moment `--today` pins: a day means its noon in Norway.
  func today() throws(CommandProblem) -> Instant? {
    guard let text = arguments[.today] else { return nil }
    if let date = CivilDate(text) { return OsloTime.noon(date) }
    guard let date = PartialDate(text), date.precision == .instant else {
      throw .badValue(option: Option.today.rawValue, value: text)
    }
    return date.start
  }

  // MARK: - People

  /// Whose record: `--person`, or the only person there is.
  func person(in portal: Portal) throws(CommandProblem) -> Person.ID {
    if let text = arguments[.person] { return try person(named: text, in: portal) }
    switch try asking({ () throws(ServiceError) in try portal.population() }) {
    case .nobody: throw .noPeople(dataDirectory())
    case .one(let id): return id
    case .several: throw .severalPeople
    }
  }

  func person(named text: String, in portal: Portal) throws(CommandProblem) -> Person.ID {
    do {
      return try portal.person(named: text)
    } catch {
      // Never the number itself: errors end up in logs.
      if error == .store(.noSuchPerson) {
        throw .noSuchPerson(Person.ID(text) == nil ? "…" : text)
      }
      throw .service(error)
    }
  }

  /// Whose record, also where it is too broken to be opened.
  func brokenPerson(named text: String, in portal: Portal) throws(CommandProblem) -> Person.ID {
    if let id = Person.ID(text), portal.isThere(id) { return id }
    return try person(named: text, in: portal)
  }

  /// Opens a record in an open store for whoever acts: `--as`, or the person themselves.
  func openRecord(_ subject: Person.ID, in portal: Portal) throws(CommandProblem) -> OpenRecord {
    var actor = subject
    if let text = arguments[.actor] { actor = try person(named: text, in: portal) }
    let chosen = try asking { () throws(ServiceError) in try portal.choose(actor) }
    return try openRecord(subject, by: chosen, in: portal)
  }

  /// Ends a session; what was printed is out before that, since it may have to wait for others.
  func close(_ record: OpenRecord) {
    console.flush()
    // Where it fails the session's start still stands in the log.
    try? record.end()
  }

  /// Opens the record the options name.
  func openRecord() throws(CommandProblem) -> (portal: Portal, record: OpenRecord) {
    let portal = try openPortal()
    guard portal.settings.signIn == .pin else {
      return (portal, try openRecord(try person(in: portal), in: portal))
    }
    let person = try signedInPerson(in: portal)
    let subject = try subject(for: person, in: portal)
    return (portal, try openRecord(subject, by: person, in: portal))
  }
}

/// Calls a service and turns its error into a command's.
func asking<Value>(_ body: () throws(ServiceError) -> Value) throws(CommandProblem) -> Value {
  do {
    return try body()
  } catch {
    throw .service(error)
  }
}

extension CommandContext {
  /// The next line of standard input, or nil at its end; throws `notUTF8` where it is no text.
  func readLine() throws(CommandProblem) -> String? {
    do throws(UnreadableLine) {
      return try console.readLine()
    } catch {
      throw .notUTF8(line: error.number)
    }
  }
}
