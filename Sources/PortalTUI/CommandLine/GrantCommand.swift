import PortalCore

/// `grant`: gives, changes, ends or looks at somebody's right to act for a person.
enum GrantCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let request = try GrantRequest(context.arguments)
    if request.role == .proxy {
      let (portal, record) = try context.openRecord()
      defer { context.close(record) }
      return try runOwn(request, record, portal, context)
    }
    let portal = try context.openPortal()
    // Registers and practices have no PIN: only who owns an open store speaks for them.
    guard portal.settings.signIn == .open else { throw .service(.signIn(.needed)) }
    let person = try context.person(in: portal)
    switch request.role {
    case .proxy: return .done
    case .parent, .guardian: return try runRegister(request, person, portal, context)
    case .assignedProxy: return try runAssignment(request, person, portal, context)
    }
  }

  // MARK: - By the person, or by the one who acts

  private static func runOwn(
    _ request: GrantRequest,
    _ record: OpenRecord,
    _ portal: Portal,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    switch request.what {
    case .end(let id):
      // Whoever has it gives it back; nobody ends another's.
      let isOwn = record.attribution.basis.grant == id
      let receipt = try asking { () throws(ServiceError) in
        isOwn ? try record.resign() : try record.endProxy(id)
      }
      return ended(id, receipt, context)
    case .give(let name):
      let to = try holder(named: name, portal, context)
      let draft = try asking { () throws(ServiceError) in
        try record.proxyDraft(
          to: to,
          areas: request.areas ?? [],
          start: request.start,
          lastDay: request.lastDay
        )
      }
      if request.isPreview { return try preview(nil, draft, record, context) }
      return try print(context) { () throws(ServiceError) in
        try record.giveProxy(
          to: to,
          areas: request.areas ?? [],
          start: request.start,
          lastDay: request.lastDay
        )
      }
    case .change(let id):
      let old = try asking { () throws(ServiceError) in try record.proxy(id) }
      let areas = request.areas ?? Set(old.grant.areas)
      let lastDay = request.isUnlimited ? nil : request.lastDay ?? old.grant.lastDay
      if request.isPreview {
        let draft = try asking { () throws(ServiceError) in
          try record.proxyDraft(to: old.grant.proxy, areas: areas, lastDay: lastDay)
        }
        return try preview(old.grant, draft, record, context)
      }
      return try print(context) { () throws(ServiceError) in
        try record.changeProxy(
          id,
          base: request.base ?? old.version,
          areas: areas,
          lastDay: lastDay
        )
      }
    }
  }

  /// Who is to act; where people sign in nobody learns by it who is in the store.
  private static func holder(
    named name: String,
    _ portal: Portal,
    _ context: CommandContext
  ) throws(CommandProblem) -> Person.ID {
    do throws(CommandProblem) {
      return try context.person(named: name, in: portal)
    } catch {
      guard case .noSuchPerson = error, portal.settings.signIn == .pin else { throw error }
      throw .service(.proxy(.holderCannotAct))
    }
  }

  /// What somebody will see, section by section, and what a change opens and closes.
  private static func preview(
    _ old: ProxyGrant?,
    _ draft: ProxyGrant,
    _ record: OpenRecord,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    let sections = try asking { () throws(ServiceError) in
      try record.preview(draft).sectionAccess()
    }
    let changes = try old.map { old throws(CommandProblem) in
      try asking { () throws(ServiceError) in try record.difference(from: old, to: draft) }
    }
    let output = RightsOutput(context.phrases)
    if context.arguments.has(.json) {
      context.console.result(output.json(sections, changes ?? []))
      return .done
    }
    for line in output.lines(sections) { context.console.result(line) }
    for change in changes ?? [] { context.console.result(context.phrases.text(of: change)) }
    return .done
  }

  // MARK: - By a register

  private static func runRegister(
    _ request: GrantRequest,
    _ person: Person.ID,
    _ portal: Portal,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    // Nobody acts for a register: it is the directory's owner who enters what it says.
    if let actor = context.arguments[.actor] {
      throw .badValue(option: Option.actor.rawValue, value: actor)
    }
    let holder: Person.ID
    switch request.what {
    case .end(let id):
      let receipt = try asking { () throws(ServiceError) in
        try portal.endRegistration(id, of: person)
      }
      return ended(id, receipt, context)
    case .give(let text): holder = try context.person(named: text, in: portal)
    case .change(let id): throw .badValue(option: Option.change.rawValue, value: id.text)
    }
    let right: RegisterEntry.Right
    if request.role == .parent {
      guard let parenthood = request.parenthood else {
        throw .service(.proxy(.parenthoodMissing))
      }
      right = .parent(parenthood)
    } else {
      right = .guardian(areas: request.areas ?? [], lastDay: request.lastDay)
    }
    return try print(context) { () throws(ServiceError) in
      try portal.register(RegisterEntry(holder: holder, right: right), for: person)
    }
  }

  // MARK: - By a practice

  private static func runAssignment(
    _ request: GrantRequest,
    _ person: Person.ID,
    _ portal: Portal,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    guard let practice = request.practice, let member = request.staff else {
      throw .missingOperand(command: CommandName.grant.rawValue)
    }
    let record = try asking { () throws(ServiceError) in
      try portal.open(person, asStaff: member, of: practice)
    }
    defer { context.close(record) }
    if case .end(let id) = request.what {
      let receipt = try asking { () throws(ServiceError) in try record.endAssignment(id) }
      return ended(id, receipt, context)
    }
    guard let reason = request.reason, let lastDay = request.lastDay else {
      throw .missingOperand(command: CommandName.grant.rawValue)
    }
    switch request.what {
    case .give(let text):
      let holder = try context.person(named: text, in: portal)
      return try print(context) { () throws(ServiceError) in
        try record.assignProxy(to: holder, reason: reason, lastDay: lastDay)
      }
    case .change(let id):
      let version = try asking { () throws(ServiceError) in
        try record.proxies().first { $0.id == id }?.version
      }
      return try print(context) { () throws(ServiceError) in
        try record.renewAssignment(
          id,
          base: request.base ?? version ?? 0,
          reason: reason,
          lastDay: lastDay
        )
      }
    case .end: return .done
    }
  }

  // MARK: - What is printed

  private static func print(
    _ context: CommandContext,
    _ change: () throws(ServiceError) -> ProxyOutcome
  ) throws(CommandProblem) -> ExitStatus {
    switch try asking(change) {
    case .saved(let id, let receipt):
      RightsOutput(context.phrases).tell("saved", id, receipt, context)
      return .done
    case .unchanged(let id):
      RightsOutput(context.phrases).tell("unchanged", id, nil, context)
      return .done
    case .conflict(let conflict):
      let newest = conflict.newest.record
      throw .service(.store(.conflict(newest.id, newest: newest.version)))
    }
  }

  private static func ended(
    _ id: RecordID,
    _ receipt: Receipt?,
    _ context: CommandContext
  ) -> ExitStatus {
    RightsOutput(context.phrases).tell(receipt == nil ? "unchanged" : "ended", id, receipt, context)
    return .done
  }
}
