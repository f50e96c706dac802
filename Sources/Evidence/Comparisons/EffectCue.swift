import Literature
import TextAnalysis

/// A word by which a sentence tells an effect, at its token.
struct EffectCue: Hashable, Sendable {
  enum Kind: String, Sendable, CaseIterable { case up, down, improve, worsen, same, significant }
  var kind: Kind
  var token: Int
  /// Whether a negation stands before it in reach.
  var isNegated: Bool
  /// Whether it is a comparative such as greater or less, which may weigh the change after it.
  var isComparative = false
}

extension EffectCue.Kind {
  var opposite: Self {
    switch self {
    case .up: .down
    case .down: .up
    case .improve: .worsen
    case .worsen: .improve
    case .same, .significant: self
    }
  }

  /// A change that is said to be greater or less; nil where this is no change.
  func weighed(by comparative: Self) -> Self? {
    guard self != .same, self != .significant else { return nil }
    return comparative == .down ? opposite : self
  }
}

/// Finds the words of effect in English and Chinese.
enum EffectCueScanner {
  /// Ascending by token. O(n).
  static func cues(in text: ResultText) -> [EffectCue] {
    var cues: [EffectCue] = []
    var negations: [Int] = []
    for index in text.indices {
      if isNegation(text, index) { negations.append(index) }
      for kind in kinds(text, index) {
        let near = negations.last.map { index - $0 <= reach && !crossesClause(text, $0..<index) } ?? false
        cues.append(
          EffectCue(
            kind: kind, token: index, isNegated: near || kind != .same && isNegatedHan(text, index),
            isComparative: comparatives.contains(text.word(index))))
      }
    }
    return merged(cues)
  }

  private static let comparatives: Words = [
    "greater", "more", "larger", "higher", "less", "smaller", "lower", "stronger", "weaker", "fewer", "greatest", "largest",
    "most",
  ]

  /// "A greater reduction" is a reduction, "less improvement" is none: the comparative and the change within four tokens after it are
  /// one cue.
  private static func merged(_ cues: [EffectCue]) -> [EffectCue] {
    var result: [EffectCue] = []
    for cue in cues {
      if let last = result.last, last.isComparative, cue.token - last.token <= 4, !cue.isComparative,
        let kind = cue.kind.weighed(by: last.kind)
      {
        result[result.count - 1] = EffectCue(kind: kind, token: cue.token, isNegated: last.isNegated || cue.isNegated)
      } else {
        result.append(cue)
      }
    }
    return result
  }

  /// A negation reaches so many tokens.
  private static let reach = 7

  private static func crossesClause(_ text: ResultText, _ range: Range<Int>) -> Bool {
    range.contains { text.isSymbol($0, anyOf: [";", ","]) || ["but", "whereas", "while"].contains(text.word($0)) }
  }

  private static func isNegation(_ text: ResultText, _ index: Int) -> Bool {
    let word = text.word(index)
    if word == "not", text.word(index + 1) == "only" { return false }
    return negationWords.contains(word)
  }

  private static func isNegatedHan(_ text: ResultText, _ index: Int) -> Bool {
    let run = text.han(index)
    guard !run.isEmpty else { return false }
    return ["无", "未", "不", "没有"].contains { run.utf8.contains(sequence: $0.utf8) }
  }

  private static func kinds(_ text: ResultText, _ index: Int) -> [EffectCue.Kind] {
    switch text.kind(index) {
    case .word:
      if let phrase = phrases.first(where: { text.hasPhrase($0.words, at: index) != nil }) { return [phrase.kind] }
      let word = text.letters(index).lowercased()
      return prefixes.first { word.utf8.starts(with: $0.prefix.utf8) }.map { [$0.kind] } ?? words[word].map { [$0] } ?? []
    case .han:
      let run = text.utf8[text.tokens[index].range]
      return chinese.filter { entry in entry.words.contains { run.contains(sequence: $0.utf8) } }.map(\.kind)
    default: return []
    }
  }

  private static let negationWords: Words = [
    "no", "not", "neither", "nor", "without", "never", "cannot", "failed", "lack", "non", "nonsignificantly", "fail",
    "insignificant",
    "insignificantly",
  ]

  private static let phrases: [(words: String, kind: EffectCue.Kind)] = [
    ("no difference", .same), ("no differences", .same), ("no effect", .same), ("no change", .same), ("no evidence", .same),
    ("well tolerated", .same), ("no impact", .same), ("n s", .same),
  ]

  private static let prefixes: [(prefix: String, kind: EffectCue.Kind)] = [
    ("increas", .up), ("elevat", .up), ("exceed", .up), ("enhanc", .up), ("prolong", .up),
    ("decreas", .down), ("reduc", .down), ("declin", .down), ("diminish", .down), ("attenuat", .down), ("suppress", .down),
    ("inhibit", .down), ("lessen", .down), ("shorten", .down), ("alleviat", .down), ("prevent", .down),
    ("improv", .improve), ("benefi", .improve), ("superior", .improve), ("favor", .improve), ("favour", .improve),
    ("advantag", .improve),
    ("worse", .worsen), ("deteriorat", .worsen), ("detriment", .worsen), ("impair", .worsen),
    ("similar", .same), ("comparabl", .same), ("equivalen", .same), ("noninferior", .same), ("nonsignificant", .same),
    ("insignificant", .same),
    ("significan", .significant),
  ]

  private static let words: [String: EffectCue.Kind] = [
    "higher": .up, "greater": .up, "more": .up, "longer": .up, "rose": .up, "raised": .up, "larger": .up, "gain": .up,
    "gained": .up,
    "upregulated": .up, "stronger": .up, "highest": .up, "greatest": .up, "rise": .up, "faster": .up, "later": .up, "most": .up,
    "lower": .down, "lowered": .down, "less": .down, "fewer": .down, "shorter": .down, "fell": .down, "smaller": .down,
    "drop": .down,
    "dropped": .down, "lowest": .down, "earlier": .down, "slower": .down, "weaker": .down, "fall": .down, "lost": .down,
    "least": .down,
    "loss": .down, "relief": .down, "relieved": .down,
    "better": .improve, "effective": .improve, "efficacious": .improve, "effectively": .improve, "success": .improve,
    "poorer": .worsen, "inferior": .worsen, "poor": .worsen,
    "same": .same, "equal": .same, "equally": .same, "unchanged": .same, "differ": .same, "differed": .significant, "ns": .same,
    "different": .significant, "difference": .significant, "differences": .significant, "unaffected": .same,
  ]

  private static let chinese: [(kind: EffectCue.Kind, words: [String])] = [
    (.same, ["无显著", "无明显", "无统计学", "无差异", "相当", "相似", "相近", "差异不", "未见", "均无"]),
    (.up, ["升高", "增高", "增加", "提高", "上升", "延长", "高于", "更高", "长于", "多于", "优于"]),
    (.down, ["降低", "下降", "减少", "缩短", "低于", "更低", "短于", "少于", "减轻"]),
    (.improve, ["改善", "获益", "更优", "更好"]),
    (.worsen, ["恶化", "更差", "劣于"]),
    (.significant, ["显著", "有统计学意义", "明显"]),
  ]
}
