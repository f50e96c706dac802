import Literature
import Statistics
import TextAnalysis

/// A change or difference in words that the row of the table has with the other sign: 上升 0.84 where the cell has −0.84, or 甲组较乙组缩短 28.5 where
/// the first group's figure is greater by as much.
struct RowChange {
  var passage: Int
  /// Bytes of the passage's flow, from the word to the number.
  var range: Range<Int>
  var word: String
  var amount: PrintedNumber
  var row: FigureRows.Row

  private static let rising = ["上升", "升高", "增加", "提高", "延长", "增长", "重", "长", "高", "多"]
  private static let falling = ["下降", "降低", "减少", "缩短", "减轻", "轻", "短", "低", "少"]
  private static let rises = PhraseSet(["rose", "increased", "grew", "climbed"])
  private static let falls = PhraseSet(["fell", "decreased", "declined", "dropped"])
  private static let fillers = ["了", "约"]

  /// O(tokens · rows).
  static func all(in context: CheckContext) -> [RowChange] {
    StatementPlace.own(in: context).flatMap { passage -> [RowChange] in
      let text = context.lexed[passage]
      return text.tokens.indices.compactMap { index in change(text, index, passage, in: context) }
    }
  }

  private static func change(_ text: LexedText, _ index: Int, _ passage: Int, in context: CheckContext) -> RowChange? {
    guard let amount = text.number(index), amount.relation == .equal, amount.value > 0, amount.decimals > 0 || amount.value >= 10,
      index > 0, !text.isSymbol(index + 1, "%"), !text.hanHasPrefix(index + 1, "个百分点"), !text.isSymbol(index + 1, "~"),
      let (word, start, isRise) = word(text, before: index)
    else { return nil }
    let clause = Clauses.all(in: text).first { $0.contains(index) } ?? text.tokens.indices
    let piece = Pieces.atCommas(in: text, clause).first { $0.contains(index) } ?? clause
    let head = piece.lowerBound..<index
    guard !head.isEmpty, !Negation.occurs(in: text, head), let row = FigureRows.shared(in: context).named(in: text, head),
      isDenied(amount, isRise, row, text.string(text.tokens[head.lowerBound].start..<start))
    else { return nil }
    return RowChange(passage: passage, range: start..<text.tokens[index].end, word: word, amount: amount, row: row)
  }

  private static func word(_ text: LexedText, before index: Int) -> (String, Int, Bool)? {
    if text.isWord(index - 1, "by"), index >= 2 {
      let place = index - 2..<index - 1
      if let range = rises.first(in: text, place) { return (text.string(range), range.lowerBound, true) }
      return falls.first(in: text, place).map { (text.string($0), $0.lowerBound, false) }
    }
    guard text.tokens[index - 1].kind == .han else { return nil }
    var run = text.string(index - 1)
    while let filler = fillers.first(where: { run.hasSuffix($0) }) { run.removeLast(filler.count) }
    let end = text.tokens[index - 1].start + run.utf8.count
    if let word = rising.first(where: { run.hasSuffix($0) }) { return (word, end - word.utf8.count, true) }
    return falling.first { run.hasSuffix($0) }.map { ($0, end - $0.utf8.count, false) }
  }

  private static func isDenied(_ amount: PrintedNumber, _ isRise: Bool, _ row: FigureRows.Row, _ subject: String) -> Bool {
    let numbers = row.cells.map(\.number)
    let same = numbers.filter { $0.decimals == amount.decimals && abs(abs($0.value) - amount.value) < 1e-9 }
    if !same.isEmpty {
      // A table of changes, in which a fall has its sign.
      let hasSigns = numbers.contains { $0.value < 0 }
      return hasSigns && same.allSatisfy { ($0.value > 0) != isRise }
    }
    let arms = row.cells.filter { cell in
      cell.head.count >= 2 && cell.number.decimals == amount.decimals && cell.head.hasSuffix("组")
    }
    guard arms.count == 2, let first = place(of: arms[0].head, in: subject) ?? place(of: arms[1].head, in: subject) else {
      return false
    }
    let second = place(of: arms[1].head, in: subject)
    let isFirst = place(of: arms[0].head, in: subject) == first && (second.map { first < $0 } ?? true)
    let difference = arms[isFirst ? 0 : 1].number.value - arms[isFirst ? 1 : 0].number.value
    let half = RoundingInterval.halfUnit(decimals: amount.decimals)
    return abs(abs(difference) - amount.value) < half && (difference > 0) != isRise
  }

  private static func place(of head: String, in subject: String) -> Int? {
    subject.range(of: head).map { subject.utf8.distance(from: subject.startIndex, to: $0.lowerBound) }
  }
}

extension String {
  fileprivate func range(of other: String) -> Range<String.Index>? { firstRange(of: other) }
}
