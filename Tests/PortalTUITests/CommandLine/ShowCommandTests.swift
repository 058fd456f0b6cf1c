import PortalCore
import Testing

@testable import PortalTUI

struct ShowCommandTests {
  /// So many conversations of one message each, the last of them the newest.
  private static func imported(_ count: Int) -> CommandHarness {
    let harness = CommandHarness()
    let messages = (0..<count).map { number in
      let minutes = String(number % 60 + 100).suffix(2)
      let day = String(number / 60 % 28 + 101).suffix(2)
      let month = String(number / 1680 + 101).suffix(2)
      return """
        {"fullUrl":"urn:uuid:00000000-0000-4000-9000-\(String(100_000_000_000 + number))",
         "resource":{"resourceType":"Communication","status":"completed",
         "subject":{"reference":"urn:uuid:00000000-0000-4000-8000-000000000001"},
         "sent":"2025-\(month)-\(day)T12:\(minutes):00Z",
         "payload":[{"contentString":"Tekst \(number)"}]}}
        """
    }
    let patient = """
      {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000001","resource":{
       "resourceType":"Patient","name":[{"text":"Ola Prøve"}]}}
      """
    let entries = ([patient] + messages).joined(separator: ",")
    let bundle = """
      {"resourceType":"Bundle","type":"collection","entry":[\(entries)]}
      """
    precondition(harness.run("import", harness.file("long.json", bundle)).status == .done)
    return harness
  }

  @Test(arguments: [0, 1, OlderEntries.partSize, OlderEntries.partSize + 1])
  func `a list is printed to its end, each entry once`(count: Int) {
    let harness = Self.imported(count)
    let answer = harness.run("show", "messages")
    #expect(answer.status == .done)
    let numbers = answer.output.split(separator: "\n").compactMap { line in
      line.split(separator: ".").first.flatMap { Int($0) }
    }
    #expect(numbers == Array(1...max(1, count)).filter { $0 <= count })
    let json = harness.run("show", "messages", "--json").output
    #expect(json.hasPrefix("[") && json.hasSuffix("]\n"))
    #expect(json.ranges(of: "\"kind\":\"message\"").count == count)
    #expect(json.ranges(of: "},{\"id\":").count == max(0, count - 1))
  }

  @Test(arguments: [[], ["--json"]])
  func `nothing more is read once nobody reads what is printed`(options: [String]) {
    let count = 3 * OlderEntries.partSize
    let harness = Self.imported(count)
    let whole = harness.run(["show", "messages"] + options)
    harness.readBytes = 100
    let cut = harness.run(["show", "messages"] + options)
    #expect(cut.status == .done)
    #expect(cut.errors.isEmpty)
    #expect(cut.output.utf8.count < whole.output.utf8.count / 2)
    #expect(whole.output.hasPrefix(cut.output.prefix(100)))
  }
}
