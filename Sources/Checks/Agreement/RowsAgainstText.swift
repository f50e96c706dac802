import Literature
import TextAnalysis

/// What a sentence says of the two groups in a table's row, with the row's own words: one figure as in the row, the other with a slip of the
/// pen.
///
/// The words of the row's first cell, all of them in the sentence, tell that both are of one outcome; that the figure of one group is the same
/// tells that they are of one analysis. A figure that no place of the document but the sentence has, and that is a cell's with two digits
/// exchanged, needs the words alone.
struct RowsAgainstText {
  private struct Row {
    var passage: Int
    var words: Set<String>
    var figures: [Int]
  }

  private let places: FigurePlaces
  private let context: CheckContext

  init(_ places: FigurePlaces) {
    self.places = places
    context = places.context
  }

  private static let (fewestWords, longestRow) = (1, 8)
  /// Of some of the people, or of another time, the figures are others.
  private static let others = PhraseSet(
    [
      "per protocol", "subgroup", "among", "interim", "sensitivity", "adjusted", "excluding", "without", "left out",
      "versus those",
      "baseline", "previous", "earlier", "literature", "planned", "expected", "assumed",
    ],
    ["方案集", "亚组", "期中", "校正", "排除", "敏感性", "既往", "预期", "计划", "文献", "报道"])

  /// In document order. O(sentences of the outcomes' words × rows).
  func all() -> [FigureSlips.Slip] {
    guard !context.isReview else { return [] }
    let rows = self.rows()
    guard !rows.isEmpty else { return [] }
    let keys = Set(rows.flatMap(\.figures).map { places.figures[$0].key })
    return places.byPassage.keys.sorted().flatMap { passage -> [FigureSlips.Slip] in
      let own = context.extract.passages[passage]
      guard own.kind == .sentence, mayDiffer(passage, keys), !Self.others.occurs(in: context.lexed[passage]),
        context.citations(in: passage).isEmpty
      else { return [] }
      let words = places.labels(passage)
      let named = rows.filter { $0.words.isSubset(of: words) }
      // Of several rows the one with the most words is meant.
      guard let most = named.map(\.words.count).max() else { return [] }
      return named.filter { $0.words.count == most }.compactMap { slip(passage, $0) }
    }
  }

  /// Whether a sentence has a figure of the tables with two digits exchanged, or two figures one of which is theirs: only then are words
  /// compared.
  private func mayDiffer(_ passage: Int, _ keys: Set<PlacedFigure.Key>) -> Bool {
    let own = values(passage)
    let isPair = own.count <= Self.mostOfPair && own.contains { keys.contains(places.figures[$0].key) }
    return isPair || own.contains { isOrphan($0) && !places.figures[$0].key.transpositions.isDisjoint(with: keys) }
  }

  private static let mostOfPair = 4
  private static let fewestOfNamed = 3

  private func rows() -> [Row] {
    places.byPassage.keys.sorted().compactMap { passage -> Row? in
      guard context.extract.passages[passage].kind == .tableRow else { return nil }
      let figures = values(passage)
      let words = places.labels(passage).subtracting(Self.units)
      guard (2...Self.longestRow).contains(figures.count), words.count >= Self.fewestWords else { return nil }
      return Row(passage: passage, words: words, figures: figures)
    }
  }

  private static let units: Set<String> = ["mmhg", "mean", "mg", "kg", "iqr", "per", "min", "均数", "标准", "准差", "数标"]

  /// The figures of a passage that are values or counts of groups.
  private func values(_ passage: Int) -> [Int] {
    places.row(passage).filter { index in
      let figure = places.figures[index]
      return !figure.isDerived && (figure.role == .value || figure.role == .count) && figure.unit != .p
        && figure.key.significant >= 2
    }
  }

  private func slip(_ passage: Int, _ row: Row) -> FigureSlips.Slip? {
    let own = values(passage)
    let rowKeys = Set(row.figures.map { places.figures[$0].key })
    let ownKeys = Set(own.map { places.figures[$0].key })
    // Of a row that several words name two digits are enough.
    let isNamed = row.words.count >= Self.fewestOfNamed
    let shared = rowKeys.intersection(ownKeys).contains {
      $0.significant >= 3 || $0.significant == 2 && ($0.decimals > 0 || isNamed)
    }
    for index in own where !rowKeys.contains(places.figures[index].key) {
      let figure = places.figures[index]
      for cell in row.figures where !ownKeys.contains(places.figures[cell].key) {
        let rival = places.figures[cell]
        guard figure.key.decimals == rival.key.decimals, figure.key.digits.count == rival.key.digits.count,
          figure.hasUnit(of: rival) || rival.role == .value, isOrphan(index) || isOrphan(cell)
        else { continue }
        let difference = figure.difference(from: rival)
        guard
          difference == .transposed && figure.key.significant >= 3 && isOrphan(index)
            || shared && isPair(own, index, row, cell, difference)
        else {
          continue
        }
        return FigureSlips.Slip(
          odd: isOrphan(index) && !isOrphan(cell) ? figure : isOrphan(cell) && !isOrphan(index) ? rival : figure,
          usual: isOrphan(cell) && !isOrphan(index) ? figure : rival, kind: .misprint(difference ?? .other))
      }
    }
    return nil
  }

  /// Whether a sentence's only two figures of a kind are the row's first two but for one that is near: 181 and 165 beside 183 and 165.
  private func isPair(_ own: [Int], _ index: Int, _ row: Row, _ cell: Int, _ difference: PrintedDifference?) -> Bool {
    let alike = own.filter { places.figures[$0].key.decimals == places.figures[index].key.decimals }
    let cells = row.figures.filter { places.figures[$0].key.decimals == places.figures[cell].key.decimals }
    guard alike.count == 2, cells.count >= 2, let place = alike.firstIndex(of: index), cells[place] == cell,
      places.figures[alike[1 - place]].key == places.figures[cells[1 - place]].key,
      difference == .oneDigit || difference == .transposed,
      let one = PrintedNumber(places.figures[index].key.text)?.value,
      let other = PrintedNumber(places.figures[cell].key.text)?.value
    else { return false }
    return abs(one - other) <= 0.3 * max(one, other)
  }

  /// Whether no other place of the document prints it as a value.
  private func isOrphan(_ index: Int) -> Bool {
    let figure = places.figures[index]
    return (places.byKey[figure.key] ?? []).count { other in
      !places.figures[other].isDerived && places.figures[other].hasUnit(of: figure)
        && (places.figures[other].role == .value || places.figures[other].role == .count)
    } == 1
  }
}
