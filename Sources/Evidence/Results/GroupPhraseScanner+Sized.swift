import Literature
import TextAnalysis

/// Arms that are told with their sizes: "to receive A (n = 68) or B (n = 66)", "A (n = 12) or control conditions (n = 14)".
extension GroupPhraseScanner {
  /// The names before two or more brackets with sizes, where the sentence says that people were parted.
  mutating func readSized() {
    let brackets = text.indices.filter(isSize)
    guard brackets.count > 1, brackets.count <= 6, let first = brackets.first, let last = brackets.last,
      parts(before: first) || isOfGroups(after: last) || brackets.contains(where: endsGroup) && areSizes(brackets),
      !text.indices.contains(where: { Self.losses.contains(text.word($0)) })
    else { return }
    for bracket in brackets {
      var name = nameBefore(bracket)
      while ["receive", "receiving", "undergo", "take", "get"].contains(text.word(name.lowerBound)) { name = name.dropFirst() }
      guard isArm(name, isBeforeNoun: false), name.count <= 8 else { continue }
      add(name, name: text.string(name))
    }
  }

  /// `(n = 68`.
  private func isSize(_ index: Int) -> Bool {
    text.isSymbol(index, anyOf: ["(", "["]) && isWord(index + 1, "n") && text.isSymbol(index + 2, "=")
      && text.kind(index + 3) == .number
      && (text.isSymbol(index + 4, anyOf: [")", "]", ",", ";"]) || isWord(index + 4, "patients")
        || isWord(index + 4, "participants"))
  }

  /// "randomly assigned to", "received either", "in two groups".
  private func parts(before end: Int) -> Bool {
    guard let verb = (0..<end).last(where: { text.tags($0).contains(.treated) || Self.parting.contains(text.word($0)) }) else {
      return false
    }
    return Self.parting.contains(text.word(verb))
      || (verb..<end).contains { ["to", "into", "receive", "either", "group", "groups", "with"].contains(text.word($0)) }
  }

  /// "the A (n = 65) and B (n = 48) groups".
  private func isOfGroups(after bracket: Int) -> Bool {
    guard let end = text.end(ofBracketAt: bracket) else { return false }
    return ["groups", "arms", "conditions", "cohorts"].contains(text.word(end))
  }

  /// "the singers and the control group (n = 13)": a group directly before a bracket.
  private func endsGroup(_ bracket: Int) -> Bool {
    phrases.contains { $0.isGroup && text.tokenRange(ofBytes: $0.range).upperBound == bracket }
  }

  /// "Fewer patients in the zinc group (n = 3) than …" counts what befell them: sizes are no such numbers, nor below ten.
  private func areSizes(_ brackets: [Int]) -> Bool {
    let areLarge = brackets.allSatisfy { (PrintedNumber(text.string($0 + 3))?.value ?? 0) >= 10 }
    let areCounted = text.indices.contains { index in
      (["more", "fewer", "number", "proportion"].contains(text.word(index)) && text.tags(index + 1).contains(.people))
        || QuantityWords.unit(of: text.code(index)) == .other("event") || isWord(index, "of") && isWord(index - 1, "number")
    }
    let end = brackets.last.flatMap { text.end(ofBracketAt: $0) } ?? text.count
    // Values stand behind.
    let isOfValues = (end..<max(end, text.count)).contains { text.kind($0) == .number && !text.tags($0 - 1).contains(.pName) }
    return areLarge && !areCounted && isOfValues
  }

  private static let parting: Words = [
    "received", "receive", "divided", "split", "allotted", "groups", "arms", "conditions", "versus", "vs",
  ]
  private static let losses: Words = [
    "excluded", "exclusion", "exclusions", "withdrew", "withdrawal", "withdrawals", "discontinued", "lost", "due", "because",
    "reason",
    "reasons", "refused", "declined", "died",
  ]
}

/// Those with a disease, beside those without.
extension GroupPhraseScanner {
  /// "higher in cases (32 %) than controls": cases, where the sentence names controls.
  mutating func readCases() {
    guard
      phrases.contains(where: {
        $0.role == .control && text.string(text.tokenRange(ofBytes: $0.range)).lowercased() == "controls"
      })
    else { return }
    for index in text.indices where isWord(index, "cases") {
      guard ["in", "among", "for", "than", "the", "and", "between", "of"].contains(text.word(index - 1)) || index == 0,
        text.kind(index - 2) != .number, !isWord(index + 1, "of")
      else { continue }
      add(index..<index + 1, name: "cases")
    }
  }
}
