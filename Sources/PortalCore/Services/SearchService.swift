/// What a search in a record has found.
package struct SearchResult: Sendable {
  /// How many records hold all the words.
  package var count = 0
  /// The newest of them by date, at most as many as were asked for.
  package var newest: [Record] = []

  package init() {}
}

extension OpenRecord {
  /// Looks for words in everything that the gate lets this reader see, the newest first.
  ///
  /// Costs as much as is found, not as there is. What may not be seen leaves no trace in the count.
  package func search(
    _ query: SearchQuery,
    newest limit: Int
  ) throws(ServiceError) -> SearchResult {
    var result = SearchResult()
    // The gate is asked about each kind of record in the section where it is read: what may not be
    // read there is not found here.
    try look(.search, in: .overview) { contents, visibility throws(StoreError) in
      let found = try contents.matches(query, isVisible: visibility.sees)
      result.count = found.count
      for listed in found.prefix(limit) { result.newest.append(try contents.record(listed)) }
    }
    return result
  }
}
