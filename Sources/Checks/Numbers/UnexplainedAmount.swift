import Literature
import Statistics
import TextAnalysis

/// By how much a risk changed, in percent or as a fraction, where the ratio of that outcome says another amount and no ratio or pair of shares of
/// the document gives the one that is told: "RR 0.82, a relative risk reduction of 28%"; "raised by 57% in relative terms" beside a row with 1.28.
///
/// The figures decide and not the wording: a share that any of them explains is left alone.
struct UnexplainedAmount {
  var passage: Int
  /// Bytes of the passage's flow, from the word of change to the amount.
  var range: Range<Int>
  /// In percent, as the ratio is printed.
  var amount: Double
  /// Index into `Extract.results`.
  var card: Int

  private static let less = PhraseSet(
    [
      "reduced", "reduces", "reduce", "reduction", "reductions", "lower", "lowered", "lowers", "cut", "cuts", "decrease",
      "decreased",
      "decreases", "fell", "fewer", "less", "fall", "decline", "declined", "diminished", "rarer",
    ],
    ["降低", "下降", "减少", "减低", "低", "少"])
  private static let more = PhraseSet(
    [
      "raised", "raises", "raise", "increase", "increased", "increases", "higher", "rose", "rise", "greater", "more", "gain",
      "gained",
      "excess", "commoner", "likelier",
    ],
    ["升高", "增加", "上升", "增高", "提高", "高", "多", "增多"])
  private static let risk = PhraseSet(
    [
      "risk", "risks", "hazard", "hazards", "odds", "incidence", "rate", "rates", "relative", "relatively", "mortality", "deaths",
      "death",
      "events", "likelihood", "frequency", "frequent", "often", "likely", "common", "chance",
    ],
    ["风险", "危险", "率", "优势", "相对", "可能性", "死亡", "发生", "比值"])
  private static let otherwise = PhraseSet(
    [
      "absolute", "points", "from", "weight", "pressure", "dose", "aimed", "power", "subgroup", "subgroups", "among", "interim",
      "per protocol", "assumed", "assuming", "expected", "planned", "hypothesised", "hypothesized", "detect", "if", "would",
      "at least",
      "or more", "baseline", "upper", "lower limit", "upper limit", "interval", "per", "each", "every", "crude", "unadjusted",
      "responders", "defined", "heterogeneity", "variance", "confidence", "credible", "as much as", "up to", "ci",
      "inconsistency",
    ],
    [
      "绝对", "百分点", "体重", "血压", "剂量", "把握度", "预期", "亚组", "期中", "中期", "方案集", "假设", "基线", "上限", "下限", "区间", "每", "以上", "至少", "由",
      "从", "粗", "定义", "异质", "拟", "者中",
    ])
  private static let (nearBefore, nearBehind) = (6, 4)
  private static let farOff = 3.0

  /// O(tokens), and for each amount O(figures).
  static func all(in context: CheckContext) -> [UnexplainedAmount] {
    guard context.isShort else { return [] }
    let ratios = ratios(in: context)
    guard !ratios.isEmpty else { return [] }
    return context.extract.passages.indices.flatMap { passage -> [UnexplainedAmount] in
      guard context.extract.passages[passage].kind == .sentence else { return [] }
      let text = context.lexed[passage]
      guard risk.occurs(in: text) else { return [] }
      return Clauses.all(in: text).flatMap { clause -> [UnexplainedAmount] in
        guard !otherwise.occurs(in: text, clause) else { return [] }
        return amounts(text, clause).compactMap { told in
          guard !isCited(told.range, passage, text, clause, in: context),
            let card = meant(told, passage, clause, ratios, in: context),
            !isExplained(told, passage, card, ratios, in: context)
          else {
            return nil
          }
          return UnexplainedAmount(passage: passage, range: told.range, amount: told.percent, card: card)
        }
      }
    }
  }

  /// What stands in one piece with a callout is of others.
  private static func isCited(
    _ bytes: Range<Int>, _ passage: Int, _ text: LexedText, _ clause: Range<Int>, in context: CheckContext
  ) -> Bool {
    let flow = context.extract.passages[passage].flow
    let piece = Pieces.atCommas(in: text, clause).first { text.tokens[$0.upperBound - 1].end > bytes.lowerBound } ?? clause
    let own = text.tokens[piece.lowerBound].start..<text.tokens[piece.upperBound - 1].end
    return context.extract.citations.contains { citation in
      citation.passage == passage && (flow.flowOffset(ofSource: citation.span.start).map(own.contains) ?? true)
    }
  }

  private static func ratios(in context: CheckContext) -> [Int] {
    context.results.indices.filter { index in
      guard Measure.isRatio(context.results[index].measure), let value = context.results[index].value else { return false }
      return value.relation == .equal && value.value > 0 && value.decimals > 0
    }
  }

  // MARK: What is told

  private struct Told {
    var percent: Double
    var slack: Double
    var isMore: Bool
    var range: Range<Int>
  }

  private static func amounts(_ text: LexedText, _ clause: Range<Int>) -> [Told] {
    let printed = clause.compactMap { index -> Told? in
      guard text.isSymbol(index + 1, "%"), let number = text.number(index), number.relation == .equal, number.value > 0,
        number.value < 400, number.decimals == 0,
        !["-", "~", "<", ">", "≥", "≤", "(", "±"].contains(where: { text.isSymbol(index - 1, $0) }),
        !["~", "-", "/"].contains(where: { text.isSymbol(index + 2, $0) })
      else { return nil }
      return told(text, clause, number.value, 0.6, index, index + 2)
    }
    let spelled = WordedShare.shares(in: text, clause).compactMap { share -> Told? in
      let first = max(clause.lowerBound, text.firstToken(at: share.range.lowerBound + 1) - 1)
      guard text.tokens[first].kind == .han || text.isWord(first - 1, "by") else { return nil }
      return told(
        text, clause, share.percent, roughly * share.percent, first, text.firstToken(at: share.range.upperBound), share.range)
    }
    return printed + spelled
  }

  private static let roughly = 0.17
  private static let links: [StaticString] = ["by", "of", "about", "some", "roughly", "a"]

  /// Nil where no word of change stands right beside the amount.
  private static func told(
    _ text: LexedText, _ clause: Range<Int>, _ percent: Double, _ slack: Double, _ first: Int, _ end: Int,
    _ bytes: Range<Int>? = nil
  ) -> Told? {
    let own = bytes ?? text.tokens[first].start..<text.tokens[min(end, text.count) - 1].end
    if text.tokens[first].kind == .han || first > 0 && text.tokens[first - 1].kind == .han {
      let place = text.tokens[first].kind == .han ? first : first - 1
      let before = text.string(text.tokens[place].start..<min(own.lowerBound, text.tokens[place].end))
      var run = before
      for filler in ["了", "约", "近", "幅度为", "达", "为"] where run.hasSuffix(filler) { run.removeLast(filler.count) }
      let (down, up) = (chineseLess.contains { run.hasSuffix($0) }, chineseMore.contains { run.hasSuffix($0) })
      guard down != up else { return nil }
      return Told(percent: percent, slack: slack, isMore: up, range: text.tokens[place].start..<own.upperBound)
    }
    let before = max(clause.lowerBound, first - nearBefore)..<first
    let behind = ProofWords.bounded(end, min(end + nearBehind, clause.upperBound), text)
    let isLinked = links.contains { text.isWord(first - 1, $0) }
    let (ahead, after) = (isLinked ? less.all(in: text, before).last : nil, less.first(in: text, behind.prefix(2)))
    let (aheadMore, afterMore) = (isLinked ? more.all(in: text, before).last : nil, more.first(in: text, behind.prefix(2)))
    let down = after ?? ahead
    let up = afterMore ?? aheadMore
    guard (down == nil) != (up == nil), let word = down ?? up,
      !before.contains(where: { text.isNumber($0) && text.tokens[$0].start > word.lowerBound })
    else { return nil }
    return Told(
      percent: percent, slack: slack, isMore: down == nil,
      range: min(word.lowerBound, own.lowerBound)..<max(word.upperBound, own.upperBound))
  }

  private static let chineseLess = ["降低", "下降", "减少", "减低", "低", "少"]
  private static let chineseMore = ["升高", "增加", "上升", "增高", "提高", "增多", "高", "多"]

  // MARK: What it is of

  /// The one ratio of the sentence, else that of the outcome which the clause names.
  private static func meant(
    _ told: Told, _ passage: Int, _ clause: Range<Int>, _ ratios: [Int], in context: CheckContext
  ) -> Int? {
    let text = context.lexed[passage]
    let own = ratios.filter { context.results[$0].passage == passage }
    let found: [Int]
    if !own.isEmpty {
      guard Set(own.compactMap { context.results[$0].value?.printed }).count == 1 else { return nil }
      found = own
    } else {
      let words = text.string(text.tokens[clause.lowerBound].start..<text.tokens[clause.upperBound - 1].end).lowercased()
      let labels = GroupLabels.shared(in: context)
      let said = VerdictStatement.topic(text, clause, without: [], labels).filter(VerdictStatement.isOutcome)
      // Death is the event of overall survival.
      let topic = said == ["outcome:death"] ? said.union(["endpoint:os"]) : said
      found = ratios.filter { index in
        let card = context.results[index]
        guard let name = card.endpoint?.lowercased(), SameCard.populationsAgree(card.population, nil),
          SameCard.cutsAgree(card.dataCut, nil)
        else { return false }
        let outcome = LexedText(name)
        let named = VerdictStatement.topic(outcome, outcome.tokens.indices, without: [], labels).filter(
          VerdictStatement.isOutcome)
        return name.utf8.count >= shortestName && words.contains(name) || !topic.isDisjoint(with: named)
      }
    }
    guard let first = found.first, context.results[first].coherence?.excludesNull != false,
      let value = context.results[first].value, (value.value > 1) == told.isMore
    else { return nil }
    return abs(100 * abs(1 - value.value) - told.percent) > max(farOff, told.slack) ? first : nil
  }

  private static let shortestName = 6

  // MARK: Whether any figures make it

  /// By any ratio of the document, or by two figures of the paragraph, or of a sentence or row on the outcome; limits of intervals make nothing.
  private static func isExplained(
    _ told: Told, _ passage: Int, _ card: Int, _ ratios: [Int], in context: CheckContext
  ) -> Bool {
    let fits = { (percent: Double) in abs(percent - told.percent) <= told.slack + 0.5 }
    let block = context.extract.passages[passage].block
    let isNear = { (place: Int) in
      place == passage || block != nil && context.extract.passages[place].block == block && abs(place - passage) <= farthest
    }
    let name = context.results[card].endpoint?.lowercased()
    // Of an outcome that is only meant by other words any ratio may be it.
    let words = context.lexed[passage].string(0..<context.lexed[passage].utf8.count).lowercased()
    let isNamed = context.results[card].passage == passage || name.map { words.contains($0) } ?? false
    let byRatio = ratios.contains { index in
      let other = context.results[index]
      guard !isNamed || other.endpoint == nil || other.endpoint?.lowercased() == name || isNear(other.passage) else {
        return false
      }
      let value = other.value?.value ?? 1
      return fits(100 * abs(1 - value)) || fits(100 * abs(1 - 1 / value))
    }
    if byRatio { return true }
    return context.extract.passages.indices.contains { place in
      let record = context.extract.passages[place]
      guard record.kind != .reference else { return false }
      let text = context.lexed[place]
      let isOfOutcome = name.map { text.string(0..<text.utf8.count).lowercased().contains($0) } ?? false
      guard isNear(place) || isOfOutcome || place == context.results[card].passage else { return false }
      return isMade(text, place == passage ? told.range : nil, ofAny: place == passage || record.kind == .tableRow, fits)
    }
  }

  private static let farthest = 2
  private static let mostBetween = 16

  /// By a number with an interval behind it, or by two of one kind side by side; limits of intervals and P make nothing.
  private static func isMade(_ text: LexedText, _ told: Range<Int>?, ofAny: Bool, _ fits: (Double) -> Bool) -> Bool {
    let limits = WrittenLimits.all(in: text, isTableOfIntervals: true).map(\.range)
    let places = text.tokens.indices.filter { index in
      guard text.isNumber(index), !text.isSymbol(index - 1, "="), !text.isSymbol(index - 1, "<") else { return false }
      let range = text.tokens[index].range
      return told?.overlaps(range) != true && !limits.contains { $0.overlaps(range) }
    }
    return places.indices.contains { place in
      guard let number = text.number(places[place]), number.value > 0 else { return false }
      let end = text.tokens[places[place]].end
      if number.decimals > 0, limits.contains(where: { $0.lowerBound >= end && $0.lowerBound - end < mostBetween }),
        fits(100 * abs(1 - number.value))
      {
        return true
      }
      return places[(place + 1)...].prefix(2).contains { next in
        guard let other = text.number(next), other.value > 0, other.decimals == number.decimals,
          ofAny || text.isSymbol(next + 1, "%"),
          text.isSymbol(next + 1, "%") == text.isSymbol(places[place] + 1, "%"), next - places[place] <= mostBetween
        else { return false }
        let (low, high) = (min(number.value, other.value), max(number.value, other.value))
        return fits(100 * (high - low) / high) || fits(100 * (high - low) / low)
      }
    }
  }
}

extension UnexplainedAmount {
  func finding<R: Rule>(of rule: R, in context: CheckContext) -> Finding {
    let (text, ratio) = (context.lexed[passage], context.results[card])
    let said = text.string(range)
    let meant = NumberText.fixed(100 * abs(1 - (ratio.value?.value ?? 1)), 0)
    return context.finding(
      of: rule, at: context.extract.passages[passage].flow.span(of: range), severity: .warning,
      Wording(
        "“\(said)” does not go with \(ratio.summary), which is a change of \(meant)%, and no other figures of the document make it.",
        zh: "“\(said)”与 \(ratio.summary(in: .chinese)) 不符, 后者相当于变化 \(meant)%, 文中其他数字亦不能得出。"),
      related: [context.related(ratio.span, Wording("The ratio.", zh: "比值。"))],
      help: Wording("Correct the amount or the ratio.", zh: "更正幅度或比值。"), cards: [card])
  }
}
