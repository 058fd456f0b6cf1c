/// How signing in is kept from being guessed: every number of it stands here.
package enum SignInPolicy {
  /// After so many wrong in a row a person is locked until somebody has made sure who they are.
  package static let mostWrong = 10
  /// How long they are locked after 5, 6, 7, 8 and 9 wrong in a row, in minutes.
  package static let lockInMinutes: [Int: Int64] = [5: 1, 6: 5, 7: 15, 8: 60, 9: 240]
  /// How long attempts with a number that nobody has are remembered.
  package static let memoryOfUnknownInDays: Int64 = 30
  /// How many such numbers are remembered in one of 65,536 folders: a million at most in all.
  package static let mostUnknownInFolder = 16

  /// How many seconds somebody is locked who was wrong so often in a row; nil for not at all.
  package static func lock(after wrong: Int) -> Int64? {
    lockInMinutes[wrong].map { $0 * 60 }
  }

  /// After how many minutes without a key a session ends, where the store says nothing else.
  package static let idleMinutes = 30
  /// What a store may say instead; 0 (never) is for rehearsals and demonstrations only.
  package static let allowedIdleMinutes = 3...1440
}
