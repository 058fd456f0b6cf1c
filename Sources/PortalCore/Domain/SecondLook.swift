/// What should be said about a message before it is sent: advice, never a block.
///
/// Goes by whole words and phrases of a list. It knows no grammar (`no chest pain` is a sign too) and
/// errs both ways; whoever asks says so to the person, and lets them send.
package struct SecondLook: Sendable {
  package enum Advice: String, Codable, CaseIterable, Sendable {
    /// It may be an emergency: 113, or 116 117.
    case emergency
    /// It seems to be about somebody's health, and goes to those who may not answer that.
    case healthQuestionToOffice = "health-question-to-office"
  }

  package struct Finding: Hashable, Sendable {
    package let advice: Advice
    /// What in the text gave the advice, as the list writes it: in the order of the text, each once,
    /// at most ``SecondLook/mostPhrases``.
    package let phrases: [String]
  }

  /// How many phrases a finding names.
  package static let mostPhrases = 3

  private struct Phrase: Sendable {
    let advice: Advice
    let text: String
    /// The numbers of its words in the vocabulary.
    let words: [Int]
  }

  private var vocabulary: [[UInt8]: Int] = [:]
  /// The phrases by the last of their words.
  private var phrases: [Int: [Phrase]] = [:]
  private var mostWords = 0
  private var longestWord = 0

  /// - Parameter signs: The phrases that give each advice, in any writing of capitals and accents;
  ///   one without a letter or digit is passed over.
  package init(signs: [(advice: Advice, phrase: String)]) {
    for (advice, text) in signs {
      var words: [Int] = []
      FoldedWords.forEach(of: text, longest: .max) { word in
        words.append(vocabulary[word] ?? vocabulary.count)
        vocabulary[word] = words.last
        longestWord = max(longestWord, word.count)
        return true
      }
      guard let last = words.last else { continue }
      phrases[last, default: []].append(Phrase(advice: advice, text: text, words: words))
      mostWords = max(mostWords, words.count)
    }
  }

  /// What to say about a text, the graver first; empty where nothing is to be said.
  ///
  /// Costs time with the length of the text, and no memory.
  package func advice(on text: String, kind: Message.Kind) -> [Finding] {
    let wanted = SecondLook.advice(for: kind)
    var found: [Advice: [String]] = [:]
    // The numbers of the words just read, as long as each is one of the vocabulary.
    var recent: [Int] = []
    FoldedWords.forEach(of: text, longest: longestWord) { word in
      guard let number = vocabulary[word] else {
        recent.removeAll(keepingCapacity: true)
        return true
      }
      if recent.count == mostWords { recent.removeFirst() }
      recent.append(number)
      for phrase in phrases[number, default: []]
      where wanted.contains(phrase.advice) && recent.suffix(phrase.words.count) == phrase.words[...]
      {
        add(phrase, to: &found)
      }
      return !wanted.allSatisfy { found[$0, default: []].count == SecondLook.mostPhrases }
    }
    return wanted.compactMap { advice in
      found[advice].map { Finding(advice: advice, phrases: $0) }
    }
  }

  private func add(_ phrase: Phrase, to found: inout [Advice: [String]]) {
    let named = found[phrase.advice, default: []]
    guard named.count < SecondLook.mostPhrases, !named.contains(phrase.text) else { return }
    found[phrase.advice] = named + [phrase.text]
  }

  /// What can be wrong with a message of a kind.
  private static func advice(for kind: Message.Kind) -> [Advice] {
    switch kind {
    case .office: [.emergency, .healthQuestionToOffice]
    case .eConsultation, .renewal, .appointmentRequest, .otherService, .imported: [.emergency]
    }
  }
}
