/// What a line of a journal says of an erasure, with the line that says it.
struct ErasureDeclaration: Sendable {
  let erasure: Erasure
  /// The line that declares it: what it lists stands before.
  let sequence: Int
  let hash: Digest

  /// The kind that the first touch of such a line names.
  static let kind = RecordKind.erasure.rawValue

  private struct Payload: Decodable {
    struct Put: Decodable {
      var kind: String
      var content: Erasure?

      private enum Key: String, CodingKey { case kind, content }

      init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        kind = try values.decode(String.self, forKey: .kind)
        // Other records may follow in the same line.
        if kind == ErasureDeclaration.kind {
          content = try values.decode(Erasure.self, forKey: .content)
        }
      }
    }

    var put: [Put]
  }

  /// Nil where the line declares none, or where its content is not what was written.
  init?(_ head: LineHead, payload: ArraySlice<UInt8>) {
    guard ErasureDeclaration.isOne(head), SHA256.digest(payload) == head.payloadSum,
      let document = try? JSONDocument(parsing: Array(payload), limits: .store),
      let content = try? JSONTapeDecoder.decode(Payload.self, from: document.root),
      let erasure = content.put.first?.content
    else { return nil }
    self.erasure = erasure
    (sequence, hash) = (head.sequence, head.hash)
  }

  /// Never in a blob: a reader knows it by its head.
  static func isOne(_ head: LineHead) -> Bool {
    guard case .listed(let touches) = head.touches else { return false }
    return touches.first?.kind == kind
  }

  func lists(_ line: Int) -> Bool {
    line > 0 && line < sequence && erasure.lists(line)
  }
}

/// What the erasures of one journal say of its lines: which of them hold only what was kept, and
/// where that stands.
///
/// Of several that list a line the newest holds: it has taken over what the earlier ones kept.
struct Erasures {
  private let declarations: [ErasureDeclaration]
  /// What the blob that was read last holds: lines are asked for in their order.
  private var held: (name: String, lines: [Int: JSONNode])?

  init(_ declarations: [ErasureDeclaration] = []) {
    self.declarations = declarations
  }

  var isEmpty: Bool { declarations.isEmpty }

  func knows(_ declaration: Digest) -> Bool {
    declarations.contains { $0.hash == declaration }
  }

  /// The newest that lists a line; nil where none does.
  func declaration(of line: Int) -> ErasureDeclaration? {
    declarations.last { $0.lists(line) }
  }

  func lists(_ line: Int) -> Bool { declaration(of: line) != nil }

  /// Whether a line that is listed still stands as it was written.
  func isAnyWhole(of lines: some Sequence<LineHead>) -> Bool {
    !isEmpty && lines.contains { !$0.isLost && !$0.isErased && lists($0.sequence) }
  }

  /// Until when unsent text was erased; nil where none was.
  var draftsErased: Instant? {
    declarations.map(\.erasure).filter(\.includesDrafts).map(\.erased).max()
  }

  /// What earlier ones had kept and a later one has taken over: no reader looks at it any more.
  func supersededBlobs() -> Set<String> {
    if declarations.count < 2 { return [] }
    return Set(declarations.flatMap(\.erasure.kept).map(\.blob)).subtracting(blobs())
  }

  /// Whether any of that is still on disk; where that cannot be told it is.
  func hasSuperseded(in directory: OwnerDirectory, _ fileSystem: any FileSystem) -> Bool {
    let names = supersededBlobs()
    if names.isEmpty { return false }
    do throws(SystemError) {
      guard let folder = try directory.openDirectoryIfThere("blobs") else { return false }
      for name in names where try fileSystem.exists(name, in: folder) { return true }
      return false
    } catch {
      return true
    }
  }

  /// The blobs that hold what lines have kept, of those erasures that are still the newest.
  func blobs() -> Set<String> {
    var names: Set<String> = []
    for declaration in declarations {
      // An erasure that takes over one line of an earlier one takes over all of them.
      let isTakenOver = declarations.contains { later in
        later.sequence > declaration.sequence
          && declaration.erasure.lines.contains { later.lists($0.first) }
      }
      if !isTakenOver { names.formUnion(declaration.erasure.kept.map(\.blob)) }
    }
    return names
  }

  /// The file in which that stands which was kept of a listed line, if anything was.
  func blob(of line: Int) -> String? {
    declaration(of: line)?.erasure.kept.last { $0.first <= line }?.blob
  }

  /// What a listed line holds beside what was erased; nil where nothing was kept of it.
  ///
  /// Throws where that is not what was written.
  mutating func content(
    of line: LineHead,
    _ blobs: BlobStore
  ) throws(StoreError) -> LineContent? {
    guard let name = blob(of: line.sequence) else { return nil }
    return try lines(of: name, blobs)[line.sequence].map {
      LineContent(line, blob: name, put: $0)
    }
  }

  /// Calls `body` with each record that a line holds for a reader, and with its bytes; not at all
  /// where a repair has given up what it held.
  mutating func forEachRecord(
    in line: LineHead,
    _ log: ChainedLog,
    _ blobs: BlobStore,
    _ body: (Record, ArraySlice<UInt8>) throws(StoreError) -> Void
  ) throws(StoreError) {
    if line.isLost || line.header != nil { return }
    do throws(StoreError) {
      let content: LineContent?
      if lists(line.sequence) {
        content = try self.content(of: line, blobs)
      } else {
        content = try LineContent(of: line, log, blobs)
      }
      try content?.readRecords(body)
    } catch {
      guard case .damaged = error, log.scan.isContentGivenUp(line.sequence) else { throw error }
    }
  }

  private mutating func lines(
    of name: String,
    _ blobs: BlobStore
  ) throws(StoreError) -> [Int: JSONNode] {
    if let held, held.name == name { return held.lines }
    let bytes = try blobs.read(name)
    guard let kept = try? JSONDocument(parsing: bytes, limits: .store).root["kept"] else {
      let file = "blobs/\(name)"
      throw .damaged(Damage(kind: .brokenBlob, file: file, line: nil, offset: 0))
    }
    var lines: [Int: JSONNode] = [:]
    for node in kept.elements {
      if let number = node["line"]?.numberText.flatMap({ Int($0) }), let put = node["put"] {
        lines[number] = put
      }
    }
    held = (name, lines)
    return lines
  }
}
