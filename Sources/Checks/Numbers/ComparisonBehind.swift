import Literature
import TextAnalysis

/// An English sentence without figures that compares the two groups whose figures the sentence before it prints: "… was 5.2 and 6.8 days. The
/// stay was thus longer with early feeding".
struct ComparisonBehind {
  var pair: ComparedPair
  /// Bytes of the sentence: the word.
  var range: Range<Int>

  private static let more = PhraseSet([
    "longer", "higher", "greater", "larger", "more frequent", "more common", "more often", "heavier", "commoner", "more",
  ])
  private static let less = PhraseSet([
    "shorter", "lower", "smaller", "fewer", "less frequent", "less common", "less often", "lighter", "rarer", "less",
  ])
  private static let fast = PhraseSet(["faster", "quicker", "steeper"])
  private static let slow = PhraseSet(["slower", "gentler", "shallower"])
  private static let falling: Set<String> = ["declin", "loss", "fall", "drop", "decreas", "reduct", "declining", "losses"]
  private static let active = PhraseSet([
    "active treatment", "active drug", "the drug", "active therapy", "the intervention", "the active", "the new", "the treated",
    "the experimental", "the vaccine",
  ])
  private static let control = PhraseSet([
    "placebo", "control", "controls", "usual care", "standard care", "sham", "the comparator", "no treatment",
  ])
  private static let carriers: [StaticString] = ["with", "on", "in", "under", "after", "among", "for"]
  private static let barriers = PhraseSet([
    "similar", "expected", "if", "whether", "may", "might", "could", "than half", "however", "but", "although", "while", "except",
    "both", "either", "each", "subgroup", "cost", "costs", "also", "other", "others", "than in", "than for",
  ])
  private static let joints = PhraseSet(["and", "versus", "vs", "against", "compared with", "v"])
  private static let idle: Set<String> = [
    "therefore", "therefor", "thus", "henc", "so", "it", "this", "that", "the", "was", "were", "activ", "treatment", "drug",
    "group", "arm", "much",
    "clearli", "somewhat", "slightli", "rate", "valu", "level", "differ", "numer", "markedli", "therapi", "intervent", "patient",
    "placebo", "control", "faster", "slower", "longer", "shorter", "higher", "lower", "greater", "smaller", "larger", "more",
    "less",
    "steeper", "than", "mean", "overal", "experiment", "new", "had",
  ]
  private static let longest = 18

  /// O(tokens of both).
  static func of(_ text: LexedText, behind before: LexedText) -> ComparisonBehind? {
    guard text.count <= longest, !text.tokens.contains(where: { $0.kind == .number }), !barriers.occurs(in: text),
      !Negation.occurs(in: text, text.tokens.indices)
    else { return nil }
    let said = [(more, true), (less, false), (fast, true), (slow, false)].flatMap { set, isMore in
      set.all(in: text).map { ($0, isMore) }
    }
    guard said.count == 1, let (word, isMore) = said.first else { return nil }
    let end = text.firstToken(at: word.upperBound)
    let than = (end..<max(end, text.count)).first { text.isWord($0, "than") } ?? text.count
    guard let carrier = (end..<max(end, than)).first(where: { index in carriers.contains { text.isWord(index, $0) } }),
      let (first, second, labels) = figures(before),
      let isFirst = isFirst(text, carrier..<than, labels)
    else { return nil }
    let words = OutcomeWords.all(in: text, text.tokens.indices).subtracting(idle)
    let isFall = !words.isDisjoint(with: falling)
    let isSpeed = fast.occurs(in: text) || slow.occurs(in: text)
    let (left, right) = (signed(before, first), signed(before, second))
    guard let left, let right, (left.value < 0) == (right.value < 0), left.value > 0 || isFall, !isSpeed || isFall else {
      return nil
    }
    let group = OutcomeWords.all(in: text, carrier..<than)
    guard words.subtracting(falling).subtracting(group).isSubset(of: OutcomeWords.all(in: before, before.tokens.indices)) else {
      return nil
    }
    let (own, other) = isFirst ? (size(left), size(right)) : (size(right), size(left))
    return ComparisonBehind(
      pair: ComparedPair(first: own, second: other, isMore: isMore, word: text.string(word), range: word), range: word)
  }

  private static func size(_ number: PrintedNumber) -> PrintedNumber {
    PrintedNumber(printed: number.printed, value: abs(number.value), decimals: number.decimals, relation: number.relation)
  }

  private static func signed(_ text: LexedText, _ index: Int) -> PrintedNumber? {
    guard let number = text.number(index), text.isSymbol(index - 1, "-") else { return text.number(index) }
    return number.negated
  }

  private struct Labels {
    var first: Set<String>
    var second: Set<String>
  }

  /// The two figures of a sentence that holds no third of their kind, with the words behind each that may name its group.
  private static func figures(_ text: LexedText) -> (Int, Int, Labels)? {
    let all = text.tokens.indices.filter { isFigure(text, $0) }
    let percents = all.filter { text.isSymbol($0 + 1, "%") }
    let decimals = all.filter { (text.number($0)?.decimals ?? 0) > 0 }
    let pool = percents.count >= 2 ? percents : decimals.count >= 2 ? decimals : all
    guard pool.count == 2 || pool.count == 3 && isDifference(text, pool[2]), let first = pool.first else { return nil }
    let second = pool[1]
    guard text.number(first)?.decimals == text.number(second)?.decimals, joints.occurs(in: text, first..<second),
      !(first..<second).contains(where: { text.isSymbol($0, ";") || text.isWord($0, "from") || text.isWord($0, "to") })
    else { return nil }
    let end = (second + 1..<max(second + 1, text.count)).first { text.isSymbol($0, ",") || text.isSymbol($0, ";") } ?? text.count
    return (
      first, second,
      Labels(
        first: LabelledFigure.names(text, first + 1..<second),
        second: LabelledFigure.names(text, second + 1..<max(second + 1, end)))
    )
  }

  private static func isFigure(_ text: LexedText, _ index: Int) -> Bool {
    guard let number = text.number(index), number.relation == .equal else { return false }
    let before: [Unicode.Scalar] = ["=", "<", ">", "±", "~", "/", "≥", "≤", "[", "(", "–"]
    guard !before.contains(where: { text.isSymbol(index - 1, $0) }),
      !["/", "~", "±", "]", ":"].contains(where: { text.isSymbol(index + 1, $0) }),
      !(text.isSymbol(index + 1, "%") && text.isWord(index + 2, "ci")), !text.isWord(index - 1, "per"),
      !text.isWord(index - 1, "to"),
      !text.isWord(index + 1, "to"),
      !["week", "month", "day", "year", "ci", "sd", "of", "at"].contains(where: { text.isWord(index - 1, $0) })
    else { return false }
    // Within a bracket: a spread, an interval or a count.
    return text.opening(around: index) == nil
  }

  private static func isDifference(_ text: LexedText, _ index: Int) -> Bool {
    (max(0, index - 4)..<index).contains { text.isWord($0, "difference") || text.isWord($0, "gap") }
  }

  /// Whether the sentence tells of the first figure's group.
  private static func isFirst(_ text: LexedText, _ tokens: Range<Int>, _ labels: Labels) -> Bool? {
    let names = LabelledFigure.names(text, tokens)
    let (inFirst, inSecond) = (!names.isDisjoint(with: labels.first), !names.isDisjoint(with: labels.second))
    if inFirst != inSecond { return inFirst }
    guard !inFirst else { return nil }
    let isControl = control.occurs(in: text, tokens)
    guard isControl || active.occurs(in: text, tokens) || tokens.contains(where: { text.isWord($0, "active") }) else {
      return nil
    }
    let firstIsControl = !labels.first.isDisjoint(with: LabelledFigure.controls)
    let secondIsControl = !labels.second.isDisjoint(with: LabelledFigure.controls)
    if firstIsControl == secondIsControl, firstIsControl { return nil }
    return isControl == firstIsControl
  }
}
