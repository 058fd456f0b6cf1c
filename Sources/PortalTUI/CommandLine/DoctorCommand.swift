import PortalCore

/// `doctor`: what is wrong with the terminal, the locale and the store, and how to mend it.
enum DoctorCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    var checks = try [terminal(context), locale(context), memoryDumps(context)] + data(context)
    checks += signIn(context)
    checks += deliveries(context)
    for check in checks {
      context.console.result("\(check.subject): \(check.isFine ? "✓" : "!") \(check.finding)")
    }
    return checks.allSatisfy { $0.isFine || $0.isWarning } ? .done : .checkFailed
  }

  private struct Check {
    let subject: String
    let isFine: Bool
    /// Whether it is only a warning where it is not fine.
    var isWarning = false
    let finding: String
  }

  private static func terminal(_ context: CommandContext) -> Check {
    let phrases = context.phrases.doctor
    let name = context.environment["TERM"] ?? ""
    guard context.environment.isInputTerminal, context.environment.isOutputTerminal else {
      return Check(subject: phrases.terminal, isFine: true, finding: phrases.notATerminal)
    }
    let isKnown = Terminfo.isKnown(name)
    let finding = isKnown ? phrases.fine : phrases.unknownTerminal
    return Check(
      subject: phrases.terminal,
      isFine: isKnown,
      finding: "\(SafeText(name).text), \(finding)"
    )
  }

  private static func locale(_ context: CommandContext) -> Check {
    let phrases = context.phrases.doctor
    let isUTF8 = Terminfo.isLocaleUTF8()
    return Check(
      subject: phrases.locale,
      isFine: isUTF8,
      finding: isUTF8 ? phrases.fine : phrases.notUTF8
    )
  }

  /// Whether people can sign in, where they have to.
  private static func signIn(_ context: CommandContext) -> [Check] {
    guard let portal = try? context.openPortalUntouched(), portal.settings.signIn == .pin else {
      return []
    }
    let problem = context.signIn(to: portal).pepperProblem()
    let finding = problem.map { context.phrases.text(for: SignInProblem.pepper($0)) }
    return [
      Check(
        subject: context.phrases.signInTitle,
        isFine: problem == nil,
        finding: SafeText(finding ?? context.phrases.signInIsPossible).text
      )
    ]
  }

  /// What others wait for: completes it, and makes the queues anew.
  ///
  /// Nothing where no store opens.
  private static func deliveries(_ context: CommandContext) -> [Check] {
    guard let portal = try? context.openPortalUntouched() else { return [] }
    let phrases = context.phrases
    do {
      let (report, mended) = try portal.rebuildDeliveries()
      return [
        Check(
          subject: phrases.doctor.deliveries,
          isFine: report.due == 0,
          finding: phrases.deliveries(report, mended: mended)
        )
      ]
    } catch {
      let finding = phrases.text(for: CommandProblem.service(error))
      return [Check(subject: phrases.doctor.deliveries, isFine: false, finding: finding)]
    }
  }

  private static func memoryDumps(_ context: CommandContext) -> Check {
    let areOff = context.environment.areMemoryDumpsOff
    return Check(
      subject: context.phrases.memoryDumpsLabel,
      isFine: areOff,
      finding: context.phrases.memoryDumps(areOff: areOff)
    )
  }

  /// Where the data lie; what can be mended there is mended.
  private static func data(_ context: CommandContext) throws(CommandProblem) -> [Check] {
    let phrases = context.phrases.doctor
    let (path, surroundings) = (context.dataDirectory(), context.surroundings)
    let name = SafeText(path).text
    if context.arguments.has(.allowNetworkFileSystem) {
      try asking { () throws(ServiceError) in
        try Portal.allowNetworkFileSystem(path, surroundings: surroundings)
      }
    }
    do throws(ServiceError) {
      let found = try Portal.examine(path, surroundings: surroundings)
      return [Check(subject: phrases.dataDirectory, isFine: true, finding: name)]
        + checks(found, context)
    } catch {
      if case .store(.noDataDirectory) = error {
        let finding = "\(name), \(phrases.missingData)"
        return [Check(subject: phrases.dataDirectory, isFine: true, finding: finding)]
      }
      let finding = context.phrases.text(for: .service(error))
      return [Check(subject: phrases.dataDirectory, isFine: false, finding: finding)]
    }
  }

  private static func checks(_ found: StoreExamination, _ context: CommandContext) -> [Check] {
    let phrases = context.phrases
    var checks = [
      Check(
        subject: phrases.fileSystemLabel,
        isFine: found.canBeWritten && found.fileSystem.guarantee != .volatile,
        isWarning: found.canBeWritten,
        finding: phrases.text(for: found.fileSystem, isAllowed: found.isAllowed)
      ),
      // A warning: many a disk is encrypted where the kernel of this machine cannot see it.
      Check(
        subject: phrases.encryptionLabel,
        isFine: found.encryption == .encrypted,
        isWarning: true,
        finding: phrases.text(for: found.encryption)
      ),
      Check(
        subject: phrases.permissionsLabel,
        isFine: true,
        finding: SafeText(phrases.mended(found)).text
      ),
    ]
    checks += found.problems.map { problem in
      Check(
        subject: phrases.permissionsLabel,
        isFine: false,
        finding: SafeText(phrases.text(for: problem)).text
      )
    }
    let due = phrases.dueWork(
      records: found.records,
      broken: found.broken.count,
      isAll: found.isAll
    )
    checks.append(Check(subject: phrases.recordsLabel, isFine: found.broken.isEmpty, finding: due))
    return checks
  }
}
