/// The English long form of a short form: the words before the bracket whose letters spell it best.
enum EnglishLongForm {
  /// Longest stretch of text that is looked at, in bytes.
  private static let reach = 160

  /// The bytes of the long form that ends right before the bracket `open`; nil if no words spell the short form.
  static func range(of short: ShortForm, before open: Int, in lexed: LexedText) -> Range<Int>? {
    let end = lexed.tokens[open - 1].end
    if short.isSingle { return word(of: short, endingAt: open - 1, in: lexed) }
    let start = regionStart(before: open, letters: short.letters.count, in: lexed)
    if let long = range(of: short, from: start, to: end, in: lexed) { return long }
    // "Kₐ (k(a)) and dissociation rate (k(d))": what another bracket closes cannot be a part.
    guard let closing = lexed.utf8[start..<max(start, end)].lastIndex(of: 0x29) else { return nil }
    return range(of: short, from: closing + 1, to: end, in: lexed)
  }

  private static func range(of short: ShortForm, from start: Int, to end: Int, in lexed: LexedText) -> Range<Int>? {
    guard start < end, let alignment = Alignment(short.letters, in: lexed.utf8[start..<end]) else { return nil }
    guard alignment.cost <= limit(short), !isShortFormItself(alignment.start..<end, short, lexed) else { return nil }
    let begin = withChemicalPrefix(alignment.start, from: start, in: lexed.utf8)
    if isBalanced(lexed.utf8[begin..<end]) { return begin..<end }
    // "1,2-bis(diphenylphosphino)ethane": the first letter stands within a bracket of one long word.
    var wide = begin
    while wide > start, lexed.utf8[wide - 1] > 0x20 { wide -= 1 }
    return isBalanced(lexed.utf8[wide..<end]) && foldedLetterOrDigit(lexed.utf8[wide]) != nil ? wide..<end : nil
  }

  /// The one word before the bracket, of four letters or more, that begins with a single letter: "testosterone (T)".
  private static func word(of short: ShortForm, endingAt index: Int, in lexed: LexedText) -> Range<Int>? {
    let token = lexed.tokens[index]
    guard token.kind == .word, token.end - token.start >= 4, foldedLetterOrDigit(lexed.utf8[token.start]) == short.letters.first,
      lexed.hasGap(before: index)
    else { return nil }
    return token.range
  }

  /// Whether every bracket that closes was opened.
  private static func isBalanced(_ bytes: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    for byte in bytes where depth >= 0 {
      if byte == 0x28 || byte == 0x5B { depth += 1 }
      if byte == 0x29 || byte == 0x5D { depth -= 1 }
    }
    return depth == 0
  }

  /// Takes in what the letters of an abbreviation leave out at the beginning of a chemical name: 3-hydroxy…, alpha-1-anti….
  private static func withChemicalPrefix(_ start: Int, from bound: Int, in utf8: [UInt8]) -> Int {
    guard start > bound, utf8[start - 1] == 0x2D || utf8[start - 1] == 0x27 else { return start }
    var begin = start
    var letters = 0
    while begin > bound, utf8[begin - 1] > 0x20, utf8[begin - 1] != 0x28, utf8[begin - 1] != 0x5B {
      begin -= 1
      if isLatinLetter(utf8[begin]) { letters += 1 }
    }
    let prefix = utf8[begin..<start].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let isGreek = greekNames.contains { prefix.starts(with: $0.utf8) }
    return letters <= 2 || isGreek ? begin : start
  }

  private static let greekNames = ["alpha", "beta", "gamma", "delta", "omega"]

  /// Whether a whole phrase, from its first letter on, spells the short form.
  static func isWhole(_ phrase: Range<Int>, of short: ShortForm, in utf8: [UInt8]) -> Bool {
    guard phrase.count <= reach, phrase.count > short.letters.count + 1, short.capitals > 0 || short.letters.count <= 4,
      let alignment = Alignment(short.letters, in: utf8[phrase], atStart: true)
    else { return false }
    return alignment.cost <= limit(short)
  }

  /// How far from spelling its words' initials a short form may be; long ones may be further, ordinary words hardly.
  private static func limit(_ short: ShortForm) -> Int {
    short.capitals == 0 && short.letters.count > 4 ? 6 : 14 + 9 * short.letters.count
  }

  /// Min(|SF| + 5, 2·|SF|) words back, not over the end of a sentence or another bracket.
  private static func regionStart(before open: Int, letters: Int, in lexed: LexedText) -> Int {
    var words = min(letters + 5, letters * 2)
    var index = open - 1
    var start = lexed.tokens[open].start
    var depth = 0
    while index >= 0, words >= 0, lexed.tokens[open].start - lexed.tokens[index].start <= reach {
      if endsRegion(index, in: lexed) { break }
      if lexed.isSymbol(index, ")") { depth += 1 }
      if lexed.isSymbol(index, "(") { depth -= 1 }
      if depth < 0 { break }
      if lexed.tokens[index].kind == .word || lexed.tokens[index].kind == .number {
        if index + 1 == open || lexed.hasGap(before: index + 1) { words -= 1 }
        if words < 0 { break }
        if depth == 0 { start = lexed.tokens[index].start }
      }
      index -= 1
    }
    return start
  }

  private static func endsRegion(_ index: Int, in lexed: LexedText) -> Bool {
    let token = lexed.tokens[index]
    if token.kind == .han { return true }
    guard token.kind == .symbol else { return false }
    if token.isSymbol(";") || token.isSymbol("?") || token.isSymbol("!") || token.isSymbol("。") { return true }
    return token.isSymbol(".") && index + 1 < lexed.count && lexed.hasGap(before: index + 1)
  }

  private static func isShortFormItself(_ range: Range<Int>, _ short: ShortForm, _ lexed: LexedText) -> Bool {
    let letters = lexed.utf8[range].compactMap(foldedLetterOrDigit)
    guard letters.count > short.letters.count + 1 else { return true }
    // "SYN in human gene nomenclature (syn)" repeats the short form instead of spelling it.
    let word = lexed.utf8[range].prefix { foldedLetterOrDigit($0) != nil }
    return word.compactMap(foldedLetterOrDigit) == short.letters
  }
}

/// The cheapest way to find the letters of a short form, in order, in a text.
///
/// A letter at the beginning of a word costs nothing; further letters of a word whose beginning is taken cost little; letters of
/// a word whose beginning is not taken cost much, and so does a word left out. One pass from the right a letter: O(letters · bytes).
struct Alignment {
  /// Where the first letter stands: the beginning of a word.
  let start: Int
  let cost: Int

  private static let impossible = 1 << 20
  private static let inside = 6
  private static let entered = 22

  init?(_ letters: [UInt8], in text: ArraySlice<UInt8>, atStart: Bool = false) {
    let bytes = Array(text)
    guard let first = letters.first, !bytes.isEmpty else { return nil }
    let words = WordMap(bytes)
    var costs = [Int](repeating: 0, count: bytes.count)
    for position in bytes.indices { costs[position] = words.skipped(after: words.word[position], through: words.count) }
    Self.keep(letters[letters.count - 1], in: bytes, words, &costs)
    for letter in letters.dropLast().reversed() {
      costs = Self.preceding(costs, words)
      Self.keep(letter, in: bytes, words, &costs)
    }
    var best: (start: Int, cost: Int)?
    for position in bytes.indices where words.begins[position] && Self.spells(first, at: position, in: bytes, words) {
      if atStart, position > 0 { break }
      if costs[position] < Self.impossible, best.map({ costs[position] <= $0.cost }) ?? true {
        best = (position, costs[position])
      }
    }
    guard let best else { return nil }
    start = text.startIndex + best.start
    cost = best.cost
  }

  private static func keep(_ letter: UInt8, in bytes: [UInt8], _ words: WordMap, _ costs: inout [Int]) {
    for position in bytes.indices where !spells(letter, at: position, in: bytes, words) { costs[position] = impossible }
  }

  private static let numerals: [[UInt8]] = ["two", "three", "four", "five", "six"].map { Array($0.utf8) }

  /// Whether a letter or digit stands at a place; the numeral that begins there counts as its digit: 2 of "two-dimensional".
  private static func spells(_ letter: UInt8, at position: Int, in bytes: [UInt8], _ words: WordMap) -> Bool {
    if foldedLetterOrDigit(bytes[position]) == letter { return true }
    guard (0x32...0x36).contains(letter), words.begins[position] else { return false }
    return bytes[position...].lazy.map { $0 | 0x20 }.starts(with: numerals[Int(letter) - 0x32])
  }

  /// For each place, the cost of the letters to its right, given their costs by place.
  private static func preceding(_ costs: [Int], _ words: WordMap) -> [Int] {
    var result = costs
    /// Cheapest place to the right in the same word, and in later words with the words before them counted as left out.
    var same = impossible
    var later = impossible
    var pending = impossible
    for position in costs.indices.reversed() {
      let word = words.word[position]
      let isLastOfWord = position + 1 == costs.count || words.word[position + 1] != word
      if isLastOfWord {
        later = min(later, pending)
        pending = impossible
        same = impossible
      }
      let next = later == impossible ? impossible : later - words.weightThrough(word)
      result[position] = min(same, next, impossible)
      guard costs[position] < impossible else { continue }
      same = min(same, costs[position] + inside)
      let entry = costs[position] + (words.begins[position] ? 0 : entered)
      pending = min(pending, entry + words.weightThrough(word - 1))
    }
    return result
  }
}

/// Which word each byte belongs to, and what leaving a word out costs.
private struct WordMap {
  /// From 0; a byte between words belongs to the word before it.
  var word: [Int] = []
  var begins: [Bool] = []
  /// Sum of the weights of the words up to and with this one.
  private var weights: [Int] = []
  var count: Int { weights.count }

  init(_ bytes: [UInt8]) {
    var start = 0
    var inWord = false
    for (position, byte) in bytes.enumerated() {
      let isLetter = foldedLetterOrDigit(byte) != nil || byte >= 0x80
      begins.append(isLetter && !inWord)
      if isLetter, !inWord {
        closeWord(bytes[start..<position])
        start = position
        weights.append(weights.last ?? 0)
      }
      inWord = isLetter
      word.append(max(0, weights.count - 1))
    }
    closeWord(bytes[start...])
  }

  private mutating func closeWord(_ bytes: ArraySlice<UInt8>) {
    guard !weights.isEmpty else { return }
    weights[weights.count - 1] += Self.weight(bytes)
  }

  /// Small words may be left out at little cost.
  private static func weight(_ bytes: ArraySlice<UInt8>) -> Int {
    let letters = bytes.prefix { foldedLetterOrDigit($0) != nil }
    switch letters.count {
    case 0...1: return 3
    case 2...3: return 3
    default: return 12
    }
  }

  func weightThrough(_ word: Int) -> Int { word >= 0 && word < weights.count ? weights[word] : 0 }
  func skipped(after word: Int, through count: Int) -> Int { (weights.last ?? 0) - weightThrough(word) }
}
