import Literature
import TextAnalysis

/// Of how many studies a piece of a sentence says something: "five of the nine trials", "none of the trials", 各试验均.
struct StudyCount: Hashable, Sendable {
  enum Extent: Hashable, Sendable { case zero, all, exactly(Int), most }

  var extent: Extent
  /// Of how many, where the words tell.
  var total: Int?
  /// Tokens of the count.
  var tokens: Range<Int>

  static let numbers: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20,
  ]
  private static let studies: Set<String> = ["trial", "trials", "study", "studies", "rcts"]
  private static let plain: Set<String> = [
    "single", "included", "individual", "eligible", "randomised", "randomized", "one", "the",
  ]
  /// "Three trials of children" are a part of which the table does not tell.
  private static let narrowing: Set<String> = [
    "with", "of", "in", "that", "which", "from", "for", "using", "comparing", "testing", "among", "where", "whose", "on", "by",
  ]
  private static let verbs: Set<String> = [
    "enrolled", "were", "was", "lasted", "ran", "had", "reached", "randomised", "randomized", "showed", "recruited", "exceeded",
  ]
  /// Whoever speaks of the others has left some out.
  static let narrowed = PhraseSet(
    [
      "among", "subgroup", "these", "those", "them", "other", "others", "remaining", "further", "previous", "earlier", "ongoing",
      "planned", "excluded", "after", "interim",
    ],
    ["亚组", "上述", "其他", "既往", "此外", "另", "中期", "正在", "排除"])

  /// The first of a piece. O(tokens).
  static func of(_ text: LexedText, _ piece: Range<Int>) -> StudyCount? {
    for index in piece {
      if let found = english(text, index, piece) ?? chinese(text, index) { return found }
    }
    return nil
  }

  private static func number(_ index: Int, _ text: LexedText) -> Int? {
    guard text.tokens.indices.contains(index) else { return nil }
    if text.tokens[index].kind == .word { return numbers[text.lowercased(index)] }
    guard let number = text.number(index), number.decimals == 0, number.value < mostStudies else { return nil }
    return Int(number.value)
  }

  private static let mostStudies = 100.0

  private static func word(_ index: Int, _ text: LexedText) -> String {
    text.tokens.indices.contains(index) && text.tokens[index].kind == .word ? text.lowercased(index) : ""
  }

  /// The token behind "of the nine trials", "of nine", "trials", with the total; nil where it is of something else.
  private static func rest(_ start: Int, _ text: LexedText, mayBeBare: Bool) -> (end: Int, total: Int?)? {
    var index = start
    var total: Int?
    if word(index, text) == "of" {
      index += 1
      if word(index, text) == "the" || word(index, text) == "all" { index += 1 }
      total = number(index, text)
      if total != nil { index += 1 }
    }
    while plain.contains(word(index, text)) { index += 1 }
    let isNamed = studies.contains(word(index, text))
    if isNamed { index += 1 }
    guard isNamed || total != nil || mayBeBare && verbs.contains(word(index, text)) else { return nil }
    // "Nine of 12 patients".
    guard
      isNamed || verbs.contains(word(index, text)) || !text.tokens.indices.contains(index)
        || text.tokens[index].kind == .symbol
    else { return nil }
    return narrowing.contains(word(index, text)) ? nil : (index, total)
  }

  private static func english(_ text: LexedText, _ index: Int, _ piece: Range<Int>) -> StudyCount? {
    switch word(index, text) {
    case "none", "no", "neither":
      guard let (end, total) = rest(index + 1, text, mayBeBare: true), word(index, text) != "neither" else { return nil }
      return StudyCount(extent: .zero, total: total, tokens: index..<end)
    case "every", "each":
      guard let (end, _) = rest(index + 1, text, mayBeBare: false) else { return nil }
      return StudyCount(extent: .all, tokens: index..<end)
    case "all":
      if let total = number(index + 1, text) {
        guard let (end, _) = rest(index + 2, text, mayBeBare: true) else { return nil }
        return StudyCount(extent: .all, total: total, tokens: index..<end)
      }
      guard let (end, total) = rest(index + 1, text, mayBeBare: false) else { return nil }
      return StudyCount(extent: .all, total: total, tokens: index..<end)
    case "most":
      guard let (end, total) = rest(index + 1, text, mayBeBare: false), text.isWord(index + 1, "of") || end == index + 2 else {
        return nil
      }
      return StudyCount(extent: .most, total: total, tokens: index..<end)
    default:
      guard let count = number(index, text), !isOrdinalOrName(index, text),
        let (end, total) = rest(index + 1, text, mayBeBare: true)
      else { return nil }
      return StudyCount(extent: .exactly(count), total: total, tokens: index..<end)
    }
  }

  /// "Phase 3 trials", "at least three", "more than three": no plain number of studies.
  private static func isOrdinalOrName(_ index: Int, _ text: LexedText) -> Bool {
    ["phase", "least", "than", "most", "to", "or", "about", "the", "these", "those", "other", "all", "grade", "stage", "last"]
      .contains(word(index - 1, text)) || text.isSymbol(index - 1, "-") || text.isSymbol(index - 1, "[")
      || text.isSymbol(index - 1, "/") || text.isSymbol(index + 1, "-")
  }

  private static let chineseAll = PhraseSet([], ["各试验", "各项试验", "所有试验", "全部试验", "每项试验", "其余试验", "各研究", "所有研究", "其余研究"])
  private static let chineseNone = PhraseSet([], ["无一项试验", "没有一项试验", "无一试验", "无一项研究"])
  private static let chineseNumbers: [(words: PhraseSet, count: Int)] = [
    ("一", 1), ("两", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7), ("八", 8), ("九", 9), ("十", 10),
  ].map { (PhraseSet([], [$0.0 + "项试验", $0.0 + "项研究"]), $0.1) }
  private static let every = PhraseSet([], ["均", "都", "全部"])

  private static func chinese(_ text: LexedText, _ index: Int) -> StudyCount? {
    let own = index..<index + 1
    guard text.tokens[index].kind == .han || text.isNumber(index) else { return nil }
    if chineseNone.occurs(in: text, own) { return StudyCount(extent: .zero, tokens: own) }
    if chineseAll.occurs(in: text, own) { return StudyCount(extent: .all, tokens: own) }
    if text.isNumber(index), text.hanHasPrefix(index + 1, "项试验") || text.hanHasPrefix(index + 1, "项研究") {
      guard let count = number(index, text), !text.hanHasPrefix(index + 1, "项试验中"), !text.hanHasPrefix(index + 1, "项研究中") else {
        return nil
      }
      return every.occurs(in: text, index + 1..<index + 2)
        ? StudyCount(extent: .all, total: count, tokens: index..<index + 2)
        : StudyCount(extent: .exactly(count), tokens: index..<index + 2)
    }
    return nil
  }
}
