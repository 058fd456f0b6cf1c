/// Breaks text into rows of a width in cells, and shortens what does not fit.
enum TextLayout {
  /// One step of a text for line breaking.
  struct Unit {
    enum Kind {
      case plain
      /// May hang over the edge; a row may end after it.
      case space
      /// Ends the row.
      case lineFeed
    }

    var width: Int
    var kind = Kind.plain
  }

  /// The rows of a text, broken at spaces, and inside a word only where it is longer than a row.
  ///
  /// A soft break keeps its spaces at the end of the row, so that every unit but the line feeds
  /// belongs to one row. Never empty; a unit wider than a row has a row of its own.
  static func rows(
    count: Int,
    columns: Int,
    unit: (Int) -> Unit
  ) -> [Range<Int>] {
    var breaker = RowBreaker(columns: max(1, columns))
    var index = 0
    while index < count {
      if breaker.add(unit(index), at: index) { index += 1 }
    }
    return breaker.rows + [breaker.start..<count]
  }

  /// Text in rows of at most `columns` cells, without the spaces at their ends.
  ///
  /// Line feeds in the text end a row where it `keepsLines`, else they are spaces like others.
  static func wrap(_ raw: String, columns: Int, keepsLines: Bool = false) -> [SafeText] {
    guard raw.utf8.contains(0x0A) else { return wrap(SafeText(raw), columns: columns) }
    var lines = lines(of: raw)
    if !keepsLines {
      lines = [lines.joined(separator: " ")]
    } else if lines.last == "" {
      lines.removeLast()
    }
    return lines.flatMap { wrap(SafeText($0), columns: columns) }
  }

  /// Safe text in rows of at most `columns` cells, without the spaces at their ends.
  static func wrap(_ text: SafeText, columns: Int) -> [SafeText] {
    if text.width <= columns { return [text] }
    let bytes = Array(text.text.utf8)
    let rows: [Range<Int>]
    if text.isSimple {
      rows = self.rows(count: bytes.count, columns: columns) { index in
        let byte = bytes[index]
        return Unit(width: byte & 0xC0 == 0x80 ? 0 : 1, kind: byte == 0x20 ? .space : .plain)
      }
    } else {
      let widths = byteWidths(text)
      rows = self.rows(count: bytes.count, columns: columns) { index in
        Unit(width: Int(widths[index]), kind: bytes[index] == 0x20 ? .space : .plain)
      }
    }
    return rows.map { row in
      var end = row.upperBound
      while end > row.lowerBound && bytes[end - 1] == 0x20 { end -= 1 }
      return text.slice(row.lowerBound..<end)
    }
  }

  /// The lines of a text, without their line feeds or carriage return and line feed.
  static func lines(of raw: String) -> [String] {
    let bytes = Array(raw.utf8)
    var lines: [String] = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
      let hasReturn = index > start && index < bytes.count && bytes[index - 1] == 0x0D
      lines.append(String(decoding: bytes[start..<(hasReturn ? index - 1 : index)], as: UTF8.self))
      start = index + 1
    }
    return lines
  }

  /// Text of at most `columns` cells; where something was cut it ends with `ellipsis`.
  static func truncate(_ text: SafeText, columns: Int, ellipsis: SafeText) -> SafeText {
    if text.width <= columns { return text }
    if columns <= ellipsis.width { return prefix(text, columns: columns) }
    return prefix(text, columns: columns - ellipsis.width) + ellipsis
  }

  /// As many whole glyphs from the start as fit in `columns` cells.
  static func prefix(_ text: SafeText, columns: Int) -> SafeText {
    if text.width <= columns { return text }
    let widths = byteWidths(text)
    var end = 0
    var width = 0
    while end < widths.count && width + Int(widths[end]) <= max(0, columns) {
      width += Int(widths[end])
      end += 1
    }
    return text.slice(0..<end)
  }

  /// As many whole glyphs from the end as fit in `columns` cells.
  static func suffix(_ text: SafeText, columns: Int) -> SafeText {
    if text.width <= columns { return text }
    let widths = byteWidths(text)
    var start = 0
    var width = text.width
    while start < widths.count && (width > max(0, columns) || widths[start] == 0) {
      width -= Int(widths[start])
      start += 1
    }
    return text.slice(start..<widths.count)
  }

  /// For each byte of a text the cells that the scalar starting there fills.
  private static func byteWidths(_ text: SafeText) -> [UInt8] {
    var widths: [UInt8] = []
    widths.reserveCapacity(text.text.utf8.count)
    for scalar in text.text.unicodeScalars {
      widths.append(UInt8(CellWidth.of(scalar)))
      for _ in 1..<UTF8.width(scalar) {
        widths.append(0)
      }
    }
    return widths
  }
}
