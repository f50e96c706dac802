import Evidence
import Literature

/// What questions are answered from: trials, cards and passages with their sources.
///
/// The knowledge base is one; a single extract is another, and that is how answers are tested.
public protocol EvidenceBase {
  func trials() throws -> [EvidenceTrial]
  /// Cards of the trials with these ids; nil for cards of no trial.
  func cards(ofTrial id: String?) throws -> [EvidenceCard]
  /// Passages that name the trial.
  func passages(ofTrial id: String) throws -> [EvidencePassage]
  /// Passages that name the trial, and the sentences that go on from there in the same paragraph until another trial is named.
  func passages(aroundTrial id: String) throws -> [EvidencePassage]
  /// All passages but the entries of reference lists, in the order of the documents.
  func passages() throws -> [EvidencePassage]
  /// What the body of one document says of the outcome that is asked for, best first; empty where it does not speak of it.
  func evidence(on question: ComparisonQuestion, in document: String) throws -> [EvidencePassage]
  /// Short forms that the documents define.
  func definitions() throws -> [AbbreviationDefinition]
}

/// A reference as an answer names it.
public struct CitedWork: Hashable, Sendable {
  public var label: String
  public var doi: String?
  public var title: String?
  public init(label: String, doi: String?, title: String?) {
    self.label = label
    self.doi = doi
    self.title = title
  }
}

public struct EvidenceTrial: Hashable, Sendable {
  public var trial: Trial
  public var references: [CitedWork]
  public init(trial: Trial, references: [CitedWork]) {
    self.trial = trial
    self.references = references
  }
}

public struct EvidencePassage: Hashable, Sendable {
  public var document: String
  public var alias: String
  public var id: String
  public var kind: Passage.Kind
  public var section: String
  public var language: Language
  public var text: String
  /// What it stands under and follows: the heading of its section and the sentence before it in the paragraph.
  public var context: String
  /// The abstract or the short document that it is part of: what is told there together is told of one study. Nil elsewhere.
  public var whole: String?
  /// The abstract of the report of one trial in whose body it stands: it need not name again what that trial compared.
  public var study: String?
  /// Whether it states a finding, by its claims and cards.
  public var isFinding: Bool
  /// Whether it states anything of an effect, found here or known from elsewhere.
  public var isClaim: Bool
  public var span: SourceSpan
  public var references: [CitedWork]
  public init(
    document: String, alias: String, id: String, kind: Passage.Kind, section: String, language: Language, text: String,
    context: String = "", whole: String? = nil, study: String? = nil, isFinding: Bool = false, isClaim: Bool = false,
    span: SourceSpan,
    references: [CitedWork]
  ) {
    self.document = document
    self.alias = alias
    self.id = id
    self.kind = kind
    self.section = section
    self.language = language
    self.text = text
    self.context = context
    self.whole = whole
    self.study = study
    self.isFinding = isFinding
    self.isClaim = isClaim
    self.span = span
    self.references = references
  }
}

public struct EvidenceCard: Hashable, Sendable {
  public var card: ResultCard
  public var passage: EvidencePassage
  public var references: [CitedWork]
  public init(card: ResultCard, passage: EvidencePassage, references: [CitedWork]) {
    self.card = card
    self.passage = passage
    self.references = references
  }
}
