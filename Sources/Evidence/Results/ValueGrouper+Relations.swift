import Literature
import TextAnalysis

/// How two values of a sentence stand to each other: side by side, one after the other in time, in a list.
extension ValueGrouper {
  /// Same unit, near, no estimate and no other endpoint between.
  func isComparable(_ first: Int, _ second: Int) -> Bool {
    let gap = values[first].bytes.upperBound..<values[second].bytes.lowerBound
    guard values[first].unit == values[second].unit, gap.count <= 260 else { return false }
    if estimateStarts.contains(where: { gap.contains($0) }) { return false }
    if reading.pValues.contains(where: { gap.contains(reading.text.bytes($0.tokens).lowerBound) }), !isPAside(first, second) {
      return false
    }
    return !hasOtherEndpoint(in: gap, than: values[first])
  }

  /// "15.1 (P = 0.04) in the A group and 13.9 (P = 0.07) in the B group": each value with its own test, which parts them not.
  private func isPAside(_ first: Int, _ second: Int) -> Bool {
    let text = reading.text
    guard let end = text.end(ofBracketAt: values[first].tokens.upperBound), end < values[second].tokens.lowerBound else {
      return false
    }
    let joint = text.word(end)
    guard ["in", "with", "for", "among", "on"].contains(joint),
      !(end..<values[second].tokens.lowerBound).contains(where: { text.tags($0).contains(.pName) })
    else { return false }
    let after = values[second].tokens.upperBound
    return text.word(text.end(ofBracketAt: after) ?? after) == joint
  }

  private func hasOtherEndpoint(in gap: Range<Int>, than quantity: Quantity) -> Bool {
    let own = reading.endpoints.last { $0.range.upperBound <= quantity.bytes.lowerBound && !$0.isWeak }?.name
    return reading.endpoints.contains { $0.range.overlaps(gap) && !$0.isWeak && $0.name != own }
  }

  func gap(_ first: Int, _ second: Int) -> String {
    reading.gap(values[first].bytes.upperBound..<values[second].bytes.lowerBound)
  }

  func isNear(_ first: Int, _ second: Int) -> Bool { gap(first, second).utf8.count <= 140 }

  func isVersus(between first: Int, _ second: Int) -> Bool {
    let gap = gap(first, second)
    let word = gap.trimmedSpaces
    guard gap.utf8.count <= 160 else { return false }
    if word == "对" || word == "比" || word == ":" && values[first].unit?.isTime == true { return true }
    return gap.hasAny(Self.versusWords)
  }

  func isChange(_ first: Int, _ second: Int) -> Bool {
    let gap = gap(first, second)
    guard gap.utf8.count <= 60, gap.hasAny(Self.changeWords), !gap.utf8.contains(0x3B) else { return false }
    if gap.trimmedSpaces == "to", values[first].unit == values[second].unit, values[first].spread != nil { return true }
    let start = max(0, values[first].bytes.lowerBound - 48)
    let before = String(decoding: reading.text.utf8[start..<values[first].bytes.lowerBound], as: UTF8.self).lowercased()
    let clause = before.parts(atAny: ",;，；。").last.map(String.init) ?? before
    return clause.hasAny(Self.changeStarts)
  }

  func respectively(from index: Int, _ limit: Int, _ pair: ArmPair?) -> ValueGroup? {
    var last = index
    while last + 1 < values.count, last - index < 11, isComparable(last, last + 1), isListGap(gap(last, last + 1)) { last += 1 }
    guard last > index else { return nil }
    let bytes = reading.text.utf8[max(limit, values[index].bytes.lowerBound - 60)..<values[index].bytes.lowerBound]
    let before = String(decoding: bytes, as: UTF8.self)
    let after = String(decoding: reading.text.utf8[values[last].bytes.upperBound...].prefix(90), as: UTF8.self).lowercased()
    let isSaid =
      before.hasAny(["分别"]) || Self.isOfBothGroups(bytes) || after.hasAny(["respectively"])
      || before.lowercased().hasAny(["respective"])
      || last == index + 1 && (pair != nil || namesTwoArms(index, last) || isOfCarriedArms)
    let count = last - index + 1
    let list = ArmList(reading: reading)
    let listed =
      list.names(after: values[last].tokens.upperBound, count: count)
      ?? list.names(before: values[index].tokens.lowerBound, count: count)
    guard isSaid || listed != nil else { return nil }
    return ValueGroup(
      shape: .respectively, quantities: Array(values[index...last]),
      labels: listed ?? [ArmPhrase?](repeating: nil, count: last - index + 1))
  }

  /// Two values joined, in a sentence without arms, where those of the sentence before are known.
  private var isOfCarriedArms: Bool {
    reading.carriedArms.count == 2 && reading.phrases.allSatisfy { $0.isWeak && !$0.isGroup }
  }

  /// "两组中位 RFS 为 20.1 个月和 19.8 个月": two values joined, said of two groups.
  private static func isOfBothGroups(_ before: ArraySlice<UInt8>) -> Bool {
    guard let clause = marks.lastPiece(of: before), clause.holds("两组") || clause.holds("二组") else { return false }
    let words = clause.trimmedSpaces
    return words.ends(with: "为") || words.ends(with: "是") || words.ends(with: "达")
  }

  private static let marks: ClauseMarks = ",;:，；：。"

  /// "A and B were rated as 77 % and 100 %": two arms joined before two values joined, or after them.
  private func namesTwoArms(_ first: Int, _ last: Int) -> Bool {
    let arms = reading.phrases.filter(\.isArm)
    let before = arms.filter { $0.range.upperBound <= values[first].bytes.lowerBound }.suffix(2)
    let after = arms.filter { $0.range.lowerBound >= values[last].bytes.upperBound }.prefix(2)
    return [Array(before), Array(after)].contains { pair in
      guard pair.count == 2, pair[0].name != pair[1].name else { return false }
      let gap = reading.gap(pair[0].range.upperBound..<pair[1].range.lowerBound).trimmedSpaces
      return ["and", "和", "与", "及", "组和", "组与", "组及", "and the", "and in the", "or"].contains(gap)
    }
  }

  private func isListGap(_ gap: String) -> Bool {
    // "-2.0 SDS and": a unit that is not known.
    let words = gap.utf8.count(where: { $0 == 0x20 }) > 0 ? gap.split(separator: " ") : []
    if words.count == 2, words[1] == "and", !["in", "for", "with", "at", "on"].contains(words[0]) { return true }
    return isPlainListGap(gap)
  }

  private func isPlainListGap(_ gap: String) -> Bool {
    ["and", "和", "与", "及", ",", "、", ", and", "，", "以及", "/", "or"].contains(gap.trimmedSpaces)
  }

  /// "from 4.3 to 1.2 for A compared with 4.2 to 1.7 for B": two changes, each within the arm that stands with it.
  func withinArms(_ groups: [ValueGroup]) -> [ValueGroup] {
    var result = groups
    for index in groups.indices.dropFirst() where groups[index].shape == .change && groups[index - 1].shape == .change {
      guard let (first, second) = armsOfChanges(groups[index - 1], groups[index]) else { continue }
      result[index - 1].labels = [first, first]
      result[index].labels = [second, second]
    }
    return result
  }

  /// "from 15 to 10 and from 18 to 13 in A and B, respectively".
  private func respective(after group: ValueGroup) -> (ArmPhrase, ArmPhrase)? {
    let after = reading.phrases.filter { $0.range.lowerBound >= group.bytes.upperBound && $0.isArm }
    guard after.count == 2, after[0].name != after[1].name, after[1].range.upperBound - group.bytes.upperBound <= 90,
      String(decoding: reading.text.utf8[after[1].range.upperBound...].prefix(24), as: UTF8.self).lowercased().hasAny([
        "respectively"
      ])
    else { return nil }
    return (after[0], after[1])
  }

  private func armsOfChanges(_ first: ValueGroup, _ second: ValueGroup) -> (ArmPhrase, ArmPhrase)? {
    if let before = first.labels.compactMap({ $0 }).last, let after = second.labels.compactMap({ $0 }).last {
      return before.name == after.name ? nil : (before, after)
    }
    guard let before = first.quantities.last, let after = second.quantities.last,
      let pair = FreeLabels(reading: reading).pair(before, after, end: reading.text.count)
    else { return respective(after: second) }
    return (pair[0], pair[1])
  }

  /// "12 in A, 15 in B and 20 in C": the first two with those that follow, each with an arm of its own.
  ///
  /// `shape` is that of a pair which nothing follows.
  func series(from index: Int, _ pair: [ArmPhrase?], as shape: ValueGroup.Shape = .labelled) -> ValueGroup {
    var found = pair
    var last = index + 1
    while last + 1 < values.count, last - index < 5, isComparable(last, last + 1) || isListed(last, last + 1),
      isNear(last, last + 1), !gap(last, last + 1).hasAny(["difference", "differences"])
    {
      let start = max(values[last].bytes.upperBound, found.last??.range.upperBound ?? 0)
      var known = reading
      known.phrases += found.compactMap { $0 }
      guard
        let next = labels.label(of: values[last + 1], within: limits(last + 1, last + 1, start))
          ?? FreeLabels(reading: known).pair(
            values[last], values[last + 1], end: last + 2 < values.count ? values[last + 2].tokens.lowerBound : reading.text.count
          )?[1],
        !found.contains(where: { $0?.name == next.name })
      else { break }
      found.append(next)
      last += 1
    }
    let isPair = found.count == 2
    return ValueGroup(shape: isPair ? shape : .labelled, quantities: Array(values[index...last]), labels: found)
  }

  /// "17.6 % for A (OR 0.11, P < 0.001) and 13.9 % for B (…": the estimate between stands in a bracket of the first.
  private func isListed(_ first: Int, _ second: Int) -> Bool {
    guard values[first].unit == values[second].unit, values[first].unit != nil,
      !hasOtherEndpoint(in: values[first].bytes.upperBound..<values[second].bytes.lowerBound, than: values[first])
    else { return false }
    let words = gap(first, second).trimmedSpaces
    return words.utf8.count <= 60 && ["and", "or", ","].contains { words == $0 || words.hasSuffix(" " + $0) }
  }
}
