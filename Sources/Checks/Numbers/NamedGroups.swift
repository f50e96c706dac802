import Literature
import TextAnalysis

/// How many people the groups of a document have, by the word that names a group: 针刺组 24 例, "the yoga group (n = 24)", 每组 14 例.
struct NamedGroups {
  /// Every size that is printed with the name.
  private(set) var chinese: [String: Set<Int>] = [:]
  private(set) var english: [String: Set<Int>] = [:]
  /// Of all groups alike.
  private(set) var each: Set<Int> = []

  private static let countWords: [StaticString] = ["例", "名", "人", "位", "只", "眼"]
  private static let equal = PhraseSet(
    ["per group", "per arm", "in each group", "in each arm", "in both groups", "in both arms", "each group", "each arm"],
    ["每组", "各组", "两组各", "三组各"])

  /// O(tokens).
  init(_ context: CheckContext) {
    for index in context.extract.passages.indices where context.extract.passages[index].kind != .reference {
      collect(context.lexed[index])
    }
    for table in context.extract.article.tables {
      for cell in table.cells where cell.isHeader || cell.row == 0 || cell.column == 0 { collect(LexedText(cell.flow.utf8)) }
    }
  }

  private mutating func collect(_ text: LexedText) {
    for index in text.tokens.indices {
      guard let size = Self.size(text, index) else { continue }
      if Self.isEach(text, index) {
        each.insert(size)
      } else if let name = Self.chineseName(text, before: index) {
        chinese[name, default: []].insert(size)
      } else if let name = Self.englishName(text, before: index) {
        english[name, default: []].insert(size)
      }
    }
  }

  private static func size(_ text: LexedText, _ index: Int) -> Int? {
    guard let number = text.number(index), number.decimals == 0, number.value > 2, number.value < 1e5 else { return nil }
    let isCounted = countWords.contains { text.hanHasPrefix(index + 1, $0) } && !text.hanHasPrefix(index + 1, "例数")
    let isN = text.isSymbol(index - 1, "=") && text.isWord(index - 2, "n")
    let isEqual = isEach(text, index)
    return isCounted || isN || isEqual ? Int(exactly: number.value) : nil
  }

  /// 每组 14 例, 30 人/组, "24 per group", "each group (n = 24)".
  private static func isEach(_ text: LexedText, _ index: Int) -> Bool {
    if text.hanHasSuffix(index - 1, "每组") || text.hanHasSuffix(index - 1, "每组各") || text.hanHasSuffix(index - 1, "两组各")
      || text.hanHasSuffix(index - 1, "三组各")
    {
      return true
    }
    if countWords.contains(where: { text.hanHasPrefix(index + 1, $0) }), text.isSymbol(index + 2, "/"),
      text.hanHasPrefix(index + 3, "组")
    {
      return true
    }
    let isN = text.isSymbol(index - 1, "=") && text.isWord(index - 2, "n")
    if isN { return equal.occurs(in: text, max(0, index - 6)..<index) }
    return text.isWord(index + 1, "per") && (text.isWord(index + 2, "group") || text.isWord(index + 2, "arm"))
      || text.isWord(index + 1, "in") && text.isWord(index + 2, "each")
  }

  /// What a Han run up to its last 组 says, where the size is right behind it: 针刺组 24 例, 对照组(n = 24), 训练组为 25 例.
  private static func chineseName(_ text: LexedText, before index: Int) -> String? {
    var cursor = index - 1
    while cursor >= 0, index - cursor <= 4, text.tokens[cursor].kind != .han { cursor -= 1 }
    guard cursor >= 0, index - cursor <= 4, text.tokens[cursor].kind == .han else { return nil }
    let run = text.string(cursor)
    guard let end = run.lastIndex(of: "组"), run.distance(from: end, to: run.endIndex) <= 3 else { return nil }
    // A numeral in front is part of the name: 240 mg 组.
    guard end > run.startIndex else { return nil }
    return String(run[...end])
  }

  private static let nouns: Set<String> = [
    "group", "groups", "arm", "arms", "patients", "participants", "condition", "women", "men", "adults", "children", "controls",
    "subjects", "students", "people",
  ]
  private static let common: Set<String> = [
    "the", "a", "an", "of", "and", "or", "in", "to", "with", "for", "each", "both", "all", "total", "study",
  ]

  /// The last word in front of "(n = 24)" that is no "group".
  private static func englishName(_ text: LexedText, before index: Int) -> String? {
    guard text.isSymbol(index - 3, "(") || text.isSymbol(index - 3, "[") || text.isSymbol(index - 3, ",") else { return nil }
    var cursor = index - 4
    while cursor >= 0, text.tokens[cursor].kind == .word, nouns.contains(text.lowercased(cursor)) { cursor -= 1 }
    guard cursor >= 0, text.tokens[cursor].kind == .word else { return nil }
    let word = text.lowercased(cursor)
    return common.contains(word) || word.utf8.count < 3 ? nil : word
  }

  /// The sizes of the group whose name ends at a 组 of a run, or of which the run's name is the end: the longest name that fits counts.
  func sizes(ofChinese run: Substring) -> Set<Int> {
    let fitting = chinese.keys.filter { run.hasSuffix($0) }
    if let best = fitting.max(by: { $0.count < $1.count }) { return chinese[best] ?? [] }
    // 训练组 of 嗓音训练组: the last two or three characters before 组.
    let tails = [4, 3].compactMap { run.count >= $0 ? String(run.suffix($0)) : nil }
    for tail in tails {
      let known = chinese.keys.filter { $0.hasSuffix(tail) }
      if known.count == 1, let name = known.first { return chinese[name] ?? [] }
    }
    return []
  }
}
