import PortalCore

/// Which page shows which section.
enum SectionScreens {
  /// The sections of the portal in the order in which they are listed.
  static let listed: [Area] = [
    .messages, .appointments, .results, .prescriptions, .medications, .vaccinations, .coreJournal,
    .documents,
    .proxies, .privacy, .accessLog,
  ]

  /// The page of a section, with its newest entries or as many as are wanted.
  static func screen(
    for area: Area,
    _ context: ScreenContext,
    older: OlderEntries = OlderEntries()
  ) -> any Screen {
    switch area {
    case .overview: OverviewScreen(context: context)
    case .messages: MessagesScreen(context: context, older: older)
    case .results: ResultsScreen(context: context)
    case .prescriptions: PrescriptionsScreen(context: context)
    case .medications: MedicationsScreen(context: context)
    case .vaccinations: VaccinationsScreen(context: context)
    case .coreJournal: CoreJournalScreen(context: context)
    case .documents: DocumentsScreen(context: context)
    case .accessLog: AccessLogScreen(context: context, older: older)
    case .proxies: ProxiesScreen(context: context)
    case .privacy: PrivacyScreen(context: context)
    case .appointments: AppointmentsScreen(context: context)
    }
  }
}
