import PortalCore

/// One right to act for the person: what it opens, how long, what has been told of it, and the ways
/// to change or end it.
struct ProxyScreen: RecordScreen {
  /// What was read.
  struct Content {
    var proxy: GivenProxy
    /// What has been told of it, the newest first.
    var notices: [AccessNotice]
  }

  let context: ScreenContext
  let id: RecordID
  var content: Result<Content, ServiceError>?
  /// Whether ending it was asked for once: the second time does it.
  private var isEnding = false

  init(context: ScreenContext, id: RecordID) {
    self.context = context
    self.id = id
  }

  var title: String { context.phrases.name(of: RecordKind.proxyGrant) }

  func load() throws(ServiceError) -> Content {
    let proxy = try context.record.proxy(id)
    // Without them the page lacks its history and nothing else.
    let notices = (try? context.record.accessNotices().map(\.content)) ?? []
    return Content(proxy: proxy, notices: notices.filter { $0.right?.grant == id })
  }

  func page(of content: Content) -> Page {
    let phrases = context.phrases
    let grant = content.proxy.grant
    var facts = ProxyText(context).facts(grant)
    facts.append(Fact(label: phrases.label(.status), value: phrases.state(of: content.proxy)))
    var blocks: [Block] = [.facts(facts)]
    if content.proxy.isStanding, !grant.areas.isEmpty {
      blocks.append(.heading(phrases.whatItOpens))
      blocks += grant.areas.map { area in
        .paragraph("\(phrases.name(of: area)): \(phrases.whatOpens(area))")
      }
    }
    if content.proxy.isStanding, actions(content).isEmpty {
      let text = phrases.problemText(.notOnesOwnToEnd(grant.role))
      blocks.append(.notice(Notice(severity: .information, text: text)))
    }
    if !content.notices.isEmpty {
      blocks.append(.heading(phrases.receiptsHeading))
      blocks += content.notices.map { .text(phrases.text(of: $0, for: context.record.subject)) }
    }
    return Page(
      title: grant.proxyName.isEmpty ? title : grant.proxyName,
      blocks: blocks,
      actions: actions(content)
    )
  }

  mutating func react(to intent: Intent) -> [Effect] {
    guard let shown = try? content?.get(), case .run(let action, _) = intent,
      actions(shown).contains(where: { $0.id == action })
    else { return [] }
    if action == .endRight { return end(shown.proxy) }
    isEnding = false
    return action == .edit ? [.push(GiveProxyScreen(context: context, changing: shown.proxy))] : []
  }

  private func actions(_ content: Content) -> [PageAction] {
    let phrases = context.phrases
    guard content.proxy.isStanding else { return [] }
    if context.isOwn {
      guard content.proxy.grant.role == .proxy else { return [] }
      return [
        PageAction(id: .edit, label: phrases.changeProxyTitle),
        PageAction(id: .endRight, label: phrases.endProxyAction),
      ]
    }
    guard content.proxy.grant.role != .parent, id == context.record.attribution.basis.grant else {
      return []
    }
    return [PageAction(id: .endRight, label: phrases.resignAction)]
  }

  private mutating func end(_ proxy: GivenProxy) -> [Effect] {
    let phrases = context.phrases
    let key = Keymap.name(.endRight, phrases)
    guard isEnding else {
      isEnding = true
      let text =
        context.isOwn
        ? phrases.endAgain(proxy.grant.proxyName, key: key) : phrases.resignAgain(key: key)
      return [.say(Notice(severity: .warning, text: text))]
    }
    isEnding = false
    guard context.isOwn else { return context.resign() }
    do {
      let receipt = try context.record.endProxy(proxy.id)
      _ = update(.shown)
      let text =
        receipt.map { phrases.ended(proxy.grant.proxyName, receipt: $0.text) }
        ?? phrases.problemText(.alreadyEnded)
      return [.say(Notice(severity: receipt == nil ? .information : .success, text: text))]
    } catch {
      return [.say(Notice(for: error, phrases))]
    }
  }
}
