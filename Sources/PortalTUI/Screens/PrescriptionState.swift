import PortalCore

/// What is left of a prescription: worked out from its dispensings and the day it is.
struct PrescriptionState: Equatable {
  /// Whether its last day has passed.
  let isExpired: Bool
  /// How often it may be dispensed in all; nil where it does not say.
  let allowed: Int?
  /// How often it has been dispensed, as far as the record knows.
  let used: Int

  /// The day that ends a prescription is still part of it.
  init(
    _ prescription: Prescription,
    _ id: RecordID,
    _ dispensings: [SectionEntry<Dispensing>],
    today: CivilDate
  ) {
    isExpired = prescription.validity.end.map { Self.lastDay($0) < today } ?? false
    let repeats = prescription.repeatsAllowed.flatMap { $0 >= 0 ? $0 : nil }
    // Repeats come beyond the first dispensing.
    allowed = repeats.map { $0 == .max ? $0 : $0 + 1 }
    used = dispensings.count { $0.content.status == "completed" && $0.content.isOf(id) }
  }

  /// Whether something can be fetched on it now.
  func canBeFetched(_ status: Prescription.Status) -> Bool {
    guard !isExpired, left != 0 else { return false }
    return switch status {
    case .active: true
    case .onHold, .cancelled, .completed, .enteredInError, .stopped, .draft, .unknown: false
    }
  }

  /// How often it can still be dispensed; nil where it does not say.
  var left: Int? {
    allowed.map { max(0, $0 - used) }
  }

  /// The last day that a date can mean.
  private static func lastDay(_ date: PartialDate) -> CivilDate {
    let day = date.norwegianDate
    return switch date.precision {
    case .year: CivilDate(year: day.year, month: 12, day: 31) ?? day
    case .month:
      CivilDate(
        year: day.year,
        month: day.month,
        day: CivilDate.days(inMonth: day.month, of: day.year)
      ) ?? day
    case .day, .instant: day
    }
  }
}

extension Dispensing {
  /// Whether it was handed out on a prescription.
  func isOf(_ prescription: RecordID) -> Bool {
    prescriptions.contains { $0.record == prescription }
  }
}
