import PortalCore

/// What the desk of a practice says: its pages, its command and what it writes to people.
protocol DeskPhrases: Sendable {
  func desk(_ word: DeskWord) -> String
  /// The language of the texts that an answer begins with.
  var templateLanguage: AnswerTemplate.Language { get }
  /// Why an act was not done, in whole sentences.
  func problemText(_ problem: DeskProblem) -> String
  func name(of service: PracticeService) -> String
  /// As the desk says it: what the person has sent is new there, and who has read it is named.
  func state(of thread: ThreadState) -> String
  /// Who wrote, in the role they have for the person.
  func writtenBy(_ writer: Message.Writer) -> String
  /// "Kari Testesen, 81 years".
  func about(_ name: String?, age: Int?) -> String
  func waiting(_ count: Int) -> String
  func answerBy(_ date: String) -> String
  /// Who did the last thing with a conversation.
  func lastAct(_ state: ThreadState, by name: String) -> String
  func atDesk(_ practice: String, _ name: String, _ work: StaffMember.Work) -> String
  /// A person whose record may not be opened, and how many of their messages wait.
  func cannotBeOpened(_ count: Int, _ reason: String) -> String
  /// What is written to a person whose matter is not taken up.
  func rejection(of kind: Message.Kind, reason: String) -> String
  /// What is written with decisions on prescriptions; a name with the reason for each declined.
  func decided(renewed: [String], declined: [(name: String, reason: String)]) -> String
  func done(_ act: ThreadAct, receipt: String) -> String
  func stillTyped(_ reason: String) -> String
  /// What is written with a time that is proposed.
  func proposed(_ time: String) -> String
  func offered(_ count: Int) -> String
  func renewalState(_ state: PrescriptionRenewal.State) -> String
  /// What the practice of a demonstration writes by itself.
  func simulatedAnswer(to kind: Message.Kind) -> String
  func wouldEndAt(_ key: String) -> String
}

extension DeskPhrases {
  /// Which practice's desk it is, and who sits there.
  func owner(of desk: OpenDesk) -> String {
    atDesk(desk.practiceName ?? desk.practice.text, desk.staff.name, desk.staff.work)
  }
}

/// A word or sentence of the desk's pages.
enum DeskWord: CaseIterable, Sendable {
  case queueTitle, queueEmpty, answeredTitle, answeredEmpty, overdue, simulated
  case chooseStaff, noStaff, choosePractice, noPractices, signedOut
  case answer, answerField, answerHint, template, noTemplate
  case reject, reasonField, reasonHint, rejectHint
  case close, closeText, closeHint
  case decide, decision, approve, decline, undecided, decideMessage, onlyDoctor, noRequests
  case choicesMissing
  case requested, dosage, quantity, repeats, validUntil, lastDispensed, never, prescriptionGroup
  case proposeTime, noFreeTime
  case offerTimes, dateField, dateHint, timeField, timeHint, minutesField, countField
  case unusableDate, unusableTime, unusableNumber, inThePast
  case services, reasonWhenOff, switchOn, switchOff, switched, nothingChanged
  case conflictTitle, conflictText, conflictNow, conflictYours
  case writtenSince, draftFound, decisionFound, person, from, age
}
