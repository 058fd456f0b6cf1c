import PortalCore

extension Bokmal {
  var practitionerTitle: String { "Fastlegen din" }
  var newPractitioner: String { "Ny fastlege" }
  func practitioner(_ name: String, from day: String) -> String { "\(name), fra \(day)" }
  var waitingFor: String { "Venteliste" }
  func waiting(_ name: String, since: String) -> String { "\(name), siden \(since)" }
  var practiceLabel: String { "Legekontor" }
  var municipality: String { "Kommune" }
  var freePlaces: String { "Ledige plasser" }
  var waitingLabel: String { "Venter" }
  var noPractitioners: String { "Ingen fastlege i dette lageret har en liste." }
  var practitionerRules: String {
    "Du kan bytte to ganger i et kalenderår, og en gang til når registeret har en ny adresse. Et bytte "
      + "gjelder fra den første i neste måned, og til da kan du angre. Du kan stå på én venteliste."
  }
  var onlyPersonChooses: String {
    "Bare personen selv kan bytte fastlege eller stå på venteliste. Du kan se hvem som har ledige plasser."
  }
  var mayNotChoose: String { "Du kan ikke bytte fastlege eller stå på venteliste her." }
  var undoChange: String { "Angre byttet" }
  var stopWaiting: String { "Gå ut av ventelisten" }
  var changeUndone: String { "Byttet er angret. Du beholder fastlegen din." }
  var waitingStopped: String { "Du står ikke på noen venteliste nå." }
  var keepPractitioner: String { "Nei, behold det jeg har" }
  func changeFrom(_ day: String) -> String { "Bytt til denne fastlegen fra \(day)" }
  var joinWaitingList: String { "Stå på venteliste" }
  func practitionerChosen(_ name: String, from day: String) -> String {
    "\(name) er fastlegen din fra \(day). Å få journalen flyttet er opp til deg: spør det gamle kontoret."
  }
  func waitingBegun(_ name: String) -> String { "Du står på ventelisten til \(name)." }
  func receipt(_ event: PractitionerReceipt.Event, _ name: String, from day: String) -> String {
    switch event {
    case .changed: "Du har byttet fastlege til \(name) fra \(day)"
    case .joined: "Du har fått plass hos \(name), som du sto på venteliste hos, fra \(day)"
    case .undone: "Angret: bytte av fastlege til \(name) fra \(day)"
    }
  }
  func receiptDetail(_ time: String) -> String { "Kvittering, \(time)" }
}
