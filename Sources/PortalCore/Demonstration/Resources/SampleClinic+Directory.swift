/// Who works where in the sample data.
extension SampleClinic {
  /// What is known of a place.
  struct Details {
    let kind: String
    /// Nine digits, the last a check digit.
    let number: String
    /// The place's HER-id.
    let party: String
    let street: String
    let telephone: String
  }

  /// What is known of somebody in a role.
  struct Profile {
    let given: String
    let family: String
    /// Nil for who is in no register of health personnel.
    let number: String?
    /// Code of kv 9060.
    let profession: String?
    let title: String
    let specialty: String?
    let place: Place
    /// The role's HER-id.
    let party: String

    var name: String { "\(given) \(family)" }
  }

  static func name(of place: Place) -> String {
    switch place {
    case .practice: "Eksempelbyen legesenter"
    case .hospital: "Eksempelfjord sykehus"
    case .laboratory: "Eksempelfjord sykehus, medisinsk biokjemi"
    case .pharmacy: "Apoteket Prøveglasset, Eksempelbyen"
    case .healthStation: "Eksempelbyen helsestasjon og skolehelsetjeneste"
    case .screening: "Screeningsenteret i Eksempelfjord"
    case .municipality: "Eksempelbyen kommune, hjemmetjenesten"
    }
  }

  static func details(of place: Place) -> Details {
    let kind =
      switch place {
      case .practice: "Fastlegekontor"
      case .hospital: "Sykehus"
      case .laboratory: "Laboratorium"
      case .pharmacy: "Apotek"
      case .healthStation: "Helsestasjon"
      case .screening: "Screeningprogram"
      case .municipality: "Hjemmetjeneste"
      }
    let index = Place.allCases.firstIndex(of: place) ?? 0
    return Details(
      kind: kind,
      number: organisationNumber(index),
      party: String(99_990_100 + index),
      street: "Prøveveien \(index * 4 + 2)",
      telephone: "00 00 00 \(padded(index + 10, 2))"
    )
  }

  /// A number of the test series with a valid check digit, the same for the same index.
  static func organisationNumber(_ index: Int) -> String {
    let weights = [3, 2, 7, 6, 5, 4, 3, 2]
    var number = 31_000_000 + index * 1_111
    while true {
      let digits = String(number).utf8.map { Int($0) - 0x30 }
      let rest = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11
      // A rest of one would need the check digit ten; such numbers are left out.
      if rest != 1 { return "\(number)\((11 - rest) % 11)" }
      number += 1
    }
  }

  static func profile(of staff: Staff) -> Profile {
    let index = Staff.allCases.firstIndex(of: staff) ?? 0
    func profile(
      _ given: String,
      _ family: String,
      _ profession: String?,
      _ title: String,
      _ specialty: String?,
      _ place: Place
    ) -> Profile {
      Profile(
        given: given,
        family: family,
        number: profession == nil ? nil : String(999_000_100 + index),
        profession: profession,
        title: title,
        specialty: specialty,
        place: place,
        party: String(99_990_200 + index)
      )
    }
    return switch staff {
    case .generalPractitioner:
      profile("Ingeborg", "Demosund", "LE", "Fastlege", "Allmennmedisin", .practice)
    case .secretary: profile("Wenche", "Skrankevik", nil, "Helsesekretær", nil, .practice)
    case .locum: profile("Jonas", "Vikarberg", "LE", "Vikarlege", nil, .practice)
    case .surgeon:
      profile("Magnus", "Hoftevoll", "LE", "Overlege", "Ortopedisk kirurgi", .hospital)
    case .endocrinologist:
      profile("Farah", "Sukkertind", "LE", "Overlege", "Endokrinologi", .hospital)
    case .cardiologist:
      profile("Tormod", "Hjertenes", "LE", "Overlege", "Hjertesykdommer", .hospital)
    case .schoolNurse:
      profile("Marte", "Plasterlund", "SP", "Helsesykepleier", nil, .healthStation)
    case .radiographer: profile("Liv", "Strålemo", "RA", "Radiograf", nil, .screening)
    case .eyeDoctor: profile("Sunniva", "Øyesand", "LE", "Overlege", "Øyesykdommer", .hospital)
    case .physiotherapist:
      profile("Halvard", "Strekkmoen", "FT", "Fysioterapeut", nil, .municipality)
    }
  }
}
