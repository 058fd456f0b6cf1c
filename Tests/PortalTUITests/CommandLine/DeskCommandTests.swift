import Testing

@testable import PortalTUI

/// A practice set up and answering, from the command line alone.
struct DeskCommandTests {
  private let harness = CommandHarness()

  init() {
    _ = harness.run("import", harness.file("ola.json", SampleFiles.ola))
    _ = harness.run("send", "--kind", "e-consultation", "--text", "Vondt i hodet")
  }

  private func add(_ name: String, _ work: String) -> String {
    let saved = harness.run("desk", "--add-staff", name, "--work", work)
    return String(saved.output.dropFirst("saved ".count).dropLast())
  }

  @Test func `a practice is set up, and says what it is`() {
    let doctor = add("Lege Legesen", "doctor")
    #expect(doctor.count == 26)
    #expect(harness.run("desk", "--list").output.count == 26 + 2 + "(no name)\n".count)
    let off = harness.run("desk", "--switch", "e-consultation=off", "--reason", "Ferie")
    #expect(off.output == "saved e-consultation\n")
    let offered = harness.run("desk", "--offer", "2026-12-24T09:20", "--count", "3")
    #expect(offered.output == "offered 3\n")
    let again = harness.run("desk", "--offer", "2026-12-24T09:20", "--count", "3")
    #expect(again.output == "offered 0\n")
  }

  @Test func `what is wrong is said, with the status of wrong use`() {
    #expect(harness.run("desk", "--add-staff", "Noen").status == .usage)
    #expect(harness.run("desk", "--add-staff", "Noen", "--work", "chef").status == .usage)
    #expect(harness.run("desk", "--switch", "e-consultation=maybe").status == .usage)
    #expect(harness.run("desk", "--switch", "office=off").status == .dataError)
    #expect(harness.run("desk", "--practice", "nobody").status == .usage)
    #expect(harness.run("desk", "--staff", "Ingen", "--plain").status == .notPermitted)
    #expect(harness.run("desk", "--end-staff", "x").status == .usage)
  }

  @Test func `reception manages times, and not who works there`() {
    _ = add("Ressa", "reception")
    let times = harness.run("desk", "--staff", "Ressa", "--offer", "2026-12-24T09:20")
    #expect(times.status == .done)
    let staff = harness.run("desk", "--staff", "Ressa", "--add-staff", "Ny", "--work", "doctor")
    #expect(staff.status == .notPermitted)
  }

  @Test func `the desk answers in plain lines, and the answer comes to the person`() {
    _ = add("Lege Legesen", "doctor")
    let desk = harness.run(
      "desk",
      "--staff",
      "Lege Legesen",
      "--plain",
      input: "1\nr\n1\nDrikk vann.\n.\ny\nq\n"
    )
    #expect(desk.output.contains("Ola Prøve, 68 years"), "\(desk.output)")
    #expect(desk.output.contains("Vondt i hodet"))
    #expect(desk.output.contains("The answer is sent and stored."))
    let messages = harness.run("show", "messages", "--json").output
    #expect(messages.contains("Drikk vann."))
    let log = harness.run("access-log", "--others").output
    #expect(log.contains("Lege Legesen"))
  }

  @Test func `who has stopped working there does not come to the desk`() {
    let id = add("Lege Legesen", "doctor")
    #expect(harness.run("desk", "--end-staff", id).output == "ended \(id)\n")
    #expect(harness.run("desk", "--staff", "Lege Legesen", "--plain").status == .notPermitted)
  }
}
