import PortalCore

/// What every page of an open record works with.
struct ScreenContext {
  let portal: Portal
  let record: OpenRecord
  let phrases: any Phrasebook
  /// For whom it is looked at what they would see; nil where the record is open in earnest.
  var previewedFor: String?

  /// The day it is in Norway, by which something has run out or not.
  var today: CivilDate {
    OsloTime.date(record.now)
  }
}
