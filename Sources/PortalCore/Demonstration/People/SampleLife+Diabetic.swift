extension SampleLife {
  /// Sixty-five, with diabetes and high blood pressure: ten years of samples.
  static let diabetic = SampleLife(
    profile: SampleProfile(
      given: "Arvid",
      family: "Prøvesund",
      birthDate: SampleMoment("1961-06-21").date,
      isWoman: false,
      isMarried: true,
      street: "Prøveveien 41",
      telephone: "00 00 01 61",
      email: "arvid@example.org",
      contacts: [
        SampleProfile.Contact(
          given: "Ragnhild",
          family: "Prøvesund",
          relation: "ektefelleEllerPartner",
          words: "Ektefelle",
          telephone: "00 00 01 70"
        )
      ]
    ),
    imports: [
      "2021-03-02 19:10", "2022-09-06 19:10", "2024-09-24 19:10", "2025-02-11 19:10",
      "2026-02-03 19:10", "2026-04-30 19:10", "2026-05-06 19:10", "2026-10-14 19:10",
      "2026-10-30 19:10", "2026-11-13 19:10",
    ],
    visits: [
      "2021-03-03 20:14", "2022-02-16 21:05", "2022-09-07 20:40", "2023-08-16 19:58",
      "2024-05-15 21:12", "2024-09-25 20:02", "2024-10-12 10:31", "2025-02-12 20:20",
      "2025-08-27 21:33", "2026-02-04 20:51", "2026-04-30 21:44", "2026-05-07 20:12",
      "2026-08-19 20:25", "2026-10-18 18:47",
    ],
    fill: { history, clinic in
      let doctor = clinic.staff(.generalPractitioner)
      for diagnosis in diabeticDiagnoses { history.diagnose(diagnosis, by: doctor) }
      history.diagnose(diabeticEyeDiagnosis, by: clinic.staff(.eyeDoctor))
      for use in diabeticMedicines { history.use(use, source: doctor) }
      for prescription in diabeticPrescriptions {
        history.prescribe(prescription, by: doctor, at: clinic.place(.pharmacy))
      }
      for (vaccine, day, dose) in diabeticVaccinations {
        history.vaccinate(vaccine, on: day, dose: dose, at: clinic.place(.practice))
      }
      for thread in diabeticThreads { history.converse(thread, clinic) }
      for document in diabeticDocuments { history.file(document, clinic) }
      for sampling in diabeticSamplings { history.sampleDiabetic(sampling, clinic) }
      for report in diabeticOtherReports {
        history.answer(report, by: clinic.place(.laboratory))
      }
      addDiabeticPlans(to: &history, clinic)
    }
  )

  private static func addDiabeticPlans(to history: inout SampleHistory, _ clinic: SampleClinic) {
    let doctor = clinic.staff(.generalPractitioner)
    history.plan(
      "Egenbehandlingsplan for diabetes type 2",
      "Avtalt med fastlegen ved årskontrollen. Mål: HbA1c under 53 mmol/mol, blodtrykk under "
        + "135/85 og LDL-kolesterol under 1,8 mmol/L.",
      activities: [
        "Mål fastende blodsukker to morgener i uken.",
        "Gå eller sykle 30 minutter minst fem dager i uken.",
        "Se etter sår på føttene hver kveld.",
        "Øyekontroll hvert år og fotkontroll på legekontoret hvert år.",
      ],
      from: "2025-01-21 11:00",
      to: "2027-01-31",
      author: doctor
    )
    history.refer(
      "Henvisning til diabetespoliklinikken",
      reason: "Stigende HbA1c tross to legemidler",
      on: "2024-08-06 12:30",
      from: doctor,
      to: clinic.place(.hospital),
      status: "completed",
      note: "Ber om vurdering av videre behandling. HbA1c 72 mmol/mol."
    )
    history.refer(
      "Henvisning til netthinneundersøkelse",
      reason: "Årlig kontroll ved diabetes",
      on: "2026-09-01 10:10",
      from: doctor,
      to: clinic.place(.hospital)
    )
    history.enclose(
      "Innkalling til øyepoliklinikken",
      "Vi har satt opp time til fotografering av netthinnen 8. desember 2026 klokken 09.15.\n"
        + "Pupillene blir utvidet med dråper. Ikke kjør bil de neste timene.\n\n"
        + "Kan du ikke komme, må du gi beskjed senest 24 timer før.\n\nEksempelfjord sykehus",
      on: "2026-11-10",
      author: clinic.place(.hospital),
      custodian: clinic.place(.hospital)
    )
    history.book(
      "Fotografering av netthinnen",
      at: "2026-12-08 09:15",
      minutes: 30,
      with: clinic.staff(.eyeDoctor),
      made: "2026-11-10 08:40",
      note: "Pupillene blir utvidet. Ikke kjør bil selv."
    )
    history.book(
      "Årskontroll for diabetes",
      at: "2027-01-26 11:00",
      minutes: 40,
      with: doctor,
      made: "2026-11-04 13:30",
      note: "Ta blodprøve og urinprøve en uke før. Møt fastende."
    )
  }
}
