/// A child weighed and measured at the health station.
struct SampleCheck: Sendable {
  let moment: SampleMoment
  let grams: Int
  let millimetres: Int
  /// Circumference of the head; only in the first years.
  var head: Int?

  init(_ moment: SampleMoment, grams: Int, millimetres: Int, head: Int? = nil) {
    self.moment = moment
    self.grams = grams
    self.millimetres = millimetres
    self.head = head
  }
}

extension SampleHistory {
  /// Adds what was measured at a check.
  mutating func check(_ check: SampleCheck, by nurse: SampleJSON) {
    let weight = "\(check.grams / 1000).\(padded(check.grams % 1000 / 10, 2))"
    measure("Kroppsvekt", "29463-7", weight, .kilogram, at: check.moment, by: nurse)
    let height = "\(check.millimetres / 10).\(check.millimetres % 10)"
    measure("Lengde/høyde", "8302-2", height, .centimetre, at: check.moment, by: nurse)
    guard let head = check.head else { return }
    let circumference = "\(head / 10).\(head % 10)"
    measure("Hodeomkrets", "9843-4", circumference, .centimetre, at: check.moment, by: nurse)
  }
}
