extension AnswerTemplate {
  /// What `answer-templates.json` holds, which is part of the program, in its order.
  package static let standard = DataFile.own {
    try AnswerTemplate.all(file: PackageResources.answer_templates_json)
  }

  private struct File: Decodable {
    struct Template: Decodable {
      var id: String
      var use: Use
      var nb: Wording
      var en: Wording
    }

    var templates: [Template]
  }

  static func all(file bytes: [UInt8]) throws -> [AnswerTemplate] {
    let file: File = try DataFile.read(bytes)
    return file.templates.map {
      AnswerTemplate(id: $0.id, use: $0.use, bokmal: $0.nb, english: $0.en)
    }
  }
}
