import PortalCore

extension English {
  var notificationsTitle: String { "Notifications" }
  var notificationsExplanation: String {
    "This portal sends nothing by itself. Here stands what a notification by text message or e-mail "
      + "would say: that there is something new, and never what. Choose a level."
  }
  func notificationsNow(_ level: NotificationProfile.Level, since: String?) -> String {
    let since = since.map { ", chosen \($0)" } ?? ""
    return "Your notifications: \(name(of: level))\(since)."
  }
  func name(of level: NotificationProfile.Level) -> String {
    switch level {
    case .none: "Off"
    case .limited: "Limited"
    case .normal: "Normal"
    case .full: "Everything"
    }
  }
  var nothingIsSent: String { "Nothing is sent." }
  func words(of event: NotificationEvent) -> String {
    switch event {
    case .right: "Who may act for whom has changed in Helseportal. Sign in to read it."
    case .privacy: "A choice of privacy has changed in Helseportal. Sign in to read it."
    case .message: "You have a new message in Helseportal. Sign in to read it."
    case .appointment: "There is news of an appointment in Helseportal. Sign in to read it."
    case .appointmentReminder: "You have an appointment soon. Sign in to Helseportal to read when."
    // That there is a result, or another doctor, is of health itself.
    case .result, .practitioner, .other:
      "There is something new in Helseportal. Sign in to read it."
    }
  }
  func notificationsSaved(_ level: NotificationProfile.Level, receipt: String) -> String {
    "Your notifications are now: \(name(of: level)). Receipt \(receipt)."
  }
  func notificationsMoved(_ level: NotificationProfile.Level, when: String) -> String {
    "Your choice was not stored: it was changed meanwhile (\(when)). It is now: \(name(of: level)). "
      + "Choose again."
  }
}
