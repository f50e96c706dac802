/// One line of a reference list, read.
public struct Reference: Hashable, Sendable {
  /// As printed: "9"; in a list without numbers the position, from "1".
  public var label: String
  /// The entry as printed, joined over page breaks.
  public var raw: String
  public var span: SourceSpan
  /// `vancouver ama apa hans gbt7714 structured unknown`.
  public var style: String
  @inlinable public var item: BibliographicItem {
    _read { yield ownItem.value }
    _modify { yield &ownItem.value }
  }
  /// Behind a reference: an entry is copied far more often than its fields are changed.
  @usableFromInline var ownItem: Shared<BibliographicItem>
  /// Further works in the same entry ("1a … 1b …").
  public var otherItems: [BibliographicItem]
  /// What is wrong or missing, as short stable names: `no-doi`, `malformed-doi`, `no-year`, …
  public var problems: [String]
  /// What the file itself marks it with (`B9` in JATS).
  public var identifier: String?
  /// Where its fields stand in `raw`, as the tagger cut them; empty where the file is structured or nothing was read.
  public var fields: [ReferenceField] = []

  public init(
    label: String, raw: String, span: SourceSpan, style: String, item: BibliographicItem,
    otherItems: [BibliographicItem] = [], problems: [String] = [], identifier: String? = nil
  ) {
    self.label = label
    self.raw = raw
    self.span = span
    self.style = style
    ownItem = Shared(item)
    self.otherItems = otherItems
    self.problems = problems
    self.identifier = identifier
  }
}

/// A stretch of a reference that belongs to one field.
public struct ReferenceField: Hashable, Sendable {
  /// `author title date journal container-title volume pages publisher location editor link note genre edition citation-number collection-title`.
  public var name: String
  /// UTF-8 bytes of `Reference.raw`, marks at its ends included.
  public var range: Range<Int>
  /// The least probability, over its words, that they belong to it, by the model's own reckoning: 0...1.
  public var confidence: Double

  public init(name: String, range: Range<Int>, confidence: Double) {
    self.name = name
    self.range = range
    self.confidence = confidence
  }
}

/// An in-text callout: one record for a run such as `[8]-[10]` or `[3] [4]`.
public struct Citation: Hashable, Sendable {
  /// Verbatim, as printed.
  public var marker: String
  public var span: SourceSpan
  /// Expanded, in order: ["8", "9", "10"].
  public var labels: [String]
  /// Indices into `Extract.references`, in the order of `labels`; labels without an entry have none.
  public var references: [Int]
  /// Labels that exist.
  public var resolved: [String]
  /// Index into `Extract.passages`.
  public var passage: Int

  public init(
    marker: String, span: SourceSpan, labels: [String], references: [Int], resolved: [String], passage: Int
  ) {
    self.marker = marker
    self.span = span
    self.labels = labels
    self.references = references
    self.resolved = resolved
    self.passage = passage
  }
}

/// A short form where the text defines it: 总生存(overall survival, OS).
public struct AbbreviationDefinition: Hashable, Sendable {
  public var short: String
  public var longEnglish: String?
  public var longChinese: String?
  public var span: SourceSpan
  /// Index into `Extract.passages`.
  public var passage: Int
  public init(short: String, longEnglish: String?, longChinese: String?, span: SourceSpan, passage: Int) {
    self.short = short
    self.longEnglish = longEnglish
    self.longChinese = longChinese
    self.span = span
    self.passage = passage
  }
}

/// A trial's number in a register of trials.
public struct RegistryIdentifier: Hashable, Sendable {
  /// `ClinicalTrials.gov ISRCTN ChiCTR EudraCT CTIS UMIN jRCT ACTRN DRKS CTRI …`.
  public var scheme: String
  /// Normalised: `NCT00692770`, `ISRCTN12345678`, `ChiCTR2000033045`.
  public var id: String
  public init(scheme: String, id: String) {
    self.scheme = scheme
    self.id = id
  }
}

/// A sentence that states something: most often a finding.
public struct Claim: Hashable, Sendable {
  public enum Direction: String, Sendable { case better, worse, noDifference, mixed, none }
  /// A finding of the document or of a study that it tells of; what is known, without a study's figures; or what should be done.
  public enum Kind: String, Sendable { case finding, background, recommendation }
  public enum Significance: String, Sendable { case claimed, denied, unstated }

  /// Index into `Extract.passages`.
  public var passage: Int
  public var direction: Direction
  public var significance: Significance
  public var hedged: Bool
  public var kind: Kind
  /// `Trial.id`s.
  public var trials: [String]
  /// Indices into `Extract.results`.
  public var results: [Int]
  /// Indices into `Extract.citations`.
  public var citations: [Int]
  public init(
    passage: Int, direction: Direction, significance: Significance, hedged: Bool, kind: Kind = .finding, trials: [String] = [],
    results: [Int] = [], citations: [Int] = []
  ) {
    self.passage = passage
    self.direction = direction
    self.significance = significance
    self.hedged = hedged
    self.kind = kind
    self.trials = trials
    self.results = results
    self.citations = citations
  }
}

/// Everything that was found in one file: the records of `concord extract`, with their links as indices.
public struct Extract: Sendable {
  /// First 12 hex digits of the content's SHA-256.
  public var documentID: String
  /// All 64 hex digits.
  public var sha256: String
  public var path: String
  public var article: Article
  public var passages: [Passage] = []
  public var references: [Reference] = []
  public var citations: [Citation] = []
  public var abbreviations: [AbbreviationDefinition] = []
  public var trials: [Trial] = []
  public var results: [ResultCard] = []
  public var claims: [Claim] = []
  public var diagnostics: [Diagnostic] = []

  public init(documentID: String, sha256: String, path: String, article: Article) {
    self.documentID = documentID
    self.sha256 = sha256
    self.path = path
    self.article = article
  }

  /// The file's name without folder and extension: the alias by which people name the document.
  public var stem: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
