/// The people of a file as they are met: Patients, and those who are only referred to.
struct FHIRPeople {
  private(set) var subjects: [FHIRSubject] = []
  private let index: FHIRIndex
  private let identities: FHIRIdentities
  private let fileDigest: () -> String
  private var knownFileDigest: String?
  /// By the index of a Patient's entry.
  private var byEntry: [Int: Int] = [:]
  private var byIdentity: [ImportBatch.Identity: Int] = [:]
  /// References that lead to no entry, by their text.
  private var byText: [LocalName: Int] = [:]
  private var byContained: [[UInt8]: Int] = [:]
  /// Identifiers that several Patients of the file carry: a family's, which prove nothing.
  private let shared: Set<ImportBatch.Identity>

  /// - Parameters:
  ///   - index: The file.
  ///   - identities: Which of its entries are one resource.
  ///   - patients: The entries that are Patients, each once.
  ///   - fileDigest: Names people who are known in this file only.
  init(
    _ index: FHIRIndex,
    _ identities: FHIRIdentities,
    patients: [Int],
    fileDigest: @escaping () -> String
  ) {
    self.index = index
    self.identities = identities
    self.fileDigest = fileDigest
    var seen: Set<ImportBatch.Identity> = []
    var shared: Set<ImportBatch.Identity> = []
    for patient in patients {
      var known = PersonIdentities()
      known.add(identifiers: (try? index.file.entries[patient].node.list("identifier")) ?? [])
      for case .identifier(let system, let value) in known.identities {
        let identity = ImportBatch.Identity.identifier(system: system, value: value)
        if !seen.insert(identity).inserted { shared.insert(identity) }
      }
    }
    self.shared = shared
  }

  /// The person that a Patient of the file stands for, met for the first time or again.
  mutating func person(at entry: Int) -> Int {
    if let known = byEntry[entry] { return known }
    let patient = index.file.entries[entry]
    var known = PersonIdentities()
    known.add(identifiers: (try? patient.node.list("identifier")) ?? [])
    known.remove(shared)
    if let url = patient.fullURL { known.add(name: url) }
    if let id = patient.id { known.add(name: id) }
    let url = patient.fullURL.map { LocalName(scope: patient.scope, text: $0) }
    let name = (url ?? patient.localName)?.inFile ?? Hexadecimal.text(patient.digest)
    let person = person(.entry(entry), known, named: name)
    byEntry[entry] = person
    // Where two Patients of a file share a national number they are one person, told of twice.
    if case .entry = subjects[person].source { return person }
    subjects[person].source = .entry(entry)
    return person
  }

  /// The person that a reference of an element like `subject` means; nil where it means a group, a
  /// device, or nothing.
  mutating func person(for reference: JSONNode, from entry: Int) -> Int? {
    guard reference.kind == .object else { return nil }
    let text = reference["reference"]?.text ?? ""
    if text.hasPrefix("#") { return containedPerson(String(text.dropFirst()), in: entry) }
    if let target = index.entry(for: reference, from: entry) {
      guard index.file.entries[target].resourceType == "Patient" else { return nil }
      return person(at: identities.representative(of: target))
    }
    let target = FHIRReferenceTarget(text)
    if case .other(let id) = target, !id.isEmpty,
      let patient = index.entry(for: .relative(type: "Patient", id: id), from: entry)
    {
      // The id alone, which files hold though FHIR wants the type before it.
      return person(at: identities.representative(of: patient))
    }
    let type = target.resourceType ?? reference["type"]?.text ?? "Patient"
    guard type == "Patient" else { return nil }
    let name = LocalName(scope: index.file.entries[entry].scope, text: text)
    return absentPerson(reference, name, target)
  }

  /// The person whom the file does not name.
  mutating func nobody() -> Int {
    person(.nobody, PersonIdentities(), named: "")
  }

  /// Whether a Patient of the file is that person.
  func isPerson(_ person: Int, at entry: Int) -> Bool {
    byEntry[entry] == person
  }

  /// Whether somebody's national numbers are others than a person's.
  func contradicts(_ person: Int, _ known: PersonIdentities) -> Bool {
    let own = Set(subjects[person].nationalNumbers)
    let others = known.nationalNumbers
    return !own.isEmpty && !others.isEmpty && own.isDisjoint(with: others)
  }

  /// Notes which resources are a person's, and which of them are about somebody else.
  mutating func setMembers(_ members: [Int], foreign: Set<Int>, of person: Int) {
    subjects[person].members = members
    subjects[person].foreign = foreign
  }

  private mutating func containedPerson(_ id: String, in entry: Int) -> Int? {
    let resource = index.file.entries[entry].node
    let contained = resource.element("contained")?.elements.first { $0["id"]?.text == id }
    guard let contained, contained["resourceType"]?.text == "Patient" else { return nil }
    var known = PersonIdentities()
    known.add(identifiers: (try? contained.list("identifier")) ?? [])
    // The same words in several resources are the same person; the id means nothing outside.
    let words = Array(contained.document.bytes[contained.byteRange])
    if let person = byContained[words] { return person }
    let person = person(.contained(contained), known, named: "#\(byContained.count)")
    byContained[words] = person
    return person
  }

  /// A person who is known by a reference that leads to no resource of the file.
  private mutating func absentPerson(
    _ reference: JSONNode,
    _ name: LocalName,
    _ target: FHIRReferenceTarget
  ) -> Int? {
    if !name.text.isEmpty, let person = byText[name] {
      preferDisplay(reference, of: person)
      return person
    }
    var known = PersonIdentities()
    if let identifier = reference.element("identifier") { known.add(identifiers: [identifier]) }
    known.remove(shared)
    known.add(target)
    var words = [FHIRReferenceTarget.normalisedURL(name.text), reference["display"]?.text]
    words.append(known.unverifiedNumbers.first?["value"]?.text)
    let text = words.lazy.compactMap(\.self).first { !$0.isEmpty }
    guard text != nil || !known.identities.isEmpty else { return nil }
    let local = LocalName(scope: name.scope, text: text ?? "").inFile
    let person = person(.reference(reference), known, named: local)
    if !name.text.isEmpty { byText[name] = person }
    preferDisplay(reference, of: person)
    return person
  }

  /// Of several references to the same person one with their name is kept.
  private mutating func preferDisplay(_ reference: JSONNode, of person: Int) {
    guard case .reference(let known) = subjects[person].source,
      known.element("display") == nil, reference.element("display") != nil
    else { return }
    subjects[person].source = .reference(reference)
  }

  /// Found once, and only in a file that needs it: a digest of all its bytes costs time.
  private mutating func fileDigestText() -> String {
    let text = knownFileDigest ?? fileDigest()
    knownFileDigest = text
    return text
  }

  /// The person who has one of the identities, else a new one; known within the file by a name
  /// where there is nothing better.
  private mutating func person(
    _ source: FHIRSubject.Source,
    _ known: PersonIdentities,
    named name: String
  ) -> Int {
    var known = known
    if known.identities.isEmpty {
      known.append(.withinFile(digest: fileDigestText(), reference: name))
    }
    for identity in known.identities {
      guard let person = byIdentity[identity] else { continue }
      if contradicts(person, known) {
        known.remove([identity])
        continue
      }
      subjects[person].unverifiedNumbers += known.unverifiedNumbers
      for identity in known.identities where byIdentity[identity] == nil {
        guard subjects[person].identities.count < PersonIdentities.most else { break }
        byIdentity[identity] = person
        subjects[person].identities.append(identity)
      }
      return person
    }
    for identity in known.identities {
      byIdentity[identity] = subjects.count
    }
    subjects.append(FHIRSubject(source, known))
    return subjects.count - 1
  }
}
