extension English {
  func sentence(_ sentence: Sentence) -> String {
    switch sentence {
    case .accessLogExplanation:
      "Every time the record was opened or changed stands here, newest first. The log cannot be "
        + "changed."
    case .cannotWrite: "You cannot write a message now."
    case .coreJournalOrder:
      "Allergies and reactions first, then diagnoses you have now, then earlier diagnoses."
    case .discardAgain:
      "The draft will be deleted and cannot be brought back. Do the same once more to throw it away."
    case .discarded: "The draft is thrown away. Nothing was sent."
    case .documentOrder: "Documents first, then other information. Newest first in each part."
    case .emergency:
      "Do not write if it is urgent. If life is in danger, call 113. If it cannot wait and the "
        + "practice is closed, call the out-of-hours service on 116 117."
    case .emergencyShort:
      "Life in danger: call 113. Urgent while the GP is closed: call 116 117."
    case .emptyPart: "There is nothing in this part."
    case .hasDraft: "You have a draft that has not been sent."
    case .hasDraftHere: "You have begun a reply that has not been sent."
    case .historyExplanation:
      "Nothing is deleted when something changes. Newest first. Open a line to see how it was."
    case .medicationOrder: "Medicines in use first, then earlier ones. Newest first in each part."
    case .newestFirst: "Newest first."
    case .newestMessageFirst: "Newest message first."
    case .noAllergies:
      "There is no information about allergies here. That does not mean that you have none."
    case .noChanges: "There are no changes to show."
    case .noConditions:
      "There is no information about diagnoses here. That does not mean that you have none."
    case .noDispensings: "No dispensing of this prescription is recorded here."
    case .noDocuments: "There are no documents here."
    case .noEvents: "Nobody has opened the record yet."
    case .noMedications:
      "There is no information about medicines here. That does not mean that you take none."
    case .noMembers: "The report has no single results."
    case .noMessages: "You have no messages."
    case .noPeople:
      "There is nobody here yet. Bring in a record with “helseportal import FILE”."
    case .noPractitioner: "Your record names no GP."
    case .noPrescription: "The prescription is not in your record here."
    case .noPrescriptions: "There are no prescriptions here."
    case .noReferenceRange: "The report gives no reference range."
    case .noResults:
      "There are no test results here. Tests you have taken may be with your GP or a hospital."
    case .noSource: "This was made in the portal and has no original."
    case .noText: "The message has no text."
    case .notHere: "Not in your record here"
    case .nothingFound: "Nothing to show yet."
    case .nothingNew: "There is nothing new."
    case .notInterpreted:
      "The portal has no page of its own for this. The original shows everything."
    case .noVaccinations:
      "There is no information about vaccinations here. That does not mean that you have had none."
    case .noValue: "The result has no value"
    case .oneInTwenty:
      "About 1 in 20 healthy people has a result outside the reference range. Ask your GP what the "
        + "result means for you."
    case .onlyResult: "This is the only result you have of this test here."
    case .partInEntries: "What it holds stands in the entries at the bottom."
    case .prescriptionOrder:
      "Prescriptions you can collect first, then earlier ones. Newest first in each part."
    case .reactionWithoutWords: "Reaction without a description"
    case .resultsByAnalysis: "Each test by itself, in alphabetical order, with the newest result."
    case .resultsByDate: "Newest first. The results of a report stand below the report."
    case .sentBeforeChange:
      "The message was stored as it was at the last try. What you have changed since then has not "
        + "been sent. Send again if that is to be sent too."
    case .sourceExplanation: "This is how it stood in the file it came from (FHIR JSON)."
    case .sourceShortened: "Long values are cut. The cuts are marked with …"
    case .statementExplanation: "That is what the information that was brought in says."
    case .subjectHint: "What it is about, in short. May be left empty."
    case .unknownSender: "Unknown sender"
    }
  }
}
