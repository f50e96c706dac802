import Literature
import TextAnalysis

/// Outcomes that a sentence lists before it lists their values: "A and B were 12 and 15, respectively",
/// "A and B were similar (97 % vs 96 % and 92 % vs 91 %, respectively)".
struct SharedOutcomes {
  let reading: SentenceReading
  private var text: ResultText { reading.text }

  /// What one group of values is made of: groups and their outcomes, in printed order.
  struct Parts {
    var groups: [ValueGroup]
    var outcomes: [Range<Int>]
  }

  init(reading: SentenceReading) { self.reading = reading }

  /// By index of the group; groups whose outcome is their own are left out.
  func outcomes(of groups: [ValueGroup]) -> [Int: Parts] {
    var result: [Int: Parts] = [:]
    var index = 0
    while index < groups.count {
      let run = run(from: index, in: groups)
      if run.count > 1, let outcomes = listed(run.count, before: groups[index]) {
        for (offset, outcome) in zip(run, outcomes) { result[offset] = Parts(groups: [groups[offset]], outcomes: [outcome]) }
      } else if groups[index].shape == .respectively, !namesArms(groups[index]),
        let outcomes = listed(groups[index].quantities.count, before: groups[index])
      {
        let singles = groups[index].quantities.map { ValueGroup(shape: .single, quantities: [$0], labels: [nil]) }
        result[index] = Parts(groups: singles, outcomes: outcomes)
      }
      index = max(index + 1, run.upperBound)
    }
    return result
  }

  /// Pairs of values joined by "and", with "respectively" after the last.
  private func run(from index: Int, in groups: [ValueGroup]) -> Range<Int> {
    var end = index + 1
    guard groups[index].quantities.count == 2, groups[index].shape != .change else { return index..<end }
    while end < groups.count, groups[end].quantities.count == 2,
      ["and", ",", ", and", ";"].contains(
        reading.gap(groups[end - 1].bytes.upperBound..<groups[end].bytes.lowerBound).trimmedSpaces)
    {
      end += 1
    }
    let after = String(decoding: text.utf8[groups[end - 1].bytes.upperBound...].prefix(24), as: UTF8.self).lowercased()
    return after.hasAny(["respectively"]) ? index..<end : index..<index + 1
  }

  private func namesArms(_ group: ValueGroup) -> Bool {
    Set(reading.phrases.filter(\.isArm).map(\.name)).count > 1 || group.labels.contains { $0 != nil }
  }

  /// The outcome before a group, cut at its "and" and commas, where that gives as many parts as there are values.
  private func listed(_ count: Int, before group: ValueGroup) -> [Range<Int>]? {
    guard let whole = OutcomePhrase(reading: reading).tokens(of: group.bytes, after: 0),
      whole.upperBound <= text.tokenRange(ofBytes: group.bytes).lowerBound
    else { return nil }
    return Self.parts(of: whole, in: text).flatMap { $0.count == count ? $0 : nil }
  }

  /// Words cut at "and" and commas; nil where that gives one part.
  static func parts(of whole: Range<Int>, in text: ResultText) -> [Range<Int>]? {
    var parts: [Range<Int>] = []
    var first = whole.lowerBound
    for index in whole where text.word(index) == "and" || text.isSymbol(index, ",") || index == whole.upperBound - 1 {
      let end = index == whole.upperBound - 1 ? whole.upperBound : index
      if end > first { parts.append(first..<end) }
      first = index + 1
    }
    return parts.count > 1 ? parts : nil
  }
}
