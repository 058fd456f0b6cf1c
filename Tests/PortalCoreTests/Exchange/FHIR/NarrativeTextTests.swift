import Testing

@testable import PortalCore

@Suite struct NarrativeTextTests {
  @Test(arguments: [
    ("<div>Et ord</div>", "Et ord"),
    ("<div>  To \n\t ord  </div>", "To ord"),
    ("<div><p>En</p><p>to</p></div>", "En\nto"),
    ("<p>En<br/>to<br>tre</p>", "En\nto\ntre"),
    ("<ul><li>a</li><li><b>b</b> c</li></ul>", "- a\n- b c"),
    ("<ul><li><p>a</p></li><li/></ul>", "- a"),
    ("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", "A | B\n1 | 2"),
    ("<table><tr><td>1</td><td></td><td>3</td></tr><tr><td/><td/></tr></table>", "1 |  | 3"),
    ("<table><tr><td><p>a</p><p>b</p></td><td>c<br/>d</td></tr></table>e", "a b | c d\ne"),
    ("<pre>a\n  b</pre>c", "a\nb\nc"),
    ("a<script>alert(1)</script>b<style>p{}</style>c", "abc"),
    ("a<SCRIPT src='x'>1 </p> 2</Script >b", "ab"),
    ("a<script/>b", "ab"),
    ("a<!-- <p>no</p> -->b<?php echo ?>c", "abc"),
    ("<p title=\"a>b\" onclick='x'>ok</p>", "ok"),
    ("&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&aring;", "<>&\"'AB\u{E5}"),
    ("a&nbsp;b&unknown;c & d &; &#0; &#xD800; &#99999999999;", "a bc & d &;"),
    ("<![CDATA[a <b> & c]]>", "a <b> & c"),
    ("1 < 2 og 3 <4>", "1 < 2 og 3 <4>"),
    ("a\u{1B}[31mb\u{7}\u{9B}\u{202E}c\u{7F}", "a[31mbc"),
    ("a&#27;[31mb&#x9b;c", "a[31mbc"),
    ("<!DOCTYPE f [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>a &x;b</p>", "a b"),
    ("a<p", "a"),
    ("a<!-- b", "a"),
    ("a</", "a"),
    ("Ærlig 健康 👩‍⚕️", "Ærlig 健康 👩‍⚕️"),
  ])
  func `markup becomes plain lines`(markup: String, text: String) {
    #expect(NarrativeText.plain(markup) == text)
  }

  @Test(arguments: ["", "<div/>", "<div> \n </div>", "<script>x</script>", "<!--", "<p", "&x;"])
  func `markup without words is nothing`(markup: String) {
    #expect(NarrativeText.plain(markup) == nil)
  }

  @Test(arguments: ["<", "&", "<p>", "<!", "<![CDATA[", "<td>", "<script>", "]]>", "<a \"", "&#"])
  func `a long row of one piece is read in one pass`(piece: String) {
    let text = NarrativeText.plain(String(repeating: piece, count: 20_000)) ?? ""
    #expect(text.utf8.count <= NarrativeText.mostBytes + 3)
  }

  @Test func `text beyond the limit is cut and says so`() throws {
    let text = try #require(NarrativeText.plain(String(repeating: "abc ", count: 100_000)))
    #expect(text.utf8.count <= NarrativeText.mostBytes + 3)
    #expect(text.hasSuffix("\u{2026}"))
  }
}
