/// One person of a file and which of its resources are theirs.
struct FHIRSubject {
  /// Where what is known of the person stands.
  enum Source {
    /// A Patient of the file.
    case entry(Int)
    /// A Patient within another resource.
    case contained(JSONNode)
    /// Nothing but a reference to them.
    case reference(JSONNode)
    /// The file does not say whose it is.
    case nobody
  }

  var source: Source
  var identities: [ImportBatch.Identity]
  /// The places of national numbers that fail their check.
  var unverifiedNumbers: [JSONNode]
  /// Their resources in the order of the file, the Patient among them.
  var members: [Int] = []
  /// Resources about somebody else that stand in this person's document: kept, never read as
  /// theirs.
  var foreign: Set<Int> = []

  /// Somebody without resources yet.
  init(_ source: Source, _ known: PersonIdentities) {
    self.source = source
    identities = known.identities
    unverifiedNumbers = known.unverifiedNumbers
  }

  /// Tells the ids of this person's resources from those of others that are named alike.
  var sourceKey: String {
    switch identities.first {
    case .nationalNumber(let number): "number\0" + number.text
    case .identifier(let system, let value): "identifier\0" + system + "\0" + value
    case .universalID(let name): "universal\0" + name
    case .withinFile(let digest, let reference): "file\0" + digest + "\0" + reference
    case .none: ""
    }
  }

  /// The entry that says who the person is; nil where none of the file does.
  var patient: Int? {
    if case .entry(let entry) = source { entry } else { nil }
  }

  /// Whether an entry is the Patient that says who the person is.
  func isPatient(_ entry: Int) -> Bool {
    patient == entry
  }

  /// The checked national numbers among the identities.
  var nationalNumbers: [NationalIdentityNumber] {
    identities.compactMap { identity in
      if case .nationalNumber(let number) = identity { number } else { nil }
    }
  }
}
