import Lexicon
import Literature
import TextAnalysis

/// A sentence of a trial's report that calls one of two drugs better or worse than the other.
struct ComparedTreatments: Hashable, Sendable {
  /// Concept ids.
  var better: String
  var worse: String
  var passage: Int
  /// Bytes of the passage's flow: from one drug's name to the other's.
  var range: Range<Int>

  struct Opposites: Hashable, Sendable {
    var odd: ComparedTreatments
    var usual: ComparedTreatments
  }

  private static let better = PhraseSet(
    ["superior to", "better than", "more effective than", "outperformed"], ["优于", "好于", "强于", "胜于"])
  private static let worse = PhraseSet(
    ["inferior to", "worse than", "less effective than", "not as good as"], ["劣于", "不如", "逊于", "差于"])
  private static let improving = PhraseSet(["lowered", "reduced", "improved", "relieved", "prolonged", "decreased", "raised"])
  private static let otherwise = PhraseSet(
    [
      "non inferior", "noninferior", "non inferiority", "noninferiority", "whether", "if", "hypothesis", "may", "might", "could",
      "tolerated",
      "tolerability", "safety", "adverse", "previous", "cost", "costs",
    ],
    ["非劣", "是否", "假设", "可能", "耐受", "安全性", "不良", "费用", "既往", "检验"])

  /// The sentence of the fewer; of two the first. In a review both must be of one trial.
  static func opposites(in context: CheckContext) -> [Opposites] {
    let all = all(in: context)
    let trials = all.map { context.isReview ? TrialPlaces($0.passage, in: context).trial(at: 0) : -1 }
    return all.indices.compactMap { index in
      let statement = all[index]
      guard trials[index] != nil else { return nil }
      let ofTrial = all.indices.filter { trials[$0] == trials[index] }.map { all[$0] }
      let rivals = ofTrial.filter { $0.better == statement.worse && $0.worse == statement.better }
      let agreeing = ofTrial.count { $0.better == statement.better && $0.worse == statement.worse }
      guard let usual = rivals.first, rivals.count > agreeing || rivals.count == agreeing && usual.passage > statement.passage
      else {
        return nil
      }
      return Opposites(odd: statement, usual: usual)
    }
  }

  private static func all(in context: CheckContext) -> [ComparedTreatments] {
    let cited = Set(context.extract.citations.map(\.passage))
    return context.extract.passages.indices.compactMap { passage in
      let text = context.lexed[passage]
      guard context.extract.passages[passage].kind == .sentence, !cited.contains(passage), !otherwise.occurs(in: text) else {
        return nil
      }
      return statement(text, passage)
    }
  }

  private static func statement(_ text: LexedText, _ passage: Int) -> ComparedTreatments? {
    let found = [(better.first(in: text), true), (worse.first(in: text), false), (more(text), true)]
    guard let (words, isBetter) = found.lazy.compactMap({ words, isBetter in words.map { ($0, isBetter) } }).first,
      !Negation.occurs(in: text, 0..<text.firstToken(at: words.upperBound)) || words.count > 0 && text.string(words) == "不如"
    else { return nil }
    let drugs = Lexicon.builtIn.matches(in: text.utf8).filter { $0.concept.kind == .drug }
    guard let first = drugs.last(where: { $0.range.upperBound <= words.lowerBound }),
      let second = drugs.first(where: { $0.range.lowerBound >= words.upperBound }), first.concept.id != second.concept.id,
      Set(drugs.map(\.concept.id)).count == 2
    else { return nil }
    let ids = isBetter ? (first.concept.id, second.concept.id) : (second.concept.id, first.concept.id)
    return ComparedTreatments(
      better: ids.0, worse: ids.1, passage: passage, range: first.range.lowerBound..<second.range.upperBound)
  }

  /// "lowered blood pressure more than".
  private static func more(_ text: LexedText) -> Range<Int>? {
    guard improving.occurs(in: text),
      let index = text.tokens.indices.first(where: { text.isWord($0, "more") && text.isWord($0 + 1, "than") })
    else { return nil }
    return text.tokens[index].start..<text.tokens[index + 1].end
  }
}
