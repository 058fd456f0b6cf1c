/// What `store.json` says now, which another process may have changed since the store was opened.
extension Store {
  func currentSettings() throws(StoreError) -> StoreSettings {
    guard let bytes = try surroundings.fileSystem.readOwnFile(Store.settingsName, in: root) else {
      throw .damagedSettings(file: Store.settingsName)
    }
    return try StoreSettings.decode(bytes)
  }

  /// Changes the settings in one step, durably; of two who do so at once none is lost.
  func changeSettings(_ change: (inout StoreSettings) -> Void) throws(StoreError) {
    let fileSystem = surroundings.fileSystem
    // The directory itself is the lock: it is there in every store, and nobody else locks it.
    let deadline = surroundings.clock.milliseconds() + OwnerLock.patienceInMilliseconds
    while !(try storing { () throws(SystemError) in try fileSystem.tryLock(root) }) {
      guard surroundings.clock.milliseconds() < deadline else { throw .busy }
      surroundings.clock.sleep(5)
    }
    defer { fileSystem.unlock(root) }
    var settings = try currentSettings()
    let before = settings
    change(&settings)
    guard settings != before else { return }
    let bytes = settings.encoded()
    try notSaving { () throws(SystemError) in
      try fileSystem.replace(
        Store.settingsName,
        bytes,
        in: root,
        temporary: temporaryName(surroundings.randomness)
      )
    }
  }
}
