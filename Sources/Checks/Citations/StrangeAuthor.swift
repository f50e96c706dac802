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
        let index = citation.references.first, first < last, last - first <= reach
      else { return nil }
      let reference = context.extract.references[index]
      let ofMethod = methods.occurs(in: text, first..<last)
      let place =
        ofMethod ? nil : stranger(text, first..<last, reference.item) ?? listed(citation, last, reference.item, in: context)
      return (place ?? chinese(text, last, reference.item) ?? NearAuthor.range(in: text, first..<last, reference.item)).flatMap {
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
      // "Alders and Birch" of a work by Alden and Birch.
      if families.count == 2, text.isWord(index + 1, "and"), isName(text, index + 2), !isName(text, index + 3),
        families[1] == LetterFolding.folded(text.string(index + 2)), families[0] != families[1]
      {
        return (index, nil)
      }
      let isFirst =
        families[0].contains(LetterFolding.folded(text.string(index)))
        && (index == tokens.lowerBound || index + 3 == tokens.upperBound
          || index + 4 == tokens.upperBound
            && text.isSymbol(index + 3, ","))
      return isFirst && text.isWord(index + 1, "and") && isName(text, index + 2) && !isName(text, index + 3)
        ? (index, index + 2) : nil
    }
    guard places.count == 1, let place = places.first else { return nil }
    let named = place.second ?? place.first
    guard place.second == nil || families.count == 2 else { return nil }
    let name = LetterFolding.folded(text.string(named))
    return families.contains { $0.contains(name) || name.contains($0) } ? nil : text.tokens[named].range
  }

  /// "the trials of Adler [4], Birch [5] and Cedar [6]", where reference 4 is not by Adler, and 5 and 6 are by Birch and by Cedar.
  private static func listed(
    _ citation: Citation, _ last: Int, _ item: BibliographicItem, in context: CheckContext
  ) -> Range<Int>? {
    let text = context.lexed[citation.passage]
    guard let name = bare(text, before: last), !isAuthor(text.string(name), of: item), !item.authors.isEmpty else { return nil }
    let flow = context.extract.passages[citation.passage].flow
    let others = context.citations(in: citation.passage).lazy.filter {
      $0.span != citation.span && $0.references.count == 1
    }
    let fellows = others.compactMap { other -> Bool? in
      guard let start = flow.flowOffset(ofSource: other.span.start), let index = other.references.first,
        let name = bare(text, before: text.firstToken(at: start))
      else { return nil }
      return isAuthor(text.string(name), of: context.extract.references[index].item)
    }
    return fellows.count >= fewestFellows && fellows.allSatisfy { $0 } ? text.tokens[name].range : nil
  }

  /// Other names of a list, each before its callout.
  private static let fewestFellows = 2

  /// The one name right before a callout, at the begin of a list or behind its comma.
  private static func bare(_ text: LexedText, before last: Int) -> Int? {
    let name = last - 1
    guard text.tokens.indices.contains(name), text.tokens[name].kind == .word, !isName(text, name - 1) else { return nil }
    let word = text.string(name)
    guard word.count >= 3, word.first?.isUppercase == true, word.dropFirst().allSatisfy(\.isLowercase) else { return nil }
    let isListed = ["of", "by", "and", "from", "with"].contains { text.isWord(name - 1, $0) }
    return isListed || text.isSymbol(name - 1, ",") || text.isSymbol(name - 1, ":") || text.isSymbol(name - 1, "]") ? name : nil
  }

  /// Whether a name is, or is a part of, that of an author; a Chinese one is called with the given name.
  static func isAuthor(_ name: String, of item: BibliographicItem, withGiven: Bool = false) -> Bool {
    let folded = LetterFolding.folded(name)
    return item.authors.contains { author in
      let other = LetterFolding.folded((author.family ?? author.literal ?? "") + (withGiven ? author.given ?? "" : ""))
      return other.contains(folded) || !other.isEmpty && folded.contains(other)
    }
  }

  /// 参照松柏青等[9]: a person of the first author's family, with another given name throughout.
  private static func chinese(_ text: LexedText, _ last: Int, _ item: BibliographicItem) -> Range<Int>? {
    let end = last - 1
    guard text.tokens.indices.contains(end), text.tokens[end].kind == .han, let author = item.authors.first,
      let family = author.family, let given = author.given, given.count == 2, family.count == 1
    else { return nil }
    var words = Array(text.string(end))
    guard let mark = ["等人", "等"].first(where: { String(words).hasSuffix($0) }) else { return nil }
    words.removeLast(mark.count)
    let name = words.suffix(3)
    guard name.count == 3, let first = name.first, String(first) == family, zip(name.dropFirst(), given).allSatisfy({ $0 != $1 })
    else { return nil }
    let stop = text.tokens[end].end - mark.utf8.count
    return stop - String(name).utf8.count..<stop
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

  private static func isName(_ text: LexedText, _ index: Int) -> Bool { text.isCapitalised(index, fewest: fewestLetters) }
}
