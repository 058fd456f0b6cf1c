/// Which Bundles of a file are documents about one person.
///
/// Those that say so, and those that begin with a Composition as a document does and name one
/// Patient at most: a list of several people's documents is none.
struct FHIRDocuments {
  /// For each Bundle the Composition of the document that it is or stands in, the innermost.
  private let compositions: [Int?]

  /// Looks at the first resource and the types of each Bundle.
  init(_ file: FHIRFile) {
    var counts = file.bundles.map { _ in (compositions: 0, patients: 0) }
    for entry in file.entries {
      guard let bundle = entry.bundle else { continue }
      if entry.resourceType == "Composition" { counts[bundle].compositions += 1 }
      if entry.resourceType == "Patient" { counts[bundle].patients += 1 }
    }
    var compositions: [Int?] = []
    for (number, bundle) in file.bundles.enumerated() {
      let isAboutOne = counts[number].compositions == 1 && counts[number].patients <= 1
      let first = bundle.firstEntry
      if first < file.entries.count, file.entries[first].bundle == number,
        file.entries[first].resourceType == "Composition", bundle.type == "document" || isAboutOne
      {
        compositions.append(first)
      } else {
        compositions.append(bundle.outer.flatMap { compositions[$0] })
      }
    }
    self.compositions = compositions
  }

  /// The Composition of the document in which an entry stands; nil outside of documents.
  func composition(of entry: FHIREntry) -> Int? {
    entry.bundle.flatMap { compositions[$0] }
  }
}
