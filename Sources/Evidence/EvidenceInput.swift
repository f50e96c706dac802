import Literature
import TextAnalysis

/// What the recognisers of evidence read: a document's passages, lexed once, with its references and callouts.
public struct EvidenceInput: Sendable {
  public var article: Article
  public var passages: [Passage]
  /// `lexed[i]` is the lexed flow of `passages[i]`.
  public var lexed: [LexedText]
  public var references: [Reference]
  /// Ascending by passage.
  public var citations: [Citation]
  public var abbreviations: [AbbreviationDefinition]

  public init(
    article: Article, passages: [Passage], lexed: [LexedText], references: [Reference], citations: [Citation],
    abbreviations: [AbbreviationDefinition]
  ) {
    self.article = article
    self.passages = passages
    self.lexed = lexed
    self.references = references
    self.citations = citations
    self.abbreviations = abbreviations
  }
}

/// A place where a passage names a trial.
public struct TrialMention: Hashable, Sendable {
  /// Index into `TrialFindings.trials`.
  public var trial: Int
  /// Index into `EvidenceInput.passages`.
  public var passage: Int
  /// Bytes of the passage's flow.
  public var range: Range<Int>

  public init(trial: Int, passage: Int, range: Range<Int>) {
    self.trial = trial
    self.passage = passage
    self.range = range
  }
}

/// The trials of a document and every place that names one.
public struct TrialFindings: Sendable {
  public var trials: [Trial]
  /// Ascending by passage, then by place.
  public var mentions: [TrialMention]
  /// Index of the trial that the article itself reports, whose results are the article's own; nil for reviews.
  public var own: Int?

  public init(trials: [Trial] = [], mentions: [TrialMention] = [], own: Int? = nil) {
    self.trials = trials
    self.mentions = mentions
    self.own = own
  }
}
