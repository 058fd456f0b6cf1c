import PortalCore

/// What is said of conversations with the practice, renewals and why something cannot be sent.
protocol DialoguePhrases {
  func problemText(_ problem: DialogueProblem) -> String
  func name(of state: ThreadState) -> String
  func name(of state: PrescriptionRenewal.State) -> String
  func text(for refusal: RenewalRefusal) -> String

  // MARK: - Writing

  var waysTitle: String { get }
  func waysExplanation(_ practitioner: String) -> String
  /// Opens what is unsent, of a kind.
  func continueUnsent(_ kind: String) -> String
  /// How an unsent message begins, where it says anything, and when it was kept.
  func unsent(_ start: String, saved: String) -> String
  /// Why a way is not opened: an unsent message for another service is there.
  var otherDraftFirst: String { get }
  var wishForTime: String { get }
  func practicePhone(_ number: String) -> String
  func name(of way: PracticeWay) -> String
  /// What a kind of message is for, in a few words.
  func brief(_ kind: Message.Kind) -> String
  /// Where a message goes, and the last day on which it is to be answered.
  func answerBy(_ day: String, from recipient: String) -> String
  /// The question at a prescription: whether it is to be renewed.
  func renewQuestion(_ medicine: String) -> String
  var renewNothing: String { get }
  var renewComment: String { get }

  var attachTitle: String { get }
  var attachField: String { get }
  var attachHint: String { get }
  func attached(_ name: String) -> String
  var detached: String { get }
  /// A name and a size in bytes.
  func attachment(_ name: String, bytes: Int) -> String
  func text(for refusal: AttachmentRefusal) -> String
  func fileProblem(_ problem: InputFile.Problem) -> String
  var saveAttachmentTitle: String { get }
  var whichAttachment: String { get }
  func attachmentSaved(_ name: String) -> String
  func attachmentThere(_ name: String) -> String
  func attachmentNotSaved(_ name: String) -> String
  func advice(_ finding: SecondLook.Finding) -> String
  var sendAnyway: String { get }
  func cost(_ answer: FeeSchedule.Answer) -> String?

  // MARK: - Conversations

  var conversationState: String { get }
  var receivedByPractice: String { get }
  func answerBy(_ day: String, isOverdue: Bool) -> String
  var answerByLabel: String { get }
  var overdue: String { get }
  var dialogueReceipts: String { get }
  /// One act of the practice's: what, who and when.
  func receipt(_ act: ThreadAct, by author: String, _ time: String) -> String
  func author(_ author: StaffAuthor) -> String
  var simulated: String { get }
  /// Who wrote for the person, and as what.
  func writtenBy(_ name: String, as role: ProxyRole) -> String
  func askedRenewals(_ medicines: [String]) -> String
  /// Taking back that renewal was asked for.
  var withdrawAction: String { get }
  func withdrawAgain(key: String) -> String
  var withdrawn: String { get }
  var showByPractice: String { get }
  var archive: String { get }
  var unarchive: String { get }
  var archived: String { get }
  var unarchived: String { get }
  var archiveTitle: String { get }
}
