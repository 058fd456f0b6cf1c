/// The vaccines of the sample data (`rules.md` 2.9).
extension SampleVaccine {
  static let rotavirus = SampleVaccine(
    "Rotavirusvaksine",
    "J07BH01",
    ["Rotavirusinfeksjon"]
  )
  /// In the programme for children born from November 2016.
  static let hexavalent = SampleVaccine(
    "Difteri-, stivkrampe-, kikhoste-, polio-, Hib- og hepatitt B-vaksine",
    "J07CA09",
    [
      "Difteri", "Stivkrampe", "Kikhoste", "Poliomyelitt", "Haemophilus influenzae type b",
      "Hepatitt B",
    ]
  )
  /// For the children before them.
  static let pentavalent = SampleVaccine(
    "Difteri-, stivkrampe-, kikhoste-, polio- og Hib-vaksine",
    "J07CA06",
    ["Difteri", "Stivkrampe", "Kikhoste", "Poliomyelitt", "Haemophilus influenzae type b"]
  )
  static let pneumococcalConjugate = SampleVaccine(
    "Pneumokokkvaksine, konjugat",
    "J07AL02",
    ["Pneumokokksykdom"]
  )
  static let measlesMumpsRubella = SampleVaccine(
    "Meslinge-, kusma- og røde hunder-vaksine (MMR)",
    "J07BD52",
    ["Meslinger", "Kusma", "Røde hunder"]
  )
  static let booster = SampleVaccine(
    "Difteri-, stivkrampe-, kikhoste- og poliovaksine",
    "J07CA02",
    ["Difteri", "Stivkrampe", "Kikhoste", "Poliomyelitt"]
  )
  static let papillomavirus = SampleVaccine(
    "HPV-vaksine (humant papillomavirus)",
    "J07BM",
    ["Humant papillomavirus (HPV)"]
  )

  static let influenza = SampleVaccine(
    "Influensavaksine",
    "J07BB02",
    sysvak: "AII02",
    ["Influensa"]
  )
  static let coronavirus2021 = SampleVaccine(
    "Comirnaty koronavaksine",
    "J07BX03",
    sysvak: "BNT03",
    ["Covid-19"]
  )
  static let coronavirus = SampleVaccine(
    "Comirnaty koronavaksine, oppdatert",
    "J07BN01",
    sysvak: "BNT03",
    ["Covid-19"]
  )
  static let pneumococcalPolysaccharide = SampleVaccine(
    "Pneumokokkvaksine, polysakkarid (Pneumovax)",
    "J07AL01",
    ["Pneumokokksykdom"]
  )
}
