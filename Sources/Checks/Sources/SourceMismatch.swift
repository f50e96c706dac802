import Literature
import Statistics
import TextAnalysis

/// Figures of a cited sentence that its source does not print as the sentence has them, told without knowing their outcome by name: what is nowhere
/// in the source, what stands there for the other arm, and what stands there in two places that are of two results.
struct SourceMismatch: Sendable {
  var verdict: SourceComparison.Verdict
  var passage: Int
  /// Bytes of the passage's flow.
  var range: Range<Int>
  /// Index into `Extract.references`.
  var reference: Int
  /// What the source prints nearest to it.
  var found: SourceSentence

  private static let ownWork = PhraseSet(
    [
      "our own", "we pooled", "we screened", "we found", "our search", "our pooled", "pooling", "we calculated", "our random",
      "this review", "we identified",
    ],
    ["本文", "我们", "合并后", "笔者", "检索", "本综述"])
  /// Words that the cited part and a sentence of the source must share for that sentence to be about the same.
  private static let fewestShared = 2

  /// In document order, of sentences whose callouts lead to one work that is at hand. O(sentences × sentences of the source).
  static func all(in context: CheckContext) -> [SourceMismatch] {
    guard context.sources.hasLookup else { return [] }
    var byPassage: [Int: [Int]] = [:]
    for (index, citation) in context.extract.citations.enumerated()
    where context.extract.passages[citation.passage].kind == .sentence {
      byPassage[citation.passage, default: []].append(index)
    }
    let named = NamedSources(context)
    return context.extract.passages.indices.flatMap { passage -> [SourceMismatch] in
      guard byPassage[passage] != nil else {
        guard let reference = named.reference(of: passage), !ownWork.occurs(in: context.lexed[passage]) else { return [] }
        return mismatches(passage, context.lexed[passage].tokens.indices, reference, in: context)
      }
      return stretches(passage, byPassage[passage] ?? [], in: context).flatMap {
        mismatches(passage, $0.tokens, $0.reference, in: context)
      }
    }
  }

  /// The words that each callout of one work stands for; the whole sentence where it calls on one work alone.
  private static func stretches(
    _ passage: Int, _ citations: [Int], in context: CheckContext
  ) -> [(tokens: Range<Int>, reference: Int)] {
    let cited = Set(citations.flatMap { context.extract.citations[$0].references })
    let text = context.lexed[passage]
    guard !ownWork.occurs(in: text) else { return [] }
    if cited.count == 1, let only = cited.first { return context.sources[only] == nil ? [] : [(text.tokens.indices, only)] }
    return citations.compactMap { index in
      let references = context.extract.citations[index].references
      guard references.count == 1, let only = references.first, context.sources[only] != nil,
        let clause = CitedClause(index, in: context)
      else {
        return nil
      }
      return (clause.tokens, only)
    }
  }

  private static func mismatches(
    _ passage: Int, _ tokens: Range<Int>, _ reference: Int, in context: CheckContext
  ) -> [SourceMismatch] {
    guard let source = context.sources[reference] else { return [] }
    let text = context.lexed[passage]
    let spans = context.extract.citations.filter { $0.passage == passage }.map(\.span)
    let flow = context.extract.passages[passage].flow
    let numbers = CitedNumber.all(in: text, tokens).filter { number in
      let span = flow.span(of: text.tokens[number.token].range)
      return !spans.contains { $0.overlaps(span) }
    }
    guard !numbers.isEmpty else { return [] }
    let words = OutcomeWords.all(in: text, tokens).filter { !$0.hasPrefix("drug:") }
    func make(_ verdict: SourceComparison.Verdict, _ range: Range<Int>, _ found: SourceSentence) -> SourceMismatch {
      SourceMismatch(verdict: verdict, passage: passage, range: range, reference: reference, found: found)
    }
    let others = Set(context.extract.citations.filter { $0.passage == passage }.flatMap(\.references)).subtracting([reference])
    // A work that is not at hand may hold whatever this one lacks.
    let absent = numbers.filter { number in
      !number.isBorneOut(by: source) && others.allSatisfy { context.sources[$0].map { !number.isBorneOut(by: $0) } ?? false }
    }
    let missing = absent.compactMap { number -> SourceMismatch? in
      guard let near = nearest(to: number, words, in: source) else { return nil }
      let isNear = near.numbers.contains { number.isMisrounding(of: $0) }
      return make(isNear ? .misrounded : .absent, text.tokens[number.token].range, near)
    }
    if !missing.isEmpty { return missing }
    guard absent.isEmpty else { return [] }
    if let crossed = crossed(text, tokens, words, source) { return [make(.otherArm, crossed.range, crossed.found)] }
    return brackets(text, numbers).compactMap { group in
      apart(group, text, source).map {
        make($0.verdict, text.tokens[group[0].token].start..<text.tokens[group[group.count - 1].token].end, $0.found)
      }
    }
  }

  /// The sentence of the source that shares most words with the cited part and has a figure of the number's kind.
  private static func nearest(to number: CitedNumber, _ words: Set<String>, in source: CitedSource) -> SourceSentence? {
    let scored = source.sentences.filter { sentence in
      sentence.numbers.contains {
        number.isShare || number.number.decimals > 0 ? $0.decimals > 0 : $0.decimals == 0 && $0.value >= 20
      }
    }.map { (sentence: $0, shared: words.intersection($0.words).count) }
    guard let best = scored.max(by: { $0.shared < $1.shared }), best.shared >= fewestShared else { return nil }
    return best.sentence
  }

  /// Two figures of two arms that one sentence of the source gives to the other arm each, and none as here.
  private static func crossed(
    _ text: LexedText, _ tokens: Range<Int>, _ words: Set<String>, _ source: CitedSource
  ) -> (range: Range<Int>, found: SourceSentence)? {
    let own = ArmNumber.all(in: text, tokens)
    for first in own {
      for second in own where second.arm != first.arm && second.number.printed != first.number.printed {
        let pairs = source.sentences.compactMap { sentence -> (isSame: Bool, sentence: SourceSentence)? in
          func has(_ number: PrintedNumber, _ arm: String) -> Bool {
            sentence.ofArms.contains { $0.arm == arm && SourceCardMatch.agree(number, $0.number) }
          }
          if has(first.number, first.arm), has(second.number, second.arm) { return (true, sentence) }
          return has(first.number, second.arm) && has(second.number, first.arm) ? (false, sentence) : nil
        }
        // Another sentence with both figures may give them to the arms as here, in words that bind no arm.
        let others = source.sentences.count { $0.prints(first.number) && $0.prints(second.number) }
        if let found = pairs.first, pairs.allSatisfy({ !$0.isSame }), others == pairs.count,
          words.intersection(found.sentence.words).count >= fewestShared
        {
          let places = [first, second].compactMap { item in tokens.first { text.number($0)?.printed == item.number.printed } }
            .sorted()
          guard let low = places.first, let high = places.last else { return nil }
          return (text.tokens[low].start..<text.tokens[high].end, found.sentence)
        }
      }
    }
    return nil
  }

  /// An estimate with the figures of the bracket behind it.
  private static func brackets(_ text: LexedText, _ numbers: [CitedNumber]) -> [[CitedNumber]] {
    text.tokens.indices.compactMap { opening in
      guard text.isSymbol(opening, "("), let end = (opening..<text.count).first(where: { text.isSymbol($0, ")") }) else {
        return nil
      }
      let inside = numbers.filter { (opening..<end).contains($0.token) && $0.number.decimals > 0 }
      let before = numbers.last { $0.token < opening && opening - $0.token <= 2 && $0.number.decimals > 0 }
      let group = (before.map { [$0] } ?? []) + inside
      return group.count >= 3 ? group : nil
    }
  }

  /// Figures that the source prints, and never together: the first in one sentence, the others in another.
  private static func apart(
    _ group: [CitedNumber], _ text: LexedText, _ source: CitedSource
  ) -> (verdict: SourceComparison.Verdict, found: SourceSentence)? {
    func holds(_ sentence: SourceSentence, _ part: ArraySlice<CitedNumber>) -> Bool {
      part.allSatisfy { sentence.prints($0.number) }
    }
    guard !source.sentences.contains(where: { holds($0, group[...]) }),
      let estimate = source.sentences.first(where: { holds($0, group.prefix(1)) }),
      let limits = source.sentences.first(where: { holds($0, group.dropFirst()) })
    else { return nil }
    let shared = estimate.words.intersection(limits.words)
    return (shared.contains { $0.hasPrefix("endpoint:") } || shared.count >= fewestShared ? .otherCut : .otherEndpoint, limits)
  }
}

extension SourceMismatch {
  func message(_ words: String, _ source: Wording) -> Wording {
    switch verdict {
    case .misrounded:
      Wording(
        "“\(words)” is no rounding of what the source (\(source.english)) prints.",
        zh: "“\(words)”不是所引文献(\(source.chinese))数值的舍入值。")
    case .otherArm:
      Wording(
        "“\(words)” belongs to the other arms in the source (\(source.english)).", zh: "“\(words)”在所引文献(\(source.chinese))中分属另一组。"
      )
    case .otherCut, .otherEndpoint, .otherPopulation:
      Wording(
        "“\(words)” stands in the source (\(source.english)) for another result than the sentence tells of.",
        zh: "“\(words)”在所引文献(\(source.chinese))中属于另一结果。")
    case .absent, .present:
      Wording("“\(words)” is nowhere in the source (\(source.english)).", zh: "“\(words)”不见于所引文献(\(source.chinese))。")
    }
  }
}

extension CitedNumber {
  /// Off by no more than one unit of its last digit from a figure with more digits.
  func isMisrounding(of other: PrintedNumber) -> Bool {
    guard other.decimals > number.decimals else { return false }
    return abs(other.value - number.value) <= 2.001 * RoundingInterval.halfUnit(decimals: number.decimals)
  }
}
