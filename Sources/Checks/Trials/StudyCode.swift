import Literature
import TextAnalysis

/// The number of a protocol, `RX-HD-21`, printed once with two digits exchanged against all other places.
struct StudyCode: Hashable, Sendable {
  var code: String
  var usual: String
  var span: SourceSpan

  private static let fewestPlaces = 2

  /// In document order. O(tokens + codes²).
  static func slips(in context: CheckContext) -> [StudyCode] {
    var places: [String: [SourceSpan]] = [:]
    for (index, passage) in context.extract.passages.enumerated() where passage.kind != .reference {
      for range in codes(in: context.lexed[index]) {
        places[context.lexed[index].string(range), default: []].append(passage.flow.span(of: range))
      }
    }
    guard places.count > 1 else { return [] }
    let usual = places.filter { $0.value.count >= fewestPlaces }.keys.sorted()
    return places.compactMap { code, spans -> StudyCode? in
      guard spans.count == 1, let span = spans.first,
        let right = usual.first(where: { Array($0.utf8).hasNeighboursExchanged(from: Array(code.utf8)) }),
        zip(code, right).allSatisfy({ $0 == $1 || $0.isNumber && $1.isNumber })
      else { return nil }
      return StudyCode(code: code, usual: right, span: span)
    }.sorted { $0.span.start < $1.span.start }
  }

  /// Two words of capitals or more and a number of two digits or more, joined by hyphens: names of one word are trials' or genes' own.
  private static func codes(in text: LexedText) -> [Range<Int>] {
    text.tokens.indices.compactMap { first in
      guard isCapitals(text, first), !text.isSymbol(first - 1, "-") else { return nil }
      var (last, words) = (first, 1)
      while text.isSymbol(last + 1, "-"), !text.hasGap(before: last + 1), !text.hasGap(before: last + 2),
        isCapitals(text, last + 2)
      {
        (last, words) = (last + 2, words + 1)
      }
      guard words >= 2, text.isSymbol(last + 1, "-"), !text.hasGap(before: last + 1), !text.hasGap(before: last + 2),
        text.isNumber(last + 2), text.tokens[last + 2].range.count >= 2
      else { return nil }
      return text.tokens[first].start..<text.tokens[last + 2].end
    }
  }

  private static func isCapitals(_ text: LexedText, _ index: Int) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].kind == .word
      && text.utf8[text.tokens[index].range].allSatisfy { (0x41...0x5A).contains($0) }
  }
}
