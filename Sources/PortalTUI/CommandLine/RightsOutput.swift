import PortalCore

/// What commands print of rights to act for somebody, and of choices of privacy.
struct RightsOutput {
  private struct Told: Encodable {
    let status: String
    let id: String
    let receipt: String?
    /// The receipt of an erasure that came with it.
    var erased: String?
  }

  private struct Section: Encodable {
    let area: Area
    let read: Bool
    let write: Bool
    let count: Int?
  }

  private struct Change: Encodable {
    let area: Area
    let write: Bool
    let opens: Bool
    let count: Int?
  }

  private struct Preview: Encodable {
    let sections: [Section]
    let changes: [Change]
  }

  let phrases: any Phrasebook

  init(_ phrases: any Phrasebook) {
    self.phrases = phrases
  }

  /// That a right was stored, ended, or was so already: the word, its id and the receipt.
  func tell(
    _ status: String,
    _ id: RecordID,
    _ receipt: Receipt?,
    erased: Receipt? = nil,
    _ context: CommandContext
  ) {
    let receipt = receipt?.text
    if context.arguments.has(.json) {
      let told = Told(status: status, id: id.text, receipt: receipt, erased: erased?.text)
      return context.console.result(JSONOutput.text(told))
    }
    let words = ["\(status) \(id.text)", receipt, erased.map { "erased \($0.text)" }]
    context.console.result(words.compactMap(\.self).joined(separator: "  "))
  }

  /// A line for each right: id, who, role, what it reaches to, where it stands.
  func line(_ proxy: GivenProxy) -> String {
    let grant = proxy.grant
    var parts = [
      proxy.id.text, SafeText(grant.proxyName).text, phrases.name(of: grant.role.role),
      phrases.state(of: proxy),
    ]
    if !grant.role.isFromRegister { parts.insert(phrases.names(of: grant.areas), at: 3) }
    return parts.joined(separator: "  ")
  }

  /// A line for each whom somebody may act for.
  func line(_ person: RepresentedPerson) -> String {
    var parts = [
      person.person.text, SafeText(person.name).text, phrases.name(of: person.role.role),
    ]
    if let refusal = person.refusal { parts.append(phrases.refusalText(refusal)) }
    return parts.joined(separator: "  ")
  }

  /// A line for each section: what may be done there, or why it is closed.
  func lines(_ sections: [SectionAccess]) -> [String] {
    sections.map { section in
      let name = phrases.name(of: section.area)
      guard section.canRead else {
        return "\(name): \(section.refusal.map(phrases.refusalText) ?? phrases.closed)"
      }
      let count = phrases.count(section.count ?? 0, in: section.area, new: 0)
      return "\(name): \(section.canWrite ? phrases.readsAndWrites : phrases.readsOnly), \(count)"
    }
  }

  func json(_ sections: [SectionAccess], _ changes: [AccessChange]) -> String {
    JSONOutput.text(
      Preview(
        sections: sections.map {
          Section(area: $0.area, read: $0.canRead, write: $0.canWrite, count: $0.count)
        },
        changes: changes.map {
          Change(area: $0.area, write: $0.isWriting, opens: $0.isOpening, count: $0.count)
        }
      )
    )
  }

  /// What `show proxies` prints: who may act for the person, and for whom they may.
  func proxies(
    _ record: OpenRecord,
    _ portal: Portal
  ) throws(CommandProblem) -> [String] {
    let given = try asking { () throws(ServiceError) in try record.proxies() }
    var lines = given.map(line)
    if record.attribution.basis.role == .oneself {
      let represented = try asking { () throws(ServiceError) in
        try portal.representations(of: record)
      }
      if !represented.isEmpty { lines += [phrases.mayActFor] + represented.map(line) }
    }
    return lines
  }

  /// What `show privacy` prints: the consent level, and whether a young person may sign in.
  func privacy(_ record: OpenRecord) throws(CommandProblem) -> [String] {
    let youth = try asking { () throws(ServiceError) in try record.youthLogin() }
    let consent = try asking { () throws(ServiceError) in try record.consent() }
    var lines: [String] = []
    // Parents of a young person see only what is theirs to choose.
    if consent.version > 0 { lines.append(line(consent)) }
    if let youth { lines.append(phrases.youthLogin(isAllowed: youth.content.isAllowed)) }
    return lines
  }

  func line(_ consent: ConsentState) -> String {
    "\(phrases.consentLevel): \(phrases.name(of: consent.level)) (\(consent.level.rawValue))"
  }
}
