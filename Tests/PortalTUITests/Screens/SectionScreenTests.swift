import PortalCore
import Testing

@testable import PortalTUI

struct SectionScreenTests {
  @Test(arguments: Area.allCases)
  func `every section of an empty record has a page with a title and words on it`(
    area: Area
  ) throws {
    let sample = try SampleRecord([("person", .person(Person()))])
    for phrases in [Bokmal() as any Phrasebook, English()] {
      let context = try sample.open(phrases)
      var screen = SectionScreens.screen(for: area, context)
      let before = screen.page()
      _ = screen.update(.shown)
      #expect(screen.page() == before)
      #expect(!before.title.isEmpty)
      #expect(!before.blocks.isEmpty)
    }
  }
}
