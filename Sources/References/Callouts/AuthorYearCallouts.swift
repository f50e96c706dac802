import Literature
import TextAnalysis

/// Finds callouts by author and year: `(Smith et al., 2019; Doe & Roe, 2018a,b)`, `Smith et al. (2019)`, `(张三等, 2019)`, `张三等(2019)`.
struct AuthorYearCallouts {
  let index: AuthorYearIndex

  private static let leads: [StaticString] = [
    "see", "also", "cf", "e", "g", "reviewed", "in", "by", "for", "example", "review", "eg", "ie", "i", "as", "and", "the",
  ]
  private static let notNames: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "table", "figure",
    "fig", "version", "inc", "usa", "uk", "china", "since", "until", "from", "in", "the", "of", "after", "before", "during",
    "ver", "appendix",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "spring", "summer", "autumn", "winter",
  ]

  func callouts(in lexed: LexedText, passage: Int) -> [Callout] {
    var found: [Callout] = []
    var position = 0
    while position < lexed.count {
      guard lexed.isSymbol(position, "(") || lexed.isSymbol(position, "["), let close = closing(of: position, in: lexed) else {
        position += 1
        continue
      }
      if let callout = narrative(open: position, close: close, in: lexed, passage: passage) {
        found.append(callout)
      } else {
        found += parenthetical(open: position, close: close, in: lexed, passage: passage)
      }
      position = close + 1
    }
    return found
  }

  private func closing(of open: Int, in lexed: LexedText) -> Int? {
    var hasYear = false
    var index = open + 1
    while index < min(open + 120, lexed.count) {
      if year(index, in: lexed) != nil { hasYear = true }
      if lexed.isSymbol(index, ")") || lexed.isSymbol(index, "]") { return hasYear ? index : nil }
      if isShortForm(index, in: lexed) {
        index += 2
      } else if lexed.isSymbol(index, "(") || lexed.isSymbol(index, "[") {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// The "(GINA)" or "[GINA]" of a body's name.
  private func isShortForm(_ index: Int, in lexed: LexedText) -> Bool {
    guard lexed.isSymbol(index, "(") || lexed.isSymbol(index, "["), index + 2 < lexed.count else { return false }
    guard lexed.isSymbol(index + 2, ")") || lexed.isSymbol(index + 2, "]") else { return false }
    return lexed.tokens[index + 1].kind == .word && isCapitalised(index + 1, in: lexed)
  }

  private func year(_ index: Int, in lexed: LexedText) -> Int? {
    guard lexed.isNumber(index), lexed.tokens[index].end - lexed.tokens[index].start == 4, let year = Int(lexed.string(index)),
      (1600...2099).contains(year)
    else { return nil }
    return year
  }

  // MARK: Parenthetical

  /// One callout for the brackets where every part of them is one, else one for each part that is.
  private func parenthetical(open: Int, close: Int, in lexed: LexedText, passage: Int) -> [Callout] {
    var parts: [Callout] = []
    var isWhole = true
    var start = open + 1
    for index in open + 1...close where index == close || lexed.isSymbol(index, ";") {
      if let part = segment(start..<index, in: lexed, passage: passage) { parts.append(part) } else { isWhole = false }
      start = index + 1
    }
    guard isWhole, !parts.isEmpty else { return parts }
    let range = lexed.tokens[open].start..<lexed.tokens[close].end
    return [Callout(passage: passage, range: range, targets: parts.flatMap(\.targets))]
  }

  private func segment(_ range: Range<Int>, in lexed: LexedText, passage: Int) -> Callout? {
    guard let firstYear = range.first(where: { year($0, in: lexed) != nil }), firstYear > range.lowerBound else { return nil }
    var end = firstYear
    while end > range.lowerBound, lexed.isSymbol(end - 1, ",") { end -= 1 }
    guard let names = names(in: range.lowerBound..<end, of: lexed),
      let calls = years(from: firstYear, to: range.upperBound, names: names, in: lexed)
    else { return nil }
    let targets = calls.map(target)
    let isSure =
      names.isEtAl || names.second != nil || targets.contains { $0.reference != nil } || end < firstYear && names.count == 1
    guard isSure else { return nil }
    return Callout(
      passage: passage, range: lexed.tokens[names.start].start..<lexed.tokens[range.upperBound - 1].end, targets: targets)
  }

  private func target(_ call: AuthorYearIndex.Call) -> Callout.Target {
    let reference = index.reference(for: call)
    return Callout.Target(label: reference.map(index.label) ?? call.label, reference: reference)
  }

  // MARK: Narrative

  /// "Smith et al. (2019a,b)": names before the bracket, years alone in it.
  private func narrative(open: Int, close: Int, in lexed: LexedText, passage: Int) -> Callout? {
    guard open > 0, year(open + 1, in: lexed) != nil, let names = namesEnding(at: open, in: lexed),
      let calls = years(from: open + 1, to: close, names: names, in: lexed)
    else { return nil }
    let targets = calls.map(target)
    guard names.isEtAl || targets.contains(where: { $0.reference != nil }) else { return nil }
    return Callout(passage: passage, range: lexed.tokens[names.start].start..<lexed.tokens[close].end, targets: targets)
  }

  // MARK: Parts

  fileprivate struct Names {
    var first: String
    var second: String?
    var isEtAl = false
    /// First token.
    var start: Int
    /// Names or words in all.
    var count = 1
  }

  /// "2019", "2018a,b", "2018, 2019", with a page behind: ": 23", ", p. 5".
  private func years(from start: Int, to end: Int, names: Names, in lexed: LexedText) -> [AuthorYearIndex.Call]? {
    var calls: [AuthorYearIndex.Call] = []
    var position = start
    while position < end {
      if let year = year(position, in: lexed) {
        calls.append(.init(name: names.first, second: names.second, isEtAl: names.isEtAl, year: year))
        if isLetter(position + 1, in: lexed), !lexed.hasGap(before: position + 1) {
          calls[calls.count - 1].suffix = lexed.string(position + 1)
          position += 1
        }
      } else if isLetter(position, in: lexed), var call = calls.last, call.suffix != nil {
        call.suffix = lexed.string(position)
        calls.append(call)
      } else if lexed.isSymbol(position, ":") || lexed.isWord(position, "p") || lexed.isWord(position, "pp")
        || lexed.isWord(position, "chap")
      {
        break
      } else if !lexed.isSymbol(position, ","), !lexed.isWord(position, "and"), !lexed.isSymbol(position, "&") {
        return nil
      }
      position += 1
    }
    return calls.isEmpty ? nil : calls
  }

  private func isLetter(_ index: Int, in lexed: LexedText) -> Bool {
    guard index < lexed.count, lexed.tokens[index].kind == .word, lexed.tokens[index].end - lexed.tokens[index].start == 1 else {
      return false
    }
    return (0x61...0x7A).contains(lexed.utf8[lexed.tokens[index].start])
  }

  /// The names of a part of a bracket, its lead words passed over.
  private func names(in range: Range<Int>, of lexed: LexedText) -> Names? {
    var start = range.lowerBound
    while start < range.upperBound,
      Self.leads.contains(where: { lexed.isWord(start, $0) }) || lexed.isSymbol(start, ",") || lexed.isSymbol(start, ".")
    {
      start += 1
    }
    guard start < range.upperBound else { return nil }
    if lexed.tokens[start].kind == .han { return hanNames(start..<range.upperBound, in: lexed) }
    var position = start
    guard let first = family(at: &position, limit: range.upperBound, in: lexed) else { return nil }
    var names = Names(first: first, start: start)
    while position < range.upperBound {
      if lexed.isWord(position, "et"), lexed.isWord(position + 1, "al") {
        names.isEtAl = true
        position += lexed.isSymbol(position + 2, ".") ? 3 : 2
      } else if isShortForm(position, in: lexed) {
        position += 3
      } else if lexed.isSymbol(position, ",") || lexed.isSymbol(position, "&") || lexed.isWord(position, "and")
        || lexed.isSymbol(position, ".")
      {
        position += 1
      } else if let next = family(at: &position, limit: range.upperBound, in: lexed) {
        if names.second == nil { names.second = next }
        names.count += 1
      } else {
        return nil
      }
    }
    return names
  }

  /// A family name of one to five capitalised words, particles and hyphens included.
  private func family(at position: inout Int, limit: Int, in lexed: LexedText) -> String? {
    let start = position
    var end = position
    while end < limit, end < start + 12 {
      if lexed.tokens[end].kind == .word, !lexed.isWord(end, "et"), !lexed.isWord(end, "and") {
        guard isCapitalised(end, in: lexed) || isParticle(end, in: lexed) else { break }
        if end == start, Self.notNames.contains(lexed.lowercased(end)) { break }
      } else if end == start || !(lexed.isSymbol(end, "-") || lexed.isSymbol(end, "'") || isInitialPoint(end, in: lexed)) {
        break
      }
      end += 1
    }
    guard end > start, isCapitalised(start, in: lexed) || isParticle(start, in: lexed), isCapitalised(end - 1, in: lexed) else {
      return nil
    }
    position = end
    return lexed.string(lexed.tokens[start].start..<lexed.tokens[end - 1].end)
  }

  /// The points of "U.S. Census Bureau".
  private func isInitialPoint(_ index: Int, in lexed: LexedText) -> Bool {
    lexed.isSymbol(index, ".") && index + 1 < lexed.count && isCapitalised(index + 1, in: lexed)
      && lexed.tokens[index - 1].end - lexed.tokens[index - 1].start == 1
  }

  private func isParticle(_ index: Int, in lexed: LexedText) -> Bool {
    let particles: [StaticString] = [
      "van", "von", "de", "der", "den", "del", "di", "da", "la", "le", "el", "al", "ter", "ten", "of", "for",
    ]
    return particles.contains { lexed.isWord(index, $0) }
  }

  private func isCapitalised(_ index: Int, in lexed: LexedText) -> Bool {
    guard lexed.tokens[index].kind == .word else { return false }
    let byte = lexed.utf8[lexed.tokens[index].start]
    if byte < 0x80 { return (0x41...0x5A).contains(byte) }
    return lexed.string(index).unicodeScalars.first?.properties.isUppercase ?? false
  }

  /// "张三等", "张三和李四", "张三, 李四".
  private func hanNames(_ range: Range<Int>, in lexed: LexedText) -> Names? {
    let text = lexed.string(range.lowerBound)
    guard var names = hanNames(text, start: range.lowerBound) else { return nil }
    names.count = range.count { lexed.tokens[$0].kind == .han }
    if names.count > 1 { names.second = names.second ?? lexed.string(range.upperBound - 1) }
    return names
  }

  private func hanNames(_ text: String, start: Int) -> Names? {
    var first = text
    var isEtAl = false
    for ending in ["等人", "等"] where first.hasSuffix(ending) && !isEtAl {
      first.removeLast(ending.count)
      isEtAl = true
    }
    guard (2...20).contains(first.count) else { return nil }
    return Names(first: first, start: start, count: 1).with(isEtAl: isEtAl)
  }

  /// The names that end right before a bracket, read backwards.
  private func namesEnding(at open: Int, in lexed: LexedText) -> Names? {
    if lexed.tokens[open - 1].kind == .han { return hanNarrative(open - 1, in: lexed) }
    var start = open - 1
    var isEtAl = false
    if lexed.isSymbol(start, "."), lexed.isWord(start - 1, "al") { start -= 1 }
    if lexed.isWord(start, "al"), lexed.isWord(start - 1, "et") {
      isEtAl = true
      start -= 2
    }
    let end = start + 1
    while start >= 0, open - start < 12,
      lexed.tokens[start].kind == .word && (isCapitalised(start, in: lexed) || isParticle(start, in: lexed))
        || lexed.isWord(start, "and") || lexed.isSymbol(start, "&") || lexed.isSymbol(start, "-") || lexed.isSymbol(start, "'")
        || isEtAl && lexed.isSymbol(start, ",")
    {
      start -= 1
    }
    return resolvable(from: start + 1, to: end, isEtAl: isEtAl, in: lexed)
  }

  /// The words before a name may be capitalised too ("In Smith and Doe"), so names are tried from the left until one reads.
  private func resolvable(from low: Int, to end: Int, isEtAl: Bool, in lexed: LexedText) -> Names? {
    for start in low..<max(low, end) where isCapitalised(start, in: lexed) || isParticle(start, in: lexed) {
      guard var names = names(in: start..<end, of: lexed), names.start == start else { continue }
      names.isEtAl = isEtAl
      if index.knows(names.first) || start + 1 == end { return names }
    }
    return nil
  }

  /// A Chinese sentence runs into the name: its last two to four characters are tried.
  private func hanNarrative(_ position: Int, in lexed: LexedText) -> Names? {
    guard let names = hanNames(String(lexed.string(position).suffix(24)), start: position) else { return nil }
    var found = names
    for length in [4, 3, 2] where found.first.count >= length {
      let name = String(found.first.suffix(length))
      if index.knows(name) {
        found.first = name
        return found
      }
    }
    return found.first.count <= 4 ? found : nil
  }
}

extension AuthorYearCallouts.Names {
  fileprivate func with(isEtAl: Bool) -> Self {
    var names = self
    names.isEtAl = isEtAl
    return names
  }
}
