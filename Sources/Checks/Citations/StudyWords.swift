import TextAnalysis

/// Words for the phase, design and patients of a study, and which of them exclude one another.
enum StudyWords {
  typealias Conflict = (said: String, titled: String, range: Range<Int>)

  /// Two properties that one study cannot have both.
  private struct Opposites: Sendable {
    var left: PhraseSet
    var right: PhraseSet
  }

  private static let opposites: [Opposites] = [
    Opposites(
      left: PhraseSet(["retrospective", "retrospectively"], ["回顾性"]),
      right: PhraseSet(["prospective", "randomised", "randomized"], ["前瞻性", "随机"])),
    Opposites(
      left: PhraseSet(
        [
          "randomised trial", "randomized trial", "randomised controlled trial", "randomized controlled trial", "rct",
          "randomised phase", "randomized phase",
        ],
        ["随机对照试验", "随机对照研究", "随机试验"]),
      right: PhraseSet(
        [
          "cohort study", "cohort studies", "cohort analysis", "retrospective cohort", "prospective cohort",
          "observational cohort",
          "single arm", "non randomised", "non randomized", "nonrandomised", "nonrandomized", "propensity",
          "case series",
          "case control", "observational", "retrospective",
        ],
        ["队列", "单臂", "非随机", "倾向", "病例系列", "病例对照", "观察性", "回顾性"])),
    Opposites(
      left: PhraseSet(["meta analysis", "systematic review"], ["荟萃分析", "Meta 分析", "系统评价", "系统综述", "分析汇总"]),
      right: PhraseSet(
        [
          "randomised phase", "randomized phase", "phase 1", "phase 2", "phase 3", "phase ii", "phase iii", "cohort study",
          "open label", "double blind", "placebo controlled",
        ], ["双盲", "开放标签", "安慰剂对照"])),
    Opposites(
      left: PhraseSet(
        ["randomised trial", "randomized trial", "randomised controlled trial", "randomized controlled trial", "cohort study"],
        ["一项随机", "一项队列"]),
      right: PhraseSet(["meta analysis", "systematic review"], ["荟萃分析", "Meta 分析", "系统评价", "系统综述"])),
    Opposites(
      left: PhraseSet(["double blind", "double blinded", "placebo controlled"], ["双盲", "安慰剂对照"]),
      right: PhraseSet(["open label"], ["开放标签"])),
    Opposites(
      left: PhraseSet(["single arm"], ["单臂"]),
      right: PhraseSet(["randomised controlled", "randomized controlled", "double blind", "placebo controlled"], ["随机对照", "双盲"])),
    Opposites(
      left: PhraseSet(["children", "paediatric", "pediatric", "infants"], ["儿童", "患儿", "婴幼儿"]),
      right: PhraseSet(["adults", "elderly", "older adults", "older patients"], ["成人", "老年"])),
    Opposites(left: PhraseSet(["women", "female patients"], ["女性"]), right: PhraseSet(["men", "male patients"], ["男性"])),
    Opposites(
      left: PhraseSet(["first line", "previously untreated", "treatment naive"], ["一线", "初治"]),
      right: PhraseSet(["second line", "previously treated", "third line", "refractory"], ["二线", "经治", "三线", "难治"])),
  ]

  /// The first property of a clause that the title excludes. O(tokens of both).
  static func conflict(_ text: LexedText, _ clause: Range<Int>, _ title: LexedText) -> Conflict? {
    guard !Negation.occurs(in: text, clause) else { return nil }
    return phases(text, clause, title)
      ?? opposites.lazy.compactMap { pair in
        excluded(pair.left, pair.right, text, clause, title) ?? excluded(pair.right, pair.left, text, clause, title)
      }.first
  }

  private static func excluded(
    _ said: PhraseSet, _ titled: PhraseSet, _ text: LexedText, _ clause: Range<Int>, _ title: LexedText
  ) -> Conflict? {
    guard let range = said.first(in: text, clause), !titled.occurs(in: text, clause), let other = titled.first(in: title),
      !said.occurs(in: title)
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
