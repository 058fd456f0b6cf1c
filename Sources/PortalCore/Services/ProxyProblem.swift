/// Why a right to act for somebody cannot be given or changed as it was asked for.
package enum ProxyProblem: Error, Hashable, Sendable {
  case oneself
  /// Nobody of that name is in the store.
  case unknownHolder
  /// Whoever is to act may not: dead, or at a secret address, which is said to nobody.
  case holderCannotAct
  /// Whoever is to act is younger than that.
  case holderTooYoung(years: Int)
  /// How old whoever is to act is, is not known.
  case holderAgeUnknown
  case noArea
  /// The first day is over already.
  case startsInThePast
  /// The last day comes before the first, or is over already.
  case endsBeforeStart
  /// An assigned proxy may last to that day at most.
  case lastsTooLong(latest: CivilDate)
  case reasonMissing
  /// The same person has one already, which is to be changed; never are there two.
  case alreadyGiven(RecordID)
  /// It is over.
  case alreadyEnded
  /// A right of this kind is ended by others.
  case notOnesOwnToEnd(ProxyRole)
  /// Registers say who is a parent or a guardian, and nothing else.
  case notFromRegister(ProxyRole)
  /// A parent's right needs what the register says of them.
  case parenthoodMissing
  /// In a preview nothing is changed.
  case onlyPreview
  /// Only a right that the person gives themselves can be looked at before.
  case notPreviewable
}
