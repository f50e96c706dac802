import Literature
import Statistics
import TextAnalysis

/// The means of counts and of quantities of which the document says, anywhere, that their values are whole, with the numbers of people that it gives
/// beside them, in a head of the table or for the group that they are of.
struct DeclaredMeans {
  private let context: CheckContext
  private let whole: WholeValues
  private let counts: CountOfMean
  /// Whether ± and brackets behind means may be of errors somewhere in the document.
  private let namesErrors: Bool
  /// Whether the document says that what stands behind means are deviations.
  private let namesDeviations: Bool

  /// Whether the document says that what stands behind ± are deviations: x±s, 均数±标准差, "mean ± SD".
  private let declaresPlusMinus: Bool

  private static let errors = PhraseSet(["se", "sem", "standard error", "standard errors"], ["标准误"])
  private static let deviations = PhraseSet(["sd", "standard deviation", "standard deviations"], ["标准差", "±s"])

  /// In document order. O(tokens).
  static func all(in context: CheckContext) -> [WholeNumberMean] {
    let whole = WholeValues(context)
    guard !whole.isEmpty || context.lexed.contains(where: WholeNumberScale.isCount) else { return [] }
    let finder = DeclaredMeans(context, whole)
    let found = context.extract.passages.indices.flatMap { finder.means(of: $0) } + finder.meansOfTables()
    return finder.credible(found).sorted { ($0.passage, $0.range.lowerBound) < ($1.passage, $1.range.lowerBound) }
  }

  private init(_ context: CheckContext, _ whole: WholeValues) {
    self.context = context
    self.whole = whole
    counts = CountOfMean(context)
    namesErrors = context.lexed.contains { Self.errors.occurs(in: $0) }
    declaresPlusMinus = context.lexed.contains { text in
      text.tokens.indices.contains { index in
        text.isSymbol(index - 1, "±")
          && (text.isWord(index, "s") || text.isWord(index, "sd") || text.hanHasPrefix(index, "标准差"))
      }
    }
    namesDeviations = context.lexed.contains { text in
      Self.deviations.occurs(in: text) || text.tokens.indices.contains { text.isWord($0, "s") && text.isSymbol($0 - 1, "±") }
    }
  }

  /// Where more than half of several means are impossible, the values are not whole after all or their number is another.
  private func credible(_ means: [WholeNumberMean]) -> [WholeNumberMean] {
    let impossible = means.count { !$0.sample.isPossible }
    return impossible > 1 && 2 * impossible > means.count ? means.filter(\.sample.isPossible) : means
  }

  // MARK: Sentences

  private func means(of passage: Int) -> [WholeNumberMean] {
    let (record, text) = (context.extract.passages[passage], context.lexed[passage])
    guard record.kind != .reference, record.tableRow == nil,
      whole.holds(text, passage: passage) || WholeNumberScale.isCount(text)
    else { return [] }
    let all = WholeMeanReader(text, bracketsAreSpreads: Self.deviations.occurs(in: text)).all()
    // A bare number behind such words may be of a model, one with its spread is not.
    let isOfParts = WholeMeanReader.isOfParts(text)
    let read = all.filter { !isOfParts || $0.hasPlusMinus && !WholeMeanReader.isOfParts(text, through: $0.last) }
    guard let first = read.first, let last = read.last else { return [] }
    let figures = first.tokens.lowerBound..<last.tokens.upperBound
    let ranges = read.map { text.tokens[$0.tokens.lowerBound].start..<text.tokens[$0.last].end }
    let tested = TestedCounts(context).counts(
      of: zip(read, ranges).map { .init(range: $1, value: $0.mean, deviation: label($0) == .deviation ? $0.spread : nil) },
      in: passage)
    return read.indices.compactMap { index in
      let own = read[index]
      if let count = tested[index] { return mean(own, [count], passage, ranges[index]) }
      let start = index > 0 ? read[index - 1].tokens.upperBound : 0
      let end = index + 1 < read.count ? read[index + 1].tokens.lowerBound : text.count
      var sizes = counts.counts(of: own.tokens, in: start..<end, among: figures, text)
      if sizes.isEmpty, let each = eachBefore(passage) { sizes = [each] }
      return mean(own, sizes, passage, ranges[index])
    }
  }

  /// 每组 28 例完成问卷: the sentence before says of how many each mean is.
  private func eachBefore(_ passage: Int) -> Int? {
    guard passage > 0, let block = context.extract.passages[passage].block, context.extract.passages[passage - 1].block == block
    else { return nil }
    return CountOfMean.each(context.lexed[passage - 1])
  }

  private func mean(_ read: WholeMeanReader.Read, _ sizes: Set<Int>, _ passage: Int, _ range: Range<Int>) -> WholeNumberMean? {
    let samples = sizes.sorted(by: >).compactMap { GranularSample(mean: read.mean, count: $0) }
    let label = self.label(read)
    // Of several numbers of people the one that makes the figures possible is meant.
    let fitting = samples.first { sample in
      sample.isPossible && (label != .deviation || read.spread.map(sample.allows(standardDeviation:)) != false)
    }
    guard samples.count == sizes.count, let sample = fitting ?? samples.first(where: \.isPossible) ?? samples.first else {
      return nil
    }
    let figure = read.spread.map {
      MeanWithSpread(mean: read.mean, spread: $0, label: label, count: sample.count, range: range)
    }
    return WholeNumberMean(passage: passage, value: read.mean, range: range, figure: figure, sample: sample)
  }

  private func label(_ read: WholeMeanReader.Read) -> MeanWithSpread.Label? {
    read.label
      ?? (namesErrors && !(read.hasPlusMinus && declaresPlusMinus)
        ? nil : namesDeviations || read.hasPlusMinus ? .deviation : nil)
  }

  // MARK: Tables

  private func meansOfTables() -> [WholeNumberMean] {
    let rows = Dictionary(
      context.extract.passages.indices.compactMap { index in context.extract.passages[index].tableRow.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    return context.extract.article.tables.indices.flatMap { table in
      WholeMeanTable(context.extract.article.tables[table], isWhole: whole.tables.contains(table), whole).cells().compactMap {
        cell -> WholeNumberMean? in
        guard let passage = rows[Passage.TableRow(table: table, row: cell.row)],
          let start = context.extract.passages[passage].flow.flowOffset(ofSource: cell.flow.span.start)
        else { return nil }
        let text = LexedText(cell.flow.utf8)
        let areSpreads = cell.namesDeviation || namesDeviations && !namesErrors
        guard let read = WholeMeanReader(text, bracketsAreSpreads: areSpreads).all().first, read.spread != nil else { return nil }
        let own = text.tokens[read.tokens.lowerBound].start..<text.tokens[read.last].end
        return mean(read, [cell.count], passage, start + own.lowerBound..<start + own.upperBound)
      }
    }
  }
}
