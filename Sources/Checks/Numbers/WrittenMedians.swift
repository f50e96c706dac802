import Literature
import TextAnalysis

/// Two times of two arms beside a hazard ratio, as the sentence prints them, whatever they are times to: "after a median of 13.2 weeks when
/// tapered and 8.4 weeks when stopped (HR 0.62)", HR 为 0.66(…), 中位无事件生存为 34.6 与 21.8 个月.
struct WrittenMedians {
  /// Of the arm that the ratio is of.
  var first: PrintedNumber
  /// Of the control.
  var second: PrintedNumber
  /// Index into `Extract.results`.
  var ratio: Int
  /// From the first time of the sentence to the second.
  var span: SourceSpan

  /// One time becomes the other, is a part of it, or is no median.
  private static let reversed = PhraseSet(
    [
      "from", "extended", "follow up", "followed", "difference", "gain", "shortened", "range", "interquartile", "iqr",
      "restricted mean",
      "rmst", "milestone", "landmark", "within", "every", "crossed", "subgroup", "longest",
    ],
    ["由", "从", "缩短至", "延长至", "随访", "相差", "差值", "范围", "四分位", "每", "交叉", "亚组"])
  private static let control = PhraseSet(
    [
      "placebo", "control", "controls", "usual care", "standard", "observation", "comparator", "no treatment", "sham",
      "chemotherapy alone",
      "chemotherapy",
    ],
    ["对照", "安慰剂", "观察组", "常规", "标准治疗", "单药", "单用", "单纯", "化疗组", "假手术", "空白"])
  private static let joining = PhraseSet(
    ["and", "vs", "versus", "against", "v", "compared", "opposed", "but", "while", "whereas", "rather"],
    ["和", "与", "对", "比", "及", "而"])
  private static let times: [StaticString] = [
    "week", "weeks", "month", "months", "mo", "day", "days", "d", "year", "years", "hours",
  ]
  private static let chineseTimes: [StaticString] = ["个月", "周", "天", "年", "月", "日"]
  private static let farthest = 24

  /// Ratios with intervals beside two times. O(tokens of passages with a hazard ratio).
  static func all(in context: CheckContext) -> [WrittenMedians] {
    context.cardsByPassage.sorted { $0.key < $1.key }.flatMap { passage, cards -> [WrittenMedians] in
      let (text, record) = (context.lexed[passage], context.extract.passages[passage])
      guard record.kind == .sentence else { return [] }
      let ratios = cards.filter { context.results[$0].measure == "HR" && context.results[$0].low != nil }.compactMap {
        index -> (card: Int, tokens: Range<Int>)? in
        guard context.results[index].population == nil, let first = context.results[index].span.ranges.first,
          let start = record.flow.flowOffset(ofSource: first.lowerBound),
          let end = record.flow.flowOffset(ofSource: context.results[index].span.end - 1)
        else { return nil }
        return (index, text.firstToken(at: start)..<max(text.firstToken(at: start), text.firstToken(at: end)))
      }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
      return ratios.indices.compactMap { index in
        let end = ratios[index].tokens.lowerBound
        let before = min(index > 0 ? ratios[index - 1].tokens.upperBound : 0, end)..<end
        let behind = min(ratios[index].tokens.upperBound, text.count)..<text.count
        let found =
          pair(in: text, before, isBefore: true, in: context)
          ?? (ratios.count == 1 ? pair(in: text, behind, isBefore: false, in: context) : nil)
        guard let found else { return nil }
        return WrittenMedians(
          first: found.first, second: found.second, ratio: ratios[index].card, span: record.flow.span(of: found.range))
      }
    } + context.extract.passages.indices.compactMap { behindRatio($0, in: context) }
  }

  private static let medians = PhraseSet(["median", "medians"])
  private static let units: Set<String> = ["days", "weeks", "months", "years", "hours"]

  /// "The hazard ratio was 0.71 (…). The median time to it was 14 weeks with the brace and 9 weeks with the cast": in the next sentence, with both
  /// groups named, of which the document compares with one.
  private static func behindRatio(_ passage: Int, in context: CheckContext) -> WrittenMedians? {
    let text = context.lexed[passage]
    guard passage > 0, medians.occurs(in: text), let block = context.extract.passages[passage].block,
      context.extract.passages[passage - 1].block == block, context.extract.passages[passage].kind == .sentence,
      !reversed.occurs(in: text),
      !(context.cardsByPassage[passage] ?? []).contains(where: { Measure.isRatio(context.results[$0].measure) })
    else { return nil }
    let ratios = (context.cardsByPassage[passage - 1] ?? []).filter { Measure.isRatio(context.results[$0].measure) }
    let sides = Set(ratios.map { context.results[$0].value.map { $0.value > 1 } })
    guard let ratio = ratios.first, sides.count == 1, ratios.allSatisfy({ context.results[$0].measure == "HR" }),
      context.results[ratio].population == nil
    else { return nil }
    let figures = LabelledFigure.all(in: text).filter { $0.unit.map(units.contains) ?? false }
    guard figures.count == 2 else { return nil }
    let (one, two) = (figures[0].apart(from: figures[1]), figures[1].apart(from: figures[0]))
    let reference = ReferenceGroup.shared(in: context)
    let (isOne, isTwo) = (one.isControl || reference.isNamed(by: one.words), two.isControl || reference.isNamed(by: two.words))
    guard isOne != isTwo, !one.words.isEmpty, !two.words.isEmpty else { return nil }
    let range = text.tokens[one.token].start..<text.tokens[two.token].end
    return WrittenMedians(
      first: isTwo ? one.number : two.number, second: isTwo ? two.number : one.number, ratio: ratio,
      span: context.extract.passages[passage].flow.span(of: range))
  }

  private typealias Pair = (first: PrintedNumber, second: PrintedNumber, range: Range<Int>)

  private static func pair(in text: LexedText, _ stretch: Range<Int>, isBefore: Bool, in context: CheckContext) -> Pair? {
    guard !stretch.isEmpty else { return nil }
    let numbers = outsideBrackets(text, stretch)
    guard let place = numbers.indices.dropLast().last(where: { isPair(text, numbers[$0], numbers[$0 + 1]) }) else { return nil }
    let (one, two) = (numbers[place], numbers[place + 1])
    // Nothing else is compared between the times and the ratio.
    guard
      isBefore
        ? place + 2 == numbers.count && stretch.upperBound - two < farthest : place == 0 && one - stretch.lowerBound < farthest,
      let first = text.number(one), let second = text.number(two)
    else { return nil }
    let start = place > 0 ? numbers[place - 1] + 1 : stretch.lowerBound
    guard place == 0 || !isPair(text, numbers[place - 1], one), !reversed.occurs(in: text, start..<min(text.count, two + 3))
    else { return nil }
    let range = text.tokens[one].start..<text.tokens[two].end
    switch controlIsFirst(text, start..<one, one + 1..<two, two + 1..<max(two + 1, stretch.upperBound), in: context) {
    case true: return (second, first, range)
    case false: return (first, second, range)
    case nil: return nil
    }
  }

  /// Numbers that stand in no brackets: an interval or n behind a median is passed over.
  private static func outsideBrackets(_ text: LexedText, _ stretch: Range<Int>) -> [Int] {
    text.outsideBrackets(stretch).filter { index in
      text.isNumber(index) && !text.isSymbol(index + 1, "%")
        && !(text.isSymbol(index - 1, "-") && !text.hasGap(before: index))
    }
  }

  /// Two times of one unit: the second has it, and the first has it or a joining word behind it.
  private static func isPair(_ text: LexedText, _ one: Int, _ two: Int) -> Bool {
    guard let unit = unit(text, two), text.number(one)?.decimals == text.number(two)?.decimals else { return false }
    if let first = Self.unit(text, one) { return first == unit }
    return joining.occurs(in: text, one + 1..<min(two, one + 2))
  }

  private static func unit(_ text: LexedText, _ index: Int) -> Int? {
    if let word = times.firstIndex(where: { text.isWord(index + 1, $0) }) { return word / 2 }
    return chineseTimes.firstIndex { text.hanHasPrefix(index + 1, $0) }.map { 100 + $0 }
  }

  /// Whether the first time is the control's; the order of a comparison where no word tells. Nil where the words tell it of both.
  private static func controlIsFirst(
    _ text: LexedText, _ before: Range<Int>, _ between: Range<Int>, _ behind: Range<Int>, in context: CheckContext
  ) -> Bool? {
    let reference = RatioReference.shared(in: context)
    let places = [before, between, behind].map { part in
      control.first(in: text, part).map { text.firstToken(at: $0.lowerBound) } ?? reference.place(in: text, part)
    }
    let told = places.indices.filter { places[$0] != nil }
    guard told.count <= 1 else { return nil }
    // In a document that prints the control first, figures without names are left alone.
    guard let part = told.first, let place = places[part] else {
      return ControlOrder.shared(in: context).isControlFirst == true ? nil : false
    }
    let isJoinedBehind: (Int) -> Bool = {
      joining.occurs(in: text, place + 1..<max(place + 1, min($0, place + 8))) || text.hanContains(place, "与")
    }
    switch part {
    case 0:
      let isList = joining.occurs(in: text, max(before.lowerBound, place - 4)..<max(before.lowerBound, place))
      return !isList
    case 1: return text.tokens[place].kind == .han ? false : isJoinedBehind(between.upperBound)
    default: return isJoinedBehind(behind.upperBound)
    }
  }
}
