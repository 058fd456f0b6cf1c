import PortalCore

extension RecordPages {
  /// A prescription, with what has been handed out on it.
  func blocks(of prescription: Prescription, id: RecordID) throws(ServiceError) -> [Block] {
    let all: [SectionEntry<Dispensing>]
    if let known = dispensings { all = known } else { all = try context.record.dispensings() }
    let own = all.filter { $0.content.isOf(id) }
    let state = PrescriptionState(prescription, id, own, today: context.today)
    let rows =
      facts([
        (.status, phrases.prescription(prescription.status, state)),
        (.statusReason, prescription.statusReason?.title),
        (.intent, prescription.intent.flatMap(phrases.intent)),
        (.repeats, phrases.repeats(state)),
        (.validity, phrases.text(prescription.validity)),
      ]) + medicine(prescription.medication)
    let rest = facts([
      (.dosage, lines(prescription.dosages)),
      (.reason, titles(prescription.reasons)),
      (.quantity, prescription.quantity.flatMap(values.text)),
      (.prescribed, prescription.authoredOn.map(phrases.text)),
      (.prescriber, context.name(of: prescription.prescriber)),
      (.group, prescription.group?.title),
      (.substitution, prescription.isSubstitutionAllowed.map(phrases.substitution)),
    ])
    return merged(rows + rest) + section(.comment, prescription.notes) + handedOut(own)
  }

  /// Something handed out, and on which prescription.
  func blocks(of dispensing: Dispensing) -> [Block] {
    let blocks = facts([
      (.status, phrases.recordStatus(dispensing.status)),
      (.handedOver, dispensing.handedOver.map(phrases.text)),
      (.prepared, dispensing.prepared.map(phrases.text)),
      (.quantity, dispensing.quantity.flatMap(values.text)),
      (.daysSupply, dispensing.daysSupply.flatMap(values.text)),
      (.dosage, lines(dispensing.dosages)),
      (.performer, names(dispensing.performers)),
    ])
    let prescriptions = dispensing.prescriptions.compactMap { reference -> Item? in
      guard let id = reference.record,
        let record = try? context.record.record(id, of: .prescription)
      else { return nil }
      return Item(
        id: Target(record).item,
        title: title(of: record),
        detail: phrases.short(record.content.date)
      )
    }
    let list = ItemList(items: prescriptions, emptyText: phrases.sentence(.noPrescription))
    return merged(medicine(dispensing.medication) + blocks)
      + section(.comment, dispensing.notes)
      + [.heading(phrases.name(of: .prescription)), .list(list)]
  }

  /// A medicine the person takes, has taken or is to take.
  func blocks(of entry: MedicationListEntry) -> [Block] {
    let blocks =
      facts([
        (.status, phrases.status(entry.status)),
        (.dosage, lines(entry.dosages)),
        (.reason, titles(entry.reasons)),
        (.period, phrases.text(entry.effective)),
      ]) + medicine(entry.medication)
      + facts([
        (.recorded, entry.asserted.map(phrases.text)),
        (.informationSource, context.name(of: entry.informationSource)),
      ])
    return merged(blocks) + section(.comment, entry.notes)
  }

  /// What a medicine works by, in which form, from whom.
  private func medicine(_ medication: Medication) -> [Block] {
    let substances = medication.activeSubstances.compactMap { substance -> String? in
      guard let name = substance.code.title else { return nil }
      return substance.strength.map { "\(name) \($0)" } ?? name
    }
    return facts([
      (.activeSubstance, lines(substances)),
      (.form, medication.form?.title),
      (.manufacturer, context.name(of: medication.manufacturer)),
      (.code, CodeText.text(medication.code)),
    ])
  }

  private func handedOut(_ dispensings: [SectionEntry<Dispensing>]) -> [Block] {
    let items = dispensings.map { entry in
      Item(
        id: Target.record(.dispensing, entry.id).item,
        title: phrases.short(entry.content.date),
        detail: [
          entry.content.quantity.flatMap(values.text), names(entry.content.performers),
          entry.content.status == "completed" ? nil : phrases.recordStatus(entry.content.status),
        ]
        .compactMap { $0 }.joined(separator: ", ")
      )
    }
    let list = ItemList(items: items, emptyText: phrases.sentence(.noDispensings))
    return [.heading(phrases.label(.dispensings)), .list(list)]
  }
}
