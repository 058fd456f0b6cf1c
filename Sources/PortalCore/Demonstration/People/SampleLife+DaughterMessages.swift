/// The daughter's conversations, samples and the letter about her mammography.
extension SampleLife {
  static let daughterThreads: [SampleThread] = [
    SampleThread(
      "Sliten og tung i kroppen",
      [
        .mine(
          "2025-03-30 21:12",
          "Hei.\nJeg har vært veldig sliten i et par måneder, og blir andpusten i trappene på jobben. "
            + "Sover greit. Blødningene har vært kraftigere igjen i vinter.\nKan det være jernmangel?\n\n"
            + "Hilsen Ragnhild"
        ),
        .from(
          .generalPractitioner,
          "2025-03-31 12:34",
          "Hei, Ragnhild.\nDet kan det godt være. Jeg har satt opp time i morgen klokken 12 til "
            + "undersøkelse og blodprøve. Passer det?\n\nHilsen Ingeborg Demosund"
        ),
        .mine("2025-03-31 15:02", "Ja, det passer fint. Takk for raskt svar!"),
        .from(
          .generalPractitioner,
          "2025-04-03 13:30",
          "Hei.\nJernlageret (ferritin) er 8, som er lavt, og blodprosenten er litt lav. Jeg har sendt "
            + "resept på Niferex, en kapsel daglig. Ta den gjerne med et glass appelsinjuice, men ikke "
            + "sammen med kaffe eller melk. Avføringen blir mørk, og det er ufarlig.\n\nNy prøve i "
            + "september.\n\nHilsen Ingeborg Demosund"
        ),
      ]
    ),
    SampleThread(
      "Kan jeg bytte time?",
      kind: "Kontakt legekontoret",
      with: .secretary,
      [
        .mine(
          "2025-09-09 20:40",
          "Hei.\nJeg har time til blodprøve torsdag, men må dessverre på kurs. Har dere noe uken etter?"
        ),
        .from(
          .secretary,
          "2025-09-10 09:15",
          "Hei, Ragnhild.\nDu kan få tirsdag 16. september klokken 08.20. Jeg har flyttet timen dit. Si "
            + "fra hvis det ikke passer.\n\nHilsen Wenche, Eksempelbyen legesenter"
        ),
        .mine("2025-09-10 16:55", "Perfekt, takk."),
      ]
    ),
    SampleThread(
      "Fornye Imigran og Aerius",
      kind: "Fornye resept",
      [
        .mine(
          "2026-03-03 19:26",
          "Hei.\nPollensesongen nærmer seg. Kan du fornye Aerius? Imigran har jeg fortsatt nok av."
        ),
        .from(
          .generalPractitioner,
          "2026-03-04 09:55",
          "Hei.\nAerius er fornyet med ett ekstra uttak. Start gjerne en uke før du pleier å få plager.\n"
            + "\nHilsen Ingeborg Demosund"
        ),
      ]
    ),
    SampleThread(
      "Hetetokter og dårlig søvn",
      [
        .mine(
          "2026-06-08 22:05",
          "Hei.\nEtter at spiralen ble tatt ut i februar, har jeg fått hetetokter flere ganger om "
            + "natten. Jeg våkner klissvåt og er trøtt på jobb.\n\nEr det noe å gjøre med det? Mamma hadde "
            + "ikke brystkreft eller blodpropp, hvis det har noe å si.\n\nHilsen Ragnhild"
        ),
        .from(
          .generalPractitioner,
          "2026-06-11 12:20",
          "Hei, Ragnhild.\nDette er vanlige plager i overgangsalderen, og det finnes god hjelp. Siden du "
            + "har migrene, vil jeg gjerne snakke med deg før vi velger behandling. Bestill en vanlig "
            + "time, og noter gjerne hvor ofte du våkner i to uker.\n\nKjølig soverom, mindre alkohol og "
            + "regelmessig trening hjelper mange.\n\nHilsen Ingeborg Demosund"
        ),
        .mine("2026-06-11 18:47", "Takk, det skal jeg gjøre. Bestiller time etter ferien."),
      ]
    ),
    SampleThread(
      "Mammas medisinliste",
      kind: "Kontakt legekontoret",
      with: .secretary,
      [
        .mine(
          "2026-10-19 19:18",
          "Hei.\nJeg hjelper mamma, Borghild Eksempeldal, med å legge i dosetten. Kan dere sende en ny "
            + "utskrift av medisinlisten? Hun har gitt meg fullmakt."
        ),
        .from(
          .secretary,
          "2026-10-20 10:12",
          "Hei.\nVi kan ikke skrive om andre i din journal. Logg inn på vegne av Borghild og send spørsmålet "
            + "derfra, så svarer vi der. Listen ligger også under Legemidler hos henne.\n\nHilsen Wenche, "
            + "Eksempelbyen legesenter"
        ),
      ]
    ),
    SampleThread(
      "Tid for livmorhalsprøve",
      kind: "Melding fra legekontoret",
      with: .secretary,
      [
        .from(
          .secretary,
          "2026-11-09 13:25",
          "Hei, Ragnhild.\nDet er snart fem år siden forrige livmorhalsprøve. Vi har satt opp time torsdag "
            + "10. desember klokken 13.10. Gi beskjed senest 24 timer før hvis du ikke kan komme.\n\n"
            + "Hilsen Wenche, Eksempelbyen legesenter"
        )
      ]
    ),
  ]

  static let daughterReports: [SampleReport] = [
    SampleReport(
      "Livmorhalsprøve, HPV",
      .microbiology,
      taken: "2021-12-07 10:10",
      answered: "2021-12-20 12:30",
      [SampleResult(.search("Humant papillomavirus, høyrisiko-DNA"), .finding("Ikke påvist"))],
      conclusion: "Ingen høyrisiko HPV. Ny prøve om fem år.",
      specimen: "Celleprøve fra livmorhals"
    ),
    daughterSampling(
      "2025-04-01 12:30",
      hemoglobin: 109,
      ferritin: 8,
      thyrotropin: 18,
      leukocytes: 62
    ),
    daughterSampling(
      "2025-09-16 08:20",
      hemoglobin: 134,
      ferritin: 46,
      thyrotropin: 16,
      leukocytes: 57
    ),
    daughterSampling(
      "2026-10-13 08:35",
      hemoglobin: 138,
      ferritin: 52,
      thyrotropin: 19,
      leukocytes: 66
    ),
  ]

  private static func daughterSampling(
    _ taken: SampleMoment,
    hemoglobin: Int,
    ferritin: Int,
    thyrotropin: Int,
    leukocytes: Int
  ) -> SampleReport {
    SampleReport(
      "Medisinsk biokjemi",
      taken: taken,
      answered: taken.later(days: 1).at(minute: 13 * 60 + 5),
      [
        SampleResult(.hemoglobinWoman, .number(hemoglobin)),
        SampleResult(.ferritinWoman, .number(ferritin)),
        SampleResult(.leukocytes, .number(leukocytes)),
        SampleResult(.thrombocytes, .number(300 - leukocytes / 2)),
        SampleResult(.thyrotropin, .number(thyrotropin)),
        SampleResult(.freeThyroxine, .number(15)),
        SampleResult(.vitaminD, .number(ferritin < 10 ? 44 : 68)),
        SampleResult(.crp, .below(1)),
      ]
    )
  }

  static let daughterLetter = SampleDocument(
    "Svar på mammografi",
    kind: "Brev",
    loinc: nil,
    date: "2026-02-17 09:00",
    author: .radiographer,
    custodian: .screening,
    [
      .init(
        "Resultat",
        "Røntgenbildene av brystene dine fra 9. februar 2026 er vurdert av to radiologer. De viser "
          + "ikke tegn til brystkreft."
      ),
      .init(
        "Videre",
        "Du får ny innkalling om to år.",
        "Ta kontakt med fastlegen hvis du kjenner en kul eller merker andre forandringer, uansett når "
          + "du sist var til mammografi."
      ),
    ]
  )
}
