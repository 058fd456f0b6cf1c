/// The diabetic's diagnoses, medicines and vaccinations.
extension SampleLife {
  static let diabeticDiagnoses: [SampleDiagnosis] = [
    SampleDiagnosis("Hypertensjon ukomplisert", "K86", since: "2012", recorded: "2012-03-13"),
    SampleDiagnosis("Adipositas", "T82", since: "2014", recorded: "2014-09-02"),
    SampleDiagnosis(
      "Diabetes ikke-insulinavhengig",
      "T90",
      since: "2018-02",
      recorded: "2018-02-20 10:40",
      note: "HbA1c over 48 mmol/mol i to prøver."
    ),
    SampleDiagnosis("Lipidforstyrrelse", "T93", since: "2018-02", recorded: "2018-02-20 10:45"),
    SampleDiagnosis(
      "Covid-19 (bekreftet)",
      "R992",
      since: "2022-01-24",
      recorded: "2022-01-26 10:15",
      ended: "2022-02-08"
    ),
  ]

  static let diabeticEyeDiagnosis = SampleDiagnosis(
    "Diabetisk retinopati",
    "H36.0",
    .hospital,
    since: "2023-10",
    recorded: "2023-10-17 09:50",
    note: "Enkelte små blødninger i begge øyne. Ikke behov for behandling."
  )

  static let diabeticMedicines: [SampleMedicineUse] = [
    SampleMedicineUse(
      .losartan,
      from: "2012-03-13",
      until: "2019-05-14",
      "1 tablett morgen",
      for: "Høyt blodtrykk",
      whyStopped: "Dosen ble økt til 100 mg"
    ),
    SampleMedicineUse(
      .losartanHigh,
      from: "2019-05-14",
      "1 tablett morgen",
      for: "Høyt blodtrykk"
    ),
    SampleMedicineUse(
      .metforminLow,
      from: "2018-02-20",
      until: "2018-05-15",
      "1 tablett morgen og kveld til mat",
      for: "Diabetes type 2",
      whyStopped: "Dosen ble økt"
    ),
    SampleMedicineUse(
      .metformin,
      from: "2018-05-15",
      "1 tablett morgen og kveld til mat",
      for: "Diabetes type 2"
    ),
    SampleMedicineUse(
      .atorvastatin,
      from: "2018-02-20",
      until: "2025-01-21",
      "1 tablett kveld",
      for: "Høyt kolesterol",
      whyStopped: "Dosen ble økt til 40 mg"
    ),
    SampleMedicineUse(
      .atorvastatinHigh,
      from: "2025-01-21",
      "1 tablett kveld",
      for: "Høyt kolesterol"
    ),
    SampleMedicineUse(
      .acetylsalicylicAcid,
      from: "2018-02-20",
      until: "2021-11-09",
      "1 tablett daglig",
      for: "Forebygging av hjerteinfarkt",
      whyStopped: "Ikke lenger anbefalt uten kjent hjertesykdom"
    ),
    SampleMedicineUse(
      .amlodipine,
      from: "2020-02-18",
      "1 tablett morgen",
      for: "Høyt blodtrykk"
    ),
    SampleMedicineUse(
      .empagliflozin,
      from: "2022-05-24",
      "1 tablett morgen",
      for: "Diabetes type 2"
    ),
    SampleMedicineUse(
      .semaglutide,
      from: "2024-09-17",
      "1 mg under huden en gang i uken",
      for: "Diabetes type 2"
    ),
  ]

  static let diabeticPrescriptions: [SamplePrescription] = [
    SamplePrescription(
      .metformin,
      written: "2024-01-23 10:40",
      "1 tablett morgen og kveld til mat",
      for: "Diabetes type 2",
      amount: "200",
      .tablet,
      days: 100
    ).with {
      $0.repeats = 2
      $0.collected = ["2024-01-24 16:40", "2024-05-02 16:12", "2024-08-12 17:05"]
    },
    SamplePrescription(
      .atorvastatin,
      written: "2024-05-07 11:10",
      "1 tablett kveld",
      for: "Høyt kolesterol",
      amount: "98",
      .tablet,
      days: 98
    ).with {
      $0.repeats = 3
      $0.collected = ["2024-05-08 16:30", "2024-11-18 16:22"]
      $0.recall = .init(moment: "2025-01-21 11:02", reason: "Erstattet av høyere styrke")
    },
    SamplePrescription(
      .semaglutide,
      written: "2024-09-17 13:20",
      "0,5 mg en gang i uken i fire uker, så 1 mg",
      for: "Diabetes type 2",
      amount: "1",
      .pen,
      days: 28
    ).with {
      $0.repeats = 12
      $0.collected = ["2024-09-18 16:15", "2024-10-16 16:35", "2024-11-18 16:22"]
    },
    SamplePrescription(
      .losartanHigh,
      written: "2026-01-27 11:20",
      "1 tablett morgen",
      for: "Høyt blodtrykk",
      amount: "98",
      .tablet,
      days: 98
    ).with {
      $0.repeats = 3
      $0.collected = ["2026-01-28 16:20", "2026-05-04 16:48", "2026-08-10 17:02"]
    },
    SamplePrescription(
      .metformin,
      written: "2026-01-27 11:21",
      "1 tablett morgen og kveld til mat",
      for: "Diabetes type 2",
      amount: "200",
      .tablet,
      days: 100
    ).with {
      $0.repeats = 3
      $0.collected = ["2026-01-28 16:20", "2026-05-04 16:48", "2026-08-10 17:02"]
    },
    SamplePrescription(
      .empagliflozin,
      written: "2026-01-27 11:22",
      "1 tablett morgen",
      for: "Diabetes type 2",
      amount: "90",
      .tablet,
      days: 90
    ).with {
      $0.repeats = 3
      $0.collected = ["2026-01-28 16:20", "2026-05-04 16:48", "2026-08-10 17:02"]
    },
    SamplePrescription(
      .atorvastatinHigh,
      written: "2026-01-27 11:23",
      "1 tablett kveld",
      for: "Høyt kolesterol",
      amount: "98",
      .tablet,
      days: 98
    ).with {
      $0.repeats = 3
      $0.collected = ["2026-01-28 16:20", "2026-05-04 16:48"]
    },
    SamplePrescription(
      .semaglutide,
      written: "2026-01-27 11:24",
      "1 mg under huden en gang i uken",
      for: "Diabetes type 2",
      amount: "1",
      .pen,
      days: 28
    ).with {
      $0.repeats = 12
      $0.collected = [
        "2026-01-28 16:20", "2026-05-04 16:48", "2026-08-10 17:02", "2026-09-28 16:44",
      ]
    },
    SamplePrescription(
      .amlodipine,
      written: "2026-11-04 12:10",
      "1 tablett morgen",
      for: "Høyt blodtrykk",
      amount: "98",
      .tablet,
      days: 98
    ).with { $0.repeats = 3 },
  ]

  static let diabeticVaccinations: [(SampleVaccine, SampleMoment, Int)] = [
    (.coronavirus2021, "2021-05-18", 1),
    (.coronavirus2021, "2021-06-29", 2),
    (.coronavirus2021, "2021-12-14", 3),
    (.influenza, "2021-10-26", 1),
    (.influenza, "2022-10-18", 1),
    (.influenza, "2023-10-17", 1),
    (.influenza, "2024-10-15", 1),
    (.influenza, "2025-10-14", 1),
    (.influenza, "2026-10-13", 1),
    (.pneumococcalPolysaccharide, "2026-10-13", 1),
    (.booster, "2023-04-18", 1),
  ]
}
