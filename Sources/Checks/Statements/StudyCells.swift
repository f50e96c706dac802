import Literature
import TextAnalysis

/// Words of a piece that say of what kind studies are, so that the cells of a column tell it: "used placebo", "were open label", "phase 3",
/// 以安慰剂为对照.
struct StudyCells: Hashable, Sendable {
  /// In small letters; every one stands in a cell or in its head.
  let words: [String]

  private static let stemmer = EnglishStemmer()
  /// What carries a kind and is none.
  private static let common: Set<String> = [
    "a", "an", "the", "of", "in", "as", "by", "to", "and", "with", "for", "at", "it", "its", "their", "on", "only", "just",
    "were", "was",
    "is", "are", "had", "have", "did", "used", "use", "uses", "using", "tested", "compared", "comparator", "comparators",
    "controls",
    "chose", "took", "had", "gave", "given", "been", "being", "that", "which", "this", "so", "drug", "drugs", "against", "type",
    "design", "designs",
    "all", "them", "nine", "trial", "trials", "study", "studies", "patients", "participants",
  ]
  private static let commonChinese = [
    "临床试验", "随机试验", "试验", "研究", "使用", "采用", "应用", "选用", "作为", "对照组", "对照", "其中", "只有", "仅有", "全部", "设计", "均", "都", "皆", "仅", "以",
    "为",
    "作", "的", "中", "有", "是", "者", "组", "属", "用", "在", "被", "项", "了", "据表", "可见", "表",
  ]
  private static let doubts = PhraseSet(["or", "rather", "than", "instead", "both", "either"], ["或", "而非", "高于", "低于"])
  /// What studies tell of is no kind of theirs.
  private static let told = PhraseSet(
    [
      "reported", "report", "published", "available", "described", "provided", "measured", "assessed", "showed", "found",
      "contributed",
    ], ["报告", "报道", "发表", "提供", "显示", "发现"])
  private static let mostWords = 3

  /// Nil where a piece has none, too many, or denies them. O(tokens).
  static func of(_ text: LexedText, _ piece: Range<Int>, without count: StudyCount) -> StudyCells? {
    guard !doubts.occurs(in: text, piece), !told.occurs(in: text, piece), StudyTable.outcomes(text, piece).isEmpty,
      !Negation.occurs(in: text, piece) || count.extent == .zero
    else { return nil }
    var words: [String] = []
    var depth = 0
    for index in piece {
      if text.isSymbol(index, "(") || text.isSymbol(index, "[") { depth += 1 }
      if text.isSymbol(index, ")") || text.isSymbol(index, "]") { depth = max(0, depth - 1) }
      guard depth == 0 else { continue }
      words += self.words(text, index, without: count)
    }
    let own = Array(Set(words)).sorted()
    return own.isEmpty || own.count > mostWords ? nil : StudyCells(words: own)
  }

  private static func words(_ text: LexedText, _ index: Int, without count: StudyCount) -> [String] {
    let token = text.tokens[index]
    switch token.kind {
    case .word:
      let word = text.lowercased(index)
      return count.range.contains(token.start) || common.contains(word) ? [] : [stemmer.stem(word)]
    case .number: return count.range.contains(token.start) || text.hanHasPrefix(index + 1, "项") ? [] : [text.string(index)]
    case .han:
      let before = text.string(token.start..<max(token.start, min(token.end, count.range.lowerBound)))
      let behind = text.string(min(token.end, max(token.start, count.range.upperBound))..<token.end)
      return (count.range.overlaps(token.range) ? [before, behind] : [text.string(index)]).flatMap(segments)
    default: return []
    }
  }

  private static func segments(_ words: String) -> [String] {
    var rest = words
    for word in commonChinese where rest.contains(word) { rest = rest.replacing(word, with: " ") }
    return rest.split(separator: " ").map(String.init)
  }

  // MARK: Cells

  /// One answer for each column that has all words, at least one of them in a cell. O(cells).
  func answers(_ table: StudyTable) -> [StudyAnswers] {
    table.heads.keys.sorted().filter { $0 > 0 }.compactMap { column in
      let head = table.heads[column]
      let cells = table.rows.map { $0.cells[column] }
      let own = words.filter { word in cells.contains { Self.holds($0, word) } }
      guard !own.isEmpty, words.allSatisfy({ own.contains($0) || Self.holds(head, $0) }) else { return nil }
      let answers = cells.map { cell -> Bool? in
        guard let cell, cell.tokens.contains(where: Self.isRead) else { return nil }
        return own.allSatisfy { Self.holds(cell, $0) }
      }
      return StudyAnswers(column: column, rows: answers)
    }
  }

  private static func isRead(_ token: Token) -> Bool { token.kind == .word || token.kind == .number || token.kind == .han }

  /// Whether a cell has a word: one of English by its stem, one of Chinese anywhere.
  private static func holds(_ cell: LexedText?, _ word: String) -> Bool {
    guard let cell, let first = word.utf8.first else { return false }
    guard first < 0x80 else { return cell.utf8.holds(word) }
    return stems(of: cell).contains(word)
  }

  /// The stems of a cell's words, as far as they begin as their words do; every claim on a table asks for them again.
  private static func stems(of cell: LexedText) -> Set<String> {
    cell.once(Self.self) {
      Set(
        cell.tokens.indices.compactMap { index in
          guard isRead(cell.tokens[index]) else { return nil }
          let letter = cell.utf8[cell.tokens[index].start]
          let stem = stemmer.stem(cell.lowercased(index))
          return stem.utf8.first == (letter &- 0x41 < 26 ? letter | 0x20 : letter) ? stem : nil
        })
    }
  }
}
