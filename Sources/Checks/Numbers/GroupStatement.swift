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
    return statement.pairs()
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
          let name =
            core.isEmpty && place == 0
            ? latinName(before: index) : numbered(core, endingAt: place, before: index) ?? String(core.suffix(5))
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
    let shortest = names.map { own in names.filter { Self.areOne($0, own) }.min { ($0.count, $0) < ($1.count, $1) } ?? own }
    // 放化疗组 and 化疗组 are two where there is no other, or where both are named again and again.
    let groups = places.indices.filter { text.string(places[$0].label.end - "组".utf8.count..<places[$0].label.end) == "组" }
    let isOftenNamed = names.indices.contains { index in
      let counts = [names[index], shortest[index]].map { name in names.count { $0 == name } }
      return names[index] != shortest[index] && counts.allSatisfy { $0 > 1 }
    }
    if !isOftenNamed, Set(groups.map { shortest[$0] }).count > 1 || Set(names).count == 1 {
      for index in places.indices { places[index].label.name = shortest[index] }
    }
    labels = places.map(\.label)
  }

  private static let numberedUnits: Set<String> = ["天", "周", "个月", "月", "年", "日", "次", "剂", "剂次", "级", "期", "疗程", "小时"]

  /// 5天 before 组: the number that a group is named by.
  private func numbered(_ core: [Character], endingAt place: Int, before index: Int) -> String? {
    guard core.count == place, text.isNumber(index - 1), Self.numberedUnits.contains(String(core)) else { return nil }
    return text.string(index - 1) + String(core)
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
    guard short.count >= 2, long.hasSuffix(short) else { return false }
    // 15天 is not 5天.
    let isNumbered = short.first?.isNumber ?? false
    return !(isNumbered && (long.dropLast(short.count).last?.isNumber ?? false))
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
    return names.contains { $0 == last.label }
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
    // A number that names a group: 200 mg 组, 5天组.
    if (index + 1...index + 2).contains(where: { text.hanHasPrefix($0, "组") }) || namesGroup(index) { return false }
    if isDifference(index) { return false }
    let isTime = number.decimals == 0 && Self.times.contains { text.hanHasPrefix(index + 1, $0) }
    guard isTime else { return true }
    return ["个月", "周", "天", "月", "年", "分钟"].contains {
      text.hanHasPrefix(index + 1, $0) && text.tokens[index + 1].range.count <= 9
    }
  }

  private func namesGroup(_ index: Int) -> Bool {
    guard text.tokens.indices.contains(index + 1), text.tokens[index + 1].kind == .han else { return false }
    return Self.numberedUnits.contains { text.string(index + 1).hasPrefix($0 + "组") }
  }

  private static let differences: [StaticString] = ["差", "差值", "差为", "差值为", "相差", "差异为", "差距为", "差是"]

  /// 均数差 −80: what is between the groups and of none of them.
  private func isDifference(_ index: Int) -> Bool {
    let word = text.isSymbol(index - 1, "-") ? index - 2 : index - 1
    return Self.differences.contains { text.hanHasSuffix(word, $0) }
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
    case .han: return ["例", "个月", "周", "天", "分", "人", "名", "年", "元", "次", "小时"].first { text.string(cursor).hasPrefix($0) } ?? ""
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
      let pair =
        comparedByVerb(index, run) ?? superlative(index, run) ?? comparedByAdjective(index, run) ?? former(index, run)
        ?? unnamed(index, run)
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

  /// Where a word stands in a token first, in bytes of the text. O(token).
  private func place(of word: String, in index: Int) -> (start: Int, end: Int)? {
    var word = word
    return word.withUTF8 { wanted in
      text.utf8.withUnsafeBufferPointer { bytes in
        let range = text.tokens[index].range
        guard let first = wanted.first, range.count >= wanted.count else { return nil }
        for start in range.lowerBound...range.upperBound - wanted.count where bytes[start] == first {
          if bytes[start..<start + wanted.count].elementsEqual(wanted) { return (start, start + wanted.count) }
        }
        return nil
      }
    }
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
      guard let (start, end) = place(of: verb, in: index) else { continue }
      if run.contains("前者" + verb) || run.contains("前者明显" + verb) || run.contains("前者显著" + verb) {
        guard run.contains(verb + "后者") || !run.contains("组") else { return nil }
        return lastPair(before: start).flatMap { make($0.0, $0.1, isMore, verb) }
      }
      guard let other = label(endingIn: end..<clauseEnd(end)) else { return nil }
      let subject = label(endingIn: clauseStart(start)..<start) ?? places.last { $0.label.end <= start }?.label.name
      guard let subject, subject != other else { return nil }
      return judged(subject, other, isMore, verb, at: start, behind: clauseEnd(end))
    }
    return nil
  }

  /// 甲组较乙组缩短, 甲组的降幅更大, 后者较小.
  private func comparedByAdjective(_ index: Int, _ run: String) -> ComparedPair? {
    for particle in ["较", "比", "更", "稍", "略"] {
      guard let (start, end) = place(of: particle, in: index) else { continue }
      let tail = text.string(end..<max(end, clauseEnd(end)))
      if let (word, isMore) = Self.adjectives.first(where: {
        tail == $0.0 || tail.hasPrefix($0.0) && tail.count <= $0.0.count + 2
      }) {
        let head = text.string(clauseStart(start)..<start)
        if head.contains("后者") || head.contains("前者") {
          guard let (first, second) = lastPair(before: start) else { return nil }
          return head.contains("前者") ? make(first, second, isMore, word) : make(second, first, isMore, word)
        }
        guard let subject = label(endingIn: clauseStart(start)..<start) else { return nil }
        let others = Set(labels.map(\.name)).filter { $0 != subject }
        guard others.count <= 1, Set(labels.map(\.name)).count <= 2 else { return nil }
        guard let other = others.first else { return ofTwoFigures(subject, isMore, word, at: start) }
        return judged(subject, other, isMore, word, at: start, behind: clauseEnd(end), isTold: true)
      }
      guard particle == "较" || particle == "比", let other = labels.first(where: { $0.end > end && $0.end <= clauseEnd(end) })
      else { continue }
      // The adjective behind the other group, with a number or the clause's end behind it.
      let next = text.tokens.indices.first { text.tokens[$0].start >= other.end && text.tokens[$0].kind != .han } ?? text.count
      let stop = next < text.count ? text.tokens[next].start : text.utf8.count
      let words = text.string(other.end..<max(other.end, stop)).filter { $0 != " " }
      guard let (word, isMore) = Self.adjectives.first(where: { words.hasSuffix($0.0) }), words.count <= 6 else { continue }
      let isFormer = text.string(clauseStart(start)..<start).contains("前者")
      let subject = label(endingIn: clauseStart(start)..<start) ?? (isFormer ? labels.first?.name : nil)
      guard let subject, subject != other.name else { return nil }
      return judged(subject, other.name, isMore, word, at: start, behind: clauseEnd(other.end))
    }
    if run.contains("前者比后者"), let (start, end) = place(of: "前者比后者", in: index) {
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
    guard let (start, _) = place(of: "以", in: index) else { return nil }
    guard let own = labels.first(where: { $0.end > start && $0.end <= clauseEnd(start) }) else { return nil }
    let words = text.string(own.end..<max(own.end, clauseEnd(own.end)))
    guard words.count <= 10, let (word, isMore) = Self.adjectives.first(where: { words.hasSuffix($0.0) }),
      words.contains("为") || words.contains("最") || words.contains("较") || words.contains("更")
    else { return nil }
    let others = Set(labels.map(\.name)).filter { $0 != own.name }
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
  private func unnamed(_ index: Int, _ run: String) -> ComparedPair? {
    if let (word, isMore) = Self.adjectives.first(where: { word in
      ["以前者为", "以后者为", "以前者较", "以后者较"].contains { run.hasSuffix($0 + word.0) }
    }), text.isSymbol(index + 1, ",") || text.isSymbol(index + 1, "(") || text.isSymbol(index + 1, ":"),
      let (first, second) = pairBehind(index + 1)
    {
      return run.contains("前者") ? make(first, second, isMore, word) : make(second, first, isMore, word)
    }
    guard text.isSymbol(index + 1, ":") || text.isSymbol(index + 1, "(") && !run.contains("组"),
      let (word, isMore) = Self.adjectives.first(where: { word in
        word.0.count == 1 && ["较", "更", "略", "稍"].contains { run.hasSuffix($0 + word.0) }
      }), !Self.controls.contains(where: run.contains), let (first, second) = pairBehind(index + 1)
    else { return nil }
    return make(first, second, isMore, word)
  }

  /// The first two figures behind a token, of one unit, with 比 or 对 between.
  private func pairBehind(_ token: Int) -> (Value, Value)? {
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
  private static let (farthestFirst, farthestBehind) = (6, 30)

  /// 甲组少于乙组, 分别为 8.9 d 和 11.4 d; 甲组更高, 为 29.5%, 乙组为 19.6%: first what is of the subject, then what is of the other.
  private func figuresBehind(_ byte: Int, _ subject: String, _ other: String) -> (Value, Value)? {
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

  private static let controls = ["对照", "安慰剂", "常规", "观察", "标准", "假", "空白"]

  /// Of "x 和 y" without names the first is of what is under test.
  private func ofTwoFigures(_ subject: String, _ isMore: Bool, _ word: String, at start: Int, other: String? = nil)
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
  private func bracket(at byte: Int) -> (Value, Value)? {
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
