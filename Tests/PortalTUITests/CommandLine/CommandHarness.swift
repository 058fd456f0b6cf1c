import Glibc
import PortalCore

@testable import PortalTUI

/// Runs commands in this process on a data directory of their own, which goes away with it.
///
/// A class so that the directory is removed when the test ends.
final class CommandHarness {
  struct Answer: Equatable {
    var status: ExitStatus
    var output: String
    var errors: String
  }

  let folder: String
  let clock = SteppedClock(at: OsloTime.noon(CivilDate(daysSinceEpoch: 20_778)))
  private let randomness = Randomness.seeded(7)
  /// Whether progress is told.
  var isErrorTerminal = false
  /// After how many bytes nobody reads the output any more.
  var readBytes = Int.max
  /// Whether somebody sits at a terminal, and what they type where it is not shown.
  var isInputTerminal = false
  var secrets: [String] = []
  /// Which word of the command line is taken for no text.
  var unreadableWord: Int?

  init() {
    var template = Array("/tmp/helseportal-test-XXXXXX".utf8CString)
    guard let path = mkdtemp(&template) else { preconditionFailure("no temporary directory") }
    folder = String(cString: path)
  }

  deinit {
    ScratchCopy.removeTree(folder)
  }

  var dataDirectory: String { folder + "/data" }

  func run(_ words: String..., input: String = "") -> Answer {
    run(words, input: input)
  }

  func run(_ words: [String], input: String = "") -> Answer {
    run(words, bytes: Array(input.utf8))
  }

  /// Runs a command on standard input that need not be text.
  func run(_ words: [String], bytes: [UInt8]) -> Answer {
    let readBytes = readBytes
    var output = ""
    var errors = ""
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    if lines.last == [] { lines.removeLast() }
    let console = Console(
      Console.Channels(
        output: {
          output += $0
          return output.utf8.count < readBytes
        },
        error: { errors += $0 },
        input: { lines.isEmpty ? nil : lines.removeFirst() },
        secret: { self.secrets.isEmpty ? .ended : .line(self.secrets.removeFirst()) }
      )
    )
    var variables = ["HELSEPORTAL_DATA": dataDirectory, "LANG": "en_GB.UTF-8", "TMPDIR": "/tmp"]
    variables["XDG_CONFIG_HOME"] = folder + "/config"
    let environment = Environment(
      variable: { variables[$0] },
      isInputTerminal: isInputTerminal,
      isOutputTerminal: false,
      isErrorTerminal: isErrorTerminal,
      executable: #filePath,
      unreadableWord: unreadableWord,
      pinnedClock: { start in
        let pinned = SteppedClock(at: start)
        return pinned.clock
      }
    )
    let surroundings = Surroundings(
      fileSystem: LiveFileSystem(),
      clock: clock.clock,
      randomness: randomness,
      passwordHash: .quick
    )
    let status = Commands.run(
      words,
      environment: environment,
      surroundings: surroundings,
      console: console
    )
    return Answer(status: status, output: output, errors: errors)
  }

  /// Writes a file and returns its path.
  func file(_ name: String, _ text: String) -> String {
    let path = "\(folder)/\(name)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    precondition(write(descriptor, bytes, bytes.count) == bytes.count)
    return path
  }
}

extension PasswordHash {
  /// No hash at all, and so a quick one.
  static let quick = PasswordHash { phrase, setting in
    let head = String(setting.prefix(31))
    return "\(head)$\(phrase)"
  }
}

/// Invented files.
enum SampleFiles {
  /// One person with a general practitioner, a result and a resource that is only kept.
  static let ola = """
    {"resourceType":"Bundle","type":"collection","entry":[
    {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000001","resource":{"resourceType":"Patient",
     "identifier":[{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"12855810016"}],
     "name":[{"given":["Ola"],"family":"Prøve"}],"birthDate":"1958-05-12",
     "generalPractitioner":[{"display":"Lege Legesen"}]}},
    {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000002","resource":{
     "resourceType":"Observation","status":"final","code":{"text":"Kalium"},
     "subject":{"reference":"urn:uuid:00000000-0000-4000-8000-000000000001"},
     "effectiveDateTime":"2026-03-01","valueQuantity":{"value":4.50,"unit":"mmol/L"}}},
    {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000003","resource":{
     "resourceType":"CarePlan","status":"active","intent":"plan","title":"Trening",
     "subject":{"reference":"urn:uuid:00000000-0000-4000-8000-000000000001"}}}]}
    """

  static let kari = """
    {"resourceType":"Patient","id":"kari","name":[{"text":"Kari Prøve"}],
     "identifier":[{"system":"http://hospital.example/pid","value":"77"}]}
    """
}
