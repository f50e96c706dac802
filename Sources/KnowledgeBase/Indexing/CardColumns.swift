import Literature

/// What a result card puts into the numeric columns, and what a condition on a card is held against.
enum CardColumns {
  /// `<0.001` is a little less than 0.001, so that `p<0.001` finds it and `p>=0.001` does not.
  static func indexed(_ number: PrintedNumber) -> Double {
    switch number.relation {
    case .less: number.value.nextDown
    case .greater: number.value.nextUp
    case .equal, .about, .lessOrEqual, .greaterOrEqual: number.value
    }
  }

  /// The values of a card in a column; none where the card says nothing of that kind.
  static func values(_ card: ResultCard, _ column: PassageColumn) -> [Double] {
    let measured = [card.value].compactMap { $0 } + card.armValues.map(\.value)
    switch column {
    case .hr, .or, .rr: return card.measure.lowercased() == "\(column)" ? measured.map(indexed) : []
    case .p: return ([card.p] + (card.measure == "P" ? [card.value] : [])).compactMap { $0.map(indexed) }
    case .n: return card.measure == "n" ? measured.map(indexed) : []
    case .percent: return card.unit == "%" ? measured.map(indexed) : []
    case .months:
      guard let factor = TimeUnit(card.unit)?.months, factor == 1 || factor == 12 || card.measure != "rate" else { return [] }
      return measured.map { indexed($0) * factor }
    case .year, .number: return []
    }
  }
}
