extension Appointment {
  /// Reads an Appointment: https://hl7.org/fhir/R4/appointment.html, with Helsenorge's profile.
  ///
  /// Nil where its status is none that R4 knows: what the portal would say of it could be wrong.
  /// Texts are kept whole, however long they are.
  init?(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    guard let status = try node.string("status").flatMap(Status.init) else { return nil }
    self.init(status: status, care: try resource.careLevel())
    start = try node.date("start")
    minutes = try Appointment.minutes(node, from: start)
    type = try node.concept("appointmentType")
    serviceType = Appointment.joined(try node.concepts("serviceType"))
    description = try node.string("description")
    patientInstruction = try node.string("patientInstruction")
    comment = try node.string("comment")
    reasons = try resource.reasons()
    participants = try resource.counterparts()
    cancellationReason = try node.concept("cancelationReason")
    permissions = try resource.permissions()
    created = try node.date("created")
  }

  /// How long it takes: as it says, else from its beginning to its end.
  private static func minutes(
    _ node: JSONNode,
    from start: PartialDate?
  ) throws(ImpossibleValue) -> Int? {
    if let minutes = try node.integer("minutesDuration") {
      guard minutes > 0 else { throw ImpossibleValue(node: node["minutesDuration"] ?? node) }
      return minutes
    }
    guard let end = try node.date("end"), end.precision == .instant, let start,
      start.precision == .instant
    else { return nil }
    let minutes = (end.start.milliseconds - start.start.milliseconds) / 60_000
    return minutes > 0 ? Int(minutes) : nil
  }

  /// Several services as one, in words and codes.
  private static func joined(_ concepts: [CodeableConcept]) -> CodeableConcept? {
    guard concepts.count > 1 else { return concepts.first }
    return CodeableConcept(
      text: concepts.compactMap(\.title).joined(separator: ", "),
      codings: concepts.flatMap(\.codings)
    )
  }
}

extension FHIRResource {
  /// Who and where besides the person: participants, and organisations that are named beside them.
  fileprivate func counterparts() throws(ImpossibleValue) -> [RecordReference] {
    var found: [RecordReference] = []
    for participant in try node.objects("participant") {
      guard let actor = try participant.object("actor"), !isPatient(actor),
        let reference = try reference("actor", of: participant)
      else { continue }
      found.append(reference)
    }
    for node in try node.objects("supportingInformation")
    where target(of: node)?.type == "Organization" {
      guard let name = target(of: node)?.name, !found.contains(where: { $0.display == name }) else {
        continue
      }
      found.append(RecordReference(display: name))
    }
    return found
  }

  private func isPatient(_ actor: JSONNode) -> Bool {
    if let target = target(of: actor) { return target.type == "Patient" }
    if actor["type"]?.text == "Patient" { return true }
    let parts = (actor["reference"]?.text ?? "").split(separator: "/")
    return parts.dropLast().last == "Patient"
  }

  /// What the citizen may do: flags that stand in it or that it names.
  ///
  /// Helsenorge's profile has each as a contained Flag with one of its codes; the system is not
  /// looked at, since the published versions of the profile differ in it.
  fileprivate func permissions() throws(ImpossibleValue) -> [Appointment.Permission] {
    var flags =
      node.element("contained")?.elements.filter { $0["resourceType"]?.text == "Flag" } ?? []
    for reference in try node.objects("supportingInformation") {
      guard let target = target(of: reference), target.type == "Flag", target.entry != nil,
        target.isShort
      else { continue }
      flags.append(target.node)
    }
    var found: Set<Appointment.Permission> = []
    for flag in flags where [nil, "active"].contains(flag["status"]?.text) {
      guard let code = flag.element("code"), code.kind == .object,
        let concept = try? CodeableConcept(reading: code)
      else { continue }
      found.formUnion(concept.codings.compactMap { $0.code.flatMap(Appointment.Permission.init) })
    }
    return Appointment.Permission.allCases.filter(found.contains)
  }

  /// Which level of the health service it is with.
  ///
  /// Primary where the sender says so, or where somebody of the person's general practitioner's takes
  /// part. Where nothing says it, it is taken for the specialist's: that shows it to fewer.
  fileprivate func careLevel() throws(ImpossibleValue) -> Appointment.Care {
    for category in try node.concepts("serviceCategory") {
      let isPrimary = category.codings.contains { coding in
        coding.code.map(FHIRResource.primaryCodes[coding.system ?? "", default: []].contains)
          ?? false
      }
      if isPrimary { return .primary }
    }
    var actors: Set<String> = []
    for participant in try node.objects("participant") {
      if let actor = try participant.object("actor") { actors.formUnion(keys(of: actor)) }
    }
    return actors.isDisjoint(with: try practitionerKeys()) ? .specialist : .primary
  }

  /// Codes of `serviceCategory` that mean the municipality's health service or a general practice.
  private static let primaryCodes: [String: Set<String>] = [
    // Helsenorge's own: 7 is the municipality's.
    "http://helsenorge.no/fhir/CodeSystem/hn-appointment-service-category": ["7"],
    "http://helsenorge.no/fhir/CodeSystem/hn-appointment-service-category-cs": ["7"],
    // HL7's: general practice.
    "http://terminology.hl7.org/CodeSystem/service-category": ["17"],
    "http://hl7.org/fhir/service-category": ["17"],
  ]

  /// Everything that tells the person's general practitioner, and their practice, from others.
  private func practitionerKeys() throws(ImpossibleValue) -> Set<String> {
    guard case .entry(let entry) = context.subject.source else { return [] }
    let patient = context.resource(at: entry)
    var keys: Set<String> = []
    for reference in try patient.node.objects("generalPractitioner") {
      keys.formUnion(patient.keys(of: reference))
    }
    return keys
  }

  /// What tells one actor from others: the entry it leads to, its identifier, the way it is written;
  /// of a role also who and where.
  private func keys(of reference: JSONNode) -> Set<String> {
    var keys = ownKeys(of: reference)
    if let target = target(of: reference), target.type == "PractitionerRole", target.isShort {
      for name in ["practitioner", "organization"] {
        guard let part = target.node.element(name), part.kind == .object else { continue }
        keys.formUnion(ownKeys(of: part))
      }
    }
    return keys
  }

  private func ownKeys(of reference: JSONNode) -> Set<String> {
    var keys: Set<String> = []
    if let entry = target(of: reference)?.entry {
      keys.insert("entry|\(context.identities.representative(of: entry))")
    } else if let text = reference["reference"]?.text, !text.hasPrefix("#") {
      keys.insert("reference|\(text)")
    }
    if let node = reference.element("identifier"), node.kind == .object,
      let identifier = try? Identifier(reading: node), let system = identifier.system
    {
      keys.insert("identifier|\(system)|\(identifier.value)")
    }
    return keys
  }
}
