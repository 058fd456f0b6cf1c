import PortalCore

/// `edit`: changes fields of one record as it was in a version.
enum EditCommand {
  /// What `--json` prints of a change that was stored, or that changed nothing.
  private struct Saved: Encodable {
    let id: String
    let version: Int
    let receipt: String?
  }

  /// What `--json` prints where the record has moved on: both versions.
  private struct Conflict: Encodable {
    struct Mine: Encodable {
      let id: String
      let base: Int
      let content: RecordContent
    }

    struct Newest: Encodable {
      let id: String
      let version: Int
      let time: Instant
      let actor: String
      let basis: String
      let content: RecordContent
    }

    let mine: Mine
    let newest: Newest
  }

  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let edit = try Edit(context.arguments)
    let (_, record) = try context.openRecord()
    defer { context.close(record) }
    let outcome = try asking { () throws(ServiceError) in
      try record.editContact(edit.id, base: edit.base, edit.fields)
    }
    let isJSON = context.arguments.has(.json)
    switch outcome {
    case .saved(let receipt, let version):
      context.console.result(
        isJSON
          ? JSONOutput.text(
            Saved(id: edit.id.text, version: version, receipt: receipt.text)
          ) : "saved \(edit.id.text)  v\(version)  \(receipt.text)"
      )
      return .done
    case .unchanged(let version):
      context.console.result(
        isJSON
          ? JSONOutput.text(Saved(id: edit.id.text, version: version, receipt: nil))
          : "unchanged \(edit.id.text)  v\(version)"
      )
      return .done
    case .conflict(let conflict):
      if isJSON { context.console.result(JSONOutput.text(output(conflict))) }
      throw .service(.store(.conflict(edit.id, newest: conflict.newest.record.version)))
    }
  }

  private static func output(_ conflict: EditConflict) -> Conflict {
    let newest = conflict.newest
    return Conflict(
      mine: Conflict.Mine(
        id: newest.record.id.text,
        base: conflict.base,
        content: conflict.mine
      ),
      newest: Conflict.Newest(
        id: newest.record.id.text,
        version: newest.record.version,
        time: newest.time,
        actor: newest.attribution.actor.description,
        basis: newest.attribution.basis.description,
        content: newest.record.content
      )
    )
  }
}

/// What `edit` was told to do.
private struct Edit {
  let id: RecordID
  let base: Int
  let fields: [ContactField: String]

  init(_ arguments: Arguments) throws(CommandProblem) {
    let name = arguments.operands[0]
    guard let area = Area(rawValue: name) else { throw .unknownSection(name) }
    guard let recordText = arguments[.record], let baseText = arguments[.base],
      !arguments.assignments.isEmpty
    else { throw .missingOperand(command: CommandName.edit.rawValue) }
    guard let id = RecordID(recordText) else {
      throw .badValue(option: Option.record.rawValue, value: recordText)
    }
    guard let base = Int(baseText), base >= 0 else {
      throw .badValue(option: Option.base.rawValue, value: baseText)
    }
    guard area == .overview else { throw .service(.notEditable) }
    var fields: [ContactField: String] = [:]
    for assignment in arguments.assignments {
      let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      // Never a value: errors end up in logs.
      guard parts.count == 2 else { throw .badValue(option: Option.set.rawValue, value: "…") }
      guard let field = ContactField(rawValue: String(parts[0])) else {
        throw .unknownField(String(parts[0]))
      }
      guard fields[field] == nil else {
        throw .badValue(option: Option.set.rawValue, value: field.rawValue)
      }
      fields[field] = String(parts[1])
    }
    (self.id, self.base, self.fields) = (id, base, fields)
  }
}
