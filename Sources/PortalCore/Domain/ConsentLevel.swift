/// What a person lets the portal do for them (no: samtykkenivå; `rules.md` 2.1).
package enum ConsentLevel: String, Codable, Sendable, Comparable, CaseIterable {
  case none
  case basis
  case basisPlus = "basis+"
  case full

  package static func < (left: ConsentLevel, right: ConsentLevel) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .none: 0
    case .basis: 1
    case .basisPlus: 2
    case .full: 3
    }
  }
}

/// The level a person has chosen; the newest version holds.
package struct ConsentChoice: Codable, Hashable, Sendable {
  package var level: ConsentLevel
  package var chosen: Instant

  package init(level: ConsentLevel, chosen: Instant) {
    self.level = level
    self.chosen = chosen
  }
}

extension ConsentChoice {
  /// The one record in a journal that says what the person has consented to.
  package static let recordID = RecordID(bytes: Array("consent\0\0\0\0\0\0\0\0\0\0".utf8))
}

/// Why a record may be kept from somebody (kv 9603, no: sperring og nekting).
package enum WithholdingCode: String, Codable, Sendable, CaseIterable {
  case dangerToLife = "NORN_FFL"
  case inadvisable = "NORN_KUT"
  case ownWish = "NORN_EPO"
  case allDocuments = "NORN_ALL"
  case beforeAccessBegan = "NORN_FOR"
  case fromParents = "NORN_FORANS"
  case fromYouth = "NORN_UNGDOM"
  case protectsStaff = "NORN_FFH"
  case soundTreatment = "NORN_FPB"
  case duplicate = "NORN_DUP"
  case other = "NORN_ANG"
  case delayed = "NORU"
  case barredForStaff = "NORS"
}
