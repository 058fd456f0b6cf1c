import PortalCore
import Testing

@testable import PortalTUI

/// Everything that anybody can print of another's record, walked through by each of them: no byte of
/// what is hidden from them, and all of what is not.
///
/// Each thing in a record bears a word of its own. The pages are walked in plain lines, entry by
/// entry, as a person would; the commands are all that read a record.
struct LeakTests {
  /// What stands in each record, with the word it bears.
  private enum Thing: String, CaseIterable {
    case result, resultKeptFromParents, resultKeptFromYouth, resultDelayed, resultBarredForStaff
    case vaccine, vaccineKeptFromParents, vaccineKeptFromYouth
    case prescription, prescriptionKeptFromParents, prescriptionOfOld
    case medicine, allergy, diagnosis, document, message

    func word(_ owner: Owner) -> String { "kanari\(owner.rawValue)\(rawValue)x".lowercased() }

    var label: String? {
      switch self {
      case .resultKeptFromParents, .vaccineKeptFromParents, .prescriptionKeptFromParents:
        "NORN_FORANS"
      case .resultKeptFromYouth, .vaccineKeptFromYouth: "NORN_UNGDOM"
      case .resultDelayed: "NORU"
      case .resultBarredForStaff: "NORS"
      case .result, .vaccine, .prescription, .prescriptionOfOld, .medicine, .allergy, .diagnosis,
        .document, .message:
        nil
      }
    }

    func resource(_ owner: Owner) -> String {
      let word = word(owner)
      let who = "{\"reference\":\"Patient/\(owner.rawValue)\"}"
      let id = "\"id\":\"\(rawValue)-\(owner.rawValue)\""
      let security = label.map {
        "\"meta\":{\"security\":[{\"system\":\"urn:oid:2.16.578.1.12.4.1.1.9603\",\"code\":\"\($0)\"}]},"
      }
      let head = "\(id),\(security ?? "")"
      return switch self {
      case .result, .resultKeptFromParents, .resultKeptFromYouth, .resultDelayed,
        .resultBarredForStaff:
        """
        {"resourceType":"Observation",\(head)"status":"final","code":{"text":"\(word)"},
         "subject":\(who),"effectiveDateTime":"2026-03-01","valueQuantity":{"value":4,"unit":"g"}}
        """
      case .vaccine, .vaccineKeptFromParents, .vaccineKeptFromYouth:
        """
        {"resourceType":"Immunization",\(head)"status":"completed","patient":\(who),
         "vaccineCode":{"text":"\(word)"},"occurrenceDateTime":"2020-03-01"}
        """
      case .prescription, .prescriptionKeptFromParents:
        """
        {"resourceType":"MedicationRequest",\(head)"status":"active","intent":"order",
         "subject":\(who),"medicationCodeableConcept":{"text":"\(word)"},"authoredOn":"2026-10-01"}
        """
      case .prescriptionOfOld:
        """
        {"resourceType":"MedicationRequest",\(head)"status":"completed","intent":"order",
         "subject":\(who),"medicationCodeableConcept":{"text":"\(word)"},"authoredOn":"2023-10-01"}
        """
      case .medicine:
        """
        {"resourceType":"MedicationStatement",\(head)"status":"active","subject":\(who),
         "medicationCodeableConcept":{"text":"\(word)"}}
        """
      case .allergy:
        """
        {"resourceType":"AllergyIntolerance",\(head)"patient":\(who),"code":{"text":"\(word)"}}
        """
      case .diagnosis:
        """
        {"resourceType":"Condition",\(head)"subject":\(who),"code":{"text":"\(word)"}}
        """
      case .document:
        """
        {"resourceType":"Composition",\(head)"status":"final","type":{"text":"Epikrise"},
         "subject":\(who),"date":"2026-03-01","author":[{"display":"Lege"}],"title":"\(word)"}
        """
      case .message:
        """
        {"resourceType":"Communication",\(head)"status":"completed","subject":\(who),
         "sent":"2026-03-02T10:00:00+01:00","payload":[{"contentString":"\(word)"}]}
        """
      }
    }
  }

  /// Whose records there are.
  ///
  /// The rights are given on 21 November 2026, and looked at a day later.
  private enum Owner: String, CaseIterable {
    case adult, eight, twelve, fourteen, sixteen

    var born: String {
      switch self {
      case .adult: "1950-01-01"
      case .eight: "2018-01-01"
      case .twelve: "2014-11-21"
      case .fourteen: "2012-06-01"
      case .sixteen: "2010-11-22"
      }
    }
  }

  /// Who looks.
  private enum Reader: String, CaseIterable {
    case oneself, parent, registered, patientRecord, digitalServices, stranger

    /// What they see of a record; written by hand from `rules.md`.
    func sees(_ owner: Owner) -> Set<Thing> {
      let all = Set(Thing.allCases)
      let withheld: Set<Thing> = [.resultDelayed]
      let keptFromParents: Set<Thing> = [
        .resultKeptFromParents, .vaccineKeptFromParents, .prescriptionKeptFromParents,
      ]
      switch (self, owner) {
      case (.oneself, .adult), (.oneself, .sixteen): return all.subtracting(withheld)
      case (.oneself, .fourteen):
        return [
          .vaccine, .vaccineKeptFromParents, .prescription, .prescriptionKeptFromParents, .message,
        ]
      case (.parent, .eight): return all.subtracting(withheld).subtracting(keptFromParents)
      case (.parent, .twelve), (.parent, .fourteen):
        return [.vaccine, .vaccineKeptFromYouth, .prescription, .prescriptionOfOld]
      case (.registered, .adult):
        return [
          .prescription, .prescriptionKeptFromParents, .prescriptionOfOld, .medicine, .allergy,
          .diagnosis,
        ]
      case (.patientRecord, .adult): return [.document]
      case (.digitalServices, .adult):
        return [
          .result, .resultKeptFromParents, .resultKeptFromYouth, .resultBarredForStaff, .vaccine,
          .vaccineKeptFromParents, .vaccineKeptFromYouth, .message,
        ]
      case (.oneself, .eight), (.oneself, .twelve), (.parent, .adult), (.parent, .sixteen),
        (.registered, _), (.patientRecord, _), (.digitalServices, _), (.stranger, _):
        return []
      }
    }
  }

  private let harness = CommandHarness()
  private var ids: [String: String] = [:]

  init() throws {
    for owner in Owner.allCases {
      let things = Thing.allCases.map { $0.resource(owner) }
      ids[owner.rawValue] = try add(owner.rawValue, born: owner.born, things)
    }
    for reader in Reader.allCases where reader != .oneself {
      ids[reader.rawValue] = try add(reader.rawValue, born: "1980-01-01", [])
    }
    for owner in Owner.allCases where owner != .adult {
      try run("grant", "--to", id(.parent), "--role", "FO", "--same-address", "yes", of: owner)
    }
    try run("consent", "--youth-login", "yes", "--as", id(.parent), of: .fourteen)
    for (reader, area) in [
      (Reader.registered, "registered"), (.patientRecord, "patient-record"),
      (.digitalServices, "digital-services"),
    ] {
      try run("grant", "--to", id(reader), "--areas", area, of: .adult)
    }
    harness.clock.move(to: harness.clock.clock.now().advanced(bySeconds: 86_400))
  }

  private func id(_ reader: Reader) -> String { ids[reader.rawValue] ?? "" }

  private func add(_ name: String, born: String, _ resources: [String]) throws -> String {
    let patient = """
      {"resourceType":"Patient","id":"\(name)","name":[{"text":"Person \(name)"}],
       "birthDate":"\(born)","identifier":[{"system":"http://hospital.example/pid","value":"\(name)"}]}
      """
    let entries = ([patient] + resources).map { "{\"resource\":\($0)}" }.joined(separator: ",")
    let bundle = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[\(entries)]}"
    let answer = harness.run("import", harness.file("\(name).json", bundle), "--json")
    try #require(answer.status == .done, "\(answer.errors)")
    let people = harness.run("people").output.split(separator: "\n")
    let line = try #require(people.first { $0.contains("Person \(name)") })
    return String(line.prefix(26))
  }

  private func run(_ words: String..., of owner: Owner) throws {
    let answer = harness.run(words + ["--person", ids[owner.rawValue] ?? ""])
    try #require(answer.status == .done, "\(words): \(answer.errors)")
  }

  /// All that a reader gets to see of a record by the commands.
  private func commands(_ reader: Reader, _ owner: Owner) -> String {
    let person = ids[owner.rawValue] ?? ""
    let actor = reader == .oneself ? person : id(reader)
    let who = ["--person", person, "--as", actor]
    var words: [[String]] = []
    for area in Area.allCases {
      words += [["show", area.rawValue], ["show", area.rawValue, "--json"]]
    }
    for thing in Thing.allCases {
      // By a part of the word, which the answer does not repeat.
      let part = String(thing.word(owner).dropLast())
      words += [["search", part], ["search", part, "--json"]]
    }
    words += [["search", "kanari"], ["search", "kanari", "--json"], ["history"]]
    words += [
      ["history", "--json"], ["access-log"], ["access-log", "--json"], ["access-log", "--csv"],
    ]
    words += [["edit", "overview", "--record", "x", "--base", "1", "--set", "email=a@b.no"]]
    return words.map { words in
      let answer = harness.run(words + who)
      return answer.output + answer.errors
    }
    .joined(separator: "\n")
  }

  /// All that somebody gets to see on the pages, in plain lines: each section, and of its entries the
  /// past of one and the source of another.
  ///
  /// `first` leads from their own front page to that of the record.
  private func pages(_ actor: String, _ first: [String] = []) -> String {
    var walks = [first, first + ["v"], first + ["f", "kanari"]]
    for section in 1...13 {
      for (entry, page) in [("1", "v"), ("2", "s")] {
        walks.append(first + ["\(section)", entry, page])
      }
    }
    return walks.map { walk in
      let input = walk.joined(separator: "\n") + "\n"
      let answer = harness.run(["--plain", "--as", actor], input: input)
      return answer.output + answer.errors
    }
    .joined(separator: "\n")
  }

  @Test func `by no command does anybody get what is hidden from them, and each gets the rest`() {
    for reader in Reader.allCases {
      for owner in Owner.allCases {
        let text = commands(reader, owner).lowercased()
        let seen = reader.sees(owner)
        for thing in Thing.allCases {
          #expect(
            text.contains(thing.word(owner)) == seen.contains(thing),
            "\(reader) of \(owner): \(thing)"
          )
        }
      }
    }
  }

  @Test func `on one's own pages nobody gets what is hidden from them`() {
    for owner in Owner.allCases {
      expect(pages(ids[owner.rawValue] ?? ""), .oneself, owner)
    }
  }

  @Test func `on another's pages nobody gets what is hidden from them`() {
    for reader in Reader.allCases where reader != .oneself {
      // As many as the list of those for whom one acts has at most.
      let places = reader == .parent ? 4 : 1
      let text = (1...places).map { pages(id(reader), ["p", "\($0)"]) }.joined(separator: "\n")
      for owner in Owner.allCases { expect(text, reader, owner) }
    }
  }

  /// Nothing that is hidden, and something of what is not: the walk has come there.
  private func expect(_ text: String, _ reader: Reader, _ owner: Owner) {
    let text = text.lowercased()
    let seen = reader.sees(owner)
    for thing in Thing.allCases where !seen.contains(thing) {
      #expect(!text.contains(thing.word(owner)), "\(reader) of \(owner): \(thing)")
    }
    let shown = seen.count { text.contains($0.word(owner)) }
    #expect(shown >= min(seen.count, 3), "\(reader) of \(owner): \(shown) of \(seen.count)")
  }
}
