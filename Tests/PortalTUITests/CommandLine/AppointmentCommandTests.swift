import PortalCore
import Testing

@testable import PortalTUI

/// Appointments from the command line: free times, booking and the rest, and a file for calendars.
struct AppointmentCommandTests {
  private let harness = CommandHarness()
  private let person: String

  init() throws {
    let file = """
      {"resourceType":"Bundle","type":"collection","entry":[
       {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"g",
        "name":[{"text":"Gro Giver"}],"generalPractitioner":[{"display":"Legekontoret"}],
        "identifier":[{"system":"http://hospital.example/pid","value":"g"}]}},
       {"fullUrl":"urn:uuid:2","resource":{"resourceType":"Appointment","id":"a","status":"booked",
        "start":"2126-12-01T09:00:00+01:00","minutesDuration":30,"description":"Røntgen",
        "contained":[{"resourceType":"Flag","id":"f","status":"active",
         "code":{"coding":[{"code":"cancel"}]}}],
        "participant":[{"actor":{"reference":"urn:uuid:1"}},{"actor":{"display":"Sykehuset"}}]}}]}
      """
    #expect(harness.run("import", harness.file("g.json", file)).status == .done)
    person = String(try #require(harness.run("people").output.split(separator: " ").first))
  }

  private func run(_ words: String...) -> CommandHarness.Answer {
    harness.run(["appointment"] + words + ["--person", person])
  }

  private func record() throws -> String {
    let output = harness.run("show", "appointments", "--json", "--person", person).output
    let parts = output.split(separator: "\"id\":\"", maxSplits: 1)
    return String(try #require(parts.last).prefix(26))
  }

  @Test func `a section is shown in lines and as JSON`() throws {
    let text = harness.run("show", "appointments", "--person", person)
    #expect(text.status == .done && text.output.contains("Røntgen"))
    let json = harness.run("show", "appointments", "--json", "--person", person)
    #expect(json.output.contains("\"kind\":\"appointment\""))
    #expect(json.output.contains("\"permissions\":[\"cancel\"]"))
  }

  @Test func `what cannot be done is one line and a status`() throws {
    #expect(run("slots").status == .done && run("slots").output.isEmpty)
    #expect(run("slots", "--json").output == "[]\n")
    for answer in [
      run("book"), run("book", "--slot", "x"), run("dance"), run("move", "--record", try record()),
    ] {
      #expect(answer.status == .usage, "\(answer.errors)")
      #expect(answer.errors.split(separator: "\n").count == 1 && answer.output.isEmpty)
    }
    let missing = run("book", "--slot", try record())
    #expect(missing.status == .usage && missing.output.isEmpty)
  }

  @Test func `it is written for a calendar, once, and cancelled with a reason`() throws {
    let id = try record()
    let text = run("ics", "--record", id)
    #expect(
      text.output.hasPrefix("BEGIN:VCALENDAR\r\n") && text.output.contains("LOCATION:Sykehuset")
    )
    #expect(!text.output.contains("Røntgen"))
    let path = harness.file("other.txt", "x").replacing("other.txt", with: "time.ics")
    #expect(run("ics", "--record", id, "--into", path).status == .done)
    #expect(run("ics", "--record", id, "--into", path).status == .cannotCreate)
    let done = run("cancel", "--record", id, "--reason", "Frisk", "--json")
    #expect(done.status == .done && done.output.contains("\"result\":\"cancelled\""))
    #expect(run("cancel", "--record", id).status == .dataError)
    let stale = run("accept", "--record", id)
    #expect(stale.status == .dataError)
    #expect(run("ics", "--record", id).output.contains("STATUS:CANCELLED"))
  }
}
