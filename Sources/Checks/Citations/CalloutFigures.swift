import Literature
import TextAnalysis

/// Figures that were taken for callouts: the SD of "93 (26)", the first digits of "23,326".
enum CalloutFigures {
  static func isFigure(_ citation: Citation, in context: CheckContext) -> Bool {
    let (text, flow) = (context.lexed[citation.passage], context.extract.passages[citation.passage].flow)
    guard let start = flow.flowOffset(ofSource: citation.span.start), let end = flow.flowOffset(ofSource: citation.span.end - 1)
    else { return false }
    let (first, after) = (text.firstToken(at: start), text.firstToken(at: end + 1))
    if citation.marker.hasPrefix("("), text.isNumber(first - 1) || text.isSymbol(first - 1, "%") { return true }
    let last = text.tokens.indices.contains(after - 1) ? text.string(after - 1) : ""
    // The lexer takes 23,326 for one number, of which the callout marks a part.
    return last.contains(where: \.isNumber) && text.tokens[after - 1].end > end + 1
  }

  /// "ages of (0–4), (5–9) and (10–14)": classes of figures, of which the first begins with 0.
  static func isOfRanges(_ citation: Citation, in context: CheckContext) -> Bool {
    guard citation.marker.hasPrefix("(") || citation.marker.hasPrefix("（") else { return false }
    let text = context.lexed[citation.passage]
    return text.tokens.indices.contains { index in
      text.isSymbol(index, "(") && text.number(index + 1)?.value == 0
        && (text.isSymbol(index + 2, "-") || text.isSymbol(index + 2, ")"))
    }
  }
}
