import Testing

@testable import PortalCore

/// The gate where no age and no grant decides: whose role it is, the importer, the program, staff.
struct DecideTests {
  @Test(arguments: Area.allCases)
  func `a role belongs to its actor`(area: Area) {
    for action in Action.allCases where action != .write && action != .resign {
      for actor in [Actor.person(AccessCase.other), .importer, .system] {
        let asked = AccessCase(actor: actor, role: .oneself)
        #expect(asked.asked(action, area) == .refuse(.notTheirRecord))
      }
      for actor in [Actor.person(AccessCase.subject), .person(AccessCase.other), .system] {
        let asked = AccessCase(actor: actor, role: .importer)
        #expect(asked.asked(action, area) == .refuse(.roleNotGranted(.importer)))
      }
    }
  }

  @Test func `the program itself reads messages, to say what waits, and nothing else`() {
    let asked = AccessCase(actor: .system, role: .system)
    var expected = AccessCase.expected([("o", Area.allCases)])
    expected[.messages] = "or"
    #expect(asked.table == expected)
    #expect(AccessCase(actor: .importer, role: .system).table == AccessCase.expected([]))
  }

  @Test func `the program enters what registers say, and gives nobody anything else`() {
    for role in ProxyRole.allCases {
      var asked = AccessCase(actor: .system, role: .system)
      asked.item = AccessItem(kind: .proxyGrant, proxy: AccessCase.other, proxyRole: role)
      let isFromRegister = role == .parent || role == .guardian
      for (area, action) in Area.allCases.flatMap({ area in Action.allCases.map { (area, $0) } }) {
        let isAllowed =
          action == .open || (area == .messages && action == .read)
          || (area == .proxies && action == .write && isFromRegister)
        let isOnlyRead = [.results, .medications, .vaccinations, .documents].contains(area)
        if isOnlyRead, action == .write || action == .resign { continue }
        let answer = asked.asked(action, area)
        #expect(answer == (isAllowed ? .allow : .refuse(.roleNotGranted(.system))))
      }
    }
    for kind in RecordKind.allCases where kind != .proxyGrant {
      var asked = AccessCase(actor: .system, role: .system)
      asked.item = AccessItem(kind: kind, proxyRole: .parent)
      #expect(asked.asked(.write, .proxies) == .refuse(.roleNotGranted(.system)))
    }
    var importer = AccessCase(actor: .importer, role: .importer)
    importer.item = AccessItem(kind: .proxyGrant, proxyRole: .parent)
    #expect(importer.asked(.write, .proxies) == .refuse(.importerMayOnlyImport))
  }

  @Test func `the importer brings in and never looks`() {
    let asked = AccessCase(actor: .importer, role: .importer)
    #expect(asked.table == AccessCase.expected([("oi", Area.allCases)]))
    #expect(asked.asked(.read, .messages) == .refuse(.importerMayOnlyImport))
  }

  @Test(arguments: Role.allCases)
  func `nobody writes the log, or what the health service writes`(role: Role) {
    for actor in [Actor.person(AccessCase.subject), .importer, .system] {
      let asked = AccessCase(actor: actor, role: role)
      #expect(asked.asked(.write, .accessLog) == .refuse(.roleNotGranted(.system)))
      for area in [Area.results, .medications, .vaccinations, .documents] {
        #expect(asked.asked(.write, area) == .refuse(.onlyHealthService))
      }
    }
  }

  @Test func `staff of the person's practice see what their work needs`() {
    let look: [(String, [Area])] = [("ors", [.overview]), ("orsw", [.messages, .appointments])]
    let rest: [Area] = [.results, .medications, .vaccinations, .coreJournal, .documents]
    #expect(
      AccessCase.staff(.doctor).table
        == AccessCase.expected(
          look + [("orsw", [.prescriptions]), ("ors", rest), ("orw", [.proxies])]
        )
    )
    #expect(
      AccessCase.staff(.nurse).table
        == AccessCase.expected(look + [("ors", rest + [.prescriptions])])
    )
    #expect(
      AccessCase.staff(.reception).table == AccessCase.expected(look + [("ors", [.prescriptions])])
    )
    let stranger = AccessCase.staff(.doctor, treatsPerson: false)
    #expect(stranger.table == AccessCase.expected([]))
    #expect(stranger.asked(.open, .overview) == .refuse(.noCareRelation))
    var left = AccessCase.staff(.doctor)
    left.facts.staff = nil
    #expect(left.asked(.open, .overview) == .refuse(.roleNotGranted(.staff)))
  }

  @Test func `what the person has barred is not there for staff`() {
    for code in WithholdingCode.allCases {
      var asked = AccessCase.staff(.doctor)
      asked.item = AccessItem(kind: .testResult, labels: [code])
      #expect(asked.asked(.read, .results) == (code == .barredForStaff ? .hide : .allow))
    }
  }

  @Test func `a doctor sees assigned proxies and none that the person gave`() {
    for role in ProxyRole.allCases {
      var asked = AccessCase.staff(.doctor)
      asked.item = AccessItem(kind: .proxyGrant, proxy: AccessCase.other, proxyRole: role)
      #expect(asked.asked(.read, .proxies) == (role == .assignedProxy ? .allow : .hide))
    }
  }

  @Test(arguments: Role.allCases)
  func `a clock that is behind stops those who act for others, and nobody else`(role: Role) {
    let actor: Actor = role == .importer ? .importer : .person(AccessCase.subject)
    for action in Action.allCases {
      var asked = AccessCase(actor: actor, role: role)
      let before = asked.asked(action, .messages)
      asked.facts.isClockBehind = true
      switch role {
      case .oneself, .importer, .system: #expect(asked.asked(action, .messages) == before)
      case .parent, .guardian, .proxy, .assignedProxy, .staff:
        #expect(asked.asked(action, .messages) == .refuse(.clockBehind))
      }
    }
  }
}
