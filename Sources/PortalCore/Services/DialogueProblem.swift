/// Why something cannot be sent to the practice.
package enum DialogueProblem: Error, Hashable, Sendable {
  case thread(ThreadProblem)
  /// The conversation is with a practice that is not the person's any more.
  case formerPractice
  /// The practice does not offer it; why, in its own words.
  case serviceOff(reason: String)
  /// Nothing was chosen that is to be renewed.
  case nothingToRenew
  case notRenewable(RecordID, RenewalRefusal)
  case attachment(AttachmentRefusal)
  /// A file that lay with the draft is not there any more.
  case attachmentLost(name: String)
}

/// Why a prescription cannot be renewed.
package enum RenewalRefusal: String, Hashable, Sendable, CaseIterable {
  /// It has been asked for, and nobody has decided yet.
  case asked
  /// There is a new one.
  case renewed
  /// It was taken back by the prescriber, or never came to hold.
  case notInUse
  /// It ran out more than a year ago.
  case tooOld
  /// Nothing of the sort can be seen.
  case missing
}
