/// How much the person wants to be told, with the version that a change of it is made on.
package struct NotificationState: Hashable, Sendable {
  package let level: NotificationProfile.Level
  /// Since when; nil where nothing was ever chosen.
  package let chosen: Instant?
  /// 0 where nothing was ever chosen.
  package let version: Int
}

extension OpenRecord {
  /// How much the person wants to be told outside the portal; only they themselves see it.
  package func notifications() throws(ServiceError) -> NotificationState {
    guard attribution.basis.role == .oneself, !isPreview else { throw .refused(.onlyThePerson) }
    return try look(in: .privacy) { contents, visibility throws(StoreError) in
      let id = NotificationProfile.recordID
      guard let entry = try contents.entry(of: id), visibility.sees(entry),
        case .notificationProfile(let profile)? = try contents[id]?.content
      else {
        return NotificationState(level: NotificationProfile.unchosen, chosen: nil, version: 0)
      }
      return NotificationState(
        level: profile.level,
        chosen: profile.chosen,
        version: entry.version
      )
    }
  }

  /// Chooses another level, as it was in a version; only the person themselves.
  package func setNotifications(
    to level: NotificationProfile.Level,
    base: Int
  ) throws(ServiceError) -> EditOutcome {
    let profile = NotificationProfile(level: level, chosen: now)
    return try choose(
      NotificationProfile.recordID,
      base: base,
      .notificationProfile(profile)
    ) {
      if case .notificationProfile(let before) = $0 { before.level == level } else { false }
    }
  }

  /// Of what the person would be told for what has come since their last visit, each sort once.
  ///
  /// Costs as much as has come.
  package func dueNotifications() throws(ServiceError) -> [NotificationEvent] {
    let level = try notifications().level
    var events = Set(try news(newest: 0).kinds.compactMap(NotificationEvent.init(of:)))
    if let reminders = try? appointmentReminders(), !reminders.isEmpty {
      events.insert(.appointmentReminder)
    }
    return NotificationEvent.allCases.filter { events.contains($0) && $0.isTold(at: level) }
  }
}
