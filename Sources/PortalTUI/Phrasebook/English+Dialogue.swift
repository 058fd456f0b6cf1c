import PortalCore

extension English {
  func problemText(_ problem: DialogueProblem) -> String {
    switch problem {
    case .thread(.notPossible(.write, .closed)):
      "The practice has ended the conversation. Write a new message instead."
    case .thread(.notPossible(.write, .rejected)):
      "The practice did not take it up, and the conversation is over. Write a new message instead."
    case .thread(.notPossible(_, let state)):
      "That cannot be done: the conversation is now \(name(of: state).lowercased())."
    case .thread(.changedMeanwhile):
      "Somebody else at the practice was faster. See what stands there now; your text is not lost."
    case .thread(.writtenSince):
      "Something new was written in the conversation. Read it first; your text is not lost."
    case .formerPractice:
      "The conversation is with a practice that is not yours any more. Write to the GP you have now."
    case .serviceOff(let reason): "The practice does not offer this now: \(reason)"
    case .nothingToRenew: "Choose at least one prescription to renew."
    case .notRenewable(_, let refusal):
      "The prescription cannot be renewed: \(text(for: refusal))"
    case .attachment(let refusal): text(for: refusal)
    case .attachmentLost(let name): "The attachment \(name) is not there any more. Attach it again."
    }
  }

  func text(for refusal: AttachmentRefusal) -> String {
    switch refusal {
    case .empty: "The file is empty."
    case .tooLarge(let bytes, let limit):
      "The file is too large: \(megabytes(bytes)). There is room for \(megabytes(limit))."
    case .tooMany(let limit): "There is room for \(limit) attachments in a message."
    case .tooMuchTogether(_, let limit):
      "The attachments are too large together. There is room for \(megabytes(limit))."
    case .notTaken(.heic?):
      "The practice may not be able to open this kind of picture (HEIC). Save it as JPEG."
    case .notTaken(.zip?), .notTaken(.oldOffice?), .notTaken(.rtf?):
      "The file is not text, PDF or a picture. Save the document as PDF."
    case .notTaken: "The file is not text, PDF, PNG or JPEG, and cannot be attached."
    case .textNotUTF8: "The text is in another encoding. Save it as UTF-8."
    case .notAFile: "That is not an ordinary file."
    case .notReadable: "The file cannot be read."
    }
  }

  private func megabytes(_ bytes: Int) -> String { "\((bytes + (1 << 20) - 1) >> 20) MB" }

  func name(of state: ThreadState) -> String {
    switch state {
    case .sent: "Sent"
    case .read: "Read by the practice"
    case .answered: "Answered"
    case .closed: "Closed"
    case .rejected: "Rejected"
    }
  }

  func name(of state: PrescriptionRenewal.State) -> String {
    switch state {
    case .requested: "Renewal asked for"
    case .approved: "Renewed"
    case .declined: "Not renewed"
    case .withdrawn: "Taken back"
    }
  }

  func text(for refusal: RenewalRefusal) -> String {
    switch refusal {
    case .asked: "you have asked, and the doctor has not decided yet."
    case .renewed: "it has been renewed. The new prescription is in the list."
    case .notInUse: "the doctor has taken it back."
    case .tooOld: "it ran out more than a year ago. Book an appointment instead."
    case .missing: "it does not exist, or you may not see it."
    }
  }

  // MARK: - Writing

  var waysTitle: String { "Write to the practice" }

  func waysExplanation(_ practitioner: String) -> String {
    "Choose what it is about. It goes to \(practitioner)."
  }

  func continueUnsent(_ kind: String) -> String { "Continue unsent: \(kind)" }

  func unsent(_ start: String, saved: String) -> String {
    start.isEmpty ? "kept \(saved)" : "“\(start)”, \(saved)"
  }

  var otherDraftFirst: String {
    "An unsent message for another service is there. Send it or throw it away first."
  }

  var wishForTime: String { "None of them suits: write a wish" }

  func practicePhone(_ number: String) -> String { "Telephone to the practice: \(number)" }

  func name(of way: PracticeWay) -> String {
    switch way.service {
    case .common(.office): "Contact the office"
    case .common(.eConsultation): "E-consultation"
    case .common(.prescriptionRenewal): "Renew a prescription"
    case .common(.appointmentBooking): "Book an appointment"
    case .common(.influenzaVaccine): "Order an influenza vaccine"
    case .other(_, let service): service.name
    }
  }

  func brief(_ kind: Message.Kind) -> String {
    switch kind {
    case .office: "practical questions, free"
    case .eConsultation: "questions of health, a fee"
    case .renewal: "the doctor decides"
    case .appointmentRequest: "choose a free time, or write a wish"
    case .otherService: "the office answers"
    case .imported: ""
    }
  }

  func answerBy(_ day: String, from recipient: String) -> String {
    "The message goes to \(recipient). You are to have an answer by \(day)."
  }

  func renewQuestion(_ medicine: String) -> String { "Renew \(medicine)" }

  var renewNothing: String {
    "You have no prescriptions that can be renewed. If there is something you need, you can book an "
      + "appointment."
  }

  var renewComment: String { "A word to the doctor (may be empty)" }

  var attachTitle: String { "Attach a file" }
  var attachField: String { "The file" }
  var attachHint: String { "Text, PDF, PNG or JPEG, at most 10 MB. Write where the file is." }
  func attached(_ name: String) -> String { "\(name) lies with the draft." }
  var detached: String { "The attachments are taken away." }

  func attachment(_ name: String, bytes: Int) -> String {
    bytes < 1 << 20 ? "\(name) (\((bytes + 1023) >> 10) kB)" : "\(name) (\(megabytes(bytes)))"
  }

  func fileProblem(_ problem: InputFile.Problem) -> String {
    switch problem {
    case .missing: "There is no file there."
    case .directory: "That is a folder and not a file."
    case .tooLarge: "The file is too large."
    case .unreadable(let reason): "The file cannot be read: \(reason)."
    }
  }

  var saveAttachmentTitle: String { "Save an attachment" }
  var whichAttachment: String { "Which attachment" }
  func attachmentSaved(_ name: String) -> String { "The attachment is saved in \(name)." }
  func attachmentThere(_ name: String) -> String {
    "There is a file there already: \(name). Choose another name."
  }
  func attachmentNotSaved(_ name: String) -> String {
    "The attachment could not be saved in \(name). Choose another place."
  }

  func advice(_ finding: SecondLook.Finding) -> String {
    let words = finding.phrases.joined(separator: ", ")
    return switch finding.advice {
    case .emergency:
      "The text may be about something that cannot wait (\(words)). Nobody reads the message at once. "
        + "Ring 113 if life is in danger, else 116 117 when the practice is closed."
    case .healthQuestionToOffice:
      "This looks like a question about health (\(words)), which the office does not answer here. "
        + "Choose an e-consultation, or ask for an appointment."
    }
  }

  var sendAnyway: String { "Not sent yet. Send once more to send it as it is." }

  func cost(_ answer: FeeSchedule.Answer) -> String? {
    switch answer {
    case .free(.always): "This is free."
    case .free(.child(let years)): "This is free for children under \(years)."
    case .free(.exemptionCard): "This is free because you have an exemption card."
    case .known(let fee): "The fee is \(fee.kroner) kroner. With an exemption card you pay nothing."
    case .outdated(let fee):
      "The fee was \(fee.kroner) kroner in \(fee.validFrom.year); the new one is not known here. With "
        + "an exemption card you pay nothing."
    case .unknown: nil
    }
  }

  // MARK: - Conversations

  var conversationState: String { "Conversation" }
  var receivedByPractice: String { "Received by the practice" }

  func answerBy(_ day: String, isOverdue: Bool) -> String {
    isOverdue ? "Should have been by \(day). Ring the practice if it is urgent." : "By \(day)"
  }

  var answerByLabel: String { "Answer" }
  var overdue: String { "Overdue" }
  var dialogueReceipts: String { "Receipts" }

  func receipt(_ act: ThreadAct, by author: String, _ time: String) -> String {
    let what =
      switch act {
      case .write: "Written"
      case .read: "Read"
      case .answer: "Answered"
      case .reject: "Rejected"
      case .close: "Closed"
      }
    return "\(what) by \(author), \(time)"
  }

  func author(_ author: StaffAuthor) -> String {
    let work =
      switch author.work {
      case .doctor: "doctor"
      case .nurse: "nurse"
      case .reception: "reception"
      }
    return author.name.isEmpty ? work : "\(author.name) (\(work))"
  }

  var simulated: String { "Rehearsal: the program made this answer. Nobody has read the message." }

  func writtenBy(_ name: String, as role: ProxyRole) -> String {
    "Written by \(name), \(self.name(of: role.role).lowercased())"
  }

  func askedRenewals(_ medicines: [String]) -> String {
    "Asks for renewal of: \(medicines.joined(separator: "; "))"
  }

  var withdrawAction: String { "Take back the wish for renewal" }
  func withdrawAgain(key: String) -> String {
    "The doctor cannot renew it until you ask anew. Press \(key) once more to take the wish back."
  }
  var withdrawn: String {
    "The wish for renewal is taken back. You can ask anew whenever you like."
  }

  var showByPractice: String { "Show by practice and hospital" }
  var archive: String { "Put the conversation away" }
  var unarchive: String { "Take the conversation out" }
  var archived: String { "The conversation is put away. It comes back when somebody writes in it." }
  var unarchived: String { "The conversation is taken out." }
  var archiveTitle: String { "Conversations put away" }
}
