import Lexicon
import Literature
import TextAnalysis

/// Cuts a sentence into statements: figures of one outcome each, with what the words say of them.
struct StatementReader {
  /// The arms that the latest statement named one after the other: what "respectively" goes by.
  struct Order: Sendable {
    var arms: [Set<String>] = []
    /// Two arms were named in both orders: which one figures without names go by cannot be told.
    var isMixed = false
    /// Of the latest statement.
    var words: Set<String> = []
  }

  private let text: LexedText
  private let tokens: Range<Int>
  private let callouts: [Range<Int>]
  private let reader: ResultRoleReader
  private let cells: [[StatedFigure]]

  /// O(bytes of the text).
  init(_ text: LexedText, _ tokens: Range<Int>? = nil, callouts: [Range<Int>] = []) {
    self.text = text
    self.tokens = tokens ?? text.tokens.indices
    self.callouts = callouts
    let figures = ResultFigures(text: text, callouts: callouts)
    reader = ResultRoleReader(figures)
    cells = Self.cells(figures.all(self.tokens), text)
  }

  func statements(_ order: inout Order) -> [FigureStatement] {
    var statements: [FigureStatement] = []
    for index in cells.indices { add(index, to: &statements) }
    var latest = order.words
    for index in statements.indices {
      gather(&statements[index])
      if statements[index].topic.words.isEmpty { statements[index].topic.words = latest }
      latest = statements[index].topic.words
      finish(&statements[index], &order)
    }
    if let last = statements.last { order.words = last.topic.words }
    return statements
  }

  // MARK: Cells

  private static let glue: Set<String> = [
    "of", "patients", "participants", "people", "out", "ci", "to", "p", "confidence", "interval", "the", "cases", "events",
    "women", "men",
    "adults", "children", "infants", "value", "cri", "treated",
  ]
  private static let hanGlue: Set<String> = [
    "例", "人", "名", "例中", "例中有", "中", "中有", "有", "例患者", "例患者中有", "可信区间", "置信区间", "值", "的",
  ]

  private static func cells(_ figures: [StatedFigure], _ text: LexedText) -> [[StatedFigure]] {
    var cells: [[StatedFigure]] = []
    for figure in figures {
      if let last = cells.last?.last, joins(last, figure, text), !isFull(cells[cells.count - 1], figure) {
        cells[cells.count - 1].append(figure)
      } else {
        cells.append([figure])
      }
    }
    return cells
  }

  private static func joins(_ left: StatedFigure, _ right: StatedFigure, _ text: LexedText) -> Bool {
    var depth = 0
    for cursor in left.token + 1..<right.token {
      if text.isSymbol(cursor, "(") || text.isSymbol(cursor, "[") { depth += 1 }
      switch text.tokens[cursor].kind {
      case .word: if !glue.contains(text.lowercased(cursor)) { return false }
      case .han: if !hanGlue.contains(text.string(cursor)) { return false }
      case .symbol:
        let parts = text.isSymbol(cursor, ",") || text.isSymbol(cursor, ";") || text.isSymbol(cursor, ":")
        if parts, depth == 0, right.kind != .limit, right.kind != .p { return false }
      default: break
      }
    }
    return right.token - left.token < 16
  }

  /// A cell holds one share, one estimate, two limits, one P.
  private static func isFull(_ cell: [StatedFigure], _ figure: StatedFigure) -> Bool {
    let same = cell.count { $0.kind == figure.kind }
    if figure.kind == .limit { return same >= 2 }
    if figure.kind == .share, cell.contains(where: { $0.kind == .value && $0.number.decimals > 0 }) { return true }
    if figure.kind == .count || figure.kind == .value, cell.contains(where: { $0.kind == .p || $0.kind == .limit }) {
      return true
    }
    return same >= 1
  }

  // MARK: Gaps

  private static let boundaries = PhraseSet(
    ["and", "versus", "vs", "against", "but", "whereas", "while", "compared", "than", "as", "which"],
    ["与", "和", "而", "但", "较", "比", "并", "及"])

  /// Where the words of the figure before end and those of the figure behind begin.
  private func boundary(_ gap: Range<Int>, behind cell: Int) -> Int {
    var start = gap.lowerBound
    while start < gap.upperBound, isCloser(start) { start += 1 }
    if isAside(cell), (gap.lowerBound..<start).contains(where: { text.isSymbol($0, ")") }) { return start }
    let marks: [Unicode.Scalar] = [",", ";", ":", "(", "[", "、", "。"]
    for cursor in start..<gap.upperBound {
      if marks.contains(where: { text.isSymbol(cursor, $0) }), !isCallout(cursor) { return cursor }
      if text.tokens[cursor].kind == .word, Self.boundaries.occurs(in: text, cursor..<cursor + 1) || isSpan(cursor) {
        return cursor
      }
      if text.tokens[cursor].kind == .han, let first = Self.boundaries.first(in: text, cursor..<cursor + 1),
        first.lowerBound == text.tokens[cursor].start
      {
        return cursor
      }
    }
    // Chinese names an outcome before its figure.
    return cell + 1 < cells.count && gap.contains { text.tokens[$0].kind == .han } ? start : gap.upperBound
  }

  /// "Over a median of".
  private func isSpan(_ index: Int) -> Bool {
    ["over", "for", "during", "with"].contains { text.isWord(index, $0) } && text.isWord(index + 1, "a")
      && (text.isWord(index + 2, "median") || text.isWord(index + 2, "mean"))
  }

  /// Whether a cell stands in brackets behind words of its own: "(median follow-up, 18.4 months)".
  private func isAside(_ cell: Int) -> Bool {
    let first = cells[cell][0].token
    for cursor in stride(from: first - 1, through: max(tokens.lowerBound, first - 8), by: -1) {
      if text.isSymbol(cursor, ")") { return false }
      if text.isSymbol(cursor, "(") { return cursor < first - 1 }
    }
    return false
  }

  private func isCloser(_ index: Int) -> Bool {
    text.isSymbol(index, "%") || text.isSymbol(index, ")") || text.isSymbol(index, "]") || isCallout(index)
  }

  private func isCallout(_ index: Int) -> Bool { callouts.contains { $0.overlaps(text.tokens[index].range) } }

  private func gap(before index: Int) -> Range<Int> {
    let start = index == 0 ? tokens.lowerBound : (cells[index - 1].last?.token ?? tokens.lowerBound) + 1
    return start..<max(start, cells[index][0].token)
  }

  private func tail(of index: Int) -> Range<Int> {
    let start = (cells[index].last?.token ?? tokens.lowerBound) + 1
    let end = index + 1 < cells.count ? cells[index + 1][0].token : tokens.upperBound
    guard start < end else { return start..<start }
    return start..<boundary(start..<end, behind: index)
  }

  private func head(of index: Int) -> Range<Int> {
    let gap = gap(before: index)
    return index == 0 ? gap : min(boundary(gap, behind: index - 1), gap.upperBound)..<gap.upperBound
  }

  /// What of the words before a figure stands behind their last comma.
  private func lastClause(_ head: Range<Int>) -> Range<Int> {
    let comma = head.last { text.isSymbol($0, ",") || text.isSymbol($0, ";") || text.isSymbol($0, ":") }
    return (comma.map { $0 + 1 } ?? head.lowerBound)..<head.upperBound
  }

  // MARK: Statements

  private func add(_ index: Int, to statements: inout [FigureStatement]) {
    let head = head(of: index)
    var roles = reader.roles(head)
    // "Over a median of 30 months recurrence was seen in": the words behind a length of follow-up are of the next figure.
    let isFollowUp = roles.words.contains("followup") && cells[index].contains { $0.days != nil }
    let tail = isFollowUp ? ResultRoles() : reader.roles(tail(of: index))
    let near = reader.roles(lastClause(head))
    let isBracketed = text.isSymbol(head.lowerBound, "(") && head.count > 0
    var cell = FigureStatement.Cell(figures: cells[index], own: tail, measure: measure(head), near: near.words)
    let isOpening =
      statements.isEmpty
      || !isBracketed && (!roles.words.isEmpty || !roles.times.isEmpty || !roles.cuts.isEmpty || isOfOtherKind(index))
    guard isOpening else {
      let last = statements.count - 1
      if cell.measure == nil, roles.words.isEmpty, !isBracketed, cells[index].contains(where: { $0.kind == .value }) {
        cell.measure = statements[last].cells.last?.measure
      }
      cell.own = roles.merged(with: tail)
      statements[last].cells.append(cell)
      return
    }
    cell.own.arms.formUnion(near.arms.isEmpty ? roles.arms : near.arms)
    var context = ResultRoles()
    if let previous = statements.last {
      context = previous.context.merged(with: previous.topic)
      if roles.words.isEmpty {
        if cell.measure == nil, cells[index].contains(where: { $0.kind == .value }) {
          cell.measure = previous.cells.last?.measure
        }
      }
      let isParted = gap(before: index).contains { text.isSymbol($0, ";") }
      if !isParted, roles.times.isEmpty, roles.cuts.isEmpty {
        roles.times = previous.topic.times
        roles.cuts = previous.topic.cuts
      }
    }
    statements.append(FigureStatement(topic: roles, context: context, cells: [cell]))
  }

  /// A length of time beside shares, as "at a median follow-up of 12 months, 31 patients (32%)".
  private func isOfOtherKind(_ index: Int) -> Bool {
    func isTime(_ cell: [StatedFigure]) -> Bool { cell.contains { $0.days != nil } }
    return isTime(cells[index - 1]) && !isTime(cells[index]) && cells[index].contains { $0.kind == .share || $0.kind == .count }
  }

  private static let ratios = PhraseSet(
    ["ratio", "relative risk", "hr", "rr", "or", "irr", "ahr", "aor"], ["风险比", "比值比", "危险度", "率比"])
  private static let differences = PhraseSet(["difference", "md", "rd", "differed"], ["差值", "率差", "均数差", "之差"])

  private func measure(_ head: Range<Int>) -> FigureStatement.Cell.Measure? {
    if Self.differences.occurs(in: text, head) { return .difference }
    guard let ratio = Self.ratios.all(in: text, head).last else { return nil }
    let token = text.firstToken(at: ratio.lowerBound)
    return text.isWord(token, "or") && text.string(token) != "OR" ? nil : .ratio
  }

  /// What only the last words say is of all: "in 36 (13.4%) and 34 (12.8%) had died", "by 9.4% and by 0.9% at week 104".
  private func gather(_ statement: inout FigureStatement) {
    guard let last = statement.cells.lastIndex(where: { $0.measure == nil }) else { return }
    let own = statement.cells[last].own
    if statement.topic.words.isEmpty { statement.topic.words = own.words }
    if statement.topic.times.isEmpty, statement.cells.indices.allSatisfy({ $0 == last || statement.cells[$0].own.times.isEmpty })
    {
      statement.topic.times = own.times
    }
    // "85 to early repair and 82 to exercise".
    guard statement.topic.words.union(own.words).contains("enrol") else { return }
    for cell in statement.cells.indices where statement.cells[cell].own.arms.isEmpty {
      statement.cells[cell].own.arms = Set(statement.cells[cell].own.words.subtracting(["enrol"]).map { "a:" + $0 })
    }
  }

  /// Arms that go by the order of an earlier statement.
  private func finish(_ statement: inout FigureStatement, _ order: inout Order) {
    let shares = statement.cells.indices.filter { statement.cells[$0].measure == nil }
    guard shares.count >= 2 else { return }
    let named = shares.map { statement.cells[$0].own.arms }
    let arms = named.filter { !$0.isEmpty }
    if arms.count >= 2, Set(arms).count == arms.count {
      order.isMixed = order.isMixed || Self.isReversed(order.arms, arms)
      order.arms = arms
    } else if order.isMixed {
      return
    } else if named.allSatisfy(\.isEmpty), order.arms.count == shares.count, isOfOneKind(shares.map { statement.cells[$0] }) {
      for (cell, arms) in zip(shares, order.arms) {
        statement.cells[cell].own.arms = arms
        statement.cells[cell].isNamed = false
      }
    }
  }

  private static func isReversed(_ earlier: [Set<String>], _ later: [Set<String>]) -> Bool {
    guard earlier.count == 2, later.count == 2 else { return false }
    return !earlier[0].isDisjoint(with: later[1]) || !earlier[1].isDisjoint(with: later[0])
  }

  private func isOfOneKind(_ cells: [FigureStatement.Cell]) -> Bool { Set(cells.compactMap { $0.main?.kind }).count == 1 }
}
