import PortalCore

/// `pin`: sets or changes a PIN, has people sign in, and says when sessions end.
enum PinCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let arguments = context.arguments
    if arguments.has(.require) { return try require(context) }
    if let minutes = arguments[.idle] { return try setIdleTime(minutes, context) }
    let portal = try context.openPortal()
    if arguments.has(.reIdentified) {
      try set(context, portal, on: .identified(by: .system))
    } else if portal.settings.signIn == .open {
      try set(context, portal, on: .owner)
    } else {
      try change(context, portal)
    }
    context.console.say(context.phrases.pinIsSet)
    return .done
  }

  /// The owner's act: the first PIN in an open store, or one for somebody who has shown who they
  /// are.
  private static func set(
    _ context: CommandContext,
    _ portal: Portal,
    on ground: SignIn.Ground
  ) throws(CommandProblem) {
    let person = try context.person(in: portal)
    var source = try PinSource(context)
    let pin = try source.new()
    try asking { () throws(ServiceError) in
      try context.signIn(to: portal).set(pin, of: person, on: ground)
    }
  }

  /// The person's own: the old one, then the new.
  private static func change(
    _ context: CommandContext,
    _ portal: Portal
  ) throws(CommandProblem) {
    guard let name = context.arguments[.actor] ?? context.arguments[.person] else {
      throw .service(.signIn(.needed))
    }
    var source = try PinSource(context)
    let old = try source.next(asking: context.phrases.askOldPIN)
    let new = try source.new()
    try asking { () throws(ServiceError) in
      try context.signIn(to: portal).change(as: name, from: old, to: new)
    }
  }

  private static func require(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let portal = try context.openPortal()
    let signIn = context.signIn(to: portal)
    let without = try asking { () throws(ServiceError) in
      try portal.requirePIN(signIn)
      return try signIn.peopleWithoutPIN()
    }
    context.console.say(context.phrases.pinIsRequired(without: without))
    return .done
  }

  private static func setIdleTime(
    _ text: String,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    guard let minutes = Int(text) else {
      throw .badValue(option: Option.idle.rawValue, value: text)
    }
    let portal = try context.openPortal()
    try asking { () throws(ServiceError) in try portal.setIdleTime(minutes: minutes) }
    context.console.say(context.phrases.idleTimeIsSet(minutes: minutes))
    return .done
  }
}
