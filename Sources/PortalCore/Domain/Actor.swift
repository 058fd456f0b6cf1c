/// Who does something.
package enum Actor: Hashable, Sendable {
  case person(Person.ID)
  /// Somebody at a practice: the practice's id and their own within it.
  case staff(practice: RecordID, member: RecordID)
  /// A file that is read in, on the word of whoever started it.
  case importer
  /// The program itself: completing what a crash left, delivering receipts.
  case system
}

extension Actor: CustomStringConvertible {
  /// As the journal writes it: `person:ID`, `staff:PRACTICE/ID`, `import`, `system`.
  package var description: String {
    switch self {
    case .person(let id): "person:\(id.text)"
    case .staff(let practice, let member): "staff:\(practice.text)/\(member.text)"
    case .importer: "import"
    case .system: "system"
    }
  }

  /// Nil for what the journal never writes.
  package init?(_ text: String) {
    if text == "import" {
      self = .importer
    } else if text == "system" {
      self = .system
    } else if text.hasPrefix("person:"), let id = Person.ID(String(text.dropFirst(7))) {
      self = .person(id)
    } else if text.hasPrefix("staff:") {
      let parts = text.dropFirst(6).split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let practice = RecordID(String(parts[0])),
        let member = RecordID(String(parts[1]))
      else { return nil }
      self = .staff(practice: practice, member: member)
    } else {
      return nil
    }
  }
}

/// On what ground somebody acts (kv 7611 for the four ways to represent another).
package enum Role: String, Codable, Sendable, CaseIterable {
  case oneself = "self"
  /// Parental responsibility (no: foreldreansvar).
  case parent = "FO"
  /// Guardian by decision (no: verge).
  case guardian = "VE"
  /// Holder of a proxy that the person gave (no: fullmakt).
  case proxy = "FU"
  /// Holder of an assigned proxy for somebody lacking competence (no: tildelt fullmakt).
  case assignedProxy = "TD"
  case staff
  case importer
  /// The program itself, at what it completes and delivers.
  case system
}

/// The role somebody acts in, with the grant it rests on where there is one.
package struct Basis: Hashable, Sendable {
  package var role: Role
  package var grant: RecordID?

  package init(role: Role, grant: RecordID? = nil) {
    self.role = role
    self.grant = grant
  }
}

extension Basis: CustomStringConvertible {
  /// As the journal writes it: `self`, `FU:ID`.
  package var description: String {
    grant.map { "\(role.rawValue):\($0.text)" } ?? role.rawValue
  }

  /// Nil for what the journal never writes.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let role = Role(rawValue: String(parts[0])) else { return nil }
    if parts.count == 1 {
      self.init(role: role)
    } else if let grant = RecordID(String(parts[1])) {
      self.init(role: role, grant: grant)
    } else {
      return nil
    }
  }
}

/// Who did something to a record, on whose behalf, and on what ground.
package struct Attribution: Hashable, Sendable {
  package var actor: Actor
  package var subject: Actor
  package var basis: Basis

  package init(actor: Actor, subject: Actor, basis: Basis) {
    self.actor = actor
    self.subject = subject
    self.basis = basis
  }
}
