import PortalCore

/// What is said of what was erased.
protocol ErasurePhrases: Sendable {
  func text(for reason: Erasure.Reason) -> String
  /// That something was erased, and why.
  func title(of erasure: Erasure) -> String
  var erasureExplanation: String { get }
  /// That a consent is withdrawn, and what it allowed to be kept stands yet.
  func withdrawnNotErased(_ problem: String) -> String
}

extension Bokmal {
  func text(for reason: Erasure.Reason) -> String {
    switch reason {
    case .consentWithdrawn: "samtykket ble trukket tilbake"
    case .assignedProxyExpired: "en tildelt fullmakt løp ut"
    case .optOut: "reservasjon"
    case .ownEntry: "egen opplysning slettet"
    }
  }

  func title(of erasure: Erasure) -> String { "Slettet: \(text(for: erasure.reason))" }

  var erasureExplanation: String {
    "Det som sto i journalen er borte for godt. Her står bare at noe er slettet, når, av hvem og "
      + "hvorfor. Sikkerhetskopier fra før slettingen kan fortsatt ha det."
  }

  func withdrawnNotErased(_ problem: String) -> String {
    "Samtykket er trukket, men ingenting er slettet ennå. \(problem) "
      + "Slett siden med: helseportal consent --level none --erase"
  }
}

extension English {
  func text(for reason: Erasure.Reason) -> String {
    switch reason {
    case .consentWithdrawn: "consent was withdrawn"
    case .assignedProxyExpired: "an assigned proxy ran out"
    case .optOut: "opted out"
    case .ownEntry: "own entry deleted"
    }
  }

  func title(of erasure: Erasure) -> String { "Erased: \(text(for: erasure.reason))" }

  var erasureExplanation: String {
    "What stood in the record is gone for good. All that is said here is that something was erased, "
      + "when, by whom and why. Backups from before that may still hold it."
  }

  func withdrawnNotErased(_ problem: String) -> String {
    "Your consent is withdrawn, but nothing is erased yet. \(problem) "
      + "Erase later with: helseportal consent --level none --erase"
  }
}
