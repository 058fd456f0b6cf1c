import PortalCore

/// `send`: messages to the general practitioner's office.
enum SendCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let arguments = context.arguments
    let (kind, thread) = (try kind(arguments), try thread(arguments))
    guard arguments.has(.text) != arguments.has(.stdinLines) else {
      throw .missingOperand(command: CommandName.send.rawValue)
    }
    let (_, record) = try context.openRecord()
    defer { context.close(record) }
    try asking { () throws(ServiceError) in try record.checkMayWrite() }
    var sender = Sender(
      record: record,
      console: context.console,
      kind: kind,
      thread: thread,
      givesReceipts: arguments.has(.receipts)
    )
    if let text = arguments[.text] {
      try sender.send(text)
      return .done
    }
    while let line = context.console.readLine() {
      // An empty line is no message.
      if line.allSatisfy(\.isWhitespace) { continue }
      try sender.send(line)
    }
    return .done
  }

  private static func kind(_ arguments: Arguments) throws(CommandProblem) -> Message.Kind {
    switch arguments[.kind] {
    case nil, "office"?: return .office
    case "e-consultation"?: return .eConsultation
    case let other?: throw .badValue(option: "kind", value: other)
    }
  }

  private static func thread(_ arguments: Arguments) throws(CommandProblem) -> RecordID? {
    guard let text = arguments[.thread] else { return nil }
    guard let id = RecordID(text) else { throw .badValue(option: "thread", value: text) }
    return id
  }
}

/// Sends one message after the other and says so only when each is on disk.
private struct Sender {
  let record: OpenRecord
  let console: Console
  let kind: Message.Kind
  let thread: RecordID?
  let givesReceipts: Bool

  mutating func send(_ text: String) throws(CommandProblem) {
    let id = record.newID()
    if givesReceipts {
      console.result("TRY \(id.text)")
      console.flush()
    }
    let message = OutgoingMessage(kind: kind, thread: thread, subject: "", text: text)
    _ = try asking { () throws(ServiceError) in try record.send(message, id: id) }
    console.result(givesReceipts ? "ACK \(id.text)" : "sent \(id.text)")
    console.flush()
  }
}
