import Lexicon
import Literature
import TextAnalysis

/// Reads what the words around figures say of them.
struct ResultRoleReader {
  private let figures: ResultFigures
  private var text: LexedText { figures.text }
  /// By the token that they begin in, ascending.
  private let concepts: [Int: [ConceptMatch]]

  /// O(bytes).
  init(_ figures: ResultFigures) {
    self.figures = figures
    let text = figures.text
    concepts = Dictionary(grouping: Lexicon.builtIn.matches(in: text.utf8)) { match in
      text.tokens.partitionPoint { $0.end > match.range.lowerBound }
    }
  }

  private static let cuts: [(cut: ResultRoles.Cut, phrases: PhraseSet)] = [
    (.interim, PhraseSet(["interim", "first analysis", "monitoring committee", "early look"], ["期中", "中期分析", "首次分析", "中期评估"])),
    (.final, PhraseSet(["final", "updated", "update", "longer follow up", "extended follow up"], ["最终", "更新", "随访延长", "延长随访"])),
    (.perProtocol, PhraseSet(["per protocol", "protocol compliant"], ["符合方案"])),
    (.intention, PhraseSet(["intention to treat", "intent to treat", "itt"], ["意向性", "意向治疗"])),
    (.sensitivity, PhraseSet(["sensitivity analysis", "post hoc", "complete case"], ["敏感性分析", "事后分析"])),
  ]
  private static let comparing = PhraseSet(
    [
      "than", "versus", "vs", "against", "compared with", "compared to", "relative to", "over placebo", "difference from",
      "as with",
    ])
  /// Words that speak of some of the patients.
  private static let parts = PhraseSet(
    [
      "subgroup", "among patients", "among participants", "among people", "among those", "in patients with",
      "in participants with",
      "in people with", "in those with", "in patients without", "in participants without", "in patients who", "in patients aged",
    ], ["亚组", "者中", "患者中"])
  private static let spans = PhraseSet(["over a median", "for a median", "during a median"])
  private static let denials = PhraseSet(["without", "no", "not", "never", "non", "free from", "free of", "spared"])
  private static let groupHeads: Set<String> = [
    "group", "groups", "arm", "arms", "schedule", "regimen", "dosing", "recipients", "dose", "controls", "treatment",
  ]
  private static let comparators: Set<String> = [
    "control", "placebo", "standard", "usual", "conventional", "comparator", "observation", "surveillance", "sham", "routine",
    "care",
  ]
  private static let tested: Set<String> = [
    "experimental", "intervention", "treated", "active", "investigational", "combination",
  ]
  private static let stops: Set<String> = [
    "the", "and", "for", "was", "were", "had", "has", "have", "been", "with", "that", "this", "these", "those", "than", "from",
    "into",
    "its", "their", "there", "they", "them", "who", "which", "when", "where", "while", "whereas", "but", "also", "too", "very",
    "only",
    "just", "about", "almost", "nearly", "some", "around", "approximately", "among", "between", "after", "before", "during",
    "within",
    "over", "under", "above", "below", "per", "out", "all", "any", "both", "each", "either", "other", "another", "respectively",
    "again",
    "occurred", "occur", "observed", "seen", "reported", "recorded", "noted", "found", "achieved", "reached", "showed", "shown",
    "gave",
    "given", "giving", "got", "came", "affected", "developed", "received", "taking", "took", "taken", "obtained", "documented",
    "confirmed",
    "experienced", "befell", "was", "patients", "patient", "participants", "people", "adults", "subjects", "persons", "number",
    "percent",
    "percentage", "points", "point", "rate", "rates", "ratio", "ratios", "risk", "hazard", "difference", "median", "mean",
    "average",
    "total", "overall", "trial", "study", "studies", "analysis", "analyses", "results", "result", "group", "groups", "arm",
    "arms", "value",
    "confidence", "interval", "estimate", "estimated", "baseline", "week", "weeks", "month", "months", "year", "years", "day",
    "days",
    "hour", "hours", "randomly", "treatment", "treated", "treat", "therapy", "compared", "versus",
    "against", "higher", "lower", "more", "less", "fewer", "greater", "larger", "significant",
    "significantly",
    "similar", "similarly", "even", "still", "alone", "itself", "taken", "however", "thus", "corresponding", "time", "end", "one",
    "two",
    "three", "four", "five", "six", "first", "second", "third", "did", "does", "not", "without", "nor", "non", "end", "rose",
    "rising",
    "fell", "fallen", "dropped", "counted", "least", "most", "well", "such", "same", "amounted", "addition", "main", "common",
    "frequent",
    "probability", "proportion", "incidence", "frequency", "outcome", "outcomes", "event", "events", "cases", "case", "group",
    "per-protocol",
    "protocol", "intention", "population", "interim", "final", "updated", "respective", "here", "then", "with", "given", "having",
    "being", "adjusted", "unadjusted", "crude", "risen", "increased", "decreased", "declined", "reduced", "favour", "favours",
    "favoured", "favouring", "favor", "favors", "favored", "favoring", "between-group", "further", "smaller", "remained",
  ]

  /// O(bytes of the tokens).
  func roles(_ tokens: Range<Int>) -> ResultRoles {
    var roles = ResultRoles()
    for (cut, phrases) in Self.cuts where phrases.occurs(in: text, tokens) { roles.cuts.insert(cut) }
    let compared = Self.comparing.first(in: text, tokens).map { text.firstToken(at: $0.lowerBound) } ?? tokens.upperBound
    if Self.parts.occurs(in: text, tokens) { roles.words.insert("¬all") }
    if Self.spans.occurs(in: text, tokens) { roles.words.insert("followup") }
    let denied = Set(Self.denials.all(in: text, tokens).map { text.firstToken(at: $0.upperBound) })
    var deniesNext = false
    var recent: [String] = []
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      deniesNext = deniesNext || denied.contains(index)
      let next = step(index, tokens, compares: index > compared, &deniesNext, &recent, &roles)
      index = max(index + 1, next)
    }
    return roles
  }

  /// Reads one token, and returns the next to read.
  private func step(
    _ index: Int, _ tokens: Range<Int>, compares: Bool, _ denies: inout Bool, _ recent: inout [String], _ roles: inout ResultRoles
  ) -> Int {
    guard !figures.isCallout(index) else { return index + 1 }
    switch text.tokens[index].kind {
    case .number:
      number(index, &roles)
      recent = []
    case .word:
      if let end = concept(index, compares: compares, &roles) {
        recent = []
        return end
      }
      word(index, compares: compares, &denies, &recent, &roles)
    case .han: han(index, &roles)
    default: if !text.isSymbol(index, "-") { recent = [] }
    }
    return index + 1
  }

  private func number(_ index: Int, _ roles: inout ResultRoles) {
    guard let number = text.number(index) else { return }
    if let grade = figures.grade(index) {
      roles.words.insert(grade)
    } else if let bound = figures.bound(index) {
      roles.words.insert(bound)
    } else if let scale = figures.scale(index) {
      roles.words.insert(scale)
    } else if number.decimals == 0, (1900...2100).contains(number.value) {
      // "48,600 in 2006 and 56,000 in 2007".
      roles.words.insert(number.printed)
    } else if figures.isDose(index) {
      roles.arms.insert("\(number.printed)mg")
    } else if let time = TextTimes.time(text, index) {
      let after = TextTimes.unitPlace(text, index) + 1
      let isArm = (after..<min(after + 3, text.count)).contains { cursor in
        text.tokens[cursor].kind == .word && ["group", "arm", "regimen"].contains(text.lowercased(cursor))
      }
      if isArm { roles.arms.insert("a:\(Int(time.rounded()))d") } else { roles.times.append(time) }
    }
  }

  /// A drug, a comparator or an endpoint that begins at a token; the token behind it where its words say no more.
  private func concept(_ index: Int, compares: Bool, _ roles: inout ResultRoles) -> Int? {
    var end: Int?
    for match in concepts[index] ?? [] {
      let behind = text.firstToken(at: match.range.upperBound)
      switch match.concept.kind {
      case .drug, .procedure, .comparator:
        if !compares { roles.arms.insert(match.concept.kind == .comparator ? "control" : match.concept.id) }
        end = max(end ?? 0, behind)
      case .measure:
        if Self.isFollowUp(match.concept) { roles.words.insert("followup") }
        end = max(end ?? 0, behind)
      case .endpoint:
        let events = OutcomeVocabulary.events(of: match.concept.id)
        roles.words.insert(match.concept.id)
        roles.words.formUnion(events)
        if !events.isEmpty { end = max(end ?? 0, behind) }
      default: break
      }
    }
    return end
  }

  private static func isFollowUp(_ concept: Concept) -> Bool { concept.id.lowercased().hasSuffix("followup") }

  private func word(
    _ index: Int, compares: Bool, _ denies: inout Bool, _ recent: inout [String], _ roles: inout ResultRoles
  ) {
    let word = text.lowercased(index)
    if let time = TextTimes.wordedTime(text, index) {
      let after = TextTimes.unitPlace(text, index) + 1
      let isArm = ["group", "arm", "regimen"].contains { text.isWord(after, $0) }
      if isArm { roles.arms.insert("a:\(Int(time.rounded()))d") } else { roles.times.append(time) }
    }
    if Self.groupHeads.contains(word) {
      nameArm(recent, &roles, compares: compares)
      recent = []
      return
    }
    guard word.utf8.count >= 3 || word.utf8.contains(where: { (0x30...0x39).contains($0) }), !Self.stops.contains(word) else {
      if word != "of" { recent = [] }
      return
    }
    let sign = OutcomeVocabulary.sign(word)
    recent.append(sign)
    roles.words.insert(sign)
    if denies { roles.words.insert("¬" + sign) }
    denies = false
  }

  private func nameArm(_ words: [String], _ roles: inout ResultRoles, compares: Bool) {
    for word in words.suffix(3) {
      roles.words.remove(word)
      guard !compares else { continue }
      if Self.comparators.contains(word) {
        roles.arms.insert("control")
      } else {
        roles.arms.insert(Self.tested.contains(word) ? "experimental" : "a:" + word)
      }
    }
  }

  private static let contrasts = ["差值", "相比", "高于", "低于", "优于", "较安慰剂", "比安慰剂", "较对照", "比对照", "差异"]
  private static let hanControls = ["对照", "安慰剂", "常规", "标准", "监测", "观察", "空白", "单纯"]
  private static let hanTested = ["试验", "治疗", "研究", "干预", "实验"]
  private static let hanBoth = ["两", "各", "每", "亚", "三", "四"]
  private static let hanSplits: Set<Character> = [
    "了", "的", "组", "两", "各", "与", "和", "在", "均", "也", "亦", "较", "为", "中", "者", "占", "达", "有", "时", "率", "例", "仅", "则",
  ]
  private static let commonPairs: Set<String> = [
    "患者", "研究", "差异", "统计", "学意", "意义", "分别", "结果", "治疗", "中位", "个月", "显示", "试验", "比较", "主要", "随机", "其中", "发生", "比例",
    "风险", "险比", "应答", "报告", "对照", "安慰", "慰剂", "联合", "合组", "单药", "药组", "监测", "为风", "组间", "下降", "上升", "缩短", "延长", "达到", "约为", "仅为",
    "高达", "差值", "组差", "出现", "见于", "基线", "减少", "降低", "升高", "增加",
  ]

  private func han(_ index: Int, _ roles: inout ResultRoles) {
    let run = text.string(index)
    let contrasts = Self.contrasts.contains { run.contains($0) }
    var named: [Range<Int>] = []
    for match in concepts[index] ?? [] {
      switch match.concept.kind {
      case .drug, .procedure: roles.arms.insert(match.concept.id)
      case .comparator: if !contrasts { roles.arms.insert("control") }
      case .endpoint:
        let events = OutcomeVocabulary.events(of: match.concept.id)
        roles.words.insert(match.concept.id)
        roles.words.formUnion(events)
        if events.isEmpty { continue }
      case .measure: if Self.isFollowUp(match.concept) { roles.words.insert("followup") }
      default: continue
      }
      named.append(match.range)
    }
    let arms = hanArms(run, contrasts: contrasts, isDrug: (concepts[index] ?? []).contains { $0.concept.kind == .drug }, &roles)
    for part in unnamed(text.tokens[index].range, named) {
      hanWords(arms.reduce(part) { $0.replacing($1, with: "组") }, &roles)
    }
  }

  /// The stretches between those that name a drug, an arm or a measure.
  private func unnamed(_ token: Range<Int>, _ named: [Range<Int>]) -> [String] {
    var parts: [String] = []
    var start = token.lowerBound
    for range in named.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > start {
      if range.lowerBound > start { parts.append(text.string(start..<range.lowerBound)) }
      start = range.upperBound
    }
    if start < token.upperBound { parts.append(text.string(start..<token.upperBound)) }
    return parts
  }

  private func hanWords(_ run: String, _ roles: inout ResultRoles) {
    let (signs, rest) = OutcomeVocabulary.signs(in: Substring(run))
    roles.words.formUnion(signs)
    if run.contains("未") { roles.words.formUnion(signs.map { "¬" + $0 }) }
    for part in rest.flatMap({ $0.split(whereSeparator: Self.hanSplits.contains) }) {
      for (left, right) in zip(part, part.dropFirst()) {
        let pair = String([left, right])
        if !Self.commonPairs.contains(pair) { roles.words.insert(pair) }
      }
    }
  }

  /// Reads what stands before 组, and returns it as printed.
  private func hanArms(_ run: String, contrasts: Bool, isDrug: Bool, _ roles: inout ResultRoles) -> [String] {
    var names: [String] = []
    for part in run.split(separator: "组", omittingEmptySubsequences: false).dropLast() {
      let name = part.suffix(3)
      guard name.count >= 2, let last = name.last, !Self.hanBoth.contains(String(last)) else { continue }
      if Self.hanControls.contains(where: { name.contains($0) }) {
        if !contrasts { roles.arms.insert("control") }
      } else if Self.hanTested.contains(where: { name.hasSuffix($0) }) {
        roles.arms.insert("experimental")
      } else if !isDrug {
        roles.arms.insert("a:" + name.suffix(2))
        names.append(name + "组")
      }
    }
    return names
  }
}
