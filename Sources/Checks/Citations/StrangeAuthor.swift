import Literature
import TextAnalysis

/// An author by whom a sentence begins to tell of a work, and who did not write the one work that it then cites.
struct StrangeAuthor: Hashable, Sendable {
  var name: String
  /// Index into `Extract.references`.
  var reference: Int
  var span: SourceSpan

  /// From a name to its callout.
  private static let reach = 60
  private static let fewestLetters = 4
  /// What stands between a document's own words and a name of others.
  private static let methods = PhraseSet(
    [
      "method of", "criteria of", "classification of", "score of", "scale of", "formula of", "according to", "as described by",
      "modified from", "modified by", "unpublished", "personal communication", "citing", "cited by",
    ],
    ["根据", "按照", "参照", "采用"])

  /// In document order, of numbered callouts. O(tokens).
  static func all(in context: CheckContext) -> [StrangeAuthor] {
    var previous: (passage: Int, end: Int)?
    return context.extract.citations.compactMap { citation in
      let flow = context.extract.passages[citation.passage].flow
      guard let start = flow.flowOffset(ofSource: citation.span.start) else { return nil }
      let text = context.lexed[citation.passage]
      let last = text.firstToken(at: start)
      let first = previous.flatMap { $0.passage == citation.passage ? text.firstToken(at: $0.end) : nil } ?? 0
      previous = (citation.passage, start + citation.marker.utf8.count)
      guard context.extract.passages[citation.passage].kind == .sentence, citation.references.count == 1, citation.isNumbered,
        let index = citation.references.first, first < last, last - first <= reach, !methods.occurs(in: text, first..<last)
      else { return nil }
      let reference = context.extract.references[index]
      return stranger(text, first..<last, reference.item).flatMap {
        // A family name that was read as a given one.
        LetterFolding.folded(reference.raw).contains(LetterFolding.folded(text.string($0)))
          ? nil : StrangeAuthor(name: text.string($0), reference: index, span: flow.span(of: $0))
      }
    }
  }

  /// Bytes of the name that is none of the item's, where the words name one work by its authors.
  private static func stranger(_ text: LexedText, _ tokens: Range<Int>, _ item: BibliographicItem) -> Range<Int>? {
    let families = item.authors.compactMap { author in author.family.map { LetterFolding.folded($0) } }
    guard !families.isEmpty, families.count == item.authors.count, !item.authorsTruncated else { return nil }
    let places = tokens.compactMap { index -> (first: Int, second: Int?)? in
      guard isName(text, index), index == tokens.lowerBound || !isName(text, index - 1), !text.isSymbol(index - 1, "-") else {
        return nil
      }
      if text.isWord(index + 1, "et") && text.isWord(index + 2, "al") || text.hanHasPrefix(index + 1, "等") { return (index, nil) }
      if text.isWord(index + 1, "and"), ["colleagues", "coworkers"].contains(where: { text.isWord(index + 2, $0) }) {
        return (index, nil)
      }
      if isByline(text, index, tokens) {
        let isPair = text.isWord(index + 1, "and") && isName(text, index + 2)
        if isPair { return families.contains { $0.contains(LetterFolding.folded(text.string(index + 2))) } ? nil : (index, nil) }
        return (index, nil)
      }
      let isFirst = families[0].contains(LetterFolding.folded(text.string(index))) && index == tokens.lowerBound
      return isFirst && text.isWord(index + 1, "and") && isName(text, index + 2) && !isName(text, index + 3)
        ? (index, index + 2) : nil
    }
    guard places.count == 1, let place = places.first else { return nil }
    let named = place.second ?? place.first
    guard place.second == nil || families.count == 2 else { return nil }
    let name = LetterFolding.folded(text.string(named))
    return families.contains { $0.contains(name) || name.contains($0) } ? nil : text.tokens[named].range
  }

  /// "Its authors, led by Alder [4]", "A modelling study by Alder and Birch suggests … [7]", "reported by Alder [3]": whom a work is by.
  private static func isByline(_ text: LexedText, _ index: Int, _ tokens: Range<Int>) -> Bool {
    guard text.isWord(index - 1, "by"), index > tokens.lowerBound + 1, !isName(text, index + 1) else { return false }
    if ["led", "headed"].contains(where: { text.isWord(index - 2, $0) }) { return true }
    let isPair = text.isWord(index + 1, "and") && isName(text, index + 2) && !isName(text, index + 3)
    return (isPair || index + 1 == tokens.upperBound) && works.occurs(in: text, index - 2..<index - 1)
  }

  private static let works = PhraseSet([
    "study", "trial", "review", "analysis", "report", "survey", "paper", "cohort", "series", "reported", "described", "reviewed",
    "found",
    "observed", "studied", "synthesis", "investigation", "experiment", "work",
  ])

  private static func isName(_ text: LexedText, _ index: Int) -> Bool {
    guard text.tokens.indices.contains(index), text.tokens[index].kind == .word else { return false }
    let word = text.string(index)
    return word.count >= fewestLetters && word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase)
  }
}
