/// What becomes known of one person, and when; cut into the files that are brought into the record.
struct SampleHistory: Sendable {
  /// A resource, or a new version of it, and when it came to be.
  private struct Event: Sendable {
    let moment: Instant
    let resource: SampleResource
  }

  let seed: SampleSeed
  /// Index into `SampleData.people`, and the first part of every address.
  let person: Int
  /// The patient's resource goes into every file; everything points to it.
  let patient: SampleResource
  private var events: [Event] = []

  init(seed: SampleSeed, person: Int, patient: SampleResource) {
    self.seed = seed
    self.person = person
    self.patient = patient
  }

  /// Adds a resource; under an address that is known already it is a new version from that moment.
  mutating func add(_ resource: SampleResource, known moment: SampleMoment) {
    events.append(Event(moment: moment.instant, resource: resource))
  }

  /// The address of a thing of this person.
  func address(_ thing: String) -> String {
    seed.address(of: "\(person)/\(thing)")
  }

  /// A reference to a thing of this person.
  func reference(_ thing: String) -> SampleJSON {
    ["reference": .text(address(thing))]
  }

  /// Chance for a thing of this person.
  func random(for thing: String) -> SampleRandom {
    seed.random(for: "\(person)/\(thing)")
  }

  var subject: SampleJSON {
    ["reference": .text(patient.address)]
  }

  /// One file for each moment, with what is new since the one before and what that points to; before
  /// them one with the person alone.
  ///
  /// What comes after the last moment is in no file.
  func steps(at moments: [SampleMoment], among shared: [SampleResource]) -> [SampleStep] {
    var known: [String: SampleResource] = [patient.address: patient]
    for resource in shared { known[resource.address] = resource }
    let inOrder = events.enumerated()
      .sorted { ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset) }
      .map(\.element)
    var position = 0
    let files = moments.map { moment in
      var news: [String] = []
      while position < inOrder.count, inOrder[position].moment <= moment.instant {
        let resource = inOrder[position].resource
        if !news.contains(resource.address) { news.append(resource.address) }
        known[resource.address] = resource
        position += 1
      }
      let bundle = bundle(closure(of: news, in: known), named: moment.text, at: moment)
      return SampleStep(moment: moment.instant, person: person, bundle: bundle.bytes)
    }
    guard let first = moments.first else { return [] }
    // Being put on the practice's list comes before everything else, in a file of its own.
    let (date, time) = OsloTime.civil(first.instant.advanced(bySeconds: -600))
    let moment = SampleMoment(date, time)
    let entry = bundle(closure(of: [], in: known), named: "list", at: moment)
    return [SampleStep(moment: moment.instant, person: person, bundle: entry.bytes)] + files
  }

  /// The patient, what is new, and everything that these point to, each once.
  private func closure(of news: [String], in known: [String: SampleResource]) -> [SampleResource] {
    var found: [SampleResource] = []
    var seen: Set<String> = []
    var waiting = [patient.address] + news
    var position = 0
    while position < waiting.count {
      let address = waiting[position]
      position += 1
      guard seen.insert(address).inserted else { continue }
      guard let resource = known[address] else {
        preconditionFailure("the sample data point to what is not known yet")
      }
      found.append(resource)
      waiting += resource.references
    }
    return found
  }

  private func bundle(
    _ resources: [SampleResource],
    named name: String,
    at moment: SampleMoment
  ) -> SampleJSON {
    let name = address("bundle/\(name)")
    return [
      "resourceType": "Bundle",
      "identifier": ["system": "urn:ietf:rfc:3986", "value": .text(name)],
      "type": "collection",
      "timestamp": moment.json,
      "entry": .list(resources.map(\.entry)),
    ]
  }
}
