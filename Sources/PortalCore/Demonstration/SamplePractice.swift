/// A general practitioner's office of the sample data as it describes itself: staff, lists, services
/// and the times of the coming weeks.
package struct SamplePractice: Sendable {
  /// Somebody who works there, and their list where they have one.
  package struct Worker: Sendable {
    package let id: RecordID
    package let member: StaffMember
    package let list: PatientList?
  }

  package struct Slot: Sendable {
    package let id: RecordID
    package let start: Instant
    package let minutes: Int
    package let practitioner: RecordID
  }

  /// Nine digits; the practice of the invented people has that of their files.
  package let organisationNumber: String
  package let profile: PracticeProfile
  package let workers: [Worker]
  package let offered: [(id: RecordID, service: OfferedService)]
  /// Services that are off, and why.
  package let switchedOff: [(service: PracticeService, reason: String)]
  package let slots: [Slot]
}

extension SampleData {
  /// When the practices describe themselves: the morning of the demonstration's day.
  package static let practiceMoment = SampleMoment("2026-11-16 07:30").instant

  /// The practices of the municipality: the people's own first, and two to change to.
  package static func practices(seed: UInt64 = defaultSeed) -> [SamplePractice] {
    SamplePracticeTable(seed: SampleSeed(number: seed)).practices
  }
}

/// What the practices are made of.
private struct SamplePracticeTable {
  let seed: SampleSeed

  var practices: [SamplePractice] {
    let doctor = SampleClinic.profile(of: .generalPractitioner)
    let locum = SampleClinic.profile(of: .locum)
    let secretary = SampleClinic.profile(of: .secretary)
    return [
      practice(
        SampleClinic.name(of: .practice),
        SampleClinic.details(of: .practice),
        workers: [
          worker(
            "demosund",
            doctor.name,
            .doctor,
            doctor.number,
            specialist: true,
            list: (1050, 1050)
          ),
          worker("vikarberg", locum.name, .doctor, locum.number, list: nil),
          worker("lindeflaten", "Astrid Lindeflaten", .nurse, "999000190", list: nil),
          worker("skrankevik", secretary.name, .reception, nil, list: nil),
        ],
        offered: [
          ("Reisevaksine", "Råd og vaksiner før reiser. Skriv hvor og når du skal reise."),
          ("Førerkortattest", "Time til helseattest for førerkort. Ta med briller."),
        ],
        times: [
          ("demosund", [2, 4], ["09:00", "09:20", "13:00"]),
          ("vikarberg", [3], ["10:00", "10:20"]),
        ]
      ),
      practice(
        "Prøvevik legekontor",
        details(7, "Bryggeveien 3"),
        workers: [
          worker(
            "provik",
            "Solveig Prøvik",
            .doctor,
            "999000191",
            specialist: true,
            list: (900, 886)
          ),
          worker("testas", "Anders Teståsen", .doctor, "999000192", list: (1100, 1100)),
          worker("disken", "Berit Skrankemo", .reception, nil, list: nil),
        ],
        offered: [],
        switchedOff: [(.eConsultation, "Legekontoret har ferieavvikling til 30. november.")],
        times: [("provik", [1, 5], ["11:00"])]
      ),
      practice(
        "Øvre Eksempel legesenter",
        details(8, "Øvreveien 12"),
        workers: [
          worker("eksempelsen", "Kari Øvrebø", .doctor, "999000193", list: (700, 697)),
          worker("skjema", "Tor Skjemadal", .reception, nil, list: nil),
        ],
        offered: [],
        times: [("eksempelsen", [2], ["14:00", "14:20"])]
      ),
    ]
  }

  private func practice(
    _ name: String,
    _ details: SampleClinic.Details,
    workers: [SamplePractice.Worker],
    offered: [(String, String)],
    switchedOff: [(PracticeService, String)] = [],
    times: [(worker: String, weekdays: [Int], clocks: [String])]
  ) -> SamplePractice {
    var profile = PracticeProfile(name: name)
    profile.organisationNumber = details.number
    profile.municipality = "9999"
    profile.municipalityName = "Eksempelbyen"
    profile.address = "\(details.street), 0000 Eksempelbyen"
    profile.phone = details.telephone
    profile.answerDays = 5
    return SamplePractice(
      organisationNumber: details.number,
      profile: profile,
      workers: workers,
      offered: offered.map {
        (id("service/\(name)/\($0.0)"), OfferedService(name: $0.0, description: $0.1))
      },
      switchedOff: switchedOff.map { (service: $0.0, reason: $0.1) },
      slots: times.flatMap { slots(of: $0.worker, on: $0.weekdays, at: $0.clocks) }
    )
  }

  private func details(_ index: Int, _ street: String) -> SampleClinic.Details {
    SampleClinic.Details(
      kind: "Fastlegekontor",
      number: SampleClinic.organisationNumber(index),
      party: String(99_990_100 + index),
      street: street,
      telephone: "00 00 00 \(padded(index + 10, 2))"
    )
  }

  private func worker(
    _ key: String,
    _ name: String,
    _ work: StaffMember.Work,
    _ number: String?,
    specialist: Bool = false,
    list: (capacity: Int, members: Int)?
  ) -> SamplePractice.Worker {
    var member = StaffMember(name: name, work: work, personnelNumber: number)
    if specialist { member.isSpecialist = true }
    let id = id("staff/\(key)")
    return SamplePractice.Worker(
      id: id,
      member: member,
      list: list.map { PatientList(of: id, capacity: $0.capacity, members: $0.members) }
    )
  }

  /// Times of twenty minutes in the four weeks after the demonstration's day.
  private func slots(
    of worker: String,
    on weekdays: [Int],
    at clocks: [String]
  ) -> [SamplePractice.Slot] {
    let first = SampleData.demonstrationDate.next.daysSinceEpoch
    let days = (first..<(first + 28)).map { CivilDate(daysSinceEpoch: $0) }
    return days.filter { weekdays.contains($0.weekday) }.flatMap { day in
      clocks.map { clock in
        let text = "\(day) \(clock)"
        return SamplePractice.Slot(
          id: id("slot/\(worker)/\(text)"),
          start: SampleMoment(stringLiteral: text).instant,
          minutes: 20,
          practitioner: id("staff/\(worker)")
        )
      }
    }
  }

  private func id(_ thing: String) -> RecordID {
    RecordID(bytes: SHA256.digest(Array(seed.address(of: "practice/\(thing)").utf8)).bytes)
  }
}
