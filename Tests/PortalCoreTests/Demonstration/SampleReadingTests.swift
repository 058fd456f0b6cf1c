import Testing

@testable import PortalCore

/// The files as the portal reads them.
struct SampleReadingTests {
  private static func messages(of person: Int) -> [Message] {
    SampleFixture.records(of: person).compactMap { record in
      if case .message(let message) = record.content { message } else { nil }
    }
  }

  @Test func `every file is read whole and without a remark`() {
    #expect(SampleFixture.readings.count == SampleFixture.steps.count)
    for reading in SampleFixture.readings {
      #expect(reading.batch.report.remarks.isEmpty)
      #expect(reading.batch.report.counts.values.allSatisfy { $0.refused == 0 })
    }
  }

  @Test func `every file is about the one person it belongs to`() {
    let people = SampleData.people()
    for reading in SampleFixture.readings {
      let identities = reading.batch.subjects.map(\.identities)
      let number = people[reading.step.person].nationalNumber
      #expect(identities.count == 1)
      #expect(identities.first?.contains(.nationalNumber(number)) == true)
    }
  }

  @Test func `nothing is left of what should be understood`() {
    let uninterpreted = Set(
      SampleFixture.readings.flatMap { reading in
        reading.batch.report.counts.filter { $0.value.kept > 0 }.map(\.key)
      }
    )
    let expected: Set = [
      "CarePlan", "DocumentReference", "ServiceRequest", "Specimen",
    ]
    #expect(uninterpreted == expected)
  }

  @Test(arguments: 0..<6)
  func `everybody has conversations, both ways and in office hours`(person: Int) {
    let messages = SampleReadingTests.messages(of: person)
    #expect(Set(messages.map(\.thread)).count >= 2)
    #expect(messages.contains { $0.isFromPerson })
    for message in messages where !message.isFromPerson {
      guard let sent = message.sent else {
        Issue.record("a message without a time")
        continue
      }
      let (date, time) = OsloTime.civil(sent.start)
      #expect(date.weekday <= 5, "\(date)")
      #expect((8..<16).contains(time.hour), "\(date) \(time)")
      #expect(message.text.split(separator: "\n").count > 1 || message.text.count < 120)
    }
  }

  @Test func `an answer lies in the thread of its question`() {
    for person in 0..<6 {
      let messages = SampleReadingTests.messages(of: person)
      let subjects = Dictionary(grouping: messages, by: \.thread).mapValues {
        Set($0.map(\.subject))
      }
      #expect(subjects.values.allSatisfy { $0.count == 1 })
    }
  }

  @Test func `a corrected result is a new version of the first`() {
    var versions: [RecordID: [String: TestResult]] = [:]
    for record in SampleFixture.records(of: 5) {
      guard case .testResult(let result) = record.content else { continue }
      versions[record.id, default: [:]][record.digest] = result
    }
    let corrected = versions.values.filter { $0.count > 1 }
    #expect(corrected.count == 1)
    let statuses = corrected.first?.values.map(\.status)
    #expect(Set(statuses ?? []) == [.final, .amended])
  }

  @Test func `one document of the young person is kept from the parents`() {
    for person in 0..<6 {
      let labelled = SampleFixture.records(of: person).filter { !$0.labels.isEmpty }
      #expect(Set(labelled.map(\.id)).count == (person == 3 ? 1 : 0))
      #expect(labelled.allSatisfy { $0.labels == [.fromParents] })
    }
  }

  @Test func `the grandmother takes many medicines and has stopped some`() {
    var entries: [RecordID: MedicationListEntry] = [:]
    for record in SampleFixture.records(of: 0) {
      if case .medicationListEntry(let entry) = record.content { entries[record.id] = entry }
    }
    #expect(entries.values.filter { $0.status == .active }.count >= 14)
    #expect(entries.values.filter { $0.status == .stopped }.count >= 3)
  }

  @Test func `ten years of samples carry units, ranges and flags`() {
    var reports: Set<RecordID> = []
    var sugars: [RecordID: TestResult] = [:]
    for record in SampleFixture.records(of: 5) {
      switch record.content {
      case .resultReport: reports.insert(record.id)
      case .testResult(let result) where result.code.code(in: CodeSystem.laboratory) == "NPU27300":
        sugars[record.id] = result
      default: continue
      }
    }
    #expect(reports.count >= 40)
    #expect(sugars.count == 40)
    for result in sugars.values {
      guard case .quantity(let quantity)? = result.value else {
        Issue.record("a result without a number")
        continue
      }
      #expect(quantity.unitCode == "mmol/mol")
      #expect(result.referenceRanges.count == 1)
      let isHigh = (quantity.value?.approximation ?? 0) > 42
      #expect(result.interpretations.isEmpty == !isHigh)
    }
  }
}
