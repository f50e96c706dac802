import Literature
import TextAnalysis

/// Which work a sentence that cites none is of by the sentences around it: a review cites a study where it first tells of it, or at the end of the
/// paragraph, and not at each of its figures.
struct CarriedSources {
  /// Sentences that rest on one callout or name.
  struct Run: Hashable, Sendable {
    /// The sentence with the callout or the name.
    var head: Int
    /// Index into `Extract.references`.
    var reference: Int
  }

  private var byPassage: [Int: Run] = [:]
  private let isAtHand: Bool

  subscript(passage: Int) -> Run? { byPassage[passage] }

  /// - Parameters:
  ///   - cited: the works that each passage cites. O(passages × names of studies).
  ///   - isAtHand: whether only works that are at hand count.
  init(_ context: CheckContext, _ named: NamedSources, cited: [Int: Set<Int>], isAtHand: Bool = true) {
    self.isAtHand = isAtHand
    var run: Run?
    var (block, section): (Int?, String?) = (nil, nil)
    var opening: [Int] = []
    for (passage, words) in context.extract.passages.enumerated() {
      guard words.kind == .sentence, words.block != nil else {
        (run, opening) = (nil, [])
        continue
      }
      if words.block != block { opening = [] }
      if words.section != section { run = nil }
      (block, section) = (words.block, words.section)
      if let works = cited[passage] ?? named.references(of: passage) {
        run = works.count == 1 ? works.first.map { Run(head: passage, reference: $0) } : nil
        if let run, cited[passage] != nil { keep(opening, run, context) }
        opening = []
      } else if !context.trialPassages[passage].isEmpty || Self.tellsOfAnother(context.lexed[passage]) {
        (run, opening) = (nil, [])
      } else if let run {
        keep([passage], run, context)
      } else {
        opening.append(passage)
      }
    }
  }

  private mutating func keep(_ passages: [Int], _ run: Run, _ context: CheckContext) {
    guard !isAtHand || context.sources[run.reference] != nil else { return }
    for passage in passages { byPassage[passage] = run }
  }

  private static let studies: Set<String> = [
    "trial", "trials", "study", "studies", "cohort", "cohorts", "series", "review", "reviews", "registry", "survey", "programme",
  ]
  private static let others: Set<String> = [
    "a", "an", "another", "one", "two", "three", "four", "five", "six", "several", "some", "other", "others", "earlier",
    "previous", "prior",
    "these", "those", "all", "most", "both", "many", "few", "no", "second", "third", "larger", "smaller", "later", "newer",
    "across", "any",
    "sister", "companion", "similar", "our", "extension",
  ]
  /// From a study's word back to what says which study.
  private static let reach = 6
  private static let phrases = PhraseSet(
    [
      "meta analysis", "meta analyses", "pooled", "network", "guideline", "guidelines", "we", "elsewhere", "worldwide",
      "real world",
    ],
    [
      "另一", "一项", "另有", "两项", "三项", "多项", "各项", "荟萃", "汇总", "既往", "此前", "其他研究", "其它研究", "上述", "各试验", "各研究", "本文", "指南",
      "共识", "我国", "全球", "真实世界", "后续",
    ])

  /// Whether a sentence speaks of another study than the one at hand, or of several.
  private static func tellsOfAnother(_ text: LexedText) -> Bool {
    if phrases.occurs(in: text) || opensWithName(text) { return true }
    return text.tokens.indices.contains { index in
      guard text.tokens[index].kind == .word, studies.contains(text.lowercased(index)) else { return false }
      return (max(0, index - reach)..<index).reversed().prefix { before in
        text.tokens[before].kind == .word && !["the", "this", "that", "its"].contains(text.lowercased(before))
          || text.isSymbol(before, "-")
          || text.isNumber(before)
      }.contains { others.contains(text.lowercased($0)) }
    }
  }

  /// "In POPLARS", "POPLARS-2 enrolled": a study's name in capitals, known or not.
  private static func opensWithName(_ text: LexedText) -> Bool {
    let first = text.isWord(0, "in") ? 1 : 0
    guard text.tokens.indices.contains(first), text.tokens[first].kind == .word else { return false }
    return text.tokens[first].range.count >= fewestCapitals
      && text.utf8[text.tokens[first].range].allSatisfy { (0x41...0x5A).contains($0) }
  }

  private static let fewestCapitals = 5
}
