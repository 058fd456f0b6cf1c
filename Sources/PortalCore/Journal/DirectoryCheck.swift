/// Looks at what stands in a directory of the store: names, kinds, owners and permissions.
struct DirectoryCheck {
  /// What a name in the directory should be.
  enum Expectation {
    case file
    case directory
    case nothing
  }

  let fileSystem: any FileSystem
  /// What errors call the directory: its path from the data directory on, with a slash at its end.
  let prefix: String

  /// Checks every name against what is expected under it, and returns those that are as they
  /// should be, in order.
  func names(
    in directory: borrowing FileDescriptor,
    _ findings: inout CheckFindings,
    expecting: (String) -> Expectation
  ) -> [String] {
    let names: [String]
    do throws(SystemError) {
      names = try fileSystem.list(directory).sorted()
    } catch {
      findings.problems.append(.unusableFile(prefix, error))
      return []
    }
    return names.filter { name in
      if isTemporary(name) {
        findings.remarks.append(.leftOver(file: prefix + name))
        return false
      }
      switch expecting(name) {
      case .nothing:
        findings.remarks.append(.stray(file: prefix + name))
        return false
      case .file: return isSoundFile(name, in: directory, &findings)
      case .directory: return isSoundDirectory(name, in: directory, &findings)
      }
    }
  }

  private func isSoundFile(
    _ name: String,
    in directory: borrowing FileDescriptor,
    _ findings: inout CheckFindings
  ) -> Bool {
    do throws(StoreError) {
      let file = try fileSystem.openOwnFile(name, in: directory, .read)
      let status = try storing { () throws(SystemError) in try fileSystem.status(file) }
      checkMode(status, name, &findings)
      return true
    } catch {
      if case .unsafeFile = error {
        findings.problems.append(.unsafeFile(prefix + name))
      } else {
        findings.add(error, of: prefix + name)
      }
      return false
    }
  }

  private func isSoundDirectory(
    _ name: String,
    in directory: borrowing FileDescriptor,
    _ findings: inout CheckFindings
  ) -> Bool {
    do throws(SystemError) {
      let inner = try fileSystem.openDirectory(name, in: directory)
      let status = try fileSystem.status(inner)
      checkMode(status, name, &findings)
      if status.owner == fileSystem.user { return true }
      findings.problems.append(.unsafeFile(prefix + name))
    } catch {
      findings.problems.append(
        error.isNoDirectory || error.isLink
          ? .unsafeFile(prefix + name) : .unusableFile(prefix + name, error)
      )
    }
    return false
  }

  private func checkMode(_ status: FileStatus, _ name: String, _ findings: inout CheckFindings) {
    guard status.mode & 0o077 != 0 else { return }
    findings.problems.append(.openToOthers(file: prefix + name, mode: status.mode))
  }
}
