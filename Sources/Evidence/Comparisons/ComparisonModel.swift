/// What ranks passages as evidence, and what tells the effect that a passage states.
public struct ComparisonModel: Sendable {
  /// One class: how well a passage answers a question. Over `EvidenceFeatures`.
  public var ranker: LinearWeights
  /// Three classes: lowered, no difference, raised. Over `EffectFeatures`.
  public var effects: LinearWeights

  public init(ranker: LinearWeights, effects: LinearWeights) {
    self.ranker = ranker
    self.effects = effects
  }

  /// The weights that come with the program, trained by `concord-measure train`.
  public static let builtIn = ComparisonModel(
    ranker: LinearWeights("\(ComparisonWeights.ranker)", classes: 1),
    effects: LinearWeights("\(ComparisonWeights.effects)", classes: 3))
}
