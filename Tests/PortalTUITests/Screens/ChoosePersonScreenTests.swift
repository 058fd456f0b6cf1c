import PortalCore
import Testing

@testable import PortalTUI

struct ChoosePersonScreenTests {
  @Test(arguments: [
    ("1958-05-12", "Kari Testdal, født 12.05.1958, 68 år"),
    ("2026-11-16", "Kari Testdal, født 16.11.2026, 0 år"),
    ("2027-01-01", "Kari Testdal, født 01.01.2027"),
    ("1958", "Kari Testdal, født 1958"),
    (nil, "Kari Testdal"),
  ])
  func `a person is told by name, birth date and age`(birthDate: String?, line: String) throws {
    var person = Person(names: [HumanName(given: ["Kari"], family: "Testdal")])
    person.birthDate = birthDate.flatMap { PartialDate($0) }
    let sample = try SampleRecord([("person", .person(person))])
    let screen = ChoosePersonScreen(portal: sample.portal, phrases: Bokmal())
    #expect(screen.shownText() == "Velg person\n\n1. \(line)")
  }

  @Test func `a person without a name is still there`() throws {
    let sample = try SampleRecord([("person", .person(Person()))])
    let screen = ChoosePersonScreen(portal: sample.portal, phrases: English())
    #expect(screen.shownText() == "Choose a person\n\n1. Person without a name")
  }

  @Test func `opening one opens the record, whose session its pages hold`() throws {
    let sample = try SampleRecord([("person", InventedContent.person)])
    var screen = ChoosePersonScreen(portal: sample.portal, phrases: Bokmal())
    _ = screen.update(.shown)
    let item = try #require(Entries(screen.page())).id(at: 0)
    guard case .push(let opened)? = screen.update(.open(item)).first else {
      Issue.record("nothing is opened")
      return
    }
    let overview = try #require(opened as? OverviewScreen)
    #expect(overview.record === overview.context.record)
    let events = try overview.context.record.accessLogLines().lines.map(\.entry.event)
    #expect(events.first == .sessionStart)
  }

  @Test func `an empty store says what to do`() throws {
    let sample = try SampleRecord([])
    let screen = ChoosePersonScreen(portal: sample.portal, phrases: Bokmal())
    #expect(screen.shownText().contains("helseportal import"))
  }
}
