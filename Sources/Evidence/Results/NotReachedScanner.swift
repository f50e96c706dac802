import Literature
import TextAnalysis

/// Finds medians that were not reached: "was not reached", "NR", 未达到. They stand where a value would.
enum NotReachedScanner {
  private static let phrases = [
    "not reached", "not yet reached", "not been reached", "not yet been reached", "not estimable", "not evaluable",
    "not attained",
  ].map(WordCode.phrase)
  private static let chinese = ["尚未达到", "均未达到", "未达到", "尚未到达", "未到达", "不可评估"]

  private static let beginnings = Needles(["未达到", "未到达", "不可评估"])

  /// Whether a run of Chinese characters holds such words.
  static func mayStand(in run: some Collection<UInt8>) -> Bool { beginnings.stand(in: run) }

  /// The words that stand for a value of an endpoint that counts time, named before them in a sentence of medians, outside `taken`.
  static func quantities(in text: ResultText, endpoints: [EndpointMention], outside taken: [Range<Int>]) -> [Quantity] {
    guard let first = endpoints.first(where: \.isTimeToEvent) else { return [] }
    return text.indices.compactMap { index in
      guard text.tokens[index].start >= first.range.upperBound || text.kind(index) == .han,
        let (tokens, bytes) = words(in: text, at: index), bytes.lowerBound >= first.range.upperBound,
        !taken.contains(where: { $0.overlaps(tokens) }), speaksOfMedians(text, before: index)
      else { return nil }
      let printed = String(decoding: text.utf8[bytes], as: UTF8.self)
      var quantity = Quantity(
        tokens: tokens, value: PrintedNumber(printed: printed, value: 0, decimals: 0), bytes: bytes,
        numberToken: tokens.lowerBound)
      quantity.isNotReached = true
      return quantity
    }
  }

  private static func words(in text: ResultText, at index: Int) -> (tokens: Range<Int>, bytes: Range<Int>)? {
    switch text.kind(index) {
    case .word:
      guard text.tags[index].contains(.notReached) else { return nil }
      for phrase in phrases {
        if let length = text.hasPhrase(phrase, at: index) { return (index..<index + length, text.bytes(index..<index + length)) }
      }
      // As a short form it stands where a value would.
      guard ["NR", "NE"].contains(text.letters(index)), !text.isSymbol(index + 1, anyOf: ["=", ":", "-"]),
        text.tags(index - 1).contains(.verb) || text.tags(index - 1).contains(.versus)
          || text.isSymbol(index - 1, anyOf: ["=", ":", "(", ".", ","])
          || ["to", "and", "of", "as"].contains(text.word(index - 1))
      else { return nil }
      return (index..<index + 1, text.bytes(index..<index + 1))
    case .han:
      let run = text.utf8[text.tokens[index].range]
      for word in chinese {
        if let found = run.firstIndex(ofSequence: word.utf8) { return (index..<index + 1, found..<found + word.utf8.count) }
      }
      return nil
    default: return nil
    }
  }

  private static func speaksOfMedians(_ text: ResultText, before index: Int) -> Bool {
    (0...index).contains { cursor in
      text.tags[cursor].contains(.median)
        || text.kind(cursor) == .han && text.utf8[text.tokens[cursor].range].contains(sequence: "中位".utf8)
    }
  }
}
