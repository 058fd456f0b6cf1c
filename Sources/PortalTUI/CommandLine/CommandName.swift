/// The commands of the program: one row of a table each, from which parsing and help come.
enum CommandName: String, CaseIterable, Sendable {
  /// Without a command: the portal itself.
  case open = ""
  case demo
  case people
  case importing = "import"
  case show
  case search
  case send
  case edit
  case history
  case accessLog = "access-log"
  case grant
  case consent
  case notifications
  case appointment
  case desk
  case gp
  case verify
  case repair
  case backup
  case restore
  case doctor
  case pin
  case policy
  case help
  case version
  /// Writes the demonstration's population anew; for developers.
  case makeSampleData = "make-sample-data"
  /// Draws a page of the demonstration as SVG; for the documentation.
  case picture

  /// Options that every command takes.
  static let commonOptions: Set<Option> = [.data, .language, .help, .version]

  var options: Set<Option> {
    switch self {
    case .open: [.plain, .ascii, .actor, .pinFile, .today]
    case .demo: [.plain, .ascii, .actor, .today]
    case .people: [.json, .today]
    case .importing: [.person, .dryRun, .json, .actor, .pinFile, .today]
    case .show, .search: [.person, .json, .actor, .pinFile, .today]
    case .send:
      [
        .person, .kind, .thread, .subject, .text, .renew, .attach, .stdinLines, .receipts, .actor,
        .pinFile, .today,
      ]
    case .edit: [.person, .record, .base, .set, .json, .actor, .pinFile, .today]
    case .history: [.person, .record, .asOf, .json, .actor, .pinFile, .today]
    case .accessLog:
      [.person, .since, .until, .others, .csv, .json, .actor, .pinFile, .today]
    case .grant:
      [
        .person, .to, .role, .areas, .start, .until, .change, .base, .end, .preview, .sameAddress,
        .foster, .practice, .staff, .reason, .json, .actor, .pinFile, .today,
      ]
    case .consent:
      [
        .person, .level, .erase, .youthLogin, .base, .preview, .json, .actor, .pinFile, .today,
      ]
    case .notifications: [.person, .level, .base, .json, .actor, .pinFile, .today]
    case .appointment:
      [.person, .slot, .record, .base, .text, .reason, .into, .json, .actor, .pinFile, .today]
    case .desk:
      [
        .practice, .staff, .list, .addStaff, .endStaff, .work, .personnelNumber, .person,
        .switching, .reason, .offer, .minutes, .count, .plain, .ascii, .actor, .pinFile, .today,
      ]
    case .gp: [.person, .practice, .staff, .text, .json, .actor, .pinFile, .today]
    case .verify: [.person, .ids, .json, .receipt]
    case .repair: [.person, .from]
    case .backup, .restore: []
    case .doctor: [.allowNetworkFileSystem]
    case .pin: [.person, .actor, .pinFile, .reIdentified, .require, .idle, .today]
    case .policy: [.addressRule, .fosterParents, .youthMessages]
    case .help: [.plain]
    case .version: []
    case .makeSampleData: [.into]
    case .picture: [.actor, .size, .keys]
    }
  }

  /// How many words may follow the command.
  var operandCount: ClosedRange<Int> {
    switch self {
    case .importing: 1...Int(Int32.max)
    case .show, .search, .edit: 1...1
    case .help, .verify, .appointment, .gp: 0...1
    case .backup, .restore: 1...1
    case .open, .demo, .people, .send, .history, .accessLog, .grant, .consent, .notifications,
      .desk, .repair,
      .doctor,
      .pin, .policy,
      .version, .makeSampleData, .picture:
      0...0
    }
  }

  /// As it is called, for help.
  var synopsis: String {
    switch self {
    case .open: "helseportal [--data DIR] [--language nb|nn|en] [--plain] [--as PERSON]"
    case .demo: "helseportal demo [--as PERSON] [--plain] [--today DATE]"
    case .people: "helseportal people [--json]"
    case .importing: "helseportal import FILE... [--person ID] [--dry-run] [--json]"
    case .show: "helseportal show SECTION [--person ID] [--json]"
    case .search: "helseportal search TEXT [--person ID] [--json]"
    case .send:
      "helseportal send [--person ID] [--kind office|e-consultation|appointment-request] "
        + "[--thread ID] [--subject TEXT] [--text TEXT | --stdin-lines] [--renew ID[,ID...]] "
        + "[--attach FILE] [--receipts]"
    case .edit:
      "helseportal edit SECTION [--person ID] --record ID --base VERSION --set FIELD=VALUE... "
        + "[--json]"
    case .history: "helseportal history [--person ID] [--record ID] [--as-of DATE] [--json]"
    case .accessLog:
      "helseportal access-log [--person ID] [--others] [--since DATE] [--until DATE] [--json | --csv]"
    case .grant:
      "helseportal grant [--person ID] (--to PERSON | --change GRANT | --end GRANT) "
        + "[--areas all|registered,patient-record,digital-services] [--start DATE] "
        + "[--until DATE|none] [--preview] [--role FU|FO|VE|TD] [--same-address yes|no [--foster]] "
        + "[--practice ID --staff ID --reason TEXT] [--as PERSON] [--json]"
    case .consent:
      "helseportal consent [--person ID] [--level basis|basis+|full [--preview] | "
        + "--level none (--erase | --preview) | --youth-login yes|no --as PARENT] [--json]"
    case .notifications:
      "helseportal notifications [--level none|limited|normal|full] [--person ID] [--json]"
    case .appointment:
      "helseportal appointment [slots | book --slot ID [--text TEXT] | move --record ID --slot ID | "
        + "cancel --record ID [--reason TEXT] | accept --record ID | ics --record ID [--into FILE]] "
        + "[--person ID] [--base VERSION] [--json]"
    case .desk:
      "helseportal desk [--practice ID] [--staff NAME | --as PERSON] [--plain] | --list | "
        + "--add-staff NAME --work doctor|nurse|reception [--hpr NUMBER] [--person ID] | "
        + "--end-staff ID | --switch SERVICE=on|off [--reason TEXT] | "
        + "--offer DATE [--minutes N] [--count N]"
    case .gp:
      "helseportal gp [show | list [--text WORDS] | change --practice ID --staff ID | undo | "
        + "wait --practice ID --staff ID | leave] [--person ID] [--json]"
    case .verify: "helseportal verify [BACKUP] [--person ID [--receipt RECEIPT]] [--ids] [--json]"
    case .repair: "helseportal repair [--person ID] [--from BACKUP]"
    case .backup: "helseportal backup FILE"
    case .restore: "helseportal restore FILE"
    case .doctor: "helseportal doctor [--allow-network-file-system]"
    case .policy:
      "helseportal policy [--address-rule one-parent-at-address|only-those-at-address] "
        + "[--foster-parents yes|no] [--youth-messages yes|no]"
    case .pin:
      "helseportal pin [--person ID [--re-identified] | --as PERSON] [--pin-file FILE] | --require "
        + "| --idle MINUTES"
    case .help: "helseportal help [COMMAND | access [--plain]]"
    case .version: "helseportal --version"
    case .makeSampleData: "helseportal make-sample-data --into DIR"
    case .picture: "helseportal picture [--as PERSON] [--size 80x24] [--keys KEYS]"
    }
  }
}
