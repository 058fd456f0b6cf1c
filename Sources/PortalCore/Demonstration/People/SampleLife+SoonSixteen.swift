extension SampleLife {
  /// Fifteen until 3 December: in two and a half weeks the record is his alone.
  static let soonSixteen = SampleLife(
    profile: SampleProfile(
      given: "Sander",
      family: "Prøvesund",
      birthDate: SampleMoment("2010-12-03").date,
      isWoman: false,
      isMarried: nil,
      street: "Prøveveien 41",
      telephone: "00 00 01 10",
      email: nil,
      contacts: SampleProfile.parents
    ),
    imports: [
      "2022-03-15 21:00", "2025-02-11 21:00", "2026-04-21 21:00", "2026-09-29 21:00",
      "2026-11-13 21:00",
    ],
    visits: ["2025-02-15 14:20", "2026-04-22 16:05", "2026-09-30 16:41"],
    fill: { history, clinic in
      let station = clinic.place(.healthStation)
      for (vaccine, day, dose) in soonSixteenVaccinations {
        history.vaccinate(vaccine, on: day, dose: dose, at: station)
      }
      let doctor = clinic.staff(.generalPractitioner)
      for diagnosis in soonSixteenDiagnoses { history.diagnose(diagnosis, by: doctor) }
      history.note(soonSixteenAllergy, by: doctor)
      history.use(
        SampleMedicineUse(
          .adapalene,
          from: "2025-01-28",
          "Tynt lag på hele ansiktet om kvelden",
          for: "Kviser"
        ),
        source: doctor
      )
      for prescription in soonSixteenPrescriptions {
        history.prescribe(prescription, by: doctor, at: clinic.place(.pharmacy))
      }
      for report in soonSixteenReports {
        history.answer(report, by: clinic.place(.laboratory))
      }
      for thread in soonSixteenThreads { history.converse(thread, clinic) }
      history.file(soonSixteenNote, clinic)
      history.refer(
        "Henvisning til fysioterapeut",
        reason: "Gjentatte overtråkk",
        on: "2026-09-22 13:40",
        from: doctor,
        to: clinic.place(.municipality)
      )
      history.book(
        "Førstegangstime hos fysioterapeut",
        at: "2026-12-07 15:00",
        minutes: 45,
        with: clinic.staff(.physiotherapist),
        made: "2026-11-11 09:35",
        note: "Ta med joggesko og shorts."
      )
    }
  )

  private static let soonSixteenVaccinations: [(SampleVaccine, SampleMoment, Int)] = [
    (.pentavalent, "2011-03-08", 1),
    (.pneumococcalConjugate, "2011-03-08", 1),
    (.pentavalent, "2011-05-10", 2),
    (.pneumococcalConjugate, "2011-05-10", 2),
    (.pentavalent, "2011-12-06", 3),
    (.pneumococcalConjugate, "2011-12-06", 3),
    (.measlesMumpsRubella, "2012-03-13", 1),
    (.booster, "2017-11-14", 4),
    (.measlesMumpsRubella, "2022-02-08", 2),
    (.papillomavirus, "2022-10-18", 1),
    (.papillomavirus, "2023-05-02", 2),
    (.booster, "2026-02-17", 5),
  ]

  private static let soonSixteenDiagnoses: [SampleDiagnosis] = [
    SampleDiagnosis("Akne", "S96", since: "2024", recorded: "2025-01-28 14:10"),
    SampleDiagnosis(
      "Forstuvning/forstrekning ankel",
      "L77",
      since: "2026-03-21",
      recorded: "2026-03-23 10:20",
      ended: "2026-04-14"
    ),
    SampleDiagnosis(
      "Forstuvning/forstrekning ankel",
      "L77",
      since: "2026-09-19",
      recorded: "2026-09-22 13:30"
    ),
  ]

  private static let soonSixteenAllergy = SampleAllergy(
    name: "Peanøtter",
    category: "food",
    criticality: "low",
    recorded: "2015-08-25",
    onset: "2014",
    manifestations: [.concept("Kløe i munnen")],
    severity: "mild",
    note: "Bare kløe i munnen. Trenger ikke adrenalinpenn."
  )

  private static let soonSixteenPrescriptions: [SamplePrescription] = [
    SamplePrescription(
      .adapalene,
      written: "2025-01-28 14:15",
      "Tynt lag på hele ansiktet om kvelden",
      for: "Kviser",
      amount: "1",
      .package
    ).with {
      $0.repeats = 2
      $0.collected = ["2025-01-29 15:44", "2025-08-19 16:10"]
    },
    SamplePrescription(
      .adapalene,
      written: "2026-09-22 13:35",
      "Tynt lag på hele ansiktet om kvelden",
      for: "Kviser",
      amount: "1",
      .package
    ).with {
      $0.repeats = 2
      $0.collected = ["2026-09-24 15:31"]
    },
  ]

  private static let soonSixteenReports: [SampleReport] = [
    SampleReport(
      "Medisinsk biokjemi",
      taken: "2026-09-22 13:50",
      answered: "2026-09-23 12:55",
      [
        SampleResult(.hemoglobin, .number(146)), SampleResult(.leukocytes, .number(58)),
        SampleResult(.thrombocytes, .number(241)), SampleResult(.vitaminD, .number(41)),
        SampleResult(.crp, .below(1)),
      ]
    )
  ]

  private static let soonSixteenThreads: [SampleThread] = [
    SampleThread(
      "Kremen svir",
      [
        .mine(
          "2025-02-09 18:25",
          "Hei.\nSander har brukt Differin i halvannen uke og blir rød og sår. Skal han slutte?\n\n"
            + "Hilsen Arvid, pappa til Sander"
        ),
        .from(
          .generalPractitioner,
          "2025-02-10 12:10",
          "Hei.\nDet er vanlig i starten. Bruk kremen annenhver kveld i to uker, og en fuktighetskrem "
            + "uten parfyme om morgenen. Det tar opptil tre måneder før den virker.\n\nHilsen Ingeborg "
            + "Demosund"
        ),
      ]
    ),
    SampleThread(
      "D-vitamin",
      [
        .mine(
          "2026-09-24 16:30",
          "Hei, det er Sander. Jeg ser at vitamin D er merket lavt. Må jeg gjøre noe?"
        ),
        .from(
          .generalPractitioner,
          "2026-09-25 12:40",
          "Hei, Sander.\nDet er bare litt lavt, og vanlig her nord. Ta tran eller en tablett med 20 "
            + "mikrogram D-vitamin hver dag til våren, så er det i orden.\n\nHilsen Ingeborg Demosund"
        ),
        .mine("2026-09-25 15:12", "Ok, takk!"),
      ]
    ),
    SampleThread(
      "Snart 16 år",
      kind: "Melding fra legekontoret",
      with: .secretary,
      [
        .from(
          .secretary,
          "2026-11-12 10:25",
          "Hei, Sander.\nNår du fyller 16 år 3. desember, er det bare du som kan se og bestemme over "
            + "journalen din. Foreldrene dine mister innsynet samme dag. Da kan du selv kontakte oss, "
            + "bestille time og fornye resepter her.\n\nHilsen Wenche, Eksempelbyen legesenter"
        )
      ]
    ),
  ]

  private static let soonSixteenNote = SampleDocument(
    "Poliklinisk notat, skadepoliklinikken",
    kind: "Poliklinisk notat",
    loinc: "11488-4",
    date: "2026-03-21 19:15",
    author: .surgeon,
    custodian: .hospital,
    [
      .init("Aktuelt", "Femten år gammel gutt som tråkket over på fotballbanen i dag."),
      .init(
        "Undersøkelse",
        "Hoven og øm foran ytre ankelknoke. Kan stå på foten. Ikke øm over benet bak."
      ),
      .init("Vurdering", "Overtråkk. Ikke grunn til røntgen."),
      .init("Tiltak", "Kompresjon og hvile i to dager, så gradvis belastning. Ankelstøtte i kamp."),
    ]
  )
}
