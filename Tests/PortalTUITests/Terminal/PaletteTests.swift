import CNcurses
import Testing

@testable import PortalTUI

struct PaletteTests {
  @Test func `attributes are what they say`() {
    var style = CellStyle(isBold: true)
    #expect(Palette.monochrome.appearance(of: style).attributes == portal_bold())
    style.isReversed = true
    style.isUnderlined = true
    let all = portal_bold() | portal_reverse() | portal_underline()
    #expect(Palette.monochrome.appearance(of: style).attributes == all)
  }

  @Test(arguments: [CellStyle.Colour.standard, .accent, .good, .warning, .danger, .muted])
  func `without colours no role has one`(role: CellStyle.Colour) {
    let look = Palette.monochrome.appearance(of: CellStyle(colour: role))
    #expect(look.pair == 0)
    #expect(look.attributes == (role == .muted ? portal_dim() : 0))
  }

  @Test func `each role that has a colour has its own`() {
    let roles = [CellStyle.Colour.accent, .good, .warning, .danger]
    let palette = Palette(usesColour: true)
    #expect(Set(roles.map { palette.appearance(of: CellStyle(colour: $0)).pair }).count == 4)
  }
}
