import Literature
import TextAnalysis

/// What is said of the groups: by a verb between them, an adjective behind them, a change, a superlative.
extension GroupStatement {
  static let infix: [(String, Bool)] = [
    ("高于", true), ("低于", false), ("长于", true), ("短于", false), ("多于", true), ("少于", false), ("大于", true), ("小于", false),
    ("重于", true), ("轻于", false), ("早于", false), ("晚于", true), ("快于", true), ("慢于", false),
  ]
  /// Whether better is more depends on what is counted.
  static let judging: [(String, Bool)] = [("优于", true), ("不及", false), ("劣于", false), ("不如", false)]
  private static let infixOrJudging = infix + judging
  /// No statement is made without one of these.
  static let comparing = PhraseSet([], infixOrJudging.map(\.0) + ["以", "较", "比", "更", "稍", "略", "前者", "后者"])
  private static let good = PhraseSet([], ["缓解率", "有效率", "应答率", "生存", "成功率", "治愈率", "达标率", "愈合率", "PFS", "OS", "清除率"])
  static let adjectives: [(String, Bool)] = [
    ("缩短", false), ("延长", true), ("增加", true), ("减少", false), ("升高", true), ("降低", false), ("短", false), ("长", true),
    ("高", true), ("低", false), ("多", true), ("少", false), ("早", false), ("晚", true), ("大", true), ("小", false), ("重", true),
    ("轻", false), ("快", true), ("慢", false),
  ]
  private static let negations = ["未", "不", "没有", "无", "并非", "均"]

  /// - Parameter start: the byte from which on statements are looked for.
  func pairs(from start: Int) -> [Told] {
    (text.firstToken(at: start)..<text.count).filter {
      text.tokens[$0].kind == .han && Self.comparing.occurs(in: text, $0..<$0 + 1)
    }.compactMap { index -> Told? in
      let run = text.string(index)
      guard !Self.negations.contains(where: { run.contains($0) && !run.contains("不及") && !run.contains("不如") }) else {
        return nil
      }
      let pair =
        comparedByVerb(index, run) ?? superlative(index, run) ?? comparedByAdjective(index, run) ?? former(index, run)
        ?? unnamed(index, run)
      return pair.map { Told(pair: $0, start: text.tokens[index].start) }
    }
  }

  static let changes: [(String, Bool)] = [
    ("缩短", false), ("延长", true), ("增加", true), ("减少", false), ("升高", true), ("降低", false), ("短", false), ("长", true),
  ]

  /// 前者缩短 29 min.
  private func former(_ index: Int, _ run: String) -> ComparedPair? {
    guard text.isNumber(index + 1), run.hasPrefix("前者") || run.hasPrefix("后者"),
      let (word, isMore) = Self.changes.first(where: { run == "前者" + $0.0 || run == "后者" + $0.0 }),
      let (first, second) = lastPair(before: text.tokens[index].start)
    else { return nil }
    return run.hasPrefix("前者") ? make(first, second, isMore, word) : make(second, first, isMore, word)
  }

  /// Where a word stands in a token first, in bytes of the text. O(token).
  func place(of word: String, in index: Int) -> (start: Int, end: Int)? {
    text.place(of: word, in: text.tokens[index].range).map { ($0.lowerBound, $0.upperBound) }
  }

  func label(endingIn bytes: Range<Int>) -> String? {
    let found = places.filter { bytes.contains($0.label.end - 1) }
    return found.last?.label.name
  }

  func clauseStart(_ byte: Int) -> Int {
    let token = text.firstToken(at: byte + 1) - 1
    let comma = text.tokens[..<max(0, token)].lastIndex { $0.isSymbol(",") || $0.isSymbol(";") || $0.isSymbol("。") }
    return comma.map { text.tokens[$0].end } ?? 0
  }

  private func clauseEnd(_ byte: Int) -> Int {
    let token = text.firstToken(at: byte)
    let stop = (token..<max(token, text.count)).first { index in
      text.tokens[index].kind == .symbol && !["%", "-", "+", "~"].contains { text.isSymbol(index, $0) }
    }
    return stop.map { text.tokens[$0].start } ?? text.utf8.count
  }

  /// 甲组高于乙组, 前者低于后者.
  private func comparedByVerb(_ index: Int, _ run: String) -> ComparedPair? {
    let isGood = Self.good.occurs(in: text, 0..<index + 1)
    for (verb, isMore) in isGood ? Self.infixOrJudging : Self.infix {
      guard let (start, end) = place(of: verb, in: index) else { continue }
      if run.contains("前者" + verb) || run.contains("前者明显" + verb) || run.contains("前者显著" + verb) {
        guard run.contains(verb + "后者") || !run.contains("组") else { return nil }
        return lastPair(before: start).flatMap { make($0.0, $0.1, isMore, verb) }
      }
      guard let other = label(endingIn: end..<clauseEnd(end)) else { return nil }
      let subject = label(endingIn: clauseStart(start)..<start) ?? places.last { $0.label.end <= start }?.label.name
      guard let subject, subject != other else { return nil }
      return judged(subject, other, isMore, verb, at: start, behind: clauseEnd(end))
    }
    return nil
  }

  /// 甲组较乙组缩短, 甲组的降幅更大, 后者较小.
  private func comparedByAdjective(_ index: Int, _ run: String) -> ComparedPair? {
    for particle in ["较", "比", "更", "稍", "略"] {
      guard let (start, end) = place(of: particle, in: index) else { continue }
      let tail = text.string(end..<max(end, clauseEnd(end)))
      if let (word, isMore) = Self.adjectives.first(where: {
        tail == $0.0 || tail.hasPrefix($0.0) && tail.count <= $0.0.count + 2
      }) {
        let head = text.string(clauseStart(start)..<start)
        if head.contains("后者") || head.contains("前者") {
          guard let (first, second) = lastPair(before: start) else { return nil }
          return head.contains("前者") ? make(first, second, isMore, word) : make(second, first, isMore, word)
        }
        guard let subject = label(endingIn: clauseStart(start)..<start) else { return nil }
        let others = Set(labels.map(\.name)).filter { $0 != subject }
        guard others.count <= 1, Set(labels.map(\.name)).count <= 2 else { return nil }
        guard let other = others.first else { return ofTwoFigures(subject, isMore, word, at: start) }
        return judged(subject, other, isMore, word, at: start, behind: clauseEnd(end), isTold: true)
      }
      guard particle == "较" || particle == "比", let other = labels.first(where: { $0.end > end && $0.end <= clauseEnd(end) })
      else { continue }
      // The adjective behind the other group, with a number or the clause's end behind it.
      let next = text.tokens.indices.first { text.tokens[$0].start >= other.end && text.tokens[$0].kind != .han } ?? text.count
      let stop = next < text.count ? text.tokens[next].start : text.utf8.count
      let words = text.string(other.end..<max(other.end, stop)).filter { $0 != " " }
      guard let (word, isMore) = Self.adjectives.first(where: { words.hasSuffix($0.0) }), words.count <= 6 else { continue }
      let isFormer = text.string(clauseStart(start)..<start).contains("前者")
      let subject = label(endingIn: clauseStart(start)..<start) ?? (isFormer ? labels.first?.name : nil)
      guard let subject, subject != other.name else { return nil }
      return judged(subject, other.name, isMore, word, at: start, behind: clauseEnd(other.end))
    }
    if run.contains("前者比后者"), let (start, end) = place(of: "前者比后者", in: index) {
      let words = text.string(end..<text.tokens[index].end)
      guard let (word, isMore) = Self.adjectives.first(where: { words.hasSuffix($0.0) || words.hasPrefix($0.0) }) else {
        return nil
      }
      return lastPair(before: start).flatMap { make($0.0, $0.1, isMore, word) }
    }
    return nil
  }

  private static let frequencies: [(String, Bool)] = [("多见", true), ("居多", true), ("为多", true), ("少见", false), ("为少", false)]

  /// 皮疹以甲组多见(31 例与 14 例): the first figure is of what is under test.
  private func ofBracket(_ own: String, _ isMore: Bool, _ word: String, behind end: Int) -> ComparedPair? {
    guard let (first, second) = bracket(at: end) else { return nil }
    return Self.controls.contains(where: own.contains) ? make(second, first, isMore, word) : make(first, second, isMore, word)
  }

  /// 以联合组为最高, 以甲组最低: against each of the others; 以甲组为低: against the one other.
  private func superlative(_ index: Int, _ run: String) -> ComparedPair? {
    guard let (start, _) = place(of: "以", in: index) else { return nil }
    guard let own = labels.first(where: { $0.end > start && $0.end <= clauseEnd(start) }) else { return nil }
    let words = text.string(own.end..<max(own.end, clauseEnd(own.end)))
    if let (word, isMore) = Self.frequencies.first(where: { words.hasSuffix($0.0) }), words.count <= 6 {
      return ofBracket(own.name, isMore, word, behind: clauseEnd(own.end))
    }
    guard words.count <= 10, let (word, isMore) = Self.adjectives.first(where: { words.hasSuffix($0.0) }),
      words.contains("为") || words.contains("最") || words.contains("较") || words.contains("更")
    else { return nil }
    let others = Set(labels.map(\.name)).filter { $0 != own.name }
    guard words.contains("最") || others.count == 1 else { return nil }
    return others.sorted().lazy.compactMap { judged(own.name, $0, isMore, word, at: start, behind: clauseEnd(own.end)) }
      .first(where: \.isContradicted)
  }
}
