import Literature
import TextAnalysis

/// Which figures the words are of, and whether they can be of them.
extension GroupStatement {
  /// The figures in the bracket behind the statement; else those of the two groups before it, or behind the name of the other one.
  func judged(
    _ subject: String, _ other: String, _ isMore: Bool, _ word: String, at start: Int, behind end: Int, isTold: Bool = false
  ) -> ComparedPair? {
    if let (first, second) = bracket(at: end) {
      let isControl = ["对照", "安慰剂", "常规", "观察", "标准"].contains(where: subject.hasSuffix)
      return isTold && isControl ? nil : make(first, second, isMore, word)
    }
    if let (first, second) = figuresBehind(end, subject, other) { return make(first, second, isMore, word) }
    guard isRightBehindFigures(start, subject), isOfFigures(clauseStart(start)..<start) else { return nil }
    let own = values.filter { $0.label == subject && text.tokens[$0.token].start < start }
    let rival = values.filter { $0.label == other }
    let isOfCounts = ["多于", "少于", "多", "少"].contains(word)
    guard
      let last = own.last(where: { value in
        (isOfCounts || value.unit == "%" || value.number.decimals > 0 || !["例", "人", "名"].contains(value.unit))
          && rival.contains { $0.unit == value.unit }
      })
    else { return own.isEmpty ? ofTwoFigures(subject, isMore, word, at: start, other: other) : nil }
    let before = rival.filter { $0.unit == last.unit && text.tokens[$0.token].start < start }
    if text.string(clauseStart(start)..<start).contains("幅") {
      return ofChanges(own.filter { $0.unit == last.unit }, before, isMore, word)
    }
    guard let against = before.last ?? rival.first(where: { $0.unit == last.unit }) else { return nil }
    // 分别为 29 例和 17 例 behind other pairs: who has which is by their order.
    let near = text.tokens.indices.filter { text.tokens[$0].start < start && isFigure($0) && unit($0) == last.unit }.suffix(2)
    if Set(labels.map(\.name)).count <= 2, let one = near.first, let two = near.last, startsPair(one, last.unit),
      Set([last.token, against.token]) != [one, two], let left = signed(one), let right = signed(two)
    {
      let pair = [left, right].enumerated().map { Value(label: "", number: $1, token: $0 == 0 ? one : two, unit: last.unit) }
      guard !Self.controls.contains(where: subject.contains) else { return nil }
      return make(pair[0], pair[1], isMore, word)
    }
    // What takes less time is faster.
    let isSpeed = word == "快" || word == "慢"
    let isTime = ["d", "h", "min", "天", "周", "个月", "小时", "年"].contains(last.unit)
    return make(last, against, isSpeed && isTime ? !isMore : isMore, word)
  }

  /// 甲组由 1.62 降为 1.18, 乙组由 1.59 降为 1.02, 乙组的降幅更大: of changes that print both ends the differences are compared; without any
  /// the figures are the changes.
  private func ofChanges(_ own: [Value], _ rival: [Value], _ isMore: Bool, _ word: String) -> ComparedPair? {
    guard let first = own.last, let second = rival.last else { return nil }
    let changes = DescribedChange.all(in: text).compactMap { change -> (label: String, size: PrintedNumber, range: Range<Int>)? in
      guard let label = labels.last(where: { $0.end <= change.range.lowerBound })?.name,
        let size = PrintedNumber(NumberText.fixed(abs(change.second.value - change.first.value), change.second.decimals))
      else { return nil }
      return (label, size, change.range)
    }
    guard !changes.isEmpty else { return make(first, second, isMore, word) }
    guard let change = changes.last(where: { $0.label == first.label }),
      let other = changes.last(where: { $0.label == second.label })
    else { return nil }
    let range = min(change.range.lowerBound, other.range.lowerBound)..<max(change.range.upperBound, other.range.upperBound)
    return ComparedPair(first: change.size, second: other.size, isMore: isMore, word: word, range: range)
  }

  /// 与常规随访相比, 复发较少: 31 例(26.3%)对 48 例(41.4%): what is told of stands first; 以后者为高, 25.6% 比 31.2%: behind the words.
  func unnamed(_ index: Int, _ run: String) -> ComparedPair? {
    guard text.isSymbol(index + 1, ",") || text.isSymbol(index + 1, "(") || text.isSymbol(index + 1, ":") else { return nil }
    if run.contains("以前者") || run.contains("以后者"),
      let (word, isMore) = Self.adjectives.first(where: { word in
        ["以前者为", "以后者为", "以前者较", "以后者较"].contains { run.hasSuffix($0 + word.0) }
      }),
      let (first, second) = pairBehind(index + 1)
    {
      return run.contains("前者") ? make(first, second, isMore, word) : make(second, first, isMore, word)
    }
    guard text.isSymbol(index + 1, ":") || text.isSymbol(index + 1, "(") && !run.contains("组"),
      let (word, isMore) = Self.adjectives.first(where: { word in
        word.0.count == 1 && run.hasSuffix(word.0) && ["较", "更", "略", "稍"].contains { run.hasSuffix($0 + word.0) }
      }), !Self.controls.contains(where: run.contains), let (first, second) = pairBehind(index + 1)
    else { return nil }
    return make(first, second, isMore, word)
  }

  /// The first two figures behind a token, of one unit, with 比 or 对 between.
  func pairBehind(_ token: Int) -> (Value, Value)? {
    let figures = (token + 1..<min(text.count, token + 1 + Self.farthestBehind)).prefix {
      !text.isSymbol($0, "。") && !text.isSymbol($0, ";")
    }.filter { isFigure($0) }
    let percents = figures.filter { unit($0) == "%" }
    let pool = Array((percents.count >= 2 ? percents : figures).prefix(2))
    guard pool.count == 2, unit(pool[0]) == unit(pool[1]),
      (pool[0]..<pool[1]).contains(where: { index in
        ["比", "对"].contains { text.hanHasSuffix(index, $0) || text.hanHasPrefix(index, $0) }
      }),
      let first = signed(pool[0]), let second = signed(pool[1]), first.decimals == second.decimals
    else { return nil }
    return (
      Value(label: "", number: first, token: pool[0], unit: ""), Value(label: "", number: second, token: pool[1], unit: "")
    )
  }

  /// Whether nothing but a link stands between the figures and the statement's subject: else it may speak of another outcome.
  private func isRightBehindFigures(_ start: Int, _ subject: String) -> Bool {
    let figures = text.tokens.indices.filter { text.tokens[$0].start < start && isFigure($0) }
    guard let last = figures.last else { return false }
    let clause = clauseStart(start)
    let figure = text.tokens[last].end
    if figure > clause { return true }
    let head = places.first { $0.start >= clause - 1 && $0.label.name == subject }.map(\.start) ?? start
    let words = text.string(clause..<max(clause, head)).filter { !$0.isWhitespace }
    return words.count <= 6 && saysLittle(text.firstToken(at: figure)..<text.firstToken(at: clause))
  }

  /// What links a statement to the figures or is true of any of them.
  private static let general = [
    "提示", "表明", "可见", "说明", "结果", "显著", "明显", "差异", "幅度", "降幅", "增幅", "下降", "升高", "改善", "变化", "发生率", "比例", "数值", "水平",
    "评分", "时间", "患者", "人数", "例数", "者", "的", "即", "则", "以", "而", "且", "其", "故", "为", "在", "率", "略", "稍", "也", "亦", "仍", "更",
  ]

  /// Whether a statement's words name nothing that the text before it does not: else its figures are not printed.
  private func isOfFigures(_ bytes: Range<Int>) -> Bool {
    if values.contains(where: { bytes.contains(text.tokens[$0.token].start) }) { return true }
    if let (first, _) = lastPair(before: bytes.upperBound), bytes.contains(text.tokens[first.token].start) { return true }
    var words = text.string(bytes).filter { !$0.isWhitespace }
    for name in Set(labels.map(\.name)) { words = words.replacing(name + "组", with: "").replacing(name, with: "") }
    words = words.filter { !$0.isASCII && !$0.isPunctuation }
    words = Self.general.reduce(words) { $0.replacing($1, with: "") }
    let signs = Array(words)
    guard signs.count >= 2 else { return true }
    let before = text.string(0..<bytes.lowerBound)
    return signs.indices.dropLast().contains { before.contains(String(signs[$0...$0 + 1])) }
  }

  private static let mostWords = 5
  private static let ofTests = [
    "差异有统计学意义", "差异具有统计学意义", "差异显著", "差值为", "差值", "均数差", "率差", "组间差", "差", "自由度", "个百分点", "置信区间", "校正", "为",
  ]

  /// Whether nothing stands there but a test and its difference: counters, units, P, an interval.
  private func saysLittle(_ tokens: Range<Int>) -> Bool {
    guard tokens.count <= 40 else { return false }
    let words = tokens.reduce(into: "") { $0 += text.tokens[$1].kind == .han ? text.string($1) + " " : "" }
    let left = Self.ofTests.reduce(words) { $0.replacing($1, with: "") }
    return left.count { $0 != " " } <= Self.mostWords
  }

  private static let introducing = ["为", "是", "即", "分别", "平均", "依次"]
  static let (farthestFirst, farthestBehind) = (6, 30)

  /// 甲组少于乙组, 分别为 8.9 d 和 11.4 d; 甲组更高, 为 29.5%, 乙组为 19.6%: first what is of the subject, then what is of the other.
  func figuresBehind(_ byte: Int, _ subject: String, _ other: String) -> (Value, Value)? {
    var cursor = text.firstToken(at: byte)
    guard text.isSymbol(cursor, ",") || text.isSymbol(cursor, ":") else { return nil }
    cursor += 1
    guard text.tokens.indices.contains(cursor) else { return nil }
    if text.tokens[cursor].kind == .han {
      let run = text.string(cursor)
      guard run.count <= 8, !run.contains("差"), Self.introducing.contains(where: run.hasSuffix) else { return nil }
    } else if !text.isNumber(cursor), !text.isSymbol(cursor, "(") {
      return nil
    }
    let end = (cursor..<min(text.count, cursor + Self.farthestBehind)).first { index in
      text.isSymbol(index, "。") || text.isSymbol(index, ";")
    }
    let figures = (cursor..<(end ?? min(text.count, cursor + Self.farthestBehind))).filter { isFigure($0) && unit($0) != "例" }
    guard let first = figures.first, first - cursor <= Self.farthestFirst, let left = signed(first),
      let second = figures.dropFirst().first(where: { unit($0) == unit(first) && text.number($0)?.decimals == left.decimals }),
      let right = signed(second), isOfOther(text.tokens[first].end..<text.tokens[second].start, other)
    else { return nil }
    let isTurned = label(endingIn: byte..<text.tokens[first].start).map { $0 == other } ?? false
    let pair = (
      Value(label: subject, number: left, token: first, unit: unit(first)),
      Value(label: other, number: right, token: second, unit: unit(second))
    )
    return isTurned ? (pair.1, pair.0) : pair
  }

  /// Whether the other's name stands between two figures, or nobody's and a link.
  private func isOfOther(_ bytes: Range<Int>, _ other: String) -> Bool {
    let between = places.filter { bytes.contains($0.label.end - 1) }
    if let name = between.last?.label.name { return between.count == 1 && name == other }
    return (text.firstToken(at: bytes.lowerBound)..<text.firstToken(at: bytes.upperBound)).contains { index in
      ["和", "与", "比", "对", "及"].contains { text.hanHasPrefix(index, $0) && text.tokens[index].range.count <= 6 }
        || text.isSymbol(index, "、") || text.isWord(index, "vs")
    }
  }

  static let controls = ["对照", "安慰剂", "常规", "观察", "标准", "假", "空白"]

  /// Of "x 和 y" without names the first is of what is under test.
  func ofTwoFigures(_ subject: String, _ isMore: Bool, _ word: String, at start: Int, other: String? = nil)
    -> ComparedPair?
  {
    guard isRightBehindFigures(start, subject), isOfFigures(clauseStart(start)..<start),
      let (first, second) = lastPair(before: start), startsPair(first.token, first.unit)
    else { return nil }
    let isControl = { (name: String) in Self.controls.contains { name.contains($0) } }
    if isControl(subject) { return other.map(isControl) == false ? make(second, first, isMore, word) : nil }
    return other.map(isControl) != false ? make(first, second, isMore, word) : nil
  }

  /// `(12.4%比8.2%)`, `（5.7%对3.2%，P=0.03）` right behind a byte.
  func bracket(at byte: Int) -> (Value, Value)? {
    let opening = text.firstToken(at: byte)
    guard text.isSymbol(opening, "("),
      let end = (opening..<min(text.count, opening + 24)).first(where: { text.isSymbol($0, ")") })
    else {
      return nil
    }
    let plain = (opening + 1..<end).filter { isPlain($0) }
    let percents = plain.filter { text.isSymbol($0 + 1, "%") }
    let inside = percents.count >= 2 ? percents : plain
    guard let first = inside.first, let second = inside.dropFirst().first(where: { isSeparated(first, $0) }),
      let left = signed(first),
      let right = signed(second), left.decimals == right.decimals, left.value >= 0, right.value >= 0
    else { return nil }
    return (
      Value(label: "", number: left, token: first, unit: ""), Value(label: "", number: right, token: second, unit: "")
    )
  }

  private func isPlain(_ index: Int) -> Bool {
    text.isNumber(index) && !["=", "<", ">", "/", "±"].contains { text.isSymbol(index - 1, $0) || text.isSymbol(index + 1, $0) }
  }

  private func isSeparated(_ first: Int, _ second: Int) -> Bool {
    (first + 1..<second).contains { index in
      ["比", "对", "和", "与"].contains { text.hanHasSuffix(index, $0) || text.hanHasPrefix(index, $0) } || text.isWord(index, "vs")
        || text.isSymbol(index, ";")
    }
  }

  /// The last two figures of one unit before a byte.
  func lastPair(before byte: Int) -> (Value, Value)? {
    let figures = text.tokens.indices.filter { text.tokens[$0].start < byte && isFigure($0) }.compactMap { index in
      signed(index).map { Value(label: "", number: $0, token: index, unit: unit(index)) }
    }
    guard let last = figures.last else { return nil }
    let isShare = figures.suffix(4).filter { $0.unit == "%" }
    let pool = isShare.count >= 2 ? isShare : figures.filter { $0.unit == last.unit }
    guard pool.count >= 2, let second = pool.last, let first = pool.dropLast().last,
      first.number.decimals == second.number.decimals,
      text.firstToken(at: byte) - second.token <= 14
        || saysLittle(second.token + 1..<max(second.token + 1, text.firstToken(at: byte + 1) - 1))
    else { return nil }
    return (first, second)
  }

  func make(_ first: Value, _ second: Value, _ isMore: Bool, _ word: String) -> ComparedPair? {
    guard (first.number.value < 0) == (second.number.value < 0) else { return nil }
    var (left, right) = (first.number, second.number)
    if left.value < 0 {
      // Of two falls the greater is the more negative.
      guard text.mentions([], ["降幅", "下降", "幅度", "减少"]) else { return nil }
      left = PrintedNumber(printed: left.printed, value: -left.value, decimals: left.decimals)
      right = PrintedNumber(printed: right.printed, value: -right.value, decimals: right.decimals)
    }
    let (low, high) = (min(first.token, second.token), max(first.token, second.token))
    return ComparedPair(
      first: left, second: right, isMore: isMore, word: word, range: text.tokens[low].start..<text.tokens[high].end)
  }
}
