import Literature
import TextAnalysis

/// χ², Q and t with their degrees of freedom and P as words and tables print them, where no card has all three: "chi-squared = 4.95, df = 1,
/// P = 0.026", "χ² = 5.30 on one degree of freedom, P = 0.021", a row `25 (71.4) | 15 (44.1) | χ² = 5.28 | 0.022`.
enum WrittenStatistic {
  private static let farthest = 14

  /// Cards of them; a card that lacks degrees or P is completed. O(tokens).
  static func cards(in context: CheckContext) -> [ResultCard] {
    context.extract.passages.indices.flatMap { passage -> [ResultCard] in
      switch context.extract.passages[passage].kind {
      case .sentence, .note, .caption: inWords(passage, context)
      case .tableRow: inRow(passage, context)
      default: []
      }
    }
  }

  // MARK: Sentences

  private static func inWords(_ passage: Int, _ context: CheckContext) -> [ResultCard] {
    let text = context.lexed[passage]
    let known = (context.cardsByPassage[passage] ?? []).map { context.results[$0] }.filter {
      ["chi2", "t", "Q"].contains($0.measure) && !$0.details.degreesOfFreedom.isEmpty
    }
    return text.tokens.indices.compactMap { index -> ResultCard? in
      guard let (measure, equals) = name(text, index), let number = text.number(equals + 1), number.decimals > 0,
        let (degrees, next) = degrees(text, equals + 2),
        let place = (next..<min(text.count, next + farthest)).first(where: {
          WrittenP.isSigned(text, $0) || name(text, $0) != nil
        }),
        let p = WrittenP.value(in: text, at: place)
      else { return nil }
      let span = context.extract.passages[passage].flow.span(of: text.tokens[index].start..<text.tokens[place + 2].end)
      guard !known.contains(where: { $0.span.overlaps(span) }) else { return nil }
      return card(measure, number, p, degrees, passage, span, .text)
    }
  }

  /// A name of χ², Q or t at a token, and the sign behind it.
  private static func name(_ text: LexedText, _ index: Int) -> (measure: String, equals: Int)? {
    var (measure, cursor) = ("chi2", index + 1)
    if text.isWord(index, "chi") {
      if text.isSymbol(cursor, "-") { cursor += 1 }
      guard text.isWord(cursor, "squared") || text.isWord(cursor, "square") else { return nil }
      cursor += 1
    } else if text.isWord(index, "χ") {
      guard text.tokens.indices.contains(cursor), text.tokens[cursor].kind == .superscript || text.string(cursor) == "2" else {
        return nil
      }
      cursor += 1
    } else if text.isWord(index, "t") || text.isWord(index, "q") {
      measure = text.isWord(index, "t") ? "t" : "Q"
    } else {
      return nil
    }
    return text.isSymbol(cursor, "=") ? (measure, cursor) : nil
  }

  /// "df = 1", "on one degree of freedom", 自由度为 1, before P, and the token behind.
  private static func degrees(_ text: LexedText, _ start: Int) -> (PrintedNumber, Int)? {
    for index in start..<min(text.count, start + farthest) {
      if text.isWord(index, "p") { return nil }
      if text.isWord(index, "df"), text.isSymbol(index + 1, "="), let number = whole(text, index + 2) {
        return (number, index + 3)
      }
      if text.isWord(index + 1, "degree") || text.isWord(index + 1, "degrees"), text.isWord(index + 2, "of"),
        text.isWord(index + 3, "freedom"),
        let number = whole(text, index)
      {
        return (number, index + 4)
      }
      if text.hanHasSuffix(index, "自由度") || text.hanHasSuffix(index, "自由度为") {
        let next = text.isSymbol(index + 1, "=") ? index + 2 : index + 1
        if let number = whole(text, next) { return (number, next + 1) }
      }
    }
    return nil
  }

  private static func whole(_ text: LexedText, _ index: Int) -> PrintedNumber? {
    guard let count = PrintedCount.small(text, index), count.value > 0 else { return nil }
    return PrintedNumber("\(count.value)")
  }

  // MARK: Rows

  /// A card of a row whose P stands in a column of its own: of χ² where two cells give the shares of two groups, of t where two heads give
  /// their sizes.
  private static func inRow(_ passage: Int, _ context: CheckContext) -> [ResultCard] {
    let own = (context.cardsByPassage[passage] ?? []).map { context.results[$0] }.filter {
      ["chi2", "t"].contains($0.measure) && $0.p == nil && $0.details.degreesOfFreedom.isEmpty
    }
    guard own.count == 1, let card = own.first, let value = card.value, let place = context.extract.passages[passage].tableRow,
      context.extract.article.tables.indices.contains(place.table),
      let p = columnP(passage, context)
    else { return [] }
    let cells = context.extract.article.tables[place.table].cells
    let sizes = cells.filter { $0.isHeader || $0.row == 0 }.compactMap { ColumnShares.total(LexedText($0.flow.utf8)) }
    guard sizes.count == 2 else { return [] }
    let shares = cells.count { $0.row == place.row && $0.column > 0 && isShare(LexedText($0.flow.utf8)) }
    let degrees = card.measure == "t" ? sizes[0] + sizes[1] - 2 : 1
    guard card.measure == "t" || shares == 2, let number = PrintedNumber("\(degrees)") else { return [] }
    return [self.card(card.measure, value, p, number, passage, card.span, .table)]
  }

  private static func columnP(_ passage: Int, _ context: CheckContext) -> PrintedNumber? {
    let text = context.lexed[passage]
    let cells = RowCells.under(RowCells.pHeads, passage, in: context)
    guard cells.count == 1, let cell = cells.first else { return nil }
    let first = text.firstToken(at: cell.lowerBound)
    let isBound = text.isSymbol(first, "<")
    let index = isBound || text.isSymbol(first, "=") ? first + 1 : first
    guard let number = text.number(index), text.tokens[index].end <= cell.upperBound, number.decimals > 0, number.value <= 1
    else { return nil }
    return PrintedNumber(
      printed: number.printed, value: number.value, decimals: number.decimals, relation: isBound ? .less : .equal)
  }

  /// `25 (71.4)` and nothing else.
  private static func isShare(_ text: LexedText) -> Bool {
    guard text.number(0)?.decimals == 0, text.isSymbol(1, "("), text.isNumber(2) else { return false }
    return text.isSymbol(text.isSymbol(3, "%") ? 4 : 3, ")")
  }

  private static func card(
    _ measure: String, _ value: PrintedNumber, _ p: PrintedNumber, _ degrees: PrintedNumber, _ passage: Int, _ span: SourceSpan,
    _ location: ResultCard.Location
  ) -> ResultCard {
    var card = ResultCard(measure: measure, location: location, passage: passage, span: span)
    card.value = value
    card.p = p
    card.details.degreesOfFreedom = [degrees]
    return card
  }
}
