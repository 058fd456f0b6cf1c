import PortalCore
import Testing

@testable import PortalTUI

/// Receipts of a change of general practitioner among the messages, which nobody wrote.
struct PractitionerReceiptTests {
  private let home: SampleHousehold
  private let practice: Practice.ID
  private let doctor = SampleRecord.id("doctor")

  init() throws {
    home = try SampleHousehold()
    practice = try home.portal.practice(of: try home.own(home.grandmother).record)
    let office = try home.portal.openPracticeAsOwner(practice)
    try office.put(StaffMember(name: "Lege Ny", work: .doctor), as: doctor)
    try office.put(PatientList(of: doctor, capacity: 1, members: 0))
  }

  private func count(_ words: String) throws -> Int {
    let text = MessagesScreen(context: try home.own(home.grandmother)).shownText()
    return text.split(separator: "\n").count { $0.contains(words) }
  }

  @Test func `a change and its undoing are told once each, and lead to the practitioner`() throws {
    let (changed, undone) = ("Du har byttet fastlege til Lege Ny fra", "Angret: bytte av fastlege")
    #expect(try count(changed) == 0)
    let record = try home.own(home.grandmother).record
    let id = record.newID()
    for _ in 0..<2 { _ = try record.changePractitioner(to: doctor, at: practice, as: id) }
    #expect(try count(changed) == 1 && count(undone) == 0)
    var application = home.application(MessagesScreen(context: try home.own(home.grandmother)))
    application.press(.text("/"), .text("byttet fastlege"), .key(.enter), .key(.enter))
    #expect(application.page.title == Bokmal().practitionerTitle)
    try record.undoChange(id)
    #expect(try count(changed) == 1 && count(undone) == 1)
    application = home.application(MessagesScreen(context: try home.own(home.grandmother)))
    application.press(.text("/"), .text("Angret"), .key(.enter), .key(.enter))
    #expect(application.page.title == Bokmal().practitionerTitle)
    // Derived: the record holds the change and nothing about telling of it.
    #expect(try home.own(home.grandmother).record.practitionerChanges().count == 1)
  }

  @Test func `in the inbox of anybody else there is no receipt`() throws {
    let record = try home.own(home.grandmother).record
    _ = try record.changePractitioner(to: doctor, at: practice, as: record.newID())
    #expect(try home.own(home.daughter).record.practitionerReceipts().isEmpty)
    let text = MessagesScreen(context: try home.own(home.daughter)).shownText()
    #expect(!text.contains("Lege Ny"))
  }

  @Test func `each receipt has its own words in both languages`() {
    for event in [PractitionerReceipt.Event.changed, .joined, .undone] {
      let words = [
        Bokmal().receipt(event, "A", from: "d"), English().receipt(event, "A", from: "d"),
      ]
      #expect(Set(words).count == 2 && words.allSatisfy { $0.contains("A") && $0.hasSuffix("d") })
    }
  }
}
