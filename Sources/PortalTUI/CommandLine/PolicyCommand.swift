import PortalCore

/// `policy`: the rules on which sources disagree, shown and chosen by the store's owner.
enum PolicyCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let rule = try choice(.addressRule, AccessPolicy.AddressRule.init, context)
    let foster = try choice(.fosterParents, answer, context)
    let messages = try choice(.youthMessages, answer, context)
    let portal = try context.openPortal()
    if rule != nil || foster != nil || messages != nil {
      try asking { () throws(ServiceError) in
        try portal.setAccessPolicy { policy in
          policy.parents = rule ?? policy.parents
          policy.includesFosterParents = foster ?? policy.includesFosterParents
          policy.includesYouthMessages = messages ?? policy.includesYouthMessages
        }
      }
    }
    let policy = try asking { () throws(ServiceError) in try portal.accessPolicy() }
    for (option, value) in [
      (Option.addressRule, policy.parents.rawValue),
      (.fosterParents, policy.includesFosterParents ? "yes" : "no"),
      (.youthMessages, policy.includesYouthMessages ? "yes" : "no"),
    ] {
      context.console.result("--\(option.rawValue) \(value)")
    }
    return .done
  }

  /// Nil where the option is not there.
  private static func choice<Value>(
    _ option: Option,
    _ value: (String) -> Value?,
    _ context: CommandContext
  ) throws(CommandProblem) -> Value? {
    guard let text = context.arguments[option] else { return nil }
    guard let chosen = value(text) else {
      throw .badValue(option: option.rawValue, value: text)
    }
    return chosen
  }

  private static func answer(_ text: String) -> Bool? {
    switch text {
    case "yes": true
    case "no": false
    default: nil
    }
  }
}
