/// Where the attempts of one person, or of one number that nobody has, are kept.
///
/// Both are the same to whoever counts them, so that both cost the same.
struct SignInPlace {
  /// The person; for a number that nobody has, an id that stands for it.
  let id: Person.ID
  let directory: OwnerDirectory
  let fileName: String
  private let store: Store

  private var fileSystem: any FileSystem { store.surroundings.fileSystem }

  init(_ id: Person.ID, _ directory: OwnerDirectory, _ fileName: String, in store: Store) {
    self.id = id
    self.directory = directory
    self.fileName = fileName
    self.store = store
  }

  /// What is kept; of somebody who has never tried, and has no PIN, that there is nothing.
  ///
  /// A file that is not what was written is an error, never nothing.
  func read() throws(StoreError) -> SignInState {
    let bytes = try fileSystem.readOwnFile(fileName, in: directory.descriptor)
    guard let bytes else { return SignInState(store: store.settings.store, owner: id) }
    guard
      let state = try SignInState.decode(bytes, store: store.settings.store, owner: id)
    else { throw .damagedSettings(file: fileName) }
    return state
  }

  /// Replaces it in one step, durably.
  func write(_ state: SignInState) throws(StoreError) {
    try notSaving { () throws(SystemError) in
      try fileSystem.replace(
        fileName,
        SealedFile.encode(state),
        in: directory.descriptor,
        temporary: temporaryName(store.surroundings.randomness)
      )
    }
  }

  func lock() throws(StoreError) -> OwnerLock {
    try OwnerLock.take(directory, surroundings: store.surroundings)
  }
}

extension Store {
  static let unknownName = "unknown"

  /// A person's own place; nil where there is no such person.
  func signInPlace(of id: Person.ID) throws(StoreError) -> SignInPlace? {
    do {
      let directory = try personDirectory(id)
      return SignInPlace(id, directory, SignInState.fileName, in: self)
    } catch {
      if case .noSuchPerson = error { return nil }
      throw error
    }
  }

  /// The place of what was typed, if it is nobody's; made where it is missing, with room in it.
  ///
  /// Made for what is somebody's too: that a folder is there says nothing, and takes as long.
  func signInPlace(ofUnknown name: String, _ pepper: Pepper) throws(StoreError) -> SignInPlace {
    let fileSystem = surroundings.fileSystem
    let id = pepper.id(ofUnknown: name)
    let folder = try notSaving { () throws(SystemError) in
      let unknown = try fileSystem.openOrMakeDirectory(Store.unknownName, in: root)
      let outer = try fileSystem.openOrMakeDirectory(id.firstFolder, in: unknown)
      return try fileSystem.openOrMakeDirectory(id.secondFolder, in: outer)
    }
    let directory = OwnerDirectory(owner: .person(id), descriptor: folder, fileSystem: fileSystem)
    let names = try storing { () throws(SystemError) in try fileSystem.list(directory.descriptor) }
    let known = names.filter { Person.ID($0) != nil && $0 != id.text }
    if known.count >= SignInPolicy.mostUnknownInFolder {
      // The one that was tried the longest ago is forgotten.
      let oldest = known.min { modified($0, in: directory) < modified($1, in: directory) }
      if let oldest { try? fileSystem.remove(oldest, in: directory.descriptor) }
    }
    return SignInPlace(id, directory, id.text, in: self)
  }

  private func modified(_ name: String, in directory: OwnerDirectory) -> Int64 {
    guard let file = try? directory.openOwnFile(name, .read),
      let status = try? surroundings.fileSystem.status(file)
    else { return 0 }
    return status.modified
  }
}
