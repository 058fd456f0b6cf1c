import PortalCore

extension Bokmal {
  func flag(_ flag: ResultFlag) -> String {
    switch flag {
    case .normal: "Normalt"
    case .high: "Høyt"
    case .low: "Lavt"
    case .criticallyHigh: "Svært høyt"
    case .criticallyLow: "Svært lavt"
    case .abnormal: "Avvik"
    case .criticallyAbnormal: "Stort avvik"
    case .outside: "Utenfor området"
    case .positive: "Positivt"
    case .negative: "Negativt"
    case .detected: "Påvist"
    case .notDetected: "Ikke påvist"
    case .indeterminate: "Usikkert"
    case .resistant: "Resistent"
    case .intermediate: "Middels følsom"
    case .susceptible: "Følsom"
    case .better: "Bedre enn før"
    case .worse: "Verre enn før"
    }
  }

  func word(for position: RangePosition) -> String? {
    switch position {
    case .within: "innenfor referanseområdet"
    case .above: "over referanseområdet"
    case .below: "under referanseområdet"
    case .undecided: nil
    }
  }

  func explanation(of position: RangePosition, _ limits: String) -> String {
    guard let word = word(for: position) else {
      return "Svaret kan ikke sammenlignes med referanseområdet i denne rapporten (\(limits))."
    }
    return "Svaret er \(word) i denne rapporten (\(limits))."
  }

  func meaning(of comparator: Quantity.Comparator, _ value: String) -> String {
    let words =
      switch comparator {
      case .lessThan: "lavere enn \(value)"
      case .atMost: "\(value) eller lavere"
      case .atLeast: "\(value) eller høyere"
      case .greaterThan: "høyere enn \(value)"
      }
    return "«\(comparator.rawValue) \(value)» betyr \(words)."
  }

  func status(_ status: TestResult.Status) -> String {
    switch status {
    case .registered: "Registrert, svaret er ikke klart"
    case .preliminary: "Foreløpig svar, kan bli endret"
    case .final: "Endelig svar"
    case .amended: "Endelig svar, endret etter at det først kom"
    case .corrected: "Rettet svar. Det første var feil"
    case .cancelled: "Avbestilt, prøven er ikke utført"
    case .enteredInError: "Registrert ved en feil"
    case .unknown: "Ukjent"
    }
  }

  func shortStatus(_ status: TestResult.Status) -> String? {
    switch status {
    case .registered: "ikke klart"
    case .preliminary: "foreløpig"
    case .corrected: "rettet"
    case .cancelled: "avbestilt"
    case .final, .amended, .enteredInError, .unknown: nil
    }
  }

  func name(of status: ReportStatus) -> String {
    switch status {
    case .registered: "Registrert, svarene er ikke klare"
    case .partial: "Noen av svarene er klare"
    case .preliminary: "Foreløpig rapport, kan bli endret"
    case .final: "Endelig rapport"
    case .amended: "Endelig rapport, endret etter at den først kom"
    case .corrected: "Rettet rapport. Den første var feil"
    case .appended: "Endelig rapport med noe lagt til"
    case .cancelled: "Avbestilt"
    case .enteredInError: "Registrert ved en feil"
    case .unknown: "Ukjent"
    }
  }

  func name(of reason: AbsentReason) -> String {
    switch reason {
    case .unknown: "grunnen er ukjent"
    case .askedUnknown: "det ble spurt, men svaret er ukjent"
    case .temporarilyUnknown: "ikke kjent ennå"
    case .notAsked: "det ble ikke spurt"
    case .askedDeclined: "den som ble spurt, ville ikke svare"
    case .masked: "verdien er skjult"
    case .notApplicable: "gjelder ikke her"
    case .unsupported: "systemet det kom fra, kunne ikke oppgi den"
    case .asText: "står i teksten"
    case .error: "feil under målingen"
    case .notANumber: "målingen ga ikke et tall"
    case .negativeInfinity: "for lav til å måles"
    case .positiveInfinity: "for høy til å måles"
    case .notPerformed: "prøven ble ikke utført"
    case .notPermitted: "kan ikke oppgis"
    }
  }

  func absence(because reason: String) -> String { "Ingen verdi: \(reason)" }
  func curve(points: Int) -> String { "En kurve med \(points) punkter" }
  func atLeast(_ low: String) -> String { "\(low) eller mer" }
  func atMost(_ high: String) -> String { "\(high) eller mindre" }
  func parts(_ count: Int) -> String { "\(count) delsvar" }
  func results(_ count: Int) -> String { "\(count) svar" }

  func trend(_ facts: TrendFacts) -> String {
    let position = word(for: facts.position).map { ", \($0)" } ?? ""
    let text =
      "\(facts.count) svar fra \(facts.from) til \(facts.to). Det nyeste er \(facts.newest)"
      + "\(position). Laveste \(facts.lowest), høyeste \(facts.highest)."
    guard facts.leftOut > 0 else { return text }
    return text + " \(facts.leftOut) er ikke med: uten tall, uten dato eller i en annen enhet."
  }
}
