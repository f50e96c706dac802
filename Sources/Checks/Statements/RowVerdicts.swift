import Lexicon
import Literature
import Statistics
import TextAnalysis

/// What the rows of a document's tables prove of the studies and drugs that they name: by the P of the row, else by the one interval of a ratio.
struct RowVerdicts {
  struct Row: Hashable, Sendable {
    /// The name in the first column, without callouts.
    var name: String
    var drugs: Set<String>
    var isSignificant: Bool
    /// Outcomes that the heads and the caption name.
    var outcomes: Set<String>
    /// The P or the interval as printed.
    var figure: String
    var span: SourceSpan
  }

  private let rows: [Row]

  /// O(cells).
  init(_ context: CheckContext, level: ClosedRange<Double>) {
    let (tables, ofStart) = (context.extract.article.tables, context.tablesOfStart)
    rows = tables.indices.filter { !ofStart.contains($0) }.flatMap { Self.rows(of: tables[$0], level) }
  }

  private static let ratios = ["HR", "OR", "RR", "IRR", "ratio", "风险比", "比值比", "危险度"]

  private static func rows(of table: Table, _ level: ClosedRange<Double>) -> [Row] {
    let head = table.headNames
    guard
      let p = head.first(where: { RowCells.pHeads.contains($0.value.lowercased()) })?.key
        ?? head.first(where: { isRatio($0.value) })?.key
    else { return [] }
    let isP = RowCells.pHeads.contains(head[p]?.lowercased() ?? "")
    // A column of ratios beside another leaves open which is meant.
    guard isP || head.values.filter(isRatio).count == 1 else { return [] }
    let outcomes = Set(head.values.joined(separator: " ; ").isEmpty ? [] : names(in: head.values.joined(separator: " ; ")))
    return Dictionary(grouping: table.bodyCells, by: \.row).sorted { $0.key < $1.key }
      .compactMap {
        _, cells in
        guard let cell = cells.first(where: { $0.column == p }), let first = cells.first(where: { $0.column == 0 }) else {
          return nil
        }
        let text = LexedText(cell.flow.utf8)
        guard let isSignificant = isP ? significance(ofP: text, level) : significance(ofRatio: text) else { return nil }
        let words = cells.filter { $0.column < p }.map(\.flow.string).joined(separator: " ")
        let drugs = Lexicon.builtIn.matches(in: Array(words.utf8)).filter { $0.concept.kind == .drug }.map(\.concept.id)
        return Row(
          name: bare(first.flow.string), drugs: Set(drugs), isSignificant: isSignificant,
          outcomes: outcomes.union(names(in: words)),
          figure: cell.flow.string,
          span: cell.flow.span)
      }
  }

  private static func isRatio(_ head: String) -> Bool { ratios.contains { head.contains($0) } }

  private static func names(in words: String) -> [String] {
    let text = LexedText(words)
    return OutcomeThesaurus.named(in: text, text.tokens.indices).map(\.id)
      + Lexicon.builtIn.matches(in: text.utf8).filter { $0.concept.kind == .endpoint }.map(\.concept.id)
  }

  private static func bare(_ name: String) -> String {
    let end = name.firstIndex { "[(（［".contains($0) } ?? name.endIndex
    return String(name[..<end]).split(separator: " ").joined(separator: " ")
  }

  private static func significance(ofP text: LexedText, _ level: ClosedRange<Double>) -> Bool? {
    let numbers = text.tokens.indices.filter { text.isNumber($0) }
    guard numbers.count == 1, let index = numbers.first, let p = text.number(index), p.value <= 1 else { return nil }
    if text.isSymbol(index - 1, "<") { return p.value <= level.lowerBound ? true : nil }
    let box = RoundingInterval(p)
    return box.high < level.lowerBound ? true : box.low > level.upperBound ? false : nil
  }

  private static func significance(ofRatio text: LexedText) -> Bool? {
    let limits = WrittenLimits.all(in: text, isTableOfIntervals: true)
    guard limits.count == 1, let only = limits.first, !only.isSwapped, let low = PrintedNumber(only.low),
      let high = PrintedNumber(only.high), low.value > 0
    else { return nil }
    let (lower, upper) = (RoundingInterval(low), RoundingInterval(high))
    if lower.low > 1 || upper.high < 1 { return true }
    return lower.high < 1 && upper.low > 1 ? false : nil
  }

  /// The rows that a statement names, by their study or by a drug that one row alone has; none where it names several studies.
  func rows(for statement: VerdictStatement, in context: CheckContext) -> [Row] {
    let words = context.lexed[statement.passage].string(statement.range(in: context))
    guard statement.studies.count(where: { !$0.hasPrefix("[") }) <= 1 else { return [] }
    let byName = rows.filter { Self.isStudy($0.name) && Self.holds($0.name, words) }
    let found = byName.isEmpty ? byDrug(statement) : byName
    let named = statement.topic.filter(VerdictStatement.isOutcome)
    guard Set(found.map(\.name)).count == 1 else { return [] }
    // Of a row that has several outcomes it is open which of them its P is of.
    return found.filter { row in
      named.isEmpty ? row.outcomes.count <= 1 && namesNoOutcome(statement) : row.outcomes == named
    }
  }

  /// Whether a statement has no words but those of its studies and idle ones.
  private func namesNoOutcome(_ statement: VerdictStatement) -> Bool {
    let studies = statement.studies.map { $0.lowercased() }
    return statement.topic.allSatisfy { word in
      Self.idle.contains(word) || studies.contains { $0.contains(word) }
    }
  }

  /// Words of a statement that name no outcome.
  private static let idle: Set<String> = ["result", "finding", "difference", "结果", "差异", "结局"]

  /// Capitals, or authors: rows of outcomes and of groups prove nothing of a study.
  private static func isStudy(_ name: String) -> Bool {
    name.hasSuffix("等") || name.contains("et al")
      || name.split { !$0.isLetter }.contains { $0.utf8.count >= 4 && $0.allSatisfy(\.isUppercase) }
  }

  /// "TRIAL-1" is no part of "TRIAL-12".
  private static func holds(_ name: String, _ words: String) -> Bool {
    guard let range = words.utf8.firstRange(of: name.utf8) else { return false }
    let next = range.upperBound < words.utf8.endIndex ? words.utf8[range.upperBound] : 0x20
    return !(0x30...0x39).contains(next) && next != 0x2D && !(0x41...0x5A).contains(next & 0xDF)
  }

  private func byDrug(_ statement: VerdictStatement) -> [Row] {
    guard statement.drugs.count == 1, statement.studies.isEmpty else { return [] }
    return rows.filter { !$0.drugs.isDisjoint(with: statement.drugs) }
  }
}
