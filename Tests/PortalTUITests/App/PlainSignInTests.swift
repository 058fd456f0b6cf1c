import PortalCore
import Testing

@testable import PortalTUI

/// Signing in and out where pages are said in lines.
struct PlainSignInTests {
  private let sample: SampleRecord
  private let signIn: SignIn
  private let person: String

  init() throws {
    sample = try SampleRecord([("person", InventedContent.person)] + InventedContent.messages)
    person = try sample.portal.people()[0].id.text
    signIn = try sample.requirePIN("739182")
  }

  /// What is said to somebody who types these lines; an empty one for each wait that is in vain.
  private func output(_ lines: [String], secrets: [String], waits: Int = 0) -> String {
    var output = ""
    var lines = lines
    var secrets = secrets
    var waits = waits
    let console = Console(
      Console.Channels(
        output: {
          output += $0
          return true
        },
        error: { output += $0 },
        input: { lines.isEmpty ? nil : Array(lines.removeFirst().utf8) },
        secret: { secrets.isEmpty ? .ended : .line(secrets.removeFirst()) },
        waitForInput: { _ in
          waits -= 1
          return waits < 0
        },
        wipe: { output += "<wiped>" }
      )
    )
    let screen = SignInScreen(portal: sample.portal, signIn: signIn, phrases: Bokmal())
    var runtime = PlainRuntime(
      first: screen,
      phrases: Bokmal(),
      mark: "",
      console: console,
      signedOut: screen,
      // So short that it is over at the second wait.
      idleLimit: .nanoseconds(1),
      readsSecretly: true
    )
    runtime.run(reason: .option)
    return output
  }

  @Test func `the PIN is not said, but how long it is`() {
    let output = output([person, "q"], secrets: ["739182"])
    #expect(output.contains("6 tegn"))
    #expect(!output.contains("739182"))
    #expect(output.contains(Bokmal().name(of: .overview)))
  }

  @Test func `a wrong one is said, and both are asked for again`() {
    let output = output([person, "", "q"], secrets: ["739183", "739182"])
    #expect(output.contains("ikke riktig"))
    #expect(output.contains(Bokmal().name(of: .overview)))
  }

  @Test func `u signs out, and q leaves where one signs in`() throws {
    let output = output([person, "u", "q"], secrets: ["739182"])
    let parts = output.split(separator: "<wiped>")
    #expect(parts.count == 2)
    #expect(parts[1].contains("Du er logget ut"))
    #expect(!parts[1].contains("Kari"))
  }

  @Test func `nobody types anything: the session ends`() {
    let output = output([person, "q"], secrets: ["739182"], waits: 2)
    #expect(output.contains("Trykk en tast for å bli"))
    #expect(output.contains("<wiped>"))
  }
}
