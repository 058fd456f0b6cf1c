/// The 512 bytes before a member of a POSIX ustar archive (IEEE 1003.1, `pax`, "ustar Interchange
/// Format").
///
/// Only regular files with mode 0600; any `tar` lists and unpacks them.
struct TarHeader: Hashable, Sendable {
  static let blockSize = 512
  /// What eleven octal digits can say.
  static let mostBytes = 0o77_777_777_777

  var name: String
  var size: Int
  /// Seconds since 1970.
  var time: Int64

  /// Nil where the name or the size cannot be said in a header.
  func encoded() -> [UInt8]? {
    guard let (prefix, name) = TarHeader.split(name), (0...TarHeader.mostBytes).contains(size)
    else { return nil }
    var block = Array(repeating: UInt8(0), count: TarHeader.blockSize)
    func put(_ text: String, at offset: Int) {
      block.replaceSubrange(offset..<(offset + text.utf8.count), with: text.utf8)
    }
    put(name, at: 0)
    put(TarHeader.octal(0o600, 7), at: 100)
    put(TarHeader.octal(0, 7), at: 108)
    put(TarHeader.octal(0, 7), at: 116)
    put(TarHeader.octal(size, 11), at: 124)
    put(TarHeader.octal(Int(max(0, time)), 11), at: 136)
    put("        0", at: 148)
    put("ustar", at: 257)
    put("00", at: 263)
    put(prefix, at: 345)
    put(TarHeader.octal(TarHeader.checksum(block), 6) + "\0 ", at: 148)
    return block
  }

  /// Nil for anything but a regular file's header as it is written here.
  init?(_ block: ArraySlice<UInt8>) {
    guard block.count == TarHeader.blockSize else { return nil }
    let block = Array(block)
    let prefix = TarHeader.text(block[345..<500])
    let name = TarHeader.text(block[0..<100])
    guard let size = Int(TarHeader.text(block[124..<136]), radix: 8),
      let time = Int64(TarHeader.text(block[136..<148]), radix: 8), size >= 0
    else { return nil }
    self.init(name: prefix.isEmpty ? name : "\(prefix)/\(name)", size: size, time: time)
    // Whatever else it says, it says as we write it: nothing in it goes unnoticed.
    guard encoded() == block else { return nil }
  }

  init(name: String, size: Int, time: Int64) {
    (self.name, self.size, self.time) = (name, size, time)
  }

  /// Bytes between the end of a member and the next block.
  static func padding(after size: Int) -> Int {
    (blockSize - size % blockSize) % blockSize
  }

  private static func split(_ name: String) -> (prefix: String, name: String)? {
    if name.utf8.count <= 100 { return name.isEmpty ? nil : ("", name) }
    guard let slash = name.lastIndex(of: "/") else { return nil }
    let (prefix, rest) = (String(name[..<slash]), String(name[name.index(after: slash)...]))
    return prefix.utf8.count <= 155 && rest.utf8.count <= 100 && !rest.isEmpty
      ? (prefix, rest) : nil
  }

  private static func checksum(_ block: [UInt8]) -> Int {
    let others = block[..<148].reduce(0) { $0 + Int($1) } + block[156...].reduce(0) { $0 + Int($1) }
    return others + 8 * 0x20
  }

  private static func octal(_ value: Int, _ width: Int) -> String {
    let digits = String(value, radix: 8)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }
}
