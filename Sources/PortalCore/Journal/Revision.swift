/// One version of a record with its place in the journal.
package struct Revision: Sendable {
  package let record: Record
  package let sequence: Int
  package let time: Instant
  package let attribution: Attribution
}
