/// Why a whole file is refused: nothing in it could be read with safety.
///
/// Holds no content of the file beyond names of types and elements, and places.
package enum FHIRImportError: Error, Hashable, Sendable {
  /// Nothing but white space.
  case empty
  case notJSON(JSONError)
  /// A file of one resource a line has a line that is not JSON; the place names it.
  case unreadableLine(JSONError)
  /// XML by its first character: FHIR perhaps, but not in the form that is read here.
  case xml
  /// JSON whose outermost value is no resource, no Bundle and no list of them.
  case notFHIR(JSONPlace)
  /// A resource within a Bundle, a list or a line does not say what it is.
  case missingResourceType(JSONPlace)
  /// A Bundle whose parts have the wrong shape.
  case malformedBundle(element: String, JSONPlace)
  /// FHIR, but not R4: one of the types that show it, and where.
  case otherVersion(FHIRVersion, resourceType: String, JSONPlace)
  /// The payload of an EU certificate of vaccination, test or recovery, which is not FHIR.
  case digitalCovidCertificate
  /// Resources that several people share would have to be copied too many times.
  case tooManyCopies(limit: Int)
}

/// A version of FHIR that is not read here.
package enum FHIRVersion: String, Hashable, Sendable {
  case dstu2 = "DSTU2"
  case stu3 = "STU3"
  /// Older than R4; nothing in the file tells DSTU2 and STU3 apart.
  case beforeR4 = "DSTU2/STU3"
  case r5 = "R5"
}
