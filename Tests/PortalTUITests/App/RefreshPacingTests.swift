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
    pacing.noteRefresh(from: start, to: start)
    #expect(pacing.deadline(tellsOfChanges: true, now: later(5000)) == nil)
  }

  @Test func `a change is looked at at once, the next a tenth of a second later`() {
    var pacing = RefreshPacing()
    pacing.noteChange()
    #expect(pacing.deadline(tellsOfChanges: true, now: start) == start)
    pacing.noteRefresh(from: start, to: start)
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
      pacing.noteRefresh(from: now, to: now)
    }
    #expect(refreshes.count == 11)
    #expect(refreshes.last == 1000)
  }

  @Test(arguments: [(0, 100), (10, 100), (50, 200), (150, 600), (2000, 900)])
  func `a page that takes long is made anew less often, but within a second`(
    took: Int,
    rest: Int
  ) {
    var pacing = RefreshPacing()
    pacing.noteRefresh(from: start, to: later(took))
    pacing.noteChange()
    #expect(pacing.deadline(tellsOfChanges: true, now: later(took)) == later(took + rest))
  }

  @Test func `a record that tells nothing is looked at within a second`() {
    var pacing = RefreshPacing()
    #expect(pacing.deadline(tellsOfChanges: false, now: start) == start)
    pacing.noteRefresh(from: start, to: start)
    #expect(pacing.deadline(tellsOfChanges: false, now: later(1)) == later(900))
  }
}
