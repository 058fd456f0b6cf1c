/// Turns the bytes of a keyboard into events.
///
/// Our own and not that of ncurses: a sequence that nobody knows (an answer of the terminal, a
/// report of the mouse, a key with a modifier) is swallowed whole, where ncurses hands out Esc and
/// letters, which would leave a page or type rubbish; and the bytes of a paste stay as they are.
/// Pure: it reads nothing and knows no clock.
struct InputDecoder {
  /// What it has begun and cannot finish without more bytes.
  enum Pending: Equatable {
    case nothing
    /// An escape sequence, or the Esc key: only time tells.
    case escape
    /// A paste whose end has not come.
    case paste
  }

  private enum State: Equatable {
    case ground
    case escape
    /// Alt with a character of several bytes, so many to come.
    case altCharacter(missing: Int)
    case control
    case singleShift
    case console
    /// The three bytes after an old mouse report.
    case mouse(missing: Int)
    /// A string of the terminal's, up to BEL or ESC \.
    case string(endsNext: Bool)
    case paste
  }

  /// A longer sequence is nobody's key.
  private static let mostSequenceBytes = 64
  /// A longer string is not waited for.
  private static let mostStringBytes = 4096

  private let ownSequences: [[UInt8]: Key]
  private var state = State.ground
  /// The bytes of the sequence so far, with its ESC.
  private var sequence: [UInt8] = []
  private var stringBytes = 0
  private var paste = PasteBuffer()
  private var text = TextBuffer()
  private var events: [TerminalEvent] = []

  /// A decoder that also knows the sequences of the terminal at hand.
  init(ownSequences: [[UInt8]: Key] = [:]) {
    self.ownSequences = ownSequences
  }

  /// What is waited for.
  var pending: Pending {
    switch state {
    case .ground: .nothing
    case .paste: .paste
    case .escape, .altCharacter, .control, .singleShift, .console, .mouse, .string: .escape
    }
  }

  /// The events of these bytes; characters that follow each other come as one text.
  mutating func decode(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    for byte in bytes {
      take(byte)
    }
    flushText()
    return takeEvents()
  }

  /// The events of what is pending, when its time is over: Esc alone is the key.
  mutating func flush() -> [TerminalEvent] {
    switch state {
    case .ground: break
    case .escape: emit(.escape)
    case .singleShift, .control:
      if let character = sequence.last, sequence.count == 2 {
        emit(.alt(Character(UnicodeScalar(character))))
      }
    case .string:
      if let character = sequence.last, stringBytes == 0 {
        emit(.alt(Character(UnicodeScalar(character))))
      }
    case .altCharacter, .console, .mouse: break
    case .paste: finishPaste()
    }
    reset()
    return takeEvents()
  }

  // MARK: - One byte

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeGround(byte)
    case .escape: takeAfterEscape(byte)
    case .altCharacter(let missing): takeAlt(byte, missing: missing)
    case .control: takeControl(byte)
    case .singleShift: takeLast(byte, KeySequences.applicationKey(byte))
    case .console: takeLast(byte, KeySequences.consoleKey(byte))
    case .mouse(let missing):
      state = missing > 1 ? .mouse(missing: missing - 1) : .ground
    case .string(let endsNext): takeString(byte, endsNext: endsNext)
    case .paste: takePaste(byte)
    }
  }

  private mutating func takeGround(_ byte: UInt8) {
    switch byte {
    case 0x1B:
      flushText()
      state = .escape
      sequence = [byte]
    case 0x09: emit(.tab)
    case 0x0A, 0x0D: emit(.enter)
    case 0x08, 0x7F: emit(.backspace)
    case 0x00: emit(.control("@"))
    case 0x01...0x1A: emit(.control(Character(UnicodeScalar(byte + 0x60))))
    case 0x1C...0x1F: emit(.control(Character(UnicodeScalar(byte + 0x40))))
    default: text.append(byte)
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    sequence.append(byte)
    stringBytes = 0
    if let key = ownSequences[sequence] {
      return finish(key)
    }
    switch byte {
    case UInt8(ascii: "["): state = .control
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string(endsNext: false)
    case 0x1B:
      emit(.escape)
      sequence = [byte]
    case 0x0D, 0x20...0x7F: finish(.alt(Character(UnicodeScalar(byte))))
    case 0xC2...0xF4:
      sequence = [byte]
      state = .altCharacter(missing: TextBuffer.length(lead: byte) - 1)
    default:
      finish(.escape)
      takeGround(byte)
    }
  }

  private mutating func takeAlt(_ byte: UInt8, missing: Int) {
    guard byte & 0xC0 == 0x80 else {
      reset()
      return takeGround(byte)
    }
    sequence.append(byte)
    guard missing == 1 else {
      state = .altCharacter(missing: missing - 1)
      return
    }
    let decoded = String(decoding: sequence, as: UTF8.self)
    finish(decoded.count == 1 ? decoded.first.map(Key.alt) : nil)
  }

  private mutating func takeControl(_ byte: UInt8) {
    guard (0x20...0x7E).contains(byte), sequence.count < Self.mostSequenceBytes else {
      // Not a sequence after all: forget it, and take the byte for what it is.
      reset()
      return takeGround(byte)
    }
    sequence.append(byte)
    if sequence.count == 3, byte == UInt8(ascii: "[") {
      state = .console
    } else if sequence.count == 3, byte == UInt8(ascii: "M") {
      state = .mouse(missing: 3)
    } else if byte >= 0x40 {
      finishControl(byte)
    }
  }

  private mutating func finishControl(_ final: UInt8) {
    let parameters = Self.numbers(sequence[2..<(sequence.count - 1)])
    if final == UInt8(ascii: "~"), parameters == [200] {
      reset()
      state = .paste
    } else {
      let known = parameters.flatMap { KeySequences.key(parameters: $0, final: final) }
      finish(ownSequences[sequence] ?? known)
    }
  }

  /// The last byte of a short sequence.
  private mutating func takeLast(_ byte: UInt8, _ known: Key?) {
    guard byte >= 0x20, byte < 0x7F else {
      reset()
      return takeGround(byte)
    }
    sequence.append(byte)
    if state == .singleShift, let character = KeySequences.keypadCharacter(byte) {
      text.append(contentsOf: character.utf8)
      reset()
    } else {
      finish(ownSequences[sequence] ?? known)
    }
  }

  private mutating func takeString(_ byte: UInt8, endsNext: Bool) {
    stringBytes += 1
    let isCancelled = byte == 0x18 || byte == 0x1A
    if byte == 0x07 || endsNext || isCancelled || stringBytes > Self.mostStringBytes {
      reset()
    } else {
      state = .string(endsNext: byte == 0x1B)
    }
  }

  private mutating func takePaste(_ byte: UInt8) {
    if paste.append(byte) {
      finishPaste()
    }
  }

  private mutating func finishPaste() {
    events.append(.paste(paste.take()))
    reset()
  }

  // MARK: - Results

  private mutating func emit(_ key: Key) {
    flushText()
    events.append(.key(key))
  }

  private mutating func finish(_ key: Key?) {
    if let key {
      emit(key)
    }
    reset()
  }

  private mutating func reset() {
    state = .ground
    sequence = []
    stringBytes = 0
  }

  private mutating func flushText() {
    if let string = text.take() {
      events.append(.text(string))
    }
  }

  private mutating func takeEvents() -> [TerminalEvent] {
    defer { events = [] }
    return events
  }

  /// The numbers between semicolons; nil where something else stands there.
  ///
  /// Nothing counts as 1.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int]? {
    var numbers: [Int] = []
    for part in bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      guard part.count <= 5, part.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      numbers.append(part.isEmpty ? 1 : part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    return numbers
  }
}
