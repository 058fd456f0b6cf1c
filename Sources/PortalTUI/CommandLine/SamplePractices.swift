import PortalCore

/// Puts the practices of the sample data into the store, as their staff would.
enum SamplePractices {
  static func make(in portal: Portal, seed: UInt64) throws(ServiceError) {
    for practice in SampleData.practices(seed: seed) {
      let id = try portal.makePractice(organisationNumber: practice.organisationNumber)
      let office = try portal.openPracticeAsOwner(id)
      try office.put(practice.profile)
      for worker in practice.workers {
        try office.put(worker.member, as: worker.id)
        if let list = worker.list { try office.put(list) }
      }
      for (id, service) in practice.offered { try office.put(service, as: id) }
      for (service, reason) in practice.switchedOff {
        try office.set(service, to: .off(reason: reason))
      }
      for slot in practice.slots {
        try office.offer(
          slot.id,
          at: slot.start,
          minutes: slot.minutes,
          practitioner: slot.practitioner
        )
      }
    }
  }
}
