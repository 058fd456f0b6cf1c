// How FHIR writes its primitive values in JSON: https://hl7.org/fhir/R4/json.html. Null and empty
// values, which FHIR forbids and files hold, count as missing; the wrong kind of value throws.
extension JSONNode {
  /// Whether there is nothing in it: null, or an empty string, array or object.
  var isBlank: Bool {
    switch kind {
    case .null: true
    case .string: byteRange.count == 2
    case .object, .array: Int(document.nodes[index].next) == index + 1
    case .number, .boolean: false
    }
  }

  /// The value of an element; nil where it is missing or blank.
  func element(_ name: String) -> JSONNode? {
    guard let value = self[name], !value.isBlank else { return nil }
    return value
  }

  /// A string, code, uri or id as written; nil also where it is nothing but white space.
  func string(_ name: String) throws(ImpossibleValue) -> String? {
    try element(name)?.stringValue()
  }

  /// Strings of a list, those with something in them.
  func strings(_ name: String) throws(ImpossibleValue) -> [String] {
    var strings: [String] = []
    for node in try list(name) {
      if let string = try node.stringValue() { strings.append(string) }
    }
    return strings
  }

  /// True or false; the words in quotes are impossible.
  func boolean(_ name: String) throws(ImpossibleValue) -> Bool? {
    guard let value = element(name) else { return nil }
    guard let boolean = value.boolean else { throw ImpossibleValue(node: value) }
    return boolean
  }

  /// A whole number of at most 18 digits.
  func integer(_ name: String) throws(ImpossibleValue) -> Int? {
    guard let value = element(name) else { return nil }
    guard let text = value.numberText, text.utf8.count <= 19, let number = Int(text) else {
      throw ImpossibleValue(node: value)
    }
    return number
  }

  /// A number with the digits it is written with.
  func decimal(_ name: String) throws(ImpossibleValue) -> ExactDecimal? {
    guard let value = element(name) else { return nil }
    guard let text = value.numberText, let decimal = ExactDecimal(text) else {
      throw ImpossibleValue(node: value)
    }
    return decimal
  }

  /// A date, dateTime or instant.
  func date(_ name: String) throws(ImpossibleValue) -> PartialDate? {
    guard let value = element(name) else { return nil }
    guard let text = value.text, let date = PartialDate(text) else {
      throw ImpossibleValue(node: value)
    }
    return date
  }

  /// An object with something in it.
  func object(_ name: String) throws(ImpossibleValue) -> JSONNode? {
    guard let value = element(name) else { return nil }
    guard value.kind == .object else { throw ImpossibleValue(node: value) }
    return value
  }

  /// The values of an array that are not blank; empty where there is none.
  func list(_ name: String) throws(ImpossibleValue) -> [JSONNode] {
    guard let value = element(name) else { return [] }
    guard value.kind == .array else { throw ImpossibleValue(node: value) }
    return value.elements.filter { !$0.isBlank }
  }

  /// The objects of an array; throws at the first value that is something else.
  func objects(_ name: String) throws(ImpossibleValue) -> [JSONNode] {
    let list = try list(name)
    if let other = list.first(where: { $0.kind != .object }) { throw ImpossibleValue(node: other) }
    return list
  }

  private func stringValue() throws(ImpossibleValue) -> String? {
    guard let text else { throw ImpossibleValue(node: self) }
    let isBlank = text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return isBlank ? nil : text
  }
}
