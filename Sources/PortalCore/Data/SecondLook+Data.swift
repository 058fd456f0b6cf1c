extension SecondLook {
  /// What `second-look.json` says, which is part of the program.
  package static let standard = DataFile.own {
    SecondLook(signs: try SecondLook.signs(file: PackageResources.second_look_json))
  }

  private struct File: Decodable {
    struct Group: Decodable {
      var advice: Advice
      var phrases: [String]
    }

    var signs: [Group]
  }

  static func signs(file bytes: [UInt8]) throws -> [(advice: Advice, phrase: String)] {
    let file: File = try DataFile.read(bytes)
    return file.signs.flatMap { group in
      group.phrases.map { (group.advice, $0) }
    }
  }
}
