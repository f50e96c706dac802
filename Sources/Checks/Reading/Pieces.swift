import TextAnalysis

/// Cuts a clause at its commas and at "and", outside brackets.
enum Pieces {
  /// Token ranges in order; none is empty. O(tokens).
  static func all(in text: LexedText, _ clause: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = clause.lowerBound
    var depth = 0
    for index in clause {
      if text.isSymbol(index, "(") { depth += 1 }
      if text.isSymbol(index, ")") { depth = max(0, depth - 1) }
      guard depth == 0, text.isSymbol(index, ",") || text.isWord(index, "and"), index > start else { continue }
      pieces.append(start..<index)
      start = index
    }
    return start < clause.upperBound ? pieces + [start..<clause.upperBound] : pieces
  }

  /// As `all`, cut at commas alone. O(tokens).
  static func atCommas(in text: LexedText, _ clause: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    for piece in all(in: text, clause) {
      if let last = pieces.last, text.isWord(piece.lowerBound, "and"), !text.isSymbol(piece.lowerBound - 1, ",") {
        pieces[pieces.count - 1] = last.lowerBound..<piece.upperBound
      } else {
        pieces.append(piece)
      }
    }
    return pieces
  }
}
