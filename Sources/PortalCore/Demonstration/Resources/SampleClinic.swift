/// The people and places of health care in the sample data: all invented.
///
/// The organisation numbers begin with 3, where those of real organisations begin with 8 or 9, and
/// the numbers of the health personnel have nine digits, as in the national test environments.
struct SampleClinic: Sendable {
  /// Somebody or somewhere that a resource can point to.
  enum Place: String, CaseIterable, Sendable {
    case practice, hospital, laboratory, pharmacy, healthStation, screening, municipality
  }

  /// Somebody in a role at a place.
  enum Staff: String, CaseIterable, Sendable {
    case generalPractitioner, secretary, locum, surgeon, endocrinologist, cardiologist
    case schoolNurse, radiographer, eyeDoctor, physiotherapist
  }

  let seed: SampleSeed

  func place(_ place: Place) -> SampleJSON {
    ["reference": .text(address(place)), "display": .text(SampleClinic.name(of: place))]
  }

  func staff(_ staff: Staff) -> SampleJSON {
    ["reference": .text(address(staff)), "display": .text(SampleClinic.profile(of: staff).name)]
  }

  /// Every organisation, practitioner and role.
  var resources: [SampleResource] {
    Place.allCases.map(organization) + Staff.allCases.flatMap { [practitioner($0), role($0)] }
  }

  private func address(_ place: Place) -> String {
    seed.address(of: "place/\(place.rawValue)")
  }

  private func address(_ staff: Staff) -> String {
    seed.address(of: "role/\(staff.rawValue)")
  }

  private func practitionerAddress(_ staff: Staff) -> String {
    seed.address(of: "practitioner/\(staff.rawValue)")
  }

  private func organization(_ place: Place) -> SampleResource {
    let details = SampleClinic.details(of: place)
    let address: SampleJSON = [
      "use": "work", "line": [.text(details.street)], "city": "Eksempelbyen",
      "postalCode": "0000", "country": "NO",
    ]
    let number = SampleJSON.identifier(CodeSystem.organisationNumber, details.number)
    let party = SampleJSON.identifier(CodeSystem.communicationParty, details.party)
    // Small files: only of the practice is it said how to reach it.
    let isVisited = place == .practice
    return SampleResource(
      "Organization",
      at: self.address(place),
      [
        "identifier": .list(isVisited ? [number, party] : [number]),
        "type": [.concept(details.kind)],
        "name": .text(SampleClinic.name(of: place)),
        "telecom": isVisited
          ? [["system": "phone", "value": .text(details.telephone), "use": "work"]] : nil,
        "address": isVisited ? [address] : nil,
      ]
    )
  }

  private func practitioner(_ staff: Staff) -> SampleResource {
    let profile = SampleClinic.profile(of: staff)
    return SampleResource(
      "Practitioner",
      at: practitionerAddress(staff),
      [
        "identifier": profile.number.map {
          [.identifier(CodeSystem.practitionerNumber, $0)]
        },
        "name": [
          [
            "use": "official", "family": .text(profile.family), "given": [.text(profile.given)],
          ]
        ],
        "qualification": profile.profession.map { [["code": .profession($0)]] },
      ]
    )
  }

  private func role(_ staff: Staff) -> SampleResource {
    let profile = SampleClinic.profile(of: staff)
    return SampleResource(
      "PractitionerRole",
      at: address(staff),
      [
        "identifier": profile.place == .practice
          ? [.identifier(CodeSystem.communicationParty, profile.party)] : nil,
        "practitioner": ["reference": .text(practitionerAddress(staff))],
        "organization": ["reference": .text(address(profile.place))],
        "code": [.concept(profile.title)],
        "specialty": profile.specialty.map { [.concept($0)] },
      ]
    )
  }
}

extension SampleJSON {
  /// A profession of kv 9060.
  fileprivate static func profession(_ code: String) -> SampleJSON {
    let names = ["LE": "Lege", "SP": "Sykepleier", "FT": "Fysioterapeut", "RA": "Radiograf"]
    let name = names[code] ?? code
    return .concept(name, .coding("urn:oid:2.16.578.1.12.4.1.1.9060", code, name))
  }
}
