import Literature
import TextAnalysis

/// Whether the words around a result say that its P is not the usual test of "no effect".
enum TestKind {
  private static let english: [StaticString] = [
    "interaction", "heterogeneity", "trend", "noninferiority", "noninferior", "inferiority", "inferior", "equivalence",
    "homogeneity",
    "multiplicity", "bonferroni", "posterior", "credible", "bootstrap", "bootstrapped", "bayesian", "permutation", "exact",
    "fisher",
  ]
  private static let chinese: [StaticString] = ["非劣", "交互", "趋势检验", "异质性", "等效", "自助法", "贝叶斯", "后验", "精确概率", "置换检验"]

  private static let asymmetric = PhraseSet(
    [
      "bootstrap", "bootstrapped", "credible", "bayesian", "posterior", "profile likelihood", "exact", "clopper", "bca",
      "percentile",
    ],
    ["自助法", "贝叶斯", "后验", "轮廓似然", "精确法", "百分位"])

  /// Whether the words around an interval, in its passage or its table's head, caption and notes, say that it need not be
  /// symmetric. O(tokens of these).
  static func hasAsymmetricInterval(card: ResultCard, in context: CheckContext) -> Bool {
    if asymmetric.occurs(in: context.lexed[card.passage]) { return true }
    guard let row = context.extract.passages[card.passage].tableRow else { return false }
    let article = context.extract.article
    guard article.tables.indices.contains(row.table) else { return false }
    let heads = article.tables[row.table].headCells.map(\.flow)
    let words = article.blocks.filter { $0.table == row.table }.map(\.flow)
    return (heads + words).contains { asymmetric.occurs(in: LexedText($0.utf8)) }
  }

  /// Looks at the card's own passage and, for a table row, at the table's header cells. O(tokens of both).
  static func isSpecial(card: ResultCard, in context: CheckContext) -> Bool {
    if context.lexed[card.passage].mentions(english, chinese) { return true }
    guard let row = context.extract.passages[card.passage].tableRow,
      context.extract.article.tables.indices.contains(row.table)
    else { return false }
    return context.extract.article.tables[row.table].cells.contains { cell in
      (cell.isHeader || cell.row == 0) && LexedText(cell.flow.utf8).mentions(english, chinese)
    }
  }
}

extension LexedText {
  /// Whether a Han token contains a word. O(token · word).
  func hanContains(_ index: Int, _ word: StaticString) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .han else { return false }
    let (range, length) = (tokens[index].range, word.utf8CodeUnitCount)
    guard length > 0, range.count >= length else { return false }
    return word.withUTF8Buffer { expected in
      utf8.withUnsafeBufferPointer { bytes in
        var start = range.lowerBound
        while start + length <= range.upperBound {
          var same = 0
          while same < length, bytes[start + same] == expected[same] { same += 1 }
          if same == length { return true }
          start += 1
        }
        return false
      }
    }
  }

  /// Whether any token is one of these words or holds one of these Chinese words.
  func mentions(_ english: [StaticString], _ chinese: [StaticString]) -> Bool {
    tokens.indices.contains { index in
      switch tokens[index].kind {
      case .word: english.contains { isWord(index, $0) }
      case .han: chinese.contains { hanContains(index, $0) }
      case .number, .superscript, .symbol: false
      }
    }
  }
}
