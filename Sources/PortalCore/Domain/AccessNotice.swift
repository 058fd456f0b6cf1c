/// Tells somebody that who may act for whom has changed (no: kvittering).
///
/// Facts and no sentence: the phrasebook words it in the reader's own language when it is shown. The
/// first stands in the journal of the person whom the right is about, in the same line as the
/// change itself, and names those who are owed a copy; so what is owed is derived from it alone.
package struct AccessNotice: Codable, Hashable, Sendable {
  package enum Event: String, Codable, Sendable {
    case given
    case changed
    case ended
    /// The parents let a young person sign in themselves.
    case youthLoginAllowed = "youth-login-allowed"
    case youthLoginWithdrawn = "youth-login-withdrawn"
  }

  /// What the right says that was given, changed or ended; never why it was assigned.
  package struct Right: Codable, Hashable, Sendable {
    package var grant: RecordID
    package var role: ProxyRole
    package var proxy: Person.ID
    package var proxyName: String
    package var areas: [ProxyArea]
    package var start: Instant
    package var lastDay: CivilDate?
    /// Who ended it.
    package var ended: ProxyGrant.Ending.Reason?

    init(_ grant: ProxyGrant, _ id: RecordID) {
      self.grant = id
      (role, proxy, proxyName) = (grant.role, grant.proxy, grant.proxyName)
      (areas, start, lastDay) = (grant.areas, grant.start, grant.lastDay)
      ended = grant.ending?.reason
    }
  }

  package var event: Event
  package var time: Instant
  /// Whose record it is about, and their name as it was then.
  package var person: Person.ID
  package var personName: String
  /// Nil where it is about a young person's own signing in.
  package var right: Right?
  /// Who chose, where it is about a young person's own signing in.
  package var chooserName: String?
  /// Those who are owed a copy; nil in the copies.
  package var copies: [Person.ID]?

  init(_ event: Event, at time: Instant, about person: Person.ID, named name: String) {
    self.event = event
    self.time = time
    self.person = person
    personName = name
  }

  /// The same without saying who else has it.
  var copy: AccessNotice {
    var copy = self
    copy.copies = nil
    return copy
  }

  /// The name of the other of the two, for whoever has this notice in their journal.
  package func otherName(for reader: Person.ID) -> String? {
    reader == person ? right?.proxyName ?? chooserName : personName
  }

  /// What the one who may act is to find in their own journal, where it is about that.
  var representation: Representation? {
    guard let right, event == .given || event == .changed else { return nil }
    return Representation(
      person: person,
      personName: personName,
      role: right.role,
      grant: right.grant
    )
  }
}
