import PortalCore
import Testing

@testable import PortalTUI

struct EditCommandTests {
  private let harness = CommandHarness()
  private let id = Person.recordID.text

  init() {
    #expect(harness.run("import", harness.file("ola.json", SampleFiles.ola)).status == .done)
  }

  private func edit(
    _ base: String,
    _ fields: String...,
    json: Bool = false
  ) -> CommandHarness.Answer {
    var words = ["edit", "overview", "--record", id, "--base", base]
    for field in fields { words += ["--set", field] }
    if json { words.append("--json") }
    return harness.run(words)
  }

  @Test func `a change prints its version and receipt, and the history says who made it`() {
    let answer = edit("1", "telephone=912 34 567", "email=ola@eksempel.no")
    #expect(answer.status == .done && answer.errors.isEmpty)
    #expect(answer.output.hasPrefix("saved \(id)  v2  2-"))
    let shown = harness.run("show", "overview", "--json").output
    #expect(shown.contains("\"own\":{\"telephone\":\"91234567\",\"email\":\"ola@eksempel.no\"}"))
    #expect(shown.contains("\"version\":2"))
    let history = harness.run("history", "--record", id).output.split(separator: "\n")
    #expect(history.count == 2)
    #expect(history[0].contains("  import  ") && history[0].contains("  v1  "))
    #expect(history[1].contains("  person:") && history[1].contains("  v2  "))
  }

  @Test func `a change on an older version changes nothing and prints both`() {
    #expect(edit("1", "language=nn").status == .done)
    let before = harness.run("history", "--json").output
    let answer = edit("1", "language=se", json: true)
    #expect(answer.status == .tryAgain)
    #expect(answer.errors.hasPrefix("helseportal: the record has been changed meanwhile"))
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(answer.output.hasPrefix("{\"mine\":{\"id\":\"\(id)\",\"base\":1,\"content\":{"))
    #expect(answer.output.contains("\"newest\":{\"id\":\"\(id)\",\"version\":2,"))
    #expect(answer.output.contains("\"own\":{\"language\":\"se\"}"))
    #expect(answer.output.contains("\"own\":{\"language\":\"nn\"}"))
    let plain = edit("1", "language=se")
    #expect(plain.status == .tryAgain && plain.output.isEmpty)
    #expect(harness.run("history", "--json").output == before)
  }

  @Test func `saying what is there already writes nothing`() {
    #expect(edit("1", "language=nn", json: true).output.contains("\"version\":2,\"receipt\":\"2-"))
    let again = edit("2", "language=nn", json: true)
    #expect(again.status == .done)
    #expect(again.output == "{\"id\":\"\(id)\",\"version\":2}\n")
    #expect(edit("2", "language=nn").output == "unchanged \(id)  v2\n")
  }

  @Test(arguments: [
    (["edit", "overview"], PortalTUI.ExitStatus.usage), (["edit"], .usage),
    (["edit", "nothing", "--record", "ID", "--base", "1", "--set", "email="], .usage),
    (["edit", "results", "--record", "ID", "--base", "1", "--set", "email="], .dataError),
    (["edit", "overview", "--record", "ID", "--base", "1"], .usage),
    (["edit", "overview", "--record", "ID", "--set", "email="], .usage),
    (["edit", "overview", "--record", "ID", "--base", "-1", "--set", "email="], .usage),
    (["edit", "overview", "--record", "ID", "--base", "x", "--set", "email="], .usage),
    (["edit", "overview", "--record", "x", "--base", "1", "--set", "email="], .usage),
    (["edit", "overview", "--record", "ID", "--base", "1", "--set", "name=Kari"], .usage),
    (["edit", "overview", "--record", "ID", "--base", "1", "--set", "91234567"], .usage),
    (
      [
        "edit", "overview", "--record", "ID", "--base", "1", "--set", "email=", "--set",
        "email=a@b.no",
      ], .usage
    ),
    (["edit", "overview", "--record", "ID", "--base", "1", "--set", "email=nei"], .dataError),
    (["edit", "overview", "--record", "ID", "--base", "1", "--set", "telephone=113"], .dataError),
    (["send", "--text", "Hei", "--set", "email="], .usage),
  ])
  func `what cannot be done is one line and changes nothing`(
    words: [String],
    status: PortalTUI.ExitStatus
  ) {
    let before = harness.run("history", "--json").output
    let answer = harness.run(words.map { $0 == "ID" ? id : $0 })
    #expect(answer.status == status)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.hasPrefix("helseportal: "))
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(!answer.errors.contains("91234567"))
    #expect(harness.run("history", "--json").output == before)
  }

  @Test func `a record of another kind cannot be changed`() throws {
    let consent = ConsentChoice.recordID.text
    let answer = harness.run(
      "edit",
      "overview",
      "--record",
      consent,
      "--base",
      "1",
      "--set",
      "language=nn"
    )
    #expect(answer.status == .dataError)
  }

  @Test func `another import leaves the person's own word alone`() {
    #expect(edit("1", "telephone=91234567").status == .done)
    let renewed = SampleFiles.ola.replacing("\"Prøve\"", with: "\"Nytt\"")
    #expect(harness.run("import", harness.file("new.json", renewed)).status == .done)
    let shown = harness.run("show", "overview", "--json").output
    #expect(shown.contains("Ola Nytt") && shown.contains("\"own\":{\"telephone\":\"91234567\"}"))
    #expect(edit("2", "telephone=").status == .tryAgain)
    #expect(edit("3", "telephone=").status == .done)
    #expect(!harness.run("show", "overview", "--json").output.contains("own"))
  }
}

extension String {
  /// With each occurrence of one text replaced by another.
  fileprivate func replacing(_ text: String, with other: String) -> String {
    var (result, rest) = ("", self[...])
    while let range = rest.firstRange(of: text) {
      result += rest[..<range.lowerBound] + other
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
