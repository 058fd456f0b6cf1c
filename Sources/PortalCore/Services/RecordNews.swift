/// What other processes have written in an open record.
package enum RecordNews: Hashable, Sendable {
  case none
  /// Only who has looked.
  case accessLog
  /// The record itself.
  case content
}
