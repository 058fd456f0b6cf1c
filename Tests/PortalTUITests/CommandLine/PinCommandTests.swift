import PortalCore
import Testing

@testable import PortalTUI

/// `pin`, and every other command in a store where people sign in.
struct PinCommandTests {
  private let harness = CommandHarness()
  private static let number = "12855810016"
  private static let pin = "739182"

  init() {
    let files = [("ola", SampleFiles.ola), ("kari", SampleFiles.kari)]
    for (name, text) in files { _ = harness.run("import", harness.file("\(name).json", text)) }
  }

  private func requirePIN() {
    let number = PinCommandTests.number
    #expect(
      harness.run("pin", "--person", number, "--pin-file", "-", input: "739182\n").status == .done
    )
    let answer = harness.run("pin", "--require")
    #expect(answer.status == .done)
    #expect(answer.output.contains("1 person has no PIN yet"))
  }

  /// Runs as Ola, with the right PIN.
  private func asOla(_ words: String..., pin: String = pin) -> CommandHarness.Answer {
    let file = harness.file("pin", pin + "\n")
    return harness.run(words + ["--as", PinCommandTests.number, "--pin-file", file])
  }

  private var karisID: String {
    let line = harness.run("people").output.split(separator: "\n").first { $0.contains("Kari") }
    return line.map { String($0.prefix(26)) } ?? ""
  }

  @Test func `a PIN that is tried first is refused with a reason`() {
    for (pin, word) in [
      ("123456", "others try"), ("12345", "fewer"), ("120558", "birth date"), ("a23456", "digits"),
    ] {
      let answer = harness.run(
        ["pin", "--person", PinCommandTests.number, "--pin-file", "-"],
        input: pin
      )
      #expect(answer.status == .dataError)
      #expect(answer.errors.contains(word))
      #expect(!answer.errors.contains(pin))
    }
  }

  @Test func `commands that open a record need somebody who has signed in`() {
    requirePIN()
    let commands = [
      ["show", "overview"], ["search", "Kalium"], ["send", "--text", "Hei"], ["history"],
      ["access-log"],
      [
        "edit", "overview", "--record", "00000000000000000000000000", "--base", "1", "--set",
        "email=a@b.no",
      ],
      ["import", harness.file("more.json", SampleFiles.ola)],
    ]
    for command in commands {
      let answer = harness.run(command)
      #expect(answer.status == .notPermitted, "\(command)")
      #expect(answer.output == "" || command[0] == "import", "\(command)")
      let withoutPIN = harness.run(command + ["--as", PinCommandTests.number])
      #expect(withoutPIN.status == .usage, "\(command)")
      #expect(withoutPIN.errors.contains("--pin-file"))
    }
    #expect(harness.run("people").status == .notPermitted)
    #expect(harness.run("people", "--json").output == "")
    #expect(asOla("show", "results").output.contains("Kalium"))
    #expect(asOla("show", "results", pin: "739183").status == .notPermitted)
  }

  @Test func `checks and copies stay with whoever runs the store`() {
    requirePIN()
    #expect(harness.run("verify").status == .done)
    #expect(harness.run("verify", "--ids").status == .done)
    #expect(harness.run("repair").status == .done)
    #expect(harness.run("backup", harness.folder + "/backup").status == .done)
    #expect(harness.run("doctor").errors == "")
  }

  @Test func `nothing tells an unknown number from a wrong PIN`() {
    requirePIN()
    let file = harness.file("pin", "739183\n")
    let names = [PinCommandTests.number, "01010050053", "0123456789abcdefghjkmnpqrs"]
    let answers = names.map { name in
      (0..<10).map { _ in harness.run("show", "overview", "--as", name, "--pin-file", file) }
    }
    #expect(answers[0] == answers[1])
    #expect(answers[0] == answers[2])
    #expect(answers[0].allSatisfy { $0.status == .notPermitted })
    #expect(answers[0][0].errors.contains("not right"))
    #expect(answers[0][9].errors.contains("locked until"))
  }

  @Test func `another's record is refused, whether it is there or not`() {
    let kari = karisID
    requirePIN()
    let there = asOla("show", "overview", "--person", kari)
    let nowhere = asOla("show", "overview", "--person", "01010050053")
    #expect(there.status == .notPermitted)
    #expect(there == nowhere)
  }

  @Test func `files are brought into one's own record only`() {
    let kari = karisID
    requirePIN()
    let own = SampleFiles.ola.replacing("Kalium", with: "Natrium")
    #expect(asOla("import", harness.file("own.json", own)).status == .done)
    #expect(asOla("show", "results").output.contains("Natrium"))
    let others = harness.file("kari.json", SampleFiles.kari.replacing("Kari", with: "Karin"))
    #expect(asOla("import", others).status == .dataError)
    #expect(asOla("import", others, "--person", kari).status != .done)
    // A number that nobody has yet would be one more to sign in with.
    let stranger = """
      {"resourceType":"Patient","id":"x","name":[{"text":"Ola Prøve"}],"identifier":[
       {"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"12855810016"},
       {"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"01010050053"}]}
      """
    #expect(asOla("import", harness.file("more.json", stranger)).status == .dataError)
    #expect(harness.run("verify").output.contains("2 records"))
  }

  @Test func `the old PIN and the new change it`() {
    requirePIN()
    let number = PinCommandTests.number
    let change = ["pin", "--person", number, "--pin-file", "-"]
    #expect(harness.run(change, input: "739183\n640517\n").status == .notPermitted)
    #expect(harness.run(change, input: "739182\n").status == .usage)
    #expect(harness.run(change, input: "739182\n640517\n").status == .done)
    #expect(asOla("show", "overview").status == .notPermitted)
    #expect(asOla("show", "overview", pin: "640517").status == .done)
  }

  @Test func `the owner gives a new one to somebody who has shown who they are`() {
    requirePIN()
    for _ in 0..<10 {
      harness.clock.move(
        to: harness.clock.clock.now().advanced(bySeconds: 86_400)
      )
      _ = asOla("show", "overview", pin: "739183")
    }
    #expect(asOla("show", "overview").errors.contains("helseportal help pin"))
    let answer = harness.run(
      ["pin", "--person", PinCommandTests.number, "--re-identified", "--pin-file", "-"],
      input: "640517\n"
    )
    #expect(answer.status == .done)
    #expect(asOla("show", "overview", pin: "640517").status == .done)
    #expect(asOla("access-log", pin: "640517").output.contains("made sure who you are"))
  }

  @Test func `on a terminal the PIN is asked for, a new one twice`() {
    harness.isInputTerminal = true
    harness.secrets = ["739182", "739183"]
    let differing = harness.run("pin", "--person", PinCommandTests.number)
    #expect(differing.status == .dataError)
    harness.secrets = ["739182", "739182"]
    let answer = harness.run("pin", "--person", PinCommandTests.number)
    #expect(answer.status == .done)
    #expect(answer.errors.contains("once more"))
    #expect(harness.run("pin", "--require").status == .done)
    harness.secrets = ["739182"]
    #expect(harness.run("show", "overview", "--as", PinCommandTests.number).status == .done)
  }

  @Test func `standard input gives the PIN or the messages, not both`() {
    requirePIN()
    let words = ["send", "--stdin-lines", "--as", PinCommandTests.number, "--pin-file", "-"]
    let answer = harness.run(words, input: "739182\nHei\n")
    #expect(answer.status == .usage)
    #expect(answer.errors.contains("--stdin-lines"))
  }

  @Test func `without the secret one line says so, and nothing is counted`() {
    requirePIN()
    #expect(harness.run("doctor").output.contains("Sign in: ✓"))
    ScratchCopy.removeTree(harness.folder + "/config")
    #expect(harness.run("doctor").output.contains("Sign in: ! the secret"))
    for _ in 0..<12 {
      let answer = asOla("show", "overview")
      #expect(answer.status == .notPermitted)
      #expect(answer.errors.split(separator: "\n").count == 1)
      #expect(answer.errors.contains("pepper-"))
    }
  }

  @Test func `the time that sessions last is set within bounds`() {
    #expect(harness.run("pin", "--idle", "5").status == .done)
    for minutes in ["0", "2", "x", "1441"] {
      #expect(harness.run("pin", "--idle", minutes).status == .usage)
    }
  }
}
