import PortalCore

/// What an entry of a list leads to; stands in the entry's `ItemID` as text.
enum Target: Hashable, Sendable {
  case section(Area)
  case thread(RecordID)
  case record(RecordKind, RecordID)
  case person(Person.ID)
  /// Somebody for whom one acts.
  case represented(Person.ID)
  /// The birthdays on which something changes.
  case birthdays
  /// The general practitioner, and whom one can change to.
  case practitioners
  /// The receipt for undoing a change of general practitioner.
  case undoneChange(RecordID)
  /// What is told outside the portal.
  case notifications
  /// A line of the access log, by its number.
  case logLine(Int)

  /// The name of an entry that leads here.
  var item: ItemID {
    switch self {
    case .section(let area): ItemID("section/\(area.rawValue)")
    case .thread(let id): ItemID("thread/\(id.text)")
    case .record(let kind, let id): ItemID("\(kind.rawValue)/\(id.text)")
    case .person(let id): ItemID("owner/\(id.text)")
    case .represented(let id): ItemID("represented/\(id.text)")
    case .birthdays: ItemID("birthdays/all")
    case .practitioners: ItemID("practitioners/all")
    case .undoneChange(let id): ItemID("undone-change/\(id.text)")
    case .notifications: ItemID("notifications/all")
    case .logLine(let sequence): ItemID("log/\(sequence)")
    }
  }

  /// Nil where an entry leads nowhere.
  init?(_ item: ItemID) {
    let parts = item.text.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "section":
      guard let area = Area(rawValue: parts[1]) else { return nil }
      self = .section(area)
    case "birthdays": self = .birthdays
    case "practitioners": self = .practitioners
    case "notifications": self = .notifications
    case "represented":
      guard let id = Person.ID(parts[1]) else { return nil }
      self = .represented(id)
    case "log":
      guard let sequence = Int(parts[1]) else { return nil }
      self = .logLine(sequence)
    case "owner":
      guard let id = Person.ID(parts[1]) else { return nil }
      self = .person(id)
    default:
      guard let id = RecordID(parts[1]) else { return nil }
      if parts[0] == "thread" {
        self = .thread(id)
      } else if parts[0] == "undone-change" {
        self = .undoneChange(id)
      } else if let kind = RecordKind(rawValue: parts[0]) {
        self = .record(kind, id)
      } else {
        return nil
      }
    }
  }

  /// Where a record is read: a message in its thread, a renewal with its prescription.
  init(_ record: Record) {
    if case .message(let message) = record.content {
      self = .thread(message.thread)
    } else if case .renewal(let renewal) = record.content {
      self = .record(.prescription, renewal.prescription)
    } else {
      self = .record(record.kind, record.id)
    }
  }
}

extension ScreenContext {
  /// Opens what an entry leads to.
  func open(_ item: ItemID) -> [Effect] {
    switch Target(item) {
    case .section(let area): [.push(SectionScreens.screen(for: area, self))]
    case .thread(let id): [.push(ThreadScreen(context: self, thread: id))]
    case .record(.proxyGrant, let id): [.push(ProxyScreen(context: self, id: id))]
    case .record(.consent, _), .record(.youthLogin, _): [.push(PrivacyScreen(context: self))]
    case .record(.representation, _): [.push(RepresentScreen(context: self))]
    case .record(.practitionerChange, _), .record(.waitingListPlace, _):
      [.push(PractitionerScreen(context: self))]
    case .record(.appointment, let id): [.push(AppointmentScreen(context: self, id: id))]
    case .record(.notificationProfile, _): [.push(NotificationsScreen(context: self))]
    case .record(let kind, let id):
      RecordPages.hasPage(kind) ? [.push(DetailScreen(context: self, kind: kind, id: id))] : []
    case .logLine(let sequence): [.push(AccessLogLineScreen(context: self, sequence: sequence))]
    case .birthdays: [.push(BirthdayLadderScreen(context: self))]
    case .practitioners, .undoneChange: [.push(PractitionerScreen(context: self))]
    case .notifications: [.push(NotificationsScreen(context: self))]
    case .person, .represented, nil: []
    }
  }
}
