import PortalCore
import Testing

@testable import PortalTUI

/// Withdrawing a consent from the command line: nothing goes by a slip, and all goes when confirmed.
struct ConsentCommandTests {
  private let harness = CommandHarness()
  private let person: String

  init() throws {
    let file = """
      {"resourceType":"Bundle","type":"collection","entry":[
       {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"g",
        "name":[{"text":"Gro Giver"}],"birthDate":"1958-05-12",
        "identifier":[{"system":"http://hospital.example/pid","value":"g"}]}},
       {"fullUrl":"urn:uuid:2","resource":{"resourceType":"Observation","id":"o","status":"final",
        "subject":{"reference":"urn:uuid:1"},"code":{"text":"Ferritin"},
        "effectiveDateTime":"2024-05-06T08:00:00Z","valueQuantity":{"value":40,"unit":"ug/L"},
        "category":[{"coding":[{"code":"laboratory"}]}]}}]}
      """
    #expect(harness.run("import", harness.file("g.json", file)).status == .done)
    person = String(try #require(harness.run("people").output.split(separator: " ").first))
  }

  private func withdraw(_ words: String...) -> CommandHarness.Answer {
    harness.run(["consent", "--person", person, "--level", "none"] + words)
  }

  @Test func `without a confirmation it says what would go, and nothing changes`() {
    let before = harness.run("history", "--person", person).output
    for _ in 0..<2 {
      let answer = withdraw()
      #expect(answer.status == .usage && answer.output.isEmpty)
      #expect(answer.errors.split(separator: "\n").count == 1)
      #expect(
        answer.errors.hasPrefix("helseportal: nothing is changed: level none erases 2 things")
      )
      #expect(answer.errors.contains("add --erase"))
    }
    #expect(harness.run("history", "--person", person).output == before)
    #expect(harness.run("show", "results", "--person", person).output.contains("Ferritin"))
  }

  @Test func `confirmed it is withdrawn, and what it allowed is erased`() throws {
    let answer = withdraw("--erase")
    #expect(answer.status == .done && answer.errors.isEmpty)
    let lines = answer.output.split(separator: "\n")
    #expect(lines.count == 1 && lines[0].hasPrefix("saved \(ConsentChoice.recordID.text)  "))
    #expect(lines[0].contains("  erased "))
    let history = harness.run("history", "--person", person)
    #expect(history.status == .done)
    #expect(history.output.contains("  erasure  "))
    #expect(!history.output.contains("Ferritin"))
    #expect(harness.run("consent", "--person", person).output == "Consent: None (none)\n")
    #expect(harness.run("people").output.contains("Gro Giver"))
    #expect(harness.run("verify").status == .done)
    // Once more there is nothing to do, confirmed or not.
    for again in [withdraw(), withdraw("--erase")] {
      #expect(again.status == .done)
      #expect(again.output == "unchanged \(ConsentChoice.recordID.text)\n")
    }
    let chosen = harness.run("consent", "--person", person, "--level", "full")
    #expect(chosen.status == .done)
    #expect(!harness.run("show", "results", "--person", person).output.contains("Ferritin"))
  }

  @Test func `as JSON both receipts stand in one object`() {
    let answer = withdraw("--erase", "--json")
    #expect(answer.status == .done)
    #expect(answer.output.split(separator: "\n").count == 1)
    #expect(answer.output.hasPrefix("{\"status\":\"saved\""))
    #expect(answer.output.contains("\"erased\":\""))
  }

  @Test func `what was withdrawn and is stored yet is erased by the same command`() throws {
    let store = try Portal(
      at: harness.dataDirectory,
      surroundings: Surroundings(
        fileSystem: LiveFileSystem(),
        clock: harness.clock.clock,
        randomness: .seeded(9),
        passwordHash: .quick
      )
    )
    let record = try store.openOwn(try #require(Person.ID(person)))
    _ = try record.setConsent(to: .none, base: try record.consent().version)
    try record.end()
    #expect(withdraw().status == .usage)
    let answer = withdraw("--erase")
    #expect(answer.status == .done)
    #expect(answer.output.hasPrefix("unchanged ") && answer.output.contains("  erased "))
    #expect(withdraw().status == .done)
  }

  @Test func `the confirmation means nothing elsewhere, and an older version is not withdrawn`() {
    let before = harness.run("history", "--person", person).output
    for words in [["--level", "basis", "--erase"], ["--erase"]] {
      #expect(harness.run(["consent", "--person", person] + words).status == .usage)
    }
    #expect(withdraw("--erase", "--preview").status == .usage)
    #expect(withdraw("--erase", "--base", "7").status == .tryAgain)
    #expect(harness.run("history", "--person", person).output == before)
  }
}
