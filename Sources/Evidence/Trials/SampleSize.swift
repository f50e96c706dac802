import Literature
import TextAnalysis

/// A number of participants in a sentence: `n = 959`, `1114 例`, `randomised 668 patients`.
enum SampleSize {
  static func size(in lexed: LexedText) -> Int? {
    for index in lexed.tokens.indices where lexed.isNumber(index) {
      guard let number = lexed.number(index), number.decimals == 0, (10...200_000).contains(number.value) else { continue }
      let isN = lexed.isSymbol(index - 1, "=") && lexed.isWord(index - 2, "n")
      let isCounted = lexed.hanHasPrefix(index + 1, "例") || lexed.hanHasPrefix(index + 1, "名")
      let isEnglish = [index + 1, index + 2].contains {
        lexed.isWord($0, "patients") || lexed.isWord($0, "participants") || lexed.isWord($0, "adults")
          || lexed.isWord($0, "subjects")
      }
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
      let isPeople = (index + 1...index + 3).contains { word in people.contains { lexed.isWord(word, $0) } }
      if isChinese || isPeople && !lexed.isSymbol(index + 1, "%") && !lexed.isSymbol(index + 1, "-") { return Int(number.value) }
    }
    return nil
  }

  private static let people: [StaticString] = [
    "patients", "participants", "adults", "subjects", "children", "women", "men", "individuals", "volunteers", "infants",
    "students",
    "adolescents", "smokers", "people",
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
