/// Who is known by which number: one file for each, named by a keyed hash of the number.
extension Store {
  /// Who is known by this text (a number within its system), if anybody is.
  func person(knownBy identity: String) throws(StoreError) -> Person.ID? {
    let name = identityName(identity)
    let fileSystem = surroundings.fileSystem
    let folder = try storing { () throws(SystemError) -> FileDescriptor? in
      guard let identities = try fileSystem.openIfThere("identities", in: root),
        let outer = try fileSystem.openIfThere(String(name.prefix(2)), in: identities)
      else { return nil }
      return try fileSystem.openIfThere(String(name.dropFirst(2).prefix(2)), in: outer)
    }
    guard let folder, let bytes = try fileSystem.readOwnFile(name, in: folder) else { return nil }
    guard let id = owner(in: bytes, name: name) else {
      throw .damagedSettings(file: "identities/\(name)")
    }
    return id
  }

  /// Lets a person be known by this text, unless somebody is already; returns who is.
  func claim(_ identity: String, for id: Person.ID) throws(StoreError) -> Person.ID {
    let name = identityName(identity)
    let fileSystem = surroundings.fileSystem
    let isNew = try notSaving { () throws(SystemError) in
      let outer = try sharedFolder(String(name.prefix(2)), in: "identities")
      let inner = try fileSystem.openOrMakeDirectory(
        String(name.dropFirst(2).prefix(2)),
        in: outer
      )
      return try fileSystem.create(
        name,
        claim(id, name),
        in: inner,
        temporary: temporaryName(surroundings.randomness)
      )
    }
    if isNew { return id }
    guard let owner = try person(knownBy: identity) else { throw .busy }
    return owner
  }

  /// Lets a person be known by what stands for somebody whose record is empty, if it still does and
  /// still is: an import that died between two claims has left that.
  ///
  /// Holds the other's lock, under which an import makes sure that the record it adds to is still
  /// that of the person its file speaks of.
  func moveClaim(
    _ identity: String,
    from other: Person.ID,
    to id: Person.ID
  ) throws(StoreError) {
    let system = Attribution(
      actor: .system,
      subject: .person(other),
      basis: Basis(role: .importer)
    )
    _ = try journal(of: other).append(system) { contents throws(StoreError) in
      guard contents.isEmpty, try person(knownBy: identity) == other else { return [] }
      let name = identityName(identity)
      let fileSystem = surroundings.fileSystem
      try notSaving { () throws(SystemError) in
        let identities = try fileSystem.openDirectory("identities", in: root)
        let outer = try fileSystem.openDirectory(String(name.prefix(2)), in: identities)
        let inner = try fileSystem.openDirectory(String(name.dropFirst(2).prefix(2)), in: outer)
        try fileSystem.replace(
          name,
          claim(id, name),
          in: inner,
          temporary: temporaryName(surroundings.randomness)
        )
      }
      return []
    }
  }

  /// The name of an identity on disk: keyed, so that a number cannot be found by trying them all
  /// without the key.
  private func identityName(_ identity: String) -> String {
    SHA256.authenticationCode(Array(identity.utf8), key: identityKey).hexadecimal
  }

  /// What an identity's file holds: the person, and a code that ties them to the name.
  private func claim(_ id: Person.ID, _ name: String) -> [UInt8] {
    let code = SHA256.authenticationCode(Array((id.text + name).utf8), key: identityKey)
    return Array("\(id.text) \(code.hexadecimal)\n".utf8)
  }

  /// The person that an identity's file names, if it holds what was written under that name.
  func owner(in bytes: [UInt8], name: String) -> Person.ID? {
    guard let id = Person.ID(String(decoding: bytes.prefix(26), as: UTF8.self)),
      bytes == claim(id, name)
    else { return nil }
    return id
  }
}
