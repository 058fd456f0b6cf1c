import PortalCore

/// `send`: messages to the general practitioner's office.
enum SendCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let arguments = context.arguments
    var message = OutgoingMessage(
      kind: try kind(arguments),
      thread: try thread(arguments),
      subject: arguments[.subject] ?? "",
      text: ""
    )
    message.renewals = try renewals(arguments)
    // A renewal says what it asks for; everything else needs words.
    guard arguments.has(.text) != arguments.has(.stdinLines) || !message.renewals.isEmpty else {
      throw .missingOperand(command: CommandName.send.rawValue)
    }
    if arguments.has(.stdinLines), arguments.has(.attach) || arguments.has(.renew) {
      throw .optionNotHere(
        option: arguments.has(.attach) ? Option.attach.rawValue : Option.renew.rawValue,
        command: "send --stdin-lines"
      )
    }
    let (_, record) = try context.openRecord()
    defer { context.close(record) }
    try asking { () throws(ServiceError) in
      try record.checkMayWrite()
      if message.thread == nil { try record.checkOffered(message.kind) }
    }
    message.answerBy = try asking { () throws(ServiceError) in
      AnswerDeadline(
        sent: record.now,
        workingDays: try record.practiceOffice().answerDays
      ).lastDay
    }
    if let path = arguments[.attach] { message.attachments = [try attach(path, to: record)] }
    var sender = Sender(
      record: record,
      console: context.console,
      message: message,
      givesReceipts: arguments.has(.receipts)
    )
    guard arguments.has(.stdinLines) else {
      try sender.send(arguments[.text] ?? "")
      return .done
    }
    while let line = try context.readLine() {
      // An empty line is no message.
      if line.allSatisfy(\.isWhitespace) { continue }
      try sender.send(line)
    }
    return .done
  }

  private static func kind(_ arguments: Arguments) throws(CommandProblem) -> Message.Kind {
    switch arguments[.kind] {
    case nil: return arguments.has(.renew) ? .renewal : .office
    case "office"?: return .office
    case "e-consultation"?: return .eConsultation
    case "appointment-request"?: return .appointmentRequest
    case "renewal"?: return .renewal
    case let other?: throw .badValue(option: "kind", value: other)
    }
  }

  private static func renewals(_ arguments: Arguments) throws(CommandProblem) -> [RecordID] {
    var ids: [RecordID] = []
    for text in (arguments[.renew] ?? "").split(separator: ",") {
      guard let id = RecordID(String(text)) else {
        throw .badValue(option: Option.renew.rawValue, value: String(text))
      }
      ids.append(id)
    }
    return ids
  }

  private static func attach(
    _ path: String,
    to record: OpenRecord
  ) throws(CommandProblem) -> DraftAttachment {
    let bytes: [UInt8]
    do throws(InputFile.Problem) {
      bytes = try InputFile.read(path)
    } catch {
      throw CommandProblem(error, of: path)
    }
    return try asking { () throws(ServiceError) in try record.layFile(bytes, named: path) }
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
  let message: OutgoingMessage
  let givesReceipts: Bool

  mutating func send(_ text: String) throws(CommandProblem) {
    let id = record.newID()
    if givesReceipts {
      console.result("TRY \(id.text)")
      console.flush()
    }
    var message = message
    message.text = text
    _ = try asking { () throws(ServiceError) in try record.send(message, id: id) }
    console.result(givesReceipts ? "ACK \(id.text)" : "sent \(id.text)")
    console.flush()
  }
}
