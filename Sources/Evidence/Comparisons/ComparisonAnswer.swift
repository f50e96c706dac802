import Literature

/// What a document says to a question: the effect on the outcome, and the passages that say so.
public struct ComparisonAnswer: Sendable {
  /// What the intervention did to the outcome, measured against the comparator and judged by significance.
  public enum Effect: String, Sendable, CaseIterable { case lowered, noDifference, raised }

  /// A passage that speaks to the question.
  public struct Evidence: Sendable {
    /// Index into `Extract.passages`.
    public var passage: Int
    /// Higher is better; comparable across documents for one question.
    public var score: Double
    /// The share of the outcome's words, by weight, that the passage or its heading holds. 0…1.
    public var coverage: Double
  }

  public var effect: Effect
  /// How sure the reading is, 0…1.
  public var confidence: Double
  /// Best first.
  public var evidence: [Evidence]
}

extension ComparisonDocument {
  /// Passages that are read for the effect.
  private static let readPassages = 3
  /// How much more the better passages count.
  private static let sharpness = 2.0
  /// Of the outcome's words the best passage must hold so much, or the document does not speak of it.
  private static let leastCoverage = 0.3

  /// The effect of the intervention on the outcome, with the best passages; nil where the document does not speak of the outcome.
  /// O(passages).
  public func answer(to question: ComparisonQuestion, model: ComparisonModel = .builtIn) -> ComparisonAnswer? {
    let terms = QuestionTerms(question, in: self)
    let ranked = candidates(for: terms, model).prefix(Self.readPassages)
    guard let best = ranked.first, ranked.contains(where: { $0.coverage >= Self.leastCoverage }) else { return nil }
    let weights = Exponential.shares(ranked.map { ($0.score - best.score) * Self.sharpness })
    var shares = [Double](repeating: 0, count: ComparisonAnswer.Effect.allCases.count)
    for (candidate, weight) in zip(ranked, weights) {
      let own = Exponential.shares(model.effects.scores(EffectFeatures(passage: candidate.passage, of: self, for: terms).values))
      for index in shares.indices { shares[index] += weight * own[index] }
    }
    let most = shares.indices.max { shares[$0] < shares[$1] } ?? 0
    return ComparisonAnswer(effect: ComparisonAnswer.Effect.allCases[most], confidence: shares[most], evidence: Array(ranked))
  }

  private func candidates(for terms: QuestionTerms, _ model: ComparisonModel) -> [ComparisonAnswer.Evidence] {
    extract.passages.indices.compactMap { index -> ComparisonAnswer.Evidence? in
      guard let features = evidenceFeatures(of: index, for: terms) else { return nil }
      return ComparisonAnswer.Evidence(
        passage: index, score: model.ranker.scores(features.named).first ?? 0, coverage: features.named["outcomeWithHeading"] ?? 0
      )
    }.sorted { ($1.score, $0.passage) < ($0.score, $1.passage) }
  }

  /// Nil for a passage that has none of the outcome's words in reach.
  func evidenceFeatures(of index: Int, for terms: QuestionTerms) -> EvidenceFeatures? {
    guard extract.passages[index].kind != .reference else { return nil }
    let features = EvidenceFeatures(passage: index, of: self, for: terms)
    return features.isInReach ? features : nil
  }
}

extension ComparisonDocument {
  /// A passage with everything that a model may learn from: for training.
  public struct Example: Sendable {
    public var passage: Int
    public var evidence: [String: Double]
    public var effect: [String: Double]
  }

  /// The passages in reach of a question, in the document's order.
  public func examples(for question: ComparisonQuestion) -> [Example] {
    let terms = QuestionTerms(question, in: self)
    return extract.passages.indices.compactMap { index in
      evidenceFeatures(of: index, for: terms).map {
        Example(passage: index, evidence: $0.named, effect: EffectFeatures(passage: index, of: self, for: terms).values)
      }
    }
  }
}
