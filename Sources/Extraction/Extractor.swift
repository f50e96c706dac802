import Evidence
import JATS
import Literature
import PlainText
import References
import TextAnalysis

/// The pure half of ingest: the bytes of one file in, everything that was found in it out.
///
/// No disk, no clock, no knowledge base; the same bytes give the same records.
public enum Extractor {
  /// Reads one file. The path is only a name: it picks nothing but the alias and the format of bibliography files.
  ///
  /// - Throws: `UnreadableDocument` where nothing can be read at all; anything less is a diagnostic in the result.
  public static func extract(bytes: [UInt8], path: String) throws(UnreadableDocument) -> Extract {
    let hash = ContentHash(of: bytes)
    let article = try ArticleReading.article(from: bytes, path: path)
    var extract = Extract(documentID: hash.documentID, sha256: hash.hex, path: path, article: article)
    extract.diagnostics = article.diagnostics
    recognise(&extract)
    return extract
  }

  /// Reads one file as an article and looks for nothing in it: its text and structure, much faster than `extract`.
  ///
  /// - Throws: `UnreadableDocument` as `extract` does.
  public static func article(bytes: [UInt8], path: String) throws(UnreadableDocument) -> Article {
    try ArticleReading.article(from: bytes, path: path)
  }

  /// The order of the pipeline: each line reads what the lines above have found.
  private static func recognise(_ extract: inout Extract) {
    let (passages, lexed) = PassageBuilder.passages(of: extract.article)
    extract.passages = passages
    extract.references = extract.article.referenceEntries.enumerated().map { ReferenceParser.reference(from: $1, index: $0) }
    let callouts = CalloutScanner.citations(
      article: extract.article, passages: extract.passages, lexed: lexed, references: extract.references)
    extract.citations = callouts.citations
    extract.diagnostics += callouts.diagnostics
    extract.abbreviations = abbreviations(in: extract.passages, lexed: lexed)
    let input = EvidenceInput(
      article: extract.article, passages: extract.passages, lexed: lexed, references: extract.references,
      citations: extract.citations, abbreviations: extract.abbreviations)
    let findings = TrialRecogniser.findings(in: input)
    extract.trials = findings.trials
    extract.results = ResultRecogniser.results(in: input, trials: findings)
    extract.claims = ClaimRecogniser.claims(in: input, trials: findings, results: extract.results)
  }

  private static func abbreviations(in passages: [Passage], lexed: [LexedText]) -> [AbbreviationDefinition] {
    passages.indices.flatMap { index -> [AbbreviationDefinition] in
      guard passages[index].kind != .reference else { return [] }
      return AbbreviationScanner.definitions(in: lexed[index]).map { match in
        AbbreviationDefinition(
          short: match.short, longEnglish: match.longEnglish, longChinese: match.longChinese,
          span: passages[index].flow.span(of: match.range), passage: index)
      }
    }
  }
}
