import TextAnalysis

/// A table for the terminal: columns aligned in both scripts, the widest cut first where the line is too long.
struct TextTable {
  private let header: [String]
  private var rows: [[String]] = []

  init(header: [String]) { self.header = header }

  /// Adds a row; missing cells are empty, line breaks and tabs become spaces.
  mutating func add(_ cells: [String]) {
    var row = cells.map { $0.split { $0.isNewline || $0 == "\t" }.joined(separator: " ") }
    while row.count < header.count { row.append("") }
    rows.append(row)
  }

  /// The table in at most `width` columns (more only where each column is at its least width). Ends without a newline.
  func text(width: Int) -> String {
    let widths = columnWidths(limit: width)
    let head = Console.style(.dim, line(header, widths))
    return ([head] + rows.map { line($0, widths) }).joined(separator: "\n")
  }

  /// The most that one column may take, however wide the line may be.
  private static let widest = 72

  private func columnWidths(limit: Int) -> [Int] {
    var widths = header.map { DisplayWidth.of($0) }
    for row in rows {
      for (column, cell) in row.enumerated().prefix(widths.count) { widths[column] = max(widths[column], DisplayWidth.of(cell)) }
    }
    widths = widths.map { min($0, Self.widest) }
    let gaps = 2 * (widths.count - 1)
    while widths.reduce(0, +) + gaps > limit, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 8
    {
      widths[widest] -= 1
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells, widths).map { DisplayWidth.padded(DisplayWidth.truncated($0, to: $1), to: $1) }
    return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
  }
}
