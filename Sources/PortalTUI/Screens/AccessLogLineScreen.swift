import PortalCore

/// One line of the access log, with all that the national log's fields hold.
struct AccessLogLineScreen: RecordScreen {
  let context: ScreenContext
  let sequence: Int
  var content: Result<AccessLogLine, ServiceError>?

  init(context: ScreenContext, sequence: Int) {
    self.context = context
    self.sequence = sequence
  }

  var title: String { context.phrases.name(of: .accessLog) }

  func load() throws(ServiceError) -> AccessLogLine {
    try context.record.accessLogLine(sequence)
  }

  func page(of line: AccessLogLine) -> Page {
    let phrases = context.phrases
    let reader = line.entry.reader
    let rows: [(Label, String?)] = [
      (.when, phrases.text(line.time)),
      (.who, phrases.reader(line)),
      (.role, phrases.name(of: line.attribution.basis.role)),
      (.authorisation, reader?.authorisation.map(phrases.name)),
      (.personnelNumber, reader?.personnelNumber),
      (.organisation, organisation(reader)),
      (.what, phrases.event(line.entry.event, in: line.entry.area)),
      (.kindOfRecord, line.entry.kind.map(phrases.name)),
      (.purpose, reader.map { phrases.name(of: $0.purpose) }),
      (.reason, reader?.purposeDetail),
      (.refusal, line.entry.refusal),
      (.grant, line.attribution.basis.grant?.text),
    ]
    let facts = rows.compactMap { label, value in
      value.map { Fact(label: phrases.label(label), value: $0) }
    }
    return Page(title: title, blocks: [.facts(facts)])
  }

  private func organisation(_ reader: AccessReader?) -> String? {
    let parts = [reader?.organisation, reader?.organisationNumber, reader?.department]
    let known = parts.compactMap(\.self)
    return known.isEmpty ? nil : known.joined(separator: ", ")
  }
}
