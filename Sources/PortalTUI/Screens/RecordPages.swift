import PortalCore

/// Makes the page of any one record: for opening it, for the right half of a wide screen, and for
/// an older version of it.
struct RecordPages {
  let context: ScreenContext
  /// What the caller has read already of the sections that a page looks into; read anew where nil.
  var analyses: AnalysisGroups?
  var dispensings: [SectionEntry<Dispensing>]?

  init(_ context: ScreenContext) {
    self.context = context
  }

  var phrases: any Phrasebook { context.phrases }
  var values: ValueText { ValueText(phrases) }

  /// Whether records of a kind have a page of their own.
  static func hasPage(_ kind: RecordKind) -> Bool {
    switch kind {
    case .testResult, .resultReport, .prescription, .dispensing, .medicationListEntry, .vaccination,
      .allergy, .healthCondition, .document, .unmappedResource, .repair, .erasure, .accessNotice,
      .appointment:
      true
    case .person, .consent, .youthLogin, .proxyGrant, .representation, .message, .medication,
      .practitioner, .practitionerRole, .organization, .importReceipt,
      .threadStatus, .renewal, .practitionerChange,
      .waitingListPlace, .notificationProfile:
      false
    }
  }

  /// A message by itself: a version of it in its history.
  private func blocks(of message: Message) -> [Block] {
    [.text(message.text)] + facts([(.status, phrases.status(message.status))])
  }

  /// How to reach a person: a version of it in its history.
  private func blocks(of person: Person) -> [Block] {
    let facts = context.contactFacts(person)
    return facts.isEmpty ? [] : [.facts(facts)]
  }

  /// The page that opening an entry would show; nil where it has none.
  func page(of item: ItemID) -> Page? {
    switch Target(item) {
    case .record(.proxyGrant, let id): return ProxyScreen(context: context, id: id).page()
    case .record(.consent, _), .record(.youthLogin, _):
      return PrivacyScreen(context: context).page()
    case .record(.representation, _): return RepresentScreen(context: context).page()
    case .record(.appointment, let id): return AppointmentScreen(context: context, id: id).page()
    case .record(.notificationProfile, _):
      return NotificationsScreen(context: context).page()
    case .record(let kind, let id):
      guard Self.hasPage(kind) else { return nil }
      do {
        return try page(of: context.record.record(id, of: kind))
      } catch {
        return Page(title: phrases.untitled(kind), for: error, phrases)
      }
    case .thread(let id): return ThreadScreen(context: context, thread: id).page()
    case .section(let area): return SectionScreens.screen(for: area, context).page()
    case .logLine(let sequence):
      var screen = AccessLogLineScreen(context: context, sequence: sequence)
      _ = screen.update(.shown)
      return screen.page()
    case .notifications: return NotificationsScreen(context: context).page()
    case .birthdays: return BirthdayLadderScreen(context: context).page()
    case .practitioners, .undoneChange: return PractitionerScreen(context: context).page()
    case .person, .represented, nil: return nil
    }
  }

  /// The page of a record.
  func page(of record: Record) throws(ServiceError) -> Page {
    let blocks: [Block] =
      switch record.content {
      case .testResult(let result): try self.blocks(of: result, id: record.id)
      case .resultReport(let report): try self.blocks(of: report)
      case .prescription(let prescription): try self.blocks(of: prescription, id: record.id)
      case .dispensing(let dispensing): self.blocks(of: dispensing)
      case .medicationListEntry(let entry): self.blocks(of: entry)
      case .vaccination(let vaccination): self.blocks(of: vaccination)
      case .allergy(let allergy): self.blocks(of: allergy)
      case .healthCondition(let condition): self.blocks(of: condition)
      case .document(let document): self.blocks(of: document)
      case .unmappedResource(let resource): self.blocks(of: resource)
      case .message(let message): self.blocks(of: message)
      case .person(let person): self.blocks(of: person)
      case .repair(let repair): self.blocks(of: repair)
      case .erasure(let erasure): self.blocks(of: erasure)
      case .proxyGrant(let grant): [.facts(ProxyText(context).facts(grant))]
      case .accessNotice(let notice): [.text(phrases.text(of: notice, for: context.record.subject))]
      case .consent(let choice): self.facts([(.status, phrases.name(of: choice.level))])
      case .youthLogin(let choice): [.text(phrases.youthLogin(isAllowed: choice.isAllowed))]
      case .representation(let right):
        self.facts([(.who, right.personName), (.role, phrases.name(of: right.role.role))])
      case .appointment(let appointment): self.blocks(of: appointment)
      case .medication, .practitioner, .practitionerRole, .organization, .importReceipt,
        .threadStatus, .renewal, .practitionerChange,
        .waitingListPlace, .notificationProfile:
        []
      }
    return Page(title: title(of: record), blocks: blocks, actions: actions(for: record))
  }

  /// What a record is called; where it has no name, what it is.
  func title(of record: Record) -> String {
    let kind = record.kind
    switch record.content {
    case .prescription(let prescription): return context.title(prescription.medication, kind)
    case .dispensing(let dispensing): return context.title(dispensing.medication, kind)
    case .medicationListEntry(let entry): return context.title(entry.medication, kind)
    case .vaccination(let vaccination): return context.title(vaccination.vaccine, kind)
    case .allergy(let allergy): return context.title(allergy.code, kind)
    case .healthCondition(let condition): return context.title(condition.code, kind)
    case .unmappedResource(let resource):
      return resource.title ?? phrases.resourceType(resource.resourceType)
    case .erasure(let erasure): return phrases.title(of: erasure)
    case .accessNotice(let notice): return phrases.title(of: notice, for: context.record.subject)
    case .proxyGrant(let grant): return ProxyText(context).title(grant)
    case .appointment(let appointment): return AppointmentText(context).title(appointment)
    case .person, .consent, .youthLogin, .representation, .message, .testResult,
      .resultReport, .medication, .document,
      .practitioner, .practitionerRole, .organization, .importReceipt, .repair,
      .threadStatus, .renewal, .practitionerChange,
      .waitingListPlace, .notificationProfile:
      let title = record.content.title ?? ""
      return title.isEmpty ? phrases.untitled(kind) : title
    }
  }

  /// What a record is, in a word or two.
  func kind(of record: Record) -> String {
    guard case .unmappedResource(let resource) = record.content else {
      return phrases.name(of: record.kind)
    }
    return phrases.resourceType(resource.resourceType)
  }

  private func actions(for record: Record) -> [PageAction] {
    var actions = [PageAction(id: .showHistory, label: phrases.actionLabel(.showHistory))]
    if record.origin != nil {
      actions.insert(PageAction(id: .showSource, label: phrases.actionLabel(.showSource)), at: 0)
    }
    return actions
  }

  // MARK: - Parts of pages

  /// Labels with their values; those without a value are left out, and the block where none is.
  func facts(_ pairs: [(Label, String?)]) -> [Block] {
    let facts = pairs.compactMap { label, value -> Fact? in
      guard let value, !value.isEmpty else { return nil }
      return Fact(label: phrases.label(label), value: value)
    }
    return facts.isEmpty ? [] : [.facts(facts)]
  }

  /// The same blocks with facts that follow each other put together.
  func merged(_ blocks: [Block]) -> [Block] {
    var merged: [Block] = []
    for block in blocks {
      if case .facts(let more) = block, case .facts(let facts)? = merged.last {
        merged[merged.count - 1] = .facts(facts + more)
      } else {
        merged.append(block)
      }
    }
    return merged
  }

  /// Texts one after the other; nil where there is none.
  func lines(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  /// A heading and the texts below it; nothing where there is no text.
  func section(_ heading: Label, _ texts: [String]) -> [Block] {
    let texts = texts.filter { !$0.isEmpty }
    return texts.isEmpty ? [] : [.heading(phrases.label(heading))] + texts.map(Block.text)
  }

  /// Who or what some references lead to, in words; nil where they say nothing.
  func names(_ references: [RecordReference]) -> String? {
    let names = references.compactMap(context.name)
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }

  /// What some concepts are called; nil where there are none.
  func titles(_ concepts: [CodeableConcept]) -> String? {
    let titles = concepts.compactMap(\.title)
    return titles.isEmpty ? nil : titles.joined(separator: "; ")
  }

  /// Dates as they were recorded, else the words that stand for them.
  func date(_ date: PartialDate?, _ words: String? = nil) -> String? {
    date.map(phrases.text) ?? words
  }
}

extension ScreenContext {
  /// Who or what a reference leads to, in words; nil where it says nothing to a person.
  func name(of reference: RecordReference?) -> String? {
    guard let reference else { return nil }
    // Where it led nowhere only the file's own way of pointing is left; the original shows it.
    let isNamed = reference.display?.isEmpty == false
    guard isNamed || reference.record != nil || reference.identifier != nil else { return nil }
    return record.name(of: reference)
  }
}
