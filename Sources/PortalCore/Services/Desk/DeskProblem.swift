/// Why a practice's act on what a person wrote was not done: nothing was written, and what was
/// typed is still there.
package enum DeskProblem: Error, Hashable, Sendable {
  /// As the conversation stands now it cannot be done, or somebody at the practice was faster, or the
  /// person has written since.
  case thread(ThreadProblem)
  /// These requests, by their prescriptions, have been decided or withdrawn meanwhile.
  case renewalsChanged([RecordID])
  /// A request is declined, or a matter rejected, with a reason.
  case reasonMissing
  /// Nothing was decided.
  case nothingDecided
}
