@testable import PortalCore

extension TestStore {
  /// The clock's first moment is before all that these make.
  private var begun: Instant { clock.instant }

  /// Somebody of this birth date, with full consent.
  func person(_ number: UInt8, born: String, consent: ConsentLevel = .full) throws -> Person.ID {
    let id = Person.ID(bytes: Array(repeating: number, count: 17))
    let journal = try store().createPerson(id)
    _ = try journal.append(.importing(for: id)) { _ in
      [
        .person(named: "Test Testesen \(number)", born: born),
        .consent(consent, at: self.clock.instant),
      ]
    }
    return id
  }

  /// Puts a right to act for somebody in their journal, as it stands there.
  @discardableResult
  func grant(
    _ role: ProxyRole,
    to proxy: Person.ID,
    by person: Person.ID,
    areas: Set<ProxyArea> = Set(ProxyArea.allCases),
    number: Int = 900,
    change: (inout ProxyGrant) -> Void = { _ in }
  ) throws -> Basis {
    var grant = ProxyGrant(
      role: role,
      proxy: proxy,
      proxyName: "Fullmektig Testesen",
      areas: areas,
      start: begun
    )
    if role == .parent { grant.parenthood = ProxyGrant.Parenthood(sharesAddress: true) }
    change(&grant)
    let id = RecordID.test(number)
    _ = try store().journal(of: person).append(.own(person)) { contents throws(StoreError) in
      let version = try contents.version(of: id) + 1
      return [Record(id: id, version: version, content: .proxyGrant(grant))]
    }
    return Basis(role: role.role, grant: id)
  }
}
