import Testing

@testable import PortalTUI

struct SearchCommandTests {
  private let harness = CommandHarness()

  init() {
    _ = harness.run("import", harness.file("ola.json", SampleFiles.ola))
    for text in ["Vond hals siden mandag", "Halsen er bedre", "Time til blodprøve?"] {
      _ = harness.run("send", "--text", text)
    }
  }

  @Test func `what holds every word is found, the newest first`() {
    let found = harness.run("search", "hals")
    #expect(found.status == .done)
    let lines = found.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("Halsen er bedre") == true)
    #expect(harness.run("search", "mandag hals").output.contains("Vond hals siden mandag"))
    #expect(harness.run("search", "PROVE").output.contains("Time til blodprøve?"))
    #expect(harness.run("search", "kalium").output.contains("Kalium"))
  }

  @Test func `a pipe is given every message, not the newest hundred`() {
    let lines = String(repeating: "Hei\n", count: 110)
    _ = harness.run(["send", "--stdin-lines"], input: lines)
    let shown = harness.run("show", "messages").output
    #expect(shown.contains("\n113. "))
    #expect(!shown.contains("not shown"))
  }

  @Test func `as JSON it is an array of records`() {
    let found = harness.run("search", "--json", "bedre")
    #expect(found.status == .done)
    #expect(found.output.hasPrefix("[{\"id\":\""))
    #expect(found.output.contains("\"kind\":\"message\""))
  }

  @Test func `nothing found is an answer, and no words are a mistake`() {
    let nothing = harness.run("search", "zebra")
    #expect(nothing.status == .checkFailed)
    #expect(nothing.output.isEmpty)
    #expect(nothing.errors.isEmpty)
    #expect(harness.run("search", "zebra", "--json").output == "[]\n")
    let empty = harness.run("search", " - ")
    #expect(empty.status == .usage)
    #expect(empty.errors.split(separator: "\n").count == 1)
  }
}
