/// What a look at everything in a store has found.
package struct VerifyReport: Hashable, Sendable {
  /// What was found of one person.
  package struct PersonReport: Hashable, Sendable {
    package let id: Person.ID
    /// Accepted lines of the journal, the header among them.
    package let lines: Int
    /// Every message in the accepted part once, in the order in which they first appear.
    package let messageIDs: [RecordID]
    package let problems: [CheckProblem]
    package let remarks: [CheckRemark]
  }

  /// In the order of their ids.
  package let persons: [PersonReport]
  /// What is wrong with the store beside its people; files are named from the data directory on,
  /// those of a person from theirs.
  package let problems: [CheckProblem]
  package let remarks: [CheckRemark]

  package var isSound: Bool {
    problems.isEmpty && persons.allSatisfy(\.problems.isEmpty)
  }
}

extension Portal {
  /// Checks every line, payload, blob, anchor, identity, practice, queue and permission; of
  /// everybody, or of one person, with the settings and the key but without identities, practices
  /// and what is pending.
  ///
  /// Writes nothing, and says of a record only ids. What is wrong with one person does not keep it
  /// from looking at the others. Throws only where there is no such person.
  package func verify(_ person: Person.ID? = nil) throws(ServiceError) -> VerifyReport {
    var check = StoreCheck(store: store)
    check.checkOwnFiles()
    var findings = check.findings
    var ids: [Person.ID] = []
    if let person {
      ids = [person]
    } else {
      check.checkTree()
      findings = check.findings
      do throws(StoreError) {
        ids = try store.people()
      } catch {
        findings.add(error, of: "people")
      }
    }
    var persons: [VerifyReport.PersonReport] = []
    for id in ids {
      do throws(StoreError) {
        persons.append(try report(on: id, check.anchors[id] ?? []))
      } catch {
        if person != nil { throw .store(error) }
        findings.add(error, of: id.text)
      }
    }
    return VerifyReport(
      persons: persons,
      problems: findings.problems,
      remarks: findings.remarks
    )
  }

  /// Whether the line that a receipt names is in a person's chain, with that hash.
  package func holds(_ receipt: ReceiptText, of person: Person.ID) throws(ServiceError) -> Bool {
    try serving { () throws(StoreError) in
      let journal = try store.journal(of: person)
      guard let line = try journal.line(receipt.sequence) else { return false }
      // Of a line that a repair has given up the hash may still be known, but not what it held.
      let lostContents = try journal.repairs().flatMap(\.lostContents)
      return !line.isLost && !lostContents.contains(line.sequence)
        && line.hash.hexadecimal.hasPrefix(receipt.digits)
    }
  }

  private func report(
    on id: Person.ID,
    _ anchors: [JournalAnchor]
  ) throws(StoreError) -> VerifyReport.PersonReport {
    var check = PersonCheck(store: store, id: id, anchors: anchors)
    try check.run()
    return VerifyReport.PersonReport(
      id: id,
      lines: check.lines,
      messageIDs: check.messages,
      problems: check.findings.problems,
      remarks: check.findings.remarks
    )
  }
}

/// A receipt as a person noted it: `1284-3fa91c07`.
package struct ReceiptText: Hashable, Sendable {
  package let sequence: Int
  /// The first eight digits of the hash, or more.
  let digits: String

  /// Nil for anything else; spaces between digits and capital letters do no harm.
  package init?(_ text: String) {
    let parts = text.lowercased().filter { $0 != " " }.split(separator: "-")
    guard parts.count == 2, let sequence = Int(parts[0]), sequence > 0,
      (8...64).contains(parts[1].utf8.count),
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    self.sequence = sequence
    digits = String(parts[1])
  }
}
