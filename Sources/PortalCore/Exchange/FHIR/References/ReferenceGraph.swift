/// Which entries of a file each entry refers to.
struct ReferenceGraph {
  private let index: FHIRIndex
  private let identities: FHIRIdentities
  private var known: [Int: [Int]] = [:]

  /// Looks at nothing yet.
  init(_ index: FHIRIndex, _ identities: FHIRIdentities) {
    self.index = index
    self.identities = identities
  }

  /// The entries that references anywhere in an entry lead to, each once.
  mutating func targets(of entry: Int) -> [Int] {
    if let targets = known[entry] { return targets }
    let targets = findTargets(of: entry)
    known[entry] = targets
    return targets
  }

  private func findTargets(of entry: Int) -> [Int] {
    let resource = index.file.entries[entry].node
    let document = resource.document
    var targets: [Int] = []
    var seen: Set<Int> = []
    let end = Int(document.nodes[resource.index].next)
    for position in resource.index..<end where document.nodes[position].kind == .object {
      let node = JSONNode(document: document, index: position)
      guard node["reference"] != nil || node["identifier"]?.kind == .object,
        let target = index.entry(for: node, from: entry)
      else { continue }
      let standing = identities.representative(of: target)
      if standing != entry, seen.insert(standing).inserted { targets.append(standing) }
    }
    return targets
  }
}
