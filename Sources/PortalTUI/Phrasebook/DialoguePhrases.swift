import PortalCore

/// What is said of conversations with the practice, renewals and why something cannot be sent.
protocol DialoguePhrases {
  func problemText(_ problem: DialogueProblem) -> String
  func name(of state: ThreadState) -> String
  func name(of state: PrescriptionRenewal.State) -> String
  func text(for refusal: RenewalRefusal) -> String
}
