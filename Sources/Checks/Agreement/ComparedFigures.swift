import Literature
import TextAnalysis

/// The figures of two arms that stand side by side in a document, "26.3% against 10.0%", with the arm that is named first around them.
struct ComparedFigures {
  struct Pair: Hashable {
    var first: PlacedFigure.Key
    var second: PlacedFigure.Key

    var exchanged: Pair { Pair(first: second, second: first) }
  }

  struct Place {
    var pair: Pair
    var first: PlacedFigure
    var second: PlacedFigure
    /// Which arm is named first around the figures: a drug's concept, or `control`.
    var arm: String?
    /// "From 20 to 31": the pair has the second first.
    var isChange = false

    var passage: Int { first.passage }
    var figures: PlacedFigure {
      var both = first
      both.range = first.range.lowerBound..<second.range.upperBound
      return both
    }
  }

  private let places: FigurePlaces
  private let context: CheckContext
  /// In the order of the text.
  private(set) var all: [Place] = []

  /// O(figures).
  init(_ places: FigurePlaces) {
    self.places = places
    context = places.context
    all = places.byPassage.sorted { $0.key < $1.key }.flatMap { pairs(in: $0.value) }
  }

  private func pairs(in row: [Int]) -> [Place] {
    let values = row.map { places.figures[$0] }.filter { $0.role == .value && !$0.isDerived }
    guard let passage = values.first?.passage else { return [] }
    var arms = ClauseArms(text: context.lexed[passage], isRow: isRow(passage))
    return zip(values, values.dropFirst()).compactMap { first, second in
      guard first.isDistinctive, second.isDistinctive, first.key != second.key, first.unit == second.unit || first.unit == nil,
        second.unit == .percent || second.unit.map({ [.month, .week, .day, .year].contains($0) }) ?? isRow(first.passage)
      else { return nil }
      let isChange = isChange(first, second)
      guard isChange || isCompared(first, second) else { return nil }
      // "Rose from 20 to 31": the control's stands first.
      let pair = Pair(first: first.key, second: second.key)
      return Place(
        pair: isChange ? pair.exchanged : pair, first: first, second: second, arm: arms.arm(first, second), isChange: isChange)
    }
  }

  private func isRow(_ passage: Int) -> Bool { context.extract.passages[passage].kind == .tableRow }

  private static let comparing = PhraseSet(
    ["vs", "versus", "v", "and", "against", "compared with", "compared to"], ["与", "和", "比", "对", "及"])
  private static let changing = PhraseSet(["from", "to", "increased", "decreased"], ["由", "从", "至", "到", "升", "降"])

  private func isCompared(_ first: PlacedFigure, _ second: PlacedFigure) -> Bool {
    if isRow(first.passage) { return true }
    let text = context.lexed[first.passage]
    let between = text.firstToken(at: first.range.upperBound)..<text.firstToken(at: second.range.lowerBound)
    guard between.count <= 8, Self.comparing.occurs(in: text, between) || between.contains(where: { text.isSymbol($0, "/") })
    else {
      return false
    }
    let before = max(0, between.lowerBound - 4)..<between.upperBound
    return !Self.changing.occurs(in: text, before)
  }

  private static let changeFrom = PhraseSet(["from"], ["由", "从"])
  private static let changeTo = PhraseSet(["to"], ["至", "到", "增", "升", "延长", "降"])

  /// "from 20.8 months to 31.6 months".
  private func isChange(_ first: PlacedFigure, _ second: PlacedFigure) -> Bool {
    let text = context.lexed[first.passage]
    let (start, end) = (text.firstToken(at: first.range.lowerBound), text.firstToken(at: second.range.lowerBound))
    return end - start <= 5 && Self.changeFrom.occurs(in: text, max(0, start - 1)..<start)
      && Self.changeTo.occurs(in: text, start..<end)
  }
}
