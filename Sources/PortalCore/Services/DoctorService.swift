extension Portal {
  /// Looks at where a store lies and mends permissions and what crashes left; records are not
  /// touched.
  package static func examine(
    _ path: String,
    surroundings: Surroundings,
    kernel: DiskEncryption.Kernel = .live
  ) throws(ServiceError) -> StoreExamination {
    try serving { () throws(StoreError) in
      var doctor = StoreDoctor(surroundings)
      try doctor.examine(path, kernel: kernel)
      return doctor.findings
    }
  }

  /// Tells a store that it may lie on a file system that is not a disk of this machine; makes the
  /// store where there is none.
  package static func allowNetworkFileSystem(
    _ path: String,
    surroundings: Surroundings
  ) throws(ServiceError) {
    try serving { () throws(StoreError) in
      let id = RecordID(bytes: surroundings.randomness.bytes(17))
      let store = try Store(
        at: path,
        creating: {
          var settings = StoreSettings(store: id)
          settings.allowsNetworkFileSystem = true
          return settings
        },
        use: .reading,
        surroundings: surroundings
      )
      try store.changeSettings { $0.allowsNetworkFileSystem = true }
    }
  }
}
