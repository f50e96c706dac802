import Literature

/// Which result cards of one version are which of another.
///
/// By what a card speaks of and the sentence it stands in, not by its figures: those are what may have changed. Of several
/// cards on one thing the equal ones go together first, then those in the likest passages.
struct CardMatch {
  /// Pairs of indices, in the order of the old cards.
  private(set) var pairs: [(old: Int, new: Int)] = []
  private(set) var removed: [Int] = []
  private(set) var added: [Int] = []

  private struct Subject: Hashable {
    var trial: String?
    var endpoint: String?
    var measure: String
    var location: ResultCard.Location

    init(_ card: ResultCard) {
      (trial, endpoint, measure, location) = (card.trial, card.endpoint, card.measure, card.location)
    }
  }

  init(old: [ResultCard], new: [ResultCard], passages: PassageMatch) {
    var openOld = Array(old.indices)
    var openNew = Array(new.indices)
    func pair(where fits: (Int, Int) -> Bool) {
      for first in openOld {
        guard let second = openNew.first(where: { fits(first, $0) }) else { continue }
        pairs.append((first, second))
        openNew.removeAll { $0 == second }
      }
      let taken = Set(pairs.map(\.old))
      openOld.removeAll(where: taken.contains)
    }
    let isSamePlace = { (first: Int, second: Int) in passages.newIndex[old[first].passage] == new[second].passage }
    let isSameSubject = { (first: Int, second: Int) in Subject(old[first]) == Subject(new[second]) }
    let isEqual = { (first: Int, second: Int) in old[first].printedFigures == new[second].printedFigures }
    pair { isSameSubject($0, $1) && isEqual($0, $1) && isSamePlace($0, $1) }
    pair { isSameSubject($0, $1) && isSamePlace($0, $1) && Self.sameConditions(old[$0], new[$1]) }
    pair { isSameSubject($0, $1) && isEqual($0, $1) }
    pair { isSameSubject($0, $1) && isSamePlace($0, $1) }
    pair {
      old[$0].measure == new[$1].measure && isSamePlace($0, $1)
        && (isEqual($0, $1) || Subject(old[$0]).endpoint == new[$1].endpoint)
    }
    pairs.sort { $0.old < $1.old }
    (removed, added) = (openOld, openNew)
  }

  private static func sameConditions(_ left: ResultCard, _ right: ResultCard) -> Bool {
    left.arm == right.arm && left.population == right.population && left.moment == right.moment
  }
}

/// A figure of a card as it is printed, by what it is.
struct PrintedFigure: Hashable {
  var name: Wording
  var text: String
}

extension ResultCard {
  var printedFigures: [PrintedFigure] {
    let arms = armValues.map(\.value.text).joined(separator: " / ")
    let more = details.numbers.map(\.text).joined(separator: ", ")
    let interval = low.flatMap { low in high.map { "\(low.text)–\($0.text)" } }
    let figures: [(Wording, String?)] = [
      (Wording("value", zh: "数值"), value?.text), (Wording("interval", zh: "区间"), interval), (.same("P"), p?.text),
      (Wording("arms", zh: "各组"), arms.isEmpty ? nil : arms), (Wording("unit", zh: "单位"), unit),
      (Wording("level", zh: "水平"), level.map { "\($0)" }), (Wording("details", zh: "附注"), more.isEmpty ? nil : more),
    ]
    return figures.compactMap { name, text in text.map { PrintedFigure(name: name, text: $0) } }
  }
}
