import Literature
import TextAnalysis

/// Arms that are people of whom a verb says what they were given.
extension GroupPhraseScanner {
  /// "zinc-treated patients", "the insulin-treated group".
  mutating func readHyphened(at index: Int) {
    guard text.isSymbol(index - 1, "-"), !text.hasGap(before: index - 1),
      ["treated", "assigned", "randomized", "randomised"].contains(text.word(index))
    else { return }
    let name = nameBefore(index - 1)
    guard isArm(name) else { return }
    let hasNoun = text.tags(index + 1).contains(.people) || text.tags(index + 1).contains(.armNoun)
    add(name.lowerBound..<index + (hasNoun ? 2 : 1), name: text.string(name))
  }

  /// "patients receiving X", "those treated with X", "children assigned to X".
  mutating func readTreated(at index: Int) {
    var cursor = index + 1
    if text.tags[index].contains(.people) {
      // "mothers (61.1 %) who received X"
      if let end = text.end(ofBracketAt: cursor), isWord(end, "who") { cursor = end }
      if isWord(cursor, "who") { cursor += 1 }
      if Self.allocations[text.code(cursor)] != nil { return readAllocated(at: cursor) }
      if ["received", "took", "used"].contains(text.word(cursor)) || isWord(cursor, "had") && isTreatment(at: cursor + 1) {
        cursor += 1
      } else if isWord(cursor, "on") || isWord(cursor, "given") || isWord(cursor, "taking") || isWord(cursor, "receiving") {
        cursor += 1
      } else {
        return
      }
    } else if isWord(cursor, "with") || isWord(cursor, "to") {
      cursor += 1
    } else if Self.allocations[text.code(index)] == nil || !text.isSymbol(index - 1, ")") {
      // "39/251 (15.5 %) allocated X"
      return
    }
    if isWord(cursor, "receive") || isWord(cursor, "the") || isWord(cursor, "either") { cursor += 1 }
    if ["treatment", "therapy"].contains(text.word(cursor)), isWord(cursor + 1, "with") { cursor += 2 }
    addNamed(cursor)
  }

  /// "patients who had TACE": a treatment by its name; what else patients have is what befell them.
  private func isTreatment(at index: Int) -> Bool {
    guard text.tokens.indices.contains(index) else { return false }
    return phrases.contains { $0.range.contains(text.tokens[index].start) }
  }

  private static let allocations = WordTable(
    ["allocated", "assigned", "randomized", "randomised", "offered", "prescribed", "receiving", "given", "taking"].map {
      (WordCode.of($0), true)
    }
  ) { first, _ in first }

  /// "participants allocated lightweight mesh", "patients randomised to X".
  private mutating func readAllocated(at verb: Int) {
    var cursor = verb + 1
    if isWord(cursor, "to") || isWord(cursor, "into") { cursor += 1 }
    if isWord(cursor, "receive") { cursor += 1 }
    while text.tags(cursor).contains(.determiner) { cursor += 1 }
    addNamed(cursor)
  }

  private mutating func addNamed(_ start: Int) {
    // "38 % silver fluoride": a strength.
    let cursor = text.kind(start) == .number && text.isSymbol(start + 1, "%") ? start + 2 : start
    let name = nameAfter(cursor)
    guard isArm(name, isBeforeNoun: false) else { return }
    add(start..<name.upperBound, name: text.string(name), group: true)
  }

  private static let keeping = WordTable(
    ["continuing", "switched", "maintained", "stayed", "switching"].map { (WordCode.of($0), true) }
  ) { first, _ in first }

  /// "continuing on X", "who switched to X".
  mutating func readKept(at index: Int) {
    guard ["on", "to"].contains(text.word(index + 1)) else { return }
    addNamed(index + 2)
  }

  /// "the group with altered genes", "the group receiving zinc": what tells it stands behind the noun. Whether there is any.
  mutating func readDescribed(after noun: Int) -> Bool {
    guard text.tags(noun - 1).contains(.determiner), text.tags.count(where: { $0.contains(.armNoun) }) > 1,
      ["group", "arm", "groups", "arms"].contains(text.word(noun))
    else {
      return false
    }
    var cursor = noun + 1
    if ["that", "who", "which"].contains(text.word(cursor)) { cursor += 1 }
    guard ["with", "without", "receiving", "received", "given", "undergoing", "taking", "on"].contains(text.word(cursor)) else {
      return false
    }
    let first = text.word(cursor) == "without" ? cursor : cursor + 1
    var start = cursor + 1
    while text.tags(start).contains(.determiner) || text.isSymbol(start, "'") { start += 1 }
    let name = nameAfter(start)
    guard isArm(name, isBeforeNoun: false) else { return false }
    add(noun..<name.upperBound, name: text.string((first == cursor ? cursor : start)..<name.upperBound))
    return true
  }

  /// "groups A, B and C", "the two groups (oat and rye, respectively)": names after the noun. Whether there are any.
  mutating func readLabels(after noun: Int) -> Bool {
    let isBracket = text.isSymbol(noun + 1, "(")
    var cursor = isBracket ? noun + 2 : noun + 1
    var found: [Range<Int>] = []
    while found.count < 12 {
      let name = isBracket ? nameAfter(cursor) : cursor..<cursor + (isLabel(cursor) ? 1 : 0)
      guard !name.isEmpty, !isBracket || isArm(name) else { break }
      found.append(name)
      cursor = name.upperBound
      let start = cursor
      while text.isSymbol(cursor, anyOf: [",", "/"]) || ["and", "or", "vs", "versus"].contains(text.word(cursor)) { cursor += 1 }
      if cursor == start || text.word(cursor) == "respectively" { break }
    }
    let closes = text.isSymbol(cursor, ")") || text.word(cursor) == "respectively"
    guard found.count > 1, !isBracket || closes else { return false }
    for name in found { add(name, name: isBracket ? text.string(name) : "group " + text.string(name)) }
    return true
  }

  /// `A`, `II`, `3`, `PACP`: capitals or a digit.
  private func isLabel(_ index: Int) -> Bool {
    if text.kind(index) == .number { return text.tokens[index].range.count == 1 && !text.isSymbol(index + 1, "%") }
    guard text.kind(index) == .word else { return false }
    let label = text.utf8[text.tokens[index].range]
    return label.count <= 5 && label.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
  }

  /// "the written exposure condition" beside "the waitlist condition": what a sentence names twice, each time otherwise.
  mutating func readPaired() {
    for noun in text.indices where Self.paired[text.code(noun)] != nil {
      let name = nameBefore(noun)
      let other = text.indices.first { $0 != noun && text.code($0) == text.code(noun) && !nameBefore($0).isEmpty }
      guard let other, isArm(name), isArm(nameBefore(other)),
        text.string(name).lowercased() != text.string(nameBefore(other)).lowercased()
      else { continue }
      add(name.lowerBound..<noun + 1, name: text.string(name))
    }
  }

  private static let paired = WordTable(
    [
      "villages", "schools", "clusters", "condition", "conditions", "regimen", "regimens", "diet", "communities", "clinics",
      "wards",
      "districts", "practices", "mesh", "approach", "strategy", "schedule",
    ].map { (WordCode.of($0), true) }
  ) { first, _ in first }

  /// "after BTX treatment", "with iron therapy": a treatment by its noun, where it is the only arm that the text names.
  mutating func readTherapies() {
    guard !phrases.contains(where: \.isArm) else { return }
    for noun in text.indices where Self.therapies[text.code(noun)] != nil && text.kind(noun - 1) == .word {
      let name = nameBefore(noun)
      guard isArm(name), name.count <= 4,
        ["after", "with", "on", "during", "following", "under"].contains(text.word(name.lowerBound - 1)),
        !["standard", "medical", "other", "previous", "prior", "usual", "further"].contains(text.word(name.lowerBound))
      else { continue }
      add(name.lowerBound..<noun + 1, name: text.string(name))
    }
  }

  private static let therapies = WordTable(
    ["treatment", "therapy", "administration", "injection", "supplementation"].map { (WordCode.of($0), true) }
  ) { first, _ in first }

  func isKeeping(_ index: Int) -> Bool { Self.keeping[text.code(index)] != nil }

  /// "the early-surgery arm" and "the delayed-surgery arm" are two, though the lexicon knows but one treatment: they go by their words.
  mutating func tellApart() {
    let groups = phrases.indices.filter { phrases[$0].isGroup && phrases[$0].role == nil }
    let words = groups.map { ownWords(of: phrases[$0]) }
    var names: [Int: String] = [:]
    for (place, index) in groups.enumerated() {
      let isShared = groups.indices.contains { other in
        phrases[groups[other]].name == phrases[index].name && words[other].count > 1 && words[place].count > 1
          && text.string(words[other]).lowercased() != text.string(words[place]).lowercased()
      }
      if isShared { names[index] = text.string(words[place]) }
    }
    for (index, name) in names { phrases[index].name = name }
  }

  /// The tokens of a phrase without "group", "arm" at its end.
  private func ownWords(of phrase: ArmPhrase) -> Range<Int> {
    let tokens = text.tokenRange(ofBytes: phrase.range)
    var end = tokens.upperBound
    while end > tokens.lowerBound, text.tags(end - 1).contains(.armNoun) || text.tags(end - 1).contains(.people) { end -= 1 }
    return tokens.lowerBound..<end
  }
}
