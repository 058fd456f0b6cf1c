/// The diabetic's conversations and documents.
extension SampleLife {
  static let diabeticThreads: [SampleThread] = [
    SampleThread(
      "Hjemmetest for korona",
      [
        .mine(
          "2022-01-25 07:48",
          "Hei.\nJeg har testet positivt hjemme, har feber 38,4 og hoster. Må jeg gjøre noe spesielt "
            + "siden jeg har diabetes?\n\nArvid"
        ),
        .from(
          .locum,
          "2022-01-25 09:02",
          "Hei, Arvid.\nTa en PCR-test på teststasjonen i dag. Drikk godt, og mål blodsukkeret morgen "
            + "og kveld mens du har feber. Ta pause med Glucophage hvis du kaster opp.\n\nRing 116 117 "
            + "hvis du blir tung i pusten.\n\nHilsen Jonas Vikarberg, vikarlege"
        ),
        .mine("2022-01-28 18:15", "Takk. Bedre nå, feberfri siden i går."),
      ]
    ),
    SampleThread(
      "Langtidssukkeret stiger",
      [
        .mine(
          "2024-08-01 19:22",
          "Hei.\nJeg ser at HbA1c har gått opp igjen, til over 70. Jeg tar medisinene som jeg skal, "
            + "men det har blitt lite trening i sommer. Hva gjør vi nå?"
        ),
        .from(
          .generalPractitioner,
          "2024-08-06 12:25",
          "Hei, Arvid.\nDet er for høyt over tid. Jeg henviser deg til diabetespoliklinikken for å "
            + "vurdere ny medisin. Frem til da: fortsett som nå, og prøv å få inn en halvtimes gange "
            + "etter middag.\n\nHilsen Ingeborg Demosund"
        ),
        .mine("2024-08-06 20:40", "Det høres fornuftig ut. Takk for raskt svar."),
      ]
    ),
    SampleThread(
      "Kvalme av Ozempic",
      [
        .mine(
          "2024-10-14 20:03",
          "Hei.\nJeg har økt til 1 mg for to uker siden. Jeg er kvalm to dager etter hver sprøyte og "
            + "spiser mindre. Ellers fin form, og vekten er ned 4 kilo. Skal jeg gå ned igjen?"
        ),
        .from(
          .generalPractitioner,
          "2024-10-16 13:44",
          "Hei.\nKvalmen går oftest over etter noen uker. Spis små måltider og unngå fett mat de første "
            + "to dagene. Blir det verre, går du tilbake til 0,5 mg og sier fra.\n\nFår du sterke "
            + "magesmerter som stråler til ryggen, må du kontakte legevakten på 116 117.\n\nHilsen "
            + "Ingeborg Demosund"
        ),
        .mine("2024-11-04 19:37", "Nå er kvalmen borte. Fortsetter på 1 mg."),
        .from(
          .generalPractitioner,
          "2024-11-05 12:15",
          "Så bra! Vi tar HbA1c igjen i slutten av januar."
        ),
      ]
    ),
    SampleThread(
      "Høyt kalium i prøvesvaret",
      [
        .mine(
          "2026-04-30 21:52",
          "Hei.\nJeg ser at kalium er 5,8 og merket som for høyt. Er det farlig? Jeg føler meg helt "
            + "fin."
        ),
        .from(
          .generalPractitioner,
          "2026-05-04 11:05",
          "Hei, Arvid.\nLaboratoriet har ringt i dag: prøverøret var ødelagt (hemolyse), og svaret er "
            + "rettet til 4,4, som er helt normalt. Du trenger ikke gjøre noe, og ta medisinene som "
            + "før.\n\nBeklager at du måtte vente over helgen med den bekymringen.\n\nHilsen Ingeborg "
            + "Demosund"
        ),
        .mine("2026-05-04 17:30", "Takk, det var godt å høre!\nArvid"),
      ]
    ),
    SampleThread(
      "Fornye Norvasc",
      kind: "Fornye resept",
      [
        .mine(
          "2026-11-02 18:10",
          "Hei.\nKan du fornye Norvasc 5 mg? Jeg har nok til midten av november."
        ),
        .from(
          .generalPractitioner,
          "2026-11-04 12:12",
          "Hei.\nResepten er fornyet for ett år. Blodtrykket var fint sist, så vi fortsetter likt.\n\n"
            + "Jeg har også satt opp årskontroll 26. januar.\n\nHilsen Ingeborg Demosund"
        ),
      ]
    ),
    SampleThread(
      "Svar på blodprøver",
      kind: "Melding fra legekontoret",
      [
        .from(
          .generalPractitioner,
          "2026-11-12 14:20",
          "Hei, Arvid.\nFine prøver. HbA1c er under målet på 53, og nyrene er stabile. "
            + "LDL-kolesterolet er under målet på 1,8; at det er merket som lavt, er bare et tegn på at "
            + "medisinen virker.\n\nFortsett som nå. Husk øyekontrollen i desember.\n\nHilsen Ingeborg "
            + "Demosund"
        )
      ]
    ),
  ]

  static let diabeticDocuments: [SampleDocument] = [
    SampleDocument(
      "Poliklinisk notat, øyepoliklinikken",
      kind: "Poliklinisk notat",
      loinc: "11488-4",
      date: "2023-10-17 10:05",
      author: .eyeDoctor,
      custodian: .hospital,
      [
        .init("Aktuelt", "Årlig netthinnekontroll ved diabetes type 2. Ingen synsplager."),
        .init("Undersøkelse", "Visus 1,0 på begge øyne. Trykk 15 og 16 mmHg."),
        .init("Foto", "Enkelte mikroaneurismer og små blødninger i begge øyne. Makula uten funn."),
        .init("Vurdering", "Lett bakgrunnsretinopati. Ny kontroll om ett år."),
      ]
    ),
    SampleDocument(
      "Poliklinisk notat, diabetespoliklinikken",
      kind: "Poliklinisk notat",
      loinc: "11488-4",
      date: "2024-09-17 13:30",
      author: .endocrinologist,
      custodian: .hospital,
      [
        .init(
          "Aktuelt",
          "63 år gammel mann med diabetes type 2 siden 2018, hypertensjon og hyperlipidemi. HbA1c 72 "
            + "mmol/mol tross metformin og empagliflozin."
        ),
        .init(
          "Undersøkelse",
          "Vekt 107 kg, høyde 181 cm. Blodtrykk 142/88. Normal sensibilitet og god puls i føttene. "
            + "U-AKR lett forhøyet i to av tre prøver."
        ),
        .init(
          "Vurdering",
          "Klar indikasjon for GLP-1-analog. Ingen tidligere bukspyttkjertelbetennelse. Starter "
            + "Ozempic med opptrapping til 1 mg ukentlig.",
          "Moderat økt albuminutskillelse. Losartan og empagliflozin videre."
        ),
        .init(
          "Plan",
          "Fastlegen følger opp med HbA1c, kreatinin og U-AKR hver tredje måned. LDL-målet er under "
            + "1,8 mmol/L; bør øke statin.\nAvsluttes herfra. Ny henvisning ved behov."
        ),
      ]
    ),
  ]
}
