import PortalCore
import Testing

@testable import PortalTUI

/// What would leave the portal: the level, and texts in which no word of a record stands.
struct NotificationsCommandTests {
  private let harness = CommandHarness()

  /// Letters that no language of the portal puts together so; each word is another.
  private func hostile(_ random: inout SeededRandom) -> [String] {
    (0..<8).map { _ in
      let letters = Array("qwxzkøå\u{301}\u{202E}7")
      return "kreft"
        + String((0..<6).map { _ in letters[Int(random.next() % UInt64(letters.count))] })
    }
  }

  private func file(_ words: [String], isLater: Bool) -> String {
    let patient = """
      {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"g",
       "name":[{"text":"\(words[0])"}],"birthDate":"1958-05-12",
       "identifier":[{"system":"http://hospital.example/pid","value":"g"}]}}
      """
    guard isLater else {
      return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[\(patient)]}"
    }
    let subject = "\"subject\":{\"reference\":\"urn:uuid:1\"}"
    return """
      {"resourceType":"Bundle","type":"collection","entry":[\(patient),
       {"fullUrl":"urn:uuid:2","resource":{"resourceType":"Observation","id":"o","status":"final",
        \(subject),"code":{"text":"\(words[1])"},"effectiveDateTime":"2026-05-06T08:00:00Z",
        "category":[{"coding":[{"code":"laboratory"}]}]}},
       {"fullUrl":"urn:uuid:3","resource":{"resourceType":"Communication","id":"c",
        "status":"completed",\(subject),"topic":{"text":"\(words[2])"},
        "sender":{"display":"\(words[3])"},"sent":"2026-05-06T08:00:00Z",
        "payload":[{"contentString":"\(words[4])"}]}},
       {"fullUrl":"urn:uuid:4","resource":{"resourceType":"MedicationRequest","id":"m",
        "status":"active","intent":"order",\(subject),
        "medicationCodeableConcept":{"text":"\(words[5])"}}},
       {"fullUrl":"urn:uuid:5","resource":{"resourceType":"Appointment","id":"a","status":"booked",
        "start":"2026-11-25T09:00:00Z","end":"2026-11-25T09:20:00Z","description":"\(words[6])",
        "participant":[{"actor":{"reference":"urn:uuid:1"},"status":"accepted"},
         {"actor":{"display":"\(words[7])"},"status":"accepted"}]}}]}
      """
  }

  /// Imports something after a visit, with a level chosen at that visit.
  private func bring(_ words: [String], _ level: NotificationProfile.Level) throws -> String {
    #expect(
      harness.run("import", harness.file("a.json", file(words, isLater: false))).status == .done
    )
    let person = String(try #require(harness.run("people").output.split(separator: " ").first))
    let answer = harness.run("notifications", "--person", person, "--level", level.rawValue)
    #expect(answer.status == .done, "\(answer.errors)")
    let later = harness.run("import", harness.file("b.json", file(words, isLater: true)))
    #expect(later.status == .done, "\(later.errors)")
    return person
  }

  @Test(arguments: NotificationProfile.Level.allCases, [1, 2, 3])
  func `whatever a record holds, no word of it is in a notification`(
    level: NotificationProfile.Level,
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let words = hostile(&random)
    let person = try bring(words, level)
    let flags = seed == 2 ? ["--json"] : []
    let answer = harness.run(["notifications", "--person", person] + flags)
    #expect(answer.status == .done && answer.errors.isEmpty)
    for word in words { #expect(!answer.output.contains(word)) }
    #expect(!answer.output.lowercased().contains("kreft"))
    // What is said is one of the texts that stand in the program, and each is said once.
    let known = Set(NotificationEvent.allCases.map(English().words(of:)))
    if flags.isEmpty {
      let lines = answer.output.split(separator: "\n").dropFirst().map(String.init)
      #expect(Set(lines).isSubset(of: known) && Set(lines).count == lines.count)
      let least = [.none: 0, .limited: 0, .normal: 3, .full: 4][level] ?? 0
      #expect(lines.count == least)
    }
  }

  @Test func `the level is shown and chosen, and what it is not is refused`() throws {
    let person = try bring(["A", "b", "c", "d", "e", "f", "g", "h"], .none)
    let shown = harness.run("notifications", "--person", person)
    #expect(shown.output == "Notifications: Off (none)\n")
    let again = harness.run("notifications", "--person", person, "--level", "none")
    #expect(again.output == "unchanged \(NotificationProfile.recordID.text)\n")
    let old = harness.run("notifications", "--person", person, "--level", "full", "--base", "0")
    #expect(old.status != .done && old.errors.split(separator: "\n").count == 1)
    #expect(harness.run("notifications", "--person", person, "--level", "basis").status == .usage)
    let json = harness.run("notifications", "--person", person, "--json").output
    #expect(json.hasPrefix("{\"level\":\"none\",\"chosen\":") && json.hasSuffix("\"texts\":[]}\n"))
  }
}
