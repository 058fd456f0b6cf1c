/// A value of a mapped element that cannot be: the resource it stands in is refused.
struct ImpossibleValue: Error {
  let node: JSONNode

  /// How the value is reached from its resource: `component[1].valueQuantity.value`.
  func path(in resource: JSONNode) -> String {
    var path = ""
    var holder = resource
    while holder.index < node.index, let (name, next) = step(from: holder) {
      path += name
      holder = next
    }
    return path.hasPrefix(".") ? String(path.dropFirst()) : path
  }

  /// The part of a container that is the value, or in which it stands.
  private func step(from container: JSONNode) -> (name: String, node: JSONNode)? {
    var position = 0
    for element in container.elements {
      if element.contains(node) { return ("[\(position)]", element) }
      position += 1
    }
    for (key, member) in container.members where member.contains(node) {
      return ("." + ImpossibleValue.elementName(key), member)
    }
    return nil
  }

  /// A key as it may be told to others: one that is no name of an element says nothing.
  private static func elementName(_ key: String) -> String {
    let isName = key.utf8.allSatisfy { byte in
      (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
    }
    return isName && key.utf8.count <= 64 ? key : "?"
  }
}

extension JSONNode {
  fileprivate func contains(_ other: JSONNode) -> Bool {
    index <= other.index && byteRange.upperBound >= other.byteRange.upperBound
  }
}
