import Glibc
import Testing

@testable import PortalCore
@testable import PortalTUI

/// `repair`, `backup`, `restore` and `verify` of a backup or a receipt: what they print, and their
/// exit status.
struct StoreCommandTests {
  private func made() throws -> (CommandHarness, person: String, journal: String) {
    let harness = CommandHarness()
    _ = harness.run("import", harness.file("ola.json", SampleFiles.ola))
    _ = harness.run("send", "--text", "Hei", "--person", "12855810016")
    let person = String(harness.run("people").output.prefix(26))
    let folder = "\(person.prefix(2))/\(person.dropFirst(2).prefix(2))/\(person)"
    return (harness, person, "data/people/\(folder)/journal.jsonl")
  }

  @Test func `a store travels in one file`() throws {
    let (harness, person, _) = try made()
    let file = harness.folder + "/copy.tar"
    let made = harness.run("backup", file)
    #expect(made.status == .done)
    #expect(made.output.hasPrefix("\(file): 1 record, "))
    #expect(harness.run("backup", file).status == .cannotCreate)
    #expect(harness.run("restore", file).status == .cannotCreate)
    let verified = harness.run("verify", file, "--ids")
    #expect(verified.status == .done)
    #expect(verified.output.hasPrefix("HAVE "))
    #expect(harness.run("verify", file, "--json").output.contains("\"isSound\":true"))
    let other = harness.folder + "/other"
    #expect(harness.run("restore", file, "--data", other).status == .done)
    #expect(harness.run("people", "--data", other).output.hasPrefix(person))
  }

  @Test func `a file that is no backup is refused in one line`() throws {
    let (harness, _, _) = try made()
    for command in ["restore", "verify"] {
      let other = harness.folder + "/other"
      let answer = harness.run(command, harness.file("x", "noise"), "--data", other)
      #expect(answer.status == .dataError)
      #expect(answer.errors.split(separator: "\n").count == 1)
      #expect(harness.run(command, harness.folder + "/none", "--data", other).status == .noInput)
      #expect(access(other, F_OK) != 0)
    }
  }

  @Test func `a receipt is looked up`() throws {
    let (harness, person, _) = try made()
    #expect(
      harness.run("verify", "--person", person, "--receipt", "1-00000000").status == .checkFailed
    )
    #expect(harness.run("verify", "--person", person, "--receipt", "1").status == .usage)
  }

  @Test func `damage is mended from a backup, or as far as it goes`() throws {
    let (harness, person, journal) = try made()
    let file = harness.folder + "/copy.tar"
    _ = harness.run("backup", file)
    let path = harness.folder + "/" + journal
    #expect(harness.run("repair").output == "\(person): nothing to repair\n")
    #expect(truncate(path, 10) == 0)
    let failed = harness.run("repair")
    #expect(failed.status == .checkFailed)
    #expect(failed.output.hasPrefix("\(person): not repaired: "))
    let mended = harness.run("repair", "--person", person, "--from", file)
    #expect(mended.status == .done, "\(mended)")
    #expect(mended.output.contains("nothing lost"))
    #expect(harness.run("verify").status == .done)
    #expect(harness.run("show", "documents").output.contains("Repair of the record"))
    #expect(harness.run("repair").output == "\(person): nothing to repair\n")
  }

  @Test func `a practice's journal is mended too, unless one person is named`() throws {
    let (harness, person, _) = try made()
    let portal = try Portal(
      at: harness.dataDirectory,
      surroundings: Surroundings(
        fileSystem: LiveFileSystem(),
        clock: harness.clock.clock,
        randomness: .live
      )
    )
    let practice = try #require(try portal.startRepair().practices().first)
    try portal.openPracticeAsOwner(practice).set(.office, to: .off(reason: "Ferie"))
    let path = "practices/\(practice.text.prefix(2))/\(practice.text)"
    let file = "\(harness.dataDirectory)/\(path)/journal.jsonl"
    var status = stat()
    try #require(stat(file, &status) == 0 && truncate(file, status.st_size - 40) == 0)
    let descriptor = open(file, O_WRONLY | O_APPEND)
    try #require(write(descriptor, "noise\n", 6) == 6)
    close(descriptor)
    #expect(harness.run("verify").status == .checkFailed)
    #expect(harness.run("repair", "--person", person).status == .done)
    #expect(harness.run("verify").status == .checkFailed)
    let mended = harness.run("repair")
    #expect(mended.status == .done)
    #expect(mended.output.contains("\(path): journal.jsonl: mended: "))
    let verified = harness.run("verify")
    #expect(verified.status == .done)
    #expect(verified.errors.contains("\(path)/journal.jsonl: mended: "))
  }
}
