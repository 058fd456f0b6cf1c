/// Something that one of the invented people does with a right, or that a register says of them.
package struct SampleAct: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    /// The register says that the other is a parent.
    case parent(sharesAddress: Bool)
    case give(Set<ProxyArea>)
    /// Puts another proxy in the place of the one that the other has.
    case change(Set<ProxyArea>)
    case end
    /// The other, a parent, lets the young person sign in.
    case allowSignIn
    /// The other looks at some sections.
    case look([Area])
  }

  package let moment: Instant
  /// Whose record: an index into `SampleData.people`.
  package let person: Int
  /// The one who may act.
  package let other: Int
  package let what: What
}

extension SampleData {
  /// Who may act for whom, oldest first: the daughter for her mother and for the three children.
  ///
  /// What a person does themselves falls into a visit of theirs.
  package static let acts: [SampleAct] = {
    let (grandmother, daughter, child, youth, soonSixteen, diabetic) = (0, 1, 2, 3, 4, 5)
    let table: [(SampleMoment, Int, Int, SampleAct.What)] = [
      ("2022-05-11 09:00", child, daughter, .parent(sharesAddress: true)),
      ("2022-05-11 09:01", youth, daughter, .parent(sharesAddress: true)),
      ("2022-05-11 09:02", soonSixteen, daughter, .parent(sharesAddress: true)),
      ("2022-12-01 11:21", grandmother, diabetic, .give([.registered])),
      ("2023-02-20 15:43", grandmother, daughter, .give([.registered])),
      ("2023-06-15 09:59", grandmother, diabetic, .end),
      ("2023-12-04 19:30", soonSixteen, daughter, .allowSignIn),
      ("2024-10-10 13:38", grandmother, daughter, .change(Set(ProxyArea.allCases))),
      ("2026-05-15 19:30", youth, daughter, .allowSignIn),
      ("2026-06-17 21:40", grandmother, daughter, .look([.prescriptions, .appointments])),
    ]
    return table.map { moment, person, other, what in
      SampleAct(moment: moment.instant, person: person, other: other, what: what)
    }
  }()
}
