/// How much a section holds, and how much of it is new to the person.
package struct SectionCount: Hashable, Sendable {
  package let area: Area
  package let count: Int
  /// Changed since the person last opened their record; nil the first time.
  package let new: Int?
}

/// What has come to a record since the last visit.
package struct News: Sendable {
  /// How much has come to each section.
  package var counts: [Area: Int] = [:]
  /// What it is, without saying how much.
  package var kinds: Set<RecordKind> = []
  /// The newest of it by date, at most as many as were asked for.
  package var newest: [Record] = []

  package var count: Int { counts.values.reduce(0, +) }
}

extension OpenRecord {
  /// The sections the gate lets this reader open, in the portal's order, with their counts.
  package func sectionCounts() throws(ServiceError) -> [SectionCount] {
    let hasVisited = try lastSessionStart() != nil
    let news = try news(newest: 0)
    var counts: [SectionCount] = []
    for area in Area.allCases where area != .overview {
      do {
        let count = try count(in: area)
        let new = hasVisited ? news.counts[area] ?? 0 : nil
        counts.append(SectionCount(area: area, count: count, new: new))
      } catch {
        if case .refused = error { continue }
        throw error
      }
    }
    return counts
  }

  func count(in area: Area) throws(ServiceError) -> Int {
    switch area {
    case .messages: return try messageThreadCount()
    case .accessLog: return try accessLogCount()
    case .overview, .results, .prescriptions, .medications, .vaccinations, .coreJournal,
      .appointments, .documents, .proxies, .privacy:
      return try look(in: area, isNoted: false) { contents, visibility throws(StoreError) in
        try visibility.count(of: area.listedKinds, in: contents)
      }
    }
  }

  /// What has come to the record since the last visit, and changes of the general practitioner that
  /// have taken effect since; what this reader has done or read themselves is no news.
  ///
  /// Costs as much as has come, and as there are changes of the general practitioner.
  package func news(newest limit: Int) throws(ServiceError) -> News {
    guard let last = try lastSessionStart() else { return News() }
    let marks = try readMarks()
    var news = News()
    var found: [Contents.Listed] = []
    for area in Area.allCases where area != .accessLog {
      do {
        let new = try look(in: area, isNoted: false) { contents, visibility throws(StoreError) in
          var new = try contents.news(
            of: area.newsKinds,
            after: last.entry.journalSequence,
            to: attribution
          )
          if area == .overview {
            let days = OsloTime.date(last.time)...max(OsloTime.date(last.time), OsloTime.date(now))
            let known = Set(new.map(\.entry.id))
            new += try contents.practitionersInEffect(days).filter {
              !known.contains($0.entry.id)
            }
          }
          return new.filter { listed in
            let thread = listed.entry.thread
            let isRead = thread.flatMap { marks?.sequence(of: $0) } ?? 0 >= listed.entry.sequence
            return !isRead && visibility.sees(listed.entry)
          }
        }
        if !new.isEmpty { news.counts[area] = new.count }
        found += new
      } catch {
        if case .refused = error { continue }
        throw error
      }
    }
    news.kinds = Set(found.map(\.entry.kind))
    found.sort { ($0.entry.date, $0.entry.id) > ($1.entry.date, $1.entry.id) }
    try look(in: .overview) { contents, _ throws(StoreError) in
      for listed in found.prefix(limit) { news.newest.append(try contents.record(listed)) }
    }
    return news
  }

  /// When this reader last began a session before this one.
  package func lastVisit() throws(ServiceError) -> Instant? {
    try lastSessionStart()?.time
  }

  /// Whether a record has come since the last visit.
  package func isNew(_ id: RecordID, since: Instant?) -> Bool {
    guard let since, let changed = lastChange(of: id)?.time else { return false }
    return changed > since
  }
}

extension Area {
  /// The kinds of which a section says that there is something new: also some that are not entries of
  /// its list.
  fileprivate var newsKinds: Set<RecordKind> {
    switch self {
    case .overview: [.practitionerChange]
    case .prescriptions: listedKinds.union([.renewal])
    case .messages, .results, .medications, .vaccinations, .coreJournal, .appointments, .documents,
      .proxies, .privacy, .accessLog:
      listedKinds
    }
  }
}
