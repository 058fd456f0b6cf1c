extension OpenRecord {
  /// Who has opened the record and what they did, the newest first, and how often in all; or the
  /// newest before a line of that number.
  ///
  /// With a filter the count is of what fits it, and costs a walk through the whole log.
  package func accessLogLines(
    newest limit: Int = .max,
    before end: Int = .max,
    _ filter: AccessLogFilter = AccessLogFilter()
  ) throws(ServiceError) -> (lines: [AccessLogLine], count: Int) {
    try lookInLog { log throws(StoreError) in
      if filter == AccessLogFilter() { return (try log.newest(limit, before: end), log.count) }
      let matching = try log.newest(.max, before: end).filter(filter.matches)
      return (Array(matching.prefix(limit)), matching.count)
    }
  }

  /// How many lines the access log has.
  func accessLogCount() throws(ServiceError) -> Int {
    try lookInLog(isNoted: false) { log throws(StoreError) in log.count }
  }

  /// One line of the access log; throws `noSuchRecord`.
  package func accessLogLine(_ sequence: Int) throws(ServiceError) -> AccessLogLine {
    let (end, isOver) = sequence.addingReportingOverflow(1)
    guard !isOver, let line = try accessLogLines(newest: 1, before: end).lines.first,
      line.sequence == sequence
    else { throw .noSuchRecord }
    return line
  }
}
