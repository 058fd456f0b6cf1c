/// JSON as it is written: members keep their order and numbers their digits.
///
/// Made from literals, so that a resource in the source looks like the resource in the file. A
/// member whose value is nil is left out.
indirect enum SampleJSON: Hashable, Sendable {
  /// A name and what stands under it.
  struct Member: Hashable, Sendable {
    let name: String
    let value: SampleJSON

    init(_ name: String, _ value: SampleJSON) {
      self.name = name
      self.value = value
    }
  }

  case text(String)
  /// A number in decimal digits: `5.0` stays `5.0`.
  case number(String)
  case truth(Bool)
  case list([SampleJSON])
  case object([Member])

  /// What stands under a name; nil for anything but an object.
  subscript(name: String) -> SampleJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// A list, or nil where there would be nothing in it: FHIR has no empty arrays.
  static func some(_ values: [SampleJSON]) -> SampleJSON? {
    values.isEmpty ? nil : .list(values)
  }

  /// Every text that stands under a name, at any depth, in order.
  func texts(under name: String) -> [String] {
    switch self {
    case .text, .number, .truth: []
    case .list(let values): values.flatMap { $0.texts(under: name) }
    case .object(let members):
      members.flatMap { member in
        if member.name == name, case .text(let text) = member.value { return [text] }
        return member.value.texts(under: name)
      }
    }
  }
}

extension SampleJSON: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) {
    self = .text(value)
  }
}

extension SampleJSON: ExpressibleByBooleanLiteral {
  init(booleanLiteral value: Bool) {
    self = .truth(value)
  }
}

extension SampleJSON: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int) {
    self = .number(String(value))
  }
}

extension SampleJSON: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: SampleJSON...) {
    self = .list(elements)
  }
}

extension SampleJSON: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, SampleJSON?)...) {
    self = .object(elements.compactMap { name, value in value.map { Member(name, $0) } })
  }
}
