import Lexicon
import Literature
import TextAnalysis

/// A piece of a sentence that says of an outcome whether there was an effect or a difference, with the words that name that outcome.
struct VerdictStatement: Hashable, Sendable {
  var verdict: EffectVerdict
  /// Which way a comparison goes, where the words tell.
  var direction: StatedDirection?
  /// Which way the effect would go that is denied.
  var deniedDirection: StatedDirection?
  /// Concepts, stems and pairs of characters that name the outcome.
  var topic: Set<String>
  /// The words right before the names among them: "systemic" bleeding is another than "intracranial".
  var modifiers: Set<String>
  /// Whether it counts those without the event.
  var isOfSurvivors: Bool
  /// Whether several outcomes are joined by "or".
  var isComposite: Bool
  /// Whether it speaks of how long something takes.
  var isOfTime = false
  /// Ids of the drugs named.
  var drugs: Set<String>
  /// Names of studies in capitals, and numbers of the works cited.
  var studies: Set<String>
  /// Numbers with a unit of time behind them.
  var times: Set<String>
  var passage: Int
  /// Tokens of the piece.
  var piece: Range<Int>

  /// Bytes of the passage's flow.
  func range(in context: CheckContext) -> Range<Int> {
    let text = context.lexed[passage]
    return text.tokens[piece.lowerBound].start..<text.tokens[piece.upperBound - 1].end
  }

  private static let mostTokens = 90
  /// Words without an outcome of their own, which an English stem may be.
  private static let common: Set<String> = Set(
    [
      "effect", "clear", "clearli", "therapi", "dose", "statist", "reach", "attain", "achiev", "primari", "hypothesi", "combin",
      "placebo",
      "emerg", "demonstr", "therefor", "thu", "overal", "did", "was", "were", "not", "had", "has", "the", "and", "for", "are",
      "than", "our",
      "all", "any", "its", "given", "can", "could", "been", "led", "lead", "month", "receiv", "alon", "about", "use", "new",
      "seen", "found",
      "show", "shown", "observ", "occur", "report", "record", "detect", "accompani", "came", "come", "price", "whose", "such",
      "even", "much",
      "well", "far", "same", "one", "three", "four", "adult", "women", "men", "children", "peopl", "who", "usual", "standard",
      "care",
      "earli", "late", "continu", "arm", "drug", "agent", "activ", "activli", "recipi", "substanti", "marked", "markedli",
      "slightli",
      "somewhat", "rather", "quit", "conclus", "conclud", "evid", "find", "outcom", "endpoint", "end", "schedul", "regimen",
      "strategi",
      "approach", "procedur", "howev", "moreov", "nor", "but", "yet", "still", "also", "too", "either", "pace", "frequent",
      "common", "often",
      "extent", "degre", "way", "term", "regard", "respect", "respectiv", "place", "place", "replac", "everi", "taken", "take",
      "made",
      "make", "whatev", "allow", "proport", "percentag", "incid", "rate", "frequenc", "event", "number", "hand", "then", "now",
      "like",
      "likewis", "across", "within", "under", "through", "throughout", "during", "onli", "just", "data", "document", "text",
      "tabl",
      "confid", "person", "individu", "case", "visit", "follow", "through", "between", "amount", "level", "lead", "major",
      "minor", "grade", "doe", "sum", "first", "second", "third", "firstli", "secondli", "thirdli", "lastli", "final", "five",
      "six", "seven", "eight", "nine", "ten", "because", "becaus",
      "dure", "ani", "caus", "although", "daili", "driven",
    ])
  private static let commonChinese = PhraseSet(
    [],
    [
      "发生率", "发生风险", "发生", "患者", "比例", "风险", "治疗", "研究", "试验", "两组", "各组", "对照组", "试验组", "本组", "结果", "明显", "方面", "而言", "单药", "联合",
      "方案", "因此", "提示", "表明",
      "显示", "结论", "在两", "出现", "程度", "频度", "组间", "之间", "同样", "亦", "均", "也", "则", "却", "并", "而", "以及", "或", "者", "了", "的", "为", "于",
      "与", "和", "及", "在", "就", "对", "由", "因",
      "使", "可", "能", "会", "本", "该", "其", "所", "被", "从", "将", "有", "是", "见", "更", "较", "比", "具", "达到", "水平", "确切", "带来", "尚", "另",
      "未", "无", "不", "没有", "例", "病例", "受试", "入组", "安慰剂",
      "常规", "标准", "药物", "用药", "一", "两", "二", "三", "个", "项", "证据", "看到", "发现", "得到", "说", "称", "据", "远期", "时间", "指标", "上",
    ])

  /// In document order, of sentences that tell the document's own findings. O(tokens).
  static func all(in context: CheckContext) -> [VerdictStatement] {
    let labels = GroupLabels.shared(in: context)
    let cited = Set(context.extract.citations.map(\.passage))
    return StatementPlace.telling(in: context).filter { !StatementPlace.opensAbstract($0, in: context) }.flatMap {
      passage -> [VerdictStatement] in
      let text = context.lexed[passage]
      guard text.count < mostTokens, !tellsPlans(text) else { return [] }
      // "Oedema was rarer, as in earlier trials": what stands behind a statement is another one's.
      let found = Clauses.all(in: text).reduce(into: [VerdictStatement]()) { found, clause in
        let told = statements(text, clause, passage, labels, in: context).filter {
          !elsewhere.occurs(in: text, clause.lowerBound..<$0.piece.upperBound)
        }
        found += told.isEmpty ? denied(text, clause, after: found.last, labels) : told
      }
      guard !context.tellsOfOthers, cited.contains(passage) else { return found }
      // "It was rarer in the drug group, as others found [9]": of the own groups, be it beside a callout.
      return found.filter { statement in
        statement.studies.isEmpty && ownGroups.occurs(in: text, statement.piece)
          || statement.studies.isEmpty && !labels.places(in: text, statement.piece).isEmpty
      }
    }
  }

  private static let ownGroups = PhraseSet([], ["两组", "组间"])

  /// What others found.
  private static let elsewhere = PhraseSet(
    [
      "earlier cohort", "earlier trial", "earlier trials", "earlier study", "earlier studies", "earlier work", "previous",
      "prior", "elsewhere", "among", "subgroup", "subgroups",
    ],
    ["既往", "此前", "其他研究", "亚组", "者中"])
  private static let plans = PhraseSet(
    ["objective", "objectives", "aim", "aims", "purpose", "background", "methods", "to compare"], ["目的", "背景", "方法", "前言"])

  /// What was done, is asked, or is shown elsewhere: no finding, whatever words of more and less stand in it.
  private static let purposes = PhraseSet(
    [
      "to investigate", "to evaluate", "to assess", "to determine", "to examine", "to explore", "to study", "to test",
      "was calculated", "were calculated", "designed to", "aimed", "main goal", "was carried out", "were carried out",
      "not been investigated", "not been studied", "waits to be", "remains to be", "is known", "are known", "unable to",
      "was added",
      "are shown in", "is shown in", "were sampled", "primary outcome was", "primary endpoint was", "hypothesised",
      "hypothesized",
      "existing evidence", "statistically significant was", "considered significant", "considered statistically significant",
    ],
    ["为探讨", "为评价", "为了解", "拟探讨", "有待", "尚待", "目的是", "旨在", "主要结局为", "主要终点为"])

  /// A part of an abstract that begins with its label, or a sentence of plans and methods.
  static func tellsPlans(_ text: LexedText) -> Bool {
    if purposes.occurs(in: text) { return true }
    guard let range = plans.first(in: text, 0..<min(2, text.count)) else { return false }
    return range.lowerBound <= 6
  }

  /// Pieces without a verdict go with the next that has one where that names no outcome of its own: "就……而言, 甲组占优".
  private static func statements(
    _ text: LexedText, _ clause: Range<Int>, _ passage: Int, _ labels: GroupLabels, in context: CheckContext
  ) -> [VerdictStatement] {
    var found: [VerdictStatement] = []
    var start = clause.lowerBound
    for piece in Pieces.all(in: text, clause).flatMap({ cut($0, in: text) }) {
      let whole = start..<piece.upperBound
      guard EffectVerdict.of(text, piece) != nil else {
        if let last = found.last, last.piece.upperBound == piece.lowerBound, isListed(text, piece, labels) {
          found.append(last.also(text, piece, labels))
          start = piece.upperBound
        }
        continue
      }
      defer { start = piece.upperBound }
      let named = namesOutcome(text, piece) && !opensTopic(text, whole.lowerBound..<piece.lowerBound)
      let meant = named ? piece : whole
      guard let verdict = EffectVerdict.of(text, meant) else { continue }
      var statement = make(verdict, text, meant, passage, labels, in: context)
      // "Stay was shorter by a day, the difference not being significant" is of the stay.
      if statement.topic.isEmpty, verdict.isTested, statement.drugs.isEmpty, let before = found.last, before.passage == passage {
        statement = statement.about(before)
        if !verdict.isSome { found.removeLast() }
      }
      if !statement.topic.isEmpty || verdict.isTested { found.append(statement) }
    }
    return found
  }

  /// The same verdict on what another statement of the clause is of.
  private func about(_ other: VerdictStatement) -> VerdictStatement {
    var statement = other
    statement.verdict = verdict
    statement.direction = nil
    statement.deniedDirection = nil
    statement.times.formUnion(times)
    statement.studies.formUnion(studies)
    statement.piece = other.piece.lowerBound..<piece.upperBound
    return statement
  }

  private static func namesOutcome(_ text: LexedText, _ piece: Range<Int>) -> Bool {
    guard let first = piece.first, let last = piece.last else { return false }
    let bytes = text.tokens[first].start..<text.tokens[last].end
    return !OutcomeThesaurus.named(in: text, piece).isEmpty
      || Lexicon.builtIn.matches(in: Array(text.utf8[bytes])).contains { $0.concept.kind == .endpoint }
  }

  private static let openers = PhraseSet(
    ["as for", "as to", "regarding", "as regards", "with regard"], ["而言", "方面", "来看", "来说", "至于", "关于"])

  private static func opensTopic(_ text: LexedText, _ tokens: Range<Int>) -> Bool { openers.occurs(in: text, tokens) }

  /// At a colon, and before "without".
  private static func cut(_ piece: Range<Int>, in text: LexedText) -> [Range<Int>] {
    let parts = piece.split { text.isSymbol($0, ":") }
    return parts.compactMap { part in part.first.flatMap { first in part.last.map { first..<$0 + 1 } } }.flatMap { part in
      guard let denial = part.first(where: { text.isWord($0, "without") }), denial > part.lowerBound,
        EffectVerdict.of(text, part.lowerBound..<denial) != nil, EffectVerdict.of(text, denial..<part.upperBound) != nil
      else { return [part] }
      return [part.lowerBound..<denial, denial..<part.upperBound]
    }
  }

  private static func make(
    _ verdict: EffectVerdict, _ text: LexedText, _ piece: Range<Int>, _ passage: Int, _ labels: GroupLabels,
    in context: CheckContext
  ) -> VerdictStatement {
    let names = StudyNames.words(in: text).filter { piece.contains(max(0, text.firstToken(at: $0.range.lowerBound + 1) - 1)) }
    let words = topic(text, piece, without: verdict.words, labels)
    let direction = StatedDirection.of(text, piece, labels)
    let flow = context.extract.passages[passage].flow
    let bytes = text.tokens[piece.lowerBound].start..<text.tokens[piece.upperBound - 1].end
    let cited = context.citations(in: passage).filter { citation in
      flow.flowOffset(ofSource: citation.span.start).map(bytes.contains) ?? false
    }.flatMap(\.references)
    return VerdictStatement(
      verdict: verdict, direction: verdict.isSome ? direction : nil, deniedDirection: verdict.isSome ? nil : direction,
      topic: words.filter { !$0.hasPrefix("drug:") }, modifiers: modifiers(text, piece, verdict.words),
      isOfSurvivors: survivors.occurs(in: text, piece),
      isComposite: !composites.contains { $0.words.occurs(in: text, piece) }
        && piece.contains { text.isWord($0, "or") || text.hanContains($0, "或") },
      isOfTime: times.occurs(in: text, piece), drugs: words.filter { $0.hasPrefix("drug:") },
      studies: Set(names.map(\.name) + cited.map { "[\($0)]" }), times: times(text, piece), passage: passage, piece: piece)
  }

  /// Numbers with a unit of time beside them. O(tokens).
  static func times(_ text: LexedText, _ tokens: Range<Int>) -> Set<String> {
    let places = tokens.filter { index in
      text.isNumber(index)
        && (["week", "weeks", "month", "months", "day", "days", "year", "years", "hours"].contains { text.isWord(index + 1, $0) }
          || ["week", "month", "day", "year"].contains { text.isWord(index - 1, $0) }
          || ["周", "个月", "天", "年", "小时"].contains { text.hanHasPrefix(index + 1, $0) })
    }
    return Set(places.map { text.string($0) })
  }

  private static func modifiers(_ text: LexedText, _ piece: Range<Int>, _ words: [Range<Int>]) -> Set<String> {
    Set(
      OutcomeThesaurus.named(in: text, piece).compactMap { name in
        let index = max(0, text.firstToken(at: name.range.lowerBound + 1) - 1) - 1
        guard index >= piece.lowerBound, text.tokens[index].kind == .word,
          !words.contains(where: { $0.overlaps(text.tokens[index].range) })
        else { return nil }
        let stem = EnglishStemmer().stem(text.lowercased(index))
        return stem.utf8.count < 4 || common.contains(stem) ? nil : stem
      })
  }

  /// Whether a word of a topic is the name of an outcome rather than a word that stands there.
  static func isOutcome(_ word: String) -> Bool { word.hasPrefix("endpoint:") || word.hasPrefix("outcome:") }

  /// The words of an outcome's name, drugs among them; cards of one outcome share its name. O(bytes) at first.
  static func topic(named name: String, in context: CheckContext) -> Set<String> {
    context.once(Self.self) { ReadingsByKey<String, Set<String>>() }.reading(name) {
      let text = LexedText(name)
      return topic(text, text.tokens.indices, without: [], GroupLabels.shared(in: context))
    }
  }

  /// The words of a stretch that name an outcome. O(bytes).
  static func topic(
    _ text: LexedText, _ tokens: Range<Int>, without words: [Range<Int>], _ labels: GroupLabels
  ) -> Set<String> {
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let bytes = text.tokens[first].start..<text.tokens[last].end
    let synonyms = OutcomeThesaurus.named(in: text, tokens)
    let named = Lexicon.builtIn.matches(in: Array(text.utf8[bytes])).filter { $0.concept.kind == .endpoint }.map {
      $0.range.lowerBound + bytes.lowerBound..<$0.range.upperBound + bytes.lowerBound
    }
    let kept = synonyms.map(\.range) + named
    var blank = Array(text.utf8[bytes])
    let empty = words + labels.places(in: text, tokens) + commonChinese.all(in: text, tokens)
    for range in empty where !kept.contains(where: { $0.overlaps(range) }) {
      for byte in range.clamped(to: bytes) { blank[byte - bytes.lowerBound] = 0x20 }
    }
    for range in synonyms.map(\.range) where !named.contains(where: { $0.overlaps(range) }) {
      for byte in range.clamped(to: bytes) { blank[byte - bytes.lowerBound] = 0x20 }
    }
    // The pairs of characters of a drug's name name no outcome.
    let drugs = Lexicon.builtIn.matches(in: blank).filter { $0.concept.kind == .drug }
    for range in drugs.map(\.range) where blank[range.lowerBound] >= 0x80 {
      for byte in range { blank[byte] = 0x20 }
    }
    let found = OutcomeWords.all(in: LexedText(blank)).filter { !common.contains($0) && !labels.stems.contains($0) }
      .union(drugs.map(\.concept.id))
    let events = composites.filter { $0.words.occurs(in: text, tokens) }.map(\.endpoint)
    return found.union(events.isEmpty ? synonyms.map(\.id) : synonyms.map(\.id).filter { $0 != "outcome:death" }).union(events)
  }

  /// "Time to response" is another outcome than "response".
  static let times = PhraseSet(["time", "duration", "length", "stay", "days"], ["时间", "时长", "天数", "时程"])

  private static let survivors = PhraseSet(
    ["alive", "survived", "survival", "survivors", "free", "without", "avoided", "escaped", "spared"], ["存活", "生存", "未发生", "无事件"])

  /// Events of which an endpoint is the time to the first.
  private static let composites: [(words: PhraseSet, endpoint: String)] = [
    (PhraseSet(["progression or death", "death or progression"], ["进展或死亡", "死亡或进展", "进展或病死"]), "endpoint:pfs"),
    (
      PhraseSet(["metastasis or death", "metastases or death", "death or metastasis"], ["转移或死亡", "死亡或转移"]),
      "endpoint:mfs"
    ),
    (
      PhraseSet(["recurrence or death", "relapse or death", "death or recurrence"], ["复发或死亡", "死亡或复发"]),
      "endpoint:rfs"
    ),
  ]
}
