import Testing

@testable import PortalCore

/// The reader against the public test suite for JSON parsers.
@Suite(.enabled(if: JSONTestSuite.isPresent))
struct JSONTestSuiteTests {
  /// What the grammar allows and our rules do not: RFC 8259 leaves both to the reader (4 and 9).
  private static let refusedByOurRules: [String: JSONError.Reason] = [
    "y_object_duplicated_key.json": .duplicateKey,
    "y_object_duplicated_key_and_value.json": .duplicateKey,
    "y_object_escaped_null_in_key.json": .nulCharacter,
    "y_string_null_escape.json": .nulCharacter,
    "y_number_double_close_to_zero.json": .numberTooLong(limitInCharacters: 64),
  ]

  @Test func `every document of the grammar is accepted, unless a rule of ours forbids it`() throws
  {
    let names = try JSONTestSuite.names(startingWith: "y_")
    #expect(names.count == 95)
    for name in names {
      let bytes = try JSONTestSuite.bytes(of: name)
      #expect(reason(of: bytes) == Self.refusedByOurRules[name], "\(name)")
    }
  }

  @Test func `the limit of a number's length is a value handed in`() throws {
    let bytes = try JSONTestSuite.bytes(of: "y_number_double_close_to_zero.json")
    #expect(reason(of: bytes, limits: JSONLimits(numberCharacters: 81)) == nil)
  }

  @Test func `every document that must be refused is refused at a place inside it`() throws {
    let names = try JSONTestSuite.names(startingWith: "n_")
    #expect(names.count == 188)
    for name in names {
      let bytes = try JSONTestSuite.bytes(of: name)
      let error = #expect(throws: JSONError.self, "\(name)") { try JSONDocument(parsing: bytes) }
      let place = try #require(error?.place)
      let end = JSONPlace(line: 1, column: 1).moved(over: bytes.span)
      #expect((place.line, place.column) >= (1, 1), "\(name)")
      #expect((place.line, place.column) <= (end.line, end.column), "\(name)")
    }
  }

  /// What RFC 8259 leaves to the implementation, and what we do; nil is read.
  private static let decisions: [String: JSONError.Reason?] = [
    // A number is text to us: no magnitude or precision is lost, only its length is limited.
    "i_number_double_huge_neg_exp.json": nil,
    "i_number_huge_exp.json": .numberTooLong(limitInCharacters: 64),
    "i_number_neg_int_huge_exp.json": nil,
    "i_number_pos_double_huge_exp.json": nil,
    "i_number_real_neg_overflow.json": nil,
    "i_number_real_pos_overflow.json": nil,
    "i_number_real_underflow.json": nil,
    "i_number_too_big_neg_int.json": nil,
    "i_number_too_big_pos_int.json": nil,
    "i_number_very_big_negative_int.json": nil,
    // Half a character cannot be stored, shown or exported again.
    "i_object_key_lone_2nd_surrogate.json": .loneSurrogate,
    "i_string_1st_surrogate_but_2nd_missing.json": .loneSurrogate,
    "i_string_1st_valid_surrogate_2nd_invalid.json": .loneSurrogate,
    "i_string_incomplete_surrogate_and_escape_valid.json": .loneSurrogate,
    "i_string_incomplete_surrogate_pair.json": .loneSurrogate,
    "i_string_incomplete_surrogates_escape_valid.json": .loneSurrogate,
    "i_string_invalid_lonely_surrogate.json": .loneSurrogate,
    "i_string_invalid_surrogate.json": .loneSurrogate,
    "i_string_inverted_surrogates_U+1D11E.json": .loneSurrogate,
    "i_string_lone_second_surrogate.json": .loneSurrogate,
    // Only UTF-8, and nothing is replaced in a health record.
    "i_string_UTF-8_invalid_sequence.json": .notUTF8,
    "i_string_UTF8_surrogate_U+D800.json": .notUTF8,
    "i_string_invalid_utf-8.json": .notUTF8,
    "i_string_iso_latin_1.json": .notUTF8,
    "i_string_lone_utf8_continuation_byte.json": .notUTF8,
    "i_string_not_in_unicode_range.json": .notUTF8,
    "i_string_overlong_sequence_2_bytes.json": .notUTF8,
    "i_string_overlong_sequence_6_bytes.json": .notUTF8,
    "i_string_overlong_sequence_6_bytes_null.json": .notUTF8,
    "i_string_truncated-utf-8.json": .notUTF8,
    "i_string_UTF-16LE_with_BOM.json": .notUTF8ButUTF16,
    "i_string_utf16BE_no_BOM.json": .notUTF8ButUTF16,
    "i_string_utf16LE_no_BOM.json": .notUTF8ButUTF16,
    "i_structure_500_nested_arrays.json": .tooDeep(limit: 128),
    // Skipped, and told by `hadByteOrderMark`.
    "i_structure_UTF-8_BOM_empty_object.json": nil,
  ]

  @Test func `what the grammar leaves open is decided file by file`() throws {
    let names = try JSONTestSuite.names(startingWith: "i_")
    #expect(names == Self.decisions.keys.sorted())
    for name in names {
      let bytes = try JSONTestSuite.bytes(of: name)
      #expect(.some(reason(of: bytes)) == Self.decisions[name], "\(name)")
    }
  }

  private func reason(of bytes: [UInt8], limits: JSONLimits = .standard) -> JSONError.Reason? {
    do throws(JSONError) {
      _ = try JSONDocument(parsing: bytes, limits: limits)
      return nil
    } catch {
      return error.reason
    }
  }
}
