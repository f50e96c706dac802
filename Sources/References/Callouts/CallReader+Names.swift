import Literature
import TextAnalysis

extension CallReader {
  private static let leads: [StaticString] = [
    "see", "also", "cf", "e", "g", "reviewed", "in", "by", "for", "example", "review", "eg", "ie", "i", "as", "and", "the",
    "from", "after",
    "adapted", "modified", "data", "per", "but", "contra", "namely", "compare", "with", "according", "to",
  ]
  static let chineseLeads = ["参见", "详见", "另见", "见", "如", "引自", "转引自"]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "jan",
    "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "spring", "summer", "autumn", "winter",
  ]
  private static let notNames: Set<String> = [
    "table", "figure", "fig", "version", "inc", "usa", "uk", "china", "since", "until", "from", "in", "the", "of", "after",
    "before",
    "during", "ver", "appendix", "however", "furthermore", "moreover", "similarly", "additionally", "recently", "consequently",
    "conversely", "likewise", "therefore", "thus", "indeed", "although", "finally", "subsequently", "whereas", "while",
  ]
  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "del", "di", "da", "la", "le", "el", "al", "ter", "ten", "of", "for", "dos", "das", "do",
    "du",
    "dalla", "della", "dem", "zu", "zur", "af", "bin", "ben", "ibn", "st", "san", "t", "and", "on", "the",
  ]
  private static let ands: Set<String> = ["and", "et", "und", "y"]
  /// What stands for the other authors: "Smith and colleagues".
  private static let company: Set<String> = ["colleagues", "coworkers", "associates", "coauthors", "collaborators", "others"]

  /// How the part of a bracket before the years may be read, the likeliest first; lead words are passed over.
  func candidates(in range: Range<Int>) -> [CallNames] {
    var start = range.lowerBound
    while start < range.upperBound, isLead(start) { start += 1 }
    guard start < range.upperBound else { return [] }
    var candidates: [CallNames] = []
    if let names = names(in: start..<range.upperBound) { candidates.append(names) }
    // "(AlphaSim, Song et al., 2011)"; "The Panel on Clinical Practices" keeps its article.
    candidates += words(in: range.lowerBound..<range.upperBound)
    if start > range.lowerBound { candidates += words(in: start..<range.upperBound) }
    for comma in start..<range.upperBound where lexed.isSymbol(comma, ",") || lexed.isSymbol(comma, ":") {
      if comma + 1 < range.upperBound, let names = names(in: comma + 1..<range.upperBound) { candidates.append(names) }
    }
    return candidates
  }

  /// The text before the years as the name of a body: all of it, what stands before a bracket in it, and what stands in the bracket.
  private func words(in range: Range<Int>) -> [CallNames] {
    guard let last = range.last, range.count <= 40 else { return [] }
    var found: [CallNames] = []
    func add(_ part: Range<Int>) {
      guard let low = part.first, let high = part.last else { return }
      let text = lexed.string(lexed.tokens[low].start..<lexed.tokens[high].end)
      let isMonth = Self.months.contains(text.lowercased())
      found.append(CallNames(first: text, start: range.lowerBound, isMonth: isMonth, isWords: true))
    }
    add(range)
    if let open = range.first(where: isOpenMark), open > range.lowerBound {
      add(range.lowerBound..<open)
      add(open + 1..<(lexed.isSymbol(last, ")") || lexed.isSymbol(last, "]") ? last : last + 1))
    }
    return found
  }

  private func isLead(_ position: Int) -> Bool {
    lexed.isSymbol(position, ",") || lexed.isSymbol(position, ".") || Self.leads.contains { lexed.isWord(position, $0) }
      || isHan(position, Self.chineseLeads)
  }

  /// Names with "et al.", "&", commas between; nil where anything else stands there.
  func names(in range: Range<Int>) -> CallNames? {
    if lexed.tokens[range.lowerBound].kind == .han { return hanNames(range) }
    var position = range.lowerBound
    guard let first = family(at: &position, limit: range.upperBound) else { return nil }
    var names = CallNames(first: first, start: range.lowerBound)
    names.isMonth = Self.months.contains(first.lowercased())
    while position < range.upperBound {
      if let end = endOfOthers(position) {
        names.isEtAl = true
        position = end
      } else if isShortForm(position) {
        position += 3
      } else if lexed.isSymbol(position, ",") || lexed.isSymbol(position, "&") || lexed.isSymbol(position, ".")
        || lexed.isSymbol(position, "、") || isHan(position, ["和", "与", "及"])
        || lexed.tokens[position].kind == .word && Self.ands.contains(lexed.lowercased(position))
      {
        position += 1
      } else if let next = family(at: &position, limit: range.upperBound) {
        if names.second == nil { names.second = next }
        names.count += 1
      } else {
        return nil
      }
    }
    return names
  }

  /// Where "et al.", "and colleagues", 等, 等人 that begins at a token is over.
  private func endOfOthers(_ position: Int) -> Int? {
    if lexed.isWord(position, "et"), lexed.isWord(position + 1, "al") || lexed.isWord(position + 1, "alii") {
      return position + (lexed.isSymbol(position + 2, ".") ? 3 : 2)
    }
    if isHan(position, ["等", "等人"]) { return position + 1 }
    guard lexed.isWord(position, "and") || lexed.isSymbol(position, "&"), position + 1 < lexed.count else { return nil }
    if Self.company.contains(lexed.lowercased(position + 1)) { return position + 2 }
    let isCoworkers =
      lexed.isWord(position + 1, "co") && lexed.isSymbol(position + 2, "-") && lexed.tokens.indices.contains(position + 3)
    return isCoworkers ? position + 4 : nil
  }

  /// The "(GINA)" or "[GINA]" of a body's name.
  private func isShortForm(_ position: Int) -> Bool {
    isOpenMark(position) && position + 2 < lexed.count && isCapitalised(position + 1)
      && (lexed.isSymbol(position + 2, ")") || lexed.isSymbol(position + 2, "]"))
  }

  /// A family name of one to six capitalised words, particles, hyphens and apostrophes included: "van 't Riet", "O'dell", "Kuro-o".
  private func family(at position: inout Int, limit: Int) -> String? {
    let start = position
    var end = position
    while end < limit, end < start + 14 {
      if lexed.tokens[end].kind == .word {
        let isGlued = end > start && !lexed.hasGap(before: end) && lexed.tokens[end - 1].kind == .symbol
        guard isCapitalised(end) || isParticle(end) && !lexed.isWord(end, "and") && !lexed.isWord(end, "the") || isGlued else {
          break
        }
        if end == start, Self.notNames.contains(lexed.lowercased(end)) { break }
      } else if !isWithinName(end, start, limit) {
        break
      }
      end += 1
    }
    guard end > start, hasCapital(start..<end) else { return nil }
    position = end
    return lexed.string(lexed.tokens[start].start..<lexed.tokens[end - 1].end)
  }

  private func hasCapital(_ range: Range<Int>) -> Bool { range.contains(where: isCapitalised) }

  /// A hyphen, an apostrophe, or the point of "U.S. Census Bureau".
  private func isWithinName(_ position: Int, _ start: Int, _ limit: Int) -> Bool {
    let isApostrophe = lexed.isSymbol(position, "'")
    guard position > start || isApostrophe, position + 1 < limit else { return false }
    if lexed.isSymbol(position, "-") || isApostrophe { return lexed.tokens[position + 1].kind == .word }
    return lexed.isSymbol(position, ".") && isCapitalised(position + 1) && lexed.tokens[position - 1].range.count == 1
  }

  func isParticle(_ position: Int) -> Bool {
    lexed.tokens[position].kind == .word && lexed.tokens[position].range.count <= 5
      && Self.particles.contains(lexed.string(position))
  }

  /// A capital first, or within the word: "deNooijer", "eSan".
  func isCapitalised(_ position: Int) -> Bool {
    guard lexed.tokens.indices.contains(position), lexed.tokens[position].kind == .word else { return false }
    let bytes = lexed.utf8[lexed.tokens[position].range]
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.contains { (0x41...0x5A).contains($0) } }
    return lexed.string(position).unicodeScalars.contains { $0.properties.isUppercase }
  }

  /// The names that end right before a bracket or a year, read backwards; the longest reading first, since words before a name may be
  /// capitalised too ("In Smith and Doe").
  func namesEnding(at limit: Int) -> [CallNames] {
    var end = limit
    while end > 0, lexed.isSymbol(end - 1, ",") { end -= 1 }
    if end >= 2, lexed.isWord(end - 1, "s"), lexed.isSymbol(end - 2, "'") { end -= 2 }
    if end >= 1, lexed.isSymbol(end - 1, "'") { end -= 1 }
    guard end > 0 else { return [] }
    if lexed.tokens[end - 1].kind == .han, !isHan(end - 1, ["等", "等人"]) { return hanNarrative(end - 1) }
    let bodyEnd = beforeOthers(end)
    var start = bodyEnd
    var hasAnd = bodyEnd < end
    while start > 0, bodyEnd - start < 30, isPartOfNames(start - 1, hasAnd: hasAnd) {
      if isAndWord(start - 1) { hasAnd = true }
      start -= 1
    }
    var found: [CallNames] = []
    for first in start..<max(start, bodyEnd) where isCapitalised(first) || isParticle(first) {
      guard var names = names(in: first..<bodyEnd), names.start == first else { continue }
      names.isEtAl = names.isEtAl || bodyEnd < end
      found.append(names)
    }
    return found
  }

  private func isAndWord(_ position: Int) -> Bool {
    lexed.isWord(position, "and") || lexed.isSymbol(position, "&") || isHan(position, ["和", "与", "及"])
  }

  private func isPartOfNames(_ position: Int, hasAnd: Bool) -> Bool {
    if isCapitalised(position) || isParticle(position) || isAndWord(position) { return true }
    if lexed.isSymbol(position, "-") || lexed.isSymbol(position, "'") { return true }
    if lexed.tokens[position].kind == .word { return !lexed.hasGap(before: position) && lexed.isSymbol(position - 1, "'") }
    return hasAnd && lexed.isSymbol(position, ",")
  }

  /// Where "et al." or "and colleagues" before a token begins; the token where there is none.
  private func beforeOthers(_ end: Int) -> Int {
    for length in 1...4 where end >= length && endOfOthers(end - length) == end { return end - length }
    return end
  }
}
