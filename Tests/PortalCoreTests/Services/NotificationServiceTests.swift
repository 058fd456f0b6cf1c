import Testing

@testable import PortalCore

/// How much a person wants to be told outside the portal, and what that is.
struct NotificationServiceTests {
  @Test func `each level tells what the one below it tells, and more`() {
    func told(_ level: NotificationProfile.Level) -> [NotificationEvent] {
      NotificationEvent.allCases.filter { $0.isTold(at: level) }
    }
    #expect(told(.none).isEmpty)
    #expect(told(.limited) == [.right, .privacy])
    #expect(told(.normal) == [.right, .privacy, .message, .appointment, .appointmentReminder])
    #expect(told(.full) == NotificationEvent.allCases)
  }

  @Test func `nothing chosen is normal, and a choice holds until the next`() throws {
    let test = try TestStore()
    let record = try test.portal().openOwn(try test.person())
    let before = try record.notifications()
    #expect(before == NotificationState(level: .normal, chosen: nil, version: 0))
    guard case .saved(_, version: 1) = try record.setNotifications(to: .limited, base: 0) else {
      Issue.record("not saved")
      return
    }
    let now = try record.notifications()
    #expect(now.level == .limited && now.version == 1 && now.chosen == test.clock.instant)
    guard case .unchanged(version: 1) = try record.setNotifications(to: .limited, base: 1) else {
      Issue.record("written again")
      return
    }
    guard case .conflict(let conflict) = try record.setNotifications(to: .full, base: 0) else {
      Issue.record("chosen on a version that was not seen")
      return
    }
    #expect(conflict.newest.record.version == 1)
    #expect(try record.notifications().level == .limited)
  }

  @Test func `only the person themselves sees and chooses it`() throws {
    let test = try TestStore()
    let giver = try test.person(40, born: "1960-01-01")
    let holder = try test.person(41, born: "1985-01-01")
    var others = [try test.grant(.proxy, to: holder, by: giver)]
    others.append(try test.grant(.guardian, to: holder, by: giver, number: 901))
    for basis in others {
      let record = try test.portal().open(giver, as: .person(holder), basis: basis)
      #expect(throws: ServiceError.refused(.onlyThePerson)) { try record.notifications() }
      #expect(throws: ServiceError.self) { try record.setNotifications(to: .none, base: 0) }
    }
    for (number, born) in [(UInt8(42), "2020-01-01"), (43, "2012-01-01")] {
      let child = try test.person(number, born: born)
      let basis = try test.grant(.parent, to: holder, by: child)
      let record = try test.portal().open(child, as: .person(holder), basis: basis)
      #expect(throws: ServiceError.refused(.onlyThePerson)) { try record.notifications() }
      #expect(throws: ServiceError.refused(.onlyThePerson)) {
        try record.setNotifications(to: .none, base: 0)
      }
    }
    #expect(try test.portal().openOwn(giver).notifications().version == 0)
  }

  @Test func `what has come is told once for each sort, by the level that was chosen`() throws {
    let file = ImportBatch.file([.local("1")], results: [(1, "Hemoglobin")])
    let test = try TestStore()
    let portal = try test.portal()
    let id = try #require(portal.store(file).persons.first)
    let first = try portal.openOwn(id)
    #expect(try first.dueNotifications().isEmpty)
    _ = try first.setNotifications(to: .full, base: 0)
    try first.end()
    test.clock.advance(bySeconds: 60)
    _ = try portal.store(.file([.local("1")], results: [(2, "Ferritin"), (3, "Kalium")]))
    _ = try test.store().journal(of: id).append(.importing(for: id)) { _ in
      var message = Message(
        thread: .test(5),
        kind: .imported,
        status: .received,
        subject: "Kreft",
        text: "Svar",
        isFromPerson: false
      )
      message.sent = PartialDate(test.clock.instant)
      return [Record(id: .test(5), version: 1, content: .message(message))]
    }
    test.clock.advance(bySeconds: 60)
    let record = try portal.openOwn(id)
    #expect(try record.dueNotifications() == [.message, .result])
    _ = try record.setNotifications(to: .normal, base: 1)
    #expect(try record.dueNotifications() == [.message])
    _ = try record.setNotifications(to: .none, base: 2)
    #expect(try record.dueNotifications().isEmpty)
  }
}
