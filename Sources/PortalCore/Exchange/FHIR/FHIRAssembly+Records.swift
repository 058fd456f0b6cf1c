// The records of one person.
extension FHIRAssembly {
  /// Reads all that is a person's: who they are first, the rest in the order of the file.
  mutating func subject(for person: FHIRSubject) -> ImportBatch.Subject {
    var subject = ImportBatch.Subject(identities: person.identities)
    subject.hasUnverifiedNationalNumber = !person.unverifiedNumbers.isEmpty
    let standing = person.members.filter {
      identities.roles[$0] == .first && !refused.contains($0)
    }
    subject.records.reserveCapacity(standing.count + 1)
    subject.originals.reserveCapacity(
      standing.reduce(0) { $0 + file.entries[$1].node.byteRange.count + 1 }
    )
    let context = context(for: person, recordIDs(of: standing, person))
    addPerson(person, to: &subject, context: context)
    for entry in standing where !person.isPatient(entry) && twins[entry] == nil {
      add(entry, to: &subject, context: context)
    }
    return subject
  }

  /// The ids of a person's records; two Bundles of a file may give one name to two resources of
  /// theirs, of which the later is refused.
  private mutating func recordIDs(of entries: [Int], _ person: FHIRSubject) -> [Int: RecordID] {
    let source = person.sourceKey
    let patient = person.patient.map { file.entries[$0] }
    var recordIDs: [Int: RecordID] = [:]
    recordIDs.reserveCapacity(entries.count)
    var owners: [RecordID: Int] = [:]
    owners.reserveCapacity(entries.count)
    for entry in entries {
      let type = file.entries[entry].resourceType
      let id =
        person.isPatient(entry) || file.entries[entry].digest == patient?.digest
        ? Person.recordID
        : identities.recordID(of: entry, type: type, source: source, digest: digest)
      if let other = owners[id], file.entries[other].digest != file.entries[entry].digest {
        refuse(entry, .duplicateIdentity, at: file.entries[entry].node)
        continue
      }
      if let other = owners[id] { twins[entry] = other } else { owners[id] = entry }
      recordIDs[entry] = id
    }
    return recordIDs
  }

  private func context(for person: FHIRSubject, _ recordIDs: [Int: RecordID]) -> FHIRContext {
    FHIRContext(
      index: index,
      identities: identities,
      digest: digest,
      subject: person,
      recordIDs: recordIDs,
      refused: refused
    )
  }

  /// Who the person is: their Patient, or what is known of them otherwise.
  private mutating func addPerson(
    _ person: FHIRSubject,
    to subject: inout ImportBatch.Subject,
    context: FHIRContext
  ) {
    switch person.source {
    case .entry(let patient):
      if !refused.contains(patient) { add(patient, to: &subject, context: context) }
    case .contained(let node):
      let resource = FHIRResource(node: node, entry: person.members.first ?? 0, context: context)
      guard let content = try? Person(reading: resource) else { return }
      append(.person(content), "Patient", of: node, to: &subject)
    case .reference(let node):
      append(.person(Person(referredToBy: node)), "Reference", of: node, to: &subject)
    case .nobody:
      return
    }
  }

  private mutating func add(
    _ entry: Int,
    to subject: inout ImportBatch.Subject,
    context: FHIRContext
  ) {
    let resource = context.resource(at: entry)
    do throws(ImpossibleValue) {
      let content = try content(of: resource, subject: context.subject)
      guard let id = context.recordIDs[entry] else { return }
      try append(content, id: id, resource: resource, to: &subject)
      if case .unmappedResource = content {
        settle(entry, .kept)
      } else {
        settle(entry, .mapped)
      }
    } catch {
      let path = error.path(in: resource.node)
      refuse(entry, .impossibleValue(element: path), at: error.node)
    }
  }

  private func content(
    of resource: FHIRResource,
    subject: FHIRSubject
  ) throws(ImpossibleValue) -> RecordContent {
    let type = file.entries[resource.entry].resourceType
    if subject.isPatient(resource.entry) { return .person(try Person(reading: resource)) }
    if !subject.foreign.contains(resource.entry), let content = try resource.mapped(type: type) {
      return content
    }
    return .unmappedResource(UnmappedResource(reading: resource, type: type))
  }

  private func append(
    _ content: RecordContent,
    id: RecordID,
    resource: FHIRResource,
    to subject: inout ImportBatch.Subject
  ) throws(ImpossibleValue) {
    let entry = file.entries[resource.entry]
    var record = ImportBatch.ImportedRecord(
      id: id,
      content: content,
      resourceType: entry.resourceType,
      digest: Hexadecimal.text(entry.digest),
      range: 0..<0
    )
    record.resourceID = entry.id
    record.fullURL = entry.fullURL
    record.labels = resource.labels
    if case .unmappedResource = content {
      record.lastUpdated = entry.node["meta"].flatMap { try? $0.date("lastUpdated") }
    } else {
      record.lastUpdated = try entry.node.object("meta")?.date("lastUpdated")
    }
    record.range = keepOriginal(of: entry.node, in: &subject)
    subject.records.append(record)
  }

  /// The person's record where no entry of the file is it.
  private func append(
    _ content: RecordContent,
    _ type: String,
    of node: JSONNode,
    to subject: inout ImportBatch.Subject
  ) {
    let record = ImportBatch.ImportedRecord(
      id: Person.recordID,
      content: content,
      resourceType: type,
      digest: Hexadecimal.text(digest(node.document.bytes[node.byteRange])),
      range: keepOriginal(of: node, in: &subject)
    )
    subject.records.append(record)
  }

  private func keepOriginal(
    of node: JSONNode,
    in subject: inout ImportBatch.Subject
  ) -> Range<Int> {
    let start = subject.originals.count
    subject.originals.append(contentsOf: node.document.bytes[node.byteRange])
    subject.originals.append(UInt8(ascii: "\n"))
    return start..<(subject.originals.count - 1)
  }
}
