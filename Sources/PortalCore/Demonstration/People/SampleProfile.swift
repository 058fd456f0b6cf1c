/// What is known of one of the invented people before anything is known of their health.
struct SampleProfile: Sendable {
  /// Somebody to reach.
  struct Contact: Sendable {
    let given: String
    let family: String
    /// Code of `no-basis-family-relation`, where there is one.
    let relation: String?
    let words: String
    let telephone: String
  }

  let given: String
  let family: String
  let birthDate: CivilDate
  let isWoman: Bool
  let isMarried: Bool?
  let street: String
  let telephone: String?
  let email: String?
  let contacts: [Contact]

  var name: String { "\(given) \(family)" }

  /// A synthetic number of the register's test series: the month raised by 80.
  func nationalNumber(_ seed: SampleSeed, person: Int) -> NationalIdentityNumber {
    var random = seed.random(for: "\(person)/national-number")
    let start = birthDate.year < 2000 ? 0 : 500
    while true {
      // The last digit of the three is even for women and odd for men.
      let individual = start + random.number(in: 0...249) * 2 + (isWoman ? 0 : 1)
      let text =
        padded(birthDate.day, 2) + padded(birthDate.month + 80, 2)
        + padded(birthDate.year % 100, 2) + padded(individual, 3)
      let digits = text.utf8.map { Int($0) - 0x30 }
      if let number = NationalIdentityNumber(firstNine: digits) { return number }
    }
  }

  /// The patient's resource.
  func patient(
    _ seed: SampleSeed,
    person: Int,
    generalPractitioner: SampleJSON
  ) -> SampleResource {
    let number = nationalNumber(seed, person: person).text
    let telecoms: [SampleJSON] = [
      telephone.map { ["system": "phone", "value": .text($0), "use": "mobile"] },
      email.map { ["system": "email", "value": .text($0), "use": "home"] },
    ].compactMap(\.self)
    return SampleResource(
      "Patient",
      at: seed.address(of: "\(person)/patient"),
      [
        "identifier": [.identifier(CodeSystem.birthNumber, number)],
        "active": true,
        "name": [
          [
            "use": "official", "family": .text(family), "given": [.text(given)],
          ]
        ],
        "telecom": .some(telecoms),
        "gender": isWoman ? "female" : "male",
        "birthDate": .text(birthDate.description),
        "address": [
          [
            "use": "home", "line": [.text(street)], "city": "Eksempelbyen", "postalCode": "0000",
            "country": "NO",
          ]
        ],
        "maritalStatus": isMarried.map { .concept($0 ? "Gift" : "Enke eller enkemann") },
        "contact": .some(contacts.map(\.json)),
        "communication": [
          [
            "language": ["coding": [.coding("urn:ietf:bcp:47", "nb", "Norsk bokmål")]],
            "preferred": true,
          ]
        ],
        "generalPractitioner": [generalPractitioner],
      ]
    )
  }
}

extension SampleProfile.Contact {
  fileprivate var json: SampleJSON {
    let system = "http://hl7.no/fhir/CodeSystem/no-basis-family-relation"
    return [
      "relationship": [.concept(words, relation.map { .coding(system, $0) })],
      "name": [
        "family": .text(family), "given": [.text(given)],
      ],
      "telecom": [["system": "phone", "value": .text(telephone), "use": "mobile"]],
    ]
  }
}
