import Glibc
import PortalCore

// Nothing this program makes may be read by others, whatever the shell's umask.
umask(0o077)
TerminalSession.forbidMemoryDumps()

let surroundings = Surroundings(
  fileSystem: LiveFileSystem(),
  clock: .live,
  randomness: .live
)
let status = Commands.run(
  Array(CommandLine.arguments.dropFirst()),
  environment: .live(),
  surroundings: surroundings,
  console: .live()
)
exit(status.rawValue)
