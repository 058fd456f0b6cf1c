/// A file of dated facts or of words that is part of the program.
///
/// The files of this folder are compiled in (`resources` in Package.swift), so that no path has to
/// be right and a fact changes without a change of code. They stay below 10 KB each, because the
/// compiler takes a list of bytes slowly.
enum DataFile {
  static let format = 1

  private struct Head: Decodable { var format: Int }

  /// What a file says.
  ///
  /// - Throws: `JSONError` for what is no JSON, `DecodingError` for what is of another shape or of
  ///   another format.
  static func read<Content: Decodable>(_ bytes: [UInt8]) throws -> Content {
    let root = try JSONDocument(parsing: bytes).root
    guard try JSONTapeDecoder.decode(Head.self, from: root).format == format else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: [], debugDescription: "another format")
      )
    }
    return try JSONTapeDecoder.decode(Content.self, from: root)
  }

  /// What a file of the program itself says; a test reads each of them.
  static func own<Content>(_ read: () throws -> Content) -> Content {
    do {
      return try read()
    } catch {
      preconditionFailure("a file that was built in does not fit: \(error)")
    }
  }
}
