import PortalCore

extension CommandContext {
  /// Where a store's secret lies: `$HELSEPORTAL_PEPPER`, else a file for each store in the
  /// configuration directory, outside every data directory and every backup of one.
  func pepperPath(of portal: Portal) -> String {
    if let given = environment["HELSEPORTAL_PEPPER"], !given.isEmpty { return given }
    let name = "/helseportal/pepper-\(portal.settings.store.text)"
    if let base = environment["XDG_CONFIG_HOME"], !base.isEmpty { return base + name }
    return (environment["HOME"] ?? "") + "/.config" + name
  }

  func signIn(to portal: Portal) -> SignIn {
    SignIn(portal, pepper: pepperPath(of: portal))
  }

  /// Who acts in a store where people sign in: `--as`, with the PIN.
  func signedInPerson(in portal: Portal) throws(CommandProblem) -> SignedInPerson {
    if arguments[.pinFile] == "-", arguments.has(.stdinLines) { throw .inputTwice }
    guard let name = arguments[.actor] else { throw .service(.signIn(.needed)) }
    var source = try PinSource(self)
    let pin = try source.next(asking: phrases.askPIN)
    return try asking { () throws(ServiceError) in
      try signIn(to: portal).signIn(as: name, pin: pin)
    }
  }

  /// Whose record somebody who has signed in wants: `--person`, or their own.
  ///
  /// Of somebody who is not there it is said what is said of one whose record they may not open.
  func subject(for person: SignedInPerson, in portal: Portal) throws(CommandProblem) -> Person.ID {
    guard let text = arguments[.person] else { return person.id }
    do {
      return try portal.person(named: text)
    } catch {
      if error == .store(.noSuchPerson) { throw .service(.refused(.roleNotGranted(.proxy))) }
      throw .service(error)
    }
  }

  /// Opens a record for somebody who is there.
  func openRecord(
    _ subject: Person.ID,
    by person: SignedInPerson,
    in portal: Portal
  ) throws(CommandProblem) -> OpenRecord {
    try asking { () throws(ServiceError) in
      try portal.openRecord(of: subject, by: person)
    }
  }
}
