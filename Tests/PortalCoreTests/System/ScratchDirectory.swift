import FoundationEssentials
import Glibc
import Testing

@testable import PortalCore

/// A directory of the test's own, mode 0700, removed with everything in it at the end.
final class ScratchDirectory: Sendable {
  let path: String

  init() throws {
    // In memory where there is such a place: the tests sync thousands of times.
    let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(base)/helseportal-test-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  subscript(name: String) -> String {
    "\(path)/\(name)"
  }

  func read(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: self[name])))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let descriptor = open(self[name], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
  }

  /// Every file and directory below, by name: mode, size and content.
  func tree() throws -> [String: String] {
    var entries: [String: String] = [:]
    var folders = [""]
    while let folder = folders.popLast() {
      for entry in try FileManager.default.contentsOfDirectory(atPath: path + folder) {
        let name = "\(folder)/\(entry)"
        var status = stat()
        try #require(lstat(path + name, &status) == 0)
        let mode = String(status.st_mode, radix: 8)
        var content = ""
        switch status.st_mode & S_IFMT {
        case S_IFREG: content = SHA256.digest(try read(name)).hexadecimal
        case S_IFDIR: folders.append(name)
        default: break
        }
        entries[name] = "\(mode) \(content)"
      }
    }
    return entries
  }
}
