import Literature
import TextAnalysis

/// Sentences that say of how many studies something is so, which the rows of the tables deny: "none of the trials lasted longer than 60 weeks",
/// "only four trials were significant".
struct CountedStudies: Hashable, Sendable {
  var passage: Int
  /// Bytes of the passage's flow.
  var range: Range<Int>
  /// How many rows bear it out, and of how many.
  var count: Int
  var total: Int
  /// The first of them, or of those that it is not so of.
  var name: String
  var table: SourceSpan

  private static let except = PhraseSet(
    ["apart from", "except", "except for", "other than", "excluding", "with the exception of", "besides", "without"],
    ["除", "以外", "之外"])

  /// In document order. O(sentences · cells).
  static func denied(in context: CheckContext) -> [CountedStudies] {
    let tables = StudyTable.all(in: context)
    guard !tables.isEmpty else { return [] }
    let notes = context.extract.passages.indices.filter { context.extract.passages[$0].kind == .note }
    return (StatementPlace.own(in: context) + notes).sorted().flatMap { passage -> [CountedStudies] in
      let text = context.lexed[passage]
      guard speaksOfStudies(passage, in: context) else { return [] }
      return Clauses.all(in: text).flatMap { clause in
        Pieces.all(in: text, clause).compactMap { denied(text, $0, clause, passage, tables) }
      }
    }
  }

  private static let studies = PhraseSet(["trial", "trials", "study", "studies", "rcts"], ["试验", "研究"])

  /// The sentence, or the one before it in its paragraph.
  private static func speaksOfStudies(_ passage: Int, in context: CheckContext) -> Bool {
    if studies.occurs(in: context.lexed[passage]) { return true }
    guard passage > 0, let block = context.extract.passages[passage].block, context.extract.passages[passage - 1].block == block
    else { return false }
    return studies.occurs(in: context.lexed[passage - 1])
  }

  private static func denied(
    _ text: LexedText, _ piece: Range<Int>, _ clause: Range<Int>, _ passage: Int, _ tables: [StudyTable]
  ) -> CountedStudies? {
    guard let count = StudyCount.of(text, piece), !StudyCount.narrowed.occurs(in: text, clause.lowerBound..<piece.upperBound),
      let condition = condition(text, piece, count, tables),
      let left = leftOut(text, clause.lowerBound..<piece.upperBound, tables)
    else { return nil }
    let bytes = text.tokens[piece.lowerBound].start..<text.tokens[piece.upperBound - 1].end
    let columns = tables.flatMap { table in condition.answers(table).map { Column(table, $0, without: left) } }.filter { column in
      column.known > 0 && (count.total.map { $0 == column.known || $0 == column.rows.count } ?? true)
    }
    // "In six of the seven": the column that has seven figures is meant.
    let whole = columns.filter { $0.known == count.total }
    let meant = whole.isEmpty ? columns : whole
    guard let first = meant.first, meant.allSatisfy({ $0.denies(count.extent, mayBeTurned: condition.mayBeTurned) }) else {
      return nil
    }
    let odd = count.extent == .all ? first.no.first : first.yes.first
    return CountedStudies(
      passage: passage, range: bytes, count: first.yes.count, total: first.rows.count, name: odd ?? first.rows[0].name,
      table: first.span)
  }

  /// For which rows of a table something is so, by one of its columns.
  private struct Column {
    var rows: [(name: String, answer: Bool?)]
    var span: SourceSpan

    init(_ table: StudyTable, _ answers: [Bool?], without left: Set<String>) {
      rows = zip(table.rows, answers).map { ($0.0.name, $0.1) }.filter { !left.contains($0.0) }
      span = table.span
    }

    var yes: [String] { rows.filter { $0.answer == true }.map(\.name) }
    var no: [String] { rows.filter { $0.answer == false }.map(\.name) }
    var known: Int { rows.count { $0.answer != nil } }

    func denies(_ extent: StudyCount.Extent, mayBeTurned: Bool) -> Bool {
      CountedStudies.isDenied(extent, yes.count, no.count, rows.count)
        && (!mayBeTurned || CountedStudies.isDenied(extent, no.count, yes.count, rows.count))
    }
  }

  private static func isDenied(_ extent: StudyCount.Extent, _ yes: Int, _ no: Int, _ all: Int) -> Bool {
    switch extent {
    case .zero: yes > 0
    case .all: no > 0
    case .exactly(let count): count < yes || count > all - no
    case .most: 2 * no >= all
    }
  }

  /// What stands behind the count, or before it at the end of a piece.
  private static func condition(
    _ text: LexedText, _ piece: Range<Int>, _ count: StudyCount, _ tables: [StudyTable]
  ) -> StudyCondition? {
    if text.tokens[count.tokens.lowerBound].kind == .han || text.hanHasPrefix(count.tokens.upperBound - 1, "项") {
      return StudyCondition.of(text, piece, tables)
    }
    let behind = count.tokens.upperBound..<max(count.tokens.upperBound, piece.upperBound)
    if behind.count >= fewestWords { return StudyCondition.of(text, behind, tables) }
    return StudyCondition.of(text, piece.lowerBound..<count.tokens.lowerBound, tables)
  }

  private static let fewestWords = 2

  /// The studies that a clause sets aside; nil where it sets aside others than rows.
  private static func leftOut(_ text: LexedText, _ tokens: Range<Int>, _ tables: [StudyTable]) -> Set<String>? {
    guard except.occurs(in: text, tokens) else { return [] }
    let words = text.string(text.tokens[tokens.lowerBound].start..<text.tokens[tokens.upperBound - 1].end)
    let named = Set(tables.flatMap(\.rows).map(\.name).filter { words.contains($0) })
    return named.isEmpty ? nil : named
  }
}
