import PortalCore

extension English {
  func problemText(_ problem: AppointmentProblem) -> String {
    switch problem {
    case .timeTaken:
      "Somebody else has this time, perhaps since a moment ago. Nothing was booked. Choose another."
    case .timeOver: "This time is over. Nothing was booked. Choose another."
    case .noSuchTime: "The practice has no such time. Look at the free times again."
    case .notOffered(let reason): "The practice takes no bookings here now: \(reason)"
    case .notPossible(let obstacle): obstacleText(obstacle)
    case .otherPractice:
      "It was booked with a practice that is not yours any more. Cancel it and book a new time."
    case .wordsMissing: "Whoever made the appointment wants a reason. Write why you cancel."
    case .tooLong(let limit): "The text is too long. There is room for \(limit) characters."
    }
  }

  func problemText(_ problem: PractitionerProblem) -> String {
    switch problem {
    case .noSuchPractitioner: "There is no such GP here."
    case .noFreePlace: "The list is full, perhaps since a moment ago. You can wait for a place."
    case .hasFreePlace: "There is room on the list. Change to this GP instead of waiting."
    case .alreadyTheirs: "This is your GP already, or will be from the first of next month."
    case .pendingChange: "You have a change that waits for its day. Undo that first."
    case .tooMany(let year): "You have changed GP twice in \(year). You can again next year."
    case .notPending: "The change has taken effect or was undone. It cannot be undone now."
    case .notWaiting: "You are on no waiting list."
    }
  }

  func obstacleText(_ obstacle: AppointmentOptions.Obstacle) -> String {
    switch obstacle {
    case .begun: "The appointment has begun or is over."
    case .ended: "The appointment does not stand any more."
    case .notProposed: "There is no proposal to answer."
    case .onlyProposed: "The time is only proposed. Accept or decline it."
    case .byAsking: "Whoever made it wants to be asked. Call them or write to them."
    case .notAllowed: "Whoever made it does not let it be done here. Call them."
    }
  }

  func status(_ status: Appointment.Status) -> String {
    switch status {
    case .proposed: "Proposed, not answered"
    case .pending: "Not confirmed yet"
    case .booked: "Booked"
    case .arrived: "You have arrived"
    case .checkedIn: "Checked in"
    case .fulfilled: "Has taken place"
    case .cancelled: "Cancelled"
    case .noShow: "Did not come"
    case .waitlist: "On the waiting list"
    case .enteredInError: "Entered in error"
    }
  }

  func name(of care: Appointment.Care) -> String {
    switch care {
    case .primary: "GP or municipality"
    case .specialist: "Hospital or specialist, or not known"
    }
  }

  func appointmentType(_ code: String) -> String? {
    switch code.lowercased() {
    case "ordinær": "Ordinary appointment"
    case "hastetime": "Urgent appointment"
    case "video": "Video"
    case "tidsvindu": "Within a span of time"
    case "gruppe": "Group"
    case "vaksine": "Vaccination"
    case "lab": "Laboratory"
    default: nil
    }
  }

  func cancelledBy(_ code: String) -> String? {
    switch code {
    case "AAI": "Cancelled by the citizen"
    case "APVAI": "Cancelled on the citizen's behalf"
    case "AAT": "Cancelled by the service"
    default: nil
    }
  }

  func weekday(_ date: CivilDate) -> String {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return "\(names[date.weekday - 1]) \(day(date))"
  }

  func daysUntil(_ days: Int) -> String {
    switch days {
    case 0: "today"
    case 1: "tomorrow"
    case 2...: "in \(days) days"
    case -1: "yesterday"
    default: "\(-days) days ago"
    }
  }

  func minutes(_ minutes: Int) -> String { minutes == 1 ? "1 minute" : "\(minutes) minutes" }

  var comingHeading: String { "Coming" }
  var pastHeading: String { "Earlier" }
  var appointmentOrder: String {
    "Coming appointments first, the next at the top; then earlier ones."
  }
  var noAppointments: String { "There are no appointments." }
  var place: String { "Where" }
  var withWhom: String { "With" }
  var about: String { "About" }
  var preparation: String { "How to prepare" }
  var length: String { "Takes" }
  var careLevel: String { "Level" }
  var bookedOn: String { "Made" }
  var cancelledBecause: String { "Why cancelled" }
  var youMayHeading: String { "What you can do" }

  func may(_ act: Appointment.Act) -> String {
    switch act {
    case .book: "You can accept the proposed time."
    case .move: "You can move it to another free time."
    case .cancel: "You can cancel it."
    case .fulfil, .miss: ""
    }
  }

  func mayNot(_ act: Appointment.Act, because obstacle: String) -> String {
    switch act {
    case .book: "You cannot accept it here. \(obstacle)"
    case .move: "You cannot move it here. \(obstacle)"
    case .cancel: "You cannot cancel it here. \(obstacle)"
    case .fulfil, .miss: obstacle
    }
  }

  func lateFee(_ amounts: String?) -> String {
    let amounts = amounts.map { " (\($0))" } ?? ""
    return "It is so late that a fee may be charged for cancelling or moving\(amounts)."
  }
  func freeUntil(_ moment: String) -> String {
    "Cancelling or moving costs nothing until \(moment)."
  }
  var notToldElsewhere: String {
    "It was made elsewhere, and nothing leaves this store. Tell them too that you are not coming."
  }

  var bookTitle: String { "Book an appointment" }
  var moveTitle: String { "Move to another time" }
  func bookingReaders(_ practice: String) -> String {
    "Those who work at \(practice) read what you write."
  }
  var bookingFee: String {
    "You pay the ordinary fee when you come; children under 16 pay none. Cancel at least 24 hours "
      + "before, or a fee may be charged."
  }
  func noTimes(_ practice: String) -> String {
    "\(practice) has no free times here now. Write to them, or call."
  }
  func bookingOff(_ practice: String, _ reason: String) -> String {
    "\(practice) takes no bookings here now: \(reason)"
  }
  var chooseTime: String { "Choose a free time." }
  var aboutLabel: String { "What it is about" }
  var aboutHint: String { "You may leave it empty." }
  func booked(_ when: String) -> String { "You have an appointment \(when)." }
  func moved(_ when: String) -> String { "Your appointment is now \(when)." }
  func bookingFailed(_ reason: String) -> String { "Not booked. \(reason)" }

  var cancelTitle: String { "Cancel the appointment" }
  var declineTitle: String { "Decline the proposed time" }
  var cancelReason: String { "Why" }
  var cancelReasonHint: String { "The practice reads this. You may leave it empty." }
  var cancelled: String { "The appointment is cancelled." }
  var cancelFailed: String { "Not cancelled." }
  var accepted: String { "You have accepted the time." }
  var acceptTitle: String { "Accept the time" }
  var fromTime: String { "Now" }
  var toTime: String { "Then" }
  var keepTime: String { "No, keep the time as it is" }
  func moveTo(_ when: String) -> String { "Move to \(when)" }

  var calendarTitle: String { "Add to a calendar" }
  var calendarFile: String { "Name of the file" }
  var calendarHint: String {
    "A calendar program opens the file. It says when and where, not what it is about. A file that is there is never written over."
  }
  func calendarWritten(_ path: String) -> String { "Written: \(path)" }
  func calendarThere(_ path: String) -> String {
    "There is a file \(path) already. Choose another name."
  }
  func calendarNotWritten(_ path: String) -> String { "The file \(path) could not be written." }
  var noTimeForCalendar: String {
    "The appointment has no time of day, so no calendar can hold it."
  }

  func reminder(_ title: String, _ when: String, days: Int) -> String {
    "Appointment \(daysUntil(days)): \(title), \(when)"
  }
}
