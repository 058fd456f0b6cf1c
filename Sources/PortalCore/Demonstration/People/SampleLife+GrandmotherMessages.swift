/// The grandmother's conversations and samples.
extension SampleLife {
  static let grandmotherThreads: [SampleThread] = [
    SampleThread(
      "Spørsmål om metformin og nyrene",
      [
        .mine(
          "2024-10-02 11:15",
          "Hei.\nNå har jeg sluttet med Glucophage slik du sa. Blodsukkeret hjemme ligger på 8 til 9 "
            + "om morgenen. Er det greit, eller skal jeg ha noe annet i stedet?\n\nHilsen Borghild"
        ),
        .from(
          .generalPractitioner,
          "2024-10-03 12:48",
          "Hei, Borghild.\nDet er helt greit i din alder. Vi ønsker ikke at sukkeret skal bli for "
            + "lavt. Ring oss om du måler over 15, er svært tørst eller går mye ned i vekt.\n\nVi tar "
            + "langtidssukker og nyreprøver igjen om tre måneder.\n\nHilsen Ingeborg Demosund"
        ),
        .mine("2024-10-03 16:20", "Takk, da er jeg rolig.\nBorghild"),
      ]
    ),
    SampleThread(
      "Time til B12-sprøyte",
      kind: "Kontakt legekontoret",
      with: .secretary,
      [
        .mine(
          "2026-02-02 10:32",
          "Hei.\nKan jeg få time til B12-sprøyten uke 7? Helst etter klokken ti, for bussen går først "
            + "halv ti."
        ),
        .from(
          .secretary,
          "2026-02-02 13:05",
          "Hei.\nDu er satt opp tirsdag 10. februar klokken 10.30. Gi beskjed hvis det ikke passer.\n\n"
            + "Hilsen Wenche, Eksempelbyen legesenter"
        ),
      ]
    ),
    SampleThread(
      "Hevelse i beina",
      [
        .mine(
          "2026-10-22 09:41",
          "Hei.\nAnklene er hovne om kvelden og vekten har gått opp fra 60,4 til 62 kilo på en uke. "
            + "Pusten er som vanlig. Skal jeg ta en ekstra vanndrivende tablett?"
        ),
        .from(
          .generalPractitioner,
          "2026-10-22 14:10",
          "Hei, Borghild.\nJa, ta to Furix om morgenen i tre dager, og vei deg hver dag. Ring oss på "
            + "mandag med vekten. Blir du tung i pusten, ringer du 116 117 eller 113.\n\nJeg har bestilt "
            + "en blodprøve som du kan ta neste uke.\n\nHilsen Ingeborg Demosund"
        ),
        .mine(
          "2026-10-26 10:05",
          "Nå er vekten 60,8 og sokkene lager ikke lenger merker.\nSkal jeg gå tilbake til én "
            + "tablett?"
        ),
        .from(
          .generalPractitioner,
          "2026-10-26 13:32",
          "Så fint. Gå tilbake til én tablett fra i morgen. Prøvene tar vi torsdag.\n\nHilsen Ingeborg "
            + "Demosund"
        ),
      ]
    ),
    SampleThread(
      "Svar på blodprøver",
      kind: "Melding fra legekontoret",
      [
        .from(
          .generalPractitioner,
          "2026-11-11 12:20",
          "Hei, Borghild.\nNyreprøven er litt lavere enn i vår, men stabil nok. Saltene er fine. "
            + "Stoffskiftet er i orden.\nJeg har fornyet Eliquis og Imovane. Bruk Imovane så lite som "
            + "mulig, den gjør deg ustø på beina.\n\nVi sees 3. desember.\n\nHilsen Ingeborg Demosund"
        )
      ]
    ),
  ]

  static let grandmotherReports: [SampleReport] = [
    grandmotherSampling(
      "2022-04-28 09:10",
      hemoglobin: 126,
      creatinine: 88,
      eGFR: 54,
      sodium: 140,
      potassium: 42,
      sugar: 53,
      thyrotropin: 21,
      cobalamin: 388
    ),
    SampleReport(
      "Medisinsk biokjemi, hasteprøver",
      taken: "2023-02-06 18:40",
      answered: "2023-02-06 19:35",
      [
        SampleResult(.hemoglobinWoman, .number(118)), SampleResult(.crp, .number(12)),
        SampleResult(.creatinineWoman, .number(101)), SampleResult(.sodium, .number(135)),
        SampleResult(.potassium, .number(39)),
      ]
    ),
    grandmotherSampling(
      "2023-05-23 09:50",
      hemoglobin: 119,
      creatinine: 96,
      eGFR: 48,
      sodium: 139,
      potassium: 44,
      sugar: 52,
      thyrotropin: 26,
      cobalamin: 412
    ),
    SampleReport(
      "Urin, dyrkning og resistens",
      .microbiology,
      taken: "2024-02-27 11:20",
      answered: "2024-02-29 14:05",
      [
        SampleResult(
          .urineCulture,
          .members([
            SampleResult(.bacterium, .text("Escherichia coli, over 100 000 bakterier/ml")),
            SampleResult(.susceptibility("Trimetoprim"), .finding("Følsom (S)")),
            SampleResult(.susceptibility("Nitrofurantoin"), .finding("Følsom (S)")),
            SampleResult(.susceptibility("Mecillinam"), .finding("Følsom (S)")),
            SampleResult(.susceptibility("Ciprofloksacin"), .finding("Resistent (R)")),
          ])
        )
      ],
      specimen: "Urin, midtstråle"
    ),
    grandmotherSampling(
      "2024-09-24 09:05",
      hemoglobin: 122,
      creatinine: 128,
      eGFR: 34,
      sodium: 138,
      potassium: 48,
      sugar: 49,
      thyrotropin: 30,
      cobalamin: 405
    ),
    grandmotherSampling(
      "2025-03-04 09:15",
      hemoglobin: 121,
      creatinine: 119,
      eGFR: 37,
      sodium: 139,
      potassium: 46,
      sugar: 54,
      thyrotropin: 33,
      cobalamin: 371
    ),
    grandmotherSampling(
      "2026-04-28 09:20",
      hemoglobin: 124,
      creatinine: 114,
      eGFR: 38,
      sodium: 140,
      potassium: 45,
      sugar: 56,
      thyrotropin: 24,
      cobalamin: 428
    ),
    grandmotherSampling(
      "2026-10-29 09:30",
      hemoglobin: 120,
      creatinine: 121,
      eGFR: 35,
      sodium: 139,
      potassium: 47,
      sugar: 55,
      thyrotropin: 28,
      cobalamin: 396
    ),
  ]

  private static func grandmotherSampling(
    _ taken: SampleMoment,
    hemoglobin: Int,
    creatinine: Int,
    eGFR: Int,
    sodium: Int,
    potassium: Int,
    sugar: Int,
    thyrotropin: Int,
    cobalamin: Int
  ) -> SampleReport {
    SampleReport(
      "Medisinsk biokjemi",
      taken: taken,
      answered: taken.later(days: 1).at(minute: 13 * 60 + 15),
      [
        SampleResult(.hemoglobinWoman, .number(hemoglobin)),
        SampleResult(.creatinineWoman, .number(creatinine)),
        SampleResult(.eGFR, .number(eGFR)),
        SampleResult(.sodium, .number(sodium)),
        SampleResult(.potassium, .number(potassium)),
        SampleResult(.hemoglobinA1c, .number(sugar)),
        SampleResult(.thyrotropin, .number(thyrotropin)),
        SampleResult(.cobalamin, .number(cobalamin)),
        SampleResult(.crp, .below(1)),
      ]
    )
  }
}
