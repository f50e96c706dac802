import Literature
import TextAnalysis

/// Callouts that a file prints and does not mark: "[e.g. 7-10]", "(29, 30)", "(IARC 2010)".
///
/// They are too loose to be linked, and enough to say that an entry is cited.
struct UnlinkedCallouts {
  private var numbers: Set<Int> = []
  /// Lower-case words that stand before a year, with it: "iarc 2010".
  private var names: Set<String> = []
  private static let mostBetween = 6
  private static let mostInBrackets = 14
  private static let longestRange = 60

  /// O(tokens).
  init(_ context: CheckContext) {
    let marksNumbers = context.extract.references.prefix(3).allSatisfy { CitedNumbers.leadingNumber($0.label) != nil }
    let inRound = context.extract.citations.contains { Self.isInRoundBrackets($0, context) }
    for index in context.extract.passages.indices where context.extract.passages[index].kind != .reference {
      let (text, flow) = (context.lexed[index], context.extract.passages[index].flow)
      let taken = context.citations(in: index).map(\.span)
      let isFree = { (token: Int) in !taken.contains { $0.overlaps(flow.span(of: text.tokens[token].range)) } }
      for token in text.tokens.indices {
        // "23.1 (12)" and "23 [12-45]" are spreads.
        let opens = text.isSymbol(token, "[") || inRound && text.isSymbol(token, "(")
        if marksNumbers, opens, !text.isNumber(token - 1), !text.isSymbol(token - 1, "%") { takeNumbers(text, token, isFree) }
        if text.isNumber(token), isFree(token) { takeNames(text, before: token, isFree) }
        if marksNumbers, Self.isSpokenOf(text, token), let number = text.number(token), number.decimals == 0 {
          numbers.insert(Int(number.value))
        }
      }
    }
  }

  private static func isInRoundBrackets(_ citation: Citation, _ context: CheckContext) -> Bool {
    if citation.marker.hasPrefix("(") { return true }
    let (text, flow) = (context.lexed[citation.passage], context.extract.passages[citation.passage].flow)
    guard citation.marker.first?.isNumber ?? false, let start = flow.flowOffset(ofSource: citation.span.start) else {
      return false
    }
    return text.isSymbol(text.firstToken(at: start) - 1, "(")
  }

  /// "By the criteria of reference 11", 见文献11.
  private static func isSpokenOf(_ text: LexedText, _ token: Int) -> Bool {
    ["reference", "references", "ref", "refs"].contains { text.isWord(token - 1, $0) } || text.hanHasSuffix(token - 1, "文献")
  }

  /// Whether an unmarked callout may name a number.
  func name(_ number: Int) -> Bool { numbers.contains(number) }

  /// Whether an unmarked callout may mean an entry.
  func name(_ reference: Reference) -> Bool {
    if let number = CitedNumbers.leadingNumber(reference.label), name(number) { return true }
    guard let year = reference.item.year else { return false }
    return Self.callNames(reference).contains { names.contains("\($0) \(year)") }
  }

  /// The first author's family name; of a body its name, its capitals, and the short form it begins with.
  private static func callNames(_ reference: Reference) -> [String] {
    let author = reference.item.authors.first
    let whole = author?.family ?? author?.literal ?? ""
    let body = author?.literal ?? whole
    let capitals = body.split(separator: " ").compactMap(\.first).filter(\.isUppercase)
    let words = LexedText(whole)
    let last = words.tokens.indices.last { words.tokens[$0].kind == .word }.map { words.lowercased($0) }
    let first = reference.raw.prefix { $0.isLetter }.lowercased()
    return [last, capitals.count > 1 ? String(capitals).lowercased() : nil, first.count > 1 ? first : nil].compactMap { $0 }
  }

  /// Numbers alone in brackets, with "e.g." or "see" before them.
  private mutating func takeNumbers(_ text: LexedText, _ opening: Int, _ isFree: (Int) -> Bool) {
    var found: [Int] = []
    var isRange = false
    for token in opening + 1..<min(text.count, opening + 1 + Self.mostInBrackets) {
      if text.isSymbol(token, "]") || text.isSymbol(token, ")") {
        numbers.formUnion(found)
        return
      }
      if let number = text.number(token), number.decimals == 0, (1...999).contains(number.value), isFree(token) {
        let value = Int(number.value)
        if isRange, let last = found.last, last < value, value - last <= Self.longestRange { found += Array(last + 1..<value) }
        found.append(value)
        isRange = false
      } else if text.isSymbol(token, "-") {
        isRange = true
      } else if !isFiller(text, token) {
        return
      }
    }
  }

  private func isFiller(_ text: LexedText, _ token: Int) -> Bool {
    text.isSymbol(token, ",") || text.isSymbol(token, ".") || text.isSymbol(token, ";")
      || ["e", "g", "eg", "see", "and", "also", "cf", "refs", "ref"].contains { text.lowercased(token) == $0 }
  }

  private mutating func takeNames(_ text: LexedText, before year: Int, _ isFree: (Int) -> Bool) {
    guard let number = text.number(year), number.decimals == 0, (1800...2100).contains(number.value) else { return }
    for token in (max(0, year - Self.mostBetween)..<year).reversed() {
      // What stands in the sentence before does not name the year's work.
      if text.isSymbol(token, "."), !text.isWord(token - 1, "al"), text.hasGap(before: token + 1) { return }
      if text.tokens[token].kind == .word, isFree(token) { names.insert("\(text.lowercased(token)) \(Int(number.value))") }
    }
  }
}
