import Literature
import TextAnalysis

/// What a Chinese sentence says of two groups and the figures that it gives them: 早期组为 5.2 d, 晚期组为 6.6 d, 早期组较晚期组缩短;
/// A 组与 B 组分别为 81.6% 和 72.3%, 前者较高; 以联合组最低.
struct GroupStatement {
  struct Label: Hashable {
    var name: String
    var end: Int
  }

  struct Value: Hashable {
    var label: String
    var number: PrintedNumber
    var token: Int
    var unit: String
  }

  let text: LexedText
  var labels: [Label] = []
  var values: [Value] = []
  /// Where each label begins, by byte.
  var places: [(start: Int, label: Label)] = []

  /// A statement with the figures of its subject and of what it is compared to, in that order, and where its words stand.
  struct Told: Hashable {
    var pair: ComparedPair
    var start: Int
  }

  /// Every statement of a text from a byte on. O(tokens · words).
  static func all(in text: LexedText, from start: Int = 0) -> [Told] {
    let first = text.firstToken(at: start)
    guard comparing.occurs(in: text, first..<text.count), text.tokens.contains(where: { $0.kind == .number }),
      !barriers.occurs(in: text)
    else { return [] }
    let statement = GroupStatement(text)
    return statement.pairs(from: start)
  }

  private init(_ text: LexedText) {
    self.text = text
    readLabels()
    readValues()
  }

  private static let barriers = PhraseSet([], ["预期", "假设", "相似", "相当", "相近", "无差异", "若", "拟", "检验效能"])

  // MARK: Groups and their figures

  private static func isParticle(_ sign: Character) -> Bool {
    // Asked of each character: a set of them would fold it first.
    switch sign.unicodeScalars.first {
    case "与", "和", "及", "较", "比", "于", "在", "为", "而", "则", "以", "由", "从", "的", "即", "示", "使", "是", "但", "其": sign.utf8.count == 3
    default: false
    }
  }
  /// What the name of a group ends with.
  private static let ends = PhraseSet([], ["组", "者"])
  private static let collective: Set<String> = ["两", "各", "三", "四", "二", "每", "多", "亚", "同", "分", "随机分", "小"]

  private mutating func readLabels() {
    for index in text.tokens.indices where Self.ends.occurs(in: text, index..<index + 1) {
      let run = Array(text.string(index))
      var byte = text.tokens[index].start
      var core: [Character] = []
      for (place, sign) in run.enumerated() {
        byte += sign.utf8.count
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
        } else if Self.isParticle(sign), !(sign == "对" && place + 1 < run.count && run[place + 1] == "照") {
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
    var (count, end) = (0, 0)
    for start in 0...max(0, text.utf8.count - bytes.count) where start >= end && text.utf8[start] == bytes[0] {
      guard text.utf8[start...].starts(with: bytes) else { continue }
      (count, end) = (count + 1, start + bytes.count)
      if count == 2 { return true }
    }
    return false
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
  func lastTwo() -> (String, String)? {
    guard let second = values.last?.label, let first = values.last(where: { $0.label != second })?.label else { return nil }
    return (first, second)
  }

  /// Whether the next figure has the same unit and 和, 与, 比 or 对 before it, and no group between.
  func startsPair(_ index: Int, _ unit: String) -> Bool {
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
  func isFigure(_ index: Int) -> Bool {
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
    let run = text.string(index + 1)
    return run.contains("组") && Self.numberedUnits.contains { run.hasPrefix($0 + "组") }
  }

  static let differences: [StaticString] = ["差", "差值", "差为", "差值为", "相差", "差异为", "差距为", "差是"]

  /// 均数差 −80: what is between the groups and of none of them.
  private func isDifference(_ index: Int) -> Bool {
    let word = text.isSymbol(index - 1, "-") ? index - 2 : index - 1
    return Self.differences.contains { text.hanHasSuffix(word, $0) }
  }

  func signed(_ index: Int) -> PrintedNumber? {
    guard let number = text.number(index) else { return nil }
    guard text.isSymbol(index - 1, "-") else { return number }
    return number.negated
  }

  func unit(_ index: Int) -> String {
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
    case .han:
      let run = text.string(cursor)
      return ["例", "个月", "周", "天", "分", "人", "名", "年", "元", "次", "小时"].first { run.hasPrefix($0) } ?? ""
    default: return ""
    }
  }
}
