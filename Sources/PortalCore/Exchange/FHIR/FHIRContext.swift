/// What a resource is read against: the file, and the person whose journal it goes into.
struct FHIRContext {
  let index: FHIRIndex
  let identities: FHIRIdentities
  let digest: DigestFunction
  let subject: FHIRSubject
  /// The ids that this person's resources get.
  let recordIDs: [Int: RecordID]
  /// Entries that are no record, being refused.
  let refused: Set<Int>
  /// This person's medicines, read once: many prescriptions may name one.
  private(set) var medications: [Int: Medication] = [:]
  /// The thread of each of this person's messages.
  private(set) var threads = MessageThreads()

  var file: FHIRFile { index.file }

  init(
    index: FHIRIndex,
    identities: FHIRIdentities,
    digest: @escaping DigestFunction,
    subject: FHIRSubject,
    recordIDs: [Int: RecordID],
    refused: Set<Int>
  ) {
    self.index = index
    self.identities = identities
    self.digest = digest
    self.subject = subject
    self.recordIDs = recordIDs
    self.refused = refused
    let entries = index.file.entries
    for entry in recordIDs.keys where entries[entry].resourceType == "Medication" {
      if entries[entry].node.element("modifierExtension") != nil { continue }
      medications[entry] = try? Medication(reading: resource(at: entry))
    }
    let messages = recordIDs.keys.filter { entries[$0].resourceType == "Communication" }
    if !messages.isEmpty { threads = MessageThreads(of: messages.sorted(), in: self) }
  }

  /// An entry of the file, to be read.
  func resource(at entry: Int) -> FHIRResource {
    FHIRResource(node: file.entries[entry].node, entry: entry, context: self)
  }

  /// Whether a Patient of the file is the person whose journal this is.
  func isSubject(_ patient: ReferredResource) -> Bool {
    switch subject.source {
    case .entry(let entry): patient.entry.map(identities.representative) == entry
    case .contained(let node):
      node.index == patient.node.index && node.document === patient.node.document
    case .reference, .nobody: false
    }
  }

  /// The record of an entry in this person's journal; nil where it has none.
  func recordID(of entry: Int) -> RecordID? {
    let standing = identities.representative(of: entry)
    return refused.contains(standing) ? nil : recordIDs[standing]
  }
}
