/// Gathers the words of a narrative into lines as its elements would lay them out.
struct NarrativeLines {
  private var output: [UInt8] = []
  private let limitInBytes: Int
  /// Whether a space or a line break is due before the next character.
  private var pending = Pending.nothing
  /// Whether the line has no word yet; the sign of an item is none.
  private var isLineEmpty = true
  private var hasItemSign = false
  /// How many cells of a row are open: their paragraphs do not break the row.
  private var openCells = 0
  private var cellsInRow = 0
  private var openPreformatted = 0
  private(set) var isFull = false

  private enum Pending {
    case nothing
    case space
    case line
  }

  /// Gathers up to so many bytes of UTF-8.
  init(limitInBytes: Int) {
    self.limitInBytes = limitInBytes
  }

  /// Nil where there is not one character to be seen.
  var text: String? {
    var lines: [String] = []
    for line in output.split(separator: UInt8(ascii: "\n"))
    where line.contains(where: { ![0x20, 0x7C, 0x2D].contains($0) }) {
      let end = line.lastIndex { $0 != 0x20 } ?? line.startIndex
      lines.append(String(decoding: line[...end], as: UTF8.self))
    }
    if lines.isEmpty { return nil }
    return lines.joined(separator: "\n") + (isFull ? "\u{2026}" : "")
  }

  /// Adds a character of text; white space of any length becomes one space.
  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar == "\n", openPreformatted > 0 {
      breakLine()
    } else if scalar.properties.isWhitespace {
      addSpace()
    } else if !NarrativeLines.isControl(scalar) {
      writePending()
      write(scalar)
    }
  }

  /// Notes that an element begins, by its name in lower case.
  mutating func open(_ name: String) {
    switch name {
    case "td", "th":
      openCells += 1
      cellsInRow += 1
      if cellsInRow > 1 { write(words: " | ") }
    case "tr":
      startRow()
    case "li":
      breakLine()
      writePending()
      startItem()
    case "pre":
      openPreformatted += 1
      breakLine()
    case "br":
      breakLine()
    default:
      if NarrativeLines.blocks.contains(name) { breakLine() }
    }
  }

  /// Notes that an element ends.
  mutating func close(_ name: String) {
    switch name {
    case "td", "th":
      openCells = max(0, openCells - 1)
    case "tr", "table":
      startRow()
    case "pre":
      openPreformatted = max(0, openPreformatted - 1)
      breakLine()
    default:
      if NarrativeLines.blocks.contains(name) { breakLine() }
    }
  }

  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table",
    "caption", "thead", "tbody", "tfoot", "hr", "blockquote", "section", "article", "address",
  ]

  private mutating func startRow() {
    openCells = 0
    cellsInRow = 0
    breakLine()
  }

  /// Within a cell a space, so that a row stays one line.
  private mutating func breakLine() {
    if openCells > 0 {
      addSpace()
    } else {
      pending = .line
    }
  }

  private mutating func addSpace() {
    if case .nothing = pending { pending = .space }
  }

  private mutating func writePending() {
    switch pending {
    case .nothing: break
    case .space: if !isLineEmpty { write(" ") }
    case .line:
      if !isLineEmpty {
        write("\n")
        isLineEmpty = true
        hasItemSign = false
      }
    }
    pending = .nothing
  }

  /// One sign for an item, also where another list begins in it.
  private mutating func startItem() {
    if isLineEmpty, hasItemSign { return }
    let isFirst = isLineEmpty
    write(words: "- ")
    isLineEmpty = isFirst
    hasItemSign = true
  }

  private mutating func write(words: String) {
    if case .line = pending { writePending() }
    pending = .nothing
    for scalar in words.unicodeScalars {
      write(scalar)
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    guard output.count + UTF8.width(scalar) <= limitInBytes else {
      isFull = true
      return
    }
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    isLineEmpty = false
  }

  /// Control characters, and those that turn the direction of what follows them.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
      true
    default:
      false
    }
  }
}
