import Lexicon
import Literature
import TextAnalysis

/// Reads who is compared with whom: "A versus B", 对比 A 与 B, 与 B 比较, "randomised to A or B".
struct ComparisonReader {
  private let utf8: [UInt8]
  private let phrases: [ArmPhrase]

  private static let connectors: Words = ["vs", "versus", "against", "than", "over"]
  /// Wherever they stand between two arms; 对 only alone.
  private static let connectingPieces = Needles([
    "compared with", "compared to", "对比", "相比", "比较", "不劣于", "非劣于", "优于", "劣于", "较", "对照", "as compared with",
    "noninferior to", "non-inferior to", "superior to", "in comparison with", "comparison to", "relative to", "rather than",
  ])
  private static let alternatives = ["或", "or", "either", "组或", "组和", "和", "and", "or to", "组与", "与", "or matching", "or a"]

  /// The first comparison of a text; the phrases are those of the same bytes. Nil where nothing is compared.
  static func arms(in utf8: [UInt8], phrases: [ArmPhrase]) -> TrialArms? {
    let reader = ComparisonReader(utf8: utf8, phrases: phrases.filter(\.isArm))
    return reader.read()
  }

  private func read() -> TrialArms? {
    guard phrases.count > 1 else { return nil }
    for index in 1..<phrases.count {
      let pair = (phrases[index - 1], phrases[index])
      guard pair.0.role == nil, pair.1.role == nil, pair.0.name != pair.1.name else { continue }
      if connects(pair.0, pair.1) { return ordered(pair.0, pair.1) }
    }
    return markedGroups()
  }

  private func connects(_ first: ArmPhrase, _ second: ArmPhrase) -> Bool {
    // Carried or coordinated names may overlap.
    guard second.range.lowerBound >= first.range.upperBound, second.range.lowerBound - first.range.upperBound <= 160 else {
      return false
    }
    let gap = text(first.range.upperBound..<second.range.lowerBound)
    let word = gap.trimmedSpaces
    if word == "对" || hasConnector(gap) { return true }
    if ["与", "和", "同"].contains(where: word.hasSuffix) {
      let after = text(second.range.upperBound..<min(utf8.count, second.range.upperBound + 24))
      if Self.isComparing(after.trimmedSpaces) { return true }
    }
    let before = utf8[max(0, first.range.lowerBound - 60)..<first.range.lowerBound]
    if word == "with", Self.comparing.stand(in: before) { return true }
    let isAlternative =
      Self.alternatives.contains(word) || ["方案与", "方案和", "治疗与", "治疗和"].contains(word)
      || Self.endsWithAlternative(word) && gap.count <= 60
    return isAlternative && Self.dividing.stand(in: before)
  }

  private static let comparing = Needles(["compar"])
  /// What stands before the arms that patients are divided between.
  private static let dividing = Needles([
    "随机", "分配", "接受", "对比", "比较", "random", "assign", "receive", "compar", "either", "between", "efficacy of",
  ])

  private func hasConnector(_ gap: String) -> Bool {
    Self.connectingPieces.stand(in: gap.utf8) || gap.letterWords.contains(where: Self.connectors.contains)
  }

  private static func endsWithAlternative(_ word: String) -> Bool {
    word.hasSuffix(" or") || word.hasSuffix("或") || word.hasSuffix(" or to receive")
  }

  /// "与 B 相比", "与 B 组比较".
  private static func isComparing(_ words: String) -> Bool {
    ["相比", "比较", "对照", "对比"].contains { words.hasPrefix($0) || words.hasPrefix("组" + $0) }
  }

  /// Two groups by name in one sentence, one of them a comparator by nature.
  private func markedGroups() -> TrialArms? {
    let groups = phrases.filter { $0.isGroup && $0.role == nil }
    guard let first = groups.first, let second = groups.first(where: { $0.name != first.name }),
      first.isComparator != second.isComparator
    else { return nil }
    return ordered(first, second)
  }

  private func ordered(_ first: ArmPhrase, _ second: ArmPhrase) -> TrialArms {
    if first.isComparator, !second.isComparator { return TrialArms(experimental: second.name, control: first.name) }
    return TrialArms(experimental: first.name, control: second.name)
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self).lowercased() }
}
