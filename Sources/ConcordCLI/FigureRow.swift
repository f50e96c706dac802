import Answers
import Literature

/// A figure as an answer prints it, with the numbers of the quotations that hold it: one that several places print, more or less fully and in either
/// order of the arms, is one row.
struct FigureRow {
  private(set) var card: ResultCard
  private(set) var places: [Int]

  /// One row for each figure, in the order of the cards.
  static func rows(of cards: [EvidenceCard], place: (EvidencePassage) -> Int) -> [FigureRow] {
    var rows: [FigureRow] = []
    for evidence in cards {
      let number = place(evidence.passage)
      if let index = rows.firstIndex(where: { $0.isSame(as: evidence.card) }) {
        rows[index].add(evidence.card, place: number)
      } else {
        rows.append(FigureRow(card: evidence.card, places: [number]))
      }
    }
    return rows
  }

  var cells: [String] {
    [
      card.endpoint ?? "", card.measure, CardText.value(card), card.p?.display ?? "", CardText.arms(card), card.moment ?? "",
    ]
  }

  /// Whether a card tells the same: nothing of it is other than here, though one may lack what the other has.
  private func isSame(as other: ResultCard) -> Bool {
    guard card.endpoint == other.endpoint, card.measure == other.measure, card.unit == other.unit else { return false }
    return Self.agree(card.population, other.population) && Self.agree(card.moment, other.moment)
      && Self.agree(card.p?.display, other.p?.display)
      && Self.agree(card.low?.printed, other.low?.printed) && Self.agree(card.high?.printed, other.high?.printed)
      && agreesInValues(other)
  }

  private func agreesInValues(_ other: ResultCard) -> Bool {
    guard card.armValues.count == other.armValues.count else { return false }
    guard !card.armValues.isEmpty else {
      return card.value?.display == other.value?.display && Self.agree(card.arm, other.arm)
        && Self.agree(card.comparator, other.comparator)
    }
    return Self.pairs(card) == Self.pairs(other) || Self.pairs(card) == Self.pairs(other).reversed()
  }

  private static func pairs(_ card: ResultCard) -> [String] { card.armValues.map { "\($0.arm ?? "")\t\($0.value.display)" } }

  private static func agree(_ one: String?, _ other: String?) -> Bool { one == nil || other == nil || one == other }

  /// Keeps the fuller of the two, and every place.
  private mutating func add(_ other: ResultCard, place: Int) {
    let fuller = Self.fullness(other) > Self.fullness(card) ? other : card
    let (moment, p) = (card.moment == nil ? other : card, card.p ?? other.p)
    card = fuller
    if card.moment == nil {
      card.dataCut = moment.dataCut
      card.details.horizon = moment.details.horizon
    }
    card.p = card.p ?? p
    if !places.contains(place) { places.append(place) }
  }

  private static func fullness(_ card: ResultCard) -> Int {
    [card.low != nil, card.high != nil, card.p != nil, card.moment != nil].filter { $0 }.count
  }
}
