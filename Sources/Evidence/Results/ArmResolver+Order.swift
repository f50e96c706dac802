import Literature

/// In which order a sentence means its arms where values stand without them.
extension ArmResolver {
  /// The arms in the order in which values without a label mean them.
  func order(of group: ValueGroup) -> [String?] {
    guard let arms else { return [nil, nil] }
    if group.shape == .change { return [arms.control, arms.experimental] }
    if let introduced = introduced(before: group.bytes.lowerBound, arms) { return introduced }
    return [arms.experimental, arms.control]
  }

  /// The arms that the sentence itself names about two values, whatever compares them: the last two before, the two after, or the one
  /// before, of which the first value then speaks.
  func neighbours(of group: ValueGroup) -> [String?] {
    // What changed from one value to another is no comparison of the arms that are named.
    guard group.shape != .change || reading.phrases.contains(where: \.isGroup) else { return [nil, nil] }
    let arms = reading.phrases.filter(\.isArm)
    func distinct(_ phrases: [ArmPhrase]) -> [String] {
      phrases.compactMap { name($0) }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    }
    let before = distinct(arms.filter { $0.range.upperBound <= group.bytes.lowerBound })
    if before.count >= 2, let first = before.last, before[before.count - 2] == reference { return [first, reference] }
    if before.count >= 2 { return Array(before.suffix(2)) }
    let after = distinct(arms.filter { $0.range.lowerBound >= group.bytes.upperBound })
    if before.isEmpty, after.count >= 2 { return Array(after.prefix(2)) }
    if let only = before.first, isComparedInBracket(group, arms) {
      let others = reading.carriedArms.contains(only) ? reading.carriedArms.filter { $0 != only } : []
      return [only, after.first { $0 != only } ?? known?.opposite(of: only) ?? (others.count == 1 ? others[0] : nil)]
    }
    guard let only = before.first, reading.phrases.contains(where: \.isGroup) else { return [nil, nil] }
    return [only, after.first { $0 != only } ?? known?.opposite(of: only)]
  }

  /// "was less common with A (13 % vs 24 %", "was prolonged with A (median 45 weeks v 29 weeks": a pair in the bracket after its first arm.
  private func isComparedInBracket(_ group: ValueGroup, _ arms: [ArmPhrase]) -> Bool {
    guard group.shape == .versus, let last = arms.last(where: { $0.range.upperBound <= group.bytes.lowerBound }) else {
      return false
    }
    let gap = reading.string(last.range.upperBound..<group.bytes.lowerBound).lowercased().trimmedSpaces
    let before = reading.string(max(0, last.range.lowerBound - 12)..<last.range.lowerBound).lowercased().trimmedSpaces
    return ["(", "[", "(median", "(mean", "(mean,", "(median,", "（"].contains(gap)
      && ["with", "in", "after", "for", "under", "in the", "with the", "among"].contains { before.hasSuffix($0) }
  }

  /// What a sentence begins by setting the rest against: "Compared with X, …", 与 X 组相比.
  private var reference: String? {
    guard let first = reading.phrases.first(where: \.isArm) else { return nil }
    let before = reading.string(0..<first.range.lowerBound).lowercased().trimmedSpaces
    let after = String(decoding: reading.text.utf8[first.range.upperBound...].prefix(9), as: UTF8.self).trimmedSpaces
    let isEnglish = [
      "compared with", "compared to", "relative to", "in comparison with", "versus", "compared with the", "compared to the",
      "measured against", "measured against the", "as against", "relative to the", "in comparison with the", "in contrast to",
      "in contrast to the",
    ]
    .contains { before.hasSuffix($0) }
    let isChinese =
      ["与", "和", "同", "较"].contains { before.hasSuffix($0) } && ["相比", "比较", "组相比", "组比较"].contains { after.hasPrefix($0) }
    return isEnglish && before.utf8.count < 40 || isChinese ? name(first) : nil
  }

  /// "Measured against placebo, subjects in the A group …": the arm that the sentence sets against what it begins with.
  var againstReference: TrialArms? {
    guard let reference, let other = reading.phrases.first(where: { $0.isArm && name($0) != reference }),
      let name = name(other)
    else { return nil }
    return TrialArms(experimental: name, control: reference)
  }

  /// The order in which the sentence names the groups before the values.
  func introduced(before offset: Int, _ arms: TrialArms) -> [String?]? {
    let before = reading.phrases.filter { $0.range.upperBound <= offset }.compactMap { arms.named($0) }
    var order = before.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    if order.count == 2, order[0] == reference { order.reverse() }
    return order.count == 2 && reading.phrases.contains(where: \.isGroup) ? order : nil
  }

  func listed(_ names: [String?], _ group: ValueGroup) -> [String?] {
    if names.allSatisfy({ $0 != nil }) { return names }
    let before = reading.phrases.filter { $0.range.upperBound <= group.bytes.lowerBound && !$0.isWeak }.map { name($0) }
    let last = before.suffix(names.count)
    if last.count == names.count, Set(last).count == names.count { return Array(last) }
    let after = reading.phrases.filter { $0.range.lowerBound >= group.bytes.upperBound && !$0.isWeak }.map { name($0) }
    let first = after.prefix(names.count)
    return first.count == names.count && Set(first).count == names.count ? Array(first) : names
  }
}
