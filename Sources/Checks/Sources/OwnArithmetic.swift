import Literature
import Statistics
import TextAnalysis

/// Figures that a sentence works out from others: the sum of two arms, what one arm had more than the other, a share of two counts printed beside it.
/// No source need print them.
struct OwnArithmetic {
  private let text: LexedText
  /// Whole numbers of the paragraph, by the token for those of the sentence itself.
  private let own: [(token: Int, value: Double)]
  private let others: [Double]
  private let reckons: Bool

  /// Words without which two numbers that add to a third are no sum.
  private static let reckoning = PhraseSet(
    [
      "total", "in all", "altogether", "together", "combined", "both groups", "both arms", "hence", "thus", "that is", "more",
      "fewer",
      "difference", "remaining", "free of", "free from", "without", "of all", "overall",
    ],
    ["合计", "共", "总", "全组", "两组", "多", "少", "相差", "未", "余", "即"])
  /// More numbers than these in a paragraph, and some two of them give any third.
  private static let mostNumbers = 14

  /// O(tokens of the paragraph).
  init(_ passage: Int, in context: CheckContext) {
    text = context.lexed[passage]
    reckons = Self.reckoning.occurs(in: text)
    own = Self.numbers(text)
    let block = context.extract.passages[passage].block
    let mates = context.extract.passages.indices.filter {
      $0 != passage && block != nil && context.extract.passages[$0].block == block
        && context.extract.passages[$0].kind == .sentence
    }
    others = mates.flatMap { Self.numbers(context.lexed[$0]).map(\.value) }
  }

  private static func numbers(_ text: LexedText) -> [(token: Int, value: Double)] {
    text.tokens.indices.compactMap { index in
      guard let number = text.number(index), number.decimals == 0, number.value >= 2, number.value < 1e7,
        !text.isSymbol(index + 1, "%")
      else { return nil }
      return (index, number.value)
    }
  }

  /// O(numbers³) of the paragraph at most, for shares of sums.
  func gives(_ figure: StatedFigure, _ source: CitedSource) -> Bool {
    let numbers = Set(own.filter { $0.token != figure.token }.map(\.value) + others).sorted()
    if isStep(figure), isDifference(figure.number.value, in: source) { return true }
    if isOfTwo(figure, in: source) { return true }
    // "One in 20": nobody prints it as such.
    if text.isWord(figure.token - 1, "in"), text.isWord(figure.token - 2, "one") { return true }
    if isShareOfOwnCount(figure, numbers) { return true }
    guard numbers.count <= Self.mostNumbers else { return false }
    let sums = reckons ? DerivedFigures.pairs(numbers).flatMap { [$0.0 + $0.1, abs($0.0 - $0.1)] } : []
    switch figure.kind {
    case .share:
      let half = RoundingInterval.halfUnit(decimals: figure.number.decimals)
      return (numbers + sums).contains { part in
        numbers.contains { $0 > part && abs(100 * part / $0 - figure.number.value) <= 1.001 * half }
      }
    case .count, .total, .value: return figure.number.decimals == 0 && figure.days == nil && sums.contains(figure.number.value)
    case .limit, .p: return false
    }
  }

  /// "96 (12.0%)": what the count beside it is of some number of the paragraph, however many there are.
  private func isShareOfOwnCount(_ figure: StatedFigure, _ numbers: [Double]) -> Bool {
    guard figure.kind == .share, figure.number.decimals > 0,
      let count = own.last(where: { $0.token < figure.token && figure.token - $0.token <= Self.around })
    else { return false }
    let half = 1.001 * RoundingInterval.halfUnit(decimals: figure.number.decimals)
    return numbers.contains { $0 > count.value && abs(100 * count.value / $0 - figure.number.value) <= half }
  }

  private static let lengthening = PhraseSet(
    [
      "longer", "shorter", "earlier", "later", "higher", "lower", "gain", "gained", "fewer", "more", "points", "difference",
      "prolonged",
      "lengthened", "shortened", "added", "saved", "advantage", "benefit",
    ],
    ["延长", "缩短", "提前", "推迟", "高", "低", "相差", "差", "个百分点", "多", "少", "增加", "减少"])
  private static let around = 5

  /// Whether a figure is what two numbers of one sentence of the source make together, where the words add up; or by how much they differ,
  /// where the words beside it compare: "13 cases in all", 延长约10 min, 高9.9个百分点.
  private func isOfTwo(_ figure: StatedFigure, in source: CitedSource) -> Bool {
    let near = max(0, figure.token - Self.around)..<min(text.count, figure.token + Self.around)
    let compares = Self.lengthening.occurs(in: text, near)
    guard figure.kind != .p, figure.kind != .limit, compares || reckons && figure.number.decimals == 0 else { return false }
    let half = 1.001 * RoundingInterval.halfUnit(decimals: figure.number.decimals)
    return source.sentences.contains { sentence in
      let numbers = sentence.numbers.filter { number in
        number.value != 95 && (figure.number.decimals > 0 || number.decimals == 0)
      }
      guard numbers.count <= Self.mostNumbers else { return false }
      return DerivedFigures.pairs(numbers.map(\.value)).contains { one, other in
        compares && abs(abs(one - other) - figure.number.value) <= half
          || reckons && figure.number.decimals == 0 && one + other == figure.number.value
      }
    }
  }

  /// "In 42 more", 多42例.
  private func isStep(_ figure: StatedFigure) -> Bool {
    ["more", "fewer", "additional", "extra"].contains { text.isWord(figure.token + 1, $0) }
      || text.hanHasSuffix(figure.token - 1, "多") || text.hanHasSuffix(figure.token - 1, "少")
  }

  /// Whether two whole numbers of one statement of the source are so far apart.
  private func isDifference(_ value: Double, in source: CitedSource) -> Bool {
    source.sentences.contains { sentence in
      sentence.statements.contains { statement in
        let counts = statement.cells.flatMap(\.figures).map(\.number).filter { $0.decimals == 0 }.map(\.value)
        return DerivedFigures.pairs(counts).contains { abs($0.0 - $0.1) == value }
      }
    }
  }
}
