/// An option of the command line, by the word that is typed after two hyphens.
enum Option: String, CaseIterable, Sendable {
  case data
  case language
  case plain
  case ascii
  case actor = "as"
  case pinFile = "pin-file"
  case today
  case person
  case json
  case dryRun = "dry-run"
  case kind
  case thread
  case text
  case stdinLines = "stdin-lines"
  case receipts
  case record
  case base
  case set
  case asOf = "as-of"
  case ids
  case size
  case keys
  case into
  case from
  case since
  case until
  case others
  case csv
  case allowNetworkFileSystem = "allow-network-file-system"
  case receipt
  case require
  case reIdentified = "re-identified"
  case idle
  case addressRule = "address-rule"
  case fosterParents = "foster-parents"
  case youthMessages = "youth-messages"
  case to
  case role
  case areas
  case start
  case change
  case end
  case preview
  case sameAddress = "same-address"
  case foster
  case practice
  case staff
  case reason
  case slot
  case level
  case youthLogin = "youth-login"
  case erase
  case list
  case addStaff = "add-staff"
  case endStaff = "end-staff"
  case work
  case personnelNumber = "hpr"
  case switching = "switch"
  case offer
  case minutes
  case count
  case subject
  case renew
  case attach
  case help
  case version

  var takesValue: Bool {
    switch self {
    case .data, .language, .actor, .pinFile, .today, .person, .kind, .thread, .text, .record,
      .base, .set, .asOf, .size, .keys, .into, .from, .receipt, .since, .until, .idle, .addressRule,
      .fosterParents, .youthMessages, .to,
      .role, .areas, .start, .change, .end, .sameAddress, .practice, .staff, .reason, .slot, .level,
      .youthLogin, .addStaff, .endStaff, .work, .personnelNumber, .switching, .offer, .minutes,
      .count, .subject, .renew, .attach:
      true
    case .list, .others, .csv, .plain, .ascii, .json, .dryRun, .stdinLines, .receipts, .ids,
      .allowNetworkFileSystem, .require, .reIdentified, .preview, .foster, .erase, .help,
      .version:
      false
    }
  }
}

/// What the command line says: a command, its operands and its options.
struct Arguments: Equatable, Sendable {
  var command: CommandName
  var operands: [String]
  private var values: [Option: String]
  /// What each `--set` says, in their order; the one option that may stand several times.
  private(set) var assignments: [String]

  func has(_ option: Option) -> Bool {
    values[option] != nil
  }

  /// The value of an option; nil where it is not there.
  subscript(option: Option) -> String? {
    values[option]
  }

  /// Reads the words after the program's name.
  ///
  /// Options may stand anywhere; `--` ends them.
  static func parse(_ words: [String]) throws(CommandProblem) -> Arguments {
    var rest = words[...]
    var operands: [String] = []
    var values: [Option: String] = [:]
    var assignments: [String] = []
    var isOptionsEnded = false
    while let word = rest.popFirst() {
      if isOptionsEnded || !word.hasPrefix("-") || word == "-" {
        operands.append(word)
      } else if word == "--" {
        isOptionsEnded = true
      } else {
        try option(word, &rest, &values)
        if let assignment = values.removeValue(forKey: .set) { assignments.append(assignment) }
      }
    }
    return try Arguments(operands, values, assignments)
  }

  private static func option(
    _ word: String,
    _ rest: inout ArraySlice<String>,
    _ values: inout [Option: String]
  ) throws(CommandProblem) {
    if word == "-h" {
      values[.help] = ""
      return
    }
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard word.hasPrefix("--"), let option = Option(rawValue: String(parts[0].dropFirst(2))) else {
      throw .unknownOption(String(parts[0]))
    }
    if !option.takesValue {
      guard parts.count == 1 else { throw .unwantedValue(option: option.rawValue) }
      values[option] = ""
    } else if parts.count == 2 {
      values[option] = String(parts[1])
    } else if let value = rest.popFirst() {
      values[option] = value
    } else {
      throw .missingValue(option: option.rawValue)
    }
  }

  private init(
    _ operands: [String],
    _ values: [Option: String],
    _ assignments: [String]
  ) throws(CommandProblem) {
    self.values = values
    self.assignments = assignments
    if values[.version] != nil {
      command = .version
      self.operands = []
    } else if values[.help] != nil {
      command = .help
      self.operands = operands
    } else if let first = operands.first {
      guard let name = CommandName(rawValue: first), name != .open else {
        throw .unknownCommand(first)
      }
      command = name
      self.operands = Array(operands.dropFirst())
    } else {
      command = .open
      self.operands = []
    }
    try check()
  }

  private func check() throws(CommandProblem) {
    let allowed = command.options.union(CommandName.commonOptions)
    for option in Option.allCases where values[option] != nil && !allowed.contains(option) {
      throw .optionNotHere(option: option.rawValue, command: command.rawValue)
    }
    if !assignments.isEmpty, !allowed.contains(.set) {
      throw .optionNotHere(option: Option.set.rawValue, command: command.rawValue)
    }
    if operands.count < command.operandCount.lowerBound {
      throw .missingOperand(command: command.rawValue)
    }
    if operands.count > command.operandCount.upperBound {
      throw .unexpectedOperand(operands[command.operandCount.upperBound])
    }
  }
}
