extension JSONNode {
  /// ContactPoints of a list, those with a value.
  func telecoms(_ name: String) throws(ImpossibleValue) -> [ContactPoint] {
    var telecoms: [ContactPoint] = []
    for node in try objects(name) {
      let system = try node.string("system")
      let use = try node.string("use")
      guard let value = try node.string("value") else { continue }
      telecoms.append(ContactPoint(system: system, value: value, use: use))
    }
    return telecoms
  }

  /// Addresses as they are written on a letter, their lines joined by commas.
  func addresses(_ name: String) throws(ImpossibleValue) -> [String] {
    var addresses: [String] = []
    for node in try objects(name) {
      if let address = try node.address() { addresses.append(address) }
    }
    return addresses
  }

  private func address() throws(ImpossibleValue) -> String? {
    if let text = try string("text") { return text }
    var lines = try strings("line")
    let place = [try string("postalCode"), try string("city")].compactMap(\.self)
    if !place.isEmpty { lines.append(place.joined(separator: " ")) }
    for part in ["state", "country"] {
      if let part = try string(part) { lines.append(part) }
    }
    return lines.isEmpty ? nil : lines.joined(separator: ", ")
  }
}
