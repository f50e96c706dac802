import Literature
import TextAnalysis

/// The outcome that stands as the object of what a treatment did to it.
extension OutcomePhrase {
  /// "lowered the rate of leaflet thickening (HR 0.72": the words between the last such verb and the bracket, without "the rate of".
  func object(before figure: Range<Int>) -> Range<Int>? {
    let end = text.tokenRange(ofBytes: figure).lowerBound
    guard end > 1,
      text.isSymbol(end - 1, anyOf: ["(", "["]) || text.isSymbol(end - 1, ",") || ["from", "by"].contains(text.word(end - 1)),
      let verb = (0..<end - 1).last(where: { Self.verbs[text.code($0)] != nil }),
      !(verb..<end - 1).contains(where: {
        text.kind($0) == .number && !text.isSymbol($0 + 1, "-") || text.isSymbol($0, anyOf: [",", ";", ")", "]"])
      })
    else { return nil }
    var start = verb + 1
    for index in start..<end - 1 where text.code(index) == Self.of && index > start && Self.measures[text.code(index - 1)] != nil
    {
      start = index + 1
    }
    let object = trimmed(start..<end - 1)
    // "reduced stroke compared with placebo", "in patients": what was reduced ends before.
    let rest = object.first { index in
      index > object.lowerBound && (text.tags[index].contains(.versus) || Self.endings[text.code(index)] != nil)
    }
    let piece = trimmed(object.lowerBound..<(rest ?? object.upperBound))
    return !piece.isEmpty && piece.count <= 8 && names(piece) && !isTime(piece) ? piece : nil
  }

  /// "A plus B increased serum iron (": a bracket behind a verb of effect whose subject is an arm.
  func isObjectOfArm(before figure: Int) -> Bool {
    guard text.isSymbol(figure - 1, anyOf: ["(", "["]), let verb = (0..<figure).last(where: { Self.verbs[text.code($0)] != nil }),
      !(verb..<figure - 1).contains(where: { text.tags($0).contains(.armNoun) })
    else { return false }
    var last = verb
    while last > 0, text.tags(last - 1).contains(.comparative) || text.letters(last - 1).hasSuffix("ly") { last -= 1 }
    if text.isSymbol(last - 1, ")"), let open = (0..<last - 1).last(where: { text.isSymbol($0, "(") }) { last = open + 1 }
    return reading.phrases.contains {
      $0.isArm && text.tokenRange(ofBytes: $0.range).upperBound >= last - 1
        && text.tokenRange(ofBytes: $0.range).upperBound <= verb
    }
  }

  /// "caused reductions in arterial pressure (": what stands behind a noun of change and "in" or "of", up to the bracket of a figure.
  func changed(before figure: Int) -> Range<Int>? {
    let open = ["from", "by", "of", "to"].contains(text.word(figure - 1)) ? figure - 2 : figure - 1
    guard text.isSymbol(open, anyOf: ["(", "["]) else { return nil }
    var joint = open - 1
    while joint > 0, figure - joint <= 12,
      !(["in", "of"].contains(text.word(joint)) && Self.changes[text.code(joint - 1)] != nil)
    {
      guard text.kind(joint) == .word || text.isSymbol(joint, anyOf: ["-", "'", "/"]) || text.kind(joint) == .number,
        !text.tags(joint).contains(.verb) || isHyphened(joint)
      else { return nil }
      joint -= 1
    }
    guard joint > 0, figure - joint <= 12, Self.changes[text.code(joint - 1)] != nil,
      (0..<joint - 1).contains(where: { text.tags[$0].contains(.verb) })
    else { return nil }
    let words = trimmed(joint + 1..<open)
    return names(words) && isMeasurable(words) && !isTime(words) ? words : nil
  }

  /// "a 25 % decrease in pressure was seen": the change that a percentage is of, and what changed.
  func changeNoun(after figure: Range<Int>) -> Range<Int>? {
    let noun = figure.upperBound
    guard text.isSymbol(noun - 1, "%"), Self.changes[text.code(noun)] != nil, ["in", "of"].contains(text.word(noun + 1)) else {
      return nil
    }
    var end = noun + 2
    while end < min(text.count, noun + 10), text.kind(end) == .word || text.isSymbol(end, "-"),
      text.tags(end).isDisjoint(with: [.verb, .conjunction, .versus, .armNoun, .comparative]),
      text.tags(end).isDisjoint(with: .preposition) || text.code(end) == Self.of
    { end += 1 }
    let words = trimmed(noun + 2..<end)
    guard !words.isEmpty, names(words), !isTime(words) else { return nil }
    return noun..<words.upperBound
  }

  private static let changes = table([
    "reduction", "reductions", "increase", "increases", "decrease", "decreases", "improvement", "improvements", "rise", "fall",
    "decline", "declines", "worsening", "elevation", "elevations", "gain", "gains", "loss",
  ])

  private static let verbs = table([
    "reduced", "lowered", "decreased", "improved", "increased", "prolonged", "raised", "reduce", "lower", "decrease", "improve",
    "increase", "prolong", "affect", "affected", "prevented", "prevent", "delayed", "delay", "shortened", "worsened", "halved",
  ])
  private static let measures = table([
    "rate", "rates", "risk", "risks", "odds", "incidence", "hazard", "frequency", "occurrence", "likelihood", "probability",
    "number",
    "proportion",
  ])
  private static let endings = table([
    "compared", "versus", "relative", "in", "at", "after", "among", "with", "than", "by", "within", "over", "during", "from",
    "when",
    "significantly", "substantially",
  ])

  private static func table(_ words: [String]) -> WordTable<Bool> {
    WordTable(words.map { (WordCode.of($0), true) }) { first, _ in first }
  }
}
