import Literature
import TextAnalysis

/// Finds callouts whose superscript was lost, as happens in copies from PDF: `survival12,14`, `in adults.3–5`.
///
/// The digits alone look like many other things, so a document's callouts are read so only where they name half of the list in its order
/// (`OrderedCallouts`).
struct GluedCallouts {
  let labels: LabelIndex
  /// Words with digits that stand in the text again and again: names ("omega3"), not callouts.
  let names: Set<String>

  /// Words that are counted by the digits glued to them, and stems of names that end in digits.
  private static let numbered: Set<String> = [
    "week", "weeks", "day", "days", "month", "months", "year", "years", "hour", "hours", "grade", "stage", "phase", "type",
    "group", "arm",
    "level", "cycle", "visit", "part", "table", "figure", "step", "class", "line", "dose", "panel", "equation", "appendix",
    "section",
    "chapter", "item", "question", "version", "page", "vitamin", "omega", "factor", "caspase", "complement", "interleukin",
    "chromosome",
    "exon", "intron", "codon", "claudin", "galectin", "keratin", "cohort", "model", "time", "site", "patient", "case", "http",
    "https",
  ]
  /// Abbreviations before a number: "Fig.3".
  private static let announcers: Set<String> = [
    "fig", "figs", "no", "nos", "vol", "tab", "eq", "eqs", "ref", "refs", "sec", "chap", "pp", "art", "ver", "approx", "doi",
  ]

  init(labels: LabelIndex, lexed: [LexedText]) {
    self.labels = labels
    var counts: [String: Int] = [:]
    for text in lexed {
      for token in text.tokens where token.kind == .word && (0x30...0x39).contains(text.utf8[token.end - 1]) {
        counts[text.string(token.range), default: 0] += 1
      }
    }
    names = Set(counts.filter { $0.value >= 3 }.keys)
  }

  func callouts(in lexed: LexedText, passage: Int) -> [Callout] {
    var found: [Callout] = []
    for index in lexed.tokens.indices {
      guard let (start, isDoubtful) = digitsBehindWord(index, lexed) ?? digitsBehindMark(index, lexed),
        start >= found.last?.range.upperBound ?? 0
      else { continue }
      let end = endOfRun(from: start, in: lexed.utf8)
      guard let list = LabelList(lexed.utf8[start..<end], index: labels), list.labels.allSatisfy({ labels.index(of: $0) != nil }),
        isFree(end, in: lexed.utf8)
      else { continue }
      found.append(
        Callout(passage: passage, range: start..<end, targets: list.labels.map(labels.target), isDoubtful: isDoubtful))
    }
    return found
  }

  /// The first digit of "survival12": small letters but for the first; doubtful behind three letters or abbreviations ("use5", "COPD1").
  private func digitsBehindWord(_ index: Int, _ lexed: LexedText) -> (start: Int, isDoubtful: Bool)? {
    let token = lexed.tokens[index]
    guard token.kind == .word, (0x30...0x39).contains(lexed.utf8[token.end - 1]) else { return nil }
    let letters = lexed.utf8[token.range].prefix { !(0x30...0x39).contains($0) }
    let digits = lexed.utf8[letters.endIndex..<token.end]
    guard letters.count >= 3, letters.allSatisfy(Self.isLetter), (1...3).contains(digits.count),
      digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let stem = String(decoding: letters, as: UTF8.self).lowercased()
    guard !Self.numbered.contains(stem), !Self.announcers.contains(stem), !names.contains(lexed.string(index)) else { return nil }
    let isPlain = letters.count >= 4 && letters.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
    return (letters.endIndex, !isPlain)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

  /// The first digit of "adults.3", "risk,4", "(the score)5", "disease (COPD).6": marks between a word and the number, without blanks.
  private func digitsBehindMark(_ index: Int, _ lexed: LexedText) -> (start: Int, isDoubtful: Bool)? {
    guard index >= 2, lexed.isNumber(index), !lexed.hasGap(before: index), !lexed.hasGap(before: index - 1),
      [".", ",", ";", ")", "\"", "%"].contains(where: { lexed.isSymbol(index - 1, $0) })
    else { return nil }
    let start = lexed.tokens[index].start
    if lexed.isSymbol(index - 1, "%") || lexed.isSymbol(index - 1, "\"") { return (start, true) }
    if lexed.isSymbol(index - 2, ")") || lexed.isSymbol(index - 2, "\"") || lexed.isSymbol(index - 2, "%") {
      return (start, false)
    }
    guard lexed.tokens[index - 2].kind == .word else { return nil }
    let word = lexed.utf8[lexed.tokens[index - 2].range]
    guard word.count >= 3, !Self.announcers.contains(lexed.lowercased(index - 2)) else { return nil }
    let isPlain = word.suffix(2).allSatisfy { (0x61...0x7A).contains($0) } || lexed.isSymbol(index - 1, ")")
    return (start, !isPlain)
  }

  /// Digits with commas and dashes between, no blanks.
  private func endOfRun(from start: Int, in utf8: [UInt8]) -> Int {
    var (offset, end) = (start, start)
    while offset < utf8.count {
      if (0x30...0x39).contains(utf8[offset]) {
        offset += 1
        end = offset
      } else if utf8[offset] == 0x2C || utf8[offset] == 0x2D {
        offset += 1
      } else if utf8[offset...].starts(with: [0xE2, 0x80, 0x93]) {
        offset += 3
      } else {
        break
      }
      if offset - end > 3 { break }
    }
    return end
  }

  /// Behind the digits the word is over: "survival12mg" and "score.5%" are no callouts.
  private func isFree(_ end: Int, in utf8: [UInt8]) -> Bool {
    guard end < utf8.count else { return true }
    return [0x20, 0x0A, 0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x5D, 0x3F].contains(utf8[end])
  }
}
