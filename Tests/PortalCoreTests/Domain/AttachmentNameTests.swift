import Testing

@testable import PortalCore

struct AttachmentNameTests {
  private func name(_ title: String?, _ type: AttachmentType = .pdf) -> String {
    AttachmentName.safe(title, type: type, fallback: "vedlegg")
  }

  @Test(arguments: [
    ("brev.pdf", "brev.pdf"), ("Blåbær 1. mai.PDF", "Blåbær 1. mai.pdf"), ("brev", "brev.pdf"),
    ("brev.jpg", "brev.jpg.pdf"), ("brev.pdf.exe", "brev.pdf.exe.pdf"), ("brev.", "brev.pdf"),
    ("/etc/passwd", "passwd.pdf"), ("../../x.pdf", "x.pdf"), (#"C:\Users\x.pdf"#, "x.pdf"),
    ("~/.ssh/config", "config.pdf"), (".bashrc", "bashrc.pdf"), ("-rf.pdf", "rf.pdf"),
    ("... - .x.pdf", "x.pdf"), ("a\u{0}b\u{1B}[31mc\u{7F}\u{9B}.pdf", "ab_31mc.pdf"),
    ("x\u{202E}fdp.exe", "xfdp.exe.pdf"), ("a\u{200B}\u{FEFF}b.pdf", "ab.pdf"),
    ("a\nb\tc\u{A0}d.pdf", "a b c d.pdf"), ("a<b>:c|d?*\".pdf", "a_b__c_d___.pdf"),
    ("$(rm -rf ~).pdf", "_(rm -rf _).pdf"), ("x .. .pdf", "x.pdf"), ("😱.pdf", "😱.pdf"),
    ("a\u{2028}b.pdf", "ab.pdf"),
  ])
  func `a name can do no harm`(title: String, safe: String) {
    #expect(name(title) == safe)
  }

  @Test(arguments: [nil, "", " ", "/", "..", ".pdf", "...", "-", "\u{0}", "a/", "\u{202E}"])
  func `where nothing is left it has the name it is given`(title: String?) {
    #expect(name(title) == (title == "a/" ? "a.pdf" : "vedlegg.pdf"))
  }

  @Test func `an ending of its type is kept, each other gets one more`() {
    #expect(name("bilde.JPEG", .jpeg) == "bilde.jpeg")
    #expect(name("bilde.jpg", .png) == "bilde.jpg.png")
    #expect(name("måling.csv", .text) == "måling.csv")
    #expect(name("a.sh", .text) == "a.sh.txt")
  }

  @Test(arguments: ["a", "å", "😱", "e\u{301}\u{302}", "👩‍👩‍👧‍👦"])
  func `a long name is cut between two characters`(part: String) {
    let long = name(String(repeating: part, count: 500) + ".pdf")
    #expect(long.utf8.count <= AttachmentName.mostBytes)
    #expect(long.utf8.count > AttachmentName.mostBytes - 30)
    #expect(long.hasSuffix(".pdf"))
    let whole = String(repeating: String(name(part).dropLast(4)), count: 500)
    #expect(whole.hasPrefix(long.dropLast(4)))
  }

  @Test func `a single character that is too long is cut too`() {
    let long = name("e" + String(repeating: "\u{301}", count: 1000))
    #expect(long.utf8.count <= AttachmentName.mostBytes)
    #expect(long.unicodeScalars.first == "e")
  }

  @Test func `a name made safe stays as it is`() {
    for title in [
      "-a.pdf", "x/..y.pdf", String(repeating: "ab. ", count: 99), "a\u{301}.pdf", "CON",
    ] {
      let once = name(title)
      #expect(name(once) == once)
    }
  }
}
