import Literature
import TextAnalysis

/// What a reference says of its kind in so many words: "[dataset]", "U.S. Patent No. 9,123,456", "(Report No. 12)", "[Internet]".
struct KindMark {
  /// A CSL type, if the words decide it.
  var type: String?
  var genre: String?
  /// Of a report or a patent.
  var number: String?
  /// A notice that belongs to the work: "Erratum, N Engl J Med 2017;377:2506".
  var note: String?
  /// Of a thesis: "[Doctoral dissertation, University of Leeds]".
  var publisher: String?
  /// Tokens, with the brackets.
  var range: Range<Int>
}

/// Finds the marks of a reference string; none of them is part of a title, a journal or a publisher. O(tokens).
struct KindMarkReader {
  let tokens: ReferenceTokens

  func run() -> [KindMark] {
    var marks: [KindMark] = []
    var index = 0
    while index < tokens.count {
      if let mark = mark(at: index), mark.range.lowerBound >= marks.last?.range.upperBound ?? 0 {
        marks.append(mark)
        index = max(index + 1, mark.range.upperBound)
      } else {
        index += 1
      }
    }
    return marks
  }

  private func mark(at index: Int) -> KindMark? {
    switch tokens.firstByte(index) {
    case 0x5B: tokens.closing(of: index).flatMap { square(index + 1..<$0) }
    case 0x28: tokens.closing(of: index).flatMap { round(index + 1..<$0) }
    case 0x50, 0x70: tokens.word(index, "patent") ? patent(at: index) : nil
    case 0x41, 0x61: tokens.word(index, "arxiv") ? arXiv(at: index) : nil
    default: nil
    }
  }

  // MARK: Brackets

  private func square(_ inner: Range<Int>) -> KindMark? {
    let whole = inner.lowerBound - 1..<inner.upperBound + 1
    guard !inner.isEmpty, inner.count <= 24 else { return nil }
    if inner.count <= 3, isTypeMark(inner) || tokens.word(inner.lowerBound, "internet") || tokens.word(inner.lowerBound, "online")
    {
      return KindMark(range: whole)
    }
    if tokens.word(inner.lowerBound, "no"), tokens.word(inner.lowerBound + 1, in: ["author", "authors"]) {
      return KindMark(range: whole)
    }
    if isNotice(inner) { return KindMark(note: tokens.trimmed(inner), range: whole) }
    if isDataset(inner) { return KindMark(type: "dataset", range: whole) }
    if says(inner, "software") || tokens.word(inner.lowerBound, "computer") && tokens.word(inner.lowerBound + 1, "program") {
      return KindMark(type: "software", range: whole)
    }
    if inner.count == 1, tokens.word(inner.lowerBound, "preprint") {
      return KindMark(type: "article", genre: "preprint", range: whole)
    }
    return thesis(inner, whole) ?? report(inner, whole)
  }

  private func round(_ inner: Range<Int>) -> KindMark? {
    let whole = inner.lowerBound - 1..<inner.upperBound + 1
    guard inner.count > 1, inner.count <= 24 else { return nil }
    if isNotice(inner) { return KindMark(note: tokens.trimmed(inner), range: whole) }
    let isDegree = tokens.word(
      inner.lowerBound,
      in: ["doctoral", "doctor", "master", "masters", "phd", "ph", "msc", "unpublished", "dissertation", "published"])
    return (isDegree ? thesis(inner, whole) : nil) ?? report(inner, whole)
  }

  /// `[J]`, `[EB/OL]`: read by `StandardReader`.
  private func isTypeMark(_ inner: Range<Int>) -> Bool {
    tokens.isAllCapitals(inner.lowerBound) && tokens.length(inner.lowerBound) <= 2
      && (inner.count == 1 || tokens.isSymbol(inner.lowerBound + 1, "/"))
  }

  private func says(_ range: Range<Int>, _ word: StaticString) -> Bool { range.contains { tokens.word($0, word) } }

  /// "(Erratum, N Engl J Med 2017;377:2506.)", "[published correction appears in JAMA. 2020;1:2]": another place than the work's.
  private func isNotice(_ inner: Range<Int>) -> Bool {
    let isNamed =
      tokens.word(inner.lowerBound, in: ["erratum", "corrigendum", "correction", "retracted", "comment"])
      || tokens.word(inner.lowerBound, "published") && tokens.word(inner.lowerBound + 1, in: ["correction", "erratum"])
    return isNamed && inner.contains { tokens.isNumber($0) }
  }

  private func isDataset(_ inner: Range<Int>) -> Bool {
    inner.contains { index in
      tokens.word(index, "dataset") || tokens.word(index, "datasets")
        || tokens.word(index, "data") && tokens.word(index + 1, in: ["set", "sets", "file", "files"])
    }
  }

  /// "[dissertation]", "[Doctoral dissertation, University of Leeds]".
  private func thesis(_ inner: Range<Int>, _ whole: Range<Int>) -> KindMark? {
    let comma = inner.first { tokens.isSymbol($0, ",") } ?? inner.upperBound
    let degree = inner.lowerBound..<comma
    guard says(degree, "dissertation") || says(degree, "thesis") || says(degree, "diss") else { return nil }
    let school = comma < inner.upperBound ? tokens.trimmed(comma + 1..<inner.upperBound) : nil
    return KindMark(type: "thesis", genre: tokens.trimmed(degree), publisher: school, range: whole)
  }

  /// "(Report No. WHO-NMH-14.1)".
  private func report(_ inner: Range<Int>, _ whole: Range<Int>) -> KindMark? {
    guard let number = inner.first(where: { tokens.word($0, in: ["no", "number"]) }), number > inner.lowerBound,
      let kind = (inner.lowerBound..<number).last(where: { tokens.isWord($0) }),
      tokens.word(kind, in: ["report", "paper", "publication", "memo", "memorandum", "bulletin", "brief"])
    else { return nil }
    return KindMark(
      type: "report", genre: tokens.trimmed(inner.lowerBound..<number), number: tokens.trimmed(number + 1..<inner.upperBound),
      range: whole)
  }

  // MARK: Patents

  /// "U.S. Patent No. 9,123,456", "United States patent US 9,123,456", "European Patent EP1234567 B1".
  private func patent(at index: Int) -> KindMark? {
    var first = index + 1
    while tokens.isSymbol(first, ".") || tokens.isSymbol(first, ":") || tokens.isSymbol(first, "#")
      || tokens.word(first, in: ["application", "appl", "publication", "no", "number"])
    {
      first += 1
    }
    guard let end = patentNumberEnd(from: first) else { return nil }
    var range = land(before: index)..<end
    guard range.lowerBound == 0 || tokens.kind(range.lowerBound - 1) == .symbol else { return nil }
    if tokens.isSymbol(range.lowerBound - 1, "("), tokens.isSymbol(end, ")") { range = range.lowerBound - 1..<end + 1 }
    return KindMark(type: "patent", number: tokens.trimmed(first..<end), range: range)
  }

  private func land(before index: Int) -> Int {
    if tokens.isSymbol(index - 1, "."), tokens.word(index - 2, "s"), tokens.isSymbol(index - 3, "."), tokens.word(index - 4, "u")
    {
      return index - 4
    }
    if tokens.word(index - 1, "states"), tokens.word(index - 2, "united") { return index - 2 }
    let isLand = tokens.word(
      index - 1,
      in: [
        "us", "usa", "european", "chinese", "japanese", "german", "british", "uk", "korean", "canadian", "australian", "french",
        "international", "ep", "wo", "cn", "jp", "de", "gb",
      ])
    return isLand ? index - 1 : index
  }

  /// Groups of digits, "US", "A1" in one number of four digits and more.
  private func patentNumberEnd(from start: Int) -> Int? {
    var end = start
    var digits = 0
    while end < tokens.count {
      let isGlued = end > start && !tokens.hasGap(before: end)
      if tokens.isNumber(end), digits == 0 || isGlued || tokens.length(end) == 3 {
        digits += tokens.length(end)
      } else if tokens.isAllCapitals(end), tokens.length(end) <= 2 || holdsDigit(end) {
        digits += holdsDigit(end) ? max(0, tokens.length(end) - 2) : 0
      } else if holdsDigit(end), tokens.isWord(end), tokens.isCapitalised(end) {
        digits += tokens.length(end) - 2
      } else if !(isGlued && isJoint(end)) {
        break
      }
      end += 1
    }
    return digits >= 4 ? end : nil
  }

  /// A comma, slash or dash between two parts of a number, without blanks.
  private func isJoint(_ index: Int) -> Bool {
    (tokens.isSymbol(index, ",") || tokens.isSymbol(index, "/") || tokens.isSymbol(index, "-"))
      && !tokens.hasGap(before: index + 1) && (tokens.isNumber(index + 1) || holdsDigit(index + 1))
  }

  private func holdsDigit(_ index: Int) -> Bool {
    tokens.tokens.indices.contains(index) && tokens.utf8[tokens.tokens[index].range].contains { (0x30...0x39).contains($0) }
  }

  // MARK: arXiv

  /// "arXiv preprint arXiv:2105.01234v2 [cs.CV]".
  private func arXiv(at index: Int) -> KindMark? {
    var end = index + 1
    while end < tokens.count {
      if tokens.isSymbol(end, "["), let close = tokens.closing(of: end), close - end <= 8 {
        end = close
      } else if !(tokens.isSymbol(end, ":") || tokens.word(end, in: ["preprint", "arxiv", "eprint"])
        || holdsDigit(end) && !isYear(end)
        || !tokens.hasGap(before: end) && (tokens.isSymbol(end, "/") || tokens.isSymbol(end, ".") && holdsDigit(end + 1)))
      {
        break
      }
      end += 1
    }
    guard (index..<end).contains(where: { holdsDigit($0) }) else { return nil }
    let start = tokens.word(index - 1, "preprint") ? index - 1 : index
    return KindMark(type: "article", range: start..<end)
  }

  private func isYear(_ index: Int) -> Bool { tokens.year(index) != nil && tokens.hasGap(before: index) }
}
