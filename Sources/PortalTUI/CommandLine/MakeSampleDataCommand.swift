import PortalCore

/// `make-sample-data`: the demonstration's population, brought in by the importer like any file.
///
/// The same bytes every time: chance is seeded and the clock stands at each step's moment.
enum MakeSampleDataCommand {
  private static let seed = SampleData.defaultSeed

  private enum Event {
    case file(SampleStep)
    case visitStart(person: Int)
    case visitEnd(person: Int)
    case act(SampleAct)
  }

  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    guard let path = context.arguments[.into] else {
      throw .missingOperand(command: CommandName.makeSampleData.rawValue)
    }
    let pinned = OsloTime.noon(SampleData.demonstrationDate)
    let clock = SteppedClock(at: pinned)
    let surroundings = Surroundings(
      fileSystem: context.surroundings.fileSystem,
      clock: clock.clock,
      randomness: .seeded(seed)
    )
    let portal = try asking { () throws(ServiceError) in
      try Portal(at: path, rehearsal: pinned, isDemonstration: true, surroundings: surroundings)
    }
    try fill(portal, clock)
    clock.move(to: SampleData.practiceMoment)
    try asking { () throws(ServiceError) in try SamplePractices.make(in: portal, seed: seed) }
    try asking { () throws(ServiceError) in try portal.removeDerivedFiles() }
    context.console.result(path)
    return .done
  }

  /// Goes through the years of the demonstration.
  private static func fill(_ portal: Portal, _ clock: SteppedClock) throws(CommandProblem) {
    var persons: [Int: Person.ID] = [:]
    var visits: [Int: OpenRecord] = [:]
    for (moment, event) in events() {
      clock.move(to: moment)
      switch event {
      case .file(let step):
        persons[step.person] = try read(step, into: portal)
      case .visitStart(let person):
        guard let id = persons[person] else { continue }
        visits[person] = try asking { () throws(ServiceError) in try portal.openOwn(id) }
      case .visitEnd(let person):
        guard let record = visits.removeValue(forKey: person) else { continue }
        try asking { () throws(ServiceError) in try record.end() }
      case .act(let act):
        guard let person = persons[act.person], let other = persons[act.other] else { continue }
        try asking { () throws(ServiceError) in
          try perform(act.what, person, other, visits[act.person], portal)
        }
      }
    }
  }

  private static func events() -> [(Instant, Event)] {
    var events = SampleData.steps(seed: seed).map { ($0.moment, Event.file($0)) }
    for visit in SampleData.visits(seed: seed) {
      events.append((visit.start, .visitStart(person: visit.person)))
      events.append((visit.end, .visitEnd(person: visit.person)))
    }
    events += SampleData.acts.map { ($0.moment, Event.act($0)) }
    // Stable: what happens at one moment keeps its order.
    return events.enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map(\.element)
  }

  /// Does what somebody does with a right; `own` is the person's record in a visit of theirs.
  private static func perform(
    _ what: SampleAct.What,
    _ person: Person.ID,
    _ other: Person.ID,
    _ own: OpenRecord?,
    _ portal: Portal
  ) throws(ServiceError) {
    switch what {
    case .parent(let sharesAddress):
      let parenthood = ProxyGrant.Parenthood(sharesAddress: sharesAddress)
      try portal.register(RegisterEntry(holder: other, right: .parent(parenthood)), for: person)
    case .give(let areas): _ = try own?.giveProxy(to: other, areas: areas)
    case .change(let areas):
      guard let own, let old = try own.proxies().first(where: { $0.isOf(other) }) else { return }
      _ = try own.changeProxy(old.id, base: old.version, areas: areas, lastDay: nil)
    case .end:
      guard let own, let old = try own.proxies().first(where: { $0.isOf(other) }) else { return }
      try own.endProxy(old.id)
    case .allowSignIn:
      let record = try portal.openRecord(of: person, by: try portal.choose(other))
      _ = try record.setYouthLogin(allowed: true, base: 0)
      try record.end()
    case .look(let areas):
      let record = try portal.openRecord(of: person, by: try portal.choose(other))
      for area in areas { _ = try record.section(area) }
      try record.end()
    }
  }

  private static func read(
    _ step: SampleStep,
    into portal: Portal
  ) throws(CommandProblem) -> Person.ID? {
    let batch: ImportBatch
    do {
      batch = try FHIRReader.read(step.bundle) { SHA256.digest($0).bytes }
    } catch {
      throw .notImported(file: "sample", error)
    }
    return try asking { () throws(ServiceError) in try portal.store(batch) }.persons.first
  }
}

extension GivenProxy {
  /// Whether it is a standing right of somebody's.
  fileprivate func isOf(_ holder: Person.ID) -> Bool {
    isStanding && grant.proxy == holder
  }
}
