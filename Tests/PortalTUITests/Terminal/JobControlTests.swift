import Testing

@testable import PortalTUI

struct JobControlTests {
  private typealias Kin = JobControl.Kin

  @Test func `below a shell of the same session we may stop`() {
    let table = [20: Kin(parent: 10, group: 20, session: 10), 10: shell]
    #expect(JobControl.canStop(20) { table[Int($0)] })
  }

  @Test func `a script between us and the shell changes nothing`() {
    let table = [
      30: Kin(parent: 20, group: 20, session: 10), 20: Kin(parent: 10, group: 20, session: 10),
      10: shell,
    ]
    #expect(JobControl.canStop(30) { table[Int($0)] })
  }

  @Test func `an orphaned group may not stop`() {
    let table = [20: Kin(parent: 1, group: 20, session: 20), 1: shell]
    #expect(!JobControl.canStop(20) { table[Int($0)] })
    #expect(!JobControl.canStop(7) { table[Int($0)] })
  }

  @Test func `a circle of parents ends`() {
    let circle = Kin(parent: 20, group: 20, session: 10)
    #expect(!JobControl.canStop(20) { _ in circle })
  }

  private var shell: Kin {
    Kin(parent: 1, group: 10, session: 10)
  }
}
