import Lexicon
import Literature
import TextAnalysis

/// Finds trials that go by a Chinese name of two to four characters: 晨曦研究, “北斗”试验.
///
/// A name is one where a place shows it and another calls it so: quotation marks, a registry number or what kind of study it is after the
/// word 研究, the title of a report that ends in it, the first cell of a row. Words that say what kind of study it is (回顾性研究, 该研究)
/// never are names.
struct ChineseTrialNames {
  struct Mention: Hashable {
    /// Index into `EvidenceInput.passages`.
    var passage: Int
    var name: String
    /// Bytes of the passage's flow, without 研究.
    var range: Range<Int>
    var isFirstCell: Bool
  }

  private let input: EvidenceInput
  private let registry: [[RegistryMatch]]

  /// Every place that names such a trial, reference entries included, by passage and place. O(bytes) for documents without Chinese, else O(bytes × names).
  static func mentions(in input: EvidenceInput, registry: [[RegistryMatch]]) -> [Mention] {
    let reader = ChineseTrialNames(input: input, registry: registry)
    let accepted = reader.acceptedNames()
    return accepted.isEmpty ? [] : reader.mentions(of: accepted)
  }

  /// What the places of one name show.
  private struct Evidence {
    var called = 0
    var isShown = false
    var isDescribed = false
    var isInTitle = false
  }

  private func acceptedNames() -> Set<String> {
    var evidence: [String: Evidence] = [:]
    for passage in input.passages.indices {
      for call in calls(in: passage) { note(call, passage, &evidence[call.name, default: Evidence()]) }
    }
    guard !evidence.isEmpty else { return [] }
    let cells = Set(input.passages.indices.compactMap { firstCell(of: $0)?.name })
    return Set(
      evidence.filter { name, found in
        found.isShown || found.called > 0 && (cells.contains(name) || found.isInTitle) || found.isDescribed && found.called > 1
      }.keys)
  }

  private func note(_ call: Call, _ passage: Int, _ evidence: inout Evidence) {
    switch input.passages[passage].kind {
    case .reference, .title: evidence.isInTitle = evidence.isInTitle || call.isAlone
    default:
      evidence.called += 1
      evidence.isShown = evidence.isShown || call.isQuoted || hasRegistryNumber(after: call, passage)
      evidence.isDescribed = evidence.isDescribed || isDescribed(call, passage)
    }
  }

  // MARK: - Where a name is called a trial

  /// A name before 研究 or 试验.
  private struct Call {
    var name: String
    var range: Range<Int>
    /// One past 研究, in bytes.
    var end: Int
    var isQuoted: Bool
    /// Whether nothing but marks stands before the name.
    var isAlone: Bool
  }

  private func calls(in passage: Int) -> [Call] {
    let lexed = input.lexed[passage]
    var result: [Call] = []
    for index in lexed.tokens.indices where lexed.tokens[index].kind == .han { result += calls(in: lexed, run: index) }
    return result
  }

  private func calls(in lexed: LexedText, run index: Int) -> [Call] {
    let run = lexed.tokens[index].range
    var result: [Call] = []
    var start = run.lowerBound
    while let word = nextCall(in: lexed.utf8[start..<run.upperBound]) {
      if let call = call(before: word, in: lexed, run: index) { result.append(call) }
      start = word.upperBound
    }
    return result
  }

  private static let callNeedles = ["研究", "试验"]

  /// 研究 or 试验 that is no part of 研究者, 研究所.
  private func nextCall(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let places = Self.callNeedles.compactMap { bytes.firstIndex(ofSequence: $0.utf8) }
    return places.min().map { $0..<$0 + 6 }
  }

  private func call(before word: Range<Int>, in lexed: LexedText, run index: Int) -> Call? {
    let run = lexed.tokens[index].range
    let after = String(decoding: lexed.utf8[word.upperBound..<min(run.upperBound, word.upperBound + 6)], as: UTF8.self)
    guard !Self.otherWords.contains(where: { after.hasPrefix($0) }) else { return nil }
    if word.lowerBound == run.lowerBound { return quoted(before: word, in: lexed, run: index) }
    return named(Self.name(in: lexed.utf8, run.lowerBound..<word.lowerBound), word, in: lexed, isQuoted: false)
  }

  /// “晨曦”研究: the run between quotation marks directly before.
  private func quoted(before word: Range<Int>, in lexed: LexedText, run index: Int) -> Call? {
    guard Self.isQuotation(lexed, index - 1), Self.isQuotation(lexed, index - 3), lexed.tokens[index - 2].kind == .han else {
      return nil
    }
    return named(lexed.tokens[index - 2].range, word, in: lexed, isQuoted: true)
  }

  private func named(_ range: Range<Int>, _ word: Range<Int>, in lexed: LexedText, isQuoted: Bool) -> Call? {
    let name = lexed.string(range)
    guard Self.mayBeName(name) else { return nil }
    let before = lexed.firstToken(at: range.lowerBound) - 1
    let isAlone = lexed.tokens.contains { $0.start == range.lowerBound } && (before < 0 || lexed.tokens[before].kind == .symbol)
    return Call(name: name, range: range, end: word.upperBound, isQuoted: isQuoted, isAlone: isAlone)
  }

  private static func isQuotation(_ lexed: LexedText, _ index: Int) -> Bool {
    ["\"", "「", "」", "《", "》", "'"].contains { lexed.isSymbol(index, $0) }
  }

  /// The characters after the last word of grammar: 在|晨曦, 近年发表的|晨曦.
  private static func name(in utf8: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    for word in grammar {
      guard let last = utf8[range].lastIndex(ofSequence: word.utf8) else { continue }
      start = max(start, last + word.utf8.count)
    }
    // 同舟: a word of grammar within a name.
    if range.upperBound - start < 6, (6...12).contains(range.count) { return range }
    return min(start, range.upperBound)..<range.upperBound
  }

  /// Two to four characters that say no kind of study and name nothing that the lexicon knows.
  private static func mayBeName(_ name: String) -> Bool {
    guard (2...4).contains(name.count), name.utf8.count == 3 * name.count, !generic.stand(in: name) else { return false }
    return Lexicon.builtIn.matches(in: Array((name + "研究").utf8)).isEmpty
      && Lexicon.builtIn.matches(in: Array((name + "试验").utf8)).isEmpty
  }

  // MARK: - What shows that it is a trial

  /// "晨曦研究(NCT…)": a registry number in the bracket that follows.
  private func hasRegistryNumber(after call: Call, _ passage: Int) -> Bool {
    let lexed = input.lexed[passage]
    let next = lexed.firstToken(at: call.end)
    guard lexed.isSymbol(next, "(") || lexed.isSymbol(next, "[") || lexed.isSymbol(next, ",") else { return false }
    return registry[passage].contains { (call.end...call.end + 48).contains($0.range.lowerBound) }
  }

  /// 晨曦研究为Ⅲ期…, 晨曦研究纳入…例, 晨曦研究[3]: at the beginning of a clause, with what only a single study has.
  private func isDescribed(_ call: Call, _ passage: Int) -> Bool {
    guard call.isAlone else { return false }
    let lexed = input.lexed[passage]
    let next = lexed.firstToken(at: call.end)
    if lexed.isSymbol(next, "["), lexed.isNumber(next + 1), lexed.isSymbol(next + 2, "]") { return true }
    let after = String(decoding: lexed.utf8[call.end..<min(lexed.utf8.count, call.end + 75)], as: UTF8.self)
    return Self.descriptions.stand(in: after)
  }

  private static let descriptions: Phrases = ["期", "随机", "双盲", "多中心", "单臂", "纳入", "入组", "招募", "是一项", "为一项"]

  /// The first cell of a row, where it is a name and no more than 研究 and a callout stand with it.
  private func firstCell(of passage: Int) -> Mention? {
    guard let row = input.passages[passage].tableRow, row.row > 0 else { return nil }
    let lexed = input.lexed[passage]
    guard let first = lexed.tokens.first, first.kind == .han else { return nil }
    var name = lexed.string(first.range)
    for word in Self.callNeedles where name.hasSuffix(word) { name = String(name.dropLast(2)) }
    let isWhole =
      first.end == lexed.utf8.count || lexed.utf8[first.end] == 0x09 || lexed.isSymbol(1, "[") || lexed.isSymbol(1, "(")
    guard isWhole, Self.mayBeName(name) else { return nil }
    return Mention(passage: passage, name: name, range: first.start..<first.start + name.utf8.count, isFirstCell: true)
  }

  // MARK: - Mentions of accepted names

  private func mentions(of names: Set<String>) -> [Mention] {
    let ordered = names.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
    return input.passages.indices.flatMap { passage -> [Mention] in
      let first = firstCell(of: passage).flatMap { names.contains($0.name) ? $0 : nil }
      var found = first.map { [$0] } ?? []
      for name in ordered { add(name, in: passage, to: &found) }
      return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
  }

  private func add(_ name: String, in passage: Int, to found: inout [Mention]) {
    let lexed = input.lexed[passage]
    var start = 0
    while let place = lexed.utf8[start...].firstIndex(ofSequence: name.utf8) {
      let range = place..<place + name.utf8.count
      start = range.upperBound
      guard stands(range, in: lexed), !found.contains(where: { $0.range.overlaps(range) }) else { continue }
      found.append(Mention(passage: passage, name: name, range: range, isFirstCell: false))
    }
  }

  /// Whether the characters are a word of their own: called a study, in quotation marks, in a list, or before a word of grammar.
  private func stands(_ range: Range<Int>, in lexed: LexedText) -> Bool {
    guard let run = lexed.tokens.first(where: { $0.kind == .han && $0.start <= range.lowerBound && range.upperBound <= $0.end })
    else { return false }
    let isFirst = Self.name(in: lexed.utf8, run.start..<range.upperBound).lowerBound == range.lowerBound
    guard isFirst else { return false }
    let after = String(decoding: lexed.utf8[range.upperBound..<min(run.end, range.upperBound + 6)], as: UTF8.self)
    return after.isEmpty || Self.followers.contains { after.hasPrefix($0) }
  }

  private static let followers = ["研究", "试验", "和", "与", "及", "的", "中", "或", "等"]
  private static let otherWords = [
    "者", "员", "所", "院", "生", "对象", "中心", "设计", "方案", "方法", "终点", "组", "性", "型", "室", "计划", "品", "药", "人群", "目的",
  ]

  /// Words of grammar that part a name from what stands before it.
  private static let grammar = [
    "在", "与", "和", "及", "而", "但", "如", "即", "由", "据", "从", "对", "以", "的", "是", "为", "示", "见", "于", "比", "较", "同", "名", "了", "或",
    "其中", "例如", "随后", "此外", "另外", "同样", "因此", "然而", "虽然", "尽管", "关于", "来自", "根据", "基于", "参考", "开展", "发起", "进行", "并且", "直到", "结合",
    "汇总", "包括", "纳入", "提前", "报告", "公布", "发表", "依据", "按照", "只有", "仅", "唯", "则",
  ]

  /// Parts of words that say what kind of study it is, whose it is, or what it is about.
  private static let generic: Phrases = [
    "本", "该", "此", "这", "那", "其", "各", "两", "多", "项", "某", "每", "一", "几", "上述", "下列", "以上", "先前", "之前", "以前", "以往", "当前", "同时",
    "事后", "术后",
    "后续", "既往", "临床", "队列", "对照", "随机", "回顾", "观察", "横断", "荟萃", "分析", "真实", "世界", "基础", "动物", "细胞", "实验", "注册", "国内", "国外", "国家",
    "相关",
    "系统", "文献", "臂", "盲", "开放", "亚组", "主要", "关键", "大型", "小型", "早期", "晚期", "初步", "探索", "验证", "机制", "药物", "治疗", "疗效", "安全", "流行",
    "病例",
    "部分", "许多", "大量", "更", "未", "进", "目前", "近期", "最", "已", "原始", "原发", "同类", "类似", "不", "少数", "个别", "他", "另", "有", "无", "国际",
    "中国", "我国",
    "欧洲", "美国", "日本", "亚洲", "全球", "中心", "地区", "医院", "科学", "医学", "学术", "理论", "方法", "性", "期", "型", "学", "组", "类", "式", "试", "究",
    "干预", "诊断",
    "预后", "影像", "病理", "病因", "基因", "分子", "遗传", "体外", "体内", "人群", "人体", "耐量", "激发", "步行", "运动", "皮肤", "抑制", "兴奋", "敏感", "凝集", "溶血",
    "负荷",
    "过敏", "平板", "倾斜", "拔管", "呼吸", "吞咽", "撤机", "交叉", "等效", "优效", "非劣", "生物", "代谢", "质量", "效果", "结果", "数据", "问题", "专题", "深入", "持续",
    "长期",
    "短期", "随访", "扩展", "延伸", "补充", "独立", "合作", "联合", "协作", "综合", "比较", "调查", "评价", "评估", "监测", "筛查", "预防", "护理", "康复", "手术", "麻醉",
    "放疗",
    "化疗", "免疫", "靶向", "中药", "西药", "疫苗", "营养", "心理", "经济", "成本", "参与", "受", "患者", "开展", "正在", "完成", "报道", "年", "单病", "双生", "配对",
    "巢式", "登记",
    "纵向", "预", "模拟", "模型", "重复", "成为", "值得", "需要", "仍", "尚", "均", "都", "也", "还", "再", "可", "能", "应", "将", "曾", "很", "所", "被", "使",
    "若", "等", "人员",
  ]
}
