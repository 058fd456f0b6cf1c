import Testing

@testable import PortalTUI

struct IdleWatchTests {
  private let start = Deadline.after(.zero)

  private func later(_ seconds: Int) -> Deadline {
    start.advanced(by: .seconds(seconds))
  }

  private func warning(_ idle: inout IdleWatch, _ now: Deadline) -> Int? {
    idle.takeWarning(at: now)
  }

  @Test func `it warns two minutes and half a minute before the end, once each`() {
    var idle = IdleWatch(limit: .seconds(1800), now: start)
    #expect(idle.deadline == later(1680))
    #expect(warning(&idle, later(1679)) == nil)
    #expect(!idle.isWarned)
    #expect(warning(&idle, later(1680)) == 120)
    #expect(idle.isWarned)
    #expect(warning(&idle, later(1681)) == nil)
    #expect(idle.deadline == later(1770))
    #expect(warning(&idle, later(1770)) == 30)
    #expect(idle.deadline == later(1800))
    #expect(!idle.isOver(at: later(1799)))
    #expect(idle.isOver(at: later(1800)))
  }

  @Test func `a key begins the time anew`() {
    var idle = IdleWatch(limit: .seconds(1800), now: start)
    _ = idle.takeWarning(at: later(1700))
    idle.noteActivity(at: later(1700))
    #expect(!idle.isWarned)
    #expect(idle.deadline == later(1700 + 1680))
    #expect(!idle.isOver(at: later(1801)))
  }

  @Test func `of warnings that were slept through the last is given`() {
    var idle = IdleWatch(limit: .seconds(1800), now: start)
    #expect(warning(&idle, later(1790)) == 30)
    #expect(warning(&idle, later(1791)) == nil)
  }

  @Test func `a short session warns at its half`() {
    var idle = IdleWatch(limit: .seconds(180), now: start)
    #expect(idle.deadline == later(90))
    #expect(warning(&idle, later(90)) == 90)
    #expect(warning(&idle, later(150)) == 30)
  }

  @Test func `without a limit there is nothing to wake for`() {
    var idle = IdleWatch(limit: nil, now: start)
    #expect(idle.deadline == nil)
    #expect(idle.takeWarning(at: later(1_000_000)) == nil)
    #expect(!idle.isOver(at: later(1_000_000)))
  }
}
