import Testing

@testable import PortalTUI

struct RefreshPacingTests {
  private let start = Deadline.after(.zero)

  private func later(_ milliseconds: Int) -> Deadline {
    start.advanced(by: .milliseconds(milliseconds))
  }

  @Test func `a record that tells of changes and is left in peace wakes nobody`() {
    var pacing = RefreshPacing()
    #expect(pacing.deadline(tellsOfChanges: true, now: start) == nil)
    pacing.noteRefresh(at: start)
    #expect(pacing.deadline(tellsOfChanges: true, now: later(5000)) == nil)
  }

  @Test func `a change is looked at at once, the next a tenth of a second later`() {
    var pacing = RefreshPacing()
    pacing.noteChange()
    #expect(pacing.deadline(tellsOfChanges: true, now: start) == start)
    pacing.noteRefresh(at: start)
    pacing.noteChange()
    #expect(pacing.deadline(tellsOfChanges: true, now: later(3)) == later(100))
    #expect(pacing.deadline(tellsOfChanges: true, now: later(250)) == later(250))
  }

  @Test func `a thousand lines in a second make ten refreshes, and the last is not missed`() {
    var pacing = RefreshPacing()
    var refreshes: [Int] = []
    for millisecond in 0..<2000 {
      if millisecond < 1000, !pacing.isPending { pacing.noteChange() }
      let now = later(millisecond)
      guard let deadline = pacing.deadline(tellsOfChanges: true, now: now), deadline <= now else {
        continue
      }
      refreshes.append(millisecond)
      pacing.noteRefresh(at: now)
    }
    #expect(refreshes.count == 11)
    #expect(refreshes.last == 1000)
  }

  @Test func `a record that tells nothing is looked at within a second`() {
    var pacing = RefreshPacing()
    #expect(pacing.deadline(tellsOfChanges: false, now: start) == start)
    pacing.noteRefresh(at: start)
    #expect(pacing.deadline(tellsOfChanges: false, now: later(1)) == later(900))
  }
}
