import Literature
import TextAnalysis

/// Who did what a figure tells: the subject of a verb with an object.
extension FreeLabels {
  /// "X transiently increased sodium excretion from 22 to 78", "Bracing corrected rotation by 46 %": the subject, where the clause begins with
  /// it and neither people nor something measured is meant.
  func actor(before value: Quantity) -> ArmPhrase? {
    let end = value.tokens.lowerBound
    // "reduced the risk by 34 %" is a relative change and no share of the arm.
    guard text.word(end - 1) == "from" || text.word(end - 1) == "by" && value.unit != .percent,
      let verb = (0..<end).last(where: { Self.effects.contains(text.word($0)) && isTransitive($0) }), end - verb <= 12,
      !(verb..<end).contains(where: { text.kind($0) == .number || text.isSymbol($0, anyOf: [";", ")", "("]) })
    else { return nil }
    var last = verb
    while last > 0, text.tags(last - 1).contains(.comparative) || text.letters(last - 1).hasSuffix("ly") { last -= 1 }
    var low = last
    while low > 0, last - low < 5, mayBeInName(low - 1), !text.tags(low - 1).contains(.empty) { low -= 1 }
    let subject = name(from: low, limit: last)
    guard !subject.isEmpty, subject.upperBound == last, beginsClause(subject.lowerBound),
      !subject.contains(where: { ComparedArms.measured.contains(text.word($0)) || text.tags($0).contains(.people) }),
      !reading.endpoints.contains(where: { $0.range.overlaps(text.bytes(subject)) })
    else { return nil }
    return phrase(subject)
  }

  private func beginsClause(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, !text.tags(before).isDisjoint(with: [.determiner, .empty]) { before -= 1 }
    return before < 0 || text.isSymbol(before, anyOf: [",", ";", ":"])
  }
}
