import Literature
import Statistics
import TextAnalysis

/// Every set of figures of a document that a bound in words may be of.
struct FigureSets {
  private(set) var sets: [FigureSet] = []
  private let labels: GroupLabels
  private let context: CheckContext
  private let groupSizes: ClosedRange<Double>?

  /// O(tokens).
  init(_ context: CheckContext, _ labels: GroupLabels) {
    (self.context, self.labels) = (context, labels)
    groupSizes = HeadSizes.shared(in: context).range
    for table in context.extract.article.tables.indices { sets += columns(of: table) + rows(of: table) }
    for passage in context.extract.passages.indices where context.extract.passages[passage].kind == .sentence {
      sets += ofSentence(passage)
    }
  }

  func topic(_ text: LexedText, _ tokens: Range<Int>? = nil, without words: [Range<Int>] = []) -> Set<String> {
    let tokens = tokens ?? text.tokens.indices
    let topic = VerdictStatement.topic(text, tokens, without: words, labels).union(SharesByOutcome.told(text, tokens))
      .union(Self.sexes.filter { $0.words.occurs(in: text, tokens) }.map(\.id))
    // "Median survival" is overall survival.
    return topic.contains("endpoint:survival") ? topic.union(["endpoint:os"]) : topic
  }

  private static let sexes: [(words: PhraseSet, id: String)] = [
    (PhraseSet(["men", "male", "males"], ["男性", "男"]), "sex:male"),
    (PhraseSet(["women", "female", "females"], ["女性", "女"]), "sex:female"),
  ]

  // MARK: Tables

  private struct Grid {
    var heads: [Int: String]
    /// The words of each row, its name first.
    var names: [Int: String]
    var cells: [Table.Cell]
    var caption: String
  }

  private func grid(_ table: Int) -> Grid {
    let cells = context.extract.article.tables[table].cells
    let heads = Dictionary(grouping: cells.filter { $0.isHeader || $0.row == 0 }, by: \.column).mapValues {
      $0.map(\.flow.string).joined(separator: " ")
    }
    let body = cells.filter { !$0.isHeader && $0.row > 0 }
    let names = Dictionary(grouping: body, by: \.row).mapValues { row in
      row.sorted { $0.column < $1.column }.filter { $0.column == 0 || CellFigures.isOfWords($0.flow.string) }.map(\.flow.string)
        .joined(separator: " ; ")
    }
    let caption = context.extract.article.caption(ofTable: table)
    return Grid(heads: heads, names: names, cells: body.filter { $0.column > 0 }, caption: caption)
  }

  private static let ratioHeads = PhraseSet(
    ["hr", "rr", "irr", "rrs", "hrs", "hazard ratio", "risk ratio", "odds ratio", "rate ratio", "relative risk"],
    ["风险比", "比值比", "危险度"])
  /// Columns that hold no figures of the arms.
  private static let asides = PhraseSet(
    ["difference", "diff", "ci", "p value", "ref", "reference", "publication"], ["差值", "组间差", "区间", "例数", "年份", "文献", "年龄"])
  private static let shortAsides = PhraseSet(["p", "n", "patients", "participants", "year", "age", "no", "total"])

  private static func isAside(_ head: LexedText) -> Bool {
    asides.occurs(in: head) || head.count <= 2 && shortAsides.occurs(in: head)
  }

  typealias Scaled = (unit: SetBound.Unit, scale: Double)

  /// The unit that a head, a row or a cell names.
  private static func unit(_ words: String) -> Scaled? {
    let text = LexedText(words)
    if ratioHeads.occurs(in: text) { return (.ratio, 1) }
    if (words.contains("%") || words.contains("％")) && !isLevel(text) { return (.percent, 1) }
    for index in text.tokens.indices where !text.isNumber(index - 1) && !text.isSymbol(index - 1, "-") {
      if text.isWord(index, "months") || text.isWord(index, "month") || text.isWord(index, "mo") || text.hanContains(index, "月") {
        return (.month, 1)
      }
      if text.isWord(index, "years") || text.isWord(index, "yr") || text.string(index) == "年" { return (.month, 12) }
    }
    return nil
  }

  /// Whether every sign of per cent is that of an interval's level: "Result (95% CI)".
  private static func isLevel(_ text: LexedText) -> Bool {
    let signs = text.tokens.indices.filter { text.isSymbol($0, "%") }
    return !signs.isEmpty
      && signs.allSatisfy { index in
        ["ci", "cri", "confidence", "credible"].contains { text.isWord(index + 1, $0) } || text.hanHasPrefix(index + 1, "置信")
          || text.hanHasPrefix(index + 1, "可信") || text.hanHasPrefix(index + 1, "区间")
      }
  }

  private static let leastTotal = 10.0

  /// "35/271", be it with words behind.
  private static func isCountOfTotal(_ text: LexedText) -> Bool {
    guard let count = text.number(0), let total = text.number(2), text.isSymbol(1, "/") else { return false }
    return count.decimals == 0 && total.decimals == 0 && total.value >= leastTotal && count.value <= total.value
  }

  /// The unit behind the number of a cell: "30 weeks", 3.2年.
  private static func unitOfCell(_ cell: String) -> Scaled? {
    let text = LexedText(cell)
    if ratioHeads.occurs(in: text) { return (.ratio, 1) }
    if cell.contains("%") && !isLevel(text) || isCountOfTotal(text) { return (.percent, 1) }
    guard let index = text.tokens.indices.first(where: { text.isNumber($0) }) else { return nil }
    if let scale = BoundMark.scale(index + 1, text) { return (.month, scale) }
    if text.isWord(index + 1, "weeks") || text.isWord(index + 1, "week") || text.hanHasPrefix(index + 1, "周") {
      return (.month, 7 / TimeUnits.daysOfMonth)
    }
    return nil
  }

  private static let controls = PhraseSet(
    ["placebo", "control", "controls", "comparator", "usual care", "standard", "sham", "observation", "alone"],
    ["对照", "安慰剂", "常规", "标准", "单药", "观察"])
  private static let tested = PhraseSet(
    ["experimental", "active", "intervention", "combination", "treatment"], ["试验", "干预", "联合", "治疗"])

  private static func role(_ head: LexedText, part: Int, of parts: Int) -> FigureSet.Role? {
    if parts == 2 { return part == 0 ? .tested : .control }
    if controls.occurs(in: head) { return .control }
    return tested.occurs(in: head) ? .tested : nil
  }

  private func columns(of table: Int) -> [FigureSet] {
    let grid = grid(table)
    let captionTopic = topic(LexedText(grid.caption))
    let rowTopics = grid.names.mapValues { topic(LexedText($0)) }
    let rowTimes = grid.names.mapValues { name -> Set<String> in
      let text = LexedText(name)
      return VerdictStatement.times(text, text.tokens.indices)
    }
    return Dictionary(grouping: grid.cells, by: \.column).sorted { $0.key < $1.key }.flatMap { column, cells -> [FigureSet] in
      let head = LexedText(grid.heads[column] ?? "")
      let own = Self.unit(grid.heads[column] ?? "")
      let isOfRatios = cells.contains { Self.unit($0.flow.string)?.unit == .ratio }
      guard own != nil || isOfRatios || !Self.isAside(head) else { return [] }
      let units = cells.map { cell in
        own ?? Self.unitOfCell(cell.flow.string) ?? grid.names[cell.row].flatMap(Self.unit) ?? Self.unit(grid.caption) ?? (
          .plain, 1
        )
      }
      let figures = zip(cells, units).map { CellFigures.all(in: LexedText($0.flow.utf8), isShare: $1.unit == .percent) }
      guard let parts = figures.map(\.count).max(), (1...2).contains(parts) else { return [] }
      let topic = topic(head).union(captionTopic)
      return [SetBound.Unit.percent, .month, .ratio, .plain].flatMap { unit in
        (0..<parts).compactMap { part -> FigureSet? in
          let elements = cells.indices.filter {
            figures[$0].count == parts && units[$0].unit == unit && (unit != .ratio || figures[$0][part].decimals > 0)
          }.map { index in
            let (figure, row) = (figures[index][part], cells[index].row)
            return FigureSet.Element(
              box: RoundingInterval(figure) * units[index].scale, text: figure.text, label: grid.names[row] ?? "",
              topic: (rowTopics[row] ?? []).union(ofCell(cells[index])), times: rowTimes[row] ?? [],
              ratio: unit == .ratio ? RatioKind.named(in: LexedText(cells[index].flow.utf8)) : nil, span: cells[index].flow.span)
          }
          guard elements.count >= 2 else { return nil }
          return FigureSet(
            unit: unit, elements: Self.mirrored(elements), topic: topic, groups: labels.names(in: head, head.tokens.indices),
            role: Self.role(head, part: part, of: parts), isOfFollowUp: SetBound.followUp.occurs(in: head),
            place: .column(table: table, column: column, part: part))
        }
      }
    }
  }

  /// Falls that are printed with a minus are spoken of without.
  private static func mirrored(_ elements: [FigureSet.Element]) -> [FigureSet.Element] {
    guard elements.allSatisfy({ $0.box.high < 0 }) else { return elements }
    return elements.map { element in
      var mirrored = element
      mirrored.box = RoundingInterval(-element.box.high, -element.box.low)
      return mirrored
    }
  }

  /// What a cell with a figure says that it is of: "35/271 failed".
  private func ofCell(_ cell: Table.Cell) -> Set<String> {
    CellFigures.isOfWords(cell.flow.string) ? topic(LexedText(cell.flow.utf8)) : []
  }

  private func rows(of table: Int) -> [FigureSet] {
    let grid = grid(table)
    let captionUnit = Self.unit(grid.caption)
    return Dictionary(grouping: grid.cells, by: \.row).sorted { $0.key < $1.key }.compactMap { row, cells in
      let topic = topic(LexedText(grid.names[row] ?? ""))
      guard !topic.isEmpty else { return nil }
      let own = Self.unit(grid.names[row] ?? "")
      let elements = cells.sorted { $0.column < $1.column }.flatMap { cell -> [FigureSet.Element] in
        let head = grid.heads[cell.column] ?? ""
        let words = LexedText(head)
        guard !Self.isAside(words) || head.contains("%"), !Self.ratioHeads.occurs(in: words) else { return [] }
        guard cell.flow.string.contains("%") || (own ?? Self.unit(head) ?? captionUnit)?.unit == .percent else { return [] }
        let figures = CellFigures.all(in: LexedText(cell.flow.utf8), isShare: true)
        guard figures.count <= 2 else { return [] }
        return figures.map { FigureSet.Element(box: RoundingInterval($0), text: $0.text, label: head, span: cell.flow.span) }
      }
      guard elements.count >= 2, elements.allSatisfy({ (0...100).contains($0.box.middle) }) else { return nil }
      return FigureSet(
        unit: .percent, elements: elements, topic: topic, groups: [], role: nil, place: .row(table: table, row: row))
    }
  }

  // MARK: Sentences

  /// The figures in the bracket behind a bound: "below 1% in both groups (1.7% and 0.6%)".
  func bracket(behind bound: SetBound, _ passage: Int) -> FigureSet? {
    let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
    let mark = text.firstToken(at: bound.range.upperBound)
    guard let opening = (mark..<bound.scope.upperBound).first(where: { text.isSymbol($0, "(") }),
      let end = (opening..<text.count).first(where: { text.isSymbol($0, ")") })
    else { return nil }
    let elements = SentenceFigures.all(in: text, opening..<end).filter { $0.unit == bound.unit }.map {
      FigureSet.Element(box: $0.box, text: $0.text, label: "", span: flow.span(of: $0.range))
    }
    guard elements.count >= 2 else { return nil }
    return FigureSet(unit: bound.unit, elements: elements, topic: [], groups: [], role: nil, place: .sentence(passage: passage))
  }

  /// The figures right beside a bound.
  func beside(_ bound: SetBound, _ passage: Int) -> FigureSet? {
    let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
    let own = topic(text, bound.scope, without: [bound.range]).filter { !$0.hasPrefix("drug:") }
    let figures = BesideFigures(text: text, sizes: groupSizes).figures(of: bound) { own.isSubset(of: topic(text, $0)) }
    guard !figures.isEmpty else { return nil }
    let elements = figures.map { FigureSet.Element(box: $0.box, text: $0.text, label: "", span: flow.span(of: $0.range)) }
    return FigureSet(unit: .percent, elements: elements, topic: [], groups: [], role: nil, place: .sentence(passage: passage))
  }

  private func ofSentence(_ passage: Int) -> [FigureSet] {
    let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
    guard text.tokens.contains(where: { $0.kind == .number }) else { return [] }
    return Clauses.all(in: text).flatMap { clause -> [FigureSet] in
      let figures = SentenceFigures.all(in: text, clause)
      guard !figures.isEmpty else { return [] }
      let topic = topic(text, clause)
      let groups = labels.names(in: text, clause)
      return [SetBound.Unit.percent, .month, .plain].compactMap { unit in
        let own = figures.filter { $0.unit == unit }
        guard !own.isEmpty else { return nil }
        let elements = own.map { FigureSet.Element(box: $0.box, text: $0.text, label: "", span: flow.span(of: $0.range)) }
        return FigureSet(
          unit: unit, elements: elements, topic: topic, groups: groups, times: VerdictStatement.times(text, clause), role: nil,
          isOfFollowUp: SetBound.followUp.occurs(in: text, clause), place: .sentence(passage: passage))
      }
    }
  }
}
