import Lexicon
import Literature
import TextAnalysis

/// A table of studies: what its columns hold.
struct StudyTable {
  private let cells: [Table.Cell]

  init(_ input: EvidenceInput, _ table: Int) {
    cells = input.article.tables.indices.contains(table) ? input.article.tables[table].cells : []
  }

  /// Whether the heading of the first column says that it lists studies; one of "study group" or "study drug" lists something else.
  var hasStudyHeading: Bool {
    guard let header = header(ofColumn: 0) else { return false }
    let lower = header.lowercased()
    if Self.chineseWords.contains(where: { lower.contains($0) }) {
      return !Self.otherChineseWords.contains { lower.contains($0) }
    }
    let words = lower.split { !$0.isLetter }.map(String.init)
    return words.contains { Self.studyWords.contains($0) } && !words.contains { Self.otherWords.contains($0) }
  }

  /// The column of the numbers of participants.
  var sampleSizeColumn: Int? {
    cells.prefix { $0.row == 0 }.first { Self.isSampleSize($0.flow.string) }?.column
  }

  /// O(log n + columns): cells stand row by row.
  func cell(row: Int, column: Int) -> Table.Cell? {
    cells[cells.partitionPoint { $0.row >= row }...].prefix { $0.row == row }.first { $0.column == column }
  }

  private func header(ofColumn column: Int) -> String? { cells.isEmpty ? nil : cell(row: 0, column: column)?.flow.string ?? "" }

  private static func isSampleSize(_ header: String) -> Bool {
    let letters = header.lowercased().filter { !$0.isWhitespace && $0 != "." }
    return ["n", "n=", "no", "例数", "病例数", "人数", "样本量", "n(例)"].contains(letters)
      || ["样本量", "samplesize", "noofpatients", "numberofpatients", "patients(n)", "patients,n", "participants,n"].contains {
        letters.contains($0)
      }
  }

  private static let studyWords: Set<String> = [
    "trial", "trials", "study", "studies", "author", "authors", "reference", "references", "nct", "acronym", "source",
    "registration",
  ]
  private static let otherWords: Set<String> = [
    "group", "groups", "arm", "arms", "drug", "visit", "day", "period", "parameter", "parameters", "variable", "variables",
    "site", "sites",
    "characteristic", "characteristics", "population", "measure", "measures", "outcome", "outcomes", "endpoint", "week", "phase",
    "values",
    "range", "center", "centre", "treatment", "treatments", "subject", "subjects", "participants", "patients", "item", "items",
    "component",
  ]
  private static let chineseWords = ["研究", "试验", "作者", "文献"]
  private static let otherChineseWords = ["组", "指标", "变量", "参数", "药物", "对象", "终点", "分期", "内容", "项目"]
}
