import Testing

@testable import PortalTUI

struct DeadlineTests {
  @Test func `a deadline comes nearer and is over`() {
    let soon = Deadline.after(.seconds(60))
    #expect(soon.remaining > .seconds(50) && soon.remaining <= .seconds(60))
    #expect(Deadline.after(.zero).remaining <= .zero)
    #expect(Deadline.after(.zero) < soon)
    #expect(soon.advanced(by: .seconds(60)).remaining > .seconds(100))
  }
}
