/// Divides a file's resources among the people they are about.
///
/// A resource is about whom its own elements name; in a document (its first resource is a
/// Composition) about the Composition's subject. What names nobody, an organisation or a
/// medicine, belongs to each person whose resources refer to it.
struct FHIRPartition {
  var subjects: [FHIRSubject] = []
  /// Whether something in the file does not say whose it is.
  var hasNobody = false

  let index: FHIRIndex
  let identities: FHIRIdentities
  private let documents: FHIRDocuments
  var people: FHIRPeople
  /// For each entry the people it is about.
  var owners: [[Int]]
  private(set) var foreign: [Int: Set<Int>] = [:]
  var copies = 0

  var entries: [FHIREntry] { index.file.entries }

  init(
    _ index: FHIRIndex,
    identities: FHIRIdentities,
    fileDigest: @escaping () -> String
  ) throws(FHIRImportError) {
    self.index = index
    self.identities = identities
    documents = FHIRDocuments(index.file)
    let entries = index.file.entries
    let patients = entries.indices.filter {
      entries[$0].resourceType == "Patient" && identities.roles[$0] == .first
    }
    people = FHIRPeople(index, identities, patients: patients, fileDigest: fileDigest)
    owners = entries.map { _ in [] }
    findPatients(patients)
    findDocuments(patients)
    findSubjects()
    try settleRest()
    try gather()
  }

  /// Patients outside of documents, each a person.
  private mutating func findPatients(_ patients: [Int]) {
    for patient in patients where documents.composition(of: entries[patient]) == nil {
      owners[patient] = [people.person(at: patient)]
    }
  }

  /// Gives what stands in a document to the subject of its Composition, else to its only Patient;
  /// where there is neither its Patients are people like others.
  private mutating func findDocuments(_ patients: [Int]) {
    var local: [Int: [Int]] = [:]
    for patient in patients {
      guard let composition = documents.composition(of: entries[patient]) else { continue }
      local[composition, default: []].append(patient)
    }
    var subjects: [Int: Int?] = [:]
    for entry in entries.indices where identities.roles[entry] == .first {
      guard let composition = documents.composition(of: entries[entry]) else { continue }
      if subjects[composition] == nil {
        let subject = subject(of: composition, patients: local[composition] ?? [])
        subjects[composition] = .some(subject)
      }
      guard let person = subjects[composition].flatMap(\.self) else {
        if entries[entry].resourceType == "Patient" { owners[entry] = [people.person(at: entry)] }
        continue
      }
      owners[entry] = [person]
      if isAboutAnother(entry, than: person) { foreign[person, default: []].insert(entry) }
    }
  }

  /// Whom the first entry of a document says it is about, else the only Patient that stands in it.
  private mutating func subject(of composition: Int, patients: [Int]) -> Int? {
    if let reference = entries[composition].node.element("subject") {
      let target = index.entry(for: reference, from: composition)
      if let target, entries[target].resourceType == "Patient" {
        return people.person(at: identities.representative(of: target))
      }
      if patients.count != 1 { return people.person(for: reference, from: composition) }
    }
    return patients.count == 1 ? patients.first.map { people.person(at: $0) } : nil
  }

  /// Whether a resource of a document names another Patient than the document's subject, or a
  /// national number that is not theirs; a reference that leads nowhere does not.
  private func isAboutAnother(_ entry: Int, than person: Int) -> Bool {
    if entries[entry].resourceType == "Patient" { return false }
    for reference in SubjectElements.subjects(of: entries[entry].node) {
      if let target = index.entry(for: reference, from: entry) {
        let standing = identities.representative(of: target)
        if entries[target].resourceType == "Patient", !people.isPerson(person, at: standing) {
          return true
        }
      } else if let identifier = reference.element("identifier") {
        var known = PersonIdentities()
        known.add(identifiers: [identifier])
        if people.contradicts(person, known) { return true }
      }
    }
    return false
  }

  /// Gives other resources to those whom their own elements name.
  private mutating func findSubjects() {
    for entry in entries.indices where identities.roles[entry] == .first && owners[entry].isEmpty {
      var found: Set<Int> = []
      for reference in SubjectElements.subjects(of: entries[entry].node) {
        if let person = people.person(for: reference, from: entry) { found.insert(person) }
      }
      if found.isEmpty { found = participants(of: entry) }
      owners[entry] = found.sorted()
    }
  }

  private mutating func participants(of entry: Int) -> Set<Int> {
    var found: Set<Int> = []
    for reference in SubjectElements.participants(of: entries[entry].node) {
      guard let target = index.entry(for: reference, from: entry),
        entries[target].resourceType == "Patient"
      else { continue }
      found.insert(people.person(at: identities.representative(of: target)))
    }
    return found
  }
}
