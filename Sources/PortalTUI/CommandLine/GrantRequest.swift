import PortalCore

/// What `grant` was told to do.
struct GrantRequest {
  enum What {
    case give(String)
    case change(RecordID)
    case end(RecordID)
  }

  let what: What
  let role: ProxyRole
  let areas: Set<ProxyArea>?
  let start: CivilDate?
  let lastDay: CivilDate?
  /// Whether `--until none` takes the last day away.
  let isUnlimited: Bool
  let base: Int?
  let isPreview: Bool
  let parenthood: ProxyGrant.Parenthood?
  let practice: RecordID?
  let staff: RecordID?
  let reason: String?

  init(_ arguments: Arguments) throws(CommandProblem) {
    let (to, change) = (arguments[.to], try GrantRequest.id(.change, arguments))
    let end = try GrantRequest.id(.end, arguments)
    switch (to, change, end) {
    case (let holder?, nil, nil): what = .give(holder)
    case (nil, let id?, nil): what = .change(id)
    case (nil, nil, let id?): what = .end(id)
    default: throw .missingOperand(command: CommandName.grant.rawValue)
    }
    role =
      try GrantRequest.value(.role, arguments) { ProxyRole(rawValue: $0.uppercased()) } ?? .proxy
    areas = try GrantRequest.value(.areas, arguments, GrantRequest.areas)
    start = try GrantRequest.value(.start, arguments) { CivilDate($0) }
    isUnlimited = arguments[.until] == "none"
    lastDay =
      isUnlimited ? nil : try GrantRequest.value(.until, arguments) { CivilDate($0) }
    base = try GrantRequest.value(.base, arguments) { Int($0) }
    isPreview = arguments.has(.preview)
    let shares: Bool? = try GrantRequest.value(.sameAddress, arguments) { Bool(answer: $0) }
    parenthood = shares.map {
      ProxyGrant.Parenthood(sharesAddress: $0, isFosterParent: arguments.has(.foster))
    }
    practice = try GrantRequest.id(.practice, arguments)
    staff = try GrantRequest.id(.staff, arguments)
    reason = arguments[.reason]
    // A preview that stored something would be the worst of answers.
    let isOwnChange = if case .end = what { false } else { role == .proxy }
    if isPreview, !isOwnChange {
      throw .optionNotHere(option: Option.preview.rawValue, command: CommandName.grant.rawValue)
    }
  }

  private static func id(
    _ option: Option,
    _ arguments: Arguments
  ) throws(CommandProblem) -> RecordID? {
    try value(option, arguments) { RecordID($0) }
  }

  private static func value<Value>(
    _ option: Option,
    _ arguments: Arguments,
    _ parse: (String) -> Value?
  ) throws(CommandProblem) -> Value? {
    guard let text = arguments[option] else { return nil }
    guard let value = parse(text) else {
      throw .badValue(option: option.rawValue, value: text)
    }
    return value
  }

  /// Areas separated by commas, or `all`.
  private static func areas(_ text: String) -> Set<ProxyArea>? {
    if text == "all" { return Set(ProxyArea.allCases) }
    var areas: Set<ProxyArea> = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let area = ProxyArea(rawValue: String(name)) else { return nil }
      areas.insert(area)
    }
    return areas
  }
}

extension Bool {
  /// `yes` or `no`; nil for any other word.
  init?(answer: String) {
    switch answer {
    case "yes": self = true
    case "no": self = false
    default: return nil
    }
  }
}
