/// One version of one record as the table of contents knows it: enough to list it, to ask the gate
/// about it, and to find it.
struct Entry: Sendable {
  let id: RecordID
  let kind: RecordKind
  let version: Int
  let labels: LabelSet
  let flags: Flags
  /// The line it came with, and that line's time.
  let sequence: Int
  let changed: Instant
  /// What lists are sorted by: its own date; for a message without one, when it came.
  let date: Instant
  /// The thread of a message.
  let thread: RecordID?
  /// Where its JSON stands, and what is to be found there.
  let place: Place
  let check: Fingerprint
  /// Of the original it was imported from.
  let origin: Fingerprint?
  /// The number of the version before it; nil for the first.
  var previous: Int?

  struct Flags: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let enteredInError = Flags(rawValue: 1)
    /// A message that the person wrote, or somebody for them.
    static let fromPerson = Flags(rawValue: 2)
    /// A message that has a subject.
    static let hasSubject = Flags(rawValue: 8)
    /// In a file: a later version of the record stands there too.
    static let superseded = Flags(rawValue: 4)
    /// A message of a thread that a parent began.
    static let parentsThread = Flags(rawValue: 16)
    /// A prescription that medicine can be fetched on, as its status has it.
    static let inUse = Flags(rawValue: 32)
    /// An appointment with the specialist health service.
    static let specialistCare = Flags(rawValue: 64)
  }

  /// Bytes of the journal, or of a blob.
  struct Place: Hashable, Sendable {
    let blob: String?
    let offset: Int
    let length: Int
  }

  /// Where a record's JSON was found, before it is known what it is.
  struct Found {
    let place: Place
    let check: Fingerprint
    let sequence: Int
    let changed: Instant

    init(_ json: ArraySlice<UInt8>, _ place: Place, _ line: LineHead) {
      (self.place, check) = (place, Fingerprint(of: json))
      (sequence, changed) = (line.sequence, line.time)
    }
  }

  init(_ record: Record, _ found: Found, previous: Int?) {
    (id, kind, version) = (record.id, record.kind, record.version)
    labels = LabelSet(record.labels)
    (place, check) = (found.place, found.check)
    (sequence, changed) = (found.sequence, found.changed)
    self.previous = previous
    origin = record.origin.map { Fingerprint(of: Array($0.digest.utf8)) }
    var flags: Flags = record.content.isEnteredInError ? .enteredInError : []
    var date = record.content.date?.start
    var thread: RecordID?
    if case .message(let message) = record.content {
      if message.isFromPerson { flags.insert(.fromPerson) }
      if !message.subject.isEmpty { flags.insert(.hasSubject) }
      if message.isParentsThread == true { flags.insert(.parentsThread) }
      thread = message.thread
      date = date ?? found.changed
    }
    if case .prescription(let prescription) = record.content,
      prescription.status == .active || prescription.status == .onHold
    {
      flags.insert(.inUse)
    }
    if case .threadStatus(let status) = record.content, status.isParentsThread == true {
      flags.insert(.parentsThread)
    }
    if case .appointment(let appointment) = record.content, appointment.care == .specialist {
      flags.insert(.specialistCare)
    }
    (self.flags, self.thread) = (flags, thread)
    self.date = date ?? Instant(milliseconds: .min)
  }
}

/// The first 16 bytes of a SHA-256: tells contents apart where they are many.
struct Fingerprint: Hashable, Sendable {
  let high: UInt64
  let low: UInt64

  init(of bytes: [UInt8]) {
    self.init(SHA256.digest(bytes).bytes[...])
  }

  init(of bytes: ArraySlice<UInt8>) {
    self.init(SHA256.digest(bytes).bytes[...])
  }

  init(_ bytes: ArraySlice<UInt8>) {
    var reader = ByteReader(bytes)
    (high, low) = (reader.integer(UInt64.self), reader.integer(UInt64.self))
  }
}

/// Withholding codes as bits, in the order of the cases.
struct LabelSet: Hashable, Sendable {
  let bits: UInt16

  init(bits: UInt16) {
    self.bits = bits
  }

  init(_ labels: [WithholdingCode]) {
    var bits: UInt16 = 0
    for (index, code) in WithholdingCode.allCases.enumerated() where labels.contains(code) {
      bits |= 1 << UInt16(index)
    }
    self.bits = bits
  }

  var labels: [WithholdingCode] {
    if bits == 0 { return [] }
    return WithholdingCode.allCases.enumerated().filter { bits & 1 << UInt16($0.offset) != 0 }
      .map(\.element)
  }
}

// MARK: - In a file

extension Entry {
  /// 28 rows fill a page.
  static let size = 146

  /// A number for the names of kinds and labels in their order: an index that counts them otherwise
  /// is another program's.
  static let codes: UInt64 = {
    let names = RecordKind.allCases.map(\.rawValue) + WithholdingCode.allCases.map(\.rawValue)
    return Fingerprint(of: Array(names.joined(separator: ",").utf8)).high
  }()

  /// The row; `blob` is the number of the blob it lies in, counted from 1.
  func append(to bytes: inout [UInt8], blob: Int) {
    let end = bytes.count + Entry.size
    bytes += id.text.utf8
    if let thread {
      bytes += thread.text.utf8
    } else {
      bytes.append(contentsOf: repeatElement(0, count: 26))
    }
    bytes.append(UInt8(RecordKind.allCases.firstIndex(of: kind) ?? 0))
    bytes.append(flags.rawValue)
    bytes.append(integer: labels.bits)
    for number in [version, sequence, place.length, blob, (previous ?? -1) + 1] {
      bytes.append(integer: UInt32(truncatingIfNeeded: number))
    }
    bytes.append(integer: UInt64(place.offset))
    for half in [check.high, check.low, origin?.high ?? 0, origin?.low ?? 0] {
      bytes.append(integer: half)
    }
    bytes.append(integer: date.milliseconds)
    bytes.append(integer: changed.milliseconds)
    bytes.append(contentsOf: repeatElement(0, count: end - bytes.count))
  }

  /// Nil where no program wrote such a row; `blob` gives the name behind a number.
  init?(_ row: ArraySlice<UInt8>, blob: (Int) -> String?) {
    var reader = ByteReader(row)
    let (id, thread) = (reader.take(26), reader.take(26))
    let kind = Int(reader.integer(UInt8.self))
    flags = Flags(rawValue: reader.integer(UInt8.self))
    labels = LabelSet(bits: reader.integer(UInt16.self))
    version = Int(reader.integer(UInt32.self))
    sequence = Int(reader.integer(UInt32.self))
    let length = Int(reader.integer(UInt32.self))
    let number = Int(reader.integer(UInt32.self))
    let before = Int(reader.integer(UInt32.self))
    let offset = Int(truncatingIfNeeded: reader.integer(UInt64.self))
    check = Fingerprint(reader.take(16))
    let original = Fingerprint(reader.take(16))
    date = Instant(milliseconds: reader.integer(Int64.self))
    changed = Instant(milliseconds: reader.integer(Int64.self))
    guard row.count == Entry.size, RecordKind.allCases.indices.contains(kind),
      let own = RecordID(String(decoding: id, as: UTF8.self)), offset >= 0
    else { return nil }
    let name = number == 0 ? nil : blob(number)
    guard number == 0 || name != nil else { return nil }
    self.id = own
    self.kind = RecordKind.allCases[kind]
    self.thread = thread.first == 0 ? nil : RecordID(String(decoding: thread, as: UTF8.self))
    place = Place(blob: name, offset: offset, length: length)
    origin = original.high == 0 && original.low == 0 ? nil : original
    previous = before == 0 ? nil : before - 1
  }

  var group: RecordIndex.Group { RecordIndex.Group(kind: kind, labels: labels) }

  var isSuperseded: Bool { flags.contains(.superseded) }
}
