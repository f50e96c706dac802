import Literature
import TextAnalysis

/// What a Chinese sentence says of two groups and the figures that it gives them: 早期组为 5.2 d, 晚期组为 6.6 d, 早期组较晚期组缩短;
/// A 组与 B 组分别为 81.6% 和 72.3%, 前者较高; 以联合组最低.
struct GroupStatement {
  private struct Label: Hashable {
    var name: String
    var end: Int
  }

  private struct Value: Hashable {
    var label: String
    var number: PrintedNumber
    var token: Int
    var unit: String
  }

  private let text: LexedText
  private var labels: [Label] = []
  private var values: [Value] = []
  /// Where each label begins, by byte.
  private var places: [(start: Int, label: Label)] = []

  /// A statement with the figures of its subject and of what it is compared to, in that order, and where its words stand.
  struct Told: Hashable {
    var pair: ComparedPair
    var start: Int
  }

  /// Every statement of a text. O(tokens · words).
  static func all(in text: LexedText) -> [Told] {
    guard text.tokens.contains(where: { $0.kind == .han }), text.tokens.contains(where: { $0.kind == .number }),
      !barriers.occurs(in: text)
    else { return [] }
    let statement = GroupStatement(text)
    // Only figures of two groups can deny what is said of them.
    return statement.values.count >= 2 ? statement.pairs() : []
  }

  private init(_ text: LexedText) {
    self.text = text
    readLabels()
    readValues()
  }

  private static let barriers = PhraseSet([], ["预期", "假设", "相似", "相当", "相近", "无差异", "若", "拟", "检验效能"])

  // MARK: Groups and their figures

  private static let particles: Set<Character> = [
    "与", "和", "及", "较", "比", "于", "在", "为", "而", "则", "以", "由", "从", "的", "即", "示", "使", "是", "但", "其",
  ]
  private static let collective: Set<String> = ["两", "各", "三", "四", "二", "每", "多", "亚", "同", "分", "随机分", "小"]

  private mutating func readLabels() {
    for index in text.tokens.indices where text.tokens[index].kind == .han {
      let run = Array(text.string(index))
      var byte = text.tokens[index].start
      var core: [Character] = []
      for (place, sign) in run.enumerated() {
        byte += String(sign).utf8.count
        if sign == "组", place + 1 >= run.count || run[place + 1] != "间" && run[place + 1] != "成" {
          let name = core.isEmpty && place == 0 ? latinName(before: index) : String(core.suffix(5))
          if let name, !Self.collective.contains(where: name.hasSuffix) {
            places.append((byte - "组".utf8.count - name.utf8.count, Label(name: name, end: byte)))
          }
          core = []
        } else if sign == "者", (2...4).contains(core.count), isRepeated(String(core) + "者") {
          let name = String(core)
          places.append((byte - "者".utf8.count - name.utf8.count, Label(name: name, end: byte)))
          core = []
        } else if Self.particles.contains(sign), !(sign == "对" && place + 1 < run.count && run[place + 1] == "照") {
          core = []
        } else {
          core.append(sign)
        }
      }
    }
    // The name of a group may have words before it in one place and none in another.
    let names = places.map(\.label.name)
    for index in places.indices {
      let own = places[index].label.name
      places[index].label.name = names.filter { Self.areOne($0, own) }.min { ($0.count, $0) < ($1.count, $1) } ?? own
    }
    labels = places.map(\.label)
  }

  /// 初治者 and 经治者 are groups where the sentence compares them by that name.
  private func isRepeated(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard let first = text.utf8.firstRange(of: bytes) else { return false }
    return text.utf8[first.upperBound...].firstRange(of: bytes) != nil
  }

  /// SOX, 200 mg, PRP+透明质酸 before 组.
  private func latinName(before index: Int) -> String? {
    var first = index
    while first > 0, index - first < 3, text.tokens[first - 1].kind == .word || text.tokens[first - 1].kind == .number {
      first -= 1
    }
    return first < index ? text.string(text.tokens[first].start..<text.tokens[index].start).filter { $0 != " " } : nil
  }

  private static func areOne(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    return short.count >= 2 && long.hasSuffix(short)
  }

  private mutating func readValues() {
    var waiting: [String] = []
    var next = 0
    var pending: String?
    for index in text.tokens.indices {
      while next < places.count, places[next].label.end <= text.tokens[index].start {
        let name = places[next].label.name
        if waiting.isEmpty || !hasValueSince(waiting) { waiting.append(name) } else { waiting = [name] }
        next += 1
      }
      guard isFigure(index), let number = signed(index) else { continue }
      let unit = unit(index)
      let last = lastLabel(before: index)
      let given = waiting.filter { name in values.contains { $0.label == name && $0.unit == unit && $0.token > last } }
      if let label = waiting.first(where: { !given.contains($0) }), waiting.count > 1 || !isSecondOfPair(index, unit) {
        values.append(Value(label: label, number: number, token: index, unit: unit))
      }
      // "a and b" behind both groups: the first is of the first.
      if let label = pending {
        values.append(Value(label: label, number: number, token: index, unit: unit))
        pending = nil
      } else if let (first, second) = lastTwo(), values.last?.token != index || waiting.count == 1, startsPair(index, unit) {
        values.removeAll { $0.token == index }
        values.append(Value(label: first, number: number, token: index, unit: unit))
        pending = second
      }
    }
  }

  /// The two groups that last had figures, in the order of the text.
  private func lastTwo() -> (String, String)? {
    guard let second = values.last?.label, let first = values.last(where: { $0.label != second })?.label else { return nil }
    return (first, second)
  }

  /// Whether the next figure has the same unit and 和, 与, 比 or 对 before it, and no group between.
  private func startsPair(_ index: Int, _ unit: String) -> Bool {
    guard let other = (index + 1..<min(text.count, index + 10)).first(where: { isFigure($0) && self.unit($0) == unit }) else {
      return false
    }
    let isJoined = ["和", "与", "比", "对"].contains { text.hanHasPrefix(other - 1, $0) && text.tokens[other - 1].range.count <= 6 }
    return isJoined && !places.contains { (text.tokens[index].end..<text.tokens[other].start).contains($0.label.end - 1) }
  }

  private func isSecondOfPair(_ index: Int, _ unit: String) -> Bool {
    guard let last = values.last, last.unit == unit, index - last.token <= 9 else { return false }
    return startsPair(last.token, unit)
      && !places.contains { (text.tokens[last.token].end..<text.tokens[index].start).contains($0.label.end - 1) }
  }

  private func hasValueSince(_ names: [String]) -> Bool {
    guard let last = values.last else { return false }
    return names.contains { Self.areOne($0, last.label) }
  }

  private func lastLabel(before index: Int) -> Int {
    places.last { $0.label.end <= text.tokens[index].start }.map { text.firstToken(at: $0.label.end) } ?? 0
  }

  private static let times: [StaticString] = ["年", "个月", "周", "天", "月", "日", "级", "期", "岁", "项", "次", "种", "分钟"]

  /// No P, no statistic, no limit or level of an interval, no spread, no time of measurement.
  private func isFigure(_ index: Int) -> Bool {
    guard let number = text.number(index) else { return false }
    let before: [Unicode.Scalar] = ["=", "<", ">", "±", "~", "/", "≥", "≤", "["]
    if before.contains(where: { text.isSymbol(index - 1, $0) }) { return false }
    if ["/", "~", "～", ":"].contains(where: { text.isSymbol(index + 1, $0) }) { return false }
    if text.isSymbol(index - 1, "-"), ["~", "="].contains(where: { text.isSymbol(index - 2, $0) }) { return false }
    if text.isSymbol(index + 1, "%"), text.isWord(index + 2, "ci") { return false }
    if (max(0, index - 3)..<index).contains(where: { text.isWord($0, "ci") || text.hanHasSuffix($0, "区间") }) { return false }
    if text.isSymbol(index - 1, "/") { return false }
    if index > 0, !text.hasGap(before: index), text.tokens[index - 1].kind == .word { return false }
    // A number that names a group: 200 mg 组.
    if (index + 1...index + 2).contains(where: { text.hanHasPrefix($0, "组") }) { return false }
    let isTime = number.decimals == 0 && Self.times.contains { text.hanHasPrefix(index + 1, $0) }
    guard isTime else { return true }
    return ["个月", "周", "天", "月", "年", "分钟"].contains {
      text.hanHasPrefix(index + 1, $0) && text.tokens[index + 1].range.count <= 9
    }
  }

  private func signed(_ index: Int) -> PrintedNumber? {
    guard let number = text.number(index) else { return nil }
    guard text.isSymbol(index - 1, "-") else { return number }
    return PrintedNumber(printed: "-" + number.printed, value: -number.value, decimals: number.decimals)
  }

  private func unit(_ index: Int) -> String {
    var cursor = index + 1
    if text.isSymbol(cursor, "±") { cursor += 2 }
    if text.isSymbol(cursor, ")") { cursor += 1 }
    if text.isSymbol(cursor, "%") { return "%" }
    guard text.tokens.indices.contains(cursor) else { return "" }
    // 9.4、7.8 和 4.9 分: the unit stands behind the last.
    let joins =
      text.isSymbol(cursor, "、") || text.isSymbol(cursor, ",") || ["和", "与", "及"].contains { text.string(cursor) == $0 }
    if joins, text.isNumber(cursor + 1) || text.isSymbol(cursor + 1, "-") && text.isNumber(cursor + 2) {
      return self.unit(text.isNumber(cursor + 1) ? cursor + 1 : cursor + 2)
    }
    switch text.tokens[cursor].kind {
    case .word: return text.lowercased(cursor)
    case .han: return ["例", "个月", "周", "天", "分", "人", "名", "年"].first { text.string(cursor).hasPrefix($0) } ?? ""
    default: return ""
    }
  }

  // MARK: What is said

  private static let infix: [(String, Bool)] = [
    ("高于", true), ("低于", false), ("长于", true), ("短于", false), ("多于", true), ("少于", false), ("大于", true), ("小于", false),
    ("重于", true), ("轻于", false), ("早于", false), ("晚于", true), ("快于", true), ("慢于", false),
  ]
  /// Whether better is more depends on what is counted.
  private static let judging: [(String, Bool)] = [("优于", true), ("不及", false), ("劣于", false), ("不如", false)]
  private static let good = PhraseSet([], ["缓解率", "有效率", "应答率", "生存", "成功率", "治愈率", "达标率", "愈合率", "PFS", "OS", "清除率"])
  private static let adjectives: [(String, Bool)] = [
    ("缩短", false), ("延长", true), ("增加", true), ("减少", false), ("升高", true), ("降低", false), ("短", false), ("长", true),
    ("高", true), ("低", false), ("多", true), ("少", false), ("早", false), ("晚", true), ("大", true), ("小", false), ("重", true),
    ("轻", false), ("快", true), ("慢", false),
  ]
  private static let negations = ["未", "不", "没有", "无", "并非", "均"]

  private func pairs() -> [Told] {
    text.tokens.indices.filter { text.tokens[$0].kind == .han }.compactMap { index -> Told? in
      let run = text.string(index)
      guard !Self.negations.contains(where: { run.contains($0) && !run.contains("不及") && !run.contains("不如") }) else {
        return nil
      }
      let pair = comparedByVerb(index, run) ?? superlative(index, run) ?? comparedByAdjective(index, run) ?? former(index, run)
      return pair.map { Told(pair: $0, start: text.tokens[index].start) }
    }
  }

  private static let changes: [(String, Bool)] = [
    ("缩短", false), ("延长", true), ("增加", true), ("减少", false), ("升高", true), ("降低", false), ("短", false), ("长", true),
  ]

  /// 前者缩短 29 min.
  private func former(_ index: Int, _ run: String) -> ComparedPair? {
    guard text.isNumber(index + 1), let (word, isMore) = Self.changes.first(where: { run == "前者" + $0.0 || run == "后者" + $0.0 }),
      let (first, second) = lastPair(before: text.tokens[index].start)
    else { return nil }
    return run.hasPrefix("前者") ? make(first, second, isMore, word) : make(second, first, isMore, word)
  }

  /// Bytes of a token before and behind a word of it.
  private func place(of word: String, in index: Int, _ run: String) -> (start: Int, end: Int)? {
    guard let range = run.utf8.firstRange(of: word.utf8) else { return nil }
    let start = text.tokens[index].start + run.utf8.distance(from: run.utf8.startIndex, to: range.lowerBound)
    return (start, start + word.utf8.count)
  }

  private func label(endingIn bytes: Range<Int>) -> String? {
    let found = places.filter { bytes.contains($0.label.end - 1) }
    return found.last?.label.name
  }

  private func clauseStart(_ byte: Int) -> Int {
    let token = text.firstToken(at: byte + 1) - 1
    let comma = text.tokens[..<max(0, token)].lastIndex { $0.isSymbol(",") || $0.isSymbol(";") || $0.isSymbol("。") }
    return comma.map { text.tokens[$0].end } ?? 0
  }

  private func clauseEnd(_ byte: Int) -> Int {
    let token = text.firstToken(at: byte)
    let stop = (token..<max(token, text.count)).first { index in
      text.tokens[index].kind == .symbol && !["%", "-", "+", "~"].contains { text.isSymbol(index, $0) }
    }
    return stop.map { text.tokens[$0].start } ?? text.utf8.count
  }

  /// 甲组高于乙组, 前者低于后者.
  private func comparedByVerb(_ index: Int, _ run: String) -> ComparedPair? {
    let isGood = Self.good.occurs(in: text, 0..<index + 1)
    for (verb, isMore) in Self.infix + (isGood ? Self.judging : []) {
      guard let (start, end) = place(of: verb, in: index, run) else { continue }
      if run.contains("前者" + verb) || run.contains("前者明显" + verb) || run.contains("前者显著" + verb) {
        guard run.contains(verb + "后者") || !run.contains("组") else { return nil }
        return lastPair(before: start).flatMap { make($0.0, $0.1, isMore, verb) }
      }
      guard let other = label(endingIn: end..<clauseEnd(end)) else { return nil }
      let subject = label(endingIn: clauseStart(start)..<start) ?? places.last { $0.label.end <= start }?.label.name
      guard let subject, !Self.areOne(subject, other) else { return nil }
      return judged(subject, other, isMore, verb, at: start, behind: clauseEnd(end))
    }
    return nil
  }

  /// 甲组较乙组缩短, 甲组的降幅更大, 后者较小.
  private func comparedByAdjective(_ index: Int, _ run: String) -> ComparedPair? {
    for particle in ["较", "比", "更"] {
      guard let (start, end) = place(of: particle, in: index, run) else { continue }
      let tail = text.string(end..<max(end, clauseEnd(end)))
      if let (word, isMore) = Self.adjectives.first(where: {
        tail == $0.0 || tail.hasPrefix($0.0) && tail.count <= $0.0.count + 2
      }) {
        let head = text.string(clauseStart(start)..<start)
        if head.contains("后者") || head.contains("前者") {
          guard let (first, second) = lastPair(before: start) else { return nil }
          return head.contains("前者") ? make(first, second, isMore, word) : make(second, first, isMore, word)
        }
        guard let subject = label(endingIn: clauseStart(start)..<start),
          let other = labels.last(where: { $0.end < start && !Self.areOne($0.name, subject) })?.name,
          Set(labels.map(\.name)).count == 2
        else { return nil }
        return judged(subject, other, isMore, word, at: start, behind: clauseEnd(end), isTold: true)
      }
      guard particle != "更", let other = labels.first(where: { $0.end > end && $0.end <= clauseEnd(end) }) else { continue }
      // The adjective behind the other group, with a number or the clause's end behind it.
      let next = text.tokens.indices.first { text.tokens[$0].start >= other.end && text.tokens[$0].kind != .han } ?? text.count
      let stop = next < text.count ? text.tokens[next].start : text.utf8.count
      let words = text.string(other.end..<max(other.end, stop)).filter { $0 != " " }
      guard let (word, isMore) = Self.adjectives.first(where: { words.hasSuffix($0.0) }), words.count <= 6 else { continue }
      let isFormer = text.string(clauseStart(start)..<start).contains("前者")
      let subject = label(endingIn: clauseStart(start)..<start) ?? (isFormer ? labels.first?.name : nil)
      guard let subject, !Self.areOne(subject, other.name) else { return nil }
      return judged(subject, other.name, isMore, word, at: start, behind: clauseEnd(other.end))
    }
    if run.contains("前者比后者"), let (start, end) = place(of: "前者比后者", in: index, run) {
      let words = text.string(end..<text.tokens[index].end)
      guard let (word, isMore) = Self.adjectives.first(where: { words.hasSuffix($0.0) || words.hasPrefix($0.0) }) else {
        return nil
      }
      return lastPair(before: start).flatMap { make($0.0, $0.1, isMore, word) }
    }
    return nil
  }

  /// 以联合组为最高, 以甲组最低: against each of the others; 以甲组为低: against the one other.
  private func superlative(_ index: Int, _ run: String) -> ComparedPair? {
    guard let (start, _) = place(of: "以", in: index, run) else { return nil }
    guard let own = labels.first(where: { $0.end > start && $0.end <= clauseEnd(start) }) else { return nil }
    let words = text.string(own.end..<max(own.end, clauseEnd(own.end)))
    guard words.count <= 10, let (word, isMore) = Self.adjectives.first(where: { words.hasSuffix($0.0) }),
      words.contains("为") || words.contains("最") || words.contains("较") || words.contains("更")
    else { return nil }
    let others = Set(labels.map(\.name)).filter { !Self.areOne($0, own.name) }
    guard words.contains("最") || others.count == 1 else { return nil }
    return others.sorted().lazy.compactMap { judged(own.name, $0, isMore, word, at: start, behind: clauseEnd(own.end)) }
      .first(where: \.isContradicted)
  }

  // MARK: Against the figures

  /// The figures in the bracket behind the statement; else those of the two groups before it, or behind the name of the other one.
  private func judged(
    _ subject: String, _ other: String, _ isMore: Bool, _ word: String, at start: Int, behind end: Int, isTold: Bool = false
  ) -> ComparedPair? {
    if let (first, second) = bracket(at: end) {
      let isControl = ["对照", "安慰剂", "常规", "观察", "标准"].contains(where: subject.hasSuffix)
      return isTold && isControl ? nil : make(first, second, isMore, word)
    }
    guard isRightBehindFigures(start, subject) else { return nil }
    let own = values.filter { Self.areOne($0.label, subject) && text.tokens[$0.token].start < start }
    let rival = values.filter { Self.areOne($0.label, other) }
    let isOfCounts = ["多于", "少于", "多", "少"].contains(word)
    guard
      let last = own.last(where: { value in
        (isOfCounts || value.unit == "%" || value.number.decimals > 0 || !["例", "人", "名", ""].contains(value.unit))
          && rival.contains { $0.unit == value.unit }
      })
    else { return nil }
    let before = rival.filter { $0.unit == last.unit && text.tokens[$0.token].start < start }
    guard let against = before.last ?? rival.first(where: { $0.unit == last.unit }) else { return nil }
    // What takes less time is faster.
    let isSpeed = word == "快" || word == "慢"
    let isTime = ["d", "h", "min", "天", "周", "个月", "小时", "年"].contains(last.unit)
    return make(last, against, isSpeed && isTime ? !isMore : isMore, word)
  }

  /// Whether nothing but a link stands between the figures and the statement's subject: else it may speak of another outcome.
  private func isRightBehindFigures(_ start: Int, _ subject: String) -> Bool {
    guard let last = values.last(where: { text.tokens[$0.token].start < start }) else { return false }
    let clause = clauseStart(start)
    let figure = text.tokens[last.token].end
    if figure > clause { return true }
    let head = places.first { $0.start >= clause - 1 && Self.areOne($0.label.name, subject) }.map(\.start) ?? start
    let words = text.string(clause..<max(clause, head)).filter { !$0.isWhitespace }
    guard words.count <= 6 else { return false }
    // No clause without figures between.
    return text.firstToken(at: clause) - text.firstToken(at: figure) <= 6
  }

  /// `(12.4%比8.2%)`, `（5.7%对3.2%，P=0.03）` right behind a byte.
  private func bracket(at byte: Int) -> (Value, Value)? {
    let opening = text.firstToken(at: byte)
    guard text.isSymbol(opening, "("),
      let end = (opening..<min(text.count, opening + 24)).first(where: { text.isSymbol($0, ")") })
    else {
      return nil
    }
    let inside = (opening + 1..<end).filter { isPlain($0) }
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
    }
  }

  /// The last two figures of one unit before a byte.
  private func lastPair(before byte: Int) -> (Value, Value)? {
    let figures = text.tokens.indices.filter { text.tokens[$0].start < byte && isFigure($0) }.compactMap { index in
      signed(index).map { Value(label: "", number: $0, token: index, unit: unit(index)) }
    }
    guard let last = figures.last else { return nil }
    let isShare = figures.suffix(4).filter { $0.unit == "%" }
    let pool = isShare.count >= 2 ? isShare : figures.filter { $0.unit == last.unit }
    guard pool.count >= 2, let second = pool.last, let first = pool.dropLast().last,
      first.number.decimals == second.number.decimals,
      text.firstToken(at: byte) - second.token <= 14
    else { return nil }
    return (first, second)
  }

  private func make(_ first: Value, _ second: Value, _ isMore: Bool, _ word: String) -> ComparedPair? {
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
