import PortalCore

/// What pages say.
///
/// Short fixed texts are the cases of `Label` and `Sentence`; what depends on a value is a function.
protocol ScreenPhrases: DatePhrases, MessagePhrases, ResultPhrases, HealthPhrases,
  ProblemPhrases, EditPhrases
{
  func label(_ label: Label) -> String
  func sentence(_ sentence: Sentence) -> String
  func name(of area: Area) -> String
  /// What a record is, in a word or two.
  func name(of kind: RecordKind) -> String
  /// In place of the name of a record that has none.
  func untitled(_ kind: RecordKind) -> String
  /// What an action of a page does; for actions that mean the same on every page.
  func actionLabel(_ action: ActionID) -> String
  func truth(_ isTrue: Bool) -> String

  /// When somebody was born: "born 12 May 1958".
  func born(_ date: String) -> String
  /// How much is new since the last visit, which is nil for a first one.
  func newsText(count: Int, since: String?) -> String
  /// That so many older entries are not shown; 1 or more.
  func olderEntries(_ count: Int) -> String
  /// What a search for some words has found; how many of them are shown.
  func found(_ count: Int, shown: Int, query: String) -> String
  /// How much a section holds.
  func count(_ count: Int, in area: Area, new: Int) -> String

  /// Which version of a record: the first, or a later one.
  func version(_ number: Int) -> String
  /// Says of a page that it shows an earlier version.
  func asItWas(_ version: String, _ time: String) -> String
  /// Who did something, and on what ground.
  func actor(_ attribution: Attribution) -> String
  func reader(_ line: AccessLogLine) -> String
  func name(of purpose: PurposeOfUse) -> String
  func name(of work: StaffMember.Work) -> String
}
