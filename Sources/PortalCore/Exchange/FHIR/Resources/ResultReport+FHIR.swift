extension ResultReport {
  /// Reads a DiagnosticReport: https://hl7.org/fhir/R4/diagnosticreport.html.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    self.init(
      code: try resource.conceptOrNarrative("code"),
      status: try node.string("status") ?? "unknown"
    )
    categories = try node.concepts("category")
    effective = try node.moment("effective")
    issued = try node.date("issued")
    results = try resource.references("result")
    conclusion = try node.string("conclusion")
    conclusionCodes = try node.concepts("conclusionCode")
    performers = try resource.references("performer")
    // Where nothing is structured the narrative is the report.
    if results.isEmpty, conclusion == nil, conclusionCodes.isEmpty {
      conclusion = resource.narrative
    }
  }
}
