/// A system call that failed: which, on what, and why.
///
/// The name is one of ours (an id, a fixed file name), never one from imported data.
package struct SystemError: Error, Hashable, Sendable {
  package enum Call: String, Sendable {
    case open
    case create
    case makeDirectory
    case status
    case setMode
    case read
    case write
    case synchronize
    case truncate
    case lock
    case rename
    case link
    case remove
    case list
    case random
    case watch
  }

  package let call: Call
  package let name: String
  /// `errno`.
  package let code: Int32

  package init(call: Call, name: String, code: Int32) {
    self.call = call
    self.name = name
    self.code = code
  }
}
