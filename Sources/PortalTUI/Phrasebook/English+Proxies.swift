import PortalCore

extension English {
  func problemText(_ problem: ProxyProblem) -> String {
    switch problem {
    case .oneself: "Nobody can be given a right to act for themselves."
    case .unknownHolder: "The one who is to act is not known here."
    case .holderCannotAct: "This person cannot act for others here."
    case .holderTooYoung(let years): "The one who is to act must be \(years) years old."
    case .holderAgeUnknown: "It is not known how old the one who is to act is."
    case .noArea: "Choose at least one area that the proxy is to reach to."
    case .startsInThePast: "The first day is over. Choose today or a later day."
    case .endsBeforeStart: "The last day is over, or comes before the first. Choose a later day."
    case .lastsTooLong(let latest):
      "An assigned proxy lasts for five years at most, here to \(day(latest)). Choose that day or an "
        + "earlier one."
    case .reasonMissing: "Write why the proxy is assigned."
    case .alreadyGiven:
      "This person has such a right already. Change that one: there are never two."
    case .alreadyEnded: "This right is over. Give a new one."
    case .notOnesOwnToEnd(let role):
      "This right (\(name(of: role.role))) was not given by the person, who cannot change or end it here."
    case .notFromRegister(let role): "No register says who is this: \(name(of: role.role))."
    case .parenthoodMissing:
      "Say whether parent and child are registered at the same address."
    case .onlyPreview: "This is a preview. Nothing can be changed in it."
    case .notPreviewable: "Only a proxy that the person gives themselves can be looked at before."
    }
  }

  func title(of notice: AccessNotice, for reader: Person.ID) -> String {
    let isOwn = reader == notice.person
    let other = notice.otherName(for: reader) ?? ""
    return switch notice.event {
    case .given: isOwn ? "\(other) may act for you" : "You may act for \(other)"
    case .changed:
      isOwn ? "Changed: \(other) may act for you" : "Changed: you may act for \(other)"
    case .ended:
      isOwn
        ? "Ended: \(other) can no longer act for you"
        : "Ended: you can no longer act for \(other)"
    case .youthLoginAllowed:
      isOwn ? "You may sign in yourself" : "\(other) may sign in by themselves"
    case .youthLoginWithdrawn:
      isOwn ? "You may no longer sign in yourself" : "\(other) may no longer sign in by themselves"
    }
  }

  func text(of notice: AccessNotice, for reader: Person.ID) -> String {
    var sentences = ["\(title(of: notice, for: reader)). \(text(notice.time))."]
    if let right = notice.right {
      sentences.append("Role: \(name(of: right.role.role)).")
      switch notice.event {
      case .given, .changed:
        if right.role == .proxy || right.role == .guardian {
          sentences.append("Reaches to: \(names(of: right.areas)).")
        }
        let last = right.lastDay.map(day)
        sentences.append(
          "Holds \(span(from: day(OsloTime.date(right.start)), to: last))"
            + (last == nil ? ", without an end." : ", that day included.")
        )
        if right.role == .proxy {
          sentences.append("Both of you can end it at any time.")
        }
      case .ended: sentences.append("Ended by \(endedBy(right.ended)).")
      case .youthLoginAllowed, .youthLoginWithdrawn: break
      }
    }
    if let chooser = notice.chooserName { sentences.append("Chosen by \(chooser), parent.") }
    return sentences.joined(separator: " ")
  }

  func state(of proxy: GivenProxy) -> String {
    switch proxy.state {
    case .notBegun: return "Begins \(day(OsloTime.date(proxy.grant.start)))"
    case .active:
      guard let last = proxy.grant.lastDay else { return "In force, without an end" }
      return "In force, last day \(day(last))"
    case .ended(let time):
      if let last = proxy.readableUntil {
        return "Ended, what came before can be read until \(day(last))"
      }
      guard let ending = proxy.grant.ending else {
        return
          "Ran out, last day \(day(CivilDate(daysSinceEpoch: OsloTime.date(time).daysSinceEpoch - 1)))"
      }
      return "Ended \(text(time)) by \(endedBy(ending.reason))"
    }
  }

  func text(of change: AccessChange) -> String {
    let what = change.isWriting ? "writing" : "reading"
    let verb = change.isOpening ? "opens" : "closes"
    let count = change.count.map { " (\(self.count($0, in: change.area, new: 0)))" } ?? ""
    return "\(name(of: change.area)): \(what) \(verb)\(count)"
  }

  func youthLogin(isAllowed: Bool) -> String {
    isAllowed ? "May sign in by themselves" : "May not sign in by themselves"
  }

  var readsAndWrites: String { "reads and writes" }
  var readsOnly: String { "reads" }
  var closed: String { "closed" }
  var mayActFor: String { "May act for:" }
  var consentLevel: String { "Consent" }
  var withdrawalErases: String {
    "When a consent is withdrawn all that is stored is erased for good, but for who you are, your "
      + "choices and who may act for you."
  }

  private func endedBy(_ reason: ProxyGrant.Ending.Reason?) -> String {
    switch reason {
    case .byGrantor: "the person who gave it"
    case .byProxy: "the one who had it"
    case .replaced: "a new one that came in its place"
    case .register: "the register"
    case .byPractice: "the practice"
    case nil: "its last day"
    }
  }
}
