/// The grandmother's list of medicines.
extension SampleLife {
  static let grandmotherMedicines: [SampleMedicineUse] = [
    SampleMedicineUse(
      .levothyroxine,
      from: "1994-09-12",
      "1 tablett om morgenen, en halv time før mat",
      for: "Lavt stoffskifte"
    ),
    SampleMedicineUse(
      .ramipril,
      from: "2001-02-05",
      until: "2021-10-12",
      "1 tablett morgen",
      for: "Høyt blodtrykk",
      whyStopped: "Tørrhoste; byttet til Cozaar"
    ),
    SampleMedicineUse(
      .metforminLow,
      from: "2009-10-20",
      until: "2024-09-24",
      "1 tablett morgen og kveld til mat",
      for: "Diabetes type 2",
      whyStopped: "Nedsatt nyrefunksjon"
    ),
    SampleMedicineUse(
      .budesonideFormoterol,
      from: "2012-11-06",
      "1 inhalasjon morgen og kveld. Skyll munnen etterpå",
      for: "Kols"
    ),
    SampleMedicineUse(
      .tiotropium,
      from: "2013-02-19",
      "1 inhalasjon om morgenen",
      for: "Kols"
    ),
    SampleMedicineUse(
      .latanoprost,
      from: "2015-03-24",
      "1 dråpe i hvert øye om kvelden",
      for: "Grønn stær"
    ),
    SampleMedicineUse(
      .atorvastatin,
      from: "2016-05-10",
      "1 tablett kveld",
      for: "Forebygging av hjerteinfarkt"
    ),
    SampleMedicineUse(
      .metoprolol,
      from: "2017-08-22",
      "1 tablett morgen",
      for: "Atrieflimmer"
    ),
    SampleMedicineUse(
      .apixaban,
      from: "2017-08-22",
      until: "2025-10-01",
      "1 tablett morgen og kveld",
      for: "Forebygging av hjerneslag",
      whyStopped: "Redusert til 2,5 mg av hjertelegen"
    ),
    SampleMedicineUse(
      .apixabanLow,
      from: "2025-10-01",
      "1 tablett morgen og kveld",
      for: "Forebygging av hjerneslag"
    ),
    SampleMedicineUse(
      .hydroxocobalamin,
      from: "2018-04-17",
      "1 ml i muskel hver tredje måned på legekontoret",
      for: "Mangel på vitamin B12"
    ),
    SampleMedicineUse(
      .esomeprazole,
      from: "2019-01-08",
      "1 tablett morgen",
      for: "Forebygging av magesår"
    ),
    SampleMedicineUse(
      .alendronicAcid,
      from: "2020-06-16",
      "1 tablett hver søndag på tom mage med et glass vann. Sitt oppreist i 30 minutter",
      for: "Benskjørhet"
    ),
    SampleMedicineUse(
      .calcium,
      from: "2020-06-16",
      "1 tyggetablett daglig",
      for: "Benskjørhet"
    ),
    SampleMedicineUse(.losartan, from: "2021-10-12", "1 tablett morgen", for: "Hjertesvikt"),
    SampleMedicineUse(
      .furosemide,
      from: "2021-10-12",
      "1 tablett morgen. En ekstra ved vektøkning",
      for: "Hjertesvikt"
    ),
    SampleMedicineUse(
      .paracetamol,
      from: "2023-02-14",
      "1 tablett ved behov, inntil 3 ganger daglig",
      for: "Smerter"
    ),
    SampleMedicineUse(
      .oxycodone,
      from: "2023-02-14",
      until: "2023-03-02",
      "1 kapsel ved sterke smerter, inntil 3 ganger daglig",
      for: "Smerter etter operasjon"
    ),
    SampleMedicineUse(
      .lactulose,
      from: "2023-02-14",
      until: "2023-03-02",
      "15 ml daglig",
      for: "Forstoppelse"
    ),
    SampleMedicineUse(
      .trimethoprim,
      from: "2024-02-27",
      until: "2024-03-01",
      "1 tablett kveld i 3 dager",
      for: "Blærekatarr"
    ),
    SampleMedicineUse(
      .zopiclone,
      from: "2025-12-09",
      "1 tablett ved behov ved sengetid, høyst to ganger i uken",
      for: "Søvnvansker"
    ),
  ]
}
