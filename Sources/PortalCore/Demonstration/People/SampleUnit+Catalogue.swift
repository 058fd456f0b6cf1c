/// The units of the sample data.
extension SampleUnit {
  // Of medicines and measurements.
  static let milligram = SampleUnit("mg")
  static let microgram = SampleUnit("µg", "ug")
  static let gram = SampleUnit("g")
  static let millilitre = SampleUnit("ml", "mL")
  static let tablet = SampleUnit("tablett", nil)
  static let capsule = SampleUnit("kapsel", nil)
  static let package = SampleUnit("pakning", nil)
  static let pen = SampleUnit("ferdigfylt penn", nil)
  static let dose = SampleUnit("dose", nil)
  static let kilogram = SampleUnit("kg")
  static let centimetre = SampleUnit("cm")

  // Of laboratory results.
  static let millimolePerMole = SampleUnit("mmol/mol")
  static let millimolePerLitre = SampleUnit("mmol/L")
  static let micromolePerLitre = SampleUnit("µmol/L", "umol/L")
  static let picomolePerLitre = SampleUnit("pmol/L")
  static let nanomolePerLitre = SampleUnit("nmol/L")
  static let unitPerLitre = SampleUnit("U/L")
  static let gramPerDecilitre = SampleUnit("g/dL")
  static let milligramPerLitre = SampleUnit("mg/L")
  static let microgramPerLitre = SampleUnit("µg/L", "ug/L")
  static let milligramPerMillimole = SampleUnit("mg/mmol")
  static let millionUnitPerLitre = SampleUnit("mIE/L", "m[IU]/L")
  static let billionPerLitre = SampleUnit("10⁹/L", "10*9/L")
  static let filtration = SampleUnit("mL/min/1,73 m²", "mL/min/{1.73_m2}")
  static let none = SampleUnit("", nil)
}
