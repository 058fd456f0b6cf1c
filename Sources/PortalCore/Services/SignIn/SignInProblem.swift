/// Why nobody has signed in, or why a PIN was not set.
package enum SignInProblem: Error, Hashable, Sendable {
  /// In this store people sign in: nobody is chosen from a list, or named by its owner.
  case needed
  /// What was typed is neither a national number nor an id: found without looking into the store.
  case notANumber
  /// An unknown number, somebody without a PIN, or a wrong PIN: never which.
  case wrong
  case locked(SignInLock)
  case weak(PIN.Weakness)
  /// Whoever has no PIN yet, or has lost theirs, gets one where it is made sure who they are.
  case oldPINNeeded
  case pepper(PepperProblem)
  /// The C library could not hash; nothing was checked, and nothing counted.
  case hashFailed
  /// Minutes without a key that a session may not last.
  case unusableIdleTime(allowed: ClosedRange<Int>)
}
