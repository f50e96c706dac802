import Lexicon
import Literature
import TextAnalysis

/// The words of a question and what they point to.
struct QuestionWords {
  private let text: String
  private let lower: String
  private let lexed: LexedText

  init(_ text: String) {
    self.text = text
    lower = text.lowercased()
    lexed = LexedText(text)
  }

  private func holds(_ words: [String]) -> Bool { words.contains { lower.contains($0) } }

  // MARK: Trials

  /// Trials by name, alias or registry number; a name must not be a part of a longer one in the question.
  func named(in trials: [EvidenceTrial]) -> [EvidenceTrial] {
    let question = Self.foldedWords(text)
    return trials.filter { evidence in
      let names = [evidence.trial.id, evidence.trial.name] + evidence.trial.aliases + evidence.trial.registry.map(\.id)
      return names.contains { Self.contains(question, Self.foldedWords($0)) }
    }
  }

  /// Letters and digits as words: `CheckMate-459` and `Checkmate 459` are both `checkmate 459`.
  static func foldedWords(_ text: String) -> [String] {
    let lexed = LexedText(text)
    return (0..<lexed.count).filter { lexed.tokens[$0].kind == .word || lexed.tokens[$0].kind == .number }.map {
      lexed.lowercased($0)
    }
  }

  private static func contains(_ question: [String], _ name: [String]) -> Bool {
    guard !name.isEmpty, name.joined().count >= 4, question.count >= name.count else { return false }
    return (0...question.count - name.count).contains { Array(question[$0..<$0 + name.count]) == name }
  }

  /// Words shaped like a trial's name, `LEAP-012` or `AURORA`, that are no trial of the base and no term of the lexicon.
  func trialLike(excluding named: [EvidenceTrial], base: [EvidenceTrial]) -> [String] {
    var found: [String] = []
    for index in 0..<lexed.count where lexed.tokens[index].kind == .word {
      let word = lexed.string(index)
      let capitals = word.filter(\.isUppercase).count
      let numbered = lexed.isSymbol(index + 1, "-") && lexed.isNumber(index + 2)
      let name = numbered ? "\(word)-\(lexed.string(index + 2))" : word
      let isShaped = (numbered && capitals >= 2 && word.count >= 4) || (capitals >= 4 && word.count >= 5)
      guard isShaped, Lexicon.builtIn.concepts(named: name).isEmpty, Lexicon.builtIn.concepts(named: word).isEmpty else {
        continue
      }
      let folded = Self.foldedWords(name)
      let isKnown = base.contains { trial in
        ([trial.trial.id, trial.trial.name] + trial.trial.aliases + trial.trial.registry.map(\.id)).contains {
          Self.contains(Self.foldedWords($0), folded)
        }
      }
      if !isKnown { found.append(name) }
    }
    return found
  }

  // MARK: What is asked

  var aspects: Set<Question.Aspect> {
    var aspects: Set<Question.Aspect> = []
    if holds(["registry", "registration", "registered", "nct number", "注册号", "登记号", "注册编号", "试验编号", "nct 编号", "nct编号"]) {
      aspects.insert(.registry)
    }
    if holds([
      "sample size", "how many patients", "how many participants", "how many people", "number of patients", "样本量", "多少例", "多少名",
      "入组人数", "例数", "多少患者", "most patients", "most participants",
    ]) {
      aspects.insert(.sampleSize)
    }
    if asksFollowUp { aspects.insert(.followUp) }
    if holds(["regimen", "dosing", "against what", "treatment arms", "what treatment", "给药", "治疗方案", "治疗模式", "对照是什么", "用药方案"]) {
      aspects.insert(.regimen)
    }
    if holds(["positive", "negative", "conclusion", "阳性", "阴性", "结论"]) { aspects.insert(.conclusion) }
    // Curves that cross are no change of treatment.
    if holds(["crossover", "crossed over", "cross over", "交叉"]), !holds(["curve", "曲线"]) { aspects.insert(.crossover) }
    return aspects
  }

  /// "How long was follow-up in …", "How long were patients followed?", "随访了多长时间".
  private var asksFollowUp: Bool {
    if holds([
      "median follow-up", "length of follow-up", "duration of follow-up", "follow-up time", "follow-up period", "随访时间", "中位随访",
    ]) {
      return true
    }
    return (holds(["how long"]) && holds(["follow-up", "followed"])) || (holds(["随访"]) && holds(["多久", "多长", "几年", "几个月"]))
  }

  /// Asks for the primary endpoint of studies, not for results on it.
  var asksPrimaryEndpoint: Bool { holds(["primary endpoint", "primary end point", "primary outcome", "主要终点", "首要终点", "主要结局"]) }

  /// Asks which studies found a treatment to help.
  var asksBenefit: Bool {
    holds([
      "benefit", "improve", "prolong", "better", "superior", "significant", "most effective", "获益", "改善", "延长", "提高", "优于", "显著",
      "疗效最好", "效果最好",
    ])
  }

  /// Wants each row of a table, not those that fit.
  var asksAll: Bool { holds([" all ", " each ", " every ", "所有", "全部", "各项", "各个", "每项", "每个"]) }

  var measures: Set<String> {
    var measures: Set<String> = []
    if holds(["median", "中位"]) && !holds(["median follow-up", "中位随访"]) { measures.insert("median") }
    if holds(["hazard ratio", "风险比"]) || lexed.tokens.indices.contains(where: { lexed.isWord($0, "hr") }) {
      measures.insert("HR")
    }
    if holds(["odds ratio", "比值比"]) { measures.insert("OR") }
    if holds(["relative risk", "risk ratio", "相对危险度"]) { measures.insert("RR") }
    return measures
  }

  /// "Table 1", "表 1".
  var table: String? {
    for index in 0..<lexed.count where lexed.isNumber(index + 1) {
      if lexed.isWord(index, "table") || lexed.hanHasSuffix(index, "表") { return lexed.string(index + 1) }
    }
    return nil
  }

  var dataCut: String? {
    if holds(["update", "更新", "longer follow-up", "extended follow-up"]) { return "updated" }
    if holds(["interim", "中期分析"]) { return "interim" }
    return holds(["final analysis", "最终分析"]) ? "final" : nil
  }

  var horizonYears: Int? {
    for index in 0..<lexed.count where lexed.isNumber(index) {
      let next = lexed.isSymbol(index + 1, "-") ? index + 2 : index + 1
      let isYear = lexed.isWord(next, "year") || lexed.isWord(next, "yr") || lexed.hanHasPrefix(next, "年")
      if isYear, let years = lexed.number(index)?.value, (1...20).contains(years) { return Int(years) }
    }
    return ["五年": 5, "三年": 3, "两年": 2, "二年": 2, "一年": 1, "five-year": 5, "three-year": 3, "two-year": 2, "one-year": 1]
      .filter { lower.contains($0.key) }.map(\.value).max()
  }

  /// Asks for a figure, so that a text without one is no answer.
  var asksNumber: Bool {
    let lexical = [
      "how many", "how much", "how long", "what proportion", "what percentage", "what share", "what rate", "which percentage",
      " rate in ", " rate at ", " rate with ", " rate for ", "rate of", "what was the rate",
      "多少", "几例", "几名", "比例", "百分比", "发生率", "多久", "多长",
    ]
    return holds(lexical) || (!measures.isEmpty && !asksWhether)
  }

  /// Asks for every study that fits.
  var asksList: Bool {
    let openers = [
      "which trial", "which stud", "which of the", "what trials", "what studies", "list the ", "list all", "name the",
      " all trials",
      " all studies", "哪些", "哪个", "哪项", "哪几", "列出", "所有",
    ]
    let isEnglishList = lower.hasPrefix("which ") && holds(["trials", "studies"])
    return !asksWhether && holds(["trial", "stud", "试验", "研究"]) && (isEnglishList || holds(openers))
  }

  /// "the largest", "最大": the order in which a list is wanted.
  var order: Question.Order? {
    let greatest = [
      "largest", "most patients", "biggest", "highest", "longest", "greatest", "strongest", "most effective",
      "最大", "最多", "最高", "最长", "最显著", "疗效最好", "效果最好",
    ]
    if holds(greatest) { return .descending }
    return holds(["smallest", "fewest", "lowest", "shortest", "最小", "最少", "最低", "最短"]) ? .ascending : nil
  }

  var asksWhether: Bool {
    let openers = ["did ", "does ", "do ", "is ", "was ", "were ", "has ", "have ", "can "]
    return openers.contains { lower.hasPrefix($0) } || holds(["whether", "是否", "有没有", "能否", "吗?", "吗？"])
  }

  // MARK: Function words

  private static let stopWords: Set<String> = [
    "the", "a", "an", "of", "in", "on", "for", "to", "and", "or", "with", "what", "which", "who", "when", "where", "how", "did",
    "does", "do", "is",
    "are", "was", "were", "be", "been", "has", "have", "had", "that", "this", "these", "those", "it", "its", "by", "from", "at",
    "as", "than", "show",
    "shown", "showed", "report", "reported", "results", "result", "found", "study", "studies", "trial", "trials", "patient",
    "patients", "after",
    "before", "between", "among", "there", "their", "any", "all", "list", "give", "tell", "quoted", "stated", "about", "into",
    "can", "could", "would", "should", "may", "might", "will", "not", "no", "et", "al", "during", "than", "more", "most", "other",
    "say",
    "says", "said", "find", "finds", "known", "there", "them", "they", "you", "your", "our", "much", "many", "such", "also",
    "due",
    "against", "amongst", "within", "without", "under", "over", "through", "throughout", "toward", "towards", "upon",
    "via", "versus", "vs",
    "while", "whether", "because", "since", "until", "if", "then", "so", "but", "nor", "yet", "only", "too", "very", "both",
    "either", "neither",
    "each", "every", "some", "same", "own", "he", "she", "we", "his", "her", "us", "me", "my", "i", "being", "am", "must",
    "shall", "prior",
    "following", "according", "regarding", "concerning", "per", "proportion", "percentage", "percent", "share", "number",
  ]
  private static let chineseStops = [
    "是多少", "是什么", "有多少", "分别", "情况", "几种", "几型", "哪几", "通常", "目前", "多久", "几", "哪", "由",
    "比例", "百分比", "百分之", "占比", "占", "显示", "表明", "提示", "可能", "哪类", "哪种", "谁", "有哪些", "哪些", "哪个", "如何", "怎样", "什么", "多少", "是否", "为何",
    "为什么", "结果", "研究", "试验", "患者", "中的", "其中", "以及",
    "的", "中", "和", "与", "了", "在", "对", "为", "有", "吗", "及", "是", "将", "被",
  ]

  /// Whether a word only frames the question.
  static func isFunctionWord(_ word: String) -> Bool { stopWords.contains(word) }

  /// What is left of a Chinese run between function words, from two characters on.
  static func stretches(of run: String) -> [String] {
    var parts = [run]
    for stop in chineseStops { parts = parts.flatMap { $0.split(separator: stop).map(String.init) } }
    return parts.filter { $0.count > 1 }
  }
}
