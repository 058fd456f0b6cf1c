import PortalCore

extension Bokmal {
  var notificationsTitle: String { "Varsler" }
  var notificationsExplanation: String {
    "Portalen sender ingenting selv. Her står det hva et varsel på SMS eller e-post ville si: at det "
      + "er noe nytt, aldri hva. Velg et nivå."
  }
  func notificationsNow(_ level: NotificationProfile.Level, since: String?) -> String {
    let since = since.map { ", valgt \($0)" } ?? ""
    return "Varslene dine: \(name(of: level))\(since)."
  }
  func name(of level: NotificationProfile.Level) -> String {
    switch level {
    case .none: "Av"
    case .limited: "Begrenset"
    case .normal: "Vanlig"
    case .full: "Alt"
    }
  }
  var nothingIsSent: String { "Ingenting sendes." }
  func words(of event: NotificationEvent) -> String {
    switch event {
    case .right: "Hvem som kan handle for hvem, er endret i Helseportal. Logg inn for å lese det."
    case .privacy: "Et valg om personvern er endret i Helseportal. Logg inn for å lese det."
    case .message: "Du har en ny melding i Helseportal. Logg inn for å lese den."
    case .appointment: "Det er noe nytt om en time i Helseportal. Logg inn for å lese det."
    case .appointmentReminder: "Du har snart en time. Logg inn i Helseportal for å lese når."
    // That there is a result, or another doctor, is of health itself.
    case .result, .practitioner, .other:
      "Det er noe nytt i Helseportal. Logg inn for å lese det."
    }
  }
  func notificationsSaved(_ level: NotificationProfile.Level, receipt: String) -> String {
    "Varslene dine er nå: \(name(of: level)). Kvittering \(receipt)."
  }
  func notificationsMoved(_ level: NotificationProfile.Level, when: String) -> String {
    "Valget ditt er ikke lagret: det ble endret imens (\(when)). Det er nå: \(name(of: level)). Velg "
      + "på nytt."
  }
}
