import Testing

@testable import PortalCore

/// When things happen in the sample data.
struct SampleTimeTests {
  private static let noon = OsloTime.noon(SampleData.demonstrationDate)

  @Test func `the demonstration takes place on a Monday`() {
    #expect(SampleData.demonstrationDate.description == "2026-11-16")
    #expect(SampleData.demonstrationDate.weekday == 1)
  }

  @Test func `every file comes before the demonstration and in order`() {
    let moments = SampleFixture.steps.map(\.moment)
    #expect(moments == moments.sorted())
    #expect(moments.allSatisfy { $0 < SampleTimeTests.noon })
  }

  @Test func `no file speaks of what has not happened yet, but for what is planned`() throws {
    for step in SampleFixture.steps {
      let document = try JSONDocument(parsing: step.bundle)
      for date in SampleTimeTests.dates(in: document.root) {
        let moment = try #require(PartialDate(date))
        #expect(moment.start <= step.moment, "\(date)")
      }
    }
  }

  /// The texts of all dates outside what looks ahead by its nature.
  private static func dates(in node: JSONNode) -> [String] {
    if node["resourceType"]?.text == "Appointment" {
      return node["created"]?.text.map { [$0] } ?? []
    }
    switch node.kind {
    case .object:
      let isPlan = node["resourceType"]?.text == "CarePlan"
      return node.members.flatMap { member in
        let isAhead = member.key == "validityPeriod" || (isPlan && member.key == "period")
        return isAhead ? [] : dates(in: member.value)
      }
    case .array: return node.elements.flatMap { dates(in: $0) }
    case .string: return node.text.flatMap { PartialDate($0) == nil ? nil : [$0] } ?? []
    case .number, .boolean, .null: return []
    }
  }

  @Test func `appointments lie ahead of the demonstration`() throws {
    var starts: [Instant] = []
    for step in SampleFixture.steps {
      let document = try JSONDocument(parsing: step.bundle)
      for entry in document.root["entry"]?.elements ?? document.root.elements {
        guard let resource = entry["resource"], resource["resourceType"]?.text == "Appointment"
        else { continue }
        starts.append(try #require(resource["start"]?.text.flatMap { Instant($0) }))
      }
    }
    #expect(starts.count >= 6)
    #expect(starts.allSatisfy { $0 > SampleTimeTests.noon })
  }

  @Test func `people read their record, and something has come since`() {
    let visits = SampleData.visits()
    let steps = SampleFixture.steps
    #expect(visits.allSatisfy { $0.start < $0.end && $0.end < SampleTimeTests.noon })
    for person in Set(visits.map(\.person)) {
      let last = visits.filter { $0.person == person }.map(\.end).max()
      let news = steps.filter { $0.person == person && $0.moment > last ?? $0.moment }
      #expect((1...3).contains(news.count), "person \(person)")
    }
  }

  @Test func `no visit falls together with a file`() {
    for visit in SampleData.visits() {
      let during = SampleFixture.steps.filter {
        $0.person == visit.person && $0.moment >= visit.start && $0.moment <= visit.end
      }
      #expect(during.isEmpty)
    }
  }

  /// The programme of `rules.md` 2.9: ATC code, dose, and the age in days it is given at.
  private static let programme: [(atc: String, dose: String, days: ClosedRange<Int>)] = [
    ("J07BH01", "1", 42...49),
    ("J07CA09", "1", 84...98), ("J07AL02", "1", 84...98), ("J07BH01", "2", 84...98),
    ("J07CA09", "2", 145...165), ("J07AL02", "2", 145...165),
    ("J07CA09", "3", 365...380), ("J07AL02", "3", 365...380),
    ("J07BD52", "1", 455...475),
    ("J07CA02", "4", 2_555...2_920),
  ]

  @Test func `the child has had the programme at its ages`() throws {
    let born = SampleData.people()[2].birthDate
    var given: [String: Int] = [:]
    for vaccination in SampleFixture.vaccinations(of: 2) {
      let code = try #require(vaccination.vaccine.code(in: CodeSystem.atc))
      let day = try #require(vaccination.occurrence).date
      given["\(code)/\(vaccination.doseNumber ?? "")"] = day.daysSinceEpoch - born.daysSinceEpoch
    }
    #expect(given.count == SampleTimeTests.programme.count)
    for (atc, dose, days) in SampleTimeTests.programme {
      let age = try #require(given["\(atc)/\(dose)"])
      #expect(days.contains(age), "\(atc) dose \(dose) at \(age) days")
    }
  }

  @Test(arguments: [(3, "2025-09-01", "2026-06-30"), (4, "2022-09-01", "2023-06-30")])
  func `two doses against papillomavirus in the seventh grade, half a year apart`(
    person: Int,
    first: String,
    last: String
  ) throws {
    let year = try #require(CivilDate(first))...(try #require(CivilDate(last)))
    var days: Set<CivilDate> = []
    for vaccination in SampleFixture.vaccinations(of: person)
    where vaccination.vaccine.code(in: CodeSystem.atc) == "J07BM" {
      days.insert(try #require(vaccination.occurrence).date)
    }
    #expect(days.count == 2)
    #expect(days.allSatisfy { year.contains($0) })
    let sorted = days.sorted()
    #expect(sorted[1].daysSinceEpoch - sorted[0].daysSinceEpoch >= 182)
  }
}
