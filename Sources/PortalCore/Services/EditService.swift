/// What came of a change that was made on a version of a record.
package enum EditOutcome: Sendable {
  /// Stored as this version; the receipt proves it.
  case saved(Receipt, version: Int)
  /// The record said so already: nothing was written.
  case unchanged(version: Int)
  /// The record has moved on: nothing was written, and a person has to choose.
  case conflict(EditConflict)
}

/// A change that was made on a version which is not the newest any more.
package struct EditConflict: Sendable {
  /// The version that the change was made on.
  package let base: Int
  /// What the change would have made of the newest version.
  package let mine: RecordContent
  /// What stands there now, who wrote it and when.
  package let newest: Revision
}

extension OpenRecord {
  /// Changes a record as it was in a version, or says that it is not so any more.
  ///
  /// `change` is asked under the lock, with the newest content. Throws `noSuchRecord` for what this
  /// reader may not see, and whatever the gate and the store say.
  package func edit(
    _ id: RecordID,
    base: Int,
    in area: Area,
    change: (RecordContent) -> RecordContent
  ) throws(ServiceError) -> EditOutcome {
    try allow(.write, in: area)
    let seen = try record(id, in: area)
    guard seen.kind.area == area else { throw .noSuchRecord }
    var newest = seen.version
    do throws(ServiceError) {
      let receipt = try append(.write, in: area) { contents throws(StoreError) in
        guard let record = try contents[id] else { throw .noSuchRecord }
        newest = record.version
        guard record.version == base else { throw .conflict(id, newest: newest) }
        let content = change(record.content)
        if content == record.content { return [] }
        return [record.next(content)]
      }
      guard let receipt else { return .unchanged(version: newest) }
      return .saved(receipt, version: newest + 1)
    } catch {
      guard case .store(.conflict(id, _)) = error else { throw error }
      return .conflict(try conflict(id, base: base, change))
    }
  }

  func conflict(
    _ id: RecordID,
    base: Int,
    _ change: (RecordContent) -> RecordContent
  ) throws(ServiceError) -> EditConflict {
    guard let newest = try history(of: id).last else { throw .noSuchRecord }
    return EditConflict(base: base, mine: change(newest.record.content), newest: newest)
  }
}

// MARK: - How to reach a person

extension OpenRecord {
  /// Who the person is, with the version that a change of it is made on; nil where no file has said.
  package func personRecord() throws(ServiceError) -> Record? {
    try look(in: .overview) { contents, visibility throws(StoreError) in
      guard let entry = try contents.entry(of: Person.recordID), visibility.sees(entry) else {
        return nil
      }
      return try contents[Person.recordID]
    }
  }

  /// Changes how the person says they are to be reached; an empty text takes a field away.
  ///
  /// Throws `notEditable` for any other record, and `unusableValue` where a value cannot be one.
  package func editContact(
    _ id: RecordID = Person.recordID,
    base: Int,
    _ fields: [ContactField: String]
  ) throws(ServiceError) -> EditOutcome {
    guard case .person = try record(id, in: .overview).content else { throw .notEditable }
    var values: [(ContactField, String?)] = []
    for field in ContactField.allCases {
      guard let text = fields[field] else { continue }
      if text.allSatisfy(\.isWhitespace) {
        values.append((field, nil))
      } else {
        guard let value = field.value(text) else { throw .unusableValue(field) }
        values.append((field, value))
      }
    }
    return try edit(id, base: base, in: .overview) { content in
      guard case .person(var person) = content else { return content }
      var own = person.own ?? OwnContact()
      for (field, value) in values { own[field] = value }
      person.own = own.isEmpty ? nil : own
      return .person(person)
    }
  }
}

// MARK: - What is typed and not stored

extension OpenRecord {
  /// Changed contact information that was typed and not stored; nil where there is none.
  package func contactDraft() throws(ServiceError) -> ContactDraft? {
    try draft(ContactDraft.self, ContactDraft.name, in: .overview)
  }

  /// Keeps what is typed, with the version that it changes; without changes the draft goes.
  package func keepContactDraft(
    base: Int,
    _ changes: [ContactField: String]
  ) throws(ServiceError) {
    if changes.isEmpty { return try discardContactDraft() }
    let texts = changes.mapValues(\.withoutNUL)
    let draft = ContactDraft(base: base, changes: texts, saved: now)
    try keep(draft, as: ContactDraft.name, in: .overview)
  }

  package func discardContactDraft() throws(ServiceError) {
    try removeDraft(ContactDraft.name)
  }
}

extension ContactDraft {
  /// There is one at most.
  fileprivate static let name = RecordID(bytes: Array("contact-details\0\0".utf8))
}

extension Record {
  /// The version after this one, with another content.
  ///
  /// Its origin goes with it: what a file said can still be looked up.
  func next(_ content: RecordContent) -> Record {
    Record(id: id, version: version + 1, content: content, origin: origin, labels: labels)
  }
}
