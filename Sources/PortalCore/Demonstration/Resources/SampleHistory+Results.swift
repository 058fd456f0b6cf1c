/// A laboratory's answer on one sampling.
struct SampleReport: Sendable {
  /// Which service answers (kv 8202 for the laboratories).
  enum Service: Sendable {
    case chemistry
    case microbiology
    /// The practice itself.
    case practice

    /// The report's category; the results have none of their own, as in the national service.
    var concept: SampleJSON {
      let system = "urn:oid:2.16.578.1.12.4.1.1.8202"
      return switch self {
      case .chemistry: .concept("Medisinsk biokjemi", .coding(system, "CLIN"))
      case .microbiology: .concept("Medisinsk mikrobiologi", .coding(system, "MBIO"))
      case .practice: .concept("Undersøkelse på legekontoret")
      }
    }
  }

  let title: String
  let service: Service
  let taken: SampleMoment
  var answered: SampleMoment
  var results: [SampleResult]
  var conclusion: String?
  /// What was taken: `Urin, midtstråle`.
  var specimen: String?
  /// Names of analyses whose value is not the one that was answered first.
  var amended: Set<String> = []

  init(
    _ title: String,
    _ service: Service = .chemistry,
    taken: SampleMoment,
    answered: SampleMoment,
    _ results: [SampleResult],
    conclusion: String? = nil,
    specimen: String? = nil
  ) {
    self.title = title
    self.service = service
    self.taken = taken
    self.answered = answered
    self.results = results
    self.conclusion = conclusion
    self.specimen = specimen
  }
}

extension SampleHistory {
  /// Adds a report with its results, known when it was answered.
  ///
  /// The same title and time of sampling again, with `amended`, corrects what was answered before.
  mutating func answer(_ report: SampleReport, by performer: SampleJSON) {
    for result in report.results { add(result, of: report, by: performer) }
    if let specimen = report.specimen {
      let resource = SampleResource(
        "Specimen",
        at: address("specimen/\(name(of: report))"),
        [
          "status": "available", "type": .concept(specimen), "subject": subject,
          "receivedTime": report.taken.json,
          "collection": ["collectedDateTime": report.taken.json],
        ]
      )
      add(resource, known: report.answered)
    }
    add(diagnosticReport(report, by: performer), known: report.answered)
  }

  private func name(of report: SampleReport) -> String {
    "\(report.title)/\(report.taken.text)"
  }

  private func name(of result: SampleResult, in report: SampleReport) -> String {
    "result/\(name(of: report))/\(result.analysis.name)"
  }

  private mutating func add(
    _ result: SampleResult,
    of report: SampleReport,
    by performer: SampleJSON
  ) {
    if case .members(let members) = result.value {
      for member in members { add(member, of: report, by: performer) }
    }
    add(observation(result, of: report, by: performer), known: report.answered)
  }

  private func observation(
    _ result: SampleResult,
    of report: SampleReport,
    by performer: SampleJSON
  ) -> SampleResource {
    let isAmended = report.amended.contains(result.analysis.name)
    let found = found(result, in: report)
    let members: [SampleJSON.Member?] = [
      .init("status", isAmended ? "amended" : "final"),
      .init("code", result.analysis.concept),
      .init("subject", subject),
      .init("effectiveDateTime", report.taken.json),
      found.value,
      found.interpretation.map { .init("interpretation", $0) },
      result.note.map { .init("note", [["text": .text($0)]]) },
      report.specimen.map { _ in .init("specimen", reference("specimen/\(name(of: report))")) },
      found.value?.name == "valueQuantity"
        ? result.analysis.referenceRange.map { .init("referenceRange", $0) } : nil,
      found.members.map { .init("hasMember", $0) },
    ]
    return SampleResource(
      "Observation",
      at: address(name(of: result, in: report)),
      .object(members.compactMap(\.self))
    )
  }

  private func found(
    _ result: SampleResult,
    in report: SampleReport
  ) -> (value: SampleJSON.Member?, interpretation: SampleJSON?, members: SampleJSON?) {
    let analysis = result.analysis
    func amount(_ value: Int, _ comparator: String?) -> SampleJSON.Member {
      let quantity = SampleJSON.quantity(
        analysis.text(value),
        analysis.unit,
        comparator: comparator
      )
      return .init("valueQuantity", quantity)
    }
    return switch result.value {
    case .number(let value): (amount(value, nil), analysis.interpretation(value), nil)
    case .below(let value): (amount(value, "<"), nil, nil)
    case .above(let value): (amount(value, ">"), nil, nil)
    case .finding(let words): (.init("valueCodeableConcept", .concept(words)), nil, nil)
    case .text(let text): (.init("valueString", .text(text)), nil, nil)
    case .members(let members):
      (nil, nil, .list(members.map { reference(name(of: $0, in: report)) }))
    }
  }

  private func diagnosticReport(
    _ report: SampleReport,
    by performer: SampleJSON
  ) -> SampleResource {
    SampleResource(
      "DiagnosticReport",
      at: address("report/\(name(of: report))"),
      [
        "status": report.amended.isEmpty ? "final" : "amended",
        "category": [report.service.concept],
        "code": .concept(report.title),
        "subject": subject,
        "effectiveDateTime": report.taken.json,
        "issued": report.answered.json,
        "performer": [performer],
        "specimen": report.specimen.map { _ in [reference("specimen/\(name(of: report))")] },
        "result": .some(report.results.map { reference(name(of: $0, in: report)) }),
        "conclusion": report.conclusion.map { .text($0) },
      ]
    )
  }
}
