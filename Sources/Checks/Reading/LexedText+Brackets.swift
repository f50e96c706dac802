import TextAnalysis

extension LexedText {
  /// The bracket that is open at a token, the innermost round or square one; nil outside of brackets. O(tokens before).
  func opening(around index: Int) -> Int? {
    var depth = 0
    for cursor in tokens.indices.prefix(max(0, index)).reversed() {
      if isSymbol(cursor, ")") || isSymbol(cursor, "]") { depth += 1 }
      if isSymbol(cursor, "(") || isSymbol(cursor, "[") {
        if depth == 0 { return cursor }
        depth -= 1
      }
    }
    return nil
  }

  /// Those of some tokens that stand in no bracket which opens among them; the brackets are not among these. O(tokens).
  func outsideBrackets(_ tokens: Range<Int>) -> [Int] {
    var depth = 0
    return tokens.filter { index in
      if isSymbol(index, "(") || isSymbol(index, "[") {
        depth += 1
        return false
      }
      if isSymbol(index, ")") || isSymbol(index, "]") {
        depth = max(0, depth - 1)
        return false
      }
      return depth == 0
    }
  }
}
