/// The name under which an attachment is saved: one that can do no harm in a directory.
package enum AttachmentName {
  /// Bytes of a name at most, its ending included; file systems take 255, encrypted ones 143.
  package static let mostBytes = 120

  /// A file name made from a title that somebody else chose.
  ///
  /// The last part of a path, without control characters, without what turns the direction of
  /// writing, without what is not seen, without marks that a file system or a shell takes for
  /// something else, not beginning with a full stop or a hyphen, and with an ending of its type.
  /// That nothing is overwritten is for whoever saves it.
  ///
  /// - Parameters:
  ///   - title: As it was sent; nil where nothing was.
  ///   - type: What the attachment was recognised to be.
  ///   - fallback: What it is called where nothing of the title is left: a safe name, no ending.
  /// - Returns: A name of at most ``mostBytes`` bytes of UTF-8, the fallback being short enough.
  package static func safe(_ title: String?, type: AttachmentType, fallback: String) -> String {
    var name = lastPart(of: title ?? "")
    var ending = type.extensions.first ?? ""
    if let dot = name.lastIndex(of: "."),
      let known = type.extensions.first(where: {
        $0 == name[name.index(after: dot)...].lowercased()
      })
    {
      name = String(name[..<dot])
      ending = known
    }
    let trimmed = trim(shortened(trim(name), toBytes: mostBytes - ending.utf8.count - 1))
    return "\(trimmed.isEmpty ? fallback : trimmed).\(ending)"
  }

  private static func lastPart(of title: String) -> String {
    let part = title.unicodeScalars.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? []
    var kept = String.UnicodeScalarView()
    for scalar in part {
      if isSpace(scalar) {
        kept.append(" ")
      } else if isMark(scalar) {
        kept.append("_")
      } else if !isLeftOut(scalar) {
        kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// Without spaces, full stops and hyphens before it, and without spaces and full stops after it.
  private static func trim(_ name: String) -> String {
    let start = name.unicodeScalars.drop { $0 == " " || $0 == "." || $0 == "-" }
    let end = start.reversed().drop { $0 == " " || $0 == "." }
    return String(String.UnicodeScalarView(end.reversed()))
  }

  /// As many whole characters as fit; whole scalars where one character is longer than that.
  private static func shortened(_ name: String, toBytes limit: Int) -> String {
    guard name.utf8.count > limit else { return name }
    var size = 0
    let characters = name.prefix { character in
      size += character.utf8.count
      return size <= limit
    }
    if !characters.isEmpty { return String(characters) }
    size = 0
    let scalars = name.unicodeScalars.prefix { scalar in
      size += UTF8.width(scalar)
      return size <= limit
    }
    return String(scalars)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .spaceSeparator || scalar == "\t" || scalar == "\n"
  }

  /// What a file system or a shell may take for something else than a letter of a name.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    "<>:\"|?*$`'&;!~#%^{}[]".unicodeScalars.contains(scalar)
  }

  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    // The joiner of two emoji is one of them, and the name does as well without.
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: false
    }
  }
}
