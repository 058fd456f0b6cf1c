/// The diabetic's samples: every three months for ten years.
extension SampleLife {
  static let diabeticSamplings = 1...40

  /// The sampling whose potassium was corrected: spring of 2026.
  private static let correctedSampling = 38
  /// From here on the laboratory sends the lipids as one panel.
  private static let firstPanel = 36

  /// The day of a sampling: a Monday, Tuesday or Wednesday morning about thirteen weeks after the
  /// one before.
  private static func day(of sampling: Int, _ random: inout SampleRandom) -> SampleMoment {
    let tuesday = SampleMoment("2016-11-08").later(days: 91 * sampling)
    let day = tuesday.later(days: random.number(in: -1...1))
    let isHoliday = day.date.month == 5 && day.date.day == 1
    let minute = random.number(in: (8 * 60)...(9 * 60 + 40))
    return (isHoliday ? tuesday : day).at(minute: minute)
  }

  // Metformin begins at sampling 5, empagliflozin at 22, semaglutide at 31.
  private static let sugar = SampleCourse(
    [
      (0, 46), (3, 51), (5, 61), (7, 52), (12, 50), (18, 57), (22, 64), (25, 58), (29, 66),
      (31, 72),
      (33, 58), (36, 49), (40, 47),
    ],
    spread: 1
  )
  private static let creatinine = SampleCourse(
    [(0, 80), (20, 86), (23, 92), (40, 95)],
    spread: 4
  )
  private static let sodium = SampleCourse([(0, 141), (40, 140)], spread: 2)
  private static let potassium = SampleCourse([(0, 41), (20, 44), (40, 44)], spread: 3)
  private static let transaminase = SampleCourse(
    [(0, 62), (16, 74), (30, 83), (34, 52), (40, 38)],
    spread: 5
  )
  private static let hemoglobin = SampleCourse([(0, 151), (24, 149), (40, 154)], spread: 4)
  private static let albumin = SampleCourse(
    [(0, 4), (14, 8), (22, 19), (29, 41), (33, 30), (40, 17)],
    spread: 3
  )
  private static let lowDensity = SampleCourse(
    [(0, 42), (5, 44), (7, 26), (28, 27), (32, 23), (34, 17), (40, 16)],
    spread: 1
  )
  private static let highDensity = SampleCourse([(0, 10), (30, 11), (40, 13)], spread: 1)
  private static let triglyceride = SampleCourse(
    [(0, 248), (5, 291), (8, 232), (30, 265), (35, 171), (40, 149)],
    spread: 18
  )

  /// The results of a sampling, and what the laboratory corrects afterwards.
  static func diabeticReport(
    _ sampling: Int,
    _ random: inout SampleRandom
  ) -> (first: SampleReport, corrected: SampleReport?) {
    let taken = day(of: sampling, &random)
    let answered = taken.later(days: 1).at(minute: random.number(in: (11 * 60)...(14 * 60)))
    var results = basicResults(sampling, &random)
    if sampling % 4 == 0 { results += lipids(sampling, &random) }
    let title = sampling % 4 == 0 ? "Årskontroll, medisinsk biokjemi" : "Medisinsk biokjemi"
    let report = SampleReport(title, taken: taken, answered: answered, results)
    guard sampling == correctedSampling else { return (report, nil) }
    var wrong = report
    wrong.results = results.map { result in
      result.analysis == .potassium ? SampleResult(.potassium, .number(58)) : result
    }
    var right = report
    right.results = results.map { result in
      guard result.analysis == .potassium else { return result }
      return SampleResult(
        .potassium,
        .number(44),
        note: "Rettet svar. Første svar (5,8) skyldtes hemolyse i prøverøret og skal ikke brukes."
      )
    }
    right.amended = [SampleAnalysis.potassium.name]
    right.answered = taken.later(days: 6).at(minute: 10 * 60 + 20)
    right.conclusion = "Rettet svar for P-Kalium. Øvrige svar er uendret."
    return (wrong, right)
  }

  private static func basicResults(
    _ sampling: Int,
    _ random: inout SampleRandom
  ) -> [SampleResult] {
    let sugar = sugar.value(at: sampling, &random)
    let creatinine = creatinine.value(at: sampling, &random)
    // Fasting glucose goes with the long-term value; filtration falls with creatinine and age.
    let glucose = (sugar * 1_455 + 4_000) / 1_000 + random.number(in: -4...4)
    let filtration = 100 - (creatinine - 74) - sampling / 8
    let inflammation = sampling == 14 ? 48 : random.number(in: 0...4)
    let albumin = albumin.value(at: sampling, &random)
    return [
      SampleResult(.hemoglobinA1c, .number(sugar)),
      SampleResult(.glucose, .number(glucose)),
      SampleResult(.creatinine, .number(creatinine)),
      SampleResult(.eGFR, filtration > 90 ? .above(90) : .number(filtration)),
      SampleResult(.sodium, .number(sodium.value(at: sampling, &random))),
      SampleResult(.potassium, .number(potassium.value(at: sampling, &random))),
      SampleResult(.alanineTransaminase, .number(transaminase.value(at: sampling, &random))),
      SampleResult(.hemoglobin, .number(hemoglobin.value(at: sampling, &random))),
      SampleResult(.crp, inflammation < 1 ? .below(1) : .number(inflammation)),
      SampleResult(.albuminRatio, albumin < 5 ? .below(5) : .number(albumin)),
    ]
  }

  private static func lipids(_ sampling: Int, _ random: inout SampleRandom) -> [SampleResult] {
    let low = lowDensity.value(at: sampling, &random)
    let high = highDensity.value(at: sampling, &random)
    let triglyceride = triglyceride.value(at: sampling, &random)
    // Friedewald: the total is what the parts add up to.
    let total = low + high + triglyceride * 10 / 220
    let results = [
      SampleResult(.cholesterol, .number(total)),
      SampleResult(.lowDensityCholesterol, .number(low)),
      SampleResult(.highDensityCholesterol, .number(high)),
      SampleResult(.triglyceride, .number(triglyceride)),
    ]
    guard sampling >= firstPanel else { return results }
    return [SampleResult(.lipidPanel, .members(results))]
  }

  static let diabeticOtherReports: [SampleReport] = [
    SampleReport(
      "Luftveisvirus, PCR",
      .microbiology,
      taken: "2022-01-25 10:20",
      answered: "2022-01-26 09:40",
      [
        SampleResult(.search("SARS-CoV-2, RNA"), .finding("Påvist")),
        SampleResult(.search("Influensa A-virus, RNA"), .finding("Ikke påvist")),
        SampleResult(.search("Influensa B-virus, RNA"), .finding("Ikke påvist")),
        SampleResult(.search("Respiratorisk syncytialvirus, RNA"), .finding("Ikke påvist")),
      ],
      specimen: "Prøve fra nese og svelg"
    ),
    SampleReport(
      "MRSA, screening",
      .microbiology,
      taken: "2024-06-04 08:50",
      answered: "2024-06-06 13:10",
      [SampleResult(.search("MRSA"), .finding("Ikke påvist"))],
      specimen: "Penselprøve fra nese"
    ),
    SampleReport(
      "EKG",
      .practice,
      taken: "2025-01-21 10:40",
      answered: "2025-01-21 10:55",
      [
        SampleResult(
          .search("EKG, 12 avledninger"),
          .text(
            "Sinusrytme, frekvens 68. Normal akse og normale overledningstider. Ingen tegn til "
              + "gjennomgått infarkt. Uendret fra 2023."
          )
        )
      ],
      conclusion: "Normalt EKG."
    ),
    SampleReport(
      "Avføring, blod (iFOBT)",
      .chemistry,
      taken: "2025-09-16 08:00",
      answered: "2025-09-18 12:20",
      [SampleResult(.search("F-Hemoglobin (iFOBT)"), .finding("Ikke påvist"))],
      specimen: "Avføring"
    ),
  ]
}

extension SampleHistory {
  /// Adds the blood pressure a week after a sampling and, each year, the weight.
  private mutating func addVisit(
    _ sampling: Int,
    on day: SampleMoment,
    _ clinic: SampleClinic,
    _ random: inout SampleRandom
  ) {
    let systolic = SampleCourse(
      [(0, 156), (6, 148), (12, 144), (22, 146), (30, 142), (36, 132), (40, 130)],
      spread: 5
    )
    let diastolic = SampleCourse([(0, 96), (12, 90), (30, 88), (40, 79)], spread: 3)
    let doctor = clinic.staff(.generalPractitioner)
    measureBloodPressure(
      systolic.value(at: sampling, &random),
      diastolic.value(at: sampling, &random),
      at: day.at(minute: 10 * 60 + random.number(in: 0...50)),
      by: doctor
    )
    guard sampling % 4 == 0 else { return }
    let weight = SampleCourse([(0, 1020), (20, 1065), (30, 1072), (36, 968), (40, 944)], spread: 6)
    let kilograms = weight.value(at: sampling, &random)
    measure(
      "Kroppsvekt",
      "29463-7",
      "\(kilograms / 10).\(kilograms % 10)",
      .kilogram,
      at: day.at(minute: 11 * 60),
      by: doctor
    )
  }

  /// Adds one of the diabetic's samplings with all that belongs to it.
  mutating func sampleDiabetic(_ sampling: Int, _ clinic: SampleClinic) {
    var random = random(for: "sampling/\(sampling)")
    let (first, corrected) = SampleLife.diabeticReport(sampling, &random)
    answer(first, by: clinic.place(.laboratory))
    if let corrected { answer(corrected, by: clinic.place(.laboratory)) }
    if sampling % 4 == 0 || sampling > 32 {
      addVisit(sampling, on: first.taken.later(days: 7), clinic, &random)
    }
  }
}
