import Testing

@testable import PortalCore

/// Somebody acts for another through the services: what they see, what the log says of them, and
/// what stops them.
struct ActingTests {
  /// The person, who acts for them, and by what.
  private func acting(
    areas: Set<ProxyArea> = Set(ProxyArea.allCases)
  ) throws -> (TestStore, person: Person.ID, proxy: Person.ID, basis: Basis) {
    let test = try TestStore()
    let person = try test.person(1, born: "1950-01-01")
    let proxy = try test.person(2, born: "1980-01-01")
    return (test, person, proxy, try test.grant(.proxy, to: proxy, by: person, areas: areas))
  }

  private func events(_ test: TestStore, _ person: Person.ID) throws -> [AccessLogLine] {
    let log = try test.store().accessLog(of: person)
    return try log.allLines()
  }

  @Test func `each act is in the log before it is done, once in five minutes for the same`() throws
  {
    let (test, person, proxy, basis) = try acting()
    let record = try test.portal().open(person, as: .person(proxy), basis: basis)
    _ = try record.messageThreads()
    _ = try record.messageThreads()
    _ = try record.section(.vaccinations)
    _ = try record.search(SearchQuery("word"), newest: 10)
    test.clock.advance(bySeconds: 301)
    _ = try record.messageThreads()
    #expect(throws: ServiceError.refused(.onlyThePerson)) { _ = try record.accessLogLines() }
    try record.end()
    let lines = try events(test, person)
    #expect(
      lines.map { "\($0.entry.event.rawValue) \($0.entry.area?.rawValue ?? "-")" } == [
        "session-start overview", "read messages", "read vaccinations", "search overview",
        "read messages", "refusal access-log", "session-end -",
      ]
    )
    #expect(lines.allSatisfy { $0.attribution.actor == .person(proxy) })
    #expect(lines.allSatisfy { $0.attribution.basis == basis })
    #expect(lines.allSatisfy { $0.entry.reader?.name == "Test Testesen 2" })
    #expect(lines.allSatisfy { $0.entry.reader?.purpose == .powerOfAttorney })
    #expect(lines[5].entry.refusal == "only-the-person")
  }

  @Test func `the front page counts without reading the sections`() throws {
    let (test, person, proxy, basis) = try acting(areas: [.registered])
    let record = try test.portal().open(person, as: .person(proxy), basis: basis)
    let counted = try record.sectionCounts().map(\.area)
    #expect(counted == [.prescriptions, .medications, .coreJournal, .proxies])
    _ = try record.news(newest: 5)
    #expect(
      try events(test, person).allSatisfy {
        $0.entry.area == .overview && $0.entry.event != .refusal
      }
    )
  }

  @Test func `what is changed is in the log with its kind, and in the journal with who did it`()
    throws
  {
    let (test, person, proxy, basis) = try acting()
    let record = try test.portal().open(person, as: .person(proxy), basis: basis)
    let message = OutgoingMessage(kind: .office, subject: "Time", text: "Kan hun komme?")
    _ = try record.send(message, id: .test(5))
    let line = try #require(try events(test, person).last)
    #expect(line.entry.event == .write)
    #expect(line.entry.area == .messages)
    let thread = try #require(try record.messageThreads().first)
    let writer = try #require(thread.entries.first?.message.writer)
    #expect(writer == Message.Writer(name: "Fullmektig Testesen", role: .proxy))
    #expect(try record.history(of: .test(5)).first?.attribution.basis == basis)
  }

  @Test func `where the log cannot be written nothing is shown`() throws {
    let (test, person, proxy, basis) = try acting()
    let record = try test.portal().open(person, as: .person(proxy), basis: basis)
    test.disk.plan(
      FailingFileSystem.Fault(call: 1, code: SystemError.noSpace, isLasting: true, only: .write)
    )
    #expect(throws: ServiceError.self) { _ = try record.messageThreads() }
    #expect(throws: ServiceError.self) {
      _ = try test.portal().open(person, as: .person(proxy), basis: basis)
    }
  }

  @Test func `a right that is taken back elsewhere stops the next call and the next change`() throws
  {
    let (test, person, proxy, basis) = try acting()
    let record = try test.portal().open(person, as: .person(proxy), basis: basis)
    _ = try record.messageThreads()
    test.clock.advance(bySeconds: 1)
    try test.grant(.proxy, to: proxy, by: person) {
      $0.ending = ProxyGrant.Ending(time: test.clock.instant, reason: .byGrantor)
    }
    // Not read yet: the change finds it under the lock.
    let message = OutgoingMessage(kind: .office, subject: "", text: "late")
    #expect(throws: ServiceError.refused(.grantEnded)) {
      _ = try record.send(message, id: .test(5))
    }
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try record.messageThreads() }
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try record.person() }
    #expect(throws: ServiceError.refused(.grantEnded)) {
      _ = try test.portal().open(person, as: .person(proxy), basis: basis)
    }
  }

  @Test func `a right that stands in another's journal opens nothing`() throws {
    let (test, person, proxy, _) = try acting()
    let other = try test.person(3, born: "1950-01-01")
    // The id is that of a grant, but of the other person's record.
    #expect(throws: ServiceError.refused(.roleNotGranted(.proxy))) {
      _ = try test.portal().open(
        other,
        as: .person(proxy),
        basis: Basis(role: .proxy, grant: .test(900))
      )
    }
    let stranger = try test.person(4, born: "1980-01-01")
    #expect(throws: ServiceError.refused(.roleNotGranted(.proxy))) {
      _ = try test.portal().open(
        person,
        as: .person(stranger),
        basis: Basis(role: .proxy, grant: .test(900))
      )
    }
    let last = try #require(try events(test, person).last)
    #expect(last.entry.event == .refusal)
    #expect(last.entry.reader?.name == "Test Testesen 4")
  }

  @Test func `a parent loses the record at midnight while the page is open`() throws {
    let test = try TestStore()
    let day = OsloTime.date(test.clock.instant)
    let child = try test.person(1, born: day.next.adding(years: -16).description)
    let parent = try test.person(2, born: "1980-01-01")
    let basis = try test.grant(.parent, to: parent, by: child)
    let record = try test.portal().open(child, as: .person(parent), basis: basis)
    let midnight = OsloTime.instant(day.next, TimeOfDay(milliseconds: 0))
    let seconds = (midnight.milliseconds - test.clock.instant.milliseconds) / 1000
    test.clock.advance(bySeconds: seconds - 1)
    _ = try record.messageThreads()
    #expect(throws: ServiceError.refused(.childTurned(years: 12))) {
      _ = try record.section(.results)
    }
    test.clock.advance(bySeconds: 1)
    #expect(throws: ServiceError.refused(.childTurned(years: 16))) {
      _ = try record.messageThreads()
    }
  }

  @Test func `parent and young person each have their own conversations`() throws {
    let test = try TestStore()
    let day = OsloTime.date(test.clock.instant)
    let child = try test.person(1, born: day.adding(years: -14).description)
    let parent = try test.person(2, born: "1980-01-01")
    let basis = try test.grant(.parent, to: parent, by: child)
    _ = try test.store().journal(of: child).append(.own(child)) { _ in
      let login = YouthLogin(isAllowed: true, chosen: test.clock.instant)
      return [Record(id: YouthLogin.recordID, version: 1, content: .youthLogin(login))]
    }
    let asParent = try test.portal().open(child, as: .person(parent), basis: basis)
    let asChild = try test.portal().openOwn(child)
    let message = OutgoingMessage(kind: .office, subject: "Bursdag", text: "overraskelse")
    _ = try asParent.send(message, id: .test(5))
    _ = try asChild.send(
      OutgoingMessage(kind: .office, subject: "Mitt", text: "hemmelig"),
      id: .test(6)
    )
    _ = try asParent.refresh()
    _ = try asChild.refresh()
    #expect(try asParent.messageThreads().map(\.subject) == ["Bursdag"])
    #expect(try asChild.messageThreads().map(\.subject) == ["Mitt"])
    #expect(try asParent.messageThreadCount() == 1)
    #expect(try asChild.messageThreadCount() == 1)
    for (record, own, others) in [
      (asParent, "overraskelse", "hemmelig"), (asChild, "hemmelig", "overraskelse"),
    ] {
      #expect(try record.search(SearchQuery(own), newest: 9).count == 1)
      #expect(try record.search(SearchQuery(others), newest: 9).count == 0)
      #expect(try record.sectionCounts().first { $0.area == .messages }?.count == 1)
    }
    #expect(throws: ServiceError.noSuchThread) { _ = try asParent.messageThread(.test(6)) }
    #expect(throws: ServiceError.noSuchRecord) { _ = try asChild.history(of: .test(5)) }
    #expect(throws: ServiceError.noSuchThread) {
      let reply = OutgoingMessage(kind: .office, thread: .test(6), subject: "", text: "hva?")
      _ = try asParent.send(reply, id: .test(7))
    }
  }
}
