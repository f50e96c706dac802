import Literature

/// Finds the text of a cited work, where somebody has it.
public protocol SourceLookup: Sendable {
  /// The cited work by its DOI, PMID or title; nil where it is not at hand.
  func source(for reference: Reference) -> CitedSource?
}

/// A cited work as far as a check needs it: its result cards with the words around them, and its numbers.
public struct CitedSource: Sendable {
  /// A result of the source with the sentence or row it stands in.
  public struct QuotedCard: Sendable {
    public var card: ResultCard
    /// The passage, verbatim.
    public var quote: String
    public var section: String
    /// Of the card's figures in the source's file.
    public var line: Int
    public var column: Int

    public init(card: ResultCard, quote: String, section: String, line: Int, column: Int) {
      self.card = card
      self.quote = quote
      self.section = section
      self.line = line
      self.column = column
    }
  }

  public var documentID: String
  /// By which people name the document: its file's stem.
  public var alias: String
  public var title: String?
  public var cards: [QuotedCard]
  /// Every number printed in prose, tables, captions and notes.
  public var numbers: [PrintedNumber]
  /// Its sentences, rows and captions that print a number.
  public var sentences: [SourceSentence]
  /// Of the words of its statements: from 1 for a word of one statement down to little for one of all.
  let weights: [String: Double]

  public init(
    documentID: String, alias: String, title: String?, cards: [QuotedCard], numbers: [PrintedNumber],
    sentences: [SourceSentence] = []
  ) {
    self.documentID = documentID
    self.alias = alias
    self.title = title
    self.cards = cards
    self.numbers = numbers
    self.sentences = sentences
    weights = WordWeights.of(sentences)
  }
}

/// The cited works of one document that were found, looked up once.
public struct CitedSources: Sendable {
  public let hasLookup: Bool
  private let found: [Int: CitedSource]

  init(references: [Reference], lookup: (any SourceLookup)?) {
    hasLookup = lookup != nil
    var found: [Int: CitedSource] = [:]
    if let lookup {
      for (index, reference) in references.enumerated() { found[index] = lookup.source(for: reference) }
    }
    self.found = found
  }

  public var foundCount: Int { found.count }

  /// The work behind an index into `Extract.references`.
  public subscript(reference: Int) -> CitedSource? { found[reference] }
}
