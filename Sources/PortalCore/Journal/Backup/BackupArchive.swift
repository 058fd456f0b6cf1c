/// A backup, open for reading; it is believed only after `check`.
///
/// A class because its members are read through the one descriptor.
package final class BackupArchive: Sendable {
  /// Where a member's bytes stand.
  struct Place: Hashable, Sendable {
    var offset: Int
    var size: Int
  }

  let path: String
  let opening: BackupManifest.Opening
  private let file: ArchiveFile
  private let sum: BackupManifest.Sum
  /// Where the manifest's header stands, behind the last member.
  private let manifestOffset: Int

  /// Opens a file that ends as a backup does.
  package init(_ path: String, fileSystem: any FileSystem) throws(BackupProblem) {
    self.path = path
    file = try ArchiveFile(path, fileSystem: fileSystem)
    let end = BackupManifest.sumSize
    sum = try BackupArchive.sum(file.bytes(file.size - end, end), path)
    let padded = sum.manifest + TarHeader.padding(after: sum.manifest)
    manifestOffset = file.size - end - padded - TarHeader.blockSize
    let header = TarHeader(try file.bytes(manifestOffset, TarHeader.blockSize)[...])
    guard manifestOffset >= 0, header?.name == BackupManifest.name, header?.size == sum.manifest
    else { throw .notABackup(path) }
    let start = manifestOffset + TarHeader.blockSize
    var lines = ManifestLines(file, from: start, to: start + sum.manifest)
    guard let first = try lines.next(),
      let opening = BackupManifest.decode(BackupManifest.Opening.self, first)
    else { throw .notABackup(path) }
    guard opening.format <= BackupManifest.currentFormat else {
      throw .newerFormat(opening.format)
    }
    self.opening = opening
  }

  private static func sum(
    _ end: [UInt8],
    _ path: String
  ) throws(BackupProblem) -> BackupManifest.Sum {
    let block = TarHeader.blockSize
    guard end.count == BackupManifest.sumSize,
      let header = TarHeader(end[..<block]), header.name == BackupManifest.sumName,
      (1...block).contains(header.size),
      let sum = BackupManifest.decode(
        BackupManifest.Sum.self,
        end[block..<(block + header.size)]
      ), BackupManifest.line(sum).elementsEqual(end[block..<(block + header.size)]),
      end[(block + header.size)...].allSatisfy({ $0 == 0 })
    else { throw .notABackup(path) }
    return sum
  }

  /// Reads the whole file once: every sum, every name, and that nothing stands between.
  ///
  /// `body` is given the members in their order, with their places.
  package func check() throws(BackupProblem) {
    try forEachMember { _, _ throws(BackupProblem) in }
  }

  func forEachMember(
    _ body: (BackupManifest.Member, Place) throws(BackupProblem) -> Void
  ) throws(BackupProblem) {
    var lines = try manifestLines()
    var whole = SHA256()
    var offset = 0
    while offset < manifestOffset {
      let header = try file.bytes(offset, TarHeader.blockSize)
      whole.update(header)
      guard let line = try lines.next(),
        let member = BackupManifest.decode(BackupManifest.Member.self, line),
        BackupManifest.line(member).dropLast().elementsEqual(line)
      else { throw .altered(BackupManifest.name) }
      guard let head = TarHeader(header[...]), head.name == member.name, head.size == member.size,
        BackupManifest.isPlain(member.name)
      else { throw .altered(member.name) }
      let place = Place(offset: offset + TarHeader.blockSize, size: member.size)
      let end = place.offset + place.size + TarHeader.padding(after: place.size)
      guard place.size >= 0, end <= manifestOffset else { throw .altered(member.name) }
      let digest = try file.digest(place, &whole)
      guard digest.hexadecimal == member.sum else { throw .altered(member.name) }
      let padding = try file.bytes(place.offset + place.size, end - place.offset - place.size)
      whole.update(padding)
      guard padding.allSatisfy({ $0 == 0 }) else { throw .altered(member.name) }
      try body(member, place)
      offset = end
    }
    guard offset == manifestOffset, try lines.next() == nil else {
      throw .altered(BackupManifest.name)
    }
    let rest = Place(offset: offset, size: file.size - BackupManifest.sumSize - offset)
    _ = try file.digest(rest, &whole)
    guard whole.finish().hexadecimal == sum.sum else { throw .altered(BackupManifest.sumName) }
  }

  private func manifestLines() throws(BackupProblem) -> ManifestLines {
    let start = manifestOffset + TarHeader.blockSize
    var lines = ManifestLines(file, from: start, to: start + sum.manifest)
    _ = try lines.next()
    return lines
  }

  /// Up to a number of bytes of a member.
  func read(_ place: Place, at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    guard offset >= 0, offset < place.size else { return [] }
    return try file.read(at: place.offset + offset, count: min(count, place.size - offset))
  }

  /// Another descriptor of the same file.
  func duplicate() throws(SystemError) -> FileDescriptor {
    try file.duplicate()
  }

  /// Every member's place by its name, after all of it has been checked.
  package func checkedPlaces() throws(BackupProblem) -> BackupPlaces {
    var places: [String: Place] = [:]
    try forEachMember { member, place throws(BackupProblem) in places[member.name] = place }
    return BackupPlaces(archive: self, places: places)
  }
}

/// The members of a backup that is as it was written.
package struct BackupPlaces: Sendable {
  let archive: BackupArchive
  let places: [String: BackupArchive.Place]

  /// A member's bytes; nil where there is none.
  func bytes(_ name: String) throws(StoreError) -> [UInt8]? {
    guard let place = places[name] else { return nil }
    return try storing { () throws(SystemError) in
      try archive.read(place, at: 0, count: place.size)
    }
  }

  /// Where a repair takes from.
  package var source: RepairSource {
    RepairSource { file, owner throws(StoreError) in
      switch owner {
      case .person(let id):
        try bytes("people/\(id.firstFolder)/\(id.secondFolder)/\(id.text)/\(file)")
      case .practice(let id):
        try bytes("\(Store.practicesName)/\(id.folder)/\(id.text)/\(file)")
      }
    }
  }
}
