/// How much it tells that two texts share a word: the less, the more statements of a source have it.
enum WordWeights {
  /// Three pairs of characters make about one word.
  private static let ofPair = 0.4
  /// The events that an endpoint counts are weighed too.
  private static let ofEndpoint = 0.5

  /// One over the root of the number of statements. O(words).
  static func of(_ sentences: [SourceSentence]) -> [String: Double] {
    var counts: [String: Int] = [:]
    for statement in sentences.flatMap(\.statements) {
      let words = statement.cells.reduce(statement.topic.words) { $0.union($1.own.words) }
      for word in words { counts[word, default: 0] += 1 }
    }
    return Dictionary(
      uniqueKeysWithValues: counts.map { word, count in
        let weight = (1 / Double(count)).squareRoot()
        if !OutcomeVocabulary.events(of: word).isEmpty { return (word, ofEndpoint * weight) }
        let isPair = word.utf8.count == 6 && word.utf8.allSatisfy { $0 >= 0x80 }
        return (word, isPair ? ofPair * weight : weight)
      })
  }
}
