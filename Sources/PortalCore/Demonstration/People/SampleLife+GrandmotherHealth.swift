/// The grandmother's diagnoses, allergies, vaccinations and documents.
extension SampleLife {
  static let grandmotherDiagnoses: [SampleDiagnosis] = [
    SampleDiagnosis("Hypotyreose/myksødem", "T86", since: "1994", recorded: "1994-09-12"),
    SampleDiagnosis(
      "Hypertensjon ukomplisert",
      "K86",
      since: "2001",
      recorded: "2001-02-05"
    ),
    SampleDiagnosis("Diabetes ikke-insulinavhengig", "T90", since: "2009", recorded: "2009-10-20"),
    SampleDiagnosis(
      "Kronisk obstruktiv lungesykdom",
      "R95",
      since: "2012",
      recorded: "2012-11-06",
      note: "Spirometri: FEV1 61 % av forventet. Sluttet å røyke i 2010."
    ),
    SampleDiagnosis("Glaukom", "F93", since: "2015-03", recorded: "2015-03-24"),
    SampleDiagnosis("Atrieflimmer/flutter", "K78", since: "2017-08", recorded: "2017-08-22"),
    SampleDiagnosis("Osteoporose", "L95", since: "2020", recorded: "2020-06-16"),
    SampleDiagnosis("Hjertesvikt", "K77", since: "2021-10", recorded: "2021-10-12"),
    SampleDiagnosis(
      "Cystitt/urinveisinfeksjon IKA",
      "U71",
      since: "2024-02-27",
      recorded: "2024-02-27 11:30",
      ended: "2024-03-12"
    ),
  ]

  static let grandmotherHospitalDiagnoses: [SampleDiagnosis] = [
    SampleDiagnosis(
      "Brudd i lårhals",
      "S72.0",
      .hospital,
      since: "2023-02-06",
      recorded: "2023-02-06 19:20",
      ended: "2023-05-23",
      note: "Fall på isen hjemme. Høyre side."
    ),
    SampleDiagnosis(
      "Tilstedeværelse av ortopediske leddimplantater",
      "Z96.6",
      .hospital,
      since: "2023-02-07",
      recorded: "2023-02-13 12:00",
      note: "Sementert hemiprotese i høyre hofte."
    ),
  ]

  static let grandmotherAllergies: [SampleAllergy] = [
    SampleAllergy(
      name: "Penicilliner",
      coding: .coding(CodeSystem.atc, "J01C", "Betalaktamantibakterielle midler, penicilliner"),
      category: "medication",
      criticality: "high",
      recorded: "2008-01-17",
      onset: "2008-01-16",
      manifestations: [
        .concept("Urtikaria", .coding(CodeSystem.snomed, "126485001", "Urtikaria")),
        .concept("Hevelse i ansiktet"),
      ],
      severity: "severe",
      note: "Fikk elveblest og hevelse i ansiktet en time etter første dose Apocillin."
    ),
    SampleAllergy(
      name: "Nikkel",
      category: "environment",
      criticality: "low",
      recorded: "1998-04-02",
      onset: "1998",
      manifestations: [.concept("Kontakteksem")],
      severity: "mild",
      note: "Eksem under klokkerem og ørepynt."
    ),
  ]

  static let grandmotherVaccinations: [(SampleVaccine, SampleMoment, Int)] = [
    (.pneumococcalPolysaccharide, "2014-10-21", 1),
    (.influenza, "2019-10-22", 1),
    (.influenza, "2020-10-20", 1),
    (.coronavirus2021, "2021-02-09", 1),
    (.coronavirus2021, "2021-03-16", 2),
    (.influenza, "2021-10-19", 1),
    (.coronavirus2021, "2021-11-02", 3),
    (.influenza, "2022-10-25", 1),
    (.influenza, "2023-10-24", 1),
    (.coronavirus, "2023-10-24", 4),
    (.pneumococcalPolysaccharide, "2024-10-22", 2),
    (.influenza, "2024-10-22", 1),
    (.coronavirus, "2024-10-22", 5),
    (.influenza, "2025-10-21", 1),
    (.coronavirus, "2025-10-21", 6),
    (.influenza, "2026-10-20", 1),
    (.coronavirus, "2026-10-20", 7),
  ]

  static let grandmotherDocuments: [SampleDocument] = [
    SampleDocument(
      "Epikrise etter innleggelse for lårhalsbrudd",
      kind: "Epikrise",
      loinc: "18842-5",
      date: "2023-02-14 13:25",
      author: .surgeon,
      custodian: .hospital,
      [
        .init(
          "Årsak til innleggelsen",
          "79 år gammel kvinne som falt på isen utenfor inngangsdøren 6. februar 2023. Kunne ikke "
            + "støtte på høyre bein. Røntgen viste dislosert lårhalsbrudd på høyre side."
        ),
        .init(
          "Sykdommer fra før",
          "Atrieflimmer, hjertesvikt, kols, diabetes type 2, hypotyreose og osteoporose.",
          "Alvorlig allergisk reaksjon på penicillin i 2008."
        ),
        .init(
          "Forløp og behandling",
          "Operert 7. februar med sementert hemiprotese i spinalbedøvelse. Eliquis ble stanset før "
            + "inngrepet og gjenopptatt to døgn etter. Klindamycin ble gitt i stedet for cefalotin "
            + "som infeksjonsforebygging.",
          "Ukomplisert forløp. Gikk med rullator fra andre dag. Hemoglobin lavest 9,8 g/dL, ikke "
            + "behov for blodoverføring."
        ),
        .init(
          "Legemidler ved utskrivning",
          "Nytt: Paracet 1 g inntil fire ganger daglig og OxyNorm 5 mg ved sterke smerter, i høyst "
            + "to uker. Duphalac 15 ml daglig så lenge OxyNorm brukes.",
          "Videre som før innleggelsen."
        ),
        .init(
          "Videre oppfølging",
          "Full belastning. Opptrening ved kommunal fysioterapeut.\nRøntgenkontroll på sykehuset "
            + "etter tre måneder.\nFastlegen bes vurdere benskjørhetsbehandlingen og ta hemoglobin "
            + "om to uker."
        ),
      ]
    ),
    SampleDocument(
      "Poliklinisk notat, kontroll av hofteprotese",
      kind: "Poliklinisk notat",
      loinc: "11488-4",
      date: "2023-05-16 11:10",
      author: .surgeon,
      custodian: .hospital,
      [
        .init("Aktuelt", "Tre måneder etter hemiprotese i høyre hofte. Går med én stokk ute."),
        .init("Undersøkelse", "Reisløst arr. God bevegelse uten smerte. Like lange bein."),
        .init("Røntgen", "Protesen står godt, ingen tegn til løsning."),
        .init("Vurdering", "Godt resultat. Avsluttes herfra."),
      ]
    ),
    SampleDocument(
      "Poliklinisk notat, hjertepoliklinikken",
      kind: "Poliklinisk notat",
      loinc: "11488-4",
      date: "2025-09-30 10:40",
      author: .cardiologist,
      custodian: .hospital,
      [
        .init("Aktuelt", "Henvist for tung pust ved gange i bakker. Kjent hjertesvikt og flimmer."),
        .init(
          "Undersøkelse",
          "Blodtrykk 132/74. Puls 72, uregelmessig. Lett hevelse i anklene.",
          "Ekko: EF 42 %, moderat lekkasje i mitralklaffen, uendret fra 2021."
        ),
        .init(
          "Vurdering og tiltak",
          "Eliquis reduseres til 2,5 mg to ganger daglig på grunn av alder over 80 år og vekt på "
            + "60 kg. Furix økes ikke nå. Daglig vekt hjemme; ring fastlegen ved økning over 2 kg "
            + "på tre dager."
        ),
      ]
    ),
  ]
}
