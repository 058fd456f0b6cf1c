import PortalCore
import Testing

@testable import PortalTUI

/// Rights to act for somebody, and what somebody has consented to, from the command line.
struct GrantCommandTests {
  private let harness = CommandHarness()
  private let giver: String
  private let holder: String
  private let child: String

  init() throws {
    for (name, number, born) in [
      ("Gro Giver", "g", "1958-05-12"), ("Hans Holder", "h", "1980-01-01"),
      ("Bo Barn", "b", "2013-06-01"),
    ] {
      let file = """
        {"resourceType":"Patient","id":"\(number)","name":[{"text":"\(name)"}],
         "birthDate":"\(born)","generalPractitioner":[{"display":"Lege Legesen"}],
         "identifier":[{"system":"http://hospital.example/pid","value":"\(number)"}]}
        """
      #expect(harness.run("import", harness.file("\(number).json", file)).status == .done)
    }
    // By name: Bo, Gro, Hans.
    let people = harness.run("people").output.split(separator: "\n").map { String($0.prefix(26)) }
    try #require(people.count == 3)
    (child, giver, holder) = (people[0], people[1], people[2])
  }

  private func grant(_ words: String...) -> CommandHarness.Answer {
    harness.run(["grant", "--person", giver] + words)
  }

  /// The id that a line `saved ID …` names.
  private func id(_ answer: CommandHarness.Answer) -> String {
    String(answer.output.split(separator: " ").dropFirst().first ?? "").trimmingNewline
  }

  private func isRefusal(_ answer: CommandHarness.Answer, _ status: PortalTUI.ExitStatus) -> Bool {
    answer.status == status && answer.output.isEmpty && answer.errors.hasPrefix("helseportal: ")
      && answer.errors.split(separator: "\n").count == 1
  }

  @Test func `a proxy is given, seen by both, changed, and given back`() {
    let today = OsloTime.date(harness.clock.clock.now())
    let given = grant("--to", holder, "--areas", "registered", "--until", "\(today.next)")
    #expect(given.status == .done && given.output.hasPrefix("saved "))
    let shown = harness.run("show", "proxies", "--person", giver)
    #expect(shown.status == .done)
    #expect(shown.output.contains("\(id(given))  Hans Holder  proxy  What is registered  In force"))
    let json = harness.run("show", "proxies", "--person", giver, "--json").output
    #expect(json.hasPrefix("[{\"id\":\"\(id(given))\",\"kind\":\"proxyGrant\",\"date\":\""))
    #expect(json.contains("\"title\":\"Hans Holder\""))
    let whom = harness.run("show", "proxies", "--person", holder).output
    #expect(whom == "May act for:\n\(giver)  Gro Giver  proxy\n")
    #expect(harness.run("show", "prescriptions", "--person", giver, "--as", holder).status == .done)
    let results = harness.run("show", "results", "--person", giver, "--as", holder)
    #expect(isRefusal(results, .notPermitted))
    let changed = grant("--change", id(given), "--areas", "all", "--until", "none")
    #expect(changed.status == .done && id(changed) != id(given))
    #expect(harness.run("show", "results", "--person", giver, "--as", holder).status == .done)
    let same = grant("--change", id(changed), "--areas", "all")
    #expect(same.output == "unchanged \(id(changed))\n")
    let resigned = grant("--end", id(changed), "--as", holder)
    #expect(resigned.status == .done && resigned.output.hasPrefix("ended \(id(changed))  "))
    #expect(
      isRefusal(
        harness.run("show", "results", "--person", giver, "--as", holder),
        .notPermitted
      )
    )
    #expect(grant("--end", id(changed)).output == "unchanged \(id(changed))\n")
  }

  @Test func `a preview prints each section, and what a change opens, and stores nothing`() {
    let before = harness.run("history", "--person", giver).output
    let answer = grant("--to", holder, "--areas", "registered", "--preview")
    #expect(answer.status == .done)
    #expect(answer.output.split(separator: "\n").count == Area.allCases.count)
    #expect(answer.output.contains("Prescriptions: reads, none\n"))
    #expect(answer.output.contains("Test results: The proxy does not reach to this"))
    #expect(harness.run("history", "--person", giver).output == before)
    let given = grant("--to", holder, "--areas", "registered")
    let change = grant("--change", id(given), "--areas", "digital-services", "--preview")
    #expect(change.output.contains("Test results: reading opens (none)\n"))
    #expect(change.output.contains("Prescriptions: reading closes (none)\n"))
    let json = grant("--change", id(given), "--areas", "all", "--preview", "--json").output
    #expect(json.hasPrefix("{\"sections\":[{\"area\":\"overview\",\"read\":true,"))
    #expect(json.contains("\"changes\":[{\"area\":\"messages\",\"write\":false,\"opens\":true"))
  }

  @Test func `each refusal is one line, with its status`() {
    #expect(isRefusal(grant("--to", giver, "--areas", "all"), .notPermitted))
    #expect(isRefusal(grant("--to", child, "--areas", "all"), .notPermitted))
    #expect(isRefusal(grant("--to", holder), .dataError))
    #expect(isRefusal(grant("--to", holder, "--areas", "all", "--until", "2020-01-01"), .dataError))
    #expect(isRefusal(grant("--to", "nobody", "--areas", "all"), .usage))
    #expect(isRefusal(grant("--to", holder, "--areas", "everything"), .usage))
    #expect(isRefusal(grant("--to", holder, "--areas", "all", "--role", "XX"), .usage))
    #expect(isRefusal(grant("--areas", "all"), .usage))
    #expect(isRefusal(grant("--to", holder, "--end", RecordID.any.text), .usage))
    #expect(isRefusal(grant("--end", RecordID.any.text), .usage))
    #expect(isRefusal(grant("--to", holder, "--areas", "all", "--as", holder), .notPermitted))
    #expect(isRefusal(grant("--to", holder, "--role", "VE", "--preview"), .usage))
    #expect(isRefusal(grant("--to", holder, "--role", "FO"), .dataError))
    #expect(
      isRefusal(grant("--to", holder, "--role", "FO", "--same-address", "yes"), .notPermitted)
    )
    #expect(isRefusal(grant("--to", holder, "--role", "TD"), .usage))
    let given = grant("--to", holder, "--areas", "registered")
    #expect(isRefusal(grant("--to", holder, "--areas", "all"), .dataError))
    #expect(grant("--change", id(given), "--areas", "all").status == .done)
    #expect(isRefusal(grant("--change", id(given), "--areas", "registered"), .dataError))
    let stale = grant("--change", id(given), "--base", "1", "--areas", "registered")
    #expect(isRefusal(stale, .tryAgain))
  }

  @Test func `a parent comes from the register, and lets a young person sign in`() {
    func register(_ words: String...) -> CommandHarness.Answer {
      harness.run(["grant", "--person", child, "--role", "FO"] + words)
    }
    let first = register("--to", holder, "--same-address", "no")
    #expect(first.status == .done)
    #expect(
      isRefusal(harness.run("show", "messages", "--person", child, "--as", holder), .notPermitted)
    )
    #expect(register("--to", holder, "--same-address", "yes").status == .done)
    #expect(isRefusal(register("--to", giver, "--same-address", "yes", "--as", holder), .usage))
    #expect(isRefusal(harness.run("show", "vaccinations", "--person", child), .notPermitted))
    let choice = harness.run("consent", "--person", child, "--youth-login", "yes", "--as", holder)
    #expect(choice.status == .done && choice.output.hasPrefix("saved "))
    #expect(harness.run("show", "vaccinations", "--person", child).status == .done)
    let privacy = harness.run("show", "privacy", "--person", child, "--as", holder)
    #expect(privacy.output == "May sign in by themselves\n")
    let inbox = harness.run("show", "messages", "--person", holder).output
    #expect(inbox.contains("Bo Barn may sign in by themselves, Receipt"))
    #expect(inbox.contains("Changed: you may act for Bo Barn, Receipt"))
  }

  @Test func `the rules on which sources disagree are the store owner's to choose`() {
    let usual = "--address-rule one-parent-at-address\n--foster-parents no\n--youth-messages yes\n"
    #expect(harness.run("policy").output == usual)
    _ = harness.run(
      [
        "grant", "--person", child, "--to", holder, "--role", "FO", "--same-address", "yes",
        "--foster",
      ]
    )
    let look = ["show", "vaccinations", "--person", child, "--as", holder]
    #expect(isRefusal(harness.run(look), .notPermitted))
    let chosen = harness.run("policy", "--foster-parents", "yes")
    #expect(chosen.output.contains("--foster-parents yes\n"))
    _ = harness.run(
      [
        "grant", "--person", child, "--to", holder, "--role", "FO", "--same-address", "yes",
        "--foster",
      ]
    )
    #expect(harness.run(look).status == .done)
    #expect(harness.run("policy", "--foster-parents", "perhaps").status == .usage)
    #expect(harness.run("policy", "--foster-parents", "no").output == usual)
    #expect(isRefusal(harness.run(look), .notPermitted))
  }

  @Test func `a consent is shown, looked at before, and chosen`() {
    #expect(harness.run("consent", "--person", giver).output == "Consent: Full access (full)\n")
    let look = harness.run("consent", "--person", giver, "--level", "none", "--preview")
    #expect(look.output.contains("Messages: reading closes (none)\n"))
    #expect(look.output.contains("is erased for good"))
    #expect(harness.run("show", "messages", "--person", giver).status == .done)
    let chosen = harness.run("consent", "--person", giver, "--level", "basis")
    #expect(chosen.status == .done && chosen.output.hasPrefix("saved "))
    #expect(isRefusal(harness.run("show", "results", "--person", giver), .notPermitted))
    #expect(harness.run("show", "privacy", "--person", giver).output == "Consent: Basic (basis)\n")
    let json = harness.run("show", "privacy", "--person", giver, "--json").output
    #expect(json.contains("\"kind\":\"consent\"") && json.contains("\"level\":\"basis\""))
    let stale = harness.run("consent", "--person", giver, "--level", "full", "--base", "1")
    #expect(isRefusal(stale, .tryAgain))
    #expect(isRefusal(harness.run("consent", "--person", giver, "--level", "all"), .usage))
    let other = harness.run("consent", "--person", giver, "--level", "full", "--as", holder)
    #expect(isRefusal(other, .notPermitted))
    #expect(harness.run("consent", "--person", giver, "--level", "full").status == .done)
  }
}

extension RecordID {
  fileprivate static let any = RecordID(bytes: Array(repeating: 1, count: 17))
}

extension String {
  fileprivate var trimmingNewline: String {
    hasSuffix("\n") ? String(dropLast()) : self
  }
}
