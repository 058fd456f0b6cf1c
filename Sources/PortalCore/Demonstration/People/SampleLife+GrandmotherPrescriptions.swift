/// The grandmother's prescriptions: active, used, expired and recalled, of all three groups.
extension SampleLife {
  static let grandmotherPrescriptions: [SamplePrescription] = [
    SamplePrescription(
      .oxycodone,
      written: "2023-02-14 12:50",
      "1 kapsel ved sterke smerter, inntil 3 ganger daglig",
      for: "Smerter etter operasjon",
      amount: "20",
      .capsule,
      days: 7
    ).with { $0.collected = ["2023-02-15 14:10"] },
    SamplePrescription(
      .trimethoprim,
      written: "2024-02-27 11:35",
      "1 tablett kveld i 3 dager",
      for: "Blærekatarr",
      amount: "3",
      .tablet,
      days: 3
    ).with {
      $0.validity = .tenDays
      $0.collected = ["2024-02-27 13:20"]
    },
    SamplePrescription(
      .metforminLow,
      written: "2024-03-12 09:15",
      "1 tablett morgen og kveld til mat",
      for: "Diabetes type 2",
      amount: "200",
      .tablet,
      days: 100
    ).with {
      $0.repeats = 3
      $0.collected = ["2024-03-14 12:05", "2024-06-20 11:48"]
      $0.recall = .init(
        moment: "2024-09-24 10:02",
        reason: "Seponert på grunn av nedsatt nyrefunksjon"
      )
    },
    SamplePrescription(
      .apixaban,
      written: "2025-01-21 10:30",
      "1 tablett morgen og kveld",
      for: "Forebygging av hjerneslag",
      amount: "168",
      .tablet,
      days: 84
    ).with {
      $0.repeats = 3
      $0.collected = ["2025-01-23 11:12", "2025-07-08 10:55"]
      $0.recall = .init(moment: "2025-10-01 09:05", reason: "Erstattet av lavere styrke")
    },
    SamplePrescription(
      .esomeprazole,
      written: "2025-02-11 09:40",
      "1 tablett morgen",
      for: "Forebygging av magesår",
      amount: "98",
      .tablet,
      days: 98
    ).with {
      $0.repeats = 3
      $0.collected = ["2025-02-12 13:02"]
    },
    SamplePrescription(
      .zopiclone,
      written: "2025-12-09 11:00",
      "1 tablett ved behov ved sengetid, høyst to ganger i uken",
      for: "Søvnvansker",
      amount: "10",
      .tablet
    ).with { $0.collected = ["2025-12-10 12:30"] },
    SamplePrescription(
      .apixabanLow,
      written: "2025-12-09 11:02",
      "1 tablett morgen og kveld",
      for: "Forebygging av hjerneslag",
      amount: "168",
      .tablet,
      days: 84
    ).with {
      $0.repeats = 3
      $0.collected = [
        "2025-12-10 12:30", "2026-03-05 12:01", "2026-05-28 11:16", "2026-08-20 10:47",
      ]
    },
    SamplePrescription(
      .levothyroxine,
      written: "2026-05-12 10:45",
      "1 tablett om morgenen, en halv time før mat",
      for: "Lavt stoffskifte",
      amount: "100",
      .tablet,
      days: 100
    ).with {
      $0.repeats = 3
      $0.collected = ["2026-05-18 12:20", "2026-08-27 11:35"]
      $0.whyNoSubstitute = "Stabilt innstilt på dette merket; bytte har gitt ustabile prøver"
    },
    SamplePrescription(
      .metoprolol,
      written: "2026-05-12 10:46",
      "1 tablett morgen",
      for: "Atrieflimmer",
      amount: "98",
      .tablet,
      days: 98
    ).with {
      $0.repeats = 3
      $0.collected = ["2026-05-18 12:20", "2026-08-27 11:35"]
    },
    SamplePrescription(
      .furosemide,
      written: "2026-05-12 10:47",
      "1 tablett morgen. En ekstra ved vektøkning",
      for: "Hjertesvikt",
      amount: "100",
      .tablet,
      days: 90
    ).with {
      $0.repeats = 3
      $0.collected = ["2026-05-18 12:20", "2026-08-27 11:35"]
    },
    SamplePrescription(
      .losartan,
      written: "2026-05-12 10:48",
      "1 tablett morgen",
      for: "Hjertesvikt",
      amount: "98",
      .tablet,
      days: 98
    ).with {
      $0.repeats = 3
      $0.collected = ["2026-05-18 12:20"]
    },
    SamplePrescription(
      .budesonideFormoterol,
      written: "2026-05-12 10:49",
      "1 inhalasjon morgen og kveld. Skyll munnen etterpå",
      for: "Kols",
      amount: "1",
      .package,
      days: 60
    ).with {
      $0.repeats = 5
      $0.collected = ["2026-05-18 12:20", "2026-09-17 12:44"]
    },
    SamplePrescription(
      .alendronicAcid,
      written: "2026-09-08 10:30",
      "1 tablett hver søndag på tom mage med et glass vann",
      for: "Benskjørhet",
      amount: "12",
      .tablet,
      days: 84
    ).with {
      $0.repeats = 3
      $0.collected = ["2026-09-17 12:44"]
    },
    SamplePrescription(
      .apixabanLow,
      written: "2026-11-10 11:40",
      "1 tablett morgen og kveld",
      for: "Forebygging av hjerneslag",
      amount: "168",
      .tablet,
      days: 84
    ).with { $0.repeats = 3 },
    SamplePrescription(
      .zopiclone,
      written: "2026-11-10 11:41",
      "1 tablett ved behov ved sengetid, høyst to ganger i uken",
      for: "Søvnvansker",
      amount: "10",
      .tablet
    ),
  ]
}
