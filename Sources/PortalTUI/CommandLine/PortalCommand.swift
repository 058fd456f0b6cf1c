import PortalCore

/// The portal itself: on a terminal, or in plain lines.
enum PortalCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let portal = try context.openPortal()
    let opening = try Opening(portal, context)
    if let signal = try opening.run() { signal.endProcess() }
    return .done
  }
}

/// What is opened, and how it is shown.
struct Opening {
  private let portal: Portal
  private let context: CommandContext
  private let first: any Screen
  /// What is shown once somebody has signed out.
  private let signedOut: any Screen
  private let mark: String
  /// What answers by itself in a demonstration.
  var simulation: SimulatedPractice?

  /// Begins with the record that `--as` names, with the only one, with the choice of a person, or
  /// where people sign in.
  init(_ portal: Portal, _ context: CommandContext) throws(CommandProblem) {
    self.portal = portal
    self.context = context
    mark = Opening.mark(portal.settings, context)
    let phrases = context.phrases
    if portal.settings.signIn == .pin {
      signedOut = SignInScreen(
        portal: portal,
        signIn: context.signIn(to: portal),
        phrases: phrases
      )
      first = try Opening.signedInFirst(portal, context) ?? signedOut
    } else if context.arguments[.actor] == nil,
      try asking({ () throws(ServiceError) in try portal.isForSeveral() })
    {
      // Who they are is read by the page that lists them, and only there.
      first = ChoosePersonScreen(portal: portal, phrases: phrases)
      signedOut = first
    } else {
      let name = context.arguments[.actor]
      let person =
        if let name {
          try context.person(named: name, in: portal)
        } else {
          try context.person(in: portal)
        }
      first = Opening.overview(try context.openRecord(person, in: portal), portal, context)
      signedOut = SignedOutScreen(portal: portal, person: person, phrases: phrases)
    }
  }

  /// Begins with a page that is given, as the desk does.
  init(
    _ portal: Portal,
    _ context: CommandContext,
    first: any Screen,
    signedOut: any Screen
  ) {
    (self.portal, self.context, self.first, self.signedOut) = (portal, context, first, signedOut)
    mark = Opening.mark(portal.settings, context)
  }

  /// The overview of whoever `--as` names, if the PIN is theirs; nil without.
  private static func signedInFirst(
    _ portal: Portal,
    _ context: CommandContext
  ) throws(CommandProblem) -> (any Screen)? {
    guard context.arguments[.actor] != nil || context.arguments[.pinFile] != nil else {
      return nil
    }
    let person = try context.signedInPerson(in: portal)
    return overview(try context.openRecord(person.id, by: person, in: portal), portal, context)
  }

  /// Runs until somebody leaves; returns the signal that ended it, where one did.
  ///
  /// `afterFirstFrame` is work that can wait until there is something to look at.
  func run(afterFirstFrame: () -> Void = {}) throws(CommandProblem) -> TerminationSignal? {
    if let reason = plainReason {
      afterFirstFrame()
      runPlain(reason)
      return nil
    }
    do throws(TerminalError) {
      let session = try TerminalSession.open(
        TerminalOptions(variable: context.environment.variable)
      )
      return run(on: session, afterFirstFrame)
    } catch {
      afterFirstFrame()
      runPlain(reason(of: error))
      return nil
    }
  }

  private func run(
    on session: consuming TerminalSession,
    _ afterFirstFrame: () -> Void
  ) -> TerminationSignal? {
    let isASCII = context.arguments.has(.ascii) || !session.isLocaleUTF8
    let size = ScreenSize(columns: session.size.columns, rows: session.size.rows)
    return TerminalRuntime.run(
      application(size: size, signs: isASCII ? .ascii : .unicode),
      session,
      idleLimit: portal.settings.idleLimit,
      simulation: simulation,
      afterFirstFrame: afterFirstFrame
    )
  }

  /// The portal at its first page.
  func application(size: ScreenSize, signs: Signs) -> Application {
    Application(
      first: first,
      phrases: context.phrases,
      signs: signs,
      mark: mark,
      size: size,
      signedOut: signedOut
    )
  }

  private func runPlain(_ reason: PlainModeReason) {
    var runtime = PlainRuntime(
      first: first,
      phrases: context.phrases,
      mark: mark,
      console: context.console,
      signedOut: signedOut,
      idleLimit: context.environment.isInputTerminal ? portal.settings.idleLimit : nil,
      readsSecretly: context.environment.isInputTerminal
    )
    runtime.simulation = simulation
    runtime.run(reason: reason)
  }

  private var plainReason: PlainModeReason? {
    if context.arguments.has(.plain) { return .option }
    if let variable = context.environment["ACCESSIBLE"], !variable.isEmpty, variable != "0" {
      return .accessibleVariable
    }
    let environment = context.environment
    return environment.isInputTerminal && environment.isOutputTerminal ? nil : .notATerminal
  }

  private func reason(of error: TerminalError) -> PlainModeReason {
    switch error {
    case .notATerminal, .system: .notATerminal
    case .cannotMoveCursor: .unknownTerminal(context.environment["TERM"] ?? "")
    case .unknownTerminal(let name): .unknownTerminal(name)
    }
  }

  private static func overview(
    _ record: OpenRecord,
    _ portal: Portal,
    _ context: CommandContext
  ) -> any Screen {
    OverviewScreen(
      context: ScreenContext(portal: portal, record: record, phrases: context.phrases)
    )
  }

  private static func mark(_ settings: StoreSettings, _ context: CommandContext) -> String {
    guard let rehearsal = settings.rehearsal else { return "" }
    let moment = (try? context.today()) ?? rehearsal
    let date = context.phrases.day(OsloTime.date(moment))
    return settings.isDemonstration
      ? context.phrases.demonstrationMark(date) : context.phrases.rehearsalMark(date)
  }
}
