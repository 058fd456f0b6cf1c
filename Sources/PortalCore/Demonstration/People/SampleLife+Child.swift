extension SampleLife {
  /// Eight: the whole programme of vaccines so far, the health station and an ear infection.
  static let child = SampleLife(
    profile: SampleProfile(
      given: "Oda",
      family: "Prøvesund",
      birthDate: SampleMoment("2018-02-07").date,
      isWoman: true,
      isMarried: nil,
      street: "Prøveveien 41",
      telephone: nil,
      email: nil,
      contacts: SampleProfile.parents
    ),
    imports: [
      "2022-03-15 20:20", "2024-12-10 20:20", "2025-10-21 20:20", "2026-10-22 20:20",
    ],
    visits: [],
    fill: { history, clinic in
      let station = clinic.place(.healthStation)
      for (vaccine, day, dose) in childVaccinations {
        history.vaccinate(vaccine, on: day, dose: dose, at: station)
      }
      for check in childChecks { history.check(check, by: clinic.staff(.schoolNurse)) }
      let doctor = clinic.staff(.generalPractitioner)
      for diagnosis in childDiagnoses { history.diagnose(diagnosis, by: doctor) }
      for prescription in childPrescriptions {
        history.prescribe(prescription, by: doctor, at: clinic.place(.pharmacy))
      }
      history.use(
        SampleMedicineUse(
          .phenoxymethylpenicillin,
          from: "2024-11-26",
          until: "2024-12-01",
          "7 ml fire ganger daglig i 5 dager",
          for: "Ørebetennelse"
        ),
        source: doctor
      )
      for thread in childThreads { history.converse(thread, clinic) }
      history.file(childNote, clinic)
      history.book(
        "Tannkontroll",
        at: "2026-12-15 09:30",
        minutes: 20,
        with: station,
        made: "2026-10-21 11:00",
        note: "Barnet følges av en voksen."
      )
    }
  )

  /// The programme, at the ages of `rules.md` 2.9.
  private static let childVaccinations: [(SampleVaccine, SampleMoment, Int)] = [
    (.rotavirus, "2018-03-21", 1),
    (.hexavalent, "2018-05-08", 1),
    (.pneumococcalConjugate, "2018-05-08", 1),
    (.rotavirus, "2018-05-08", 2),
    (.hexavalent, "2018-07-10", 2),
    (.pneumococcalConjugate, "2018-07-10", 2),
    (.hexavalent, "2019-02-12", 3),
    (.pneumococcalConjugate, "2019-02-12", 3),
    (.measlesMumpsRubella, "2019-05-14", 1),
    (.booster, "2025-10-14", 4),
  ]

  private static let childChecks: [SampleCheck] = [
    SampleCheck("2018-03-21 10:30", grams: 4_620, millimetres: 556, head: 381),
    SampleCheck("2018-05-08 09:45", grams: 5_910, millimetres: 602, head: 402),
    SampleCheck("2018-07-10 11:00", grams: 7_240, millimetres: 651, head: 424),
    SampleCheck("2019-02-12 10:15", grams: 9_480, millimetres: 748, head: 459),
    SampleCheck("2019-05-14 09:30", grams: 10_150, millimetres: 781, head: 466),
    SampleCheck("2020-02-18 10:00", grams: 12_300, millimetres: 868, head: 481),
    SampleCheck("2022-02-15 10:40", grams: 16_700, millimetres: 1_031),
    SampleCheck("2024-10-15 09:10", grams: 22_400, millimetres: 1_198),
    SampleCheck("2026-10-20 10:05", grams: 28_100, millimetres: 1_316),
  ]

  private static let childDiagnoses: [SampleDiagnosis] = [
    SampleDiagnosis(
      "Akutt otitis media/myringitt",
      "H71",
      since: "2024-11-25",
      recorded: "2024-11-26 11:40",
      ended: "2024-12-10"
    ),
    SampleDiagnosis(
      "Brudd underarm",
      "L72",
      since: "2025-05-16",
      recorded: "2025-05-16 16:20",
      ended: "2025-06-10"
    ),
  ]

  private static let childPrescriptions: [SamplePrescription] = [
    SamplePrescription(
      .phenoxymethylpenicillin,
      written: "2024-11-26 11:45",
      "7 ml fire ganger daglig i 5 dager",
      for: "Ørebetennelse",
      amount: "200",
      .millilitre,
      days: 5
    ).with {
      $0.validity = .tenDays
      $0.collected = ["2024-11-26 12:50"]
    },
    SamplePrescription(
      .desloratadine,
      written: "2026-04-21 09:20",
      "En halv tablett daglig ved behov",
      for: "Elveblest",
      amount: "30",
      .tablet
    ),
  ]

  private static let childThreads: [SampleThread] = [
    SampleThread(
      "Vondt i øret",
      [
        .mine(
          "2024-11-26 08:05",
          "Hei.\nOda har hatt vondt i høyre øre siden i går kveld og feber 39,1 i natt. Hun fikk Paracet "
            + "klokken seks. Skal vi se det an, eller komme?\n\nHilsen Ragnhild, mamma til Oda"
        ),
        .from(
          .generalPractitioner,
          "2024-11-26 09:10",
          "Hei.\nKom klokken 11.30 i dag, så ser jeg i øret. Fortsett med Paracet etter vekt frem til da.\n"
            + "\nHilsen Ingeborg Demosund"
        ),
      ]
    ),
    SampleThread(
      "Utslett etter vaksine",
      with: .schoolNurse,
      [
        .mine(
          "2025-10-15 17:32",
          "Hei.\nOda fikk vaksine på skolen i går og er rød og hoven på armen, omtrent som en "
            + "femkrone. Hun er ellers i fin form. Er det vanlig?\n\nHilsen Arvid, pappa til Oda"
        ),
        .from(
          .schoolNurse,
          "2025-10-16 10:20",
          "Hei, Arvid.\nJa, det er en vanlig reaksjon på denne vaksinen og går over på noen dager. Legg "
            + "gjerne på noe kaldt. Ta kontakt igjen hvis hevelsen går forbi albuen, eller hun får høy "
            + "feber.\n\nHilsen Marte Plasterlund, helsesykepleier"
        ),
      ]
    ),
    SampleThread(
      "Fin kontroll i 3. klasse",
      kind: "Melding fra skolehelsetjenesten",
      with: .schoolNurse,
      [
        .from(
          .schoolNurse,
          "2026-10-21 11:05",
          "Hei.\nOda var hos meg i går og ble veid og målt. Hun følger kurvene sine fint. Tannkontroll er "
            + "satt opp 15. desember.\n\nHilsen Marte Plasterlund, helsesykepleier"
        )
      ]
    ),
  ]

  private static let childNote = SampleDocument(
    "Poliklinisk notat, skadepoliklinikken",
    kind: "Poliklinisk notat",
    loinc: "11488-4",
    date: "2025-05-16 18:05",
    author: .surgeon,
    custodian: .hospital,
    [
      .init(
        "Aktuelt",
        "Sju år gammel jente som falt fra klatrestativ og tok seg for med venstre hånd."
      ),
      .init("Undersøkelse", "Hoven og øm over håndleddet. God sirkulasjon og følelse i fingrene."),
      .init("Røntgen", "Lite brudd i venstre spolebein (torusbrudd), uten feilstilling."),
      .init(
        "Tiltak",
        "Gipsskinne i tre uker. Paracetamol etter vekt ved behov. Foreldrene tar av skinnen selv; "
          + "ingen kontroll trengs."
      ),
    ]
  )
}

extension SampleProfile {
  /// Whom to reach about the children.
  static let parents = [
    Contact(
      given: "Ragnhild",
      family: "Prøvesund",
      relation: "mor",
      words: "Mor",
      telephone: "00 00 01 70"
    ),
    Contact(
      given: "Arvid",
      family: "Prøvesund",
      relation: "far",
      words: "Far",
      telephone: "00 00 01 61"
    ),
  ]
}
