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
      if isWord(cursor, "who") { cursor += 1 }
      if ["received", "took", "used", "had"].contains(text.word(cursor)) {
        cursor += 1
      } else if isWord(cursor, "on") || isWord(cursor, "given") || isWord(cursor, "taking") || isWord(cursor, "receiving") {
        cursor += 1
      } else {
        return
      }
    } else if isWord(cursor, "with") || isWord(cursor, "to") {
      cursor += 1
    } else {
      return
    }
    if isWord(cursor, "receive") || isWord(cursor, "the") || isWord(cursor, "either") { cursor += 1 }
    if ["treatment", "therapy"].contains(text.word(cursor)), isWord(cursor + 1, "with") { cursor += 2 }
    addNamed(cursor)
  }

  private mutating func addNamed(_ cursor: Int) {
    let name = nameAfter(cursor)
    guard isArm(name) else { return }
    add(name, name: text.string(name), group: true)
  }

  private static let keeping = WordTable(
    ["continuing", "switched", "maintained", "stayed", "switching"].map { (WordCode.of($0), true) }
  ) { first, _ in first }

  /// "continuing on X", "who switched to X".
  mutating func readKept(at index: Int) {
    guard ["on", "to"].contains(text.word(index + 1)) else { return }
    addNamed(index + 2)
  }

  /// "after BTX treatment", "with iron therapy": a treatment by its noun, where it is the only arm that the text names.
  mutating func readTherapies() {
    guard !phrases.contains(where: { !$0.isWeak || $0.isGroup }) else { return }
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
}
