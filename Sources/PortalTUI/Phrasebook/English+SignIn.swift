import PortalCore

extension English {
  func sentence(on problem: SignInProblem) -> String {
    switch problem {
    case .needed: "Sign in with your own number and PIN."
    case .notANumber:
      "This is no national identity number or D-number. It has eleven digits. Look for a slip."
    case .wrong:
      "The number or the PIN is not right. Check both and try again. After five wrong tries you "
        + "have to wait."
    case .locked(.until(let time)):
      "There have been too many wrong tries. You can try again \(text(time))."
    case .locked(.untilIdentified):
      "There have been too many wrong tries. You get a new PIN from your GP's office, or from "
        + "whoever runs this portal, when they have made sure who you are."
    case .weak(let weakness): sentence(on: weakness)
    case .oldPINNeeded: "Give the PIN you have now first."
    case .pepper: "Signing in does not work just now. Tell whoever runs this portal."
    case .hashFailed: "The PIN could not be checked. Try again in a moment."
    case .unusableIdleTime: "This many minutes cannot be used."
    }
  }

  private func sentence(on weakness: PIN.Weakness) -> String {
    switch weakness {
    case .tooShort: "The PIN must have at least \(PIN.allowedCount.lowerBound) digits."
    case .tooLong: "The PIN can have \(PIN.allowedCount.upperBound) digits at most."
    case .notDigits: "The PIN has digits only."
    case .tooSimple: "This PIN is among the first that others try. Choose another."
    case .personal: "Your birth date and identity number are known to others. Choose another PIN."
    case .unchanged: "This is the PIN you have. Choose another."
    }
  }

  func text(for problem: SignInProblem) -> String {
    switch problem {
    case .needed:
      "people sign in to this store: nobody is signed in: use --as NUMBER and --pin-file FILE"
    case .notANumber: "this is no national number and no id: --as: check the digits"
    case .wrong: "the number or the PIN is not right: --as, PIN: check both and try again"
    case .locked(.until(let time)):
      "too many wrong tries: signing in is locked until \(text(time)): wait until then"
    case .locked(.untilIdentified):
      "too many wrong tries: signing in is locked: a new PIN is given where it is made sure who "
        + "the person is (helseportal help pin)"
    case .weak(let weakness): "the PIN will not do: PIN: \(reason(weakness)): choose another"
    case .oldPINNeeded:
      "people sign in to this store: --person: the person changes their PIN with --as, or gets a "
        + "new one with --re-identified"
    case .pepper(let problem): text(for: problem)
    case .hashFailed: "the C library cannot hash (yescrypt): crypt: nothing was counted, try again"
    case .unusableIdleTime(let allowed):
      "sessions cannot last so long without a key: --idle: use \(allowed.lowerBound) to "
        + "\(allowed.upperBound) minutes (0, never, only in rehearsals)"
    }
  }

  private func reason(_ weakness: PIN.Weakness) -> String {
    switch weakness {
    case .tooShort: "fewer than \(PIN.allowedCount.lowerBound) digits"
    case .tooLong: "more than \(PIN.allowedCount.upperBound) digits"
    case .notDigits: "something else than digits"
    case .tooSimple: "among the first that others try"
    case .personal: "the birth date, or a part of the national number"
    case .unchanged: "the same as before"
    }
  }

  private func text(for problem: PepperProblem) -> String {
    switch problem {
    case .missing(let path):
      "the secret that PINs are checked with is not there: \(path): bring it back, see "
        + "docs/operations.md"
    case .unusable(let path):
      "the secret that PINs are checked with cannot be used: \(path): it must be your own file, "
        + "mode 0600, as it was written"
    case .different(let path):
      "the secret that PINs are checked with is another store's: \(path): bring this store's back, "
        + "or set HELSEPORTAL_PEPPER"
    case .insideStore(let path):
      "the secret that PINs are checked with may not lie in the data directory: \(path): set "
        + "HELSEPORTAL_PEPPER to another place"
    case .system(let path, let error):
      "the secret that PINs are checked with cannot be used: \(path) "
        + "(\(SystemError.words(error.code))): check the directory"
    case .store(let error): text(for: error)
    }
  }

  var signInTitle: String { "Sign in" }
  var signInIsPossible: String { "with a PIN; the secret that PINs are checked with is there" }
  var signInExplanation: String {
    "Type your national identity number and your PIN. Of the PIN only stars are shown."
  }
  var numberField: String { "National identity number or D-number" }
  var numberHint: String { "Eleven digits" }
  var pinField: String { "PIN" }
  var signInLabel: String { "Sign in" }
  var missingNumber: String { "Type your number." }
  var missingPIN: String { "Type your PIN." }
  func wrongSinceLast(_ count: Int) -> String {
    "Somebody has tried a wrong PIN \(count == 1 ? "once" : "\(count) times") since you last "
      + "signed in. If it was not you, change your PIN."
  }
  func secretLength(_ count: Int) -> String { "\(count) character\(count == 1 ? "" : "s")" }

  var signedOutTitle: String { "Signed out" }
  var signedOutText: String {
    "You are signed out. A message that was not sent is kept as a draft."
  }
  func signedOutAfter(minutes: Int) -> String {
    "You were signed out because no key was pressed for \(minutes) minutes. A message that was "
      + "not sent is kept as a draft."
  }
  var openAgain: String { "Open the record again" }
  func idleWarning(seconds: Int) -> String {
    let time = seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds) s"
    return "You will be signed out in \(time). Press any key to stay."
  }
  var staying: String { "You are still signed in." }
  var plainIdleHint: String { "In plain text: press Enter." }

  var askPIN: String { "PIN: " }
  var askOldPIN: String { "The PIN you have now: " }
  var askNewPIN: String { "New PIN: " }
  var askNewPINAgain: String { "New PIN once more: " }
  var pinIsSet: String { "The PIN is set." }
  func pinIsRequired(without count: Int) -> String {
    let rest =
      count == 0
      ? ""
      : " \(count) \(count == 1 ? "person has" : "people have") no PIN yet: helseportal help pin."
    return "From now on people sign in to this store.\(rest)"
  }
  func idleTimeIsSet(minutes: Int) -> String {
    minutes == 0
      ? "Sessions do not end by themselves any more."
      : "Sessions end after \(minutes) minutes without a key."
  }
}
