import Literature
import TextAnalysis

/// A count with its percentage that a sentence and a table's row print alike but for one of the two, or beside another pair that both have:
/// "7 patients (8.4%)" and a cell "7 (4.8)"; "61 (49.2%) and 49 (40.2%)" and a row of "61 (49.2)" and "46 (37.7)".
///
/// A count and its percentage together are seldom those of another row by chance. The words of the row stand in the sentence; a pair that another
/// place prints too is that place's.
struct CountedPairs {
  private struct Pair {
    /// Tokens.
    var count: Int
    var share: Int
    var key: Key
  }

  private struct Key: Hashable {
    var count: Int
    /// As printed.
    var share: String
  }

  private struct Place {
    var passage: Int
    var pairs: [Pair]
    var words: Set<String>
  }

  private let places: FigurePlaces
  private let context: CheckContext
  private let rows: [Place]
  private let sentences: [Place]
  private let known: [Key: Int]

  init(_ places: FigurePlaces) {
    let context = places.context
    (self.places, self.context) = (places, context)
    let isCompared = !context.isReview && !context.tellsOfOthers && !context.extract.article.tables.isEmpty
    let found = (isCompared ? places.byPassage.keys.sorted() : []).compactMap { passage -> Place? in
      let pairs = Self.pairs(in: context.lexed[passage], isRow: context.extract.passages[passage].kind == .tableRow)
      return pairs.isEmpty ? nil : Place(passage: passage, pairs: pairs, words: [])
    }
    rows = found.filter { context.extract.passages[$0.passage].kind == .tableRow }.map { place in
      var place = place
      place.words = places.labels(place.passage).subtracting(Self.idle)
      return place
    }
    sentences = found.filter { context.extract.passages[$0.passage].kind == .sentence }
    known = Dictionary(found.flatMap(\.pairs).map { ($0.key, 1) }, uniquingKeysWith: +)
  }

  private static let idle: Set<String> = ["no", "n", "rate", "patient", "event", "any", "total", "例", "患者", "发生", "生率"]
  private static let (mostBetween, mostPairs) = (7, 4)
  private static let others = PhraseSet(
    [
      "per protocol", "subgroup", "among", "interim", "sensitivity", "of these", "of whom", "of those", "baseline", "previous",
      "earlier",
    ],
    ["方案集", "亚组", "期中", "敏感性", "其中", "既往", "基线"])

  /// In the order of the text; a rate per so many years stands without a sign. O(tokens).
  private static func pairs(in text: LexedText, isRow: Bool) -> [Pair] {
    text.tokens.indices.compactMap { opening in
      guard text.isSymbol(opening, "("), let percent = text.number(opening + 1), percent.decimals > 0, percent.value < 100,
        isRow
          ? text.isSymbol(opening + 2, ")") || text.isSymbol(opening + 2, "%") && text.isSymbol(opening + 3, ")")
          : text.isSymbol(opening + 2, ")")
            || text.isSymbol(opening + 2, "%") && ends.contains(where: { text.isSymbol(opening + 3, $0) }),
        let place = count(text, before: opening, isRow: isRow), let number = text.number(place), number.decimals == 0,
        let value = Int(exactly: number.value), value > 0
      else { return nil }
      return Pair(count: place, share: opening + 1, key: Key(count: value, share: text.string(opening + 1)))
    }
  }

  private static let ends: [Unicode.Scalar] = [")", ",", ";"]

  /// "7 (", "7 patients (", "61 of 124 (".
  private static func count(_ text: LexedText, before opening: Int, isRow: Bool) -> Int? {
    let reach = isRow ? 3 : mostBetween
    guard let last = (max(0, opening - reach)..<opening).last(where: { text.isNumber($0) }),
      (last + 1..<opening).allSatisfy({ text.tokens[$0].kind == .word || text.tokens[$0].kind == .han })
    else { return nil }
    let isTotal = (text.isWord(last - 1, "of") || text.isSymbol(last - 1, "/")) && text.isNumber(last - 2)
    return isTotal ? last - 2 : last
  }

  /// In document order. O(sentences with such pairs × rows).
  func all() -> [FigureSlips.Slip] {
    guard !rows.isEmpty else { return [] }
    return sentences.flatMap { place -> [FigureSlips.Slip] in
      guard context.citations(in: place.passage).isEmpty, !Self.others.occurs(in: context.lexed[place.passage]) else { return [] }
      let words = places.labels(place.passage)
      return place.pairs.compactMap { slip($0, place, words) }
    }
  }

  private func slip(_ pair: Pair, _ place: Place, _ words: Set<String>) -> FigureSlips.Slip? {
    // What a row has as it stands is right.
    guard known[pair.key] == 1 else { return nil }
    let named = rows.filter { !$0.words.isEmpty && !$0.words.isDisjoint(with: words) }
    let halves = named.compactMap { row -> FigureSlips.Slip? in
      guard row.words.isSubset(of: words), row.pairs.count <= Self.mostPairs else { return nil }
      return half(pair, place, row)
    }
    if halves.count == 1 { return halves[0] }
    let partner = named.compactMap { row in beside(pair, place, row) }
    return partner.count == 1 ? partner[0] : nil
  }

  /// One of the two as in a cell that the sentence has not otherwise, the other with a slip of the pen.
  private func half(_ pair: Pair, _ place: Place, _ row: Place) -> FigureSlips.Slip? {
    let free = row.pairs.filter { cell in !place.pairs.contains { $0.key == cell.key } }
    let near = free.filter { ($0.key.count == pair.key.count) != ($0.key.share == pair.key.share) }
    guard near.count == 1, let cell = near.first else { return nil }
    let isShare = cell.key.count == pair.key.count
    return slip(isShare ? pair.share : pair.count, place.passage, isShare ? cell.share : cell.count, row.passage) {
      $0 == .transposed || $0 == .oneDigit || $0 == .decimalSlipped
    }
  }

  /// Of two pairs that the sentence compares the other one is the row's, which has two.
  private func beside(_ pair: Pair, _ place: Place, _ row: Place) -> FigureSlips.Slip? {
    guard place.pairs.count == 2, row.pairs.count == 2, let index = place.pairs.firstIndex(where: { $0.key == pair.key }),
      place.pairs[1 - index].key == row.pairs[1 - index].key, known[place.pairs[1 - index].key] == 2,
      known[row.pairs[index].key] == 1,
      String(pair.key.count).count == String(row.pairs[index].key.count).count
    else { return nil }
    let cell = row.pairs[index]
    return pair.key.share == cell.key.share
      ? slip(pair.count, place.passage, cell.count, row.passage) { _ in true }
      : slip(pair.share, place.passage, cell.share, row.passage) { _ in true }
  }

  private func slip(
    _ token: Int, _ passage: Int, _ other: Int, _ row: Int, where isSlip: (PrintedDifference) -> Bool
  ) -> FigureSlips.Slip? {
    guard let one = figure(token, passage), let two = figure(other, row), let difference = places.difference(of: one, from: two),
      isSlip(difference)
    else { return nil }
    return FigureSlips.Slip(odd: places.figures[one], usual: places.figures[two], kind: .misprint(difference))
  }

  private func figure(_ token: Int, _ passage: Int) -> Int? {
    let range = context.lexed[passage].tokens[token].range
    return places.byPassage[passage]?.first { places.figures[$0].range == range }
  }
}
