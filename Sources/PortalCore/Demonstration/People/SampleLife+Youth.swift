extension SampleLife {
  /// Thirteen, with asthma and a talk that is hers alone.
  static let youth = SampleLife(
    profile: SampleProfile(
      given: "Tuva",
      family: "Prøvesund",
      birthDate: SampleMoment("2013-05-14").date,
      isWoman: true,
      isMarried: nil,
      street: "Prøveveien 41",
      telephone: "00 00 01 13",
      email: nil,
      contacts: SampleProfile.parents
    ),
    imports: [
      "2022-03-15 20:40", "2025-01-21 20:40", "2026-06-09 20:40", "2026-10-29 20:40",
      "2026-11-10 20:40",
    ],
    visits: ["2026-06-10 16:22", "2026-08-25 17:45", "2026-10-30 15:58"],
    fill: { history, clinic in
      let station = clinic.place(.healthStation)
      for (vaccine, day, dose) in youthVaccinations {
        history.vaccinate(vaccine, on: day, dose: dose, at: station)
      }
      for check in youthChecks { history.check(check, by: clinic.staff(.schoolNurse)) }
      let doctor = clinic.staff(.generalPractitioner)
      for diagnosis in youthDiagnoses { history.diagnose(diagnosis, by: doctor) }
      history.note(youthAllergy, by: doctor)
      for use in youthMedicines { history.use(use, source: doctor) }
      for prescription in youthPrescriptions {
        history.prescribe(prescription, by: doctor, at: clinic.place(.pharmacy))
      }
      for report in youthReports { history.answer(report, by: clinic.staff(.generalPractitioner)) }
      for thread in youthThreads { history.converse(thread, clinic) }
      history.file(youthTalk, clinic)
      history.book(
        "Astmakontroll",
        at: "2027-02-09 14:30",
        minutes: 20,
        with: doctor,
        made: "2026-11-09 12:40",
        note: "Ta med inhalatorene."
      )
    }
  )

  /// Born before rotavirus and hepatitis B came into the programme.
  private static let youthVaccinations: [(SampleVaccine, SampleMoment, Int)] = [
    (.pentavalent, "2013-08-13", 1),
    (.pneumococcalConjugate, "2013-08-13", 1),
    (.pentavalent, "2013-10-15", 2),
    (.pneumococcalConjugate, "2013-10-15", 2),
    (.pentavalent, "2014-05-20", 3),
    (.pneumococcalConjugate, "2014-05-20", 3),
    (.measlesMumpsRubella, "2014-08-19", 1),
    (.booster, "2020-11-10", 4),
    (.measlesMumpsRubella, "2024-11-12", 2),
    (.papillomavirus, "2025-10-21", 1),
    (.papillomavirus, "2026-05-05", 2),
  ]

  private static let youthChecks: [SampleCheck] = [
    SampleCheck("2017-05-16 10:10", grams: 16_100, millimetres: 1_022),
    SampleCheck("2019-10-22 09:20", grams: 21_300, millimetres: 1_184),
    SampleCheck("2021-11-09 09:50", grams: 27_900, millimetres: 1_309),
  ]

  private static let youthDiagnoses: [SampleDiagnosis] = [
    SampleDiagnosis(
      "Astma",
      "R96",
      since: "2019",
      recorded: "2019-10-29",
      note: "Mest plager ved forkjølelse og trening i kulde."
    ),
    SampleDiagnosis("Allergisk rhinitt", "R97", since: "2022-05", recorded: "2022-05-24 12:30"),
  ]

  private static let youthAllergy = SampleAllergy(
    name: "Katt",
    category: "environment",
    criticality: "low",
    recorded: "2022-05-24 12:32",
    onset: "2021",
    manifestations: [.concept("Tett nese"), .concept("Piping i brystet")],
    severity: "moderate"
  )

  private static let youthMedicines: [SampleMedicineUse] = [
    SampleMedicineUse(
      .salbutamol,
      from: "2019-10-29",
      "1–2 doser ved behov og før trening",
      for: "Astma"
    ),
    SampleMedicineUse(
      .fluticasone,
      from: "2020-01-14",
      "2 doser morgen og kveld fra september til mars. Skyll munnen",
      for: "Astma"
    ),
    SampleMedicineUse(
      .desloratadine,
      from: "2022-05-24",
      "1 tablett daglig ved behov",
      for: "Allergi"
    ),
  ]

  private static let youthPrescriptions: [SamplePrescription] = [
    SamplePrescription(
      .salbutamol,
      written: "2024-09-24 13:10",
      "1–2 doser ved behov og før trening",
      for: "Astma",
      amount: "1",
      .package
    ).with {
      $0.repeats = 3
      $0.collected = ["2024-09-25 16:02", "2025-03-10 15:40"]
    },
    SamplePrescription(
      .fluticasone,
      written: "2026-08-25 12:50",
      "2 doser morgen og kveld fra september til mars. Skyll munnen",
      for: "Astma",
      amount: "1",
      .package,
      days: 30
    ).with {
      $0.repeats = 6
      $0.collected = ["2026-08-26 16:24", "2026-10-01 15:48"]
    },
    SamplePrescription(
      .salbutamol,
      written: "2026-08-25 12:51",
      "1–2 doser ved behov og før trening",
      for: "Astma",
      amount: "1",
      .package
    ).with {
      $0.repeats = 3
      $0.collected = ["2026-08-26 16:24"]
    },
  ]

  private static let youthReports: [SampleReport] = [
    SampleReport(
      "Spirometri",
      .practice,
      taken: "2024-09-24 12:40",
      answered: "2024-09-24 13:05",
      [
        SampleResult(
          .search("Spirometri"),
          .text("FEV1 88 % av forventet før og 101 % etter Ventoline. Økning på 13 %.")
        )
      ],
      conclusion: "Forenlig med astma. Godt svar på luftveisutvidende."
    ),
    SampleReport(
      "Streptokokker, hurtigtest",
      .microbiology,
      taken: "2026-02-10 14:20",
      answered: "2026-02-10 14:35",
      [SampleResult(.search("Streptokokker gruppe A"), .finding("Ikke påvist"))],
      specimen: "Halsprøve"
    ),
  ]

  private static let youthThreads: [SampleThread] = [
    SampleThread(
      "Inhalator før gym",
      [
        .mine(
          "2026-08-24 16:10",
          "Hei.\nTuva piper i brystet når de løper i gymtimen. Ventoline er snart tom. Kan du fornye "
            + "begge inhalatorene før skolestart blir ordentlig i gang?\n\nHilsen Ragnhild, mamma til Tuva"
        ),
        .from(
          .generalPractitioner,
          "2026-08-25 12:55",
          "Hei.\nBegge er fornyet. Ta to doser Ventoline et kvarter før gym, og start med Flutide allerede "
            + "nå. Hjelper det ikke på tre uker, vil jeg se Tuva på kontoret.\n\nHilsen Ingeborg Demosund"
        ),
        .mine("2026-09-16 19:02", "Det hjalp. Hun er med på alt nå.\nRagnhild"),
      ]
    ),
    SampleThread(
      "Time til astmakontroll",
      kind: "Kontakt legekontoret",
      with: .secretary,
      [
        .mine(
          "2026-11-06 15:40",
          "Hei, det er Tuva. Kan jeg få time til astmakontroll etter skoletid? Helst tirsdag eller onsdag."
        ),
        .from(
          .secretary,
          "2026-11-09 12:42",
          "Hei, Tuva.\nDu har fått time tirsdag 9. februar klokken 14.30. Ta med inhalatorene. En av "
            + "foreldrene kan bli med hvis du vil.\n\nHilsen Wenche, Eksempelbyen legesenter"
        ),
      ]
    ),
  ]

  /// Kept from the parents (kv 9603).
  private static let youthTalk = SampleDocument(
    "Samtale hos helsesykepleier",
    kind: "Notat fra skolehelsetjenesten",
    loinc: nil,
    date: "2026-10-27 11:30",
    author: .schoolNurse,
    custodian: .healthStation,
    label: .fromParents,
    [
      .init(
        "Samtale",
        "Tuva kom på eget initiativ. Hun har grudd seg for skolen i høst etter en krangel i "
          + "vennegjengen, sover dårlig på søndager og gråter en del."
      ),
      .init(
        "Vurdering",
        "Alderssvarende reaksjon, ingen tanker om å skade seg selv. God støtte hos storebror og "
          + "bestemor. Ønsker ikke at foreldrene får vite om samtalen nå; det respekteres."
      ),
      .init("Avtale", "Ny samtale om to uker. Tuva kan komme innom når døren er åpen."),
    ]
  )
}
