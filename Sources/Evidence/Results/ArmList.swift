import Literature
import TextAnalysis

/// A list of names directly behind a list of values: "2.1, 3.4 and 3.9 for cyclosporine, tears and vehicle".
struct ArmList {
  private let reading: SentenceReading
  private var text: ResultText { reading.text }

  init(reading: SentenceReading) { self.reading = reading }

  /// As many names as there are values, in printed order; nil where the words after `end` are no such list. Two names alone need
  /// "respectively" behind them. O(count).
  func names(after end: Int, count: Int) -> [ArmPhrase]? {
    // "18 (36 %) and 9 (18 %) patients on …"
    guard count >= 2, count <= 12, let start = start(after: end) else { return nil }
    var names: [Range<Int>] = []
    var cursor = start
    while names.count < count {
      while text.tags(cursor).contains(.determiner) { cursor += 1 }
      let name = name(from: cursor)
      guard !name.isEmpty else { return nil }
      names.append(name)
      cursor = name.upperBound
      guard names.count < count else { break }
      guard let next = joint(at: cursor) else { return nil }
      cursor = next
    }
    if !text.tags(cursor).isDisjoint(with: [.people, .armNoun]) { cursor += 1 }
    if text.isSymbol(cursor, ",") { cursor += 1 }
    let isSaid = text.word(cursor) == "respectively"
    let areKnown = names.allSatisfy { name in
      reading.phrases.contains { $0.isArm && $0.range.overlaps(text.bytes(name)) }
    }
    guard isSaid || count > 2 || areKnown, Set(names.map { text.string($0).lowercased() }).count == count else { return nil }
    return names.map(phrase)
  }

  /// Where the names begin: "for A and B", "patients treated with A and B", "patients receiving A and B".
  private func start(after end: Int) -> Int? {
    var cursor = end
    // "26.9 % and 50.9 % of A and B patients, respectively"; "of students in A and B halls, respectively"
    if text.word(cursor) == "of", isOfTwo(cursor) {
      if text.tags(cursor + 1).contains(.people), Self.joints.contains(text.word(cursor + 2)) { return cursor + 3 }
      return cursor + 1
    }
    // "41.7 and 14.4 % glargine and standard group participants, respectively"
    if text.kind(cursor) == .word, text.tags(cursor).isEmpty, isOfTwo(cursor - 1) { return cursor }
    if text.tags(cursor).contains(.people) { cursor += 1 }
    if ["receiving", "given", "taking"].contains(text.word(cursor)) { return cursor + 1 }
    if cursor > end, text.tags(cursor).contains(.treated) { cursor += 1 }
    return Self.joints.contains(text.word(cursor)) || text.tags(cursor - 1).contains(.treated) && text.word(cursor) == "to"
      ? cursor + 1 : nil
  }

  /// As many names as there are values in a list before them that a verb parts from them: "with A, B, and placebo was 29.5, 23.9, and 18.4 %, respectively";
  /// nil where the words before `start` are no such list. O(count).
  func names(before start: Int, count: Int) -> [ArmPhrase]? {
    guard (3...12).contains(count) else { return nil }
    var end = start
    while end > 0, start - end < 3, text.tags(end - 1).contains(.verb) || ["at", "of", "been"].contains(text.word(end - 1)) {
      end -= 1
    }
    guard end < start else { return nil }
    // A joint from which the whole list up to the verb can be read.
    for opening in (max(0, end - 8 * count)..<max(0, end - 1)).reversed() where Self.joints.contains(text.word(opening)) {
      if let names = names(from: opening + 1, count: count, endingAt: end) { return names }
    }
    return nil
  }

  private func names(from start: Int, count: Int, endingAt end: Int) -> [ArmPhrase]? {
    var names: [Range<Int>] = []
    var cursor = start
    while names.count < count {
      while text.tags(cursor).contains(.determiner) { cursor += 1 }
      let name = name(from: cursor)
      guard !name.isEmpty, name.upperBound <= end else { return nil }
      names.append(name)
      cursor = name.upperBound
      guard names.count < count else { break }
      guard let next = joint(at: cursor) else { return nil }
      cursor = next
    }
    // "… and placebo groups were"
    if ["groups", "group", "arms", "arm"].contains(text.word(cursor)) { cursor += 1 }
    guard cursor == end, Set(names.map { text.string($0).lowercased() }).count == count else { return nil }
    return names.map(phrase)
  }

  /// Whether "respectively" follows, and before it people, or a noun that the names share.
  private func isOfTwo(_ of: Int) -> Bool {
    guard let end = (of..<min(text.count, of + 18)).first(where: { text.word($0) == "respectively" }) else { return false }
    let words = of + 1..<end
    return words.contains { ["and", "or"].contains(text.word($0)) } && words.contains { text.tags($0).contains(.people) }
      && !words.contains {
        text.kind($0) == .number || text.isSymbol($0, anyOf: ["(", ")", ";"]) || text.tags($0).contains(.verb)
      }
  }

  private static let joints: Words = ["for", "with", "in", "on", "under", "after", "among"]

  /// The token after ",", "and", ", and".
  private func joint(at index: Int) -> Int? {
    var cursor = index
    if text.isSymbol(cursor, ",") { cursor += 1 }
    if text.word(cursor) == "and" { cursor += 1 }
    return cursor > index ? cursor : nil
  }

  /// At most five words, numbers within names, and dashes; neither people nor times alone.
  private func name(from start: Int) -> Range<Int> {
    var end = start
    while end < text.count, end - start < 6, mayBeInName(end) { end += 1 }
    while end > start, text.kind(end - 1) == .symbol { end -= 1 }
    let says = (start..<end).contains { index in
      text.kind(index) == .word && text.tags(index).isDisjoint(with: [.people, .time, .numeral, .mean, .median, .empty])
    }
    return says ? start..<end : start..<start
  }

  private func mayBeInName(_ index: Int) -> Bool {
    switch text.kind(index) {
    case .word:
      text.tags(index).isDisjoint(with: [.verb, .versus, .conjunction, .preposition, .determiner, .pronoun])
        && !(text.tags(index).contains(.people) && text.word(index + 1) == "respectively"
          || text.tags(index).contains(.people) && text.isSymbol(index + 1, ",") && text.word(index + 2) == "respectively")
        && text.word(index) != "respectively"
    case .number:
      text.isSymbol(index + 1, "-") || text.isSymbol(index - 1, "-") || QuantityWords.unit(of: text.code(index + 1)) != nil
    case .symbol: text.isSymbol(index, anyOf: ["-", "/", "+"])
    default: false
    }
  }

  private func phrase(_ tokens: Range<Int>) -> ArmPhrase {
    let bytes = text.bytes(tokens)
    if let known = reading.phrases.first(where: { $0.range.overlaps(bytes) && $0.isArm }) { return known }
    let name = text.string(tokens)
    return ArmPhrase(
      range: bytes, name: name, components: [name], isComparator: false, role: nil, isGroup: true, isPartial: false, isWeak: false
    )
  }
}
