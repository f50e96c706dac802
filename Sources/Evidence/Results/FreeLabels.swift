import Literature
import TextAnalysis

/// Arms that stand with two values in the same way and that no lexicon knows: "1.4 minutes with A and 4.5 minutes with B",
/// "15 % (early) and 30 % (late)", "4.6 for A, whereas that for B was 0.3".
struct FreeLabels {
  let reading: SentenceReading
  var text: ResultText { reading.text }

  init(reading: SentenceReading) { self.reading = reading }

  private struct Label {
    var tokens: Range<Int>
    var joint: Joint
  }

  /// How a name stands to its value.
  private enum Joint: Hashable {
    /// "4.5 with A": the preposition by its code.
    case preposition(UInt64)
    /// "4.5 (A)".
    case inBracket
    /// "4.5 A users".
    case ofPeople
    /// "A (4.5)", "A = 4.5", "A 4.5": names of outcomes stand so as well.
    case beforeBracket, equated, direct

    var isSure: Bool {
      switch self {
      case .preposition, .inBracket, .ofPeople: true
      default: false
      }
    }
  }

  private static let with = WordCode.of("with")
  private static let without = WordCode.of("without")
  private static let joints = Set(
    ["with", "in", "for", "on", "among", "under", "using", "after", "following"].map { WordCode.of($0) })
  /// The two arms, where both values are labelled alike and differently.
  func pair(_ first: Quantity, _ second: Quantity, end: Int) -> [ArmPhrase]? {
    let limit = second.tokens.lowerBound
    if let things = sameThings(first, second, end: end) { return things }
    let lefts = labels(of: first, from: 0, to: limit)
    let rights = labels(of: second, from: first.tokens.upperBound, to: end)
    for left in lefts {
      let right = rights.first { $0.joint == left.joint } ?? rights.first { isWithout($0) && left.joint.isSure }
      guard let right, isOfArms(left, right, between: first, second) else {
        continue
      }
      if let pair = phrases(left, right) { return pair }
    }
    return nil
  }

  /// "X reduced … by 1.1 % vs 0.4 % with Y": the subject of a verb of effect, and who stands with the second value.
  func subjectAnd(_ second: Quantity, _ known: ArmPhrase?, end: Int) -> [ArmPhrase?]? {
    guard let verb = text.indices.first(where: { text.tags[$0].contains(.verb) || isTransitive($0) }),
      verb < second.tokens.lowerBound,
      Self.effects.contains(text.word(verb)) || isTransitive(verb)
    else { return nil }
    var low = 0
    while low < verb, !text.tags(low).isDisjoint(with: [.determiner, .empty]) || text.isSymbol(low, anyOf: [",", ":"]) {
      low += 1
    }
    let subject = name(from: low, limit: verb)
    guard !subject.isEmpty, subject.upperBound == verb, let label = after(second, limit: end), label.joint.isSure,
      !reading.endpoints.contains(where: { $0.range.overlaps(text.bytes(subject)) })
    else { return nil }
    let pair = phrases(Label(tokens: subject, joint: label.joint), label)
    return pair.map { [$0[0], known ?? $0[1]] }
  }

  /// "Bracing corrected apical rotation by 46 %": a verb with its object directly behind it, whose subject did it.
  func isTransitive(_ verb: Int) -> Bool {
    guard verb > 0, text.kind(verb) == .word, text.letters(verb).hasSuffix("ed") || text.word(verb) == "had",
      !Self.telling.contains(text.word(verb)), text.tags(verb).isDisjoint(with: [.people, .treated, .time, .comparative]),
      !text.isSymbol(verb - 1, "-"),
      !["was", "were", "been", "be", "is", "are", "had", "has", "have"].contains(text.word(verb - 1))
    else { return false }
    var object = verb + 1
    while text.tags(object).contains(.determiner) || text.tags(object).contains(.comparative) { object += 1 }
    return text.kind(object) == .word && !text.letters(object).hasSuffix("ly")
      && text.tags(object).isDisjoint(with: [
        .preposition, .versus, .conjunction, .verb, .people, .time, .numeral, .armNoun, .treated,
      ])
  }

  /// "was lower (7.9) as compared to A (9.4)": the name between a word of comparison and the bracket of the second value.
  func comparator(_ value: Quantity) -> ArmPhrase? {
    guard let label = bracketed(value, limit: 0) else { return nil }
    var joint = label.tokens.lowerBound - 1
    while text.tags(joint).contains(.determiner) { joint -= 1 }
    if ["with", "to", "for", "in"].contains(text.word(joint)) { joint -= 1 }
    guard joint > 0, text.tags(joint).contains(.versus) else { return nil }
    return phrase(label.tokens)
  }

  /// The known phrase at some words, or one of their own.
  func phrase(_ tokens: Range<Int>) -> ArmPhrase {
    let (bytes, name) = (text.bytes(tokens), text.string(tokens))
    if let known = reading.phrases.first(where: { $0.range.overlaps(bytes) && $0.isArm }) { return known }
    return ArmPhrase(
      range: bytes, name: name, components: [name], isComparator: false, role: nil, isGroup: true, isPartial: false,
      isWeak: false)
  }

  /// "Images showed a spread of 430 versus 310": who tells it is no arm.
  private static let telling: Words = [
    "showed", "demonstrated", "revealed", "reported", "indicated", "suggested", "confirmed", "observed", "noted", "recorded",
    "measured", "assessed", "evaluated", "compared", "displayed", "documented", "yielded", "described",
  ]

  /// "was longer with A (median 46 versus 32 hours": the arm before the bracket of a pair, of which the first value is.
  func compared(before value: Quantity) -> ArmPhrase? {
    var open = value.tokens.lowerBound - 1
    while !text.tags(open).isDisjoint(with: [.median, .mean]) || text.isSymbol(open, anyOf: [",", "="]) { open -= 1 }
    guard text.isSymbol(open, anyOf: ["(", "["]) else { return nil }
    let name = nameBefore(open, limit: 0)
    var joint = name.lowerBound - 1
    while text.tags(joint).contains(.determiner) { joint -= 1 }
    guard !name.isEmpty, joint > 0, !text.tags(joint - 1).isDisjoint(with: [.comparative, .verb]),
      !text.tags(joint - 1).contains(.versus)
    else { return nil }
    let isOfArm =
      ["with", "under", "using", "on"].contains(text.word(joint))
      || text.word(joint) == "after" && text.tags(joint - 1).contains(.comparative) && name.count > 1
      || ["for", "in"].contains(text.word(joint)) && ["superior", "inferior"].contains(text.word(joint - 1))
    return isOfArm ? phrase(name) : nil
  }

  /// "X lowered … by 1.2, whereas Y lowered it by 1.0": the subjects of two verbs of effect.
  func subjects(_ first: Quantity, _ second: Quantity) -> [ArmPhrase]? {
    guard first.tokens.upperBound <= second.tokens.lowerBound,
      let joint = (first.tokens.upperBound..<second.tokens.lowerBound).first(where: {
        text.tags($0).contains(.versus) || text.tags($0).contains(.conjunction)
      }),
      let left = subject(from: 0, to: first.tokens.lowerBound), let right = subject(from: joint + 1, to: second.tokens.lowerBound)
    else { return nil }
    return phrases(Label(tokens: left, joint: .direct), Label(tokens: right, joint: .direct))
  }

  /// The words from a token to the first verb of effect, where they are one name.
  private func subject(from start: Int, to end: Int) -> Range<Int>? {
    guard let verb = (start..<max(start, end)).first(where: { text.tags[$0].contains(.verb) }),
      Self.effects.contains(text.word(verb))
    else { return nil }
    var low = start
    while low < verb, !text.tags(low).isDisjoint(with: [.determiner, .empty]) || text.isSymbol(low, anyOf: [",", ":"]) {
      low += 1
    }
    let subject = name(from: low, limit: verb)
    return !subject.isEmpty && subject.upperBound == verb ? subject : nil
  }

  /// What a treatment does to an outcome.
  static let effects: Words = [
    "reduced", "increased", "lowered", "raised", "improved", "decreased", "shortened", "enhanced", "produced", "achieved",
    "provided",
    "caused", "prolonged", "suppressed", "restored", "yielded", "induced",
  ]

  private func phrases(_ left: Label, _ right: Label) -> [ArmPhrase]? {
    let names = [left, right].map { text.string($0.tokens) }
    guard names[0].lowercased() != names[1].lowercased() else { return nil }
    return [phrase(left.tokens), phrase(right.tokens)]
  }

  private func after(_ value: Quantity, limit: Int) -> Label? {
    var cursor = value.tokens.upperBound
    if text.isSymbol(cursor, "("), let end = text.end(ofBracketAt: cursor), end <= limit,
      !(cursor + 1..<end - 1).contains(where: { text.kind($0) == .number })
    {
      let name = name(from: cursor + 1, limit: end - 1)
      if !name.isEmpty, name.upperBound == end - 1 { return Label(tokens: name, joint: .inBracket) }
    }
    // "38 (14 %) A users": a name of people directly after its value.
    let users = name(from: cursor, limit: limit)
    if !users.isEmpty, text.tags(users.upperBound - 1).contains(.people), users.count <= 3 {
      return Label(tokens: users.lowerBound..<users.upperBound - 1, joint: .ofPeople)
    }
    if let people = ofPeople(from: cursor, limit: limit) { return people }
    if text.code(cursor) == Self.without {
      let name = name(from: cursor + 1, limit: limit)
      return Label(tokens: cursor..<(name.isEmpty ? cursor + 1 : name.upperBound), joint: .preposition(Self.with))
    }
    var skipped = 0
    while cursor < limit, skipped < 7 {
      if let end = text.end(ofBracketAt: cursor) {
        cursor = end
      } else if Self.joints.contains(text.code(cursor)) {
        let joint = Joint.preposition(text.code(cursor))
        let name = name(from: cursor + 1, limit: limit)
        return name.isEmpty ? nil : Label(tokens: name, joint: joint)
      } else if text.isSymbol(cursor, anyOf: [",", ";", ":", "."]) || text.kind(cursor) == .han
        || !text.tags(cursor).isDisjoint(with: [.verb, .versus, .conjunction])
      {
        return nil
      } else {
        cursor += 1
      }
      skipped += 1
    }
    return nil
  }

  private func isWithout(_ label: Label) -> Bool { text.code(label.tokens.lowerBound) == Self.without }

  /// "22 % of stented vessels and 32 % of balloon-treated vessels": what tells the same things apart.
  private func sameThings(_ first: Quantity, _ second: Quantity, end: Int) -> [ArmPhrase]? {
    guard first.unit == .percent, text.word(first.tokens.upperBound) == "of", text.word(second.tokens.upperBound) == "of" else {
      return nil
    }
    let left = name(from: first.tokens.upperBound + 1, limit: second.tokens.lowerBound)
    let right = name(from: second.tokens.upperBound + 1, limit: end)
    guard left.count >= 2, right.count >= 2, text.kind(left.upperBound - 1) == .word,
      text.code(left.upperBound - 1) == text.code(right.upperBound - 1)
    else { return nil }
    return phrases(
      Label(tokens: left.dropLast(), joint: .ofPeople), Label(tokens: right.dropLast(), joint: .ofPeople))
  }

  /// "31 % of tai chi participants": who they are stands before the word for people.
  private func ofPeople(from start: Int, limit: Int) -> Label? {
    guard text.word(start) == "of" else { return nil }
    var low = start + 1
    while low < limit, text.tags(low).contains(.determiner) { low += 1 }
    let people = (low..<min(limit, low + 5)).first { text.tags($0).contains(.people) || !mayBeInName($0) }
    guard let people, people > low, text.tags(people).contains(.people) else { return nil }
    let name = name(from: low, limit: people)
    return name.upperBound == people && !name.isEmpty ? Label(tokens: name, joint: .ofPeople) : nil
  }

  /// "for A was 0.3", "in A: 12".
  private func before(_ value: Quantity, limit: Int) -> Label? {
    var end = value.tokens.lowerBound
    // "in A hearts 2.6 %, in B hearts 3.1 %": the value may stand directly behind.
    if text.tags(end - 1).contains(.verb) || text.isSymbol(end - 1, ":") || text.isSymbol(end - 1, "=") {
      end -= 1
    } else if text.kind(end - 1) != .word
      || !text.tags(end - 1).isDisjoint(with: [.preposition, .comparative, .mean, .median, .time])
    {
      return nil
    }
    var start = end
    while start > limit, end - start < 7, !Self.joints.contains(text.code(start - 1)) {
      guard text.kind(start - 1) == .word, text.tags(start - 1).isDisjoint(with: [.verb, .versus, .conjunction]) else {
        return nil
      }
      start -= 1
    }
    guard start > limit, start < end, Self.joints.contains(text.code(start - 1)) else { return nil }
    let name = name(from: start, limit: end)
    return name.upperBound == end ? Label(tokens: name, joint: .preposition(text.code(start - 1))) : nil
  }

  private func labels(of value: Quantity, from start: Int, to end: Int) -> [Label] {
    [
      after(value, limit: end), before(value, limit: start), bracketed(value, limit: start), equated(value, limit: start),
      direct(value, limit: start),
    ].compactMap { $0 }
  }

  /// What stands like names of outcomes is a pair of arms where one of them is known, or a word sets them side by side.
  private func isOfArms(_ left: Label, _ right: Label, between first: Quantity, _ second: Quantity) -> Bool {
    if left.joint.isSure || left.joint == .equated { return true }
    if isKnown(left) || isKnown(right) { return true }
    return left.joint == .beforeBracket && setsSideBySide(left, between: first, second)
  }

  private func isKnown(_ label: Label) -> Bool {
    let bytes = text.bytes(label.tokens)
    return reading.phrases.contains { $0.range.overlaps(bytes) && $0.isArm }
  }

  /// "(A 8.1 h, B 7.6 h)": a name directly before its value, after a mark.
  private func direct(_ value: Quantity, limit: Int) -> Label? {
    let name = nameBefore(value.tokens.lowerBound, limit: limit)
    guard !name.isEmpty,
      text.isSymbol(name.lowerBound - 1, anyOf: ["(", "[", ";", ",", ":"])
        || ["and", "vs", "versus"].contains(text.word(name.lowerBound - 1))
    else { return nil }
    return Label(tokens: name, joint: .direct)
  }

  /// "between A (71 %) and B (66 %)", "A (12) vs B (9)": a list without such a word names outcomes.
  private func setsSideBySide(_ left: Label, between first: Quantity, _ second: Quantity) -> Bool {
    guard first.tokens.upperBound <= second.tokens.lowerBound else { return false }
    if (first.tokens.upperBound..<second.tokens.lowerBound).contains(where: { text.tags($0).contains(.versus) }) { return true }
    var index = left.tokens.lowerBound - 1
    while text.tags(index).contains(.determiner) { index -= 1 }
    return ["between", "for", "in", "with", "among"].contains(text.word(index))
  }

  /// `A (71%)`: the value alone in the bracket after a name.
  private func bracketed(_ value: Quantity, limit: Int) -> Label? {
    let open = value.tokens.lowerBound - 1
    // A mean with its SD has the bracket among its own.
    let end = text.isSymbol(value.tokens.upperBound - 1, ")") ? value.tokens.upperBound - 1 : value.tokens.upperBound
    guard text.isSymbol(open, anyOf: ["(", "["]), text.isSymbol(end, anyOf: [")", "]", ";", ","]) else { return nil }
    if let known = reading.phrases.first(where: {
      $0.isArm && text.tokenRange(ofBytes: $0.range).upperBound == open
    }),
      text.tokenRange(ofBytes: known.range).lowerBound >= limit
    {
      return Label(tokens: text.tokenRange(ofBytes: known.range), joint: .beforeBracket)
    }
    let name = nameBefore(open, limit: limit)
    return name.isEmpty ? nil : Label(tokens: name, joint: .beforeBracket)
  }

  /// `(A = 119 ± 18; B = 89 ± 17)`, `(A: 12 %, B: 9 %)`.
  private func equated(_ value: Quantity, limit: Int) -> Label? {
    // A sign of equality belongs to the number.
    let first = value.tokens.lowerBound
    let sign = text.isSymbol(first, "=") ? first : first - 1
    guard text.isSymbol(sign, "=") || text.isSymbol(sign, ":") else { return nil }
    let name = nameBefore(sign, limit: limit)
    guard !name.isEmpty,
      text.isSymbol(name.lowerBound - 1, anyOf: ["(", "[", ";", ","]) || text.word(name.lowerBound - 1) == "and"
        || text.tags(name.lowerBound - 1).contains(.versus)
        || text.isSymbol(name.lowerBound - 1, ".") && text.tags(name.lowerBound - 2).contains(.versus)
    else { return nil }
    return Label(tokens: name, joint: .equated)
  }

  /// At most four words before a mark.
  private func nameBefore(_ end: Int, limit: Int) -> Range<Int> {
    var start = end
    while start > limit, end - start < 4, mayBeInName(start - 1) { start -= 1 }
    let name = name(from: start, limit: end)
    return name.upperBound == end ? name : end..<end
  }

  /// A name of at most six words that is neither people alone, nor a time, nor a number.
  func name(from start: Int, limit: Int) -> Range<Int> {
    var low = start
    while low < limit, text.tags(low).contains(.determiner) { low += 1 }
    var high = low
    while high < min(limit, low + 7), mayBeInName(high) { high += 1 }
    while high > low, text.kind(high - 1) == .symbol { high -= 1 }
    let says = (low..<high).contains { index in
      text.kind(index) == .word
        && text.tags(index).isDisjoint(with: [.people, .time, .numeral, .unspecific, .mean, .median, .empty, .armNoun])
    }
    let isTime = (low..<high).contains {
      text.tags($0).contains(.time) && !["daily", "weekly", "monthly"].contains(text.word($0))
    }
    return says && !isTime ? low..<high : low..<low
  }

  func mayBeInName(_ index: Int) -> Bool {
    switch text.kind(index) {
    case .word: text.tags(index).isDisjoint(with: [.verb, .versus, .conjunction, .preposition, .determiner, .comparative])
    case .symbol: text.isSymbol(index, anyOf: ["-", "/", "+"])
    case .number: text.kind(index + 1) == .word || text.isSymbol(index - 1, "-")
    default: false
    }
  }
}
