import Testing

@testable import PortalCore

/// The gate over every role, section, action and level of consent; the default is no.
struct DecideTests {
  private static let subject = Person.ID(bytes: Array(repeating: 1, count: 17))
  private static let other = Person.ID(bytes: Array(repeating: 2, count: 17))
  private static let now = Instant(milliseconds: 1_795_248_000_000)

  private func decision(
    _ actor: Actor,
    _ role: Role,
    _ area: Area,
    _ action: Action,
    _ level: ConsentLevel,
    labels: [WithholdingCode]? = nil,
    born: String? = "1980-01-01",
    isClockBehind: Bool = false,
    now: Instant = now
  ) -> Decision {
    decide(
      actor: actor,
      role: role,
      subject: Self.subject,
      area: area,
      action: action,
      item: labels.map { AccessItem(kind: .testResult, labels: $0) },
      facts: AccessFacts(
        consentLevel: level,
        birthDate: born.flatMap { CivilDate($0) },
        isClockBehind: isClockBehind
      ),
      now: now
    )
  }

  /// What the person needs to have consented to, from `rules.md` 2.1; written out here once more.
  private static let needed: [(Area, Action?, ConsentLevel)] = [
    (.overview, nil, .none), (.accessLog, nil, .none), (.messages, .write, .full),
    (.messages, nil, .basis), (.prescriptions, nil, .basis), (.medications, nil, .basis),
    (.vaccinations, nil, .basis), (.coreJournal, nil, .basis), (.proxies, nil, .basis),
    (.documents, nil, .basisPlus), (.results, nil, .full), (.appointments, nil, .full),
  ]

  private func needed(_ area: Area, _ action: Action) throws -> ConsentLevel {
    try #require(Self.needed.first { $0.0 == area && ($0.1 ?? action) == action }).2
  }

  @Test(arguments: Role.allCases)
  func `a clock that is behind stops those who act for others, and nobody else`(role: Role) {
    let actor: Actor = role == .importer ? .importer : .person(Self.subject)
    for action in Action.allCases {
      let behind = decision(actor, role, .messages, action, .full, isClockBehind: true)
      switch role {
      case .oneself, .importer, .system:
        #expect(behind == decision(actor, role, .messages, action, .full))
      case .parent, .guardian, .proxy, .assignedProxy, .staff:
        #expect(behind == .refuse(.clockBehind))
      }
    }
  }

  @Test(arguments: Area.allCases)
  func `everybody but the person and the importer is refused everything`(area: Area) {
    let actors: [Actor] = [
      .person(Self.subject), .person(Self.other), .importer, .system,
      .staff(practice: .test(1), member: .test(2)),
    ]
    for role in Role.allCases where role != .oneself && role != .importer {
      for actor in actors where role != .system || actor != .system {
        for action in Action.allCases {
          for level in ConsentLevel.allCases {
            #expect(
              decision(actor, role, area, action, level) == .refuse(.roleNotGranted(role)),
              "\(role) \(actor) \(action)"
            )
          }
        }
      }
    }
  }

  @Test(arguments: Area.allCases)
  func `the program itself reads messages, to say what waits, and nothing else`(area: Area) {
    for action in Action.allCases {
      for level in ConsentLevel.allCases {
        let isAllowed = action == .open || (action == .read && area == .messages)
        let expected: Decision = isAllowed ? .allow : .refuse(.roleNotGranted(.system))
        #expect(decision(.system, .system, area, action, level) == expected)
      }
    }
  }

  @Test(arguments: Area.allCases)
  func `a role belongs to its actor`(area: Area) {
    for action in Action.allCases {
      for actor in [Actor.person(Self.other), .importer, .system] {
        #expect(decision(actor, .oneself, area, action, .full) == .refuse(.notTheirRecord))
      }
      for actor in [Actor.person(Self.subject), .person(Self.other), .system] {
        #expect(
          decision(actor, .importer, area, action, .full) == .refuse(.roleNotGranted(.importer))
        )
      }
    }
  }

  @Test(arguments: Area.allCases, ConsentLevel.allCases)
  func `the person does what their consent reaches to, and no more`(
    area: Area,
    level: ConsentLevel
  ) throws {
    for action in Action.allCases {
      let decision = decision(.person(Self.subject), .oneself, area, action, level)
      if action == .importing {
        #expect(decision == .refuse(.roleNotGranted(.importer)))
        continue
      }
      let needed = try needed(area, action)
      #expect(
        decision == (level >= needed ? .allow : .refuse(.consentLevel(needed: needed))),
        "\(action)"
      )
    }
  }

  @Test(arguments: Area.allCases, ConsentLevel.allCases)
  func `the importer brings in and never looks`(area: Area, level: ConsentLevel) {
    for action in Action.allCases {
      let isAllowed = action == .importing || action == .open
      #expect(
        decision(.importer, .importer, area, action, level)
          == (isAllowed ? .allow : .refuse(.importerMayOnlyImport))
      )
    }
  }

  @Test(arguments: WithholdingCode.allCases)
  func `a label hides from the person what the code list says`(code: WithholdingCode) {
    // Those two are about others; the one about youth ends at sixteen.
    let isHidden = code != .fromParents && code != .barredForStaff && code != .fromYouth
    for labels in [[code], [.fromParents, code], [code, .barredForStaff]] {
      #expect(
        decision(.person(Self.subject), .oneself, .results, .read, .full, labels: labels)
          == (isHidden ? .hide : .allow)
      )
    }
    // Consent comes first: a refusal says nothing of the thing.
    #expect(
      decision(.person(Self.subject), .oneself, .results, .read, .basis, labels: [code])
        == .refuse(.consentLevel(needed: .full))
    )
  }

  @Test(arguments: [
    ("2010-11-21", "2026-11-20T22:59:59.999Z", true), ("2010-11-21", "2026-11-20T23:00:00Z", false),
    ("2012-02-29", "2028-02-28T22:59:59.999Z", true), ("2012-02-29", "2028-02-28T23:00:00Z", false),
    ("2012-02-29", "2029-02-28T23:00:00Z", false), ("2020-01-01", "2026-11-21T08:00:00Z", true),
    ("1980-01-01", "2026-11-21T08:00:00Z", false),
  ])
  func `what is kept from youth opens at midnight in Norway of the sixteenth birthday`(
    born: String,
    time: String,
    isHidden: Bool
  ) throws {
    let now = try #require(Instant(time))
    #expect(
      decision(
        .person(Self.subject),
        .oneself,
        .results,
        .read,
        .full,
        labels: [.fromYouth],
        born: born,
        now: now
      ) == (isHidden ? .hide : .allow)
    )
  }

  @Test func `what is kept from youth stays so where the age is not known`() {
    #expect(
      decision(
        .person(Self.subject),
        .oneself,
        .results,
        .read,
        .full,
        labels: [.fromYouth],
        born: nil
      ) == .hide
    )
  }
}
