import Literature
import TextAnalysis

/// Where the report of one trial says of which phase that trial is, whether it names the trial or not: its title, "In this phase 3 trial",
/// "Design. A double-blind phase 3 study", 本研究为Ⅲ期试验.
enum OwnPhases {
  struct Statement {
    var passage: Int
    var mention: PhaseMention
    var isTitle: Bool
  }

  /// Of other trials, or of trials to come.
  private static let others = PhraseSet(
    [
      "earlier", "previous", "previously", "prior", "preceding", "pilot", "subsequent", "subsequently", "future", "following",
      "another",
      "parallel", "other", "trials", "studies", "needed", "warranted", "planned", "ongoing", "recruiting", "under way",
      "underway",
      "in contrast", "by contrast", "unlike", "et al", "extension", "confirmatory", "separate", "second trial", "its phase",
      "after a phase",
      "compared with the phase", "lead in", "dose finding part", "should", "historical", "predecessor", "led to",
      "first in human", "suggested", "had shown", "had found",
    ],
    [
      "此前", "既往", "先导", "后续", "前期", "另一", "正在", "早期", "有待", "需要", "尚需", "拟", "等试验", "其后", "之后的", "其他", "已有", "以往", "国外", "延伸",
      "随后", "今后", "未来", "期待", "继其", "各试验", "两项", "多项", "均为",
    ])
  private static let nouns = PhraseSet(["trial", "study", "investigation", "rct", "setting"], ["试验", "研究"])
  private static let ofItself = PhraseSet(
    [
      "this", "our", "we", "present", "the trial", "the study", "double blind", "open label", "randomised", "randomized",
      "multicentre", "multicenter",
    ],
    ["本", "双盲", "开放", "随机", "多中心", "对照"])
  private static let outcomes: [StaticString] = ["results", "data", "findings", "programme", "program", "evidence", "testing"]
  private static let farthestNoun = 12

  /// In document order, the title first; nothing where the document tells of other people's trials. O(tokens).
  static func all(in context: CheckContext) -> [Statement] {
    guard !context.tellsOfOthers, !context.isPooled else { return [] }
    let cited = Set(context.extract.citations.map(\.passage))
    let own = ownTrials(in: context)
    return context.extract.passages.indices.flatMap { passage -> [Statement] in
      let record = context.extract.passages[passage]
      guard [.title, .sentence, .note, .heading].contains(record.kind), !cited.contains(passage) else { return [] }
      let text = context.lexed[passage]
      let all = PhaseMention.all(in: text)
      let mentions = all.filter { !isOfAnother($0, text, isTitle: record.kind == .title, isOnly: all.count == 1) }
      guard mentions.count == 1, let mention = mentions.first else { return [] }
      let named = context.trialPassages[passage]
      guard named.allSatisfy(own.contains) else { return [] }
      let isOwn =
        record.kind == .title || ofItself.occurs(in: text) || !named.isEmpty
        || ownSections.contains(where: context.sectionName(of: passage).contains)
      return isOwn ? [Statement(passage: passage, mention: mention, isTitle: record.kind == .title)] : []
    }
  }

  private static let ownSections = ["abstract", "summary", "method", "design", "摘要", "方法"]

  private static func isOfAnother(_ mention: PhaseMention, _ text: LexedText, isTitle: Bool, isOnly: Bool) -> Bool {
    let (start, end) = (text.firstToken(at: mention.range.lowerBound), text.firstToken(at: mention.range.upperBound))
    if text.isWord(end, "of") || text.isWord(end, "part") || text.isWord(end, "portion") || text.isWord(end, "and") {
      return true
    }
    if text.tokens.indices.contains(end - 1), text.tokens[end - 1].kind == .han, isStage(text, start, end) { return true }
    if isTitle { return false }
    let clause = isOnly ? Clauses.all(in: text).first { $0.contains(start) } : betweenCommas(start, text)
    if others.occurs(in: text, clause) { return true }
    // 期 is also a stage: a noun for the trial stands by, or the phase stands alone before a comma or the number of the register.
    let isAlone = [",", "(", "、"].contains { text.isSymbol(end, $0) }
    let limits = clause ?? 0..<text.count
    let behind = start..<min(limits.upperBound, end + farthestNoun)
    let before = max(limits.lowerBound, start - farthestNoun)..<start
    return !isAlone && !nouns.occurs(in: text, behind) && !nouns.occurs(in: text, before)
  }

  private static func betweenCommas(_ index: Int, _ text: LexedText) -> Range<Int> {
    let first = (0..<index).last { text.isSymbol($0, ",") }.map { $0 + 1 } ?? 0
    return first..<((index..<text.count).first { text.isSymbol($0, ",") } ?? text.count)
  }

  private static let designs: [StaticString] = ["临床", "随机", "双盲", "开放", "多中心", "试验", "研究", "对照", "单臂", "单中心"]
  private static let diseases: [StaticString] = ["癌", "瘤", "分期", "患者", "病", "肾", "术"]

  /// 期 is also the stage of a disease: Ⅲ期结肠癌. A phase stands before a word of design or a mark.
  private static func isStage(_ text: LexedText, _ start: Int, _ end: Int) -> Bool {
    let stop = end - 1
    if designs.contains(where: { text.hanHasPrefix(stop, "期") && text.hanAfterFirst(stop, hasPrefix: $0) }) { return false }
    let isBare = text.tokens[stop].range.count == "期".utf8.count
    return !isBare || diseases.contains { text.hanContains(start - 1, $0) || text.hanContains(stop + 1, $0) }
  }

  /// The trials of the title, else the only one of the document.
  private static func ownTrials(in context: CheckContext) -> Set<Int> {
    let trials = context.extract.trials
    let titled = trials.indices.filter { trial in
      trials[trial].passages.contains {
        context.extract.passages.indices.contains($0) && context.extract.passages[$0].kind == .title
      }
    }
    return titled.isEmpty && trials.count == 1 ? [0] : Set(titled)
  }
}

extension LexedText {
  /// Whether a Han token goes on with a word behind its first character.
  fileprivate func hanAfterFirst(_ index: Int, hasPrefix word: StaticString) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .han else { return false }
    let start = tokens[index].start + 3
    guard start + word.utf8CodeUnitCount <= tokens[index].end else { return false }
    return word.withUTF8Buffer { utf8[start..<start + word.utf8CodeUnitCount].elementsEqual($0) }
  }
}
