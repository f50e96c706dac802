import Literature
import TextAnalysis

/// A number of participants in a sentence: `n = 959`, `1114 例`, `randomised 668 patients`.
enum SampleSize {
  static func size(in lexed: LexedText) -> Int? {
    for index in lexed.tokens.indices where lexed.isNumber(index) {
      guard let number = lexed.number(index), number.decimals == 0, (10...200_000).contains(number.value) else { continue }
      let isN = lexed.isSymbol(index - 1, "=") && lexed.isWord(index - 2, "n")
      let isCounted = lexed.hanHasPrefix(index + 1, "例") || lexed.hanHasPrefix(index + 1, "名")
      let isEnglish = [index + 1, index + 2].contains { isPeople($0, in: lexed) }
      if isN || isCounted && lexed.tokens[index].range.count >= 2 || isEnglish && saysEnrolled(lexed) { return Int(number.value) }
    }
    return nil
  }

  /// How many people a report says it allocated or took in: not how many it planned, and not those of one group.
  static func allocated(in lexed: LexedText) -> Int? {
    guard saysEnrolled(lexed) || chineseVerbs.stand(in: lexed.utf8), !others.stand(in: lexed.utf8) else { return nil }
    for index in lexed.tokens.indices where lexed.isNumber(index) {
      guard let number = lexed.number(index), number.decimals == 0, (10...200_000).contains(number.value) else { continue }
      let isChinese =
        lexed.tokens[index].range.count >= 2 && (lexed.hanHasPrefix(index + 1, "例") || lexed.hanHasPrefix(index + 1, "名"))
      let isCounted = (index + 1...index + 3).contains { isPeople($0, in: lexed) }
      if isChinese || isCounted && !lexed.isSymbol(index + 1, "%") && !lexed.isSymbol(index + 1, "-") { return Int(number.value) }
    }
    return nil
  }

  /// Whether a token is a word for those who are taken in.
  static func isPeople(_ index: Int, in lexed: LexedText) -> Bool { people.contains { lexed.isWord(index, $0) } }

  private static let people: [StaticString] = [
    "patients", "participants", "adults", "subjects", "children", "women", "men", "individuals", "volunteers", "infants",
    "students", "adolescents", "smokers", "people", "neonates", "boys", "girls", "mothers",
  ]
  /// Plans, parts, and people left out.
  private static let others = Needles([
    "each", "per group", "per arm", "power", "required", "needed", "calculat", "planned", "will be", "excluded", "screened",
    "eligible",
    "approached", "invited", "计划", "每组", "排除", "筛选",
  ])

  private static func saysEnrolled(_ lexed: LexedText) -> Bool {
    lexed.tokens.indices.contains { index in verbs.contains { lexed.isWord(index, $0) } }
  }

  private static let verbs: [StaticString] = [
    "randomized", "randomised", "enrolled", "assigned", "allocated", "included", "recruited", "randomly",
  ]
  private static let chineseVerbs = Needles(["随机", "纳入", "入组"])
}
