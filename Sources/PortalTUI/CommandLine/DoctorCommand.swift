import PortalCore

/// `doctor`: what is wrong with the terminal, the locale and the store, and how to mend it.
enum DoctorCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let checks = [terminal(context), locale(context), data(context)] + deliveries(context)
    for check in checks {
      context.console.result("\(check.subject): \(check.isFine ? "✓" : "!") \(check.finding)")
    }
    return checks.allSatisfy(\.isFine) ? .done : .checkFailed
  }

  private struct Check {
    let subject: String
    let isFine: Bool
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

  private static func data(_ context: CommandContext) -> Check {
    let phrases = context.phrases.doctor
    let path = SafeText(context.dataDirectory()).text
    do {
      _ = try context.openPortalUntouched()
      return Check(
        subject: phrases.dataDirectory,
        isFine: true,
        finding: "\(path), \(phrases.fine)"
      )
    } catch .service(.store(.noDataDirectory)) {
      return Check(
        subject: phrases.dataDirectory,
        isFine: true,
        finding: "\(path), \(phrases.missingData)"
      )
    } catch .service(.store(.unsafeDataDirectory)) {
      return Check(
        subject: phrases.dataDirectory,
        isFine: false,
        finding: phrases.wrongModes + path
      )
    } catch {
      return Check(
        subject: phrases.dataDirectory,
        isFine: false,
        finding: context.phrases.text(for: error)
      )
    }
  }
}
