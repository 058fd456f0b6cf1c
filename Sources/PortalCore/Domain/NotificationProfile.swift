/// How much a person wants to be told outside the portal (no: varslingsprofil; `rules.md` 2.13).
///
/// Whatever the level, nothing of health leaves the portal.
package struct NotificationProfile: Codable, Hashable, Sendable {
  package enum Level: String, Codable, Sendable, CaseIterable, Comparable {
    /// Nothing at all.
    case none
    /// Only that somebody has got a right, or that a choice of privacy has changed.
    case limited
    /// And that there is a message or an appointment.
    case normal
    /// And everything else that comes.
    case full

    package static func < (left: Level, right: Level) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .none: 0
      case .limited: 1
      case .normal: 2
      case .full: 3
      }
    }
  }

  package var level: Level
  package var chosen: Instant

  package init(level: Level, chosen: Instant) {
    self.level = level
    self.chosen = chosen
  }

  /// What holds where nothing was chosen.
  package static let unchosen: Level = .normal

  package static let recordID = RecordID(bytes: Array("notification-prof".utf8))
}
