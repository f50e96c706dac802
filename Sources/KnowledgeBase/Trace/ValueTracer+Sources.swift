import InvertedIndex
import Literature

/// Whether the sources that a place cites hold its value.
extension ValueTracer {
  func sources(of place: TracePlace) throws -> [TracePlace.SourceFinding] {
    try place.references.map { reference in
      guard let work = try reader.work(key: reference.work), let key = work.documentKey, key != place.passage.documentKey,
        let document = try reader.document(key: key)
      else {
        return TracePlace.SourceFinding(reference: reference, verdict: .notInKnowledgeBase)
      }
      return try finding(place, reference, document)
    }
  }

  private func finding(
    _ place: TracePlace, _ reference: ReferenceRecord, _ document: DocumentRecord
  ) throws -> TracePlace.SourceFinding {
    var finding = TracePlace.SourceFinding(reference: reference, verdict: .absent, document: document.alias)
    let (verdict, card) = bestCard(for: place, among: try reader.cards(of: document.key))
    if let card {
      finding.verdict = verdict
      finding.card = card
      finding.quote = try reader.passage(key: card.passageKey)
    } else if try isInText(of: document, place) {
      finding.verdict = .inText
    }
    return finding
  }

  private func bestCard(
    for place: TracePlace, among cards: [CardRecord]
  ) -> (TracePlace.SourceFinding.Verdict, CardRecord?) {
    var other: CardRecord?
    var rounded: CardRecord?
    for card in cards {
      let matches = card.card.numbers.compactMap {
        ValueMatch.match(place.number, place.unit, $0, Self.unit($0, card.card, place))
      }
      guard let match = matches.min() else { continue }
      if let own = place.card, own.card.measure == card.card.measure, own.card.endpoint == card.card.endpoint {
        if match <= .sameValue { return (.sameCard, card) }
        rounded = rounded ?? card
      } else if match <= .sameValue {
        other = other ?? card
      }
    }
    return rounded.map { (.rounded, $0) } ?? (.otherCard, other)
  }

  /// The unit of a number on a card; a P has none, and then only a place without one agrees.
  private static func unit(_ number: PrintedNumber, _ card: ResultCard, _ place: TracePlace) -> String? {
    card.p == number ? nil : card.unit
  }

  private func isInText(of document: DocumentRecord, _ place: TracePlace) throws -> Bool {
    let exact = place.number.value
    let slack = 1e-9 * max(1, abs(exact))
    let query = Query.and([
      .term(field: PassageField.document.rawValue, document.id),
      .numericRange(column: PassageColumn.number.rawValue, Query.NumericRange(abs(exact) - slack...abs(exact) + slack)),
      .not(.term(field: PassageField.kind.rawValue, "reference")),
    ])
    return try index.count(query) > 0
  }
}
