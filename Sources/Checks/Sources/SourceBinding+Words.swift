import Literature
import Statistics

/// What else of a statement tells whether a place of the source is its own.
extension SourceBinding {
  /// Whether the words beside the figure, or the sentence's where there are none, are among those of a place. What a clause says of its own figure goes
  /// before what the sentence has said of others.
  func speaksOf(_ place: Place, _ own: FigureStatement, _ cell: Int) -> Bool {
    let beside = own.cells[cell].near.union(own.cells[cell].own.words)
    return beside.isEmpty
      || !beside.union(beside.count < Self.fewWords ? own.topic.words : []).isDisjoint(with: words(of: place.sentence))
  }

  /// A clause of fewer words may name its outcome before its comma.
  private static let fewWords = 2

  /// Whether all figures of the statement stand in the one sentence that has this one, and no outcome that it names is among the words of the place that it
  /// seems to speak of: in two languages the outcome's words may not meet, and the figures do.
  func standsTogether(_ own: FigureStatement, _ meant: Place, _ found: Place) -> Bool {
    let figures = own.cells.flatMap(\.figures).filter(\.isTelling)
    guard figures.count >= 2, company(figures, found.sentence) == figures.count, company(figures, meant.sentence) < figures.count
    else { return false }
    let named = own.cells.reduce(own.topic.words) { $0.union($1.own.words) }.intersection(words(of: meant.sentence))
    return !named.contains { $0.hasPrefix("endpoint:") || OutcomeVocabulary.isOutcome($0) }
  }

  /// Whether the two groups that the statement tells without their names stand in the source one after the other as it has them: nothing is exchanged,
  /// and the arms that the figures seem to have were taken from elsewhere.
  func isInOrder(_ own: FigureStatement, _ place: Place) -> Bool {
    let mine = own.cells.filter { $0.measure == nil }
    let theirs = statement(place).cells.filter { $0.measure == nil }
    guard mine.count == 2, theirs.count == 2, mine.allSatisfy({ !$0.isNamed || $0.own.arms.isEmpty }),
      theirs.contains(where: { !$0.isNamed || $0.own.arms.isEmpty })
    else { return false }
    return zip(mine, theirs).allSatisfy { left, right in
      left.main.map { main in right.figures.contains { main.agrees(with: $0) } } ?? false
    }
  }

  /// Whether a share has as many digits as one that stands there, and its last is off by one: rounded from counts otherwise than there.
  func isOffByOne(_ figure: StatedFigure, at place: Place) -> Bool {
    guard figure.kind == .share, figure.number.decimals > 0 else { return false }
    let half = RoundingInterval.halfUnit(decimals: figure.number.decimals)
    return cell(place).figures.contains { other in
      other.kind == .share && other.number.decimals == figure.number.decimals
        && abs(abs(other.number.value - figure.number.value) - 2 * half) < 0.1 * half
    }
  }
}
