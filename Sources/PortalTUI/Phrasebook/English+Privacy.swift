import PortalCore

extension English {
  var privacyExplanation: String {
    "Choose a level to see what it opens and closes. Nothing changes before you say yes."
  }
  func consentNow(_ level: ConsentLevel, since: String?) -> String {
    let since = since.map { ", chosen \($0)" } ?? ""
    return "Your consent: \(name(of: level))\(since)."
  }
  func meaning(of level: ConsentLevel) -> String {
    switch level {
    case .none: "You use nothing here. What is kept about you is removed."
    case .basis:
      "You see what is registered: GP, prescriptions, medicines, vaccinations, summary record."
    case .basisPlus: "As Basic, and documents from hospitals."
    case .full: "Everything: also test results, and writing to the practice."
    }
  }
  var chosenNow: String { "Yours now" }
  func consentTitle(_ level: ConsentLevel) -> String { "Choose \(name(of: level))" }
  var opensHeading: String { "This opens" }
  var closesHeading: String { "This closes" }
  var nothingOpensOrCloses: String { "Nothing opens or closes." }
  var withdrawalRemoves: String {
    "You withdraw your consent. Everything closes at once, also for those who act for you. What is "
      + "kept about you is erased and cannot be brought back. Only who you are, your choices, who may "
      + "act for you and the access log stay."
  }
  func keepLevel(_ level: ConsentLevel) -> String { "No, keep \(name(of: level))" }
  var keepLevelDetail: String { "nothing changes" }
  func chooseLevel(_ level: ConsentLevel) -> String {
    level == .none ? "Withdraw consent" : "Choose \(name(of: level))"
  }
  var chooseLevelDetail: String { "holds at once" }
  var withdrawAgain: String {
    "This cannot be undone. Choose the same once more to withdraw your consent."
  }
  func consentSaved(_ level: ConsentLevel, receipt: String) -> String {
    "Your consent is now: \(name(of: level)). Receipt \(receipt)."
  }
  func consentMoved(_ level: ConsentLevel?, who: String, when: String) -> String {
    let now = level.map { "It is now: \(name(of: $0)). " } ?? ""
    return "Your choice was not stored: it was changed meanwhile (\(who), \(when)). \(now)Choose "
      + "again."
  }

  var youthPrivacyExplanation: String {
    "Until you are 16 your parents decide whether you can sign in. From then on you choose here "
      + "yourself."
  }
  var parentPrivacyExplanation: String {
    "From 13 to 15 years a young person can sign in themselves if a parent says yes. The newest "
      + "choice of the parents holds, and all of you are told."
  }
  var childPrivacyExplanation: String {
    "From 13 years on you can choose here whether the child can sign in themselves."
  }
  var youthLoginHeading: String { "Signing in" }
  var youthLoginUnsaid: String { "No parent has chosen" }
  func allowYouthLogin(_ name: String) -> String { "Let \(name) sign in" }
  var allowYouthLoginDetail: String { "they see vaccinations, prescriptions and the access log" }
  func stopYouthLogin(_ name: String) -> String { "Let \(name) sign in no longer" }
  var stopYouthLoginDetail: String { "holds at once" }
  func youthLoginSaved(isAllowed: Bool, name: String, receipt: String) -> String {
    "\(name) can \(isAllowed ? "now" : "no longer") sign in. Receipt \(receipt)."
  }
  func youthLoginMoved(isAllowed: Bool?, who: String, when: String) -> String {
    let now = isAllowed.map { "It is now: \(youthLogin(isAllowed: $0)). " } ?? ""
    return "Your choice was not stored: it was changed meanwhile (\(who), \(when)). \(now)Choose "
      + "again."
  }
}
