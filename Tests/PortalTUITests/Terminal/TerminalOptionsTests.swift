import Testing

@testable import PortalTUI

struct TerminalOptionsTests {
  @Test func `the environment decides`() {
    let variables = ["TERM": "xterm", "NO_COLOR": "1", "ESCDELAY": "100"]
    let options = TerminalOptions { variables[$0] }
    #expect(options.terminalName == "xterm")
    #expect(!options.usesColour)
    #expect(options.escapeDelay == .milliseconds(100))
  }

  @Test func `an empty environment gives the defaults`() {
    let options = TerminalOptions { _ in nil }
    #expect(options.terminalName == "")
    #expect(options.usesColour)
    #expect(options.escapeDelay == .milliseconds(50))
    #expect(!options.isLocked)
  }

  @Test(arguments: zip(["", "0", "-5", "mye", "99999999"], [50, 0, 0, 50, 5000]))
  func `an impossible delay is bounded`(value: String, milliseconds: Int) {
    let options = TerminalOptions { $0 == "ESCDELAY" ? value : nil }
    #expect(options.escapeDelay == .milliseconds(milliseconds))
  }
}
