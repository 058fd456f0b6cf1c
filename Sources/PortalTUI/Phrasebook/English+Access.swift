import PortalCore

extension English {
  var accessTitle: String { "Who may do what" }
  var accessExplanation: String {
    "R: read and search. E: take out a copy. W: write or change. G: give the right back. Empty: closed."
  }
  var accessNothing: String { "closed" }

  func accessHeading(_ role: Role) -> String {
    switch role {
    case .oneself: "Oneself"
    case .parent: "Parent (FO)"
    case .guardian: "Guardian (VE)"
    case .proxy: "Proxy (FU)"
    case .assignedProxy: "Assigned proxy (TD)"
    case .staff: "Staff of the GP's practice"
    case .importer: "Import"
    case .system: "The program"
    }
  }

  func accessWord(_ action: Action) -> String {
    switch action {
    case .open: "open"
    case .read: "read"
    case .search: "search"
    case .export: "take out a copy"
    case .write: "write"
    case .resign: "give the right back"
    case .importing: "bring in"
    }
  }

  func name(of situation: AccessSituation) -> String {
    switch situation {
    case .child: "0 to 12 years"
    case .youthWithoutParentsConsent: "13 to 15 years, without the parents' yes"
    case .youth: "13 to 15 years, with the parents' yes"
    case .adultWithNone: "from 16 years, consent level none"
    case .adultWithBasis: "from 16 years, consent level basic"
    case .adultWithBasisPlus: "from 16 years, consent level basic+"
    case .adultWithFull: "from 16 years, full access"
    case .parentOfChild: "the child is 0 to 11 years"
    case .parentOfTwelve: "the child is 12 years"
    case .parentOfYouth: "the child is 13 to 15 years"
    case .parentOfSixteen: "the child is 16 years or more"
    case .proxyForRegistered: "given: what is registered"
    case .proxyForPatientRecord: "given: the patient record"
    case .proxyForDigitalServices: "given: digital health services"
    case .proxyForAll: "given: all three"
    case .proxyForAllOfBasis: "given: all three, by somebody with consent level basic"
    case .guardianForAll: "decision for all three areas"
    case .assignedProxy: "while it lasts"
    case .assignedProxyThatEnded: "the 30 days after its last day: what came before the end"
    case .doctor: "doctor"
    case .nurse: "nurse"
    case .reception: "reception"
    }
  }

  var accessRules: [String] {
    [
      "* What a label hides (code list 9603) is not there: not in lists, counts or searches.",
      "* From 12 to 15 parents see the conversations that a parent began; the young person sees the others.",
      "* From 13 to 15 one sees prescriptions in use and those of the last 12 months.",
      "* Parents of somebody of 13 to 15 choose in Privacy whether the young person may sign in, no more.",
      "* Those who act for another see their own right in Proxies and nobody else's.",
      "* A proxy never sees more than the giver has consented to; the giver is 16 or more, the holder 18.",
      "* An assigned proxy lasts five years at most. A secret address, a death or a clock set back stops all who act for others.",
      "* Days are those of Norway: a right ends with the last day, a birthday begins at midnight.",
    ]
  }
}

extension English {
  var representExplanation: String {
    "What you do here is written in their access log, with your name and your role."
  }

  var nobodyToActFor: String {
    "There is nobody you act for. Somebody can give you a proxy under Proxies."
  }

  func readableUntil(_ day: String) -> String {
    "What came before the end can be read up to \(day)"
  }

  var birthdayLadderTitle: String { "What changes on which birthday" }
  var birthdayLadderExplanation: String {
    "On these days it changes by itself who can see what. Nobody has to do anything."
  }

  func birthday(_ years: Int, on day: String, isPast: Bool) -> String {
    isPast ? "\(years) years: since \(day)" : "\(years) years: from \(day)"
  }

  func birthdayChanges(_ step: BirthdayStep) -> [String] {
    var sentences: [String] = []
    if !step.closesForParents.isEmpty {
      sentences.append("The parents no longer see: \(names(step.closesForParents)).")
    }
    if step.years == AgeLimit.partlyOwn {
      sentences.append("Of messages the parents see those that a parent wrote, and the answers.")
    }
    if step.years == AgeLimit.youthLogin {
      sentences.append("If the parents say yes (under Privacy), the young person can sign in.")
    }
    if !step.opensForOneself.isEmpty {
      sentences.append("The young person sees: \(names(step.opensForOneself)).")
    }
    if step.years == AgeLimit.ownHealth {
      sentences.append("The young person decides over their consent, and can give others a proxy.")
    }
    if step.years == AgeLimit.proxy {
      sentences.append("Can be given a proxy and act for others.")
    }
    return sentences
  }

  private func names(_ areas: [Area]) -> String {
    areas.map { name(of: $0) }.joined(separator: ", ")
  }
}
