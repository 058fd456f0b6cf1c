import Glibc

extension SystemError {
  /// Nothing of that name is there.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  /// What stands there is no directory; also a link where a directory should be.
  package var isNoDirectory: Bool { code == ENOTDIR }
  package var isAlreadyThere: Bool { code == EEXIST }
  /// The name is a symbolic link, which is never followed.
  package var isLink: Bool { code == ELOOP }
  package var isNotPermitted: Bool { code == EACCES || code == EPERM }
  package var isReadOnly: Bool { code == EROFS }
  package var isFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }
  package var isTooManyOpenFiles: Bool { code == EMFILE || code == ENFILE }
  package var isDirectory: Bool { code == EISDIR }
}

extension SystemError {
  /// What a write that took in only a part of its bytes amounts to.
  static let noSpace = ENOSPC
  /// What a change amounts to that could not be read again.
  static let invalid = EINVAL
  /// A name that is taken.
  static let alreadyThere = EEXIST
  static let missing = ENOENT
  static let notADirectory = ENOTDIR
  static let readOnly = EROFS
}
