import Literature
import Statistics
import TextAnalysis

/// A mean of values that must be whole, with their number.
struct WholeNumberMean {
  let passage: Int
  let value: PrintedNumber
  /// Bytes of the passage's flow, from the mean to its spread where one is printed.
  let range: Range<Int>
  /// The mean with its spread; nil where the mean stands alone.
  let figure: MeanWithSpread?
  let sample: GranularSample

  /// In document order. O(tokens).
  static func all(in context: CheckContext) -> [WholeNumberMean] { context.once(Self.self) { read(context) } }

  private static func read(_ context: CheckContext) -> [WholeNumberMean] {
    let declared = DeclaredMeans.all(in: context)
    let known = Set(declared.map { [$0.passage, $0.range.lowerBound] })
    let named = ofNamedScales(in: context).filter { !known.contains([$0.passage, $0.range.lowerBound]) }
    return (declared + named).sorted { ($0.passage, $0.range.lowerBound) < ($1.passage, $1.range.lowerBound) }
  }

  private static func ofNamedScales(in context: CheckContext) -> [WholeNumberMean] {
    let declared = DeclaredScales(context)
    return context.extract.passages.indices.flatMap { passage -> [WholeNumberMean] in
      let (text, figures) = (context.lexed[passage], context.means[passage])
      guard context.extract.passages[passage].kind != .reference, WholeNumberScale.isNamed(in: text) || declared.isNamed(in: text)
      else { return [] }
      let tested = TestedCounts(context).counts(
        of: figures.map { .init(range: $0.range, value: $0.mean, deviation: $0.label == .deviation ? $0.spread : nil) },
        in: passage)
      let withSpread = figures.indices.compactMap { index -> WholeNumberMean? in
        let figure = figures[index]
        guard !WholeNumberScale.isMeasured(text, figure.range) else { return nil }
        return WholeNumberMean(passage, figure.mean, figure.range, figure, tested[index] ?? figure.count)
      }
      return figures.isEmpty ? alone(passage, text) : withSpread
    }
  }

  init(passage: Int, value: PrintedNumber, range: Range<Int>, figure: MeanWithSpread?, sample: GranularSample) {
    (self.passage, self.value, self.range) = (passage, value, range)
    (self.figure, self.sample) = (figure, sample)
  }

  private init?(_ passage: Int, _ value: PrintedNumber, _ range: Range<Int>, _ figure: MeanWithSpread?, _ count: Int?) {
    guard let count, let sample = GranularSample(mean: value, count: count) else { return nil }
    self.passage = passage
    self.value = value
    self.range = range
    self.figure = figure
    self.sample = sample
  }

  /// "For 19 children …; the mean per child was 2.39": the only mean of a sentence, without a spread.
  private static func alone(_ passage: Int, _ text: LexedText) -> [WholeNumberMean] {
    let means = text.tokens.indices.filter { index in
      guard let number = text.number(index), number.decimals >= 2 else { return false }
      return (text.isWord(index - 1, "was") || text.isWord(index - 1, "of"))
        && saysMean.occurs(in: text, max(0, index - 6)..<index)
        || text.hanHasSuffix(index - 1, "平均") || text.hanHasSuffix(index - 1, "均值为") || text.hanHasSuffix(index - 1, "平均为")
    }
    guard means.count == 1, let index = means.first, let number = text.number(index),
      let mean = WholeNumberMean(
        passage, number, text.tokens[index].range, nil, PrecedingCount.one(in: text, before: index)),
      !WholeNumberScale.isMeasured(text, mean.range)
    else { return [] }
    return [mean]
  }

  private static let saysMean = PhraseSet(["mean"])

  func span(in context: CheckContext) -> SourceSpan { context.extract.passages[passage].flow.span(of: range) }

  /// The cards whose figures it holds.
  func cards(in context: CheckContext) -> [Int] {
    let span = span(in: context)
    return context.results.indices.filter { context.results[$0].passage == passage && context.results[$0].span.overlaps(span) }
  }
}
