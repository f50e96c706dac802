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
        ["children", "paediatric", "pediatric", "infants", "adolescents", "teenagers"], ["儿童", "患儿", "婴幼儿", "青少年"]),
      right: PhraseSet(["adults", "elderly", "older adults", "older patients", "older people"], ["成人", "老年"])),
    Opposites(left: PhraseSet(["women", "female patients"], ["女性"]), right: PhraseSet(["men", "male patients"], ["男性"])),
    Opposites(
      left: PhraseSet(["first line", "previously untreated", "treatment naive"], ["一线", "初治"]),
      right: PhraseSet(["second line", "previously treated", "third line", "refractory"], ["二线", "经治", "三线", "难治"])),
  ]

  /// The first property of a clause that the title excludes. O(tokens of both).
  ///
  /// - Parameter isOwn: whether the clause may be on the document's own study, so that a design counts only if a study is introduced
  ///   with it ("a randomised trial").
  static func conflict(_ text: LexedText, _ clause: Range<Int>, _ title: LexedText, isOwn: Bool = false) -> Conflict? {
    if let design = designs(text, clause, title, isOwn: isOwn) { return design }
    if isOwn { return Negation.occurs(in: text, clause) ? nil : phases(text, clause, title) }
    if !Negation.occurs(in: text, clause), let phase = phases(text, clause, title) { return phase }
    return opposites.lazy.compactMap { pair in
      excluded(pair.left, pair.right, text, clause, title) ?? excluded(pair.right, pair.left, text, clause, title)
    }.first
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
      "unlike", "contrast", "rather", "instead", "first", "should", "until", "pending", "scarce", "based on",
      "based primarily on", "based mainly on",
      "based largely on", "based solely on", "based only on", "than in",
    ],
    ["尚需", "有待", "需要", "缺乏", "缺少", "期待", "未来", "今后", "不同于", "进行中", "正在进行", "尚无", "首个", "首项"])

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
