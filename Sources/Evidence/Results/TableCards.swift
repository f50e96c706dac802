import Literature

/// Makes cards of a table's cells: the same row, place and references for all of them.
struct TableCards {
  let input: EvidenceInput
  let binder: TrialBinder
  let profiles: TrialProfiles
  /// Passage of each row of the table's grid.
  let passages: [Int: Int]

  /// The trial that a row names.
  func trial(inRow row: Int) -> Int? {
    guard let passage = passages[row] else { return nil }
    let named = Set(binder.mentions(in: passage).map(\.trial))
    if named.count == 1 { return named.first }
    return named.isEmpty ? binder.citedTrial(in: passage) : nil
  }

  /// A card of a row; `figures` are ranges of cells' flows, in the order of the columns.
  func card(_ measure: String, row: Int, trial: Int?, figures: [(flow: FlowText, bytes: Range<Int>)]) -> ResultCard? {
    guard let passage = passages[row] else { return nil }
    let ranges = figures.flatMap { $0.flow.span(of: $0.bytes).ranges }
    var card = ResultCard(measure: measure, location: .table, passage: passage, span: SourceSpan(Self.merged(ranges)))
    card.trial = trial.map { binder.trial($0).id }
    card.references = ReferenceBinder(input: input, binder: binder).references(for: trial, passage: passage)
    card.dataCut = trial.flatMap { profiles.dataCut[$0] }
    return card
  }

  /// Ascending and not overlapping.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, last.upperBound >= range.lowerBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
