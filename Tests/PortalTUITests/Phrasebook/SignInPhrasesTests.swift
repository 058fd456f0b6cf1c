import PortalCore
import Testing

@testable import PortalTUI

struct SignInPhrasesTests {
  private static let problems: [SignInProblem] =
    [
      .needed, .notANumber, .wrong, .locked(.until(Instant(milliseconds: 1_795_248_000_000))),
      .locked(.untilIdentified), .oldPINNeeded, .hashFailed,
      .unusableIdleTime(allowed: SignInPolicy.allowedIdleMinutes), .pepper(.missing("/x")),
      .pepper(.unusable("/x")), .pepper(.different("/x")), .pepper(.insideStore("/x")),
      .pepper(.system("/x", SystemError(call: .open, name: "x", code: 13))),
      .pepper(.store(.damagedSettings(file: "pepper-mark"))),
    ] + PIN.Weakness.allCases.map { .weak($0) }

  @Test(arguments: problems)
  func `every problem is a whole sentence on a page and one line of three parts`(
    problem: SignInProblem
  ) {
    let sentences = [Bokmal() as any Phrasebook, English()].map { $0.sentence(on: problem) }
    #expect(sentences[0] != sentences[1])
    #expect(sentences.allSatisfy { $0.hasSuffix(".") && !$0.contains("  ") })
    let lines = [Bokmal() as any Phrasebook, English()].map { $0.text(for: problem) }
    #expect(lines[0] != lines[1])
    for line in lines {
      // What is wrong: where: what to do.
      #expect(line.split(separator: ": ").count >= 3, "\(line)")
      #expect(!line.contains("\n") && !line.contains("  ") && !line.hasSuffix("."))
    }
  }

  @Test func `numbers are said as people say them`() {
    #expect(English().wrongSinceLast(1).contains("once"))
    #expect(English().wrongSinceLast(3).contains("3 times"))
    #expect(Bokmal().secretLength(6) == "6 tegn")
    #expect(English().secretLength(1) == "1 character")
    #expect(English().idleWarning(seconds: 120).contains("2 min"))
    #expect(Bokmal().idleWarning(seconds: 30).contains("30 s"))
    #expect(English().pinIsRequired(without: 0).hasSuffix("store."))
    #expect(English().pinIsRequired(without: 2).contains("2 people have"))
  }
}
