import Literature
import Statistics
import TextAnalysis

/// An estimate with its interval and P whose measure the words before it do not tell: "improved by 1.4 points more than with placebo (0.5 to
/// 2.3; P = 0.02)".
///
/// That the estimate is the middle of the limits, as printed or on the scale of logarithms, shows whose limits they are and what they are of.
struct UnnamedEstimate {
  var value: PrintedNumber
  var low: PrintedNumber
  var high: PrintedNumber
  var p: PrintedNumber
  /// From the estimate to the upper limit.
  var span: SourceSpan
  /// On each scale on which the estimate is the middle; not empty.
  var readings: [EffectCoherence]

  /// So many tokens before the limits the estimate may stand.
  private static let reach = 14
  /// How far from the middle an estimate may be, in halves of the interval.
  private static let offCenter = 0.08

  /// Those with a P right behind them, in sentences, notes and captions. O(tokens).
  static func all(in context: CheckContext) -> [UnnamedEstimate] {
    context.extract.passages.indices.flatMap { passage -> [UnnamedEstimate] in
      let kind = context.extract.passages[passage].kind
      if kind == .tableRow { return ofRow(passage, in: context) }
      guard kind == .sentence || kind == .note || kind == .caption else { return [] }
      let text = context.lexed[passage]
      guard text.tokens.indices.contains(where: { text.isWord($0, "p") }), !WrittenEstimate.namesSpecialTest(text),
        !WrittenEstimate.namesAsymmetricInterval(text)
      else { return [] }
      let flow = context.extract.passages[passage].flow
      return WrittenLimits.beforeP(in: text).compactMap { limits, p in
        make(limits, p, text) { flow.span(of: $0..<limits.range.upperBound) }
      }
    }
  }

  private static let effects = PhraseSet(
    ["rr", "hr", "or", "irr", "ratio", "difference", "hazard ratio", "odds ratio", "risk ratio", "effect"],
    ["差", "比值", "风险比", "危险度", "效应值", "效应量"])

  /// The one estimate of a row with its limits in brackets under the head of an effect, and the one cell under P: under other heads it is of
  /// one group.
  private static func ofRow(_ passage: Int, in context: CheckContext) -> [UnnamedEstimate] {
    let text = context.lexed[passage]
    let cells = RowCells.under(RowCells.pHeads, passage, in: context)
    let effects = RowCells.under(where: { Self.effects.occurs(in: LexedText($0.flow.utf8)) }, passage, in: context)
    guard cells.count == 1, let cell = cells.first, effects.count == 1, let effect = effects.first,
      !WrittenEstimate.namesSpecialTest(text)
    else { return [] }
    let limits = text.tokens.indices.filter { text.isSymbol($0, "(") && text.isNumber($0 - 1) }.compactMap {
      WrittenLimits.pair(in: text, at: $0 + 1)
    }
    let places = text.tokens.indices.filter { cell.contains(text.tokens[$0].start) }
    guard limits.count == 1, let own = limits.first, own.range.upperBound <= cell.lowerBound,
      effect.contains(own.range.lowerBound),
      let index = places.first(where: { text.isNumber($0) }), places.count == 1, let p = text.number(index), p.value <= 1,
      p.decimals > 1
    else { return [] }
    let flow = context.extract.passages[passage].flow
    return [make(own, p, text) { flow.span(of: $0..<own.range.upperBound) }].compactMap { $0 }
  }

  private static func make(
    _ limits: WrittenLimits, _ p: PrintedNumber, _ text: LexedText, _ span: (Int) -> SourceSpan
  ) -> UnnamedEstimate? {
    guard let low = PrintedNumber(limits.low), let high = PrintedNumber(limits.high), low.value < high.value else { return nil }
    let end = text.firstToken(at: limits.range.lowerBound)
    let level = WrittenEstimate.level(text, before: limits)
    for index in (max(0, end - reach)..<end).reversed() {
      // A fall in percent is 1 less a ratio, and its interval leans.
      guard let number = text.number(index), number.decimals == low.decimals, number.relation == .equal,
        !text.isSymbol(index + 1, "%")
      else { continue }
      for value in [number, number.negated] {
        let readings = [EffectCoherence.Scale.ratio, .difference].compactMap { scale in
          EffectCoherence(estimate: value, low: low, high: high, level: level, scale: scale)
        }.filter { $0.offCenter <= offCenter }
        guard !readings.isEmpty else { continue }
        return UnnamedEstimate(
          value: value, low: low, high: high, p: p, span: span(text.tokens[index].start), readings: readings)
      }
    }
    return nil
  }

  /// Whether P fits no reading.
  private var isDenied: Bool { readings.allSatisfy { $0.readings(fitting: p).isEmpty && $0.denies(p) } }

  /// What P should be where the printed one fits no reading and is that one but for a slip.
  var meantP: PrintedNumber? {
    guard isDenied else { return nil }
    return SlippedP.candidates(p).first { slip in readings.contains { $0.readings(fitting: slip).contains(.twoSided) } }
  }

  /// Whether P is below 5% though the limits hold no effect: limits on both sides of it are of an effect.
  var isAgainstLimits: Bool {
    isDenied && readings.allSatisfy { $0.level == 0.95 && $0.excludesNull == false } && RoundingInterval(p).high < 0.05
  }
}

extension EffectCoherence {
  /// How far from the level P is at least that limits on the other side of no effect deny.
  private static let (leastAbove, mostBelow) = (0.06, 0.04)

  /// Whether a P is far from what the figures give, or on the other side of 5% than the limits of a 95% interval are.
  func denies(_ p: PrintedNumber) -> Bool {
    if gapInZ(to: p) >= PValueIncoherent.far { return true }
    guard level == 0.95, let excludesNull else { return false }
    let box = RoundingInterval(p)
    return excludesNull ? box.low >= Self.leastAbove : box.high <= Self.mostBelow
  }

  /// The P that is meant where the printed one is denied and is that one but for a slip of the pen.
  func slip(of p: PrintedNumber) -> PrintedNumber? {
    guard denies(p) else { return nil }
    return SlippedP.candidates(p).first { readings(fitting: $0).contains(.twoSided) }
  }
}
