import PortalCore

/// How a right to act for the person is told on a page.
struct ProxyText {
  private let context: ScreenContext
  private var phrases: any Phrasebook { context.phrases }

  init(_ context: ScreenContext) {
    self.context = context
  }

  /// A right as an entry of a list.
  func item(_ proxy: GivenProxy) -> Item {
    Item(
      id: Target.record(.proxyGrant, proxy.id).item,
      title: title(proxy.grant),
      detail: phrases.shortState(of: proxy),
      mark: proxy.isStanding
        ? nil : Item.Mark(text: phrases.rightIsOver, severity: .information)
    )
  }

  /// Who has it, and as what.
  func title(_ grant: ProxyGrant) -> String {
    let name = grant.proxyName.isEmpty ? phrases.untitled(.person) : grant.proxyName
    return "\(name), \(phrases.name(of: grant.role.role))"
  }

  /// What it says, without where it stands.
  func facts(_ grant: ProxyGrant) -> [Fact] {
    var facts = [
      Fact(label: phrases.label(.who), value: grant.proxyName),
      Fact(label: phrases.label(.role), value: phrases.name(of: grant.role.role)),
    ]
    if !grant.areas.isEmpty {
      facts.append(Fact(label: phrases.proxyAreas, value: phrases.names(of: grant.areas)))
    }
    facts.append(Fact(label: phrases.label(.period), value: period(grant)))
    return facts
  }

  private func period(_ grant: ProxyGrant) -> String {
    let last = grant.end.map { end in
      phrases.day(CivilDate(daysSinceEpoch: OsloTime.date(end).daysSinceEpoch - 1))
    }
    let span = phrases.span(from: phrases.day(OsloTime.date(grant.start)), to: last)
    return last == nil ? "\(span), \(phrases.withoutEnd)" : "\(span), \(phrases.dayIncluded)"
  }
}

extension ScreenContext {
  /// Whether the record is open for the person themselves.
  var isOwn: Bool { record.attribution.basis.role == .oneself }

  /// Gives back the right by which the record is open; the record closes with that.
  func resign() -> [Effect] {
    do {
      guard let receipt = try record.resign() else {
        return [.say(Notice(severity: .information, text: phrases.problemText(.alreadyEnded)))]
      }
      return [.say(Notice(severity: .success, text: phrases.resigned(receipt: receipt.text)))]
    } catch {
      return [.say(Notice(for: error, phrases))]
    }
  }
}
