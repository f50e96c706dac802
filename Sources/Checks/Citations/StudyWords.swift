import Literature
import TextAnalysis

/// Words for the phase, design and patients of a study, and which of them exclude one another.
enum StudyWords {
  typealias Conflict = (said: String, titled: String, range: Range<Int>)

  /// Two kinds of patients that one study cannot both be on.
  private struct Opposites: Sendable {
    var left: PhraseSet
    var right: PhraseSet
  }

  private static let opposites: [Opposites] = [
    Opposites(
      left: PhraseSet(
        [
          "children", "paediatric", "pediatric", "infants", "adolescents", "teenagers", "neonates", "newborns", "schoolchildren",
          "girls",
          "boys", "toddlers", "youths", "young people", "university students", "college students",
        ], ["儿童", "患儿", "婴幼儿", "青少年", "新生儿", "早产儿", "学龄儿", "大学生", "女童", "男童"]),
      // "Older patients" of a trial in children are its adolescents.
      right: PhraseSet(
        ["elderly", "older adults", "older people", "older persons", "old people", "geriatric", "adults over"],
        ["老年", "高龄"])),
    Opposites(
      left: PhraseSet(
        ["children", "paediatric", "pediatric", "infants", "adolescents", "teenagers", "neonates", "newborns", "schoolchildren"],
        ["儿童", "患儿", "婴幼儿", "青少年", "新生儿", "早产儿"]),
      right: PhraseSet(["adults"], ["成人", "成年"])),
    Opposites(
      left: PhraseSet(["neonates", "newborns", "preterm infants", "preterm"], ["新生儿", "早产儿"]),
      right: PhraseSet(["adolescents", "schoolchildren", "teenagers"], ["青少年", "学龄"])),
    Opposites(
      left: PhraseSet(
        ["women", "female patients", "females", "girls", "postmenopausal", "pregnant"], ["女性", "妇女", "女童", "孕妇", "孕产妇", "绝经后"]),
      right: PhraseSet(["men", "male patients", "males", "boys"], ["男性", "男童"])),
    Opposites(
      left: PhraseSet(["first line", "previously untreated", "treatment naive", "newly diagnosed"], ["一线", "初治", "新诊断"]),
      right: PhraseSet(
        ["second line", "previously treated", "third line", "refractory", "pretreated"],
        ["二线", "经治", "三线", "难治"])),
    Opposites(
      left: PhraseSet(["type 1 diabetes", "type i diabetes"], ["1型糖尿病", "1 型糖尿病"]),
      right: PhraseSet(["type 2 diabetes", "type ii diabetes"], ["2型糖尿病", "2 型糖尿病"])),
  ]

  /// The first property of a clause that the title excludes. O(tokens of both).
  ///
  /// - Parameter isOwn: whether the clause may be on the document's own study, so that a design counts only if a study is introduced
  ///   with it ("a randomised trial").
  static func conflict(_ text: LexedText, _ clause: Range<Int>, _ title: LexedText, isOwn: Bool = false) -> Conflict? {
    if let design = designs(text, clause, title, isOwn: isOwn) { return design }
    let phase = phases(text, clause, title).flatMap { isDenied(text, $0.range, in: clause) ? nil : $0 }
    if isOwn || phase != nil { return phase }
    return patients(text, clause, title) ?? ages(text, clause, title) ?? PatientCondition.conflict(text, clause, title)
      ?? ComparatorWords.conflict(text, clause, title) ?? StudyLength.conflict(text, clause, title)
  }

  /// "men aged 27–45", where the title has an age that does not meet it: both print a range.
  private static func ages(_ text: LexedText, _ clause: Range<Int>, _ title: LexedText) -> Conflict? {
    guard let said = ageRange(text, clause), let titled = ageRange(title, title.tokens.indices),
      said.low > titled.high || said.high < titled.low
    else { return nil }
    return (text.string(said.range), title.string(titled.range), said.range)
  }

  private static func ageRange(_ text: LexedText, _ tokens: Range<Int>) -> (low: Double, high: Double, range: Range<Int>)? {
    for index in tokens {
      guard let low = text.number(index),
        text.isSymbol(index + 1, "-") || text.isWord(index + 1, "to") || text.isSymbol(index + 1, "~"),
        let high = text.number(index + 2), low.value < high.value, high.value <= 110,
        text.isWord(index - 1, "aged") || text.isWord(index - 1, "ages") || text.hanHasPrefix(index + 3, "岁")
          || text.isWord(index + 3, "years") && (text.isWord(index + 4, "of") || text.isWord(index + 4, "old"))
      else { continue }
      let first = text.isWord(index - 1, "aged") || text.isWord(index - 1, "ages") ? index - 1 : index
      return (low.value, high.value, text.tokens[first].start..<text.tokens[index + 2].end)
    }
    return nil
  }

  /// A design in the clause that the work of the title cannot have.
  private static func designs(_ text: LexedText, _ clause: Range<Int>, _ title: LexedText, isOwn: Bool) -> Conflict? {
    let titled = StudyMention.ofTitle(title)
    guard !titled.isEmpty, !wished.occurs(in: text, clause) else { return nil }
    let all = StudyMention.all(in: text, clause)
    let (inTitle, inClause) = (
      Set(titled.flatMap(\.traits)).union(laterLook.occurs(in: title) ? [.derived] : []), Set(all.flatMap(\.traits))
    )
    for mention in all
    where !mention.isBare && !isDenied(text, mention.range, from: mention.tokens.lowerBound, clause)
      && (!isOwn || mention.isIndefinite)
    {
      for said in mention.traits.sorted(by: { "\($0)" < "\($1)" }) where said != .trial && !inTitle.contains(said) {
        let other = titled.first { one in
          one.traits.contains { said.excludes($0) && !inClause.contains($0) && isTold(said, mention, of: $0, inTitle) }
        }
        if let other { return (text.string(mention.range), title.string(other.range), mention.range) }
      }
    }
    return nil
  }

  private static let laterLook = PhraseSet([
    "follow up of", "year follow up", "extension", "secondary analysis", "post hoc", "subgroup analysis", "exploratory analysis",
    "cost effectiveness", "economic evaluation", "long term follow up",
  ])

  /// Several trials may be what a meta-analysis is cited for, and the data of a trial may be looked at again in another way.
  private static func isTold(
    _ said: StudyTrait, _ mention: StudyMention, of titled: StudyTrait, _ inTitle: Set<StudyTrait>
  ) -> Bool {
    if mention.isPlural, titled == .synthesis || said == .synthesis { return false }
    if inTitle.contains(.derived), said.fitsLaterLook || said == .synthesis && titled != .synthesis { return false }
    return !mention.traits.contains(.derived)
  }

  private static let wished = PhraseSet(
    [
      "needed", "required", "warranted", "awaited", "await", "future", "ongoing", "planned", "lacking", "lack", "absence",
      "unlike", "contrast", "rather", "instead", "is the first", "are the first", "was the first", "the first to", "should",
      "until", "pending", "scarce", "based on",
      "based primarily on", "based mainly on",
      "based largely on", "based solely on", "based only on", "than in",
    ],
    ["尚需", "有待", "需要", "缺乏", "缺少", "期待", "未来", "今后", "不同于", "进行中", "正在进行", "尚无", "为首个", "是首个", "为首项", "是首项"])

  private static let denials = PhraseSet(
    ["no", "not", "non", "nor", "neither", "without", "never", "few", "than"], ["未", "没有", "并非", "不是"])

  /// "not a randomised trial", 并非随机试验: denied just before the words.
  private static func isDenied(_ text: LexedText, _ range: Range<Int>, from first: Int, _ clause: Range<Int>) -> Bool {
    let before = max(clause.lowerBound, first - 3)..<max(clause.lowerBound, first)
    if denials.occurs(in: text, before) { return true }
    guard text.tokens.indices.contains(first), text.tokens[first].kind == .han else { return false }
    let words = text.string(max(text.tokens[first].start, range.lowerBound - 12)..<range.lowerBound)
    return ["未", "没有", "并非", "不是", "不含"].contains { words.contains($0) }
  }

  /// Denied in the few words before it, in its own piece.
  private static func isDenied(_ text: LexedText, _ range: Range<Int>, in clause: Range<Int>) -> Bool {
    let first = max(clause.lowerBound, text.firstToken(at: range.lowerBound + 1) - 1)
    var start = first
    while start > max(clause.lowerBound, first - mostBeforePhase), !text.isSymbol(start - 1, ",") { start -= 1 }
    return Negation.occurs(in: text, start..<min(clause.upperBound, max(first + 1, text.firstToken(at: range.upperBound))))
  }

  private static let mostBeforePhase = 6

  /// Two kinds of patients of which the clause says one and the title the other.
  static func patients(_ text: LexedText, _ clause: Range<Int>, _ title: LexedText) -> Conflict? {
    opposites.lazy.compactMap { pair in
      excluded(pair.left, pair.right, text, clause, title) ?? excluded(pair.right, pair.left, text, clause, title)
    }.first
  }

  private static func excluded(
    _ said: PhraseSet, _ titled: PhraseSet, _ text: LexedText, _ clause: Range<Int>, _ title: LexedText
  ) -> Conflict? {
    guard let range = said.first(in: text, clause), !titled.occurs(in: text, clause), let other = titled.first(in: title),
      !said.occurs(in: title), !isDenied(text, range, from: max(0, text.firstToken(at: range.lowerBound + 1) - 1), clause)
    else { return nil }
    return (text.string(range), title.string(other), range)
  }

  /// One phase in the clause, one in the title, and not the same.
  static func phases(_ text: LexedText, _ clause: Range<Int>, _ title: LexedText) -> Conflict? {
    guard !clause.isEmpty else { return nil }
    let bytes = text.tokens[clause.lowerBound].start..<text.tokens[clause.upperBound - 1].end
    let said = PhaseMention.all(in: text).filter { bytes.contains($0.range.lowerBound) }
    let titled = PhaseMention.all(in: title)
    guard said.count == 1, titled.count == 1, let mine = said.first, let other = titled.first,
      PhaseMention.main(mine.phase) != PhaseMention.main(other.phase)
    else { return nil }
    return (text.string(mine.range), title.string(other.range), mine.range)
  }
}
