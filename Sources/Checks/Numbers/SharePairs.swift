import Literature
import TextAnalysis

/// Two shares that a document prints side by side: of a sentence that has no third, or of a row of a table.
struct SharePairs {
  struct Pair: Hashable, Sendable {
    var first: PrintedNumber
    var second: PrintedNumber
    var span: SourceSpan
  }

  let pairs: [Pair]

  static func shared(in context: CheckContext) -> SharePairs { context.once(Self.self) { SharePairs(context) } }

  /// O(tokens).
  private init(_ context: CheckContext) {
    pairs = context.extract.passages.indices.flatMap { passage -> [Pair] in
      let record = context.extract.passages[passage]
      let text = context.lexed[passage]
      let isRow = record.kind == .tableRow
      guard record.kind != .reference else { return [] }
      let places = isRow ? Self.ofRow(text) : PlainShares.all(in: text)
      let numbers = places.compactMap { index in text.number(index).map { (index, $0) } }
      guard numbers.count >= 2, numbers.count <= 8 else { return [] }
      return numbers.indices.flatMap { left in
        numbers.indices.filter { $0 > left }.map { right in
          let bytes = text.tokens[numbers[left].0].start..<text.tokens[numbers[right].0].end
          return Pair(first: numbers[left].1, second: numbers[right].1, span: record.flow.span(of: bytes))
        }
      }
    }
  }

  /// 212（39.3%）, 19（8.2）: the figure of a bracket behind a count; 40.1%.
  private static func ofRow(_ text: LexedText) -> [Int] {
    text.tokens.indices.filter { index in
      guard text.isNumber(index), let number = text.number(index), number.value <= 100 else { return false }
      if text.isSymbol(index + 1, "%") { return true }
      return text.isSymbol(index - 1, "(") && text.isNumber(index - 2) && text.isSymbol(index + 1, ")")
    }
  }
}
