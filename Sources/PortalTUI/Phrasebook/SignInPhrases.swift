import PortalCore

/// What is said of signing in and out, on pages and on the command line.
protocol SignInPhrases: Sendable {
  /// Why nobody has signed in, on a page.
  func sentence(on problem: SignInProblem) -> String
  /// The same in one line on standard error.
  func text(for problem: SignInProblem) -> String
  var signInTitle: String { get }
  /// What `doctor` says where nothing keeps people from it.
  var signInIsPossible: String { get }
  var signInExplanation: String { get }
  var numberField: String { get }
  var numberHint: String { get }
  var pinField: String { get }
  var signInLabel: String { get }
  /// That a field that was left empty has to be filled in.
  var missingNumber: String { get }
  var missingPIN: String { get }
  /// That somebody was wrong so often since the last right time; 1 or more.
  func wrongSinceLast(_ count: Int) -> String
  /// How many characters of a secret were typed, in its place.
  func secretLength(_ count: Int) -> String

  // Signing out.
  var signedOutTitle: String { get }
  var signedOutText: String { get }
  /// The same where nobody pressed a key for so many minutes.
  func signedOutAfter(minutes: Int) -> String
  var openAgain: String { get }
  /// That the session ends in so many seconds, and how to stay.
  func idleWarning(seconds: Int) -> String
  var staying: String { get }
  var plainIdleHint: String { get }

  // The commands.
  var askPIN: String { get }
  var askOldPIN: String { get }
  var askNewPIN: String { get }
  var askNewPINAgain: String { get }
  var pinIsSet: String { get }
  /// That people sign in from now on; how many of them have no PIN yet.
  func pinIsRequired(without count: Int) -> String
  func idleTimeIsSet(minutes: Int) -> String
}
