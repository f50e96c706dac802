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
  /// What the sentence speaks of, where that stands elsewhere.
  var meant: SourceSentence?

  private static let ownWork = PhraseSet(
    [
      "our own", "we pooled", "we screened", "we found", "our search", "our pooled", "pooling", "we calculated", "our random",
      "this review", "we identified",
    ],
    ["本文", "我们", "合并后", "笔者", "检索", "本综述"])
  /// In document order, of sentences whose callouts lead to one work that is at hand. O(sentences × sentences of the source).
  static func all(in context: CheckContext) -> SourceReading {
    guard context.sources.hasLookup else { return SourceReading() }
    var byPassage: [Int: [Int]] = [:]
    for (index, citation) in context.extract.citations.enumerated()
    where context.extract.passages[citation.passage].kind == .sentence {
      byPassage[citation.passage, default: []].append(index)
    }
    let named = NamedSources(context)
    let works = byPassage.mapValues { Set($0.flatMap { context.extract.citations[$0].references }) }
    let carried = CarriedSources(context, named, cited: works)
    var order = StatementReader.Order()
    var latest: Set<Int> = []
    var reading = SourceReading()
    var runs: [CarriedSources.Run: SourceReading] = [:]
    for passage in context.extract.passages.indices {
      let run = carried[passage]
      // "Respectively" goes by the arms of the trial at hand.
      let cited = works[passage] ?? Set([run?.reference].compactMap { $0 })
      if cited != latest { order = StatementReader.Order() }
      latest = cited
      if let citations = byPassage[passage] {
        read(passage, stretches(passage, citations, in: context), &order, in: context, &reading)
      } else if ownWork.occurs(in: context.lexed[passage]) {
        continue
      } else if let reference = named.reference(of: passage) {
        read(passage, [(context.lexed[passage].tokens.indices, reference)], &order, in: context, &reading)
      } else if let run {
        read(
          passage, [(context.lexed[passage].tokens.indices, run.reference)], &order, in: context,
          &runs[run, default: SourceReading()])
      }
    }
    for (run, told) in runs { reading.merge(told, of: run) }
    return reading
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

  private static func read(
    _ passage: Int, _ stretches: [(tokens: Range<Int>, reference: Int)], _ order: inout StatementReader.Order,
    in context: CheckContext,
    _ reading: inout SourceReading
  ) {
    let callouts = context.callouts(in: passage)
    let statements = StatementReader(context.lexed[passage], callouts: callouts).statements(&order)
    for stretch in stretches { read(passage, stretch.tokens, stretch.reference, statements, callouts, in: context, &reading) }
  }

  private static func read(
    _ passage: Int, _ tokens: Range<Int>, _ reference: Int, _ statements: [FigureStatement], _ callouts: [Range<Int>],
    in context: CheckContext, _ reading: inout SourceReading
  ) {
    guard let source = context.sources[reference] else { return }
    let text = context.lexed[passage]
    let cited = Set(context.cited(in: passage)).subtracting([reference])
    let others = cited.map { context.sources[$0] }
    let binding = SourceBinding(source: source)
    for statement in statements {
      for cell in statement.cells.indices {
        guard let first = statement.cells[cell].figures.first, tokens.contains(first.token) else { continue }
        switch binding.outcome(statement, cell) {
        case .fits: reading.fits(statement.cells[cell].figures, passage, text)
        case .mismatch(let verdict):
          let isOfAnother = others.contains { $0.map { SourceBinding(source: $0).bearsOut(statement, cell) } ?? false }
          guard isFirm(verdict, others), !isOfAnother, !isWorkedOut(verdict, passage, source, in: context),
            !(verdict.kind == .otherArm && anaphora.occurs(in: text)),
            !(verdict.kind == .otherEndpoint && isTakenIn(verdict.figures, text)),
            !(verdict.kind == .otherArm && FigureCompany.isChange(verdict.figures, text)),
            !FigureCompany(passage, in: context).tellsOf(verdict, source)
          else { continue }
          reading.mismatch(verdict, passage, text, reference, source)
        case .unknown: continue
        }
      }
    }
  }

  /// Nothing of what is not in the source is more than the sentence's own sum.
  private static func isWorkedOut(
    _ verdict: SourceBinding.Verdict, _ passage: Int, _ source: CitedSource, in context: CheckContext
  ) -> Bool {
    guard verdict.kind == .absent || verdict.kind == .misrounded, !verdict.figures.isEmpty else { return false }
    let arithmetic = OwnArithmetic(passage, in: context)
    return verdict.figures.allSatisfy { arithmetic.gives($0, source) }
  }

  /// Groups that are not called by name: whose figures are whose cannot be told.
  private static let anaphora = PhraseSet(["the latter", "the former"], ["后者", "前者"])
  private static let takingIn = PhraseSet(
    [
      "randomised", "randomized", "enrolled", "enroled", "recruited", "included", "assigned", "allocated",
    ],
    ["纳入", "入组", "随机", "共纳入", "入选"])

  /// "It randomised 821 adults": how many took part is a figure of no outcome.
  private static func isTakenIn(_ figures: [StatedFigure], _ text: LexedText) -> Bool {
    figures.allSatisfy { figure in
      // "An eGFR of 25 to 75": who may take part.
      let isEnd = text.isWord(figure.token + 1, "to") && text.isNumber(figure.token + 2) || text.isWord(figure.token - 1, "to")
      let isOpen = !(0..<figure.token).contains { text.isSymbol($0, "(") }
      return figure.number.decimals == 0
        && (takingIn.occurs(in: text, max(0, figure.token - 2)..<figure.token) || isEnd && isOpen && figure.kind == .value)
    }
  }

  /// A work that is not at hand may hold what this one lacks.
  private static func isFirm(_ verdict: SourceBinding.Verdict, _ others: [CitedSource?]) -> Bool {
    verdict.kind != .absent && verdict.kind != .misrounded || others.allSatisfy { $0 != nil }
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
