import Literature
import Statistics
import TextAnalysis

/// What an abstract says once more of its document, with the same words and the same unit, and a figure that nothing else in the document
/// has: "mean age 75.2 years" above "Mean age was 74.2 years", "blood loss by 221 mL" above "blood loss … −212 mL".
///
/// An abstract gives nothing that the body does not have. So the words right beside the figure and its unit are enough where the two figures
/// are one but for a slip; of a drug's dose, which is one in the body, any other will do.
struct RetoldFigures {
  private struct Told {
    var figure: Int
    var unit: String
    var words: Set<String>
    /// The word right before the number, of Chinese its pairs of characters: the drug of a dose.
    var name: Set<String>

    private static let fewestPairs = 3

    /// Whether both are of one drug: 口服孟鲁司特 and 孟鲁司特颗粒 share all pairs of its name.
    func isOfDrug(of other: Told) -> Bool {
      let shared = name.intersection(other.name)
      return shared.contains { $0.utf8.allSatisfy { $0 < 0x80 } } || shared.count >= Self.fewestPairs
    }
  }

  private let places: FigurePlaces
  private let context: CheckContext

  init(_ places: FigurePlaces) {
    self.places = places
    context = places.context
  }

  private static let (reach, behind, fewestWords) = (14, 4, 2)
  private static let doses: Set<String> = ["mg", "μg", "µg", "g", "iu", "u"]
  private static let units: Set<String> = [
    "mg", "μg", "µg", "g", "kg", "ml", "l", "iu", "u", "mmhg", "years", "year", "months", "month", "weeks", "week", "days", "day",
    "h", "hours",
    "min", "minutes", "points", "cm", "mm", "d", "s",
  ]
  private static let chineseUnits = ["岁", "年", "个月", "周", "天", "分", "小时", "分钟", "次"]

  /// In document order. O(figures of abstracts × figures with their unit).
  func all() -> [FigureSlips.Slip] {
    guard !context.tellsOfOthers else { return [] }
    let abstracts = Set(places.byPassage.keys.filter { Part(of: context.extract.passages[$0]).isAbstract })
    guard !abstracts.isEmpty else { return [] }
    let odd = abstracts.sorted().flatMap(told).filter { isOrphan($0, abstracts) }
    guard !odd.isEmpty else { return [] }
    let body = places.byPassage.keys.filter { !abstracts.contains($0) && context.extract.passages[$0].kind != .tableRow }
    let byUnit = Dictionary(grouping: body.sorted().flatMap(told), by: \.unit)
    return odd.compactMap { slip($0, byUnit[$0.unit] ?? [], abstracts) }
  }

  private func slip(_ own: Told, _ others: [Told], _ abstracts: Set<Int>) -> FigureSlips.Slip? {
    let figure = places.figures[own.figure]
    let candidates = others.filter { other in
      let key = places.figures[other.figure].key
      return key != figure.key && !(places.byKey[key] ?? []).contains { abstracts.contains(places.figures[$0].passage) }
    }
    if !own.name.isEmpty, Self.doses.contains(own.unit) {
      let doses = others.filter(own.isOfDrug)
      // A drug with several doses has no one dose.
      if Set(doses.map { places.figures[$0.figure].key }).count == 1, let dose = doses.first,
        candidates.contains(where: { $0.figure == dose.figure })
      {
        return FigureSlips.Slip(
          odd: figure, usual: places.figures[dose.figure],
          kind: .misprint(figure.difference(from: places.figures[dose.figure]) ?? .other))
      }
    }
    guard figure.key.significant >= 2 else { return nil }
    let slips = candidates.compactMap { other -> (Told, PrintedDifference, Int)? in
      let rival = places.figures[other.figure]
      guard rival.key.decimals == figure.key.decimals, rival.key.digits.count == figure.key.digits.count,
        let difference = figure.difference(from: rival),
        difference == .transposed || difference == .oneDigit && figure.key.significant >= 3
      else { return nil }
      let shared = Self.weight(own.words.intersection(other.words))
      guard shared >= Self.fewestWords, 2 * shared >= min(own.words.count, other.words.count) else { return nil }
      return (other, difference, shared)
    }
    guard let most = slips.map(\.2).max(), case let best = slips.filter({ $0.2 == most }),
      Set(best.map { places.figures[$0.0.figure].key }).count == 1, let (other, difference, _) = best.first
    else { return nil }
    return FigureSlips.Slip(odd: figure, usual: places.figures[other.figure], kind: .misprint(difference))
  }

  /// How many words: an outcome that the lexicon knows has one name of several.
  private static func weight(_ words: Set<String>) -> Int { words.reduce(0) { $0 + ($1.utf8.contains(0x2D) ? 2 : 1) } }

  /// Whether nothing outside the abstracts prints the figure, or one that it rounds.
  private func isOrphan(_ told: Told, _ abstracts: Set<Int>) -> Bool {
    let figure = places.figures[told.figure]
    guard let number = PrintedNumber(figure.key.text) else { return false }
    let box = RoundingInterval(number)
    return !places.figures.contains { other in
      // "221 controls" are no 221 mL.
      guard !abstracts.contains(other.passage), other.role != .count, other.unit != .people, other.unit != .percent,
        let value = PrintedNumber(other.key.text)
      else { return false }
      if other.key == figure.key { return other.key.decimals > 0 || !hasShare(other) }
      return other.key.decimals > figure.key.decimals && box.contains(value.value)
    }
  }

  /// Whether a whole number has its percentage behind it.
  private func hasShare(_ figure: PlacedFigure) -> Bool {
    SharePair.all(in: context.lexed[figure.passage]).contains { $0.range.overlaps(figure.range) }
  }

  // MARK: Words beside a figure

  private func told(_ passage: Int) -> [Told] {
    let text = context.lexed[passage]
    return places.row(passage).compactMap { index -> Told? in
      let figure = places.figures[index]
      guard figure.role == .value, !figure.isDerived else { return nil }
      let (first, next) = (text.firstToken(at: figure.range.lowerBound), text.firstToken(at: figure.range.upperBound))
      guard let unit = unit(text, next) else { return nil }
      return Told(figure: index, unit: unit, words: words(text, first, next), name: name(text, first))
    }
  }

  private func unit(_ text: LexedText, _ index: Int) -> String? {
    guard text.tokens.indices.contains(index) else { return nil }
    switch text.tokens[index].kind {
    case .word:
      let word = text.lowercased(index)
      guard Self.units.contains(word) else { return nil }
      return word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
    case .han: return Self.chineseUnits.first { text.string(index).hasPrefix($0) }
    default: return nil
    }
  }

  /// The name of a drug before its dose: "acetazolamide 500 mg", 口服孟鲁司特 4 mg.
  private func name(_ text: LexedText, _ first: Int) -> Set<String> {
    guard text.tokens.indices.contains(first - 1) else { return [] }
    let before = first - 1
    switch text.tokens[before].kind {
    case .word: return text.tokens[before].range.count >= 6 ? [text.lowercased(before)] : []
    case .han: return OutcomeWords.all(in: text, before..<first)
    default: return []
    }
  }

  /// The words of the clause before a figure, within its bracket, and the nearest behind its unit.
  private func words(_ text: LexedText, _ first: Int, _ next: Int) -> Set<String> {
    var start = first
    while start > max(0, first - Self.reach) {
      let before = start - 1
      if [";", "(", "。", ":"].contains(where: { text.isSymbol(before, $0) }) { break }
      start = before
    }
    var end = next + 1
    while end < min(text.count, next + 1 + Self.behind), text.tokens[end].kind != .symbol { end += 1 }
    let own = Set((start..<first).filter { text.isWord($0, "mean") || text.isWord($0, "median") }.map { text.lowercased($0) })
    return OutcomeWords.all(in: text, start..<first).union(
      OutcomeWords.all(in: text, min(next + 1, text.count)..<min(end, text.count))
    ).union(own)
  }
}
