private let temporarySuffix = ".tmp"

/// A name for a file that is not there yet for anybody else.
func temporaryName(_ randomness: Randomness) -> String {
  RecordID(bytes: randomness.bytes(17)).text + temporarySuffix
}

/// Whether a name is one of those: what a crash leaves behind of a file that was being made.
func isTemporary(_ name: String) -> Bool {
  name.hasSuffix(temporarySuffix) && RecordID(String(name.dropLast(temporarySuffix.count))) != nil
}
