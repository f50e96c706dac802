import Lexicon
import Literature
import TextAnalysis

/// A sentence, row or caption of a cited work, as far as a manuscript's sentence is held against it.
public struct SourceSentence: Sendable {
  /// Verbatim.
  public var quote: String
  public var section: String
  /// In the source's file.
  public var span: SourceSpan
  public var line: Int
  public var column: Int
  /// Numbers as printed, in order.
  var numbers: [PrintedNumber]
  /// What it gives of each outcome.
  var statements: [FigureStatement]
  /// What it says of the primary outcome that it declares.
  var primaryOutcome: ResultRoles

  init(_ passage: Passage, of article: Article, _ order: inout StatementReader.Order) {
    let text = LexedText(passage.flow.utf8)
    let position = article.text.position(at: passage.span.start)
    quote = article.text.string(passage.span)
    section = passage.section
    span = passage.span
    (line, column) = (position.line, position.column)
    numbers = text.tokens.indices.compactMap { text.number($0) }
    statements = Self.isImprint(passage) ? [] : StatementReader(text).statements(&order)
    primaryOutcome = PrimaryOutcome.definition(text, statements)
  }

  /// The line of the journal, with its volume and pages.
  private static func isImprint(_ passage: Passage) -> Bool { passage.section == "front" || passage.kind == .title }
}
