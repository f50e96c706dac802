import InvertedIndex
import Literature
import TextAnalysis

extension KnowledgeBase {
  /// Every place where a value stands, in all documents, with its card, its citation, and whether the cited source holds it.
  ///
  /// Aware of rounding (0.534 is found where 0.53 stands) and of units of time. Numbers in reference lists are passed over.
  /// Throws `badRequest` for what is no value.
  public func trace(_ text: String, limit: Int = 100) throws(KnowledgeBaseError) -> TraceReport {
    guard let value = TracedValue(text) else {
      throw KnowledgeBaseError(
        .badRequest, "“\(text)” is not one value",
        remedy: "Write a number, with a unit or a measure: 0.90, \"33.3 months\", 35.1%, P=0.004.")
    }
    return try readIndex { reader, index in
      let tracer = ValueTracer(reader: reader, index: index, value: value)
      var places = try tracer.places()
      let total = places.count
      places = Array(places.prefix(max(0, limit)))
      for place in places.indices { places[place].sources = try tracer.sources(of: places[place]) }
      return TraceReport(asked: text, value: value, places: places, total: total)
    }
  }
}

/// Finds a value in one snapshot.
struct ValueTracer {
  let reader: CatalogueReader
  let index: IndexSnapshot
  let value: TracedValue

  func places() throws -> [TracePlace] {
    let reference = Query.term(field: PassageField.kind.rawValue, "reference")
    let candidates = try index.externalIDs(matching: .and([.or(Self.ranges(value)), .not(reference)]))
    var places: [TracePlace] = []
    for candidate in candidates {
      guard let passage = try reader.passage(key: Int64(candidate)) else { continue }
      places += try self.places(in: passage)
    }
    return places.sorted { one, other in
      (one.match, one.card == nil ? 1 : 0, one.passage.alias, one.passage.document, one.passage.ordinal, one.textRange.lowerBound)
        < (
          other.match, other.card == nil ? 1 : 0, other.passage.alias, other.passage.document, other.passage.ordinal,
          other.textRange.lowerBound
        )
    }
  }

  /// The values of the index's number column that may agree.
  static func ranges(_ value: TracedValue) -> [Query] {
    let number = value.number
    // The index knows printed digits; whether a dash before them is a sign is decided at the place.
    let size = abs(number.value)
    var ranges = [around(size, ValueMatch.significantDigits(number) >= 2 ? 0.5 * ValueMatch.unitOfLastPlace(number.decimals) : 0)]
    for decimals in 0..<min(number.decimals, 15) {
      let unit = ValueMatch.unitOfLastPlace(decimals)
      ranges.append(around((size / unit).rounded(.down) * unit, 0))
      ranges.append(around((size / unit).rounded(.up) * unit, 0))
    }
    if let from = TimeUnit(value.unit) {
      for to in TimeUnit.allCases where to != from { ranges.append(around(size * from.months / to.months, 0.05)) }
    }
    return ranges
  }

  private static func around(_ value: Double, _ room: Double) -> Query {
    let slack = room + 1e-6 * max(1, abs(value))
    return .numericRange(column: PassageColumn.number.rawValue, Query.NumericRange(value - slack...value + slack))
  }

  private func places(in passage: PassageRecord) throws -> [TracePlace] {
    let lexed = LexedText(passage.text)
    let cards = try reader.cards(inPassage: passage.key)
    var places: [TracePlace] = []
    for token in lexed.tokens.indices {
      guard let printed = lexed.number(token) else { continue }
      let range = lexed.tokens[token].range
      let card = cards.first { card in
        card.card.numbers.contains { abs($0.value) == printed.value }
          && passage.textRanges(of: card.card.span).contains { $0.overlaps(range) }
      }
      let number = signed(printed, token, lexed, card)
      let unit = UnitReading.unit(after: token, in: lexed) ?? card.flatMap { Self.unit(of: number, on: $0.card) }
      guard let match = ValueMatch.match(value.number, value.unit, number, unit), isWanted(number, token, lexed, card?.card, unit)
      else {
        continue
      }
      places.append(try place(passage, range, number, unit, match, card))
    }
    return places
  }

  /// A dash before a number is a sign where a card says so, or where the number asked for has one.
  private func signed(_ number: PrintedNumber, _ token: Int, _ lexed: LexedText, _ card: CardRecord?) -> PrintedNumber {
    guard token > 0, lexed.isSymbol(token - 1, "-"), !lexed.hasGap(before: token), value.number.value < 0 else { return number }
    return PrintedNumber(printed: "-" + number.printed, value: -number.value, decimals: number.decimals)
  }

  private static func unit(of number: PrintedNumber, on card: ResultCard) -> String? {
    let measured = [card.value, card.low, card.high].compactMap { $0 } + card.armValues.map(\.value)
    return measured.contains { $0.value == number.value } ? card.unit : nil
  }

  /// The measure and unit that were asked for are those of the place.
  private func isWanted(_ number: PrintedNumber, _ token: Int, _ lexed: LexedText, _ card: ResultCard?, _ unit: String?) -> Bool {
    if value.unit != nil, unit == nil { return false }
    guard let measure = value.measure else { return true }
    if let card {
      let isP = card.p.map { abs($0.value) == number.value } ?? false
      if measure == "P" { return isP && Self.agree(value.number.relation, card.p?.relation) }
      if card.measure == measure { return !isP || card.value?.value == number.value }
    }
    return UnitReading.measure(before: token, in: lexed, reach: 4) == measure
  }

  private static func agree(_ asked: PrintedNumber.Relation, _ printed: PrintedNumber.Relation?) -> Bool {
    asked == .equal || asked == printed
  }

  private func place(
    _ passage: PassageRecord, _ range: Range<Int>, _ number: PrintedNumber, _ unit: String?, _ match: ValueMatch,
    _ card: CardRecord?
  ) throws -> TracePlace {
    let cited = try reader.references(citedIn: passage.key)
    let ofCard = card.map { card in cited.filter { card.references.contains($0.label) } } ?? []
    let trials = try card?.card.trial.map { [$0] } ?? reader.trialNames(in: passage.key)
    return TracePlace(
      passage: passage, textRange: range, span: passage.span(ofText: range), number: number, unit: unit, match: match,
      explanation: explanation(match, number, unit), card: card, references: ofCard.isEmpty ? cited : ofCard, trials: trials,
      sources: [])
  }

  private func explanation(_ match: ValueMatch, _ found: PrintedNumber, _ unit: String?) -> String? {
    let asked = value.number
    switch match {
    case .exact: return nil
    case .sameValue: return "\(found.printed) is \(asked.printed)"
    case .rounds:
      return asked.decimals > found.decimals
        ? "\(asked.printed) rounds to \(found.printed)" : "\(found.printed) rounds to \(asked.printed)"
    case .converted: return "\(asked.printed) \(value.unit ?? "") is \(found.printed) \(unit ?? "")"
    }
  }
}
