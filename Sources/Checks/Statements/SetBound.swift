import Literature
import Statistics
import TextAnalysis

/// What a piece of a sentence says of every figure of some set: "every arm kept more than 70%", 无一低于40%, "only one trial exceeded two years".
struct SetBound: Hashable, Sendable {
  enum Unit: Hashable, Sendable { case percent, month, ratio, plain }
  /// Of how many figures it is said; `named`: of those whose names the piece has, and of no other; `some`: no word tells.
  enum Count: Hashable, Sendable { case all, exactly(Int), named, some }

  var relation: WordedShare.Relation
  /// In percent, in months, or as printed.
  var value: Double
  /// The other end of "between 0.60 and 1.10".
  var upper: Double?
  var unit: Unit
  /// Of ratios their kind, where the words name one: `HR`.
  var ratio: String?
  var count: Count
  /// Whether the mark is a round fraction in words.
  var isWorded: Bool
  /// Bytes of the text: the words of the bound and its mark.
  var range: Range<Int>
  /// Tokens of the piece.
  var scope: Range<Int>

  /// Words of a time that is no outcome.
  static let followUp = PhraseSet(
    ["follow up", "followed", "observation", "observed", "exposure", "on treatment", "treated for", "treatment lasted"],
    ["随访", "观察", "疗程", "用药时间", "治疗时间"])

  // MARK: Reading

  private static let every = PhraseSet(
    ["all", "each", "every", "both", "either", "throughout", "always", "whichever", "whatever", "consistently", "invariably"],
    ["均", "都", "各", "皆", "全部", "始终", "每"])
  private static let any = PhraseSet(["any"], ["任何", "任一"])
  private static let denials = PhraseSet(
    ["no", "none", "neither", "nor", "never", "not", "nobody", "nowhere"], ["无一", "没有", "未", "无任何", "无论何"])
  private static let whole = PhraseSet(
    ["no", "none", "neither", "never", "nowhere", "not one"], ["无一", "没有一", "没有任何", "从未", "均未", "都未"])
  private static let only = PhraseSet(["only", "just", "alone", "the one", "solely"], ["仅", "只有", "唯有", "唯一"])
  private static let otherwise = PhraseSet(
    [
      "expected", "assumed", "assuming", "planned", "anticipated", "hypothesised", "hypothesized", "target", "if", "may", "might",
      "could", "whether", "margin", "threshold", "defined", "eligible", "criterion", "criteria", "required", "previous",
      "previously",
      "historical", "earlier", "some", "most", "several", "except", "apart from", "other than", "all but", "difference",
      "differences",
      "differ", "differed", "gain", "gained", "change", "reduction", "reduced", "increase", "increased", "decrease",
      "percentage points", "points", "interval", "intervals", "limit", "limits", "confidence",
      "subgroup", "subgroups", "times", "fold", "about half as", "as common", "as often", "as likely", "cost", "most of those",
      "some of those",
      "power", "all the same",
    ],
    [
      "预期", "假设", "计划", "若", "可能", "是否", "定义", "界值", "拟", "既往", "部分", "多数", "之外", "以外", "差异", "相差", "组间差", "差值", "延长", "提高",
      "降低", "下降", "降幅", "增加", "减少", "百分点", "区间", "上限", "下限", "亚组", "倍", "的一半", "其中", "上升", "缩短",
    ])

  /// In order; none where a document hedges or plans. O(tokens).
  static func all(in text: LexedText) -> [SetBound] {
    guard let marks = BoundMark.all(in: text), !marks.isEmpty else { return [] }
    return Clauses.all(in: text).flatMap { pieces(text, $0) }.compactMap { piece in
      guard let mark = meant(of: marks.filter { piece.contains($0.token) }), !otherwise.occurs(in: text, piece),
        !isDifference(mark, text),
        mark.unit != .month || !ages.occurs(in: text, piece)
      else { return nil }
      return bound(mark, text, piece)
    }
  }

  /// The only mark, or the only share in words beside marks that tell of whom it is: "two thirds had been ill for 24 months or more".
  private static func meant(of marks: [BoundMark]) -> BoundMark? {
    if marks.count == 1 { return marks.first }
    let shares = marks.filter(\.isWorded)
    guard shares.count == 1, let share = shares.first,
      marks.allSatisfy({ $0 == share || $0.unit == .month && $0.token > share.token })
    else { return nil }
    return share
  }

  private static let ages = PhraseSet(
    ["age", "aged", "ages", "old", "older", "younger", "children", "infants", "adults"], ["岁", "年龄", "儿童"])

  private static let deeds: Set<String> = [
    "reported", "experienced", "reached", "achieved", "met", "attained", "suffered", "needed", "completed", "used", "mentioned",
  ]

  /// "By more than 5%", but not "reported by more than 5%".
  private static func isDifference(_ mark: BoundMark, _ text: LexedText) -> Bool {
    let first = text.firstToken(at: mark.range.lowerBound)
    return text.isWord(first - 1, "by") && !(first > 1 && deeds.contains(text.lowercased(first - 2)))
  }

  private static let mostOpening = 9
  private static let mostInserted = 2

  /// Pieces, with an opening of a few words put to the next ("In all three, follow-up was longer than a year"), be there a word between commas
  /// behind it ("In none of the trials, then, did …").
  private static func pieces(_ text: LexedText, _ clause: Range<Int>) -> [Range<Int>] {
    var pieces = Pieces.atCommas(in: text, clause)
    guard pieces.count > 1, pieces[0].count <= mostOpening, !pieces[0].contains(where: { text.isNumber($0) }) else {
      return pieces
    }
    // The comma is part of the piece that it opens.
    if pieces.count > 2, pieces[1].count <= mostInserted + 1 { pieces.remove(at: 1) }
    return [pieces[0].lowerBound..<pieces[1].upperBound] + pieces.dropFirst(2)
  }

  private static func bound(_ mark: BoundMark, _ text: LexedText, _ piece: Range<Int>) -> SetBound? {
    let words = { (set: PhraseSet) in set.all(in: text, piece).filter { !$0.overlaps(mark.range) } }
    let denied = words(denials)
    var relation = mark.relation
    if text.utf8[..<mark.range.lowerBound].suffix(3).elementsEqual("不".utf8), let turned = relation.turned { relation = turned }
    if !denied.isEmpty {
      guard mark.upper == nil else { return nil }
      guard denied.count == 1, let turned = relation.turned else { return nil }
      relation = turned
    }
    guard let count = count(mark, text, piece, isWhole: !words(whole).isEmpty, isDenied: !denied.isEmpty, words) else {
      return nil
    }
    return SetBound(
      relation: relation, value: mark.value, upper: mark.upper, unit: mark.unit,
      ratio: mark.unit == .ratio ? RatioKind.named(in: text) : nil, count: count, isWorded: mark.isWorded,
      range: mark.range,
      scope: piece)
  }

  private static func count(
    _ mark: BoundMark, _ text: LexedText, _ piece: Range<Int>, isWhole: Bool, isDenied: Bool,
    _ words: (PhraseSet) -> [Range<Int>]
  ) -> Count? {
    if !words(only).isEmpty {
      guard !isDenied, mark.relation != .about else { return nil }
      return BoundMark.counted(in: text, piece).map { .exactly($0) } ?? .named
    }
    if isWhole { return .all }
    // "Below 5% in any arm" is of all, "above 5% in any arm" of one.
    if !words(any).isEmpty, words(every).isEmpty {
      return isDenied || mark.relation == .less || mark.relation == .atMost ? .all : nil
    }
    if words(every).contains(where: { !text.utf8[$0.upperBound...].starts(with: "-cause".utf8) }) { return isDenied ? nil : .all }
    if mark.upper != nil { return .all }
    return isDenied ? nil : .some
  }

  // MARK: Judging

  /// Points of percent by which a round fraction in words may be off, and the part of a small one.
  private static let slack = 1.0
  private static let slackPart = 0.05
  private static let nearness = 0.2
  private static let points = 3.0

  /// Whether a figure may be meant by the bound.
  func mayHold(for box: RoundingInterval) -> Bool {
    let slack = isWorded ? min(Self.slack, Self.slackPart * value) : 0
    if let upper, box.low > upper { return false }
    switch relation {
    case .more, .atLeast: return box.high > value - slack || relation == .atLeast && box.high >= value
    case .less, .atMost: return box.low < value + slack || relation == .atMost && box.low <= value
    case .about: return abs(box.middle - value) <= max(Self.nearness * value, Self.points)
    }
  }

  func distance(to box: RoundingInterval) -> Double { abs(box.middle - value) }

  /// Whether a figure may lie on the other side.
  func mayFail(for box: RoundingInterval) -> Bool {
    switch relation {
    case .more, .atLeast: box.low <= value
    case .less, .atMost: box.high >= value
    case .about: true
    }
  }
}

extension WordedShare.Relation {
  /// What is left where it is denied; nil for "about".
  var turned: WordedShare.Relation? {
    switch self {
    case .more: .atMost
    case .atLeast: .less
    case .less: .atLeast
    case .atMost: .more
    case .about: nil
    }
  }
}
