import PortalCore

/// The words of the pages on which rights to act are seen, given, changed and ended.
protocol RightsPhrases: Sendable {
  // The list.
  var proxiesExplanation: String { get }
  /// The same for somebody who acts: their own right only is shown.
  var ownRightExplanation: String { get }
  var noProxies: String { get }
  /// The word before a right that is over.
  var rightIsOver: String { get }
  /// Of somebody for whom the person may act themselves.
  func actsFor(_ name: String) -> String
  func opensRecord(as role: Role) -> String
  /// Where a right stands, in a list: until when, or since when and by whom it is over.
  func shortState(of proxy: GivenProxy) -> String

  /// How many may act for the person now, on the front page.
  func canActForYou(_ count: Int) -> String
  /// The same for somebody who acts.
  var yourOwnRight: String { get }

  // One of them.
  var proxyAreas: String { get }
  var withoutEnd: String { get }
  var dayIncluded: String { get }
  var whatItOpens: String { get }
  /// What an area opens, in a sentence.
  func whatOpens(_ area: ProxyArea) -> String
  var receiptsHeading: String { get }
  var endProxyAction: String { get }
  var resignAction: String { get }
  /// What ending does, and that the same key does it.
  func endAgain(_ name: String, key: String) -> String
  func resignAgain(key: String) -> String
  func ended(_ name: String, receipt: String) -> String
  func resigned(receipt: String) -> String

  // The form.
  var giveProxyTitle: String { get }
  var changeProxyTitle: String { get }
  var giveProxyExplanation: String { get }
  /// What handing in the form does.
  var lookBeforeSaving: String { get }
  func label(of field: ProxyField) -> String
  func hint(for field: ProxyField) -> String
  func text(_ problem: ProxyFieldProblem) -> String

  // What they will see.
  var previewTitle: String { get }
  var nothingSavedYet: String { get }
  var willSeeHeading: String { get }
  var staysClosedHeading: String { get }
  var differenceHeading: String { get }
  var noDifference: String { get }
  /// What is seen in a section in which nothing is counted.
  func willSee(_ area: Area) -> String
  var canWrite: String { get }
  var seeAsTheyWill: String { get }
  var seeAsTheyWillDetail: String { get }
  var giveNow: String { get }
  var changeNow: String { get }
  var bothAreTold: String { get }
  /// Said on every page of the preview.
  func previewNotice(_ name: String) -> String
  func proxySaved(_ name: String, receipt: String) -> String
  /// Of somebody whose right is over.
  func cannotActNow(_ name: String) -> String

  // Acting.
  /// On the front page: for whom one acts, as what, and which key leads back.
  func actingNotice(name: String, role: Role, key: String) -> String
  /// What the key does that leads back.
  var backToOwn: String { get }
  /// In place of a record that was closed while it was open.
  var refusedTitle: String { get }
  var refusedExplanation: String { get }
}

/// The words of the page about what a person has consented to.
protocol PrivacyPhrases: Sendable {
  var privacyExplanation: String { get }
  func consentNow(_ level: ConsentLevel, since: String?) -> String
  /// What a level gives, in a sentence or two.
  func meaning(of level: ConsentLevel) -> String
  /// The word before the level that holds.
  var chosenNow: String { get }
  func consentTitle(_ level: ConsentLevel) -> String
  var opensHeading: String { get }
  var closesHeading: String { get }
  var nothingOpensOrCloses: String { get }
  /// What a withdrawal removes, and what stays.
  var withdrawalRemoves: String { get }
  func keepLevel(_ level: ConsentLevel) -> String
  var keepLevelDetail: String { get }
  func chooseLevel(_ level: ConsentLevel) -> String
  var chooseLevelDetail: String { get }
  var withdrawAgain: String { get }
  func consentSaved(_ level: ConsentLevel, receipt: String) -> String
  /// Where somebody else was first.
  func consentMoved(_ level: ConsentLevel?, who: String, when: String) -> String

  // Those under sixteen.
  var youthPrivacyExplanation: String { get }
  var parentPrivacyExplanation: String { get }
  var childPrivacyExplanation: String { get }
  var youthLoginHeading: String { get }
  var youthLoginUnsaid: String { get }
  func allowYouthLogin(_ name: String) -> String
  var allowYouthLoginDetail: String { get }
  func stopYouthLogin(_ name: String) -> String
  var stopYouthLoginDetail: String { get }
  func youthLoginSaved(isAllowed: Bool, name: String, receipt: String) -> String
  func youthLoginMoved(isAllowed: Bool?, who: String, when: String) -> String
}
