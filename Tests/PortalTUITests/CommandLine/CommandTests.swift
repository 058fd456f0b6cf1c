import FoundationEssentials
import PortalCore
import Testing

@testable import PortalTUI

struct CommandTests {
  private let harness = CommandHarness()

  @Test func `a record that is imported can be shown, written from and verified`() {
    let file = harness.file("ola.json", SampleFiles.ola)
    let imported = harness.run("import", file)
    #expect(imported.status == .done)
    #expect(imported.output.contains("Observation: 1 read, 1 mapped"))
    #expect(imported.output.contains("CarePlan: 1 read, 1 kept as they are"))

    let shown = harness.run("show", "results", "--json")
    #expect(shown.output.contains("\"4.50\""))
    #expect(shown.output.contains("\"title\":\"Kalium\""))

    let sent = harness.run("send", "--text", "Hei")
    #expect(sent.status == .done)
    #expect(sent.output.hasPrefix("sent "))
    let id = sent.output.dropFirst(5).prefix(26)
    #expect(harness.run("verify", "--ids").output == "HAVE \(id)\n")
    #expect(harness.run("verify").status == .done)
    #expect(harness.run("history").output.contains("message  \(id)  v1"))
    #expect(harness.run("access-log", "--json").output.contains("\"session-start\""))
  }

  @Test func `importing the same file twice changes nothing`() {
    let file = harness.file("ola.json", SampleFiles.ola)
    _ = harness.run("import", file)
    let before = harness.run("history", "--json").output
    let again = harness.run("import", file, "--json")
    #expect(again.status == .done)
    #expect(again.output.contains("\"status\":\"unchanged\""))
    #expect(harness.run("history", "--json").output == before)
  }

  @Test func `a large file is announced to a person, and to nobody else`() {
    let padding = String(repeating: " ", count: 10_000_000)
    let file = harness.file("large.json", padding + SampleFiles.kari)
    #expect(harness.run("import", file, "--dry-run").errors.isEmpty)
    harness.isErrorTerminal = true
    let answer = harness.run("import", file, "--dry-run")
    #expect(answer.errors == "helseportal: importing \(file) (1 of 1) …\n")
    #expect(harness.run("import", harness.file("ola.json", SampleFiles.ola)).errors.isEmpty)
  }

  @Test func `a refused file makes no store`() {
    let file = harness.file("bad.json", "{\"resourceType\":\"Patient\",}")
    let answer = harness.run("import", file)
    #expect(answer.status == .dataError)
    #expect(
      answer.errors.hasPrefix("helseportal: the file is refused: \(file): line 1, column 27: ")
    )
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(harness.run("people").status == .noInput)
  }

  @Test func `a rehearsed import makes no store`() {
    let file = harness.file("ola.json", SampleFiles.ola)
    let answer = harness.run("import", file, "--dry-run", "--json")
    #expect(answer.status == .done)
    #expect(answer.output.contains("\"read\":1"))
    #expect(harness.run("people").status == .noInput)
  }

  @Test func `one bad file does not stop the others`() {
    let answer = harness.run(
      "import",
      harness.file("bad.json", ""),
      harness.file("ola.json", SampleFiles.ola)
    )
    #expect(answer.status == .dataError)
    #expect(harness.run("people").output.contains("Ola Prøve"))
  }

  @Test func `with several people one must be named`() {
    _ = harness.run(
      "import",
      harness.file("ola.json", SampleFiles.ola),
      harness.file("kari.json", SampleFiles.kari)
    )
    let answer = harness.run("show", "results")
    #expect(answer.status == .usage)
    #expect(answer.errors.contains("helseportal people"))
    #expect(harness.run("show", "results", "--person", "12855810016").status == .done)
  }

  @Test func `a person without a general practitioner cannot write`() {
    _ = harness.run("import", harness.file("kari.json", SampleFiles.kari))
    let answer = harness.run("send", "--text", "Hei")
    #expect(answer.status == .dataError)
    #expect(harness.run("verify", "--ids").output.isEmpty)
  }

  @Test func `the date is pinned only in stores made for it`() {
    let file = harness.file("ola.json", SampleFiles.ola)
    _ = harness.run("import", file)
    #expect(harness.run("show", "results", "--today", "2030-01-01").status == .notPermitted)
  }

  @Test func `a rehearsal keeps its day`() {
    let file = harness.file("ola.json", SampleFiles.ola)
    #expect(harness.run("import", file, "--today", "2025-02-03").status == .done)
    _ = harness.run("send", "--text", "Hei")
    let history = harness.run("history", "--json").output
    #expect(history.contains("\"time\":\"2025-02-03T11:00:00.000Z\""))
  }

  @Test func `lines of standard input are sent one by one, with receipts`() {
    _ = harness.run("import", harness.file("ola.json", SampleFiles.ola))
    let answer = harness.run("send", "--stdin-lines", "--receipts", input: "Hei\n\nHallo\n")
    let words = answer.output.split(separator: "\n").map { $0.prefix(3) }
    #expect(words == ["TRY", "ACK", "TRY", "ACK"])
    #expect(harness.run("verify", "--ids").output.split(separator: "\n").count == 2)
  }

  @Test(
    arguments: [
      ([0xE5], 0), ([0xC3], 0), ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0x48, 0xE5, 0x0A], 0), ([0x0A, 0x48, 0x69, 0x0A, 0x0A, 0xFF, 0x0A, 0x48], 1),
    ] as [([UInt8], Int)]
  )
  func `a line that is not UTF-8 is refused, and what stands before it is sent`(
    input: [UInt8],
    sent: Int
  ) {
    _ = harness.run("import", harness.file("ola.json", SampleFiles.ola))
    let answer = harness.run(["send", "--stdin-lines", "--receipts"], bytes: input)
    let words = answer.output.split(separator: "\n").map { $0.prefix(3) }
    #expect(words == (sent == 0 ? [] : ["TRY", "ACK"]))
    #expect(answer.status == .dataError)
    let line = sent == 0 ? 1 : 4
    #expect(
      answer.errors == """
        helseportal: not text in UTF-8: line \(line) of standard input: nothing from there on was \
        used; convert it (iconv -t UTF-8) and go on from that line

        """
    )
    #expect(harness.run("verify", "--ids").output.split(separator: "\n").count == sent)
    #expect(!harness.run("show", "messages").output.contains("\u{FFFD}"))
  }

  @Test func `a word of the command line that is not UTF-8 is refused, and nothing is done`() {
    _ = harness.run("import", harness.file("ola.json", SampleFiles.ola))
    harness.unreadableWord = 3
    // As the runtime hands it over: repaired.
    let answer = harness.run("send", "--text", "H\u{FFFD}llo")
    #expect(answer.status == .usage && answer.output.isEmpty)
    #expect(
      answer.errors == """
        helseportal: not text in UTF-8: word 3 after helseportal: nothing was done; write it in UTF-8

        """
    )
    harness.unreadableWord = nil
    #expect(harness.run("verify", "--ids").output.isEmpty)
    #expect(harness.run("send", "--text", "H\u{FFFD}llo").status == .done)
  }

  @Test func `a replacement character that somebody wrote is text like any other`() {
    _ = harness.run("import", harness.file("ola.json", SampleFiles.ola))
    #expect(harness.run("send", "--stdin-lines", input: "a\u{FFFD}b\n").status == .done)
    #expect(harness.run("show", "messages", "--json").output.contains("a\u{FFFD}b"))
  }

  @Test func `a message that is too long is refused whole`() {
    _ = harness.run("import", harness.file("ola.json", SampleFiles.ola))
    let answer = harness.run("send", "--text", String(repeating: "å", count: 5001))
    #expect(answer.status == .dataError)
    #expect(harness.run("verify", "--ids").output.isEmpty)
  }

  @Test func `somebody else does not get in`() {
    _ = harness.run(
      "import",
      harness.file("ola.json", SampleFiles.ola),
      harness.file("kari.json", SampleFiles.kari)
    )
    let kari =
      harness.run("people").output.split(separator: "\n")
      .first { $0.contains("Kari") }?.prefix(26) ?? ""
    let answer = harness.run(
      "show",
      "results",
      "--person",
      "12855810016",
      "--as",
      String(kari)
    )
    #expect(answer.status == .notPermitted)
    #expect(answer.output.isEmpty)
  }

  @Test(arguments: [
    ["shwo"], ["show"], ["show", "nothing"], ["--nothing"], ["import"],
    ["people", "--person", "x"],
    ["show", "results", "more"], ["--language", "fr"], ["send", "--data"], ["--plain=yes"],
    ["import", "x", "--today", "soon"], ["-x"], ["send"],
  ])
  func `wrong usage is one line and status 64`(words: [String]) {
    let answer: CommandHarness.Answer =
      switch words.count {
      case 1: harness.run(words[0])
      case 2: harness.run(words[0], words[1])
      case 3: harness.run(words[0], words[1], words[2])
      default: harness.run(words[0], words[1], words[2], words[3])
      }
    if words.first == "import", words.count == 4 {
      #expect([.usage, .noInput].contains(answer.status))
    } else {
      #expect(answer.status == .usage)
    }
    #expect(answer.errors.hasPrefix("helseportal: "))
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(answer.output.isEmpty)
  }

  @Test func `every command explains itself`() {
    let overview = harness.run("help").output
    for command in CommandName.allCases {
      #expect(overview.contains(command.synopsis))
      if command != .open {
        #expect(harness.run("help", command.rawValue).status == .done)
        #expect(harness.run(command.rawValue, "--help").status == .done)
      }
    }
    #expect(harness.run("--version").output == "helseportal \(HelpCommand.versionText)\n")
  }

  @Test func `every option can be had by some command`() {
    let had = CommandName.allCases.reduce(CommandName.commonOptions) { $0.union($1.options) }
    #expect(Option.allCases.allSatisfy(had.contains))
  }

  @Test func `what is sent is delivered, and doctor says and mends what is not`() {
    _ = harness.run("import", harness.file("ola.json", SampleFiles.ola))
    #expect(harness.run("send", "--text", "Hei").status == .done)
    #expect(harness.run("doctor").output.contains("Deliveries: ✓ nothing is due"))
    #expect(harness.run("verify").errors.isEmpty)
    let practices = "\(harness.dataDirectory)/practices"
    ScratchCopy.removeTree(practices)
    #expect(harness.run("doctor").output.contains("Deliveries: ✓ 1 queue made anew"))
    #expect(harness.run("doctor").output.contains("Deliveries: ✓ nothing is due"))
  }

  @Test func `the table of rights in the documentation is the program's`() throws {
    let harness = CommandHarness()
    let printed = harness.run("help", "access", "--language", "en").output
    let path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
      .joined(separator: "/")
    let document = try String(contentsOfFile: path + "/docs/access.md", encoding: .utf8)
    #expect(document.contains(printed))
    // By ear each case stands with its words; nothing is only a letter in a column.
    let spoken = harness.run("help", "access", "--plain", "--language", "en").output
    #expect(spoken.contains("Parent (FO): the child is 12 years\n"))
    #expect(!spoken.contains("|"))
  }

  @Test func `the access log is printed as rows of values, and only the days asked for`() throws {
    let harness = CommandHarness()
    _ = harness.run("import", harness.file("ola.json", SampleFiles.ola))
    _ = harness.run("show", "overview")
    let all = harness.run("access-log", "--csv")
    let rows = all.output.split(separator: "\n").map(String.init)
    #expect(rows.first?.hasPrefix("id,date,title,actor,basis,area,") == true)
    #expect(rows.contains { $0.contains(",session-start,person:") })
    #expect(
      rows.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 17 }
    )
    #expect(harness.run("access-log", "--csv", "--until", "1999-12-31").output == rows[0] + "\n")
    #expect(harness.run("access-log", "--since", "yesterday").status == .usage)
    #expect(harness.run("access-log", "--csv", "--json").status == .usage)
  }

  @Test func `a value that a spreadsheet would run stands as text`() {
    #expect(
      CSVOutput.row(["=1+1", "a,b", "say \"hi\"", "line\r\nbreak", "", "-x"])
        == "'=1+1,\"a,b\",\"say \"\"hi\"\"\",\"line\r\nbreak\",,'-x"
    )
  }
}
