import Literature

/// Figures that a sentence gives for one outcome, cell by cell: "in 172 (50.1%) and 86 (25.2%), respectively".
struct FigureStatement: Hashable, Sendable {
  /// Figures of one arm, or one estimate with what stands in its brackets.
  struct Cell: Hashable, Sendable {
    enum Measure: Hashable, Sendable { case ratio, difference }

    var figures: [StatedFigure]
    /// What the words at the cell say of it alone.
    var own: ResultRoles
    var measure: Measure?
    /// Words before it in its own clause.
    var near: Set<String> = []
    /// Whether its own words name its arm, rather than the order of an earlier sentence.
    var isNamed = true

    /// The figure that the others belong to.
    var main: StatedFigure? {
      figures.first { $0.kind == .share } ?? figures.first { $0.kind == .count } ?? figures.first { $0.kind == .value }
        ?? figures.first
    }
  }

  /// What the words say of all cells.
  var topic: ResultRoles
  /// Of statements before it in the sentence.
  var context: ResultRoles
  var cells: [Cell]

  /// What is said of one cell: its own time stands for the sentence's, and so does its own arm.
  func roles(of cell: Int) -> ResultRoles {
    let own = cells[cell].own
    var roles = topic.merged(with: own)
    if !own.times.isEmpty { roles.times = own.times }
    let isOfBoth = topic.arms.count > 1 && topic.arms.contains("control") || cells.count { $0.measure == nil } > 1
    if !own.arms.isEmpty { roles.arms = own.arms } else if isOfBoth { roles.arms = [] }
    if cells[cell].measure != nil { roles.arms = own.arms.subtracting(["control"]) }
    return roles
  }
}
