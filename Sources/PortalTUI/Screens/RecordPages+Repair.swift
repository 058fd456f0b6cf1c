import PortalCore

extension RecordPages {
  /// What was broken in the record itself, and what was done about it.
  func blocks(of repair: JournalRepair) -> [Block] {
    facts([(.date, phrases.text(repair.repaired))])
      + phrases.sentences(on: repair).map(Block.paragraph)
  }
}
