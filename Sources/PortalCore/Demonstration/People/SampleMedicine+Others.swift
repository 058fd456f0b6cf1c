/// The sample data's other medicines.
///
/// Products of the Norwegian market with the codes of WHO.
extension SampleMedicine {
  // Stomach, thyroid, bones, blood.
  static let esomeprazole = SampleMedicine(
    "Nexium enterotablett 20 mg",
    "Esomeprazol",
    "A02BC05",
    form: "Enterotablett",
    "20",
    .milligram
  )
  static let lactulose = SampleMedicine(
    "Duphalac mikstur 667 mg/ml",
    "Laktulose",
    "A06AD11",
    form: "Mikstur, oppløsning",
    "667",
    .milligram
  )
  static let levothyroxine = SampleMedicine(
    "Levaxin tablett 75 mikrogram",
    "Levotyroksin",
    "H03AA01",
    form: "Tablett",
    "75",
    .microgram
  )
  static let alendronicAcid = SampleMedicine(
    "Fosamax tablett 70 mg",
    "Alendronsyre",
    "M05BA04",
    form: "Tablett",
    "70",
    .milligram
  )
  static let calcium = SampleMedicine(
    "Calcigran Forte tyggetablett 500 mg/800 IE",
    "Kalsium og kolekalsiferol",
    "A12AX",
    form: "Tyggetablett"
  )
  static let hydroxocobalamin = SampleMedicine(
    "Vitamin B12 Depot injeksjonsvæske 1 mg/ml",
    "Hydroksokobalamin",
    "B03BA03",
    form: "Injeksjonsvæske, oppløsning",
    "1",
    .milligram
  )
  static let iron = SampleMedicine(
    "Niferex kapsel 100 mg",
    "Jernglysinsulfat",
    "B03AA01",
    form: "Kapsel",
    "100",
    .milligram
  )

  // Pain and sleep.
  static let paracetamol = SampleMedicine(
    "Paracet tablett 1 g",
    "Paracetamol",
    "N02BE01",
    form: "Tablett",
    "1",
    .gram
  )
  static let oxycodone = SampleMedicine(
    "OxyNorm kapsel 5 mg",
    "Oksykodon",
    "N02AA05",
    form: "Kapsel",
    "5",
    .milligram,
    group: "A"
  )
  static let zopiclone = SampleMedicine(
    "Imovane tablett 5 mg",
    "Zopiklon",
    "N05CF01",
    form: "Tablett",
    "5",
    .milligram,
    group: "B"
  )
  static let sumatriptan = SampleMedicine(
    "Imigran tablett 50 mg",
    "Sumatriptan",
    "N02CC01",
    form: "Tablett",
    "50",
    .milligram
  )

  // Airways, eyes, allergy, skin.
  static let budesonideFormoterol = SampleMedicine(
    "Symbicort Turbuhaler inhalasjonspulver 160/4,5 mikrogram",
    "Formoterol og budesonid",
    "R03AK07",
    form: "Inhalasjonspulver"
  )
  static let tiotropium = SampleMedicine(
    "Spiriva inhalasjonspulver 18 mikrogram",
    "Tiotropiumbromid",
    "R03BB04",
    form: "Inhalasjonspulver",
    "18",
    .microgram
  )
  static let salbutamol = SampleMedicine(
    "Ventoline inhalasjonsaerosol 0,1 mg/dose",
    "Salbutamol",
    "R03AC02",
    form: "Inhalasjonsaerosol",
    "0.1",
    .milligram
  )
  static let fluticasone = SampleMedicine(
    "Flutide inhalasjonsaerosol 50 mikrogram/dose",
    "Flutikason",
    "R03BA05",
    form: "Inhalasjonsaerosol",
    "50",
    .microgram
  )
  static let desloratadine = SampleMedicine(
    "Aerius tablett 5 mg",
    "Desloratadin",
    "R06AX27",
    form: "Tablett",
    "5",
    .milligram
  )
  static let latanoprost = SampleMedicine(
    "Xalatan øyedråper 50 mikrogram/ml",
    "Latanoprost",
    "S01EE01",
    form: "Øyedråper, oppløsning",
    "50",
    .microgram
  )

  static let adapalene = SampleMedicine(
    "Differin krem 0,1 %",
    "Adapalen",
    "D10AD03",
    form: "Krem"
  )

  // Infections.
  static let phenoxymethylpenicillin = SampleMedicine(
    "Apocillin mikstur 50 mg/ml",
    "Fenoksymetylpenicillin",
    "J01CE02",
    form: "Pulver til mikstur",
    "50",
    .milligram
  )
  static let trimethoprim = SampleMedicine(
    "Trimetoprim tablett 160 mg",
    "Trimetoprim",
    "J01EA01",
    form: "Tablett",
    "160",
    .milligram
  )

  // Contraception.
  static let levonorgestrelDevice = SampleMedicine(
    "Mirena intrauterint innlegg 20 mikrogram/24 timer",
    "Levonorgestrel",
    "G02BA03",
    form: "Intrauterint innlegg"
  )
}
