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
      guard speaksOfStudies(passage, in: context) else { return [] }
      return CountedPiece.all(in: context.lexed[passage]).compactMap { denied($0, context.lexed[passage], passage, tables) }
    }
  }

  private static let studies = PhraseSet(["trial", "trials", "study", "studies", "rcts", "limits", "intervals"], ["试验", "研究"])
  private static let sentencesBack = 4

  /// The sentence, or one before it in its paragraph.
  private static func speaksOfStudies(_ passage: Int, in context: CheckContext) -> Bool {
    if studies.occurs(in: context.lexed[passage]) { return true }
    guard let block = context.extract.passages[passage].block else { return false }
    return (max(0, passage - sentencesBack)..<passage).contains {
      context.extract.passages[$0].block == block && studies.occurs(in: context.lexed[$0])
    }
  }

  private static func denied(
    _ piece: CountedPiece, _ text: LexedText, _ passage: Int, _ tables: [StudyTable]
  ) -> CountedStudies? {
    let (count, condition) = (piece.count, piece.condition)
    guard let left = leftOut(text, piece.clause.lowerBound..<piece.tokens.upperBound, tables) else { return nil }
    let outcomes = condition.isOfResult ? StudyTable.outcomes(text, piece.clause) : []
    let columns = tables.flatMap { table in
      condition.answers(table).filter { answers in answers.column.map { table.mayTell(of: outcomes, $0) } ?? true }
        .map { Column(table, $0, without: left) }
    }.filter { column in
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
      passage: passage,
      range: text.tokens[piece.tokens.lowerBound].start..<text.tokens[piece.tokens.upperBound - 1].end, count: first.yes.count,
      total: first.rows.count, name: odd ?? first.rows[0].name, table: first.span)
  }

  /// For which rows of a table something is so, by one of its columns.
  private struct Column {
    var rows: [(name: String, answer: Bool?)]
    var span: SourceSpan

    /// Those whose cell says that they have no such figure: they are counted where it is told of how many something is so.
    var absent: Int

    init(_ table: StudyTable, _ answers: StudyAnswers, without left: Set<String>) {
      let kept = table.rows.indices.filter { !left.contains(table.rows[$0].name) }
      rows = kept.map { (table.rows[$0].name, answers.rows[$0]) }
      absent = kept.count { row in
        answers.rows[row] == nil && (answers.column.map { table.isWithout(row, $0) } ?? false)
      }
      span = table.span
    }

    var yes: [String] { rows.filter { $0.answer == true }.map(\.name) }
    var no: [String] { rows.filter { $0.answer == false }.map(\.name) }
    var known: Int { rows.count { $0.answer != nil } }

    func denies(_ extent: StudyExtent, mayBeTurned: Bool) -> Bool {
      let no = extent.isOfNearlyAll ? no.count : no.count + absent
      return extent.isDenied(yes: yes.count, no: no, of: rows.count)
        && (!mayBeTurned || extent.isDenied(yes: self.no.count, no: yes.count, of: rows.count))
    }
  }

  /// The studies that a clause sets aside; nil where it sets aside others than rows.
  private static func leftOut(_ text: LexedText, _ tokens: Range<Int>, _ tables: [StudyTable]) -> Set<String>? {
    guard except.occurs(in: text, tokens) else { return [] }
    let words = text.string(text.tokens[tokens.lowerBound].start..<text.tokens[tokens.upperBound - 1].end)
    let named = Set(tables.flatMap(\.rows).map(\.name).filter { words.contains($0) })
    return named.isEmpty ? nil : named
  }
}
