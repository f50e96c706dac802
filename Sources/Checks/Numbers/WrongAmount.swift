import Literature
import Statistics
import TextAnalysis

/// A difference in words that the two shares it is of do not give: "40% and 52%, a gap of 21 percentage points".
struct WrongAmount {
  var passage: Int
  var amount: StatedAmount
  /// The shares or the ratio that deny it, as printed.
  var first: PrintedNumber
  var second: PrintedNumber?
  /// Where they stand.
  var place: SourceSpan

  private static let farthest = 3
  private static let nearest = 14
  private static let leastCount = 5.0

  /// O(tokens), and for each amount the sentences of its paragraph before it.
  static func all(in context: CheckContext) -> [WrongAmount] {
    let amounts = context.extract.passages.indices.flatMap { passage -> [(Int, StatedAmount)] in
      guard context.extract.passages[passage].kind == .sentence else { return [] }
      return StatedAmount.all(in: context.lexed[passage]).map { (passage, $0) }
    }
    guard !amounts.isEmpty else { return [] }
    return amounts.compactMap { passage, amount in
      besideShares(amount, passage, in: context) ?? misprinted(amount, passage, in: context)
        ?? turned(amount, passage, in: context)
    }
  }

  // MARK: The two shares of the sentence, or of the one before it

  private static func besideShares(_ amount: StatedAmount, _ passage: Int, in context: CheckContext) -> WrongAmount? {
    guard let (place, pair) = pair(for: amount, passage, in: context) else { return nil }
    let text = context.lexed[place]
    guard let first = text.number(pair.0), let second = text.number(pair.1), !amount.fits(first, second),
      first.value <= 100, second.value <= 100,
      !isRough(amount, first, second), !isExplained(amount, passage, in: context)
    else { return nil }
    let bytes = text.tokens[pair.0].start..<text.tokens[pair.1 + 1].end
    return WrongAmount(
      passage: passage, amount: amount, first: first, second: second,
      place: context.extract.passages[place].flow.span(of: bytes))
  }

  /// "A 16% higher rate (68% vs 52%)", which are points; and a round amount, as one speaks of 25% for 23%.
  private static func isRough(_ amount: StatedAmount, _ first: PrintedNumber, _ second: PrintedNumber) -> Bool {
    guard amount.kind == .relative, amount.decimals == 0 else { return false }
    var near = amount
    near.kind = .points
    if near.fits(first, second) { return true }
    near.kind = .relative
    return Int(amount.value) % 5 == 0
      && [-2.0, -1, 1, 2].contains { off in
        near.value = amount.value + off
        return near.fits(first, second)
      }
  }

  private static let pointing = PhraseSet(
    ["this", "that", "the difference", "the gap", "these", "thus", "it", "so"], ["两者", "二者", "即", "前者", "差", "相差", "这"])

  private static func pair(
    for amount: StatedAmount, _ passage: Int, in context: CheckContext
  ) -> (passage: Int, tokens: (Int, Int))? {
    let text = context.lexed[passage]
    let own = PlainShares.all(in: text).filter { !amount.tokens.contains($0) && !isAmount($0, text) }
    if own.count == 2 { return near(own[0], own[1], amount, text) ? (passage, (own[0], own[1])) : nil }
    if own.count > 2 {
      let clause = Clauses.all(in: text).first { $0.contains(amount.tokens.lowerBound) } ?? text.tokens.indices
      let inside = own.filter { clause.contains($0) }
      return inside.count == 2 && near(inside[0], inside[1], amount, text) ? (passage, (inside[0], inside[1])) : nil
    }
    guard own.isEmpty, !amount.isBare, passage > 0, let block = context.extract.passages[passage].block,
      context.extract.passages[passage - 1].block == block, context.extract.passages[passage - 1].kind == .sentence,
      pointing.first(in: text, 0..<min(2, text.count))?.lowerBound ?? 99 <= 4
    else { return nil }
    let before = context.lexed[passage - 1]
    let shares = PlainShares.all(in: before)
    return shares.count == 2 && !shares.contains { isAmount($0, before) } ? (passage - 1, (shares[0], shares[1])) : nil
  }

  /// Two shares right beside one another, and the amount in their clause or the next.
  private static func near(_ first: Int, _ second: Int, _ amount: StatedAmount, _ text: LexedText) -> Bool {
    guard second - first <= nearest, areJoined(first + 2..<second, text) else { return false }
    let between =
      second < amount.tokens.lowerBound
      ? second..<amount.tokens.lowerBound : amount.tokens.upperBound..<max(first, amount.tokens.upperBound)
    return between.count <= 2 * nearest && !between.contains { text.isSymbol($0, "。") }
  }

  private static let joints = PhraseSet(
    ["and", "vs", "versus", "v", "against", "compared", "as against", "than"], ["与", "和", "比", "对", "而", "及", "组"])

  private static func areJoined(_ between: Range<Int>, _ text: LexedText) -> Bool {
    guard !between.contains(where: { text.isSymbol($0, ";") || text.isSymbol($0, "±") }) else { return false }
    return joints.occurs(in: text, between) || between.contains { text.isSymbol($0, "、") }
  }

  private static func isAmount(_ index: Int, _ text: LexedText) -> Bool {
    StatedAmount.all(in: text).contains { $0.tokens.contains(index) }
  }

  /// Whether any two figures of the sentence or of those before it in its paragraph differ by the amount, or a ratio of theirs is as much.
  private static func isExplained(_ amount: StatedAmount, _ passage: Int, in context: CheckContext) -> Bool {
    let block = context.extract.passages[passage].block
    let near = (max(0, passage - farthest)...passage).filter {
      $0 == passage || context.extract.passages[$0].block == block && block != nil
    }
    for place in near {
      let text = context.lexed[place]
      let numbers = text.tokens.indices.compactMap { index -> (box: RoundingInterval, number: PrintedNumber)? in
        guard let number = text.number(index), number.relation == .equal, number.value > 0,
          !(place == passage && amount.tokens.contains(index))
        else { return nil }
        // What is counted is not rounded.
        let isCount = number.decimals == 0 && !text.isSymbol(index + 1, "%")
        guard !isCount || number.value >= leastCount else { return nil }
        return (isCount ? RoundingInterval(number.value, number.value) : RoundingInterval(number), number)
      }
      for (position, first) in numbers.enumerated() {
        if amount.kind == .relative, first.number.decimals >= 1, first.number.value < 10,
          amount.fits(ratio: first.number, isMore: amount.isMore)
        {
          return true
        }
        for second in numbers.dropFirst(position + 1) where amount.fits(first.box, second.box) { return true }
      }
    }
    return false
  }

  // MARK: No pair of shares of the document is so far apart, and one is by the same digits

  private static func misprinted(_ amount: StatedAmount, _ passage: Int, in context: CheckContext) -> WrongAmount? {
    guard amount.kind == .points, !amount.isBare, amount.decimals >= 1, context.isShort,
      context.citations(in: passage).isEmpty,
      PlainShares.all(in: context.lexed[passage]).allSatisfy({ amount.tokens.contains($0) })
    else { return nil }
    let pairs = SharePairs.shared(in: context).pairs
    guard !pairs.contains(where: { amount.fits($0.first, $0.second) }) else { return nil }
    let scale = amount.decimals == 1 ? 10.0 : 100
    let swapped = Int((amount.value * scale).rounded()).neighbourExchanges.map { other in
      var amount = amount
      amount.value = Double(other) / scale
      return amount
    }
    let meant = pairs.filter { pair in
      pair.first.decimals == amount.decimals && pair.second.decimals == amount.decimals
        && swapped.contains { $0.fits(pair.first, pair.second) }
    }
    guard let only = meant.first,
      meant.allSatisfy({ abs(abs($0.first.value - $0.second.value) - abs(only.first.value - only.second.value)) < 0.15 })
    else { return nil }
    return WrongAmount(passage: passage, amount: amount, first: only.first, second: only.second, place: only.span)
  }

  // MARK: 风险下降 33% where the one ratio is 1.33

  private static func turned(_ amount: StatedAmount, _ passage: Int, in context: CheckContext) -> WrongAmount? {
    guard amount.kind == .relative, let isMore = amount.isMore, amount.decimals == 0, amount.slack < 1, context.isShort,
      context.citations(in: passage).isEmpty
    else { return nil }
    let ratios = context.results.indices.filter { index in
      Measure.isRatio(context.results[index].measure) && context.results[index].value?.relation == .equal
    }
    let values = ratios.compactMap { context.results[$0].value }
    guard !values.contains(where: { ($0.value > 1) == isMore && abs(100 * abs(1 - $0.value) - amount.value) < 0.6 }),
      !isExplained(amount, passage, in: context),
      !SharePairs.shared(in: context).pairs.contains(where: { amount.fits($0.first, $0.second) })
    else { return nil }
    let opposite = ratios.filter { index in
      context.results[index].value.map { abs(100 * abs(1 - $0.value) - amount.value) < 0.5001 && ($0.value > 1) != isMore }
        ?? false
    }
    guard let card = opposite.first, Set(opposite.compactMap { context.results[$0].value?.value }).count == 1,
      context.results[card].passage != passage, let ratio = context.results[card].value
    else { return nil }
    return WrongAmount(passage: passage, amount: amount, first: ratio, second: nil, place: context.results[card].span)
  }
}
