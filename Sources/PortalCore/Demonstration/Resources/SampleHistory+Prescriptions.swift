extension SampleHistory {
  /// Where a prescription stands (kv 7408), as FHIR says it.
  private enum Standing {
    case open
    case used
    case expired
    case recalled(String)
  }

  /// Adds a prescription, what was handed out on it, and how it ended.
  mutating func prescribe(
    _ prescription: SamplePrescription,
    by prescriber: SampleJSON,
    at pharmacy: SampleJSON
  ) {
    let medicine = prescription.medicine.resource(
      at: address("medicine/\(prescription.medicine.name)")
    )
    add(medicine, known: prescription.written)
    add(request(prescription, .open, by: prescriber), known: prescription.written)
    for (index, moment) in prescription.collected.enumerated() {
      add(dispensing(prescription, index, moment, at: pharmacy), known: moment)
    }
    if let recall = prescription.recall {
      add(request(prescription, .recalled(recall.reason), by: prescriber), known: recall.moment)
    } else if let last = prescription.collected.last,
      prescription.collected.count > prescription.repeats
    {
      add(request(prescription, .used, by: prescriber), known: last)
    } else {
      // Where that lies ahead it comes after the last file, and so in none.
      let morningAfter = prescription.lastDay.later(days: 1).at(minute: 5)
      add(request(prescription, .expired, by: prescriber), known: morningAfter)
    }
  }

  private func name(of prescription: SamplePrescription) -> String {
    "\(prescription.medicine.name)/\(prescription.written.text)"
  }

  private func request(
    _ prescription: SamplePrescription,
    _ standing: Standing,
    by prescriber: SampleJSON
  ) -> SampleResource {
    let (status, reason) = SampleHistory.status(standing)
    return SampleResource(
      "MedicationRequest",
      at: address("prescription/\(name(of: prescription))"),
      [
        "status": status,
        "statusReason": reason,
        "intent": "order",
        "medicationReference": medicine(prescription),
        "subject": subject,
        "authoredOn": prescription.written.json,
        "requester": prescriber,
        "reasonCode": [.concept(prescription.reason)],
        "dosageInstruction": [["text": .text(prescription.dosage)]],
        "dispenseRequest": [
          "validityPeriod": .period(from: prescription.written.day, to: prescription.lastDay),
          "numberOfRepeatsAllowed": prescription.repeats > 0
            ? .number(String(prescription.repeats)) : nil,
          "quantity": .quantity(prescription.amount, prescription.unit),
        ],
        "substitution": substitution(prescription),
      ]
    )
  }

  private static func status(_ standing: Standing) -> (SampleJSON, SampleJSON?) {
    func reason(_ code: String, _ display: String, _ words: String? = nil) -> SampleJSON {
      .concept(
        words ?? display,
        .coding("urn:oid:2.16.578.1.12.4.1.1.7408", code, display)
      )
    }
    return switch standing {
    case .open: ("active", nil)
    case .used: ("completed", reason("R", "Resept avsluttet"))
    case .expired: ("stopped", reason("F", "Foreldet"))
    case .recalled(let words): ("cancelled", reason("T", "Tilbakekalt", words))
    }
  }

  private func medicine(_ prescription: SamplePrescription) -> SampleJSON {
    reference("medicine/\(prescription.medicine.name)")
  }

  private func substitution(_ prescription: SamplePrescription) -> SampleJSON {
    [
      "allowedBoolean": .truth(prescription.whyNoSubstitute == nil),
      "reason": prescription.whyNoSubstitute.map { .concept($0) },
    ]
  }

  private func dispensing(
    _ prescription: SamplePrescription,
    _ index: Int,
    _ moment: SampleMoment,
    at pharmacy: SampleJSON
  ) -> SampleResource {
    let days = SampleUnit("dager", "d")
    return SampleResource(
      "MedicationDispense",
      at: address("dispensing/\(name(of: prescription))/\(index)"),
      [
        "status": "completed",
        "medicationReference": medicine(prescription),
        "subject": subject,
        "performer": [["actor": pharmacy]],
        "authorizingPrescription": [reference("prescription/\(name(of: prescription))")],
        "quantity": .quantity(prescription.amount, prescription.unit),
        "daysSupply": prescription.days.map { .quantity(String($0), days) },
        "whenHandedOver": moment.json,
      ]
    )
  }
}
