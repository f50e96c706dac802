import Literature
import Statistics

/// What follows from the figures of a statement without standing there: complements, what a ratio leaves of one, differences, and sums of counts.
enum DerivedFigures {
  /// Whether a figure follows from what a statement of the source prints. O(figures²) of the statement.
  ///
  /// - Parameter measure: what the figure's own sentence calls it.
  static func holds(_ figure: StatedFigure, of measure: FigureStatement.Cell.Measure?, _ statement: FigureStatement) -> Bool {
    let figures = statement.cells.flatMap(\.figures)
    switch figure.kind {
    case .share:
      if isComplement(figure, statement) { return true }
      let shares = figures.filter { $0.kind == .share }.map(\.number)
      let ratios = statement.cells.filter { $0.measure == .ratio }.compactMap(\.main).map(\.number.value)
      if ratios.contains(where: { $0 < 3 && isNear(figure, 100 * abs(1 - $0)) }) { return true }
      return measure == .difference && pairs(shares.map(\.value)).contains { isNear(figure, abs($0.0 - $0.1)) }
    case .count, .total:
      let counts = figures.filter { $0.kind == .count || $0.kind == .total }
      let values = counts.map(\.number.value)
      if statement.cells.filter({ $0.measure == nil }).compactMap(\.main).count <= 4,
        pairs(values).contains(where: { isNear(figure, $0.0 + $0.1) || isNear(figure, abs($0.0 - $0.1)) })
      {
        return true
      }
      return isNear(figure, values.reduce(0, +))
    case .value:
      guard measure != .ratio, measure == .difference || figure.days == nil else { return false }
      let values = figures.filter { $0.kind == .value || $0.kind == .share }.map(\.number.value)
      return pairs(values).contains { isNear(figure, abs($0.0 - $0.1)) }
    case .limit, .p: return false
    }
  }

  /// What a share of the statement leaves of a hundred.
  static func isComplement(_ figure: StatedFigure, _ statement: FigureStatement) -> Bool {
    statement.cells.contains { $0.figures.contains { $0.kind == .share && isNear(figure, 100 - $0.number.value) } }
  }

  /// Each two of them, in order.
  static func pairs(_ values: [Double]) -> [(Double, Double)] {
    values.indices.flatMap { left in values.indices.filter { $0 > left }.map { (values[left], values[$0]) } }
  }

  private static func isNear(_ figure: StatedFigure, _ value: Double) -> Bool {
    let slack = figure.isRough ? figure.number.halfOfRoundUnit : RoundingInterval.halfUnit(decimals: figure.number.decimals)
    return abs(value - figure.number.value) <= 1.001 * slack
  }
}
