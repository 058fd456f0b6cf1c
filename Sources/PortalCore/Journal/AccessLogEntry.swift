/// What is said of one opening of a record or one act in it (no: innsynslogg; FHIR `AuditEvent`).
///
/// The time, who and on what ground stand in the line itself. Names a section and a kind of record,
/// never content.
package struct AccessLogEntry: Codable, Hashable, Sendable {
  package enum Event: String, Codable, Sendable, CaseIterable {
    case sessionStart = "session-start"
    case sessionEnd = "session-end"
    case read
    case search
    case write
    case export
    case importing = "import"
    case refusal
    /// The machine's clock was far behind the record.
    case clockBehind = "clock-behind"
    /// A broken log was mended; what is lost is lost.
    case repair
    case pinSet = "pin-set"
    /// Somebody made sure who the person is, and they got a new PIN.
    case identified
  }

  package var event: Event
  package var area: Area?
  /// Of what was changed; nil where the section says it.
  package var kind: RecordKind?
  /// Why somebody was refused, by the reason's short name.
  package var refusal: String?
  /// Who it was, where it was not the person themselves.
  package var reader: AccessReader?
  /// The journal's newest line at that moment, so that a journal cut or replaced is noticed.
  package var journalSequence: Int
  package var journalHash: String

  package init(event: Event, area: Area?, journalSequence: Int, journalHash: String) {
    self.event = event
    self.area = area
    self.journalSequence = journalSequence
    self.journalHash = journalHash
  }
}

/// A line of the access log, with who and when.
package struct AccessLogLine: Hashable, Sendable {
  package let sequence: Int
  package let time: Instant
  package let attribution: Attribution
  package let entry: AccessLogEntry

  /// Whether somebody else than the person was there.
  package var isOfAnother: Bool { attribution.actor != attribution.subject }
}

/// Which lines of the log somebody wants to see.
package struct AccessLogFilter: Hashable, Sendable {
  /// Only what others did.
  package var isOnlyOthers = false
  /// From this day on, in Norway.
  package var first: CivilDate?
  /// Up to this day, that day included.
  package var last: CivilDate?

  package init(isOnlyOthers: Bool = false, first: CivilDate? = nil, last: CivilDate? = nil) {
    self.isOnlyOthers = isOnlyOthers
    self.first = first
    self.last = last
  }

  package func matches(_ line: AccessLogLine) -> Bool {
    if isOnlyOthers, !line.isOfAnother { return false }
    let day = OsloTime.date(line.time)
    return first.map { day >= $0 } ?? true && last.map { day <= $0 } ?? true
  }
}
