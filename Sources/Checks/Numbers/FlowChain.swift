import Literature
import TextAnalysis

/// Who or what came in, fell out and was left, told in steps over the sentences of a paragraph: "1,204 records … after removal of 198
/// duplicates, 1,006 were screened and 912 discarded; of the 94 full texts, 70 were excluded …, and 24 trials remained".
///
/// No grammar joins the steps; the words beside each count say whether it fell out or was left, and what is left is what came in less all
/// that fell out in between. Where it is not, and is it but for a slip of digits, one of the figures is wrong.
struct FlowChain {
  struct Odd: Hashable {
    var came: Int
    var fell: [Int]
    var left: Int
    var passage: Int
    /// Bytes of the passage's flow: from the first figure of the step that stands there to what is left.
    var range: Range<Int>
  }

  private enum Fate { case out, left, untold }

  private struct Step {
    var value: Int
    var fate: Fate
    var passage: Int
    var range: Range<Int>
  }

  private static let (smallest, mostSteps) = (20, 8)
  private static let fates = PhraseSet(
    ["could not", "could only", "unable", "unreadable", "missing", "absent", "died", "moved away", "no consent"],
    ["未能", "无法", "缺失", "不全", "死亡", "迁出", "未签署"])
  /// "Of the 94 full texts", 去重后 471 篇: what a step has left.
  private static let stepBehind = PhraseSet([
    "of the", "of these", "of those", "among the", "from the", "the remaining", "after which",
  ])
  /// Of whom some are told group by group.
  private static let groups = PhraseSet(
    ["respectively", "per group", "in each", "each group", "to the", "in the intervention", "in the control"],
    ["分别", "每组", "各组", "各"])

  private let context: CheckContext

  /// In document order. O(tokens).
  static func all(in context: CheckContext) -> [Odd] { FlowChain(context: context).odd() }

  private func odd() -> [Odd] {
    var (found, steps, block): ([Odd], [Step], Int?) = ([], [], nil)
    for passage in context.extract.passages.indices where context.extract.passages[passage].kind == .sentence {
      let own = context.extract.passages[passage].block
      if own != block || own == nil {
        found += broken(steps)
        (steps, block) = ([], own)
      }
      steps += told(passage)
    }
    return found + broken(steps)
  }

  // MARK: The steps of a sentence

  private func told(_ passage: Int) -> [Step] {
    let reader = SumReader(context.lexed[passage])
    return reader.tally.counts.filter { $0.bracket == -1 }.map { count in
      Step(value: count.value, fate: fate(count, reader), passage: passage, range: count.range)
    }
  }

  private func fate(_ count: Tally.Count, _ reader: SumReader) -> Fate {
    let (text, clause) = (reader.text, reader.clause(count))
    let before = count.tokens.lowerBound - 1
    if Self.stepBehind.occurs(in: text, max(0, before - 1)..<max(0, before + 1)) || text.hanHasSuffix(before, "后") {
      return .left
    }
    if SumReader.out.occurs(in: text, clause) || Self.fates.occurs(in: text, clause) { return .out }
    return SumReader.left.occurs(in: text, clause) ? .left : .untold
  }

  // MARK: Which do not add up

  private func broken(_ steps: [Step]) -> [Odd] {
    var found: [Odd] = []
    var (came, between): (Step?, [Step]) = (nil, [])
    for step in steps {
      guard let whole = came, step.value < whole.value, between.count < Self.mostSteps else {
        // More than came in cannot be left.
        if let whole = came, step.fate == .left, between.count < Self.mostSteps, between.contains(where: { $0.fate == .out }),
          let odd = odd(whole, between, step)
        {
          found.append(odd)
        }
        (came, between) = (step.value >= Self.smallest ? step : nil, [])
        continue
      }
      guard step.fate == .left else {
        between.append(step)
        continue
      }
      if between.contains(where: { $0.fate == .out }), let odd = odd(whole, between, step) { found.append(odd) }
      (came, between) = (step, [])
    }
    return found
  }

  private func odd(_ whole: Step, _ between: [Step], _ left: Step) -> Odd? {
    let passages = Set([whole.passage, left.passage] + between.map(\.passage))
    guard !passages.contains(where: { Self.groups.occurs(in: context.lexed[$0]) }),
      left.value > whole.value || !makes(whole.value - left.value, between.map(\.value))
    else { return nil }
    let (all, told) = (between, between.filter { $0.fate == .out })
    let lists = all.count == told.count ? [all] : [told, all]
    let slip = lists.first { list in
      let fell = list.reduce(0) { $0 + $1.value }
      let meant = whole.value - fell
      guard meant > 0 else { return false }
      return left.value.isSlip(of: meant) || whole.value.isSlip(of: left.value + fell)
        || list.contains { part in
          let right = part.value + meant - left.value
          return right > 0 && part.value >= 10 && part.value.isSlip(of: right)
        }
    }
    guard let slip else { return nil }
    let here = ([whole] + slip).filter { $0.passage == left.passage }.map(\.range.lowerBound).min() ?? left.range.lowerBound
    return Odd(
      came: whole.value, fell: slip.map(\.value), left: left.value, passage: left.passage, range: here..<left.range.upperBound)
  }

  /// Whether some of the counts make a number. O(2^counts).
  private func makes(_ number: Int, _ counts: [Int]) -> Bool {
    (0..<(1 << counts.count)).contains { chosen in
      number == counts.indices.reduce(0) { $0 + (chosen >> $1 & 1 == 1 ? counts[$1] : 0) }
    }
  }
}
