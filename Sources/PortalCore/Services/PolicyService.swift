/// The rules on which sources disagree, as a store's owner has chosen them.
extension Portal {
  /// As they are now.
  package func accessPolicy() throws(ServiceError) -> AccessPolicy {
    let settings = try serving { () throws(StoreError) in try store.currentSettings() }
    return settings.accessPolicy ?? AccessPolicy()
  }

  /// Chooses others; they hold for each record that is opened from then on.
  package func setAccessPolicy(
    _ change: (inout AccessPolicy) -> Void
  ) throws(ServiceError) {
    try serving { () throws(StoreError) in
      try store.changeSettings { settings in
        var policy = settings.accessPolicy ?? AccessPolicy()
        change(&policy)
        settings.accessPolicy = policy == AccessPolicy() ? nil : policy
      }
    }
  }
}
