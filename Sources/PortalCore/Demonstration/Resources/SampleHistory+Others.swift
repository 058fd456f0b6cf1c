/// Resources of the types that the portal keeps without interpreting them.
extension SampleHistory {
  /// Adds an appointment, known when it was made.
  mutating func book(
    _ title: String,
    at start: SampleMoment,
    minutes: Int,
    with staff: SampleJSON,
    made: SampleMoment,
    status: String = "booked",
    note: String? = nil
  ) {
    let end = Instant(milliseconds: start.instant.milliseconds + Int64(minutes) * 60_000)
    let (date, time) = OsloTime.civil(end)
    let resource = SampleResource(
      "Appointment",
      at: address("appointment/\(title)/\(start.text)"),
      [
        "status": .text(status),
        "description": .text(title),
        "start": start.json,
        "end": SampleMoment(date, time).json,
        "created": made.json,
        "patientInstruction": note.map { .text($0) },
        "participant": [
          ["actor": subject, "status": "accepted"],
          ["actor": staff, "status": "accepted"],
        ],
      ]
    )
    add(resource, known: made)
  }

  /// Adds a referral.
  mutating func refer(
    _ title: String,
    reason: String,
    on day: SampleMoment,
    from requester: SampleJSON,
    to performer: SampleJSON,
    status: String = "active",
    note: String? = nil
  ) {
    let resource = SampleResource(
      "ServiceRequest",
      at: address("referral/\(title)/\(day.text)"),
      [
        "status": .text(status),
        "intent": "order",
        "code": .concept(title),
        "subject": subject,
        "authoredOn": day.json,
        "requester": requester,
        "performer": [performer],
        "reasonCode": [.concept(reason)],
        "note": .notes(note),
      ]
    )
    add(resource, known: day)
  }

  /// Adds a plan with what is to be done.
  mutating func plan(
    _ title: String,
    _ description: String,
    activities: [String],
    from start: SampleMoment,
    to end: SampleMoment?,
    author: SampleJSON
  ) {
    let resource = SampleResource(
      "CarePlan",
      at: address("plan/\(title)"),
      [
        "text": .narrative([description] + activities.map { "– \($0)" }),
        "status": "active",
        "intent": "plan",
        "title": .text(title),
        "description": .text(description),
        "subject": subject,
        "period": .period(from: start.day, to: end?.day),
        "created": start.json,
        "author": author,
        "activity": .list(
          activities.map { ["detail": ["status": "in-progress", "description": .text($0)]] }
        ),
      ]
    )
    add(resource, known: start)
  }

  /// Adds a letter as plain text within a DocumentReference.
  mutating func enclose(
    _ title: String,
    _ text: String,
    on day: SampleMoment,
    author: SampleJSON,
    custodian: SampleJSON
  ) {
    let resource = SampleResource(
      "DocumentReference",
      at: address("letter/\(title)/\(day.text)"),
      [
        "status": "current",
        "docStatus": "final",
        "type": .concept("Brev"),
        "subject": subject,
        "date": day.at(minute: 9 * 60).json,
        "author": [author],
        "custodian": custodian,
        "description": .text(title),
        "content": [
          [
            "attachment": [
              "contentType": "text/plain; charset=utf-8",
              "language": "nb",
              "data": .text(base64(Array(text.utf8))),
              "title": .text(title),
              "creation": day.day.json,
            ]
          ]
        ],
      ]
    )
    add(resource, known: day)
  }
}

/// RFC 4648, section 4; ours because FoundationEssentials would be linked for this alone.
private func base64(_ bytes: [UInt8]) -> String {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let padded = Array(group) + Array(repeating: 0, count: 3 - group.count)
    let bits = padded.reduce(0) { $0 << 8 | Int($1) }
    for index in 0..<4 {
      let isPadding = index > group.count
      text.append(isPadding ? UInt8(ascii: "=") : letters[bits >> (18 - 6 * index) & 63])
    }
  }
  return String(decoding: text, as: UTF8.self)
}
