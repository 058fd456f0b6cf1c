import Glibc

/// Whether two arrays hold the same bytes (`memcmp`): `==` compares them one by one.
func areSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  let count = one.count
  guard count == other.count else { return false }
  if count == 0 { return true }
  return unsafe one.withUnsafeBufferPointer { one in
    unsafe other.withUnsafeBufferPointer { other in
      guard let one = one.baseAddress, let other = other.baseAddress else { return false }
      return unsafe memcmp(one, other, count) == 0
    }
  }
}
