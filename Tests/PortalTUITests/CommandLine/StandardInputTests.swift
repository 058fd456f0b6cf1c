import Glibc
import Testing

@testable import PortalTUI

/// Lines of a pipe, as bytes.
struct StandardInputTests {
  /// What is read of these bytes, written in pieces before anything is read.
  private func lines(_ pieces: [[UInt8]]) throws -> [[UInt8]] {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    for piece in pieces {
      try #require(piece.isEmpty || write(ends[1], piece, piece.count) == piece.count)
    }
    close(ends[1])
    defer { close(ends[0]) }
    let input = StandardInput(ends[0])
    var lines: [[UInt8]] = []
    while let line = input.line() { lines.append(line) }
    #expect(input.line() == nil && input.hasLine)
    return lines
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("\n", [""]), ("a\n\nb", ["a", "", "b"]),
    ("a\r\nb\r\n", ["a", "b"]), ("\r\n", [""]), ("a\rb\n", ["a\rb"]), ("a\r", ["a\r"]),
  ])
  func `lines end with a line feed, or a return before it, or the end`(
    text: String,
    expected: [String]
  ) throws {
    let bytes = Array(text.utf8)
    #expect(try lines([bytes]) == expected.map { Array($0.utf8) })
    #expect(try lines(bytes.map { [$0] }) == expected.map { Array($0.utf8) })
  }

  @Test func `bytes that are no text, and zeros, come as they are`() throws {
    #expect(try lines([[0xFF, 0, 0xE5, 0x0A, 0xC3]]) == [[0xFF, 0, 0xE5], [0xC3]])
  }

  @Test func `a line may be as long as the pipe holds`() throws {
    let long = [UInt8](repeating: 0x61, count: 65_000)
    #expect(try lines([long, [0x0A, 0x62]]) == [long, [0x62]])
  }

  @Test func `what is read beyond a line is there without waiting`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer {
      close(ends[0])
      close(ends[1])
    }
    try #require(write(ends[1], "a\nb\nc", 5) == 5)
    let input = StandardInput(ends[0])
    #expect(!input.hasLine)
    #expect(input.line() == [0x61])
    #expect(input.hasLine)
    #expect(input.line() == [0x62])
    // The last one may go on.
    #expect(!input.hasLine)
  }
}
