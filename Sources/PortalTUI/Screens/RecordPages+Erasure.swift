import PortalCore

extension RecordPages {
  /// That something was erased and why; who did it stands in the history.
  func blocks(of erasure: Erasure) -> [Block] {
    facts([(.date, phrases.text(erasure.erased)), (.reason, phrases.text(for: erasure.reason))])
      + [.paragraph(phrases.erasureExplanation)]
  }
}
