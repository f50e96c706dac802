import Literature
import TextAnalysis

/// Words of a text that say how a study was made: "a randomised, open-label trial", 回顾性队列研究.
struct StudyMention: Hashable, Sendable {
  var traits: Set<StudyTrait>
  /// Bytes of the text, from the first word that tells to the noun.
  var range: Range<Int>
  /// Of the tokens that hold it.
  var tokens: Range<Int>
  /// Several studies, or evidence at large.
  var isPlural: Bool
  /// "a randomised trial", 一项随机试验: a study that is told of for the first time.
  var isIndefinite: Bool
  /// "a trial", "the cohort": a word for a study more than for its design.
  var isBare = false

  /// Every one in a range of tokens, in order. O(tokens).
  static func all(in text: LexedText, _ tokens: Range<Int>? = nil) -> [StudyMention] {
    let within = tokens ?? 0..<text.count
    return (EnglishStudies.all(in: text, within) + ChineseStudies.all(in: text, within)).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }

  /// What a title says of its own work: the studies that a meta-analysis is of are not it.
  static func ofTitle(_ title: LexedText) -> [StudyMention] {
    let all = all(in: title)
    guard all.contains(where: { $0.traits.contains(.synthesis) }) else {
      let single = all.filter { !$0.isPlural }
      return single.isEmpty ? [] : single
    }
    return all.filter { $0.traits.contains(.synthesis) || $0.traits.contains(.derived) || !$0.isPlural }
  }
}

/// English noun phrases: a noun such as "trial" with the words before it.
private enum EnglishStudies {
  private static let singular: Set<String> = [
    "trial", "study", "cohort", "analysis", "review", "registry", "series", "survey", "audit", "experiment", "rct",
    "metaanalysis", "evaluation", "investigation", "comparison", "substudy", "experience", "report", "database",
  ]
  private static let plural: Set<String> = [
    "trials", "studies", "cohorts", "analyses", "reviews", "registries", "surveys", "audits", "experiments", "rcts",
    "metaanalyses", "evaluations", "investigations", "comparisons", "data", "evidence", "substudies", "results",
  ]
  private static let adjectives: Set<String> = [
    "randomised", "randomized", "nonrandomised", "nonrandomized", "blind", "blinded", "masked", "label", "controlled",
    "multicentre", "multicenter", "centre", "center", "prospective", "retrospective", "pragmatic", "group", "crossover",
    "factorial", "cluster", "observational", "arm", "large", "small", "international", "national", "parallel", "sectional",
    "based", "comparative", "open", "single", "matched", "historical",
  ]
  private static let stops: Set<String> = [
    "of", "in", "on", "at", "to", "for", "from", "with", "by", "as", "that", "which", "who", "was", "were", "is", "are", "be",
    "been", "has", "have", "had", "did", "does", "the", "a", "an", "one", "another", "this", "these", "those", "our", "we",
    "its", "their", "or", "but", "than", "if", "when", "while", "during", "until", "under", "between", "among", "using",
    "via", "not", "no", "nor", "into", "any", "every", "each", "two", "three", "four", "several", "many", "some", "most",
    "his", "her", "it", "they", "both", "all", "other", "s", "against",
  ]
  private static let indefinite: Set<String> = ["a", "an", "one", "another"]
  private static let farthest = 9

  static func all(in text: LexedText, _ tokens: Range<Int>) -> [StudyMention] {
    var mentions: [StudyMention] = []
    var start = tokens.lowerBound
    for index in tokens where text.tokens[index].kind == .word {
      let word = text.lowercased(index)
      let isPlural = plural.contains(word)
      guard isPlural || singular.contains(word), !isHead(text, index + 1) else { continue }
      if let mention = phrase(text, index, from: start, isPlural: isPlural) { mentions.append(mention) }
      start = index + 1
    }
    return mentions
  }

  private static func isHead(_ text: LexedText, _ index: Int) -> Bool {
    guard text.tokens.indices.contains(index), text.tokens[index].kind == .word else { return false }
    let word = text.lowercased(index)
    return singular.contains(word) || plural.contains(word)
  }

  private static func phrase(_ text: LexedText, _ head: Int, from limit: Int, isPlural: Bool) -> StudyMention? {
    var first = head
    while first > max(limit, head - farthest), continues(text, first - 1) { first -= 1 }
    let words = (first...head).filter { text.tokens[$0].kind == .word }
    var traits: Set<StudyTrait> = []
    var told: Int?
    for index in words {
      let found = self.traits(text, index, from: first, head: head)
      if !found.isEmpty, told == nil {
        // "single-blind", "open-label": the word before the hyphen is part of it.
        let isHyphened = index > first + 1 && text.isSymbol(index - 1, "-")
        told = index > first && index == head ? start(text, first, head) : isHyphened ? index - 2 : index
      }
      traits.formUnion(found)
    }
    guard let told else { return nil }
    if text.isWord(head, "review") || text.isWord(head, "reviews") { traits.subtract([.observational, .cohort]) }
    let isCohort = text.isWord(head, "cohort") || text.isWord(head, "cohorts")
    let article = first > 0 && text.tokens[first - 1].kind == .word ? text.lowercased(first - 1) : ""
    return StudyMention(
      traits: traits, range: text.tokens[told].start..<text.tokens[head].end, tokens: first..<head + 1, isPlural: isPlural,
      isIndefinite: indefinite.contains(article), isBare: traits == [.trial] || isCohort && traits == [.observational, .cohort])
  }

  /// Where the noun's own adjective begins: "systematic" of "systematic review", "meta" of "meta-analysis".
  private static func start(_ text: LexedText, _ first: Int, _ head: Int) -> Int {
    let before = text.isSymbol(head - 1, "-") ? head - 2 : head - 1
    return before >= first && text.tokens[before].kind == .word ? before : head
  }

  /// Whether a token may stand within the phrase, seen from behind.
  private static func continues(_ text: LexedText, _ index: Int) -> Bool {
    switch text.tokens[index].kind {
    case .number: return true
    case .word:
      let word = text.lowercased(index)
      if word == "and" {
        let before = text.isSymbol(index - 1, "-") ? index - 2 : index - 1
        return text.isWord(before, "before") || isAdjective(text, before)
      }
      return !stops.contains(word)
    default:
      if text.isSymbol(index, "-") { return true }
      return text.isSymbol(index, ",") && isAdjective(text, index - 1)
    }
  }

  private static func isAdjective(_ text: LexedText, _ index: Int) -> Bool {
    guard text.tokens.indices.contains(index) else { return false }
    return text.tokens[index].kind == .word && adjectives.contains(text.lowercased(index))
  }

  private static func traits(_ text: LexedText, _ index: Int, from first: Int, head: Int) -> Set<StudyTrait> {
    let before = word(text, index, -1, from: first), after = word(text, index, 1, to: head)
    switch text.lowercased(index) {
    case "randomised", "randomized": return before == "non" ? [.uncontrolled] : before == "quasi" ? [] : [.randomised]
    case "rct", "rcts": return [.randomised, .trial]
    case "nonrandomised", "nonrandomized", "uncontrolled": return [.uncontrolled]
    case "arm", "group": return before == "single" || before == "one" ? [.uncontrolled] : []
    case "before": return after == "and" || after == "after" ? [.uncontrolled] : []
    case "retrospective", "retrospectively": return [.retrospective, .observational]
    case "prospective": return [.prospective]
    case "cohort", "cohorts": return [.observational, .cohort]
    case "registry", "registries", "observational": return [.observational]
    case "propensity": return [.observational]
    case "case": return after == "control" || after == "series" ? [.observational] : []
    case "world": return before == "real" ? [.observational] : []
    case "sectional": return before == "cross" ? [.survey] : []
    case "survey", "surveys", "questionnaire": return [.survey]
    case "blind", "blinded", "masked":
      return before == "double" || before == "triple" ? [.blinded] : before == "single" ? [.singleBlind] : []
    case "controlled": return before == "placebo" || before == "sham" ? [.blinded] : []
    case "label": return before == "open" ? [.openLabel] : []
    case "trial", "trials": return [.trial]
    case "centre", "center", "institution": return before == "single" || before == "one" ? [.singleCentre] : []
    case "multicentre", "multicenter": return [.multicentre]
    case "metaanalysis", "metaanalyses": return [.synthesis]
    case "analysis", "analyses": return before == "meta" ? [.synthesis] : isLaterLook(text, first..<head) ? [.derived] : []
    case "review", "reviews": return isSystematic(text, first..<head) ? [.synthesis] : []
    case "substudy", "substudies", "extension": return [.derived]
    case "up": return before == "follow" ? [.derived] : []
    default: return []
    }
  }

  /// The next word to a side, hyphens left out.
  private static func word(_ text: LexedText, _ index: Int, _ step: Int, from first: Int = 0, to last: Int = .max) -> String {
    var cursor = index + step
    if text.isSymbol(cursor, "-") { cursor += step }
    guard cursor >= first, cursor <= min(last, text.count - 1), text.tokens[cursor].kind == .word else { return "" }
    return text.lowercased(cursor)
  }

  private static let later = PhraseSet([
    "post hoc", "posthoc", "secondary", "subgroup", "exploratory", "ancillary", "pooled", "economic", "effectiveness", "cost",
    "utility", "prespecified", "interim", "follow up", "sensitivity", "mediation", "subset",
  ])
  private static func isLaterLook(_ text: LexedText, _ tokens: Range<Int>) -> Bool { later.occurs(in: text, tokens) }

  private static let systematic = PhraseSet(["systematic", "umbrella", "cochrane", "scoping", "rapid"])
  private static func isSystematic(_ text: LexedText, _ tokens: Range<Int>) -> Bool { systematic.occurs(in: text, tokens) }
}

/// Chinese words for designs; they stand without spaces between the words of the sentence.
private enum ChineseStudies {
  private struct Term: Sendable {
    var traits: Set<StudyTrait>
    var words: PhraseSet
  }

  private static let terms: [Term] = [
    Term(
      traits: [.uncontrolled],
      words: PhraseSet([], ["非随机", "未随机", "单臂", "单组", "自身前后对照", "自身对照", "前后对照", "无对照", "类实验"])),
    Term(
      traits: [.randomised],
      words: PhraseSet(
        [],
        [
          "随机对照", "随机试验", "随机研究", "随机双盲", "随机、双盲", "随机单盲", "随机开放", "随机、开放", "随机临床", "随机交叉", "随机平行",
          "随机撤药", "随机资料", "随机数据", "随机证据", "随机化试验", "随机化对照", "对照随机", "随机安慰剂", "随机多中心",
        ])),
    Term(traits: [.retrospective, .observational], words: PhraseSet([], ["回顾性"])),
    Term(traits: [.prospective], words: PhraseSet([], ["前瞻性"])),
    Term(
      traits: [.observational],
      words: PhraseSet([], ["病例对照", "病例系列", "观察性", "登记研究", "注册登记", "真实世界"])),
    Term(traits: [.observational, .cohort], words: PhraseSet([], ["队列"])),
    Term(traits: [.survey], words: PhraseSet([], ["横断面", "问卷调查", "现况调查", "现状调查", "抽样调查"])),
    Term(traits: [.synthesis], words: PhraseSet([], ["荟萃分析", "系统评价", "系统综述", "系统性综述", "元分析"])),
    Term(traits: [.blinded], words: PhraseSet([], ["双盲", "安慰剂对照", "假刺激对照", "假手术对照"])),
    Term(traits: [.singleBlind], words: PhraseSet([], ["单盲"])),
    Term(traits: [.openLabel], words: PhraseSet([], ["开放标签", "开放性试验"])),
    Term(traits: [.trial], words: PhraseSet([], ["期试验", "临床试验", "期临床研究", "期研究"])),
    Term(traits: [.singleCentre], words: PhraseSet([], ["单中心"])),
    Term(traits: [.multicentre], words: PhraseSet([], ["多中心"])),
    Term(
      traits: [.derived],
      words: PhraseSet([], ["二次分析", "事后分析", "亚组分析", "随访结果", "长期随访", "延伸", "扩展期", "探索性分析", "成本", "经济学"])),
  ]
  private static let many = PhraseSet([], ["多项", "数项", "几项", "若干", "两项", "三项", "四项", "这些", "各项", "一些", "大量"])
  private static let one = PhraseSet([], ["一项", "另一项", "1 项", "某项"])

  static func all(in text: LexedText, _ tokens: Range<Int>) -> [StudyMention] {
    guard tokens.contains(where: { text.tokens[$0].kind == .han }) else { return [] }
    let isPlural = many.occurs(in: text, tokens) || counted(text, tokens, isOne: false)
    let isIndefinite = one.occurs(in: text, tokens) || counted(text, tokens, isOne: true)
    let found =
      terms.flatMap { term in
        term.words.all(in: text, tokens).map { (traits: term.traits, range: $0) }
      } + analyses(in: text, tokens)
    return found.filter { one in
      // 随机对照 within 非随机对照 is no word of its own.
      !found.contains { $0.traits == [.uncontrolled] && $0.range != one.range && $0.range.overlaps(one.range) }
        && !isWithinNegated(text, one.range)
    }.map { one in
      let first = text.firstToken(at: one.range.lowerBound + 1) - 1
      return StudyMention(
        traits: one.traits, range: one.range, tokens: max(0, first)..<max(0, first) + 1, isPlural: isPlural && !isIndefinite,
        isIndefinite: isIndefinite || isTold(text, one.range), isBare: one.traits == [.trial])
    }
  }

  /// 听潮研究为随机试验: a study is called so.
  private static func isTold(_ text: LexedText, _ range: Range<Int>) -> Bool {
    let before = text.string(max(0, range.lowerBound - 12)..<range.lowerBound)
    return ["研究为", "试验为", "研究是", "试验是"].contains { before.hasSuffix($0) }
  }

  /// "Meta分析": a word of letters and one of characters.
  private static func analyses(in text: LexedText, _ tokens: Range<Int>) -> [(traits: Set<StudyTrait>, range: Range<Int>)] {
    tokens.compactMap { index in
      guard text.isWord(index, "meta"), text.hanHasPrefix(index + 1, "分析"), tokens.contains(index + 1) else { return nil }
      return ([.synthesis], text.tokens[index].start..<text.tokens[index + 1].start + "分析".utf8.count)
    }
  }

  /// 非随机, 未随机: the two characters before a word of chance.
  private static func isWithinNegated(_ text: LexedText, _ range: Range<Int>) -> Bool {
    let (character, chance) = ("非".utf8.count, Array("随机".utf8))
    guard range.lowerBound >= character, text.utf8[range].starts(with: chance) else { return false }
    let before = text.utf8[range.lowerBound - character..<range.lowerBound]
    return before.elementsEqual("非".utf8) || before.elementsEqual("未".utf8)
  }

  /// "9 项", "12 篇" (several) or "1 项" (one).
  private static func counted(_ text: LexedText, _ tokens: Range<Int>, isOne: Bool) -> Bool {
    tokens.contains { index in
      guard text.hanHasPrefix(index, "项") || text.hanHasPrefix(index, "篇"), let number = text.number(index - 1) else {
        return false
      }
      return isOne == (number.value == 1)
    }
  }
}
