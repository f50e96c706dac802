import Literature
import TextAnalysis

/// A row of a table of works that gives another author, or another year, than the entry that it cites, where the rows around it keep to theirs.
struct ListedWork: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case author, year }

  var kind: Kind
  /// As the row prints it.
  var printed: String
  /// Index into `Extract.references`.
  var reference: Int
  var span: SourceSpan

  private static let fewestRows = 3

  private struct Row {
    var passage: Int
    var reference: Int
    /// Bytes of the row's first word, where that is a name.
    var name: Range<Int>?
    var isAuthor = false
    /// Whether it stands at the begin of the row.
    var isFirst = true
    /// The first year of the row behind the name.
    var year: (value: Int, range: Range<Int>)?
  }

  /// In document order. O(tokens of the tables).
  static func strange(in context: CheckContext) -> [ListedWork] {
    let tables = Dictionary(grouping: rows(in: context)) { context.extract.passages[$0.passage].tableRow?.table ?? -1 }
    return tables.values.flatMap { rows -> [ListedWork] in
      let named = rows.filter { $0.name != nil }
      let authors = named.filter(\.isAuthor)
      guard rows.count >= fewestRows, authors.count >= 2, 3 * authors.count >= 2 * named.count else { return [] }
      // Where authors stand in cells behind, the first word is something else.
      let areFirst = authors.allSatisfy(\.isFirst)
      let strangers = named.compactMap { row -> ListedWork? in
        guard areFirst, !row.isAuthor, let name = row.name else { return nil }
        return work(.author, name, row, in: context)
      }
      return strangers + years(authors, in: context)
    }.sorted { $0.span.start < $1.span.start }
  }

  /// Rows whose year is not the entry's, where that of all others is.
  private static func years(_ rows: [Row], in context: CheckContext) -> [ListedWork] {
    let dated = rows.filter { $0.year != nil && context.extract.references[$0.reference].item.year != nil }
    let unlike = dated.filter { $0.year?.value != context.extract.references[$0.reference].item.year }
    guard unlike.count == 1, dated.count >= fewestRows, let row = unlike.first, let year = row.year else { return [] }
    return [work(.year, year.range, row, in: context)]
  }

  private static func work(_ kind: Kind, _ range: Range<Int>, _ row: Row, in context: CheckContext) -> ListedWork {
    ListedWork(
      kind: kind, printed: context.lexed[row.passage].string(range), reference: row.reference,
      span: context.extract.passages[row.passage].flow.span(of: range))
  }

  /// The word of a row that is the family name of an entry's first author.
  private static func author(of item: BibliographicItem, in text: LexedText) -> Token? {
    guard let family = item.authors.first?.family.map({ LetterFolding.folded($0) }), family.utf8.count >= 4 else { return nil }
    return text.tokens.first {
      guard $0.kind == .word, LetterFolding.folded(text.string($0.range)) == family else { return false }
      // CEDAR-12 is a study, Cedar an author.
      return text.string($0.range).dropFirst().contains { !$0.isUppercase }
    }
  }

  /// Rows that cite one work.
  private static func rows(in context: CheckContext) -> [Row] {
    return context.extract.passages.indices.compactMap { passage in
      let own = context.citations(in: passage)
      guard context.extract.passages[passage].kind == .tableRow, own.count == 1,
        own[0].references.count == 1, own[0].isNumbered, let opening = context.lexed[passage].tokens.first
      else { return nil }
      let text = context.lexed[passage]
      var row = Row(passage: passage, reference: own[0].references[0])
      // A table by the names of trials has the author in a cell behind.
      let first = author(of: context.extract.references[row.reference].item, in: text) ?? opening
      let printed = text.string(first.range)
      let isLatin =
        first.kind == .word && printed.count >= 4 && printed.first?.isUppercase == true
        && printed.dropFirst().allSatisfy(\.isLowercase)
      let isHan = first.kind == .han && (2...4).contains(printed.count)
      guard isLatin || isHan else { return nil }
      row.name = first.range
      row.isFirst = first.start == opening.start
      row.isAuthor = StrangeAuthor.isAuthor(
        printed, of: context.extract.references[row.reference].item, withGiven: isHan)
      let year = text.tokens.indices.first {
        text.tokens[$0].start >= first.end && text.tokens[$0].range.count == 4
          && (text.number($0).map { (1950...2100).contains($0.value) } ?? false)
      }
      row.year = year.flatMap { index in text.number(index).map { (Int($0.value), text.tokens[index].range) } }
      return row
    }
  }
}
