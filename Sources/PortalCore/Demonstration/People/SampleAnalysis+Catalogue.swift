/// The analyses of the sample data: names and codes of Norsk laboratoriekodeverk, and the ranges
/// that the invented laboratory gives with its answers (`rules.md` 2.8 where it has one).
extension SampleAnalysis {
  static let hemoglobinA1c = SampleAnalysis(
    "B-Hemoglobin A1c",
    "NPU27300",
    .millimolePerMole,
    20,
    to: 42
  )
  static let glucose = SampleAnalysis(
    "P-Glukose, fastende",
    "NPU22069",
    .millimolePerLitre,
    decimals: 1,
    40,
    to: 60
  )
  static let creatinine = SampleAnalysis(
    "P-Kreatinin",
    "NPU18016",
    .micromolePerLitre,
    60,
    to: 105
  )
  static let creatinineWoman = SampleAnalysis(
    "P-Kreatinin",
    "NPU18016",
    .micromolePerLitre,
    45,
    to: 90
  )
  static let eGFR = SampleAnalysis("Estimert GFR (CKD-EPI)", "NOR25909", .filtration, 60)
  static let sodium = SampleAnalysis("P-Natrium", "NPU03429", .millimolePerLitre, 137, to: 145)
  static let potassium = SampleAnalysis(
    "P-Kalium",
    "NPU03230",
    .millimolePerLitre,
    decimals: 1,
    35,
    to: 50
  )
  static let alanineTransaminase = SampleAnalysis(
    "P-ALAT",
    "NPU19651",
    .unitPerLitre,
    10,
    to: 70
  )
  static let cholesterol = SampleAnalysis(
    "P-Kolesterol",
    "NPU01566",
    .millimolePerLitre,
    decimals: 1,
    39,
    to: 78
  )
  static let lowDensityCholesterol = SampleAnalysis(
    "P-LDL-kolesterol",
    "NPU01568",
    .millimolePerLitre,
    decimals: 1,
    20,
    to: 53
  )
  static let highDensityCholesterol = SampleAnalysis(
    "P-HDL-kolesterol",
    "NPU01567",
    .millimolePerLitre,
    decimals: 1,
    8,
    to: 21
  )
  static let triglyceride = SampleAnalysis(
    "P-Triglyserider",
    "NPU04094",
    .millimolePerLitre,
    decimals: 2,
    nil,
    to: 260
  )
  static let hemoglobin = SampleAnalysis(
    "B-Hemoglobin",
    "NPU28309",
    .gramPerDecilitre,
    decimals: 1,
    134,
    to: 170
  )
  static let hemoglobinWoman = SampleAnalysis(
    "B-Hemoglobin",
    "NPU28309",
    .gramPerDecilitre,
    decimals: 1,
    117,
    to: 153
  )
  static let crp = SampleAnalysis("P-CRP", "NPU19748", .milligramPerLitre, nil, to: 5)
  static let albuminRatio = SampleAnalysis(
    "U-Albumin/Kreatinin",
    "NOR15260",
    .milligramPerMillimole,
    decimals: 1,
    nil,
    to: 30
  )
  static let thyrotropin = SampleAnalysis(
    "P-TSH",
    "NPU03577",
    .millionUnitPerLitre,
    decimals: 1,
    3,
    to: 42
  )
  static let freeThyroxine = SampleAnalysis(
    "P-Fritt T4",
    "NPU03579",
    .picomolePerLitre,
    11,
    to: 22
  )
  static let cobalamin = SampleAnalysis(
    "P-Vitamin B12",
    "NPU01700",
    .picomolePerLitre,
    150,
    to: 650
  )
  static let ferritinWoman = SampleAnalysis(
    "P-Ferritin",
    "NPU19763",
    .microgramPerLitre,
    15,
    to: 160
  )
  static let vitaminD = SampleAnalysis(
    "P-25-hydroksyvitamin D",
    "NPU10267",
    .nanomolePerLitre,
    50,
    to: 150
  )
  static let leukocytes = SampleAnalysis(
    "B-Leukocytter",
    "NPU02593",
    .billionPerLitre,
    decimals: 1,
    35,
    to: 100
  )
  static let thrombocytes = SampleAnalysis(
    "B-Trombocytter",
    "NPU03568",
    .billionPerLitre,
    145,
    to: 390
  )

  static let lipidPanel = SampleAnalysis("Lipidprofil", nil, .none)
  static let urineCulture = SampleAnalysis("Urin, dyrkning", nil, .none)
  static let bacterium = SampleAnalysis("Mikrobe", nil, .none)

  /// How a bacterium stands up to an antibiotic.
  static func susceptibility(_ antibiotic: String) -> SampleAnalysis {
    SampleAnalysis("Resistensbestemmelse, \(antibiotic.lowercased())", nil, .none)
  }

  /// A search for one thing, answered in words.
  static func search(_ name: String) -> SampleAnalysis {
    SampleAnalysis(name, nil, .none)
  }
}
