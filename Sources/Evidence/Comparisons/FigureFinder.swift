import Literature
import TextAnalysis

extension ComparisonDocument {
  /// The card that fits a question best, as numbers of both sides. O(cards).
  public func figures(for question: ComparisonQuestion) -> ComparisonFigures {
    var subject = question
    subject.outcome = OutcomeSubject.of(question.outcome)
    return FigureFinder(document: self, question: question, terms: QuestionTerms(subject, in: self)).figures()
  }
}

/// Ranks cards with values of two arms or more by how well endpoint and arms fit the asked words.
struct FigureFinder {
  let document: ComparisonDocument
  let question: ComparisonQuestion
  let terms: QuestionTerms

  /// Of the outcome's words a card's endpoint and row must hold so much.
  private static let leastCoverage = 0.35

  func figures() -> ComparisonFigures {
    let cards = document.extract.results
    var best: (index: Int, score: Double, sides: (Int, Int))?
    for index in cards.indices where cards[index].armValues.count >= 2 {
      let coverage = outcome(cards[index])
      guard coverage >= Self.leastCoverage, let match = sides(cards[index]) else { continue }
      // A pair of other arms, or of times, answers only where no card has the arms asked for.
      let score = coverage + (match.score > 0 ? 0.3 * match.score : -0.3) + time(cards[index])
      // Of equal cards the last: the final time point stands after the earlier ones.
      if score >= best?.score ?? 0 { best = (index, score, (match.intervention, match.comparator)) }
    }
    let sizes = sizesAlone()
    guard let best else { return sizes }
    let card = cards[best.index]
    var figures = ComparisonFigures()
    figures.card = best.index
    (figures.endpoint, figures.unit, figures.p) = (card.endpoint, card.unit, card.p)
    figures.intervention = side(card, best.sides.0)
    figures.comparator = side(card, best.sides.1)
    figures.intervention.total = figures.intervention.total ?? sizes.intervention.total
    figures.comparator.total = figures.comparator.total ?? sizes.comparator.total
    return figures
  }

  /// Where no card gives the outcome: the arms of the question with their sizes, as some other card has them.
  private func sizesAlone() -> ComparisonFigures {
    var figures = ComparisonFigures()
    var best = 0.0
    for card in document.extract.results where card.armValues.count >= 2 {
      guard let match = sides(card), match.score > best else { continue }
      let (first, second) = (card.armValues[match.intervention], card.armValues[match.comparator])
      guard first.details.total != nil, second.details.total != nil else { continue }
      best = match.score
      (figures.intervention.arm, figures.intervention.total) = (first.arm, first.details.total)
      (figures.comparator.arm, figures.comparator.total) = (second.arm, second.details.total)
    }
    return figures
  }

  /// The start is not what an intervention did; a time point that the question names is what it wants.
  private func time(_ card: ResultCard) -> Double {
    guard let cut = card.moment else { return 0 }
    let own = LexedText(cut.lowercased())
    let numbers = Set(own.tokens.indices.filter { own.isNumber($0) }.map { own.string($0) })
    let asked = LexedText(question.outcome)
    let wanted = Set(asked.tokens.indices.filter { asked.isNumber($0) }.map { asked.string($0) })
    var score = cut.lowercased().hasAny(["baseline", "before", "pre", "pretest", "t0", "admission", "治疗前", "基线"]) ? -0.4 : 0
    if !numbers.isDisjoint(with: wanted) { score += 0.3 }
    if cut.hasPrefix("change"), !question.outcome.lowercased().hasAny(["change", "improvement", "reduction", "gain", "loss"]) {
      score -= 0.1
    }
    return score
  }

  private func held(_ texts: [String?]) -> Set<Int> {
    Set(texts.compactMap { $0 }.flatMap { TermReader.terms(of: LexedText($0)) }.compactMap { document.terms.id(of: $0.term) })
  }

  private var neutral: Set<Int> { held([OutcomeSubject.neutral.joined(separator: " ")]) }

  /// The endpoint counts most; the row and what stands above it may add, and words that nobody asked for take a little away.
  private func outcome(_ card: ResultCard) -> Double {
    let own = held([card.endpoint, card.details.endpointPrinted])
    let row = own.union(document.terms.passages[card.passage].map(\.term))
    let table = row.union(document.captions[document.extract.passages[card.passage].section] ?? [])
    let strange = own.filter { !terms.outcome.terms.contains($0) && !neutral.contains($0) }.count
    return -0.02 * Double(min(strange, 5)) + 0.5 * terms.outcome.coverage(by: own) + 0.1 * terms.outcome.coverage(by: row) + 0.4
      * terms.outcome.coverage(by: table)
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
    case "rate": (side.percent, side.events) = (value.value, value.details.count)
    case "count", "n": side.events = value.value
    default: break
    }
    return side
  }
}

/// What a question on numbers is about, without words that only say how it is counted or when.
enum OutcomeSubject {
  static let neutral = [
    "continued", "until", "rate", "rates", "number", "proportion", "percentage", "percent", "incidence", "mean", "median",
    "change",
    "changes", "improvement", "reduction", "increase", "decrease", "score", "scores", "level", "levels", "total", "overall",
    "individuals",
    "patients", "participants", "subjects", "sd", "se", "occurrence", "frequency", "value", "values", "average",
  ]

  /// The phrase itself where nothing else would be left.
  static func of(_ outcome: String) -> String {
    let rest = LabelReading(outcome).rest
    let words = rest.split(separator: " ").filter { !neutral.contains($0.lowercased()) }
    let subject = words.joined(separator: " ")
    return TermReader.words(of: LexedText(subject)).isEmpty ? outcome : subject
  }
}
