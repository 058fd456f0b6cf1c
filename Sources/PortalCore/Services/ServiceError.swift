/// Why a service did not do what it was asked.
package enum ServiceError: Error, Hashable, Sendable {
  case refused(RefusalReason)
  case store(StoreError)
  /// The record names no general practitioner to write to.
  case noGeneralPractitioner
  case emptyMessage
  /// Longer than a message may be; the limit in characters.
  case messageTooLong(limit: Int)
  case noSuchThread
  case noSuchRecord
  /// A record of a kind that cannot be changed here.
  case notEditable
  /// What was given cannot stand in that field.
  case unusableValue(ContactField)
  /// A right to act for somebody cannot be given or changed so.
  case proxy(ProxyProblem)
  /// A message, a renewal or an attachment cannot be sent so.
  case dialogue(DialogueProblem)
  /// A time cannot be booked, moved or cancelled so.
  case appointment(AppointmentProblem)
  /// A general practitioner cannot be changed, or waited for, so.
  case practitioner(PractitionerProblem)
  /// A backup could not be made, read or put back.
  case backup(BackupProblem)
  /// What two of a file's identities say points at two different people.
  case identitiesDisagree
  /// `--person` was given, but the file speaks of somebody else.
  case anotherPerson
  /// `--person` was given, but the file holds several people.
  case severalPeople
  /// Nobody has signed in, or a PIN was not set.
  case signIn(SignInProblem)
  /// A practice's act on what a person wrote could not be done.
  case desk(DeskProblem)
}

/// Calls the store and turns its error into the services'.
func serving<Value: ~Copyable>(_ body: () throws(StoreError) -> Value) throws(ServiceError) -> Value
{
  do {
    return try body()
  } catch {
    throw .store(error)
  }
}
