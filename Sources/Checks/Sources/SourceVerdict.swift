import Literature

/// What the cited source says of one result of the manuscript, with both quotes.
public struct SourceVerdict: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The same figures on the same result.
    case same
    /// The source's figures, rounded to the digits that the manuscript prints.
    case rounded
    /// Nearly the source's figure, but not its rounding.
    case misrounded
    case otherEndpoint
    case otherPopulation
    case otherArm
    case otherCut
    /// The source gives this result with other figures, and the manuscript's figure nowhere.
    case absent
    /// The figures stand in the source, but on no result that could be compared.
    case inText
    /// The source is at hand, but says too little of this result to judge.
    case unclear
    case notInKnowledgeBase
  }

  /// A place in the source.
  public struct Quote: Hashable, Sendable {
    public var document: String
    public var alias: String
    public var section: String
    public var line: Int
    /// The passage, verbatim.
    public var text: String
    /// The result as printed there: "HR 0.81 (0.62 to 1.06)".
    public var figures: String
    public var endpoint: String?
  }

  public var kind: Kind
  public var trial: String?
  public var endpoint: String?
  /// "HR 0.64, P = 0.02".
  public var figures: String
  public var span: SourceSpan
  public var line: Int
  public var column: Int
  /// The manuscript's passage, verbatim.
  public var text: String
  /// Labels of the references that the result rests on.
  public var references: [String]
  /// The reference that was compared; nil where none is at hand.
  public var reference: String?
  /// What the source prints.
  public var found: Quote?
  /// For figures of another result: the source's for what the manuscript speaks of.
  public var expected: Quote?

  public var json: JSONValue {
    var object = JSONObject()
    object.append("verdict", kind.rawValue)
    object.append("trial", trial)
    object.append("endpoint", endpoint)
    object.append("figures", figures)
    object.append("span", span.json)
    object.append("line", line)
    object.append("column", column)
    object.append("text", text)
    object.append("references", .strings(references))
    object.append("reference", reference)
    object.append("found", found?.json)
    object.append("expected", expected?.json)
    return .object(object)
  }
}

extension SourceVerdict.Quote {
  init(_ quoted: CitedSource.QuotedCard, of source: CitedSource) {
    self.init(
      document: source.documentID, alias: source.alias, section: quoted.section, line: quoted.line, text: quoted.quote,
      figures: quoted.card.figures, endpoint: quoted.card.endpoint)
  }

  var json: JSONValue {
    var object = JSONObject()
    object.append("document", document)
    object.append("alias", alias)
    object.append("section", section)
    object.append("line", line)
    object.append("text", text)
    object.append("figures", figures)
    object.append("endpoint", endpoint)
    return .object(object)
  }
}

/// Says of every cited result what its source says. O(results · results of a source).
struct SourceVerdicts {
  let context: CheckContext

  /// In document order; empty without a lookup.
  func all() -> [SourceVerdict] {
    guard context.sources.hasLookup else { return [] }
    let comparisons = Dictionary(context.comparisons.map { ($0.card, $0) }, uniquingKeysWith: { first, _ in first })
    return context.results.indices.compactMap { index in
      context.results[index].references.isEmpty || context.results[index].figures.isEmpty
        ? nil : verdict(index, comparisons[index])
    }
  }

  private func verdict(_ index: Int, _ comparison: SourceComparison?) -> SourceVerdict {
    let card = context.results[index]
    let position = context.extract.article.text.position(at: card.span.start)
    var verdict = SourceVerdict(
      kind: .notInKnowledgeBase, trial: card.trial, endpoint: card.endpoint, figures: card.figures, span: card.span,
      line: position.line, column: position.column, text: context.extract.passages[card.passage].text,
      references: card.references.map { context.extract.references[$0].label })
    if let comparison, let source = context.sources[comparison.reference] {
      verdict.kind = Self.kind(comparison, card)
      verdict.reference = context.extract.references[comparison.reference].label
      verdict.found = SourceVerdict.Quote(comparison.found, of: source)
      verdict.expected = comparison.expected.map { SourceVerdict.Quote($0, of: source) }
    } else if let reference = card.references.first(where: { context.sources[$0] != nil }),
      let source = context.sources[reference]
    {
      verdict.kind = Self.standsInText(card, of: source) ? .inText : .unclear
      verdict.reference = context.extract.references[reference].label
    }
    return verdict
  }

  private static func kind(_ comparison: SourceComparison, _ card: ResultCard) -> SourceVerdict.Kind {
    switch comparison.verdict {
    case .present: isRounded(card, comparison.found.card) ? .rounded : .same
    case .misrounded: .misrounded
    case .otherEndpoint: .otherEndpoint
    case .otherPopulation: .otherPopulation
    case .otherArm: .otherArm
    case .otherCut: .otherCut
    case .absent: .absent
    }
  }

  /// Some figure that both print has fewer digits in the manuscript.
  private static func isRounded(_ card: ResultCard, _ found: ResultCard) -> Bool {
    let pairs = [(card.value, found.value), (card.low, found.low), (card.high, found.high), (card.p, found.p)]
    let arms = zip(card.armValues.map(\.value.decimals), found.armValues.map(\.value.decimals))
    return pairs.contains { printed, source in
      guard let printed, let source else { return false }
      return printed.decimals < source.decimals
    } || arms.contains { $0.0 < $0.1 }
  }

  private static func standsInText(_ card: ResultCard, of source: CitedSource) -> Bool {
    let figures = [card.value, card.low, card.high].compactMap { $0 } + card.armValues.map(\.value)
    return !figures.isEmpty
      && figures.allSatisfy { figure in
        source.numbers.contains { SourceCardMatch.agree(figure, $0) && $0.decimals >= figure.decimals }
      }
  }
}
