import Glibc
import PortalCore
import Testing

@testable import PortalTUI

/// Whatever stands in the store instead of what should: one clear line, the right exit status,
/// nothing changed (issue 3, "Bad input").
struct BadStoreTests {
  private struct Made {
    let harness = CommandHarness()
    let person: String
    let folder: String
    var journal: String { folder + "/journal.jsonl" }

    init() {
      _ = harness.run("import", harness.file("ola.json", SampleFiles.ola))
      _ = harness.run("send", "--text", "Hei")
      person = String(harness.run("people").output.prefix(26))
      let path = "\(person.prefix(2))/\(person.dropFirst(2).prefix(2))/\(person)"
      folder = "\(harness.dataDirectory)/people/\(path)"
    }

    func snapshot() -> [String] {
      var lines: [String] = []
      var folders = [harness.dataDirectory]
      let disk = LiveFileSystem()
      while let folder = folders.popLast() {
        guard let directory = try? disk.openRoot(folder) else { continue }
        for name in (try? disk.list(directory)) ?? [] {
          var status = stat()
          let path = "\(folder)/\(name)"
          guard lstat(path, &status) == 0 else { continue }
          if status.st_mode & S_IFMT == S_IFDIR { folders.append(path) }
          // Opening a record leaves its lock and a line in its access log.
          if name == "access.jsonl" || name == "lock" { continue }
          lines.append("\(path) \(status.st_mode) \(status.st_size) \(status.st_mtim.tv_nsec)")
        }
      }
      return lines.sorted()
    }
  }

  enum Instead: CaseIterable {
    case directory, link, pipe, unreadable, missing, empty, nulBytes, longLine
  }

  private static func put(_ instead: Instead, at path: String) {
    switch instead {
    case .directory: _ = (unlink(path), mkdir(path, 0o700))
    case .link: _ = (rename(path, path + ".aside"), symlink(path + ".aside", path))
    case .pipe: _ = (unlink(path), mkfifo(path, 0o600))
    case .unreadable: chmod(path, 0)
    case .missing: unlink(path)
    case .empty: truncate(path, 0)
    case .nulBytes: write(Array(repeating: 0, count: 4096) + [0x0A, 0x41, 0x0A], to: path)
    case .longLine: write(Array(repeating: 0x41, count: 3 << 20) + [0x0A], to: path)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    let descriptor = open(path, O_WRONLY | O_APPEND)
    precondition(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
  }

  @Test(arguments: Instead.allCases)
  func `what stands in a journal's place is said in one line, and left`(instead: Instead) {
    // Root reads whatever it likes.
    if instead == .unreadable, getuid() == 0 { return }
    let made = Made()
    Self.put(instead, at: made.journal)
    let before = made.snapshot()
    let sent = made.harness.run("send", "--text", "Never", "--person", made.person)
    #expect(sent.status != .done, "\(sent)")
    #expect(sent.output.isEmpty)
    #expect(sent.errors.split(separator: "\n").count == 1, "\(sent)")
    let verified = made.harness.run("verify")
    #expect(verified.status == .checkFailed, "\(verified)")
    #expect(verified.errors.contains("journal.jsonl"))
    #expect(made.snapshot() == before)
    let repaired = made.harness.run("repair")
    #expect(repaired.output.split(separator: "\n").count == 1)
    #expect(
      repaired.status == (instead == .nulBytes || instead == .longLine ? .done : .checkFailed)
    )
    if repaired.status == .done {
      #expect(made.harness.run("verify").status == .done)
      #expect(made.harness.run("send", "--text", "Again").status == .done)
    } else {
      #expect(made.snapshot() == before)
    }
  }

  @Test func `a lock that somebody left and a temporary file hold nobody up`() {
    let made = Made()
    _ = made.harness.file("x", "")
    let path = made.folder + "/0123456789abcdefghjkmnpqrs.tmp"
    close(open(path, O_CREAT | O_WRONLY, 0o600))
    #expect(access(made.folder + "/lock", F_OK) == 0)
    #expect(made.harness.run("send", "--text", "Hei").status == .done)
    let verified = made.harness.run("verify")
    #expect(verified.status == .done)
    #expect(verified.errors.contains("left by a program that was stopped"))
  }

  @Test func `two people with one number, and a person without a journal`() {
    let made = Made()
    let other = made.harness.file(
      "other.json",
      SampleFiles.ola.replacing("\"Ola\"", with: "\"Olav\"")
    )
    // The same number is the same person, whatever the name.
    #expect(made.harness.run("import", other).status == .done)
    #expect(made.harness.run("people").output.split(separator: "\n").count == 1)
    let empty = "\(made.harness.dataDirectory)/people/zz"
    for folder in [empty, empty + "/zz", empty + "/zz/zz" + String(repeating: "z", count: 24)] {
      mkdir(folder, 0o700)
    }
    #expect(made.harness.run("people").output.split(separator: "\n").count == 1)
    let verified = made.harness.run("verify")
    #expect(verified.status == .done, "\(verified)")
    #expect(verified.errors.contains("an empty record"))
    #expect(made.harness.run("repair").status == .done)
  }

  @Test func `a person who exists only in a link is nobody`() {
    let made = Made()
    let parent = String(made.folder.dropLast(27))
    let name = String(made.person.prefix(4)) + String(repeating: "z", count: 22)
    #expect(symlink(made.folder, "\(parent)/\(name)") == 0)
    let shown = made.harness.run("show", "messages", "--person", name)
    #expect(shown.status != .done)
    #expect(made.harness.run("verify").status == .checkFailed)
  }
}
