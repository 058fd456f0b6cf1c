import Testing

@testable import PortalTUI

struct SVGRendererTests {
  private func lines(_ write: (inout CellGrid) -> Void) -> [String] {
    var grid = CellGrid(columns: 10, rows: 2)
    write(&grid)
    return SVGRenderer().lines(grid)
      .filter { $0.hasPrefix("<text") || $0.hasPrefix("<rect class=\"fill") }
  }

  @Test func `text is put at its cells and escaped`() {
    let lines = lines { $0.write(SafeText("a <b> & \"c"), row: 1, column: 0) }
    #expect(
      lines == [
        "<text class=\"standard\" x=\"14\" y=\"77\" textLength=\"90\">"
          + "a &lt;b&gt; &amp; &quot;c</text>"
      ]
    )
  }

  @Test func `parts between two spaces or more are placed each for itself`() {
    let lines = lines { $0.write(SafeText(" a b   ø"), row: 0, column: 0) }
    #expect(
      lines == [
        "<text class=\"standard\" x=\"23\" y=\"58\" textLength=\"27\">a b</text>",
        "<text class=\"standard\" x=\"77\" y=\"58\" textLength=\"9\">ø</text>",
      ]
    )
  }

  @Test func `wide characters have two cells each`() {
    let lines = lines { $0.write(SafeText("漢字a"), row: 0, column: 0) }
    #expect(
      lines == [
        "<text class=\"standard\" x=\"14\" y=\"58\" textLength=\"18\">漢</text>",
        "<text class=\"standard\" x=\"32\" y=\"58\" textLength=\"18\">字</text>",
        "<text class=\"standard\" x=\"50\" y=\"58\" textLength=\"9\">a</text>",
      ]
    )
  }

  @Test func `looks are classes, and reversed text has a ground`() {
    var style = CellStyle(.warning)
    style.isReversed = true
    let lines = lines { $0.write(SafeText("!"), row: 0, column: 2, style: style) }
    #expect(
      lines == [
        "<rect class=\"fill warning\" x=\"32\" y=\"44\" width=\"9\" height=\"19\"/>",
        "<text class=\"warning bold reversed\" x=\"32\" y=\"58\" textLength=\"9\">!</text>",
      ]
    )
  }

  @Test func `the picture has a name and is the same each time`() {
    let frame = Visit(.results, columns: 80, rows: 24).frame
    let lines = SVGRenderer().lines(frame, title: "A <page>")
    #expect(lines[1] == "<title>A &lt;page&gt;</title>")
    #expect(lines.last == "</svg>")
    #expect(lines == SVGRenderer().lines(frame, title: "A <page>"))
  }
}
