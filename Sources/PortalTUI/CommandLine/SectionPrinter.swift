import PortalCore

/// Prints a section as its screen shows it, in plain lines, to its last entry.
///
/// A long list is read and printed a part at a time, so it costs neither memory nor waiting for the
/// first line, and nothing more is read once nobody reads what is printed.
enum SectionPrinter {
  static func print(
    _ area: Area,
    _ screens: ScreenContext,
    to console: Console
  ) throws(CommandProblem) {
    // What the gate refuses is a refusal here too, and not only a page that says so.
    try asking { () throws(ServiceError) in try screens.record.checkMayRead(area) }
    try print(SectionScreens.screen(for: area, screens, older: .inParts), screens, to: console)
  }

  /// The same of a page that a command has made itself.
  static func print(
    _ screen: any Screen,
    _ screens: ScreenContext,
    to console: Console
  ) throws(CommandProblem) {
    var screen = screen
    _ = screen.update(.shown)
    if let failure = (screen as? any RecordScreen)?.failure { throw .service(failure) }
    let renderer = PlainRenderer(words: screens.phrases.renderWords)
    var page = screen.page()
    for line in renderer.lines(page) { console.result(line) }
    guard var screen = screen as? any PrintedInParts else { return }
    var printed = 0
    while true {
      printed += Entries(page)?.count ?? 0
      // What is read is out before more is looked for.
      console.flush()
      guard console.isRead,
        try asking({ () throws(ServiceError) in try screen.turnOver() })
      else { return }
      page = screen.page()
      for line in renderer.entryLines(page, from: printed + 1) { console.result(line) }
    }
  }

  /// The records of a section as one JSON array, each read when it is printed.
  static func printJSON(
    _ area: Area,
    _ record: OpenRecord,
    to console: Console
  ) throws(CommandProblem) {
    var separator = "["
    try asking { () throws(ServiceError) in
      try record.forEachRecord(in: area) { record in
        console.part(separator + JSONOutput.text(RecordOutput(record: record)))
        separator = ","
        return console.isRead
      }
    }
    console.result(separator == "[" ? "[]" : "]")
  }
}
