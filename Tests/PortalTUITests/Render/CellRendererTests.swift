import Testing

@testable import PortalTUI

struct CellRendererTests {
  @Test func `a list at 80 by 24`() {
    let visit = Visit(.messages, columns: 80, rows: 24)
    let expected = """
       DEMO  Messages                                          Kari Testdal (yourself)
      ────────────────────────────────────────────────────────────────────────────────
        What you and your doctor's office have written to each other.

      > New  About the test last week            Testdal Medical Centre, 14 March 2025
        Renewal of prescription                                           2 March 2025
        ! Unanswered  Your appointment has been mov…  Testdal Medical Centre, 27 Febr…
        Welcome













      ────────────────────────────────────────────────────────────────────────────────
                                                                              1–4 of 4
      Enter Open  Esc Back  / Search  F1 Help
      """
    #expect(visit.frame.text == expected)
  }

  @Test func `a list at 40 by 12, with a row of its own for the detail`() {
    let visit = Visit(.messages, columns: 40, rows: 12)
    let expected = """
       DEMO  Messages  Kari Testdal (yourself)
        What you and your doctor's office have
        written to each other.

      > New  About the test last week
          Testdal Medical Centre, 14 March 20…
        Renewal of prescription
          2 March 2025
        ! Unanswered  Your appointment has be…
          Testdal Medical Centre, 27 February…
                                      1–3 of 4
      Enter Open  Esc Back  / Search  F1 Help
      """
    #expect(visit.frame.text == expected)
  }

  @Test func `a table at 80 by 24`() {
    let visit = Visit(.results, columns: 80, rows: 24)
    let expected = """
       DEMO  Test results                                      Kari Testdal (yourself)
      ────────────────────────────────────────────────────────────────────────────────
        ! Warning: One of the values is outside its range.

                 Test             Value  Unit    Range      Taken
      >          Haemoglobin       14.2  g/dL    11.7–15.3  14 March 2025
        ! High   LDL cholesterol   5.61  mmol/L  1.2–4.3    14 March 2025
                 TSH               1.50  mIE/L













      ────────────────────────────────────────────────────────────────────────────────
                                                                              1–3 of 3
      Enter Open  Esc Back  / Search  F1 Help
      """
    #expect(visit.frame.text == expected)
  }

  @Test func `a table at 40 by 12, without its least important columns`() {
    let visit = Visit(.results, columns: 40, rows: 12)
    let expected = """
       DEMO  Test results  Kari Testdal (your…
        ! Warning: One of the values is
          outside its range.

        Test                     Value  Unit
      > Haemoglobin               14.2  g/dL
        ! High LDL cholesterol    5.61  mmol/L
        TSH                       1.50  mIE/L


                                      1–3 of 3
      Enter Open  Esc Back  / Search  F1 Help
      """
    #expect(visit.frame.text == expected)
  }

  @Test func `a form at 40 by 12`() {
    let visit = Visit(.writing, columns: 40, rows: 12)
    let expected = """
       DEMO  Write     Kari Testdal (yourself)
        The office answers within five days.

        To
      > (x) 1 The office
        ( ) 2 Your doctor

        Subject  0 of 50
        [                                    ]

                                     1–9 of 17
      Enter Open  Esc Back  / Search  F1 Help
      """
    #expect(visit.frame.text == expected)
  }

  @Test func `text, facts and a chart at 80 by 24`() {
    let visit = Visit(.reading, columns: 80, rows: 24)
    let expected = """
       DEMO  LDL cholesterol                                   Kari Testdal (yourself)
      ────────────────────────────────────────────────────────────────────────────────
        Result
        Taken         14 March 2025
        Requested by  Doctor Ola Testmann, Testdal Medical Centre

        Three values; the last is above the range.

        5.6  │                                                                      ●
             │
        high │┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
        3.9  │●                                  ●
             │
             │
             │
             │
        low  │┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
              2 May 2023                                                14 March 2025

        Comment
        Dear Kari,
      ────────────────────────────────────────────────────────────────────────────────
                                                                            1–19 of 24
      Enter Open  Esc Back  / Search  F1 Help
      """
    #expect(visit.frame.text == expected)
  }

  @Test func `facts under their labels and no chart at 30 by 20, in ASCII`() {
    var visit = Visit(.reading, columns: 30, rows: 20)
    visit.renderer.signs = .ascii
    let expected = """
       DEMO  LDL cholest~  Kari Tes~
      ------------------------------
       Result
       Taken
         14 March 2025
       Requested by
         Doctor Ola Testmann,
         Testdal Medical Centre

       Three values; the last is
       above the range.

       Comment
       Dear Kari,

         the value has risen.
      ------------------------------
                          1-14 of 18
      Enter Open  Esc Back  / Search
      F1 Help
      """
    #expect(visit.frame.text == expected)
  }

  @Test func `the selection's page beside the list at 120 by 20`() {
    var visit = Visit(.results, columns: 120, rows: 20)
    visit.chrome.detail = .writing
    let expected = """
       DEMO  Test results                                                                              Kari Testdal (yourself)
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        ! Warning: One of the values is outside its range.        │  Write
                                                                  │
                 Test             Value  Unit    Range            │  The office answers within five days.
      >          Haemoglobin       14.2  g/dL    11.7–15.3        │
        ! High   LDL cholesterol   5.61  mmol/L  1.2–4.3          │  To
                 TSH               1.50  mIE/L                    │  (x) 1 The office
                                                                  │  ( ) 2 Your doctor
                                                                  │
                                                                  │  Subject  0 of 50
                                                                  │  [                                                       ]
                                                                  │
                                                                  │  Text
                                                                  │  Everyone at the office may read it.
                                                                  │  !! Error: Say more.
                                                                  │  more …
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                                                                                                                      1–3 of 3
      Enter Open  Esc Back  / Search  F1 Help
      """
    #expect(visit.frame.text == expected)
  }

  @Test func `three rows of a page at 20 by 5`() {
    let visit = Visit(.results, columns: 20, rows: 5)
    let expected = """
       DEMO  Test r…  Kar…
       ! Warning: One of
         the values is
         outside its
                  1–3 of 9
      """
    #expect(visit.frame.text == expected)
  }
}
