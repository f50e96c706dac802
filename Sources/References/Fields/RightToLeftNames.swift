import Literature

/// Names in scripts that run from right to left: `כהן, א., לוי, מ.`, `رضایی، علی؛ محمدی، زهرا`, `حسینی ر، کریمی م`, `א' כהן`.
///
/// Marks are the common ones (`ReferenceText.withCommonMarks`).
struct RightToLeftNames {
  let tokens: ReferenceTokens

  /// Where the first sentence ends, behind its full stop; points of initials within a list end none.
  func end(from start: Int) -> Int {
    let givenFirst = isInitial(start)
    let stop = (start..<max(start, tokens.count)).first { index in
      guard index > start, tokens.isSymbol(index, ".") || tokens.isSymbol(index, "?"), tokens.hasGap(before: index + 1) else {
        return false
      }
      guard isInitial(index - 1) else { return true }
      return !givenFirst && !isInitial(index + 1) && !joinsNames(index + 1) && !tokens.isSymbol(index + 1, "(")
    }
    return stop.map { $0 + 1 } ?? tokens.count
  }

  /// Whether a stretch can be a list of names: short parts between its marks, no number, one mark or at most four words.
  func areNames(_ range: Range<Int>) -> Bool {
    guard !range.contains(where: { tokens.isNumber($0) }) else { return false }
    let words = range.filter { tokens.isWord($0) }
    let parts = parts(of: range)
    let longest = parts.map { part in part.count { tokens.isWord($0) } }.max() ?? 0
    guard !words.isEmpty, longest <= 5 else { return false }
    return parts.count > 1 || words.count <= 4 || words.contains { isInitial($0) }
  }

  /// The names of a stretch. O(tokens).
  func read(_ range: Range<Int>) -> AuthorList {
    var list = AuthorList()
    list.end = range.upperBound
    var parts = parts(of: range)
    if let last = parts.last, isOthers(last) {
      list.isTruncated = true
      parts.removeLast()
    }
    let hasSemicolons = range.contains { tokens.isSymbol($0, ";") }
    var index = 0
    while index < parts.count {
      let part = parts[index]
      if hasSemicolons, let comma = part.first(where: { tokens.isSymbol($0, ",") }) {
        list.names.append(inverted(part.lowerBound..<comma, comma + 1..<part.upperBound))
      } else if index + 1 < parts.count, isFamily(part), isGiven(parts[index + 1]) {
        list.names.append(inverted(part, parts[index + 1]))
        index += 1
      } else {
        list.names.append(direct(part))
      }
      index += 1
    }
    return list
  }

  // MARK: Parts

  /// The list cut at semicolons, or at commas where there are none, and at "and" between blanks.
  private func parts(of range: Range<Int>) -> [Range<Int>] {
    let mark: Unicode.Scalar = range.contains { tokens.isSymbol($0, ";") } ? ";" : ","
    var parts: [Range<Int>] = []
    for part in tokens.split(range, at: mark) {
      var start = part.lowerBound
      for index in part where isJoiner(index) && (index == start || index > start && index + 1 < part.upperBound) {
        if start < index { parts.append(start..<index) }
        start = index + 1
      }
      if (start..<part.upperBound).contains(where: { tokens.isWord($0) }) { parts.append(start..<part.upperBound) }
    }
    return parts
  }

  /// "و" and "&" on their own.
  private func isJoiner(_ index: Int) -> Bool {
    tokens.isSymbol(index, "&") || tokens.word(index, in: ["و", "ו"]) && !tokens.isSymbol(index + 1, ".")
  }

  private func joinsNames(_ index: Int) -> Bool { tokens.isSymbol(index, ",") || tokens.isSymbol(index, ";") || isJoiner(index) }

  /// A letter alone.
  private func isInitial(_ index: Int) -> Bool {
    let word = tokens.isSymbol(index, "'") ? index - 1 : index
    return tokens.isWord(word) && tokens.string(word).unicodeScalars.count == 1
  }

  private func words(_ part: Range<Int>) -> [Int] { part.filter { tokens.isWord($0) } }

  /// One word, or two where the first is an article or "son of".
  private func isFamily(_ part: Range<Int>) -> Bool {
    let words = words(part)
    guard let first = words.first, !isInitial(first) else { return false }
    return words.count == 1 || words.count == 2 && tokens.word(first, in: ["בן", "בר", "אבו", "ابن", "بن", "أبو", "آل", "ال"])
  }

  /// What can stand behind a family name and its comma: initials, or one given name without "and" before it.
  private func isGiven(_ part: Range<Int>) -> Bool {
    let words = words(part)
    return words.allSatisfy { isInitial($0) } || words.count == 1 && joined(words[0]) == nil
  }

  private func isOthers(_ part: Range<Int>) -> Bool {
    words(part).contains {
      tokens.word($0, in: ["ואח", "ואחרים", "ואחרות", "وآخرون", "وآخرين", "آخرون", "آخرين", "همکاران", "وهمکاران", "ورفاقه"])
    }
  }

  // MARK: Names

  private func inverted(_ family: Range<Int>, _ given: Range<Int>) -> Name {
    Name(family: text(family), given: given.isEmpty ? nil : initialsText(given))
  }

  /// "family I", "I. family", "given family", and a single word.
  private func direct(_ part: Range<Int>) -> Name {
    let words = words(part)
    guard let last = words.last, let first = words.first else { return Name(literal: text(part)) }
    guard words.count > 1 else { return Name(family: text(part), given: nil) }
    if isInitial(last), let family = words.last(where: { !isInitial($0) }) {
      return Name(family: text(first..<family + 1), given: tokens.trimmed(family + 1..<part.upperBound))
    }
    return Name(family: tokens.string(last), given: text(first..<last))
  }

  /// Without the "and" that is written as one with the last name.
  private func text(_ range: Range<Int>) -> String {
    let range = tokens.trimming(range)
    guard let first = range.first(where: { tokens.isWord($0) }), let rest = joined(first) else { return tokens.string(range) }
    return rest + String(tokens.string(range).dropFirst(tokens.string(first).count))
  }

  /// With the point of the last initial, as it is printed.
  private func initialsText(_ range: Range<Int>) -> String {
    let trimmed = tokens.trimming(range)
    let next = trimmed.upperBound
    let isPointed = isInitial(next - 1) && (tokens.isSymbol(next, ".") || tokens.isSymbol(next, "'")) && next < range.upperBound
    return tokens.string(trimmed.lowerBound..<(isPointed ? next + 1 : next))
  }

  /// The word behind a conjunction of one letter that is glued to it; names that begin with the letter are known.
  private func joined(_ index: Int) -> String? {
    guard index > 0, joinsNames(index - 1) else { return nil }
    let word = tokens.string(index)
    guard let first = word.unicodeScalars.first?.value, first == 0x5D5 || first == 0x648, word.unicodeScalars.count > 3,
      !Self.names.contains(where: { word.hasPrefix($0) })
    else { return nil }
    return String(word.unicodeScalars.dropFirst())
  }

  /// How names begin whose first letter is vav or waw.
  private static let names = [
    "וויל", "וולף", "וולפ", "ויקט", "ויינ", "ויזל", "וילי", "ולדי", "ורד", "וקסל", "וייס", "وليد", "ولید", "وائل", "وسيم", "وجدي",
    "وفاء", "وداد",
    "ولاء", "وحيد", "وحید", "وهبي", "وهبة", "وهبه", "وزیر", "وزير", "وصال", "وثيق",
  ]
}
