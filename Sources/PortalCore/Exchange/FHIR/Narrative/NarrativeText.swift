/// A narrative of XHTML as plain text: lines of words, without a control character but LF.
///
/// Reads the markup in one pass and acts on none of it: scripts, styles, comments, declarations,
/// attributes and entities that a document declares are dropped
/// (https://hl7.org/fhir/R4/narrative.html). Rows of a table become lines with ` | ` between cells.
enum NarrativeText {
  /// Longer text is cut, and says so by an ellipsis; the original is kept beside the record.
  static let mostBytes = 1 << 18

  /// Nil where nothing is left to read.
  static func plain(_ markup: String) -> String? {
    var scanner = NarrativeScanner(markup)
    var lines = NarrativeLines(limitInBytes: mostBytes)
    while !lines.isFull, let token = scanner.next() {
      switch token {
      case .text(let range):
        NarrativeEntity.decode(scanner.bytes[range]) { lines.append($0) }
      case .literal(let range):
        for scalar in String(decoding: scanner.bytes[range], as: UTF8.self).unicodeScalars {
          lines.append(scalar)
        }
      case .opening(let name, let isClosed):
        lines.open(name)
        if isClosed { lines.close(name) }
      case .closing(let name):
        lines.close(name)
      }
    }
    return lines.text
  }
}
