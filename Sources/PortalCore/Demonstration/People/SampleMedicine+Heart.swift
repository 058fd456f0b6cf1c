/// The sample data's medicines for the heart, the circulation and diabetes.
///
/// Products of the Norwegian market with the codes of WHO.
extension SampleMedicine {
  // Heart and circulation.
  static let metoprolol = SampleMedicine(
    "Selo-Zok depottablett 50 mg",
    "Metoprolol",
    "C07AB02",
    form: "Depottablett",
    "50",
    .milligram
  )
  static let apixaban = SampleMedicine(
    "Eliquis tablett 5 mg",
    "Apiksaban",
    "B01AF02",
    form: "Tablett",
    "5",
    .milligram
  )
  static let apixabanLow = SampleMedicine(
    "Eliquis tablett 2,5 mg",
    "Apiksaban",
    "B01AF02",
    form: "Tablett",
    "2.5",
    .milligram
  )
  static let furosemide = SampleMedicine(
    "Furix tablett 40 mg",
    "Furosemid",
    "C03CA01",
    form: "Tablett",
    "40",
    .milligram
  )
  static let ramipril = SampleMedicine(
    "Triatec tablett 5 mg",
    "Ramipril",
    "C09AA05",
    form: "Tablett",
    "5",
    .milligram
  )
  static let losartan = SampleMedicine(
    "Cozaar tablett 50 mg",
    "Losartan",
    "C09CA01",
    form: "Tablett",
    "50",
    .milligram
  )
  static let losartanHigh = SampleMedicine(
    "Cozaar tablett 100 mg",
    "Losartan",
    "C09CA01",
    form: "Tablett",
    "100",
    .milligram
  )
  static let amlodipine = SampleMedicine(
    "Norvasc tablett 5 mg",
    "Amlodipin",
    "C08CA01",
    form: "Tablett",
    "5",
    .milligram
  )
  static let atorvastatin = SampleMedicine(
    "Lipitor tablett 20 mg",
    "Atorvastatin",
    "C10AA05",
    form: "Tablett",
    "20",
    .milligram
  )
  static let atorvastatinHigh = SampleMedicine(
    "Lipitor tablett 40 mg",
    "Atorvastatin",
    "C10AA05",
    form: "Tablett",
    "40",
    .milligram
  )
  static let acetylsalicylicAcid = SampleMedicine(
    "Albyl-E enterotablett 75 mg",
    "Acetylsalisylsyre",
    "B01AC06",
    form: "Enterotablett",
    "75",
    .milligram
  )

  // Diabetes.
  static let metforminLow = SampleMedicine(
    "Glucophage tablett 500 mg",
    "Metformin",
    "A10BA02",
    form: "Tablett",
    "500",
    .milligram
  )
  static let metformin = SampleMedicine(
    "Glucophage tablett 1000 mg",
    "Metformin",
    "A10BA02",
    form: "Tablett",
    "1000",
    .milligram
  )
  static let empagliflozin = SampleMedicine(
    "Jardiance tablett 10 mg",
    "Empagliflozin",
    "A10BK03",
    form: "Tablett",
    "10",
    .milligram
  )
  static let semaglutide = SampleMedicine(
    "Ozempic injeksjonsvæske 1 mg",
    "Semaglutid",
    "A10BJ06",
    form: "Injeksjonsvæske, oppløsning",
    "1",
    .milligram
  )
}
