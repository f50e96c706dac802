import Literature
import TextAnalysis

/// One time, printed in months in one part of a document and in weeks in another.
struct UnitSlips {
  private let places: FigurePlaces
  private let context: CheckContext

  init(_ places: FigurePlaces) {
    self.places = places
    context = places.context
  }

  private static let times: Set<PlacedFigure.Unit> = [.hour, .day, .week, .month, .year]

  /// In document order. O(figures of one number²).
  func all() -> [FigureSlips.Slip] {
    places.figures.indices.compactMap { index in
      let figure = places.figures[index]
      guard let unit = figure.unit, Self.times.contains(unit), figure.key.significant >= 2, count(figure) == 1,
        let other = (places.byKey[figure.key] ?? []).first(where: { isSlip(index, $0) })
      else { return nil }
      return FigureSlips.Slip(odd: figure, usual: places.figures[other], kind: .unit)
    }
  }

  /// How often the document prints this number in this unit.
  private func count(_ figure: PlacedFigure) -> Int {
    (places.byKey[figure.key] ?? []).count { places.figures[$0].unit == figure.unit }
  }

  private func isSlip(_ left: Int, _ right: Int) -> Bool {
    let (figure, other) = (places.figures[left], places.figures[right])
    guard let unit = other.unit, Self.times.contains(unit), unit != figure.unit, figure.passage != other.passage,
      figure.role == other.role, figure.trial == other.trial || figure.trial == nil || other.trial == nil,
      places.part(left) != places.part(right),
      count(other) > 1 || places.part(left).rank < places.part(right).rank || isTranslation(left, right) || isOfRow(figure, other)
    else { return false }
    if isTranslation(left, right), count(other) == 1, figure.passage < other.passage { return false }
    if isTranslation(left, right) {
      return count(other) > 0 && isOnly(figure, in: places.part(left)) && isOnly(other, in: places.part(right))
    }
    guard figure.role == .value else { return false }
    if hasSameNeighbour(left, right) { return true }
    let isOfOneTrial = figure.trial != nil && figure.trial == other.trial
    if figure.key.decimals > 0 { return context.isReview && isOfOneTrial }
    guard isOfOneTrial || !context.tellsOfOthers else { return false }
    return !purposes(figure).isDisjoint(with: purposes(other)) || isOfRow(figure, other)
  }

  /// What a time is of, as the words beside it say.
  private enum Purpose { case visit, followUp, treatment }

  private static let following = PhraseSet(
    ["follow up", "followup", "followed", "observation", "observed"], ["随访", "观察"])
  private static let treating = PhraseSet(
    ["treatment", "therapy", "treated", "course", "received", "regimen"], ["治疗", "疗程", "用药", "给药", "服用"])
  private static let (mostBefore, mostBehind) = (5, 3)

  private func purposes(_ figure: PlacedFigure) -> Set<Purpose> {
    let text = context.lexed[figure.passage]
    let number = text.firstToken(at: figure.range.lowerBound)
    // The unit stands right behind: 16 周治疗.
    let before = max(0, number - Self.mostBefore)..<number
    let behind = number + 1..<max(number + 1, min(text.count, number + 1 + Self.mostBehind))
    let near =
      (before.last { text.isSymbol($0, ",") || text.isSymbol($0, ";") || text.isNumber($0) }.map { $0 + 1 } ?? before.lowerBound)
    var found: Set<Purpose> = []
    // 随访至第 16 周 names a visit, whatever happens at it.
    if text.hanHasSuffix(number - 1, "第") { return [.visit] }
    for (words, purpose) in [(Self.following, Purpose.followUp), (Self.treating, .treatment)] {
      let isBefore = words.occurs(in: text, near..<number)
      if isBefore || words.occurs(in: text, behind) { found.insert(purpose) }
    }
    return found
  }

  /// Whether one of the two stands in a row of a table that is of the trial of the other.
  private func isOfRow(_ figure: PlacedFigure, _ other: PlacedFigure) -> Bool {
    guard figure.trial != nil, figure.trial == other.trial, context.extract.passages[figure.passage].kind == .tableRow else {
      return false
    }
    return purposes(other) == [.followUp]
  }

  private func isTranslation(_ left: Int, _ right: Int) -> Bool { places.part(left).isAbstract && places.part(right).isAbstract }

  /// Whether a part has this number in no other unit.
  private func isOnly(_ figure: PlacedFigure, in part: Part) -> Bool {
    (places.byKey[figure.key] ?? []).allSatisfy { places.part($0) != part || places.figures[$0].unit == figure.unit }
  }

  private func hasSameNeighbour(_ left: Int, _ right: Int) -> Bool {
    let key = places.figures[left].key
    let theirs = places.company(of: right).filter { $0.figure.role == .value && abs($0.offset) == 1 }
    return places.company(of: left).contains { mate in
      mate.figure.role == .value && abs(mate.offset) == 1 && mate.figure.key.significant >= 2 && mate.figure.key != key
        && theirs.contains { $0.figure.key == mate.figure.key && $0.offset == mate.offset }
    }
  }
}
