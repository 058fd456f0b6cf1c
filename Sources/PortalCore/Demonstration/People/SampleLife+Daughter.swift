extension SampleLife {
  /// Fifty-five, mostly well; writes to the practice for herself and the family.
  static let daughter = SampleLife(
    profile: SampleProfile(
      given: "Ragnhild",
      family: "Prøvesund",
      birthDate: SampleMoment("1970-11-28").date,
      isWoman: true,
      isMarried: true,
      street: "Prøveveien 41",
      telephone: "00 00 01 70",
      email: "ragnhild@example.org",
      contacts: [
        SampleProfile.Contact(
          given: "Arvid",
          family: "Prøvesund",
          relation: "ektefelleEllerPartner",
          words: "Ektefelle",
          telephone: "00 00 01 61"
        ),
        SampleProfile.Contact(
          given: "Borghild",
          family: "Eksempeldal",
          relation: "mor",
          words: "Mor",
          telephone: "00 00 01 43"
        ),
      ]
    ),
    imports: [
      "2022-03-15 20:05", "2025-04-08 20:05", "2025-09-23 20:05", "2026-06-16 20:05",
      "2026-10-20 20:05", "2026-11-11 20:05",
    ],
    visits: [
      "2022-03-15 21:10", "2022-09-04 19:40", "2023-01-18 20:31", "2024-02-14 21:02",
      "2025-04-09 20:15", "2025-04-27 11:08", "2025-09-24 19:51", "2026-03-11 20:44",
      "2026-06-17 21:20", "2026-10-21 20:03",
    ],
    fill: { history, clinic in
      let doctor = clinic.staff(.generalPractitioner)
      for diagnosis in daughterDiagnoses { history.diagnose(diagnosis, by: doctor) }
      history.note(daughterAllergy, by: doctor)
      for use in daughterMedicines { history.use(use, source: doctor) }
      for prescription in daughterPrescriptions {
        history.prescribe(prescription, by: doctor, at: clinic.place(.pharmacy))
      }
      for (vaccine, day, dose) in daughterVaccinations {
        history.vaccinate(vaccine, on: day, dose: dose, at: clinic.place(.practice))
      }
      for thread in daughterThreads { history.converse(thread, clinic) }
      history.file(daughterLetter, clinic)
      for report in daughterReports { history.answer(report, by: clinic.place(.laboratory)) }
      history.measureBloodPressure(124, 78, at: "2025-04-01 12:20", by: doctor)
      addDaughterLetters(to: &history, clinic)
    }
  )

  private static func addDaughterLetters(to history: inout SampleHistory, _ clinic: SampleClinic) {
    let screening = clinic.place(.screening)
    history.enclose(
      "Innkalling til mammografi",
      "Du inviteres til røntgenundersøkelse av brystene mandag 9. februar 2026 klokken 14.40.\n"
        + "Undersøkelsen er frivillig og tar omtrent ti minutter.\n\n"
        + "Ikke bruk deodorant eller krem på overkroppen samme dag.\n\n"
        + "Screeningsenteret i Eksempelfjord",
      on: "2026-01-12",
      author: screening,
      custodian: screening
    )
    history.book(
      "Livmorhalsprøve",
      at: "2026-12-10 13:10",
      minutes: 20,
      with: clinic.staff(.generalPractitioner),
      made: "2026-11-09 13:22",
      note: "Gi beskjed senest 24 timer før hvis du ikke kan komme."
    )
  }

  private static let daughterDiagnoses: [SampleDiagnosis] = [
    SampleDiagnosis("Migrene", "N89", since: "1996", recorded: "1996-05-14"),
    SampleDiagnosis("Allergisk rhinitt", "R97", since: "2004-05", recorded: "2004-05-11"),
    SampleDiagnosis(
      "Jernmangelanemi",
      "B80",
      since: "2025-04",
      recorded: "2025-04-03 13:20",
      ended: "2025-09-18"
    ),
    SampleDiagnosis(
      "Menopausale symptomer/plager",
      "X11",
      since: "2026",
      recorded: "2026-06-11 12:15"
    ),
  ]

  private static let daughterAllergy = SampleAllergy(
    name: "Bjørkepollen",
    category: "environment",
    criticality: "low",
    recorded: "2004-05-11",
    onset: "2003",
    manifestations: [.concept("Rennende nese"), .concept("Kløe i øynene")],
    severity: "moderate"
  )

  private static let daughterMedicines: [SampleMedicineUse] = [
    SampleMedicineUse(
      .sumatriptan,
      from: "1999-03-09",
      "1 tablett ved migreneanfall, høyst 2 per døgn",
      for: "Migrene"
    ),
    SampleMedicineUse(
      .desloratadine,
      from: "2012-04-17",
      "1 tablett daglig i pollensesongen",
      for: "Pollenallergi"
    ),
    SampleMedicineUse(
      .levonorgestrelDevice,
      from: "2021-02-16",
      until: "2026-02-24",
      "Virker i 5 år",
      for: "Prevensjon og kraftige blødninger",
      whyStopped: "Tatt ut etter fem år"
    ),
    SampleMedicineUse(
      .iron,
      from: "2025-04-03",
      until: "2025-09-18",
      "1 kapsel daglig på tom mage",
      for: "Jernmangel"
    ),
  ]

  private static let daughterPrescriptions: [SamplePrescription] = [
    SamplePrescription(
      .levonorgestrelDevice,
      written: "2021-02-02 10:20",
      "Settes inn av lege",
      for: "Prevensjon og kraftige blødninger",
      amount: "1",
      .package
    ).with {
      $0.validity = .threeYears
      $0.collected = ["2021-02-05 15:40"]
    },
    SamplePrescription(
      .iron,
      written: "2025-04-03 13:25",
      "1 kapsel daglig på tom mage",
      for: "Jernmangel",
      amount: "100",
      .capsule,
      days: 100
    ).with {
      $0.repeats = 1
      $0.collected = ["2025-04-04 16:12", "2025-07-14 15:20"]
    },
    SamplePrescription(
      .sumatriptan,
      written: "2025-09-18 12:42",
      "1 tablett ved migreneanfall, høyst 2 per døgn",
      for: "Migrene",
      amount: "18",
      .tablet
    ).with {
      $0.repeats = 3
      $0.collected = ["2025-09-19 16:05", "2026-02-09 15:31"]
    },
    SamplePrescription(
      .desloratadine,
      written: "2026-03-04 09:50",
      "1 tablett daglig i pollensesongen",
      for: "Pollenallergi",
      amount: "100",
      .tablet,
      days: 100
    ).with {
      $0.repeats = 1
      $0.collected = ["2026-03-06 16:18"]
    },
  ]

  private static let daughterVaccinations: [(SampleVaccine, SampleMoment, Int)] = [
    (.coronavirus2021, "2021-06-08", 1),
    (.coronavirus2021, "2021-08-17", 2),
    (.coronavirus2021, "2022-01-11", 3),
    (.booster, "2022-03-08", 1),
    (.influenza, "2025-10-28", 1),
  ]
}
