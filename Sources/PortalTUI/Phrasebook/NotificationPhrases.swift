import PortalCore

/// What is said of being told outside the portal, and what is told there.
protocol NotificationPhrases: Sendable {
  var notificationsTitle: String { get }
  var notificationsExplanation: String { get }
  func notificationsNow(_ level: NotificationProfile.Level, since: String?) -> String
  func name(of level: NotificationProfile.Level) -> String
  var nothingIsSent: String { get }
  /// Whole, as it would leave the portal: nothing of a record is handed to it.
  func words(of event: NotificationEvent) -> String
  func notificationsSaved(_ level: NotificationProfile.Level, receipt: String) -> String
  /// Where somebody else was first.
  func notificationsMoved(_ level: NotificationProfile.Level, when: String) -> String
}

extension NotificationPhrases {
  /// What would leave the portal for something that has come; nil where the level says nothing.
  func notification(of event: NotificationEvent, at level: NotificationProfile.Level) -> String? {
    event.isTold(at: level) ? words(of: event) : nil
  }

  /// The same for several, each text once, in the order of the events.
  func notifications(
    of events: [NotificationEvent],
    at level: NotificationProfile.Level
  ) -> [String] {
    var texts: [String] = []
    for event in events {
      guard let text = notification(of: event, at: level), !texts.contains(text) else { continue }
      texts.append(text)
    }
    return texts
  }
}
