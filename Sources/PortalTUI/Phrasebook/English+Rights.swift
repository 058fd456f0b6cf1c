import PortalCore

extension English {
  var proxiesExplanation: String {
    "Those who may act for you stand first, those who once could stand below. You can end a proxy at "
      + "any time."
  }
  var ownRightExplanation: String {
    "Only your own right to act here is shown. You see nobody else's."
  }
  var noProxies: String { "Nobody can act for you." }
  var rightIsOver: String { "Over" }
  func actsFor(_ name: String) -> String { "You may act for \(name)" }
  func opensRecord(as role: Role) -> String { "you act as \(name(of: role))" }
  func shortState(of proxy: GivenProxy) -> String {
    switch proxy.state {
    case .notBegun: return "from \(day(OsloTime.date(proxy.grant.start)))"
    case .active: return proxy.grant.lastDay.map { "last day \(day($0))" } ?? withoutEnd
    case .ended(let time):
      if let last = proxy.readableUntil { return "can be read until \(day(last))" }
      let who =
        switch proxy.grant.ending?.reason {
        case .byGrantor: "by the giver"
        case .byProxy: "by the holder"
        case .replaced: "replaced by a new one"
        case .register: "by the register"
        case .byPractice: "by the practice"
        case nil: "ran out"
        }
      return "\(day(OsloTime.date(time))), \(who)"
    }
  }

  func canActForYou(_ count: Int) -> String {
    count == 0 ? "nobody can act for you" : "\(count) can act for you"
  }
  var yourOwnRight: String { "your own right" }

  var proxyAreas: String { "Reaches to" }
  var withoutEnd: String { "without an end" }
  var dayIncluded: String { "that day included" }
  var whatItOpens: String { "What it opens" }
  func whatOpens(_ area: ProxyArea) -> String {
    switch area {
    case .registered:
      "Sees the GP, prescriptions, medicines, and the summary record with allergies and diagnoses."
    case .patientRecord: "Sees documents from hospitals and other treatment."
    case .digitalServices:
      "Sees test results, vaccinations and messages, and may write to the practice."
    }
  }
  var receiptsHeading: String { "What both were told" }
  var endProxyAction: String { "End the proxy" }
  var resignAction: String { "Give the right back" }
  func endAgain(_ name: String, key: String) -> String {
    "\(name) is shut out at once, and is told so. Press \(key) once more to end the proxy."
  }
  func resignAgain(key: String) -> String {
    "You will be shut out at once, and the other is told. Press \(key) once more to give it back."
  }
  func ended(_ name: String, receipt: String) -> String {
    "\(name) can no longer act for you. Receipt \(receipt)."
  }
  func resigned(receipt: String) -> String {
    "You have given the right back. Receipt \(receipt)."
  }

  var giveProxyTitle: String { "Give a proxy" }
  var changeProxyTitle: String { "Change proxy" }
  var giveProxyExplanation: String {
    "Nothing is stored yet: first you see what the person will see."
  }
  var lookBeforeSaving: String { "See what it opens" }
  func label(of field: ProxyField) -> String {
    switch field {
    case .holder: "Who is to act for you"
    case .area(let area): name(of: area)
    case .lastDay: "Last day"
    }
  }
  func hint(for field: ProxyField) -> String {
    switch field {
    case .holder: "Their national number, 11 digits. Or their id in this portal."
    case .area(let area): whatOpens(area)
    case .lastDay: "For instance 31.12.2026. That day is included. Empty: without an end."
    }
  }
  func text(_ problem: ProxyFieldProblem) -> String {
    switch problem {
    case .noHolder: "Write the number of the one who is to act for you."
    case .notAnId: "A national number has 11 digits."
    case .wrongCheckDigits: "No such number exists. Look for a slip in the digits."
    case .notADay: "Write the day like this: 31.12.2026"
    case .service(let problem): problemText(problem)
    }
  }

  var previewTitle: String { "What it opens" }
  var nothingSavedYet: String { "Nothing is stored yet." }
  var willSeeHeading: String { "This opens" }
  var staysClosedHeading: String { "This stays closed" }
  var differenceHeading: String { "This is different from now" }
  var noDifference: String { "They see the same as now." }
  func willSee(_ area: Area) -> String {
    area == .overview ? "your name, birth date, GP and contact information" : "only their own right"
  }
  var canWrite: String { "Can also write for you" }
  var seeAsTheyWill: String { "See it as they will" }
  var seeAsTheyWillDetail: String { "opens the pages; nothing is stored" }
  var giveNow: String { "Give the proxy" }
  var changeNow: String { "Change the proxy" }
  var bothAreTold: String { "you both get a receipt" }
  func previewNotice(_ name: String) -> String {
    "Preview: this is what \(name) will see. Nothing is stored here. The key t leads back."
  }
  func proxySaved(_ name: String, receipt: String) -> String {
    "\(name) may act for you. Receipt \(receipt)."
  }
  func cannotActNow(_ name: String) -> String { "\(name) cannot act for you now." }

  func actingNotice(name: String, role: Role, key: String) -> String {
    "You act for \(name) as \(self.name(of: role)). The key \(key) leads back."
  }
  var backToOwn: String { "Back to your own" }
  var refusedTitle: String { "Closed" }
  var refusedExplanation: String {
    "What you saw is not shown any more. Go back to your own record."
  }
}
