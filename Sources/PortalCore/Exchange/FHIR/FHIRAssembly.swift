/// Maps the resources of each person and gathers the records and the report.
struct FHIRAssembly {
  /// What became of an entry.
  enum Outcome {
    case mapped
    case kept
    case refused
  }

  let index: FHIRIndex
  let identities: FHIRIdentities
  let digest: DigestFunction
  private let partition: FHIRPartition
  private var outcomes: [Outcome?]
  private(set) var refused: Set<Int> = []
  /// Entries that are word by word the record of another entry, which stands in another Bundle.
  var twins: [Int: Int] = [:]
  private var report = ImportReport()

  var file: FHIRFile { index.file }

  init(
    _ index: FHIRIndex,
    _ identities: FHIRIdentities,
    _ partition: FHIRPartition,
    digest: @escaping DigestFunction
  ) {
    self.index = index
    self.identities = identities
    self.partition = partition
    self.digest = digest
    outcomes = index.file.entries.map { _ in nil }
  }

  /// Reads every person's resources; called once.
  mutating func batch() -> ImportBatch {
    remarkOnFile()
    for (entry, role) in identities.roles.enumerated() where role == .conflicting {
      refuse(entry, .duplicateIdentity, at: file.entries[entry].node)
    }
    let known = refused.count
    var subjects = partition.subjects.map { subject(for: $0) }
    if refused.count > known {
      // What is refused has no record: whatever refers to it is read again to say so.
      subjects = partition.subjects.map { self.subject(for: $0) }
    }
    count()
    var batch = ImportBatch(subjects: subjects, report: report)
    if let bundle = file.wholeBundle {
      batch.bundleType = bundle.type
      batch.bundleIdentifier = bundle.identifier
      batch.bundleTimestamp = bundle.timestamp
    }
    return batch
  }

  /// Notes what became of an entry.
  ///
  /// Shared by several people and read for each, it is told of by the first.
  mutating func settle(_ entry: Int, _ outcome: Outcome) {
    if outcomes[entry] == nil { outcomes[entry] = outcome }
  }

  /// Refuses an entry and says why, once.
  mutating func refuse(
    _ entry: Int,
    _ reason: ImportReport.Remark.Reason,
    at node: JSONNode
  ) {
    guard refused.insert(entry).inserted else { return }
    outcomes[entry] = .refused
    remark(reason, type: file.entries[entry].resourceType, at: node)
  }

  private mutating func remark(
    _ reason: ImportReport.Remark.Reason,
    type: String? = nil,
    at node: JSONNode? = nil
  ) {
    let line = node?.place.line
    report.remarks.append(ImportReport.Remark(reason: reason, resourceType: type, line: line))
  }

  private mutating func remarkOnFile() {
    if file.hadByteOrderMark { remark(.byteOrderMark) }
    if partition.hasNobody { remark(.noPerson) }
    for subject in partition.subjects {
      for node in subject.unverifiedNumbers {
        remark(.unverifiedNationalNumber, type: "Patient", at: node)
      }
    }
    for entry in file.entries {
      if let node = BlankElements.first(in: entry.node) {
        remark(.emptyElements, type: entry.resourceType, at: node)
      }
    }
  }

  private mutating func count() {
    for entry in file.entries.indices {
      let type = file.entries[entry].resourceType
      let standing = identities.representative(of: entry)
      let outcome = outcomes[standing] ?? twins[standing].flatMap { outcomes[$0] }
      report.counts[type, default: ImportReport.Count()].add(outcome ?? .refused)
    }
  }
}

extension ImportReport.Count {
  fileprivate mutating func add(_ outcome: FHIRAssembly.Outcome) {
    read += 1
    switch outcome {
    case .mapped: mapped += 1
    case .kept: kept += 1
    case .refused: refused += 1
    }
  }
}
