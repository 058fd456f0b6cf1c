/// Somebody at a practice who wrote or decided something, as it stands in the person's journal.
package struct StaffAuthor: Codable, Hashable, Sendable {
  package var name: String
  package var work: StaffMember.Work
  /// Their id in the practice's own journal; with the practice's it names them.
  package var member: RecordID
  package var practice: Practice.ID
  /// Whether nobody wrote it: the practice of a demonstration answers by itself, and says so.
  package var isSimulated: Bool?

  package init(name: String, work: StaffMember.Work, member: RecordID, practice: Practice.ID) {
    self.name = name
    self.work = work
    self.member = member
    self.practice = practice
  }
}
