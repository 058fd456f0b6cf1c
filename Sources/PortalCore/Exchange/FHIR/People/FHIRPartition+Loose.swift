// Resources that name nobody.
extension FHIRPartition {
  // What several people share is copied to each. That may be so much in any file, and in a large
  // one a few times its own size; a crafted file could ask for the square of it.
  private static let copiesInAnyFile = 100_000
  private static let copiesPerEntry = 16
  private static let bytesInAnyFile = 1 << 26
  private static let bytesPerByte = 4

  /// Gives what names nobody to those whose resources refer to it; what is left over to the only
  /// person, or to a record of its own.
  mutating func settleRest() throws(FHIRImportError) {
    let rest = entries.indices.filter { owners[$0].isEmpty && identities.roles[$0] == .first }
    guard !rest.isEmpty else { return }
    if people.subjects.count == 1 {
      give(rest, to: 0)
      return
    }
    if !people.subjects.isEmpty { try followReferences(from: rest) }
    let lost = rest.filter { owners[$0].isEmpty }
    let ownerless = lost.filter { !FHIRPartition.directory.contains(entries[$0].resourceType) }
    if people.subjects.isEmpty || !ownerless.isEmpty {
      hasNobody = true
      give(lost, to: people.nobody())
    } else {
      give(lost, to: 0)
    }
  }

  private mutating func give(_ rest: [Int], to person: Int) {
    for entry in rest {
      owners[entry] = [person]
    }
  }

  /// Types that are about no one: nothing is lost or betrayed in whosever record they are.
  private static let directory: Set<String> = [
    "Organization", "Practitioner", "PractitionerRole", "Location", "HealthcareService",
    "Medication", "Substance", "Device", "Endpoint", "OperationOutcome", "MessageHeader",
  ]

  /// Gives what somebody's resources refer to, directly or over others that name nobody, to them.
  private mutating func followReferences(from rest: [Int]) throws(FHIRImportError) {
    var graph = ReferenceGraph(index, identities)
    let isLoose = Set(rest)
    for (person, members) in membersByPerson().enumerated() {
      var waiting = members
      var reached: Set<Int> = []
      while let entry = waiting.popLast() {
        for target in graph.targets(of: entry)
        where isLoose.contains(target) && reached.insert(target).inserted {
          owners[target].append(person)
          waiting.append(target)
        }
      }
      copies += reached.count
      guard copies <= mostCopies else { throw .tooManyCopies(limit: mostCopies) }
    }
    // What nobody refers to may itself refer to somebody's resource, as a Provenance does.
    for entry in rest where owners[entry].isEmpty {
      var found: Set<Int> = []
      for target in graph.targets(of: entry) {
        found.formUnion(owners[target])
      }
      owners[entry] = found.sorted()
      copies += found.count
      guard copies <= mostCopies else { throw .tooManyCopies(limit: mostCopies) }
    }
  }

  private var mostCopies: Int {
    max(FHIRPartition.copiesInAnyFile, entries.count * FHIRPartition.copiesPerEntry)
  }

  private func membersByPerson() -> [[Int]] {
    var members = people.subjects.map { _ in [Int]() }
    for (entry, people) in owners.enumerated() {
      for person in people {
        members[person].append(entry)
      }
    }
    return members
  }

  private func checkCopies() throws(FHIRImportError) {
    var (records, bytes, fileBytes) = (0, 0, 0)
    for (entry, people) in owners.enumerated() {
      let size = entries[entry].node.byteRange.count
      records += people.count
      bytes += size * people.count
      fileBytes += size
    }
    let mostBytes = max(FHIRPartition.bytesInAnyFile, fileBytes * FHIRPartition.bytesPerByte)
    guard records <= mostCopies, bytes <= mostBytes else {
      throw .tooManyCopies(limit: mostCopies)
    }
  }

  /// Hands each person the list of what is theirs.
  mutating func gather() throws(FHIRImportError) {
    for (person, subject) in people.subjects.enumerated() {
      guard case .entry(let patient) = subject.source, !owners[patient].contains(person) else {
        continue
      }
      owners[patient].append(person)
    }
    try checkCopies()
    for (person, members) in membersByPerson().enumerated() {
      people.setMembers(members, foreign: foreign[person] ?? [], of: person)
    }
    subjects = people.subjects
  }
}
