import Literature
import TextAnalysis

extension ComparisonDocument {
  /// The card that fits a question best, as numbers of both sides. O(cards).
  public func figures(for question: ComparisonQuestion) -> ComparisonFigures {
    let finder = FigureFinder(document: self, terms: QuestionTerms(question, in: self))
    return finder.figures()
  }
}

/// Ranks cards with values of two arms or more by how well endpoint and arms fit the asked words.
struct FigureFinder {
  let document: ComparisonDocument
  let terms: QuestionTerms

  /// Of the outcome's words a card's endpoint and row must hold so much.
  private static let leastCoverage = 0.45

  func figures() -> ComparisonFigures {
    let cards = document.extract.results
    var best: (index: Int, score: Double, sides: (Int, Int))?
    for index in cards.indices where cards[index].armValues.count >= 2 {
      let coverage = outcome(cards[index])
      guard coverage >= Self.leastCoverage, let match = sides(cards[index]) else { continue }
      let score = coverage + 0.3 * match.score
      if score > best?.score ?? 0 { best = (index, score, (match.intervention, match.comparator)) }
    }
    guard let best else { return ComparisonFigures() }
    let card = cards[best.index]
    var figures = ComparisonFigures()
    figures.card = best.index
    (figures.endpoint, figures.unit, figures.p) = (card.endpoint, card.unit, card.p)
    figures.intervention = side(card, best.sides.0)
    figures.comparator = side(card, best.sides.1)
    return figures
  }

  private func held(_ texts: [String?]) -> Set<Int> {
    Set(texts.compactMap { $0 }.flatMap { TermReader.terms(of: LexedText($0)) }.compactMap { document.terms.id(of: $0.term) })
  }

  /// The endpoint counts most; the row and what stands above it may add.
  private func outcome(_ card: ResultCard) -> Double {
    let own = held([card.endpoint, card.details.endpointPrinted])
    let row = own.union(document.terms.passages[card.passage].map(\.term))
    return 0.7 * terms.outcome.coverage(by: own) + 0.3 * terms.outcome.coverage(by: row)
  }

  /// The pair of arms that fits best; of two arms without any likeness, in printed order.
  private func sides(_ card: ResultCard) -> (intervention: Int, comparator: Int, score: Double)? {
    let names = card.armValues.map { held([$0.arm]) }
    let leaning = names.map { terms.intervention.coverage(by: $0) - terms.comparator.coverage(by: $0) }
    var best: (Int, Int, Double)?
    for first in names.indices {
      for second in names.indices where second != first {
        let score = (leaning[first] - leaning[second]) / 2
        if score > best?.2 ?? 0 { best = (first, second, score) }
      }
    }
    if let best { return best }
    return names.count == 2 ? (0, 1, 0) : nil
  }

  private func side(_ card: ResultCard, _ index: Int) -> ComparisonFigures.Side {
    let value = card.armValues[index]
    var side = ComparisonFigures.Side()
    side.arm = value.arm
    side.total = value.details.total
    side.spread = value.details.spread
    side.spreadKind = card.details.spreadKind
    switch card.measure {
    case "mean": side.mean = value.value
    case "median": side.median = value.value
    case "rate": side.percent = value.value
    case "count", "n": side.events = value.value
    default: break
    }
    return side
  }
}
