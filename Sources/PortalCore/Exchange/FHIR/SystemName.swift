/// The one name by which the portal knows a code or identifier system that has several.
///
/// Norwegian registers are named by their OID; files also write the bare OID and addresses of HL7
/// Norge and Helsedirektoratet (`fhir.md` 2 and 3).
enum SystemName {
  /// The name the portal knows; one without another name stays as it is.
  static func canonical(_ name: String) -> String {
    if let alias = aliases[name] { return alias }
    for prefix in registerAddresses where name.hasPrefix(prefix) {
      let number = name.dropFirst(prefix.count)
      guard decimal(number.utf8) != nil else { return name }
      return canonical(registerOID + number)
    }
    return isBareOID(name) ? canonical("urn:oid:" + name) : name
  }

  /// Whether a name means the same wherever it stands: a URN or an absolute address.
  static func isAbsolute(_ name: String) -> Bool {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = name.utf8[..<colon]
    let isScheme = scheme.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    return scheme.count >= 2 && isScheme && name.utf8.count > scheme.count + 2
  }

  private static let registerOID = "urn:oid:2.16.578.1.12.4.1.1."

  private static let registerAddresses = [
    "http://helsedir.no/fhir/CodeSystem/no-kodeverk-",
    "https://helsedir.no/fhir/CodeSystem/no-kodeverk-",
    "urn:uid:2.16.578.1.12.4.1.1.",
  ]

  private static let aliases = [
    "http://hl7.no/fhir/NamingSystem/FNR": CodeSystem.birthNumber,
    "http://hl7.no/fhir/NamingSystem/DNR": CodeSystem.dNumber,
    "http://hl7.no/fhir/NamingSystem/FHNR": CodeSystem.sharedHelpNumber,
    "http://hl7.no/fhir/NamingSystem/FHN": CodeSystem.sharedHelpNumber,
    "http://hl7.no/fhir/NamingSystem/HPR": CodeSystem.practitionerNumber,
    "http://hl7.no/fhir/NamingSystem/HERid": CodeSystem.communicationParty,
    "http://hl7.no/fhir/NamingSystem/DUFN": "urn:oid:2.16.578.1.12.4.1.4.5",
    "http://hl7.org/fhir/sid/icd-10-no": CodeSystem.icd10,
    "http://hl7.org/fhir/sid/icpc-2": CodeSystem.icpc2,
    "urn:oid:2.16.840.1.113883.6.139": CodeSystem.icpc2,
    "urn:oid:2.16.578.1.12.4.1.1.7180": CodeSystem.atc,
    "urn:oid:2.16.840.1.113883.6.73": CodeSystem.atc,
    "https://www.whocc.no/atc": CodeSystem.atc,
    "urn:oid:2.16.840.1.113883.6.96": CodeSystem.snomed,
    "urn:oid:2.16.840.1.113883.6.1": CodeSystem.loinc,
    "urn:oid:2.16.840.1.113883.6.8": CodeSystem.unitsOfMeasure,
  ]

  /// `2.16.578.1`, at least three numbers with points between them.
  private static func isBareOID(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x30...0x32).contains(first) else { return false }
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count >= 3
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
