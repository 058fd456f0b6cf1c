import PortalCore

/// What every page of an open record works with.
struct ScreenContext {
  let portal: Portal
  let record: OpenRecord
  let phrases: any Phrasebook

  /// The day it is in Norway, by which something has run out or not.
  var today: CivilDate {
    OsloTime.date(record.now)
  }
}
