import Lexicon
import Literature
import TextAnalysis

/// A table of studies: what its columns hold.
struct StudyTable {
  private let cells: [Table.Cell]

  init(_ input: EvidenceInput, _ table: Int) {
    cells = input.article.tables.indices.contains(table) ? input.article.tables[table].cells : []
  }

  /// Whether the first column lists studies: its heading says so, or it has none.
  var hasStudyColumn: Bool {
    guard let header = header(ofColumn: 0)?.lowercased() else { return false }
    return header.isEmpty || Self.studyWords.contains { header.contains($0) }
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

  private static let studyWords = [
    "研究", "试验", "trial", "study", "studies", "author", "作者", "文献", "reference", "nct", "acronym", "source",
  ]
}
