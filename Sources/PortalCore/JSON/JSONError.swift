/// Why a text is not the JSON we read, and where.
///
/// Holds no piece of the text: it may be health data, and errors reach logs.
package struct JSONError: Error, Hashable, Sendable {
  package let reason: Reason
  package let place: JSONPlace

  /// What is wrong at the place; the limits are those that were handed in.
  package enum Reason: Hashable, Sendable {
    /// Nothing, or only white space. The place is the end.
    case empty
    /// A character that cannot stand here, a trailing comma's bracket among them.
    case unexpectedCharacter
    /// The text stops inside a value. The place is the end.
    case unexpectedEnd
    /// Something other than white space after the document.
    case trailingData
    /// Bytes that are not UTF-8: cut, overlong, a surrogate, or beyond U+10FFFF.
    case notUTF8
    case notUTF8ButUTF16
    case notUTF8ButUTF32
    /// A raw NUL, or the escape for it.
    case nulCharacter
    /// A raw control character (below U+0020) inside a string.
    case controlCharacter
    /// A backslash before something that RFC 8259 does not list. The place is the backslash.
    case invalidEscape
    /// An escape for half of a surrogate pair without its other half. The place is its backslash.
    case loneSurrogate
    /// A leading zero, or a sign, point or exponent without a digit.
    case invalidNumber
    /// A key that its object already has. The place is the second one.
    case duplicateKey
    case documentTooLarge(limitInBytes: Int)
    /// The place is the bracket that goes one level too deep.
    case tooDeep(limit: Int)
    case stringTooLong(limitInBytes: Int)
    case numberTooLong(limitInCharacters: Int)
    case tooManyValues(limit: Int)
  }
}

/// A reason with a position that counts from the start of the text being parsed.
///
/// The parser throws this; the document turns the position into a line and a column.
struct JSONFailure: Error {
  let reason: JSONError.Reason
  let position: Int
}
