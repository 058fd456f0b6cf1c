/// A section of the portal; the gate decides by area.
package enum Area: String, Codable, Sendable, CaseIterable {
  case overview
  case messages
  case results
  case prescriptions
  case medications
  case vaccinations
  case coreJournal = "core-journal"
  case appointments
  case documents
  case proxies
  /// What one has consented to (no: personvern).
  case privacy
  case accessLog = "access-log"
}
