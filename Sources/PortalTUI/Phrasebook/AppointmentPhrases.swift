import PortalCore

/// What is said of appointments: of one, of what may be done with it, and of booking.
protocol AppointmentPhrases: Sendable {
  func problemText(_ problem: AppointmentProblem) -> String
  func problemText(_ problem: PractitionerProblem) -> String
  func obstacleText(_ obstacle: AppointmentOptions.Obstacle) -> String
  func status(_ status: Appointment.Status) -> String
  func name(of care: Appointment.Care) -> String
  /// kv 7617, in words; nil for a code that is not of it.
  func appointmentType(_ code: String) -> String?
  /// kv 7621: who called it off; nil for a code that is not of it.
  func cancelledBy(_ code: String) -> String?
  /// A day with its name: Monday 23 November 2026.
  func weekday(_ date: CivilDate) -> String
  /// How many days until it, in words: today, tomorrow, in three days.
  func daysUntil(_ days: Int) -> String
  func minutes(_ minutes: Int) -> String
  /// Two words and a sentence of the lists.
  var comingHeading: String { get }
  var pastHeading: String { get }
  var appointmentOrder: String { get }
  var noAppointments: String { get }
  var place: String { get }
  var withWhom: String { get }
  var about: String { get }
  var preparation: String { get }
  var length: String { get }
  var careLevel: String { get }
  var bookedOn: String { get }
  var cancelledBecause: String { get }
  /// Above what may be done with it.
  var youMayHeading: String { get }
  func may(_ act: Appointment.Act) -> String
  func mayNot(_ act: Appointment.Act, because obstacle: String) -> String
  /// That cancelling now may cost a fee, and until when it did not.
  func lateFee(_ amounts: String?) -> String
  func freeUntil(_ moment: String) -> String
  /// That whoever made it elsewhere hears nothing of what is done here.
  var notToldElsewhere: String { get }
  /// Booking.
  var bookTitle: String { get }
  var moveTitle: String { get }
  func bookingReaders(_ practice: String) -> String
  var bookingFee: String { get }
  func noTimes(_ practice: String) -> String
  func bookingOff(_ practice: String, _ reason: String) -> String
  var chooseTime: String { get }
  var aboutLabel: String { get }
  var aboutHint: String { get }
  func booked(_ when: String) -> String
  func moved(_ when: String) -> String
  func bookingFailed(_ reason: String) -> String
  /// Cancelling.
  var cancelTitle: String { get }
  var declineTitle: String { get }
  var cancelReason: String { get }
  var cancelReasonHint: String { get }
  var cancelled: String { get }
  var cancelFailed: String { get }
  var accepted: String { get }
  var acceptTitle: String { get }
  /// Moving: what it is now, what it would be, and the two choices.
  var fromTime: String { get }
  var toTime: String { get }
  var keepTime: String { get }
  func moveTo(_ when: String) -> String
  /// The calendar file.
  var calendarTitle: String { get }
  var calendarFile: String { get }
  var calendarHint: String { get }
  func calendarWritten(_ path: String) -> String
  func calendarThere(_ path: String) -> String
  func calendarNotWritten(_ path: String) -> String
  var noTimeForCalendar: String { get }
  /// A reminder: what and when.
  func reminder(_ title: String, _ when: String, days: Int) -> String
}
