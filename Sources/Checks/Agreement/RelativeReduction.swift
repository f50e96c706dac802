import Literature
import Statistics
import TextAnalysis

/// A relative reduction of a risk in words: "cut the hazard by 27%", 风险下降 17%; the ratio that it stands for is 1 less that share.
struct RelativeReduction {
  /// In percent.
  var percent: PrintedNumber
  var passage: Int
  /// Bytes of the passage's flow, from the word to the percent sign.
  var range: Range<Int>
  /// Index into `Extract.results`: the ratio that it does not agree with.
  var card: Int

  private static let reducing = PhraseSet(
    [
      "reduced", "reduces", "lowered", "lowers", "cut", "cuts", "decreased", "decreases", "reduction of", "reducing", "lowering",
      "fell", "fall of",
    ],
    ["降低", "下降", "减少", "降低了", "下降了", "减少了"])
  private static let risk = PhraseSet(
    ["risk", "hazard", "incidence", "odds", "rate", "mortality", "death", "progression", "relapse", "recurrence", "events"],
    ["风险", "危险", "发生率", "死亡", "复发", "进展"])
  private static let otherMeasures = PhraseSet(
    ["absolute", "percentage points", "points", "from", "weight", "pressure", "dose", "aimed", "power"],
    ["绝对", "百分点", "体重", "血压", "剂量", "把握度", "预期"])
  /// Of some of the people or of another analysis, whose ratio may stand elsewhere.
  private static let otherPeople = PhraseSet(["subgroup", "among", "interim"], ["亚组", "期中", "中期"])
  private static let reach = 8
  private static let farthestOther = 12
  private static let efficacy = PhraseSet(["efficacy of", "effectiveness of", "efficacy was"], ["效力为", "保护率为", "保护效力为"])
  private static let farOff = 3.0

  /// Those that the ratio behind them, or the ratios of their one trial, deny. O(tokens).
  static func denied(in context: CheckContext) -> [RelativeReduction] { context.once(Self.self) { read(context) } }

  /// Whether share and ratio stand in one sentence, which then contradicts itself.
  func isOfOneSentence(in context: CheckContext) -> Bool { context.results[card].passage == passage }

  func span(in context: CheckContext) -> SourceSpan { context.extract.passages[passage].flow.span(of: range) }

  private static func read(_ context: CheckContext) -> [RelativeReduction] {
    context.extract.passages.indices.flatMap { passage -> [RelativeReduction] in
      guard context.extract.passages[passage].kind == .sentence else { return [] }
      let text = context.lexed[passage]
      guard reducing.occurs(in: text) || efficacy.occurs(in: text) || told.occurs(in: text) else { return [] }
      let isOfOthers = otherPeople.occurs(in: text)
      return text.tokens.indices.compactMap { index in
        guard text.isSymbol(index + 1, "%"), let percent = text.number(index), percent.value > 0, percent.value < 100,
          percent.relation == .equal, !text.isSymbol(index - 1, "-"), !text.isSymbol(index + 2, "~"),
          !text.isSymbol(index - 1, "~"),
          !otherMeasures.occurs(in: text, max(0, index - farthestOther)..<min(text.count, index + 3))
        else { return nil }
        if let found = ofEfficacy(percent, index, passage, text, in: context) { return found }
        if let found = toldBehind(percent, index, passage, text, in: context) { return found }
        guard let (word, isOfRisk) = word(text, before: index) else { return nil }
        let range = word.lowerBound..<text.tokens[index + 1].end
        // A ratio in the bracket says that it is a risk that fell.
        guard
          let card = (isOfOthers ? nil : behind(percent, index + 1, passage, text, in: context))
            ?? complement(of: percent, passage, isOfRisk && !isOfOthers, in: context)
            ?? (isOfRisk && !isOfOthers ? elsewhere(percent, passage, range, text, in: context) : nil)
        else { return nil }
        return RelativeReduction(percent: percent, passage: passage, range: range, card: card)
      }
    }
  }

  /// "Hazard ratio 0.32, a vaccine efficacy of 86%": by its definition it is 1 less the one ratio of the sentence.
  private static func ofEfficacy(
    _ percent: PrintedNumber, _ index: Int, _ passage: Int, _ text: LexedText, in context: CheckContext
  ) -> RelativeReduction? {
    guard let word = efficacy.all(in: text, max(0, index - 3)..<index).last else { return nil }
    let ratios = (context.cardsByPassage[passage] ?? []).filter { Measure.isRatio(context.results[$0].measure) }
    guard ratios.count == 1, let card = ratios.first, let value = context.results[card].value, value.relation == .equal,
      value.value > 0, value.value < 1, abs(100 * (1 - value.value) - percent.value) > farOff
    else { return nil }
    return RelativeReduction(
      percent: percent, passage: passage, range: word.lowerBound..<text.tokens[index + 1].end, card: card)
  }

  private static let told = PhraseSet(
    ["lower", "reduction", "reductions", "decrease", "fall", "fewer", "less", "relative reduction", "relative risk reduction"])
  private static let linking = PhraseSet(
    [
      "i.e", "ie", "that is", "corresponding", "corresponds", "equivalent", "meaning", "representing", "translating", "so", "or",
      "indicating", "implying", "amounting", "hence", "thus", "which",
    ],
    ["即", "相当于", "表示", "提示"])

  /// "HR 0.64 (0.52 to 0.78), i.e. a 64% lower risk": of the one ratio of the sentence, which stands before it.
  private static func toldBehind(
    _ percent: PrintedNumber, _ index: Int, _ passage: Int, _ text: LexedText, in context: CheckContext
  ) -> RelativeReduction? {
    guard let word = told.first(in: text, index + 2..<min(text.count, index + 3)),
      risk.occurs(in: text, index + 2..<min(text.count, index + 8))
    else { return nil }
    let flow = context.extract.passages[passage].flow
    let ratios = (context.cardsByPassage[passage] ?? []).filter { Measure.isRatio(context.results[$0].measure) }
    guard let card = ratios.first, Set(ratios.compactMap { context.results[$0].value?.printed }).count == 1,
      let value = context.results[card].value, value.relation == .equal, value.value > 0, value.value < 1,
      !agrees(percent, value), abs(100 * (1 - value.value) - percent.value) > farOff,
      let end = flow.flowOffset(ofSource: context.results[card].span.end - 1)
    else { return nil }
    let behind = text.firstToken(at: end)
    let isItself = abs(100 * value.value - percent.value) < 0.5001
    guard isItself || behind < index && linking.occurs(in: text, behind..<index) else { return nil }
    return RelativeReduction(
      percent: percent, passage: passage, range: text.tokens[index].start..<word.upperBound, card: card)
  }

  /// The word of reduction right before, of a risk.
  private static func word(_ text: LexedText, before number: Int) -> (range: Range<Int>, isOfRisk: Bool)? {
    let words = max(0, number - reach)..<number
    guard let range = reducing.all(in: text, words).last else { return nil }
    let first = text.firstToken(at: range.lowerBound + 1) - 1
    let isBy = text.isWord(number - 1, "by") || text.tokens[number - 1].kind == .han || text.isWord(number - 1, "of")
    guard isBy, !words.contains(where: { $0 > first && text.isNumber($0) }) else { return nil }
    return (range, risk.occurs(in: text, max(0, first - 6)..<number))
  }

  /// The ratio in the bracket right behind.
  private static func behind(
    _ percent: PrintedNumber, _ sign: Int, _ passage: Int, _ text: LexedText, in context: CheckContext
  ) -> Int? {
    guard text.isSymbol(sign + 1, "(") else { return nil }
    let flow = context.extract.passages[passage].flow
    let card = (context.cardsByPassage[passage] ?? []).first { index in
      let card = context.results[index]
      guard Measure.isRatio(card.measure), let start = flow.flowOffset(ofSource: card.span.start) else { return false }
      return (sign + 1...sign + 5).contains(text.firstToken(at: start))
    }
    guard let card, let value = context.results[card].value, value.relation == .equal, value.value < 1 else { return nil }
    return agrees(percent, value) ? nil : card
  }

  /// The ratio itself printed for the reduction, "0.62, a reduction of 62%": of the sentence, or else the one of a short document; where any
  /// ratio agrees it is meant.
  private static func complement(of percent: PrintedNumber, _ passage: Int, _ isOfRisk: Bool, in context: CheckContext) -> Int? {
    func ratios(_ cards: some Sequence<Int>) -> [Int] {
      cards.filter { index in
        let card = context.results[index]
        guard Measure.isRatio(card.measure), let value = card.value else { return false }
        return value.relation == .equal && value.value > 0 && value.value < 1
      }
    }
    let own = ratios(context.cardsByPassage[passage] ?? [])
    guard percent.decimals == 0, !own.isEmpty || isOfRisk && context.isShort else { return nil }
    let all = own.isEmpty ? ratios(context.results.indices) : own
    let values = all.compactMap { context.results[$0].value }
    guard !values.contains(where: { agrees(percent, $0) }) else { return nil }
    let itself = all.filter { index in
      context.results[index].value.map { $0.decimals == 2 && abs(100 * $0.value - percent.value) < 0.5 } ?? false
    }
    return Set(itself.compactMap { context.results[$0].value?.printed }).count == 1 ? itself.first : nil
  }

  /// The ratios of the one trial of the sentence, where none of them agrees and one is a misprint away.
  private static func elsewhere(
    _ percent: PrintedNumber, _ passage: Int, _ range: Range<Int>, _ text: LexedText, in context: CheckContext
  ) -> Int? {
    if let main = ofMain(percent, passage, range, text, in: context) { return main }
    guard context.isReview else { return exchanged(percent, passage, in: context) }
    guard let trial = TrialPlaces(passage, in: context).trial(at: range.upperBound),
      !(context.cardsByPassage[passage] ?? []).contains(where: { Measure.isRatio(context.results[$0].measure) })
    else { return nil }
    let places = TrialPlaces(passage, in: context)
    let behind = text.firstToken(at: range.upperBound)
    // "Cut it by 85% (TIDAL)": the name in the bracket behind.
    let closing = (behind..<min(text.count, behind + 8)).first { text.isSymbol($0, ")") }
    let named =
      text.isSymbol(behind, "(") && closing != nil
      ? places.trials(in: text.tokens[behind].start..<text.tokens[closing ?? behind].end) : []
    guard
      let id = (named.count == 1 ? named.first : named.isEmpty && places.all.count <= 1 ? trial : nil).map({
        context.extract.trials[$0].id
      })
    else { return nil }
    let ratios = context.results.indices.filter { index in
      let card = context.results[index]
      return card.trial == id && card.passage != passage && Measure.isRatio(card.measure) && card.value?.relation == .equal
        && (card.value?.value ?? 1) < 1
    }
    guard !ratios.contains(where: { context.results[$0].value.map { agrees(percent, $0) } == true }) else { return nil }
    return ratios.first { index in
      let card = context.results[index]
      guard card.population == nil, let value = card.value, value.decimals == 2, percent.decimals == 0 else { return false }
      let meant = Int((100 * (1 - value.value)).rounded())
      let (left, right) = (Array(String(Int(percent.value)).utf8), Array(String(meant).utf8))
      guard left.count == 2, right.count == 2 else { return false }
      return left[0] == right[1] && left[1] == right[0] || left[0] != right[0] && left[1] == right[1]
        || left[0] == right[0] && left[1] != right[1] && abs(Int(percent.value) - meant) > 2
    }
  }

  private static let relative = PhraseSet(
    ["relative", "hazard", "in this trial", "in our trial", "in this study", "in our study"],
    ["相对风险", "相对危险", "风险比", "本试验", "本研究"])

  /// The first ratio of the abstract, which is the document's result, where a sentence that cites nobody and names no trial gives its reduction
  /// with one wrong digit and no ratio has the printed one.
  private static func ofMain(
    _ percent: PrintedNumber, _ passage: Int, _ range: Range<Int>, _ text: LexedText, in context: CheckContext
  ) -> Int? {
    guard percent.decimals == 0, percent.value >= 10, relative.occurs(in: text, 0..<text.firstToken(at: range.upperBound)),
      context.citations(in: passage).isEmpty,
      !context.isReview || TrialPlaces(passage, in: context).all.isEmpty
    else { return nil }
    let ratios = context.results.indices.filter { index in
      let card = context.results[index]
      return Measure.isRatio(card.measure) && card.value?.relation == .equal && (card.value?.value ?? 1) < 1
    }
    guard !ratios.contains(where: { context.results[$0].value.map { agrees(percent, $0) } == true }),
      let main = ratios.first(where: { Part(of: context.results[$0], in: context).isAbstract && context.results[$0].hasInterval }
      ),
      let value = context.results[main].value, value.decimals == 2
    else { return nil }
    let meant = Int((100 * (1 - value.value)).rounded())
    let unlike = Int(percent.value).unlikeDigits(from: meant) ?? []
    return unlike.count == 1 && abs(meant - Int(percent.value)) > 2 ? main : nil
  }

  /// In the report of one trial the one ratio of which the share is that with its digits exchanged, where no ratio agrees.
  private static func exchanged(_ percent: PrintedNumber, _ passage: Int, in context: CheckContext) -> Int? {
    guard percent.decimals == 0, percent.value >= 10 else { return nil }
    let ratios = context.results.indices.filter { index in
      let card = context.results[index]
      guard Measure.isRatio(card.measure), let value = card.value else { return false }
      return value.relation == .equal && value.value > 0 && value.value < 1
    }
    guard !ratios.contains(where: { context.results[$0].value.map { agrees(percent, $0) } == true }) else { return nil }
    let swapped = Int(percent.value).neighbourExchanges
    let meant = ratios.filter { index in
      context.results[index].value.map { $0.decimals == 2 && swapped.contains(Int((100 * (1 - $0.value)).rounded())) } ?? false
    }
    return Set(meant.compactMap { context.results[$0].value?.printed }).count == 1 ? meant.first : nil
  }

  /// What the ratio says, in whole percent.
  func meant(_ card: ResultCard) -> Int { Int((100 * (1 - (card.value?.value ?? 1))).rounded()) }

  /// Whether 1 less the share can be the ratio, with a point allowed for rounding twice.
  private static func agrees(_ percent: PrintedNumber, _ ratio: PrintedNumber) -> Bool {
    let (share, box) = (RoundingInterval(percent), RoundingInterval(ratio))
    return share.low <= 100 * (1 - box.low) + 1 && share.high >= 100 * (1 - box.high) - 1
  }
}

extension RelativeReduction {
  func finding<R: Rule>(of rule: R, in context: CheckContext) -> Finding {
    let (flow, ratio) = (context.extract.passages[passage].flow, context.results[card])
    return context.finding(
      of: rule, at: flow.span(of: range), severity: .warning,
      Wording(
        "A reduction of \(percent.printed)% does not go with \(ratio.summary), which is one of \(meant(ratio))%.",
        zh: "降低 \(percent.printed)% 与 \(ratio.summary(in: .chinese)) 不符, 后者相当于降低 \(meant(ratio))%。"),
      related: [context.related(ratio.span, Wording("The ratio.", zh: "比值。"))],
      arithmetic: .same("1 - \(ratio.value?.printed ?? "")"),
      help: Wording("Correct the share or the ratio.", zh: "更正百分比或比值。"), cards: [card])
  }
}
