/// Finds lines and columns in a text without counting from its start each time.
///
/// Keeps one place for every 64 KiB, 64 KiB in all for the largest document. Without it ten
/// thousand messages about a large file would each count through half of it.
struct JSONPlaceIndex: Sendable {
  private static let interval = 1 << 16

  private let start: JSONPlace
  /// The places of the positions `interval`, twice `interval` and so on.
  private let marks: [JSONPlace]

  init(of text: Span<UInt8>, startingAt start: JSONPlace) {
    self.start = start
    var marks: [JSONPlace] = []
    var place = start
    var position = 0
    while position + JSONPlaceIndex.interval <= text.count {
      let end = position + JSONPlaceIndex.interval
      place = place.moved(over: text.extracting(position..<end))
      marks.append(place)
      position = end
    }
    self.marks = marks
  }

  /// The place of a position in the same text, or of its end where the position is beyond it.
  func place(at position: Int, in text: Span<UInt8>) -> JSONPlace {
    let position = min(max(0, position), text.count)
    let passed = min(position / JSONPlaceIndex.interval, marks.count)
    let nearest = passed > 0 ? marks[passed - 1] : start
    return nearest.moved(
      over: text.extracting((passed * JSONPlaceIndex.interval)..<position)
    )
  }
}
