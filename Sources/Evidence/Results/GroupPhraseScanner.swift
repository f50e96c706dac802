import Lexicon
import Literature
import TextAnalysis

/// Finds arms by the words that make them groups, whatever the treatment: "the stretching group", "group B", "patients given zinc",
/// "the usual-care and exercise groups". The lexicon's phrases are kept; this adds what no lexicon can know.
struct GroupPhraseScanner {
  let text: ResultText
  var phrases: [ArmPhrase]

  /// Words before "group" that make it no arm.
  private static let noArms = WordTable(
    [
      "age", "blood", "sub", "risk", "peer", "support", "focus", "working", "food", "income", "ethnic", "racial", "functional",
      "research", "trial", "muscle", "homogeneous", "between", "cross", "per", "multi", "parallel", "diagnostic",
      "whole", "entire", "total", "larger", "smaller", "large", "small", "special", "advisory", "collaborative", "cooperative",
      "writing",
    ].map { (WordCode.of($0), true) }
  ) { first, _ in first }

  /// Words before "condition" that make it a state of health or of a place.
  private static let states: Words = [
    "medical", "clinical", "chronic", "health", "heart", "skin", "comorbid", "underlying", "general", "critical", "stable",
    "same",
    "mental", "physical", "baseline", "disease", "weather", "environmental", "standard", "standardized", "standardised",
    "laboratory", "physiological", "pathological", "existing", "cardiac", "respiratory", "neurological", "psychiatric",
    "surgical",
    "storage", "culture", "reaction", "operating", "living", "social", "economic", "testing", "test", "acute", "cardiovascular",
    "nutritional", "socioeconomic", "optimal", "experimental", "real",
  ]

  /// All phrases, ascending: the given ones and those found. O(tokens).
  static func phrases(in text: ResultText, known: [ArmPhrase]) -> [ArmPhrase] {
    var scanner = GroupPhraseScanner(text: text, phrases: known)
    scanner.readStems()
    for index in text.indices {
      if text.tags[index].contains(.armNoun) { scanner.readGroup(at: index) }
      if scanner.isControlAlone(index) { scanner.addControl(index) }
      if text.tags[index].contains(.treated) || text.tags[index].contains(.people) { scanner.readTreated(at: index) }
      if text.tags[index].contains(.treated) { scanner.readHyphened(at: index) }
      if scanner.isKeeping(index) { scanner.readKept(at: index) }
    }
    scanner.readPaired()
    scanner.readSized()
    scanner.readCases()
    scanner.readTherapies()
    scanner.tellApart()
    return scanner.phrases.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Drugs that no lexicon lists, by their stem; not those whose level or resistance is spoken of.
  private mutating func readStems() {
    for index in text.indices where text.kind(index) == .word && text.tags[index].isEmpty {
      let bytes = text.tokens[index].range
      guard bytes.count >= 7, DrugStems.tells(text.utf8[bytes]), !phrases.contains(where: { $0.range.overlaps(bytes) }),
        !Self.measures.contains(text.word(index + 1))
      else { continue }
      let name = text.string(index).lowercased()
      phrases.append(
        ArmPhrase(
          range: bytes, name: name, components: [name], isComparator: false, role: nil, isGroup: false, isPartial: false,
          isWeak: false))
    }
    phrases.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static let measures: Words = [
    "resistance", "sensitivity", "secretion", "level", "levels", "concentration", "concentrations", "clearance", "excretion",
    "exposure",
  ]

  /// "control 18.6", "in controls", "than control".
  private func isControlAlone(_ index: Int) -> Bool {
    guard isWord(index, "control") || isWord(index, "controls") else { return false }
    let before = text.tags(index - 1)
    if text.kind(index + 1) == .word, !text.tags(index + 1).isDisjoint(with: [.armNoun, .people]) { return false }
    if text.kind(index + 1) == .number || isWord(index + 1, "n") { return true }
    if text.isSymbol(index + 1, "("), text.kind(index + 2) == .number || isWord(index + 2, "n") { return true }
    let isEnd = text.kind(index + 1) != .word || !text.tags(index + 1).isDisjoint(with: [.verb, .conjunction, .versus])
    return isEnd && (before.contains(.versus) || isWord(index - 1, "in") || isWord(index - 1, "for") || isWord(index - 1, "the"))
  }

  private mutating func addControl(_ index: Int) {
    let bytes = text.bytes(index..<index + 1)
    guard !phrases.contains(where: { $0.range.overlaps(bytes) }) else { return }
    phrases.append(
      ArmPhrase(
        range: bytes, name: "control", components: [], isComparator: true, role: .control, isGroup: true, isPartial: false,
        isWeak: false))
  }

  private mutating func readGroup(at noun: Int) {
    let isPlural = text.utf8[text.tokens[noun].end - 1] | 0x20 == 0x73
    if isPlural, readLabels(after: noun) { return }
    let name = nameBefore(noun)
    if name.isEmpty {
      if !isPlural, labelAfter(noun) != nil, ["and", "or", "vs", "versus"].contains(text.word(noun + 2)), readLabels(after: noun)
      {
        return
      }
      if readDescribed(after: noun) { return }
      if !isPlural, let label = labelAfter(noun) { add(noun..<label + 1, name: text.string(noun..<label + 1)) }
      return
    }
    guard isArm(name), !(isPlural && (isOfAll(name) || isWord(name.upperBound - 1, "matched"))) else { return }
    // "In some of the patients (MRI cohort)": who they are, and no arm.
    if text.word(noun) == "cohort", text.isSymbol(name.lowerBound - 1, "("), text.isSymbol(noun + 1, ")") { return }
    if ["condition", "conditions"].contains(text.word(noun)), Self.states.contains(text.word(name.upperBound - 1)) { return }
    add(name.lowerBound..<noun + 1, name: text.string(name), group: true)
    guard isPlural, isWord(name.lowerBound - 1, "and") || isWord(name.lowerBound - 1, "or") else { return }
    let joint = name.lowerBound - 1
    if text.isSymbol(joint - 1, "-"), text.kind(joint - 2) == .number, text.kind(name.lowerBound) == .number {
      // "the 10- and 15-mg groups"
      let unit =
        text.isSymbol(name.lowerBound + 1, "-")
        ? text.string(name.lowerBound + 1..<name.upperBound) : text.string(name.dropFirst())
      add(joint - 2..<joint, name: text.string(joint - 2) + unit)
      return
    }
    readList(before: joint)
    let other = nameBefore(joint)
    if isArm(other) { add(other, name: text.string(other), group: true) }
  }

  /// "both treatment groups", "the intervention groups".
  private func isOfAll(_ name: Range<Int>) -> Bool {
    if ["both", "two", "three", "four", "all", "these", "other", "between", "among", "several"].contains(
      text.word(name.lowerBound - 1))
    {
      return text.word(name.lowerBound - 1) != "other" || name.count == 1
    }
    return name.count == 1
      && ["treatment", "intervention", "study", "active", "experimental", "trial"].contains(text.word(name.lowerBound))
      && text.word(name.lowerBound - 1) != "and"
  }

  /// "the high-dose, low-dose and placebo groups": the names before the last "and", parted by commas.
  private mutating func readList(before joint: Int) {
    var end = text.isSymbol(joint - 1, ",") ? joint - 1 : joint
    var found: [Range<Int>] = []
    while found.count < 4 {
      let name = nameBefore(end)
      guard isArm(name) else { break }
      found.append(name)
      guard text.isSymbol(name.lowerBound - 1, ",") else { break }
      end = name.lowerBound - 1
    }
    guard let first = found.last, text.tags(first.lowerBound - 1).contains(.determiner) else { return }
    for name in found.dropFirst() { add(name, name: text.string(name)) }
  }

  /// "group A", "arm 2", "group II".
  private func labelAfter(_ noun: Int) -> Int? {
    let next = noun + 1
    guard text.tokens.indices.contains(next), text.kind(next) == .word || text.kind(next) == .number else { return nil }
    let label = text.string(next)
    if text.kind(next) == .number { return label.utf8.count == 1 && !text.isSymbol(next + 1, "%") ? next : nil }
    return label.utf8.count <= 3 && label.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
      ? next : nil
  }

  /// The tokens of a name that ends before `end`: words and numbers joined by dashes, slashes and plus signs.
  func nameBefore(_ end: Int) -> Range<Int> {
    var start = end
    while start > 0, end - start < 9, mayBeInName(start - 1), !endsCell(start - 1) { start -= 1 }
    while start < end, isSymbol(start) || text.tags[start].contains(.preposition) && !text.isSymbol(start + 1, "-") { start += 1 }
    // "the 100M-group"
    let last = end > start && text.isSymbol(end - 1, "-") ? end - 1 : end
    return start..<max(start, last)
  }

  /// Cells of a row are parted by tabs.
  private func endsCell(_ index: Int) -> Bool {
    let end = text.tokens[index].end
    return end < text.utf8.count && text.utf8[end] == 0x09
  }

  private func mayBeInName(_ index: Int) -> Bool {
    switch text.kind(index) {
    case .word:
      let tags = text.tags[index]
      if isWord(index, "plus") { return true }
      // "the as-needed group"
      if text.isSymbol(index + 1, "-"), !text.hasGap(before: index + 1), !text.hasGap(before: index + 2) { return true }
      if text.isSymbol(index - 1, "-"), !text.hasGap(before: index), tags.contains(.verb) { return true }
      let stops: WordTags = [.preposition, .determiner, .verb, .conjunction, .versus, .pronoun, .armNoun, .comparative, .empty]
      return tags.isDisjoint(with: stops) || tags == .people
    // "(P = 0.02) control group": the number is another's.
    case .number:
      return !text.isSymbol(index - 1, anyOf: ["=", "<", ">"])
        && (!text.hasGap(before: index + 1) || text.kind(index + 1) == .word)
    case .symbol: return text.isSymbol(index, anyOf: ["-", "/", "+"])
    default: return false
    }
  }

  func isSymbol(_ index: Int) -> Bool { text.kind(index) == .symbol }
  func isWord(_ index: Int, _ word: Word) -> Bool { text.code(index) == word.code }

  /// A name has a word that says something, and none that says it is a class of people or of time.
  ///
  /// `isBeforeNoun` where "group" follows: a support group is no arm, but patients may receive support.
  func isArm(_ name: Range<Int>, isBeforeNoun: Bool = true) -> Bool {
    guard let last = name.last, text.kind(last) == .word || text.kind(last) == .number else { return false }
    if isBeforeNoun && Self.noArms[text.code(last)] != nil || name.count == 1 && isWord(last, "dose") { return false }
    if isBeforeNoun, name.count == 1, Self.schedules.contains(text.word(last)) { return true }
    return name.contains { index in
      text.kind(index) == .word && text.tags[index].isDisjoint(with: [.unspecific, .people, .time, .numeral, .treated])
    }
  }

  private static let schedules: Words = ["daily", "weekly", "biweekly", "fortnightly", "monthly", "quarterly", "yearly"]

  func nameAfter(_ start: Int) -> Range<Int> {
    var end = start
    while end < text.count, end - start < 6, mayBeInName(end) { end += 1 }
    while end > start, isSymbol(end - 1) { end -= 1 }
    return start..<end
  }

  /// A phrase of the lexicon that stands within a group's name keeps its name, unless the group joins more to it.
  mutating func add(_ tokens: Range<Int>, name: String, group: Bool = true) {
    let bytes = text.bytes(tokens)
    let overlapping = phrases.indices.filter { phrases[$0].range.overlaps(bytes) }
    guard !overlapping.isEmpty else {
      phrases.append(
        ArmPhrase(
          range: bytes, name: name, components: [name], isComparator: false, role: nil, isGroup: true, isPartial: false,
          isWeak: false))
      return
    }
    let joins = tokens.contains { isWord($0, "plus") || text.isSymbol($0, "+") }
    guard overlapping.count == 1, let only = overlapping.first else { return }
    let covered = phrases[only].range
    phrases[only].range = min(covered.lowerBound, bytes.lowerBound)..<max(covered.upperBound, bytes.upperBound)
    // "the early intervention group" has its place, whatever it is called.
    if phrases[only].role != nil { return }
    phrases[only].isGroup = true
    phrases[only].isWeak = false
    if joins, covered.lowerBound > bytes.lowerBound + 3, phrases[only].components.count == 1 {
      phrases[only].name = name
      phrases[only].components = [name]
    }
  }
}
