extension English {
  func name(of status: ClinicalStatus) -> String {
    switch status {
    case .active: "Active"
    case .recurrence: "Come back"
    case .relapse: "Relapse"
    case .inactive: "Not active now"
    case .remission: "No signs of it now"
    case .resolved: "Over"
    }
  }

  func name(of status: VerificationStatus) -> String {
    switch status {
    case .unconfirmed: "Not confirmed"
    case .presumed: "Presumed"
    case .provisional: "Provisional"
    case .differential: "One of several possible"
    case .confirmed: "Confirmed"
    case .refuted: "Ruled out"
    case .enteredInError: "Entered by mistake"
    }
  }

  func name(of type: AllergyType) -> String {
    switch type {
    case .allergy: "Allergy"
    case .intolerance: "Intolerance"
    }
  }

  func name(of category: AllergyCategory) -> String {
    switch category {
    case .food: "food"
    case .medication: "medicine"
    case .environment: "surroundings"
    case .biologic: "biological substance"
    }
  }

  func name(of criticality: Criticality) -> String {
    switch criticality {
    case .low: "Low risk of a serious reaction"
    case .high: "May cause a life-threatening reaction"
    case .unableToAssess: "The risk cannot be assessed"
    }
  }

  func name(of severity: ReactionSeverity) -> String {
    switch severity {
    case .mild: "mild reaction"
    case .moderate: "moderate reaction"
    case .severe: "severe reaction"
    }
  }

  func name(of status: RecordStatus) -> String {
    switch status {
    case .active: "Active"
    case .amended: "Amended"
    case .appended: "Added to"
    case .booked: "Booked"
    case .cancelled: "Cancelled"
    case .completed: "Completed"
    case .corrected: "Corrected"
    case .current: "Current"
    case .declined: "Declined"
    case .draft: "Draft"
    case .enteredInError: "Entered by mistake"
    case .final: "Final"
    case .finished: "Finished"
    case .fulfilled: "Fulfilled"
    case .inactive: "Inactive"
    case .inProgress: "In progress"
    case .notDone: "Not done"
    case .onHold: "On hold"
    case .planned: "Planned"
    case .preliminary: "Preliminary"
    case .preparation: "Being prepared"
    case .proposed: "Proposed"
    case .revoked: "Revoked"
    case .stopped: "Stopped"
    case .superseded: "Replaced by a newer one"
    case .unknown: "Unknown"
    }
  }

  func statement(_ statement: AbsentStatement) -> String {
    switch statement {
    case .noAllergyInformation: "No information about allergies"
    case .noKnownAllergies: "No known allergies"
    case .noKnownMedicationAllergies: "No known allergy to medicines"
    case .noKnownEnvironmentalAllergies: "No known allergy to anything in the surroundings"
    case .noKnownFoodAllergies: "No known allergy to food"
    case .noMedicationInformation: "No information about medicines"
    case .noKnownMedications: "No known medicines in use"
    case .noProblemInformation: "No information about illnesses"
    case .noKnownProblems: "No known illnesses"
    case .noImmunizationInformation: "No information about vaccinations"
    case .noKnownImmunizations: "No known vaccinations"
    }
  }

  func emptyPart(_ reason: EmptyReason) -> String {
    switch reason {
    case .noneKnown: "Nothing is known here."
    case .notAsked: "This was not asked about."
    case .withheld: "What it holds is withheld."
    case .unavailable: "What it holds is not available."
    case .notStarted: "The work on this has not begun."
    case .closed: "This is closed."
    }
  }
}
