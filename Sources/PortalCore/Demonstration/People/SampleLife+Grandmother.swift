extension SampleLife {
  /// Eighty-three, on many medicines, with a new hip.
  static let grandmother = SampleLife(
    profile: SampleProfile(
      given: "Borghild",
      family: "Eksempeldal",
      birthDate: SampleMoment("1943-03-18").date,
      isWoman: true,
      isMarried: false,
      street: "Demoveien 3",
      telephone: "00 00 01 43",
      email: nil,
      contacts: [
        SampleProfile.Contact(
          given: "Ragnhild",
          family: "Prøvesund",
          relation: "barn",
          words: "Datter",
          telephone: "00 00 01 70"
        ),
        SampleProfile.Contact(
          given: "Arvid",
          family: "Prøvesund",
          relation: nil,
          words: "Svigersønn",
          telephone: "00 00 01 61"
        ),
      ]
    ),
    imports: [
      "2022-05-10 18:30", "2023-02-16 18:30", "2024-03-19 18:30", "2024-10-08 18:30",
      "2025-10-14 18:30", "2026-02-10 18:30", "2026-09-22 18:30", "2026-10-30 18:30",
      "2026-11-12 18:30",
    ],
    visits: [
      "2022-05-12 10:05", "2022-12-01 11:20", "2023-02-20 15:42", "2023-06-15 09:58",
      "2024-03-21 10:10", "2024-10-10 13:37", "2025-03-13 10:44", "2025-10-16 11:02",
      "2026-02-12 12:15", "2026-05-20 10:31", "2026-09-17 10:08",
    ],
    fill: { history, clinic in
      let doctor = clinic.staff(.generalPractitioner)
      for diagnosis in grandmotherDiagnoses { history.diagnose(diagnosis, by: doctor) }
      for diagnosis in grandmotherHospitalDiagnoses {
        history.diagnose(diagnosis, by: clinic.staff(.surgeon))
      }
      for allergy in grandmotherAllergies { history.note(allergy, by: doctor) }
      for use in grandmotherMedicines { history.use(use, source: doctor) }
      for prescription in grandmotherPrescriptions {
        history.prescribe(prescription, by: doctor, at: clinic.place(.pharmacy))
      }
      for (vaccine, day, dose) in grandmotherVaccinations {
        history.vaccinate(vaccine, on: day, dose: dose, at: clinic.place(.practice))
      }
      for thread in grandmotherThreads { history.converse(thread, clinic) }
      for document in grandmotherDocuments { history.file(document, clinic) }
      addGrandmotherResults(to: &history, clinic)
      addGrandmotherPlans(to: &history, clinic)
    }
  )

  private static func addGrandmotherResults(
    to history: inout SampleHistory,
    _ clinic: SampleClinic
  ) {
    for report in grandmotherReports { history.answer(report, by: clinic.place(.laboratory)) }
    let doctor = clinic.staff(.generalPractitioner)
    history.measureBloodPressure(148, 82, at: "2022-04-28 09:40", by: doctor)
    history.measureBloodPressure(142, 78, at: "2023-05-23 10:10", by: doctor)
    history.measureBloodPressure(136, 74, at: "2024-09-24 09:25", by: doctor)
    history.measureBloodPressure(
      128,
      70,
      at: "2026-09-08 10:15",
      by: doctor,
      note: "Målt sittende etter ti minutters hvile."
    )
    history.measure("Kroppsvekt", "29463-7", "68.5", .kilogram, at: "2022-04-28 09:42", by: doctor)
    history.measure("Kroppsvekt", "29463-7", "61.2", .kilogram, at: "2024-09-24 09:28", by: doctor)
    history.measure("Kroppsvekt", "29463-7", "60.4", .kilogram, at: "2026-09-08 10:18", by: doctor)
  }

  private static func addGrandmotherPlans(
    to history: inout SampleHistory,
    _ clinic: SampleClinic
  ) {
    let doctor = clinic.staff(.generalPractitioner)
    history.refer(
      "Henvisning til fysioterapeut",
      reason: "Opptrening etter lårhalsbrudd",
      on: "2023-02-15 11:05",
      from: doctor,
      to: clinic.place(.municipality),
      status: "completed"
    )
    history.plan(
      "Behandlingsplan ved kols",
      "Plan for hverdagen og for forverringer, laget sammen med fastlegen.",
      activities: [
        "Ta Symbicort morgen og kveld, også på gode dager.",
        "Gå en tur hver dag, minst ti minutter.",
        "Ring legekontoret ved mer slim, farget slim eller mer tung pust i to dager.",
        "Ring 113 ved kraftig pustebesvær som ikke gir seg.",
      ],
      from: "2024-10-01 10:00",
      to: nil,
      author: doctor
    )
    history.book(
      "Årskontroll hos fastlegen",
      at: "2026-12-03 10:20",
      minutes: 40,
      with: doctor,
      made: "2026-10-26 09:12",
      note: "Ta med legemiddellisten. Blodprøve tas en uke før."
    )
    history.book(
      "Kontroll av øyetrykk",
      at: "2027-01-19 12:45",
      minutes: 20,
      with: clinic.staff(.eyeDoctor),
      made: "2026-11-09 14:03",
      note: "Du kan få øyedråper som gir uklart syn. Ikke kjør bil selv."
    )
  }
}
