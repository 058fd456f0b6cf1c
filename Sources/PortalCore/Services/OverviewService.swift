/// How much a section holds, and how much of it is new to the person.
package struct SectionCount: Hashable, Sendable {
  package let area: Area
  package let count: Int
  /// Changed since the person last opened their record; nil the first time.
  package let new: Int?
}

extension OpenRecord {
  /// The sections the gate lets this reader open, in the portal's order, with their counts.
  package func sectionCounts() throws(ServiceError) -> [SectionCount] {
    let since = try lastVisit()
    var counts: [SectionCount] = []
    for area in Area.allCases where area != .overview {
      let records: [Record]
      do {
        records = try section(area)
      } catch {
        if case .refused = error { continue }
        throw error
      }
      let new = since.map { since in
        records.count { isNews($0, since: since) }
      }
      let count =
        area == .messages
        ? try messageThreads().count
        : area == .accessLog ? try accessLogLines().count : records.count
      counts.append(SectionCount(area: area, count: count, new: new))
    }
    return counts
  }

  /// What has come to the record since the last visit, the newest first.
  package func news() throws(ServiceError) -> [Record] {
    guard let since = try lastVisit() else { return [] }
    var news: [Record] = []
    for area in Area.allCases where area != .overview {
      guard let records = try? section(area) else { continue }
      news += records.filter { isNews($0, since: since) }
    }
    return news
  }

  /// When this reader last began a session before this one.
  package func lastVisit() throws(ServiceError) -> Instant? {
    let starts = try accessLogLines().filter {
      $0.entry.event == .sessionStart && $0.attribution.actor == attribution.actor
    }
    return starts.dropLast().last?.time
  }

  /// Whether a record has come since the last visit.
  package func isNew(_ id: RecordID, since: Instant?) -> Bool {
    guard let since, let changed = changeTime(of: id) else { return false }
    return changed > since
  }

  /// What has come since; what one has written oneself is no news.
  private func isNews(_ record: Record, since: Instant) -> Bool {
    if case .message(let message) = record.content, message.isFromPerson { return false }
    return isNew(record.id, since: since)
  }
}
