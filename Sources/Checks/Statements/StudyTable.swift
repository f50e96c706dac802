import Lexicon
import Literature
import Statistics
import TextAnalysis

/// A table with a study in each row: what a sentence that counts studies can be held against.
struct StudyTable {
  struct Row {
    var name: String
    /// By column.
    var cells: [Int: LexedText]
  }

  let heads: [Int: LexedText]
  let caption: LexedText
  let rows: [Row]
  let span: SourceSpan

  private static let fewestRows = 3
  private static let heads = PhraseSet(
    ["trial", "trials", "study", "studies", "report", "reports"], ["试验", "研究", "作者", "文献"])
  /// Rows that sum up others.
  private static let sums = PhraseSet(
    ["all", "total", "pooled", "overall", "summary", "combined", "subtotal"], ["合计", "总计", "合并", "小计", "汇总"])

  /// Nil where the rows are of something else, or a study has several of them. O(cells).
  init?(_ index: Int, in context: CheckContext) {
    let cells = context.extract.article.tables[index].cells
    let heads = Dictionary(grouping: cells.filter { $0.isHeader || $0.row == 0 }, by: \.column).mapValues { cells in
      LexedText(cells.map(\.flow.string).joined(separator: " "))
    }
    let rows = Dictionary(grouping: cells.filter { !$0.isHeader && $0.row > 0 }, by: \.row).sorted { $0.key < $1.key }.map {
      Row(
        name: $0.value.first { $0.column == 0 }?.flow.string ?? "",
        cells: Dictionary($0.value.map { ($0.column, LexedText($0.flow.utf8)) }, uniquingKeysWith: { first, _ in first }))
    }.filter { !Self.sums.occurs(in: LexedText($0.name)) }
    let names = Set(rows.map(\.name))
    guard rows.count >= Self.fewestRows, names.count == rows.count, !names.contains(""),
      heads[0].map({ Self.heads.occurs(in: $0) }) ?? false || Self.areTrials(names, in: context),
      let first = cells.first?.flow.span
    else { return nil }
    (self.heads, self.rows, span) = (heads, rows, first)
    caption = LexedText(context.extract.article.caption(ofTable: index))
  }

  private static func areTrials(_ names: Set<String>, in context: CheckContext) -> Bool {
    let known = Set(context.extract.trials.flatMap { [$0.name, $0.id] + $0.aliases })
    return 2 * names.count(where: known.contains) > names.count
  }

  /// Those of a document. O(cells).
  static func all(in context: CheckContext) -> [StudyTable] {
    context.extract.article.tables.indices.compactMap { StudyTable($0, in: context) }
  }

  /// Whether a cell has neither words nor figures: "—".
  func isWithout(_ row: Int, _ column: Int) -> Bool {
    rows[row].cells[column]?.tokens.allSatisfy { $0.kind == .symbol } ?? true
  }

  // MARK: Outcomes

  /// The outcomes that some words name. O(bytes).
  static func outcomes(_ text: LexedText, _ tokens: Range<Int>) -> Set<String> {
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let bytes = Array(text.utf8[text.tokens[first].start..<text.tokens[last].end])
    return Set(
      OutcomeThesaurus.named(in: text, tokens).map(\.id)
        + Lexicon.builtIn.matches(in: bytes).filter { $0.concept.kind == .endpoint }.map(\.concept.id))
  }

  /// Whether the results of a column may be of one of some outcomes: its head, its cells or the caption name it. O(bytes).
  func mayTell(of outcomes: Set<String>, _ column: Int) -> Bool {
    guard !outcomes.isEmpty else { return true }
    let texts = [caption, heads[column]].compactMap { $0 } + rows.compactMap { $0.cells[column] }
    return texts.contains { !Self.outcomes($0, $0.tokens.indices).isDisjoint(with: outcomes) }
  }
}
