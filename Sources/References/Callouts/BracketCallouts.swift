import Literature
import TextAnalysis

/// Finds numbers in brackets: `[9]`, `[3] [4]`, `[8]-[10]`, `［1］`, `^[3]^`; or in parentheses, where that is the scheme. A word may
/// lead them in: `(ref. 4)`, `[see refs 2, 3]`, (文献 4).
struct BracketCallouts {
  let labels: LabelIndex
  let open: Unicode.Scalar
  let close: Unicode.Scalar

  /// What stands before an interval or a range of values, never before a callout of two numbers.
  private static let intervalWords: [StaticString] = [
    "ci", "iqr", "range", "interval", "sd", "median", "quartile", "quartiles", "cri", "percentile",
  ]

  func callouts(in lexed: LexedText, passage: Int, kind: Passage.Kind) -> [Callout] {
    var found: [Callout] = []
    var index = 0
    while index < lexed.count {
      guard lexed.isSymbol(index, open), let (callout, end) = callout(at: index, in: lexed, passage: passage, kind: kind) else {
        index += 1
        continue
      }
      if let last = found.last, let joined = join(last, callout, in: lexed) {
        found[found.count - 1] = joined
      } else {
        found.append(callout)
      }
      index = end
    }
    return found
  }

  private func callout(at index: Int, in lexed: LexedText, passage: Int, kind: Passage.Kind) -> (Callout, Int)? {
    guard let end = (index + 1..<min(index + 60, lexed.count)).first(where: { lexed.isSymbol($0, close) }), end > index + 1 else {
      return nil
    }
    let lead = leadIn(index + 1, before: end, in: lexed)
    if let lead {
      let content = lexed.tokens[lead].start..<lexed.tokens[end].start
      guard let list = LabelList(lexed.utf8[content], index: labels, parts: open == "["), isPlausible(list.labels) else {
        return nil
      }
      let range = lexed.tokens[index].start..<lexed.tokens[end].end
      return (Callout(passage: passage, range: range, targets: list.labels.map(labels.target)), end + 1)
    }
    let content = lexed.tokens[index].end..<lexed.tokens[end].start
    guard content.count <= 160, let list = LabelList(lexed.utf8[content], index: labels, parts: open == "["),
      isPlausible(list.labels),
      !isInterval(list.labels, at: index, in: lexed, kind: kind), !isLink(behind: end, in: lexed),
      !isGlued(at: index, end: end, in: lexed), !isMeasured(end, in: lexed), !isStep(index, in: lexed),
      open != "(" || !isCount(at: index, end: end, in: lexed, kind: kind) && !isItem(at: index, end: end, in: lexed)
    else { return nil }
    let range = widened(lexed.tokens[index].start..<lexed.tokens[end].end, in: lexed.utf8)
    return (Callout(passage: passage, range: range, targets: list.labels.map(labels.target)), end + 1)
  }

  /// The first number behind "ref.", "see references", 文献 at the start of a bracket; nil where it begins otherwise.
  private func leadIn(_ first: Int, before end: Int, in lexed: LexedText) -> Int? {
    var index = first
    if lexed.isWord(index, "see") || lexed.isWord(index, "cf") { index += lexed.isSymbol(index + 1, ".") ? 2 : 1 }
    let isEnglish = ["ref", "refs", "reference", "references"].contains { lexed.lowercasedWord(index) == $0 }
    let isChinese = ["文献", "见文献", "参见文献", "参考文献"].contains { lexed.isHan(index, $0) }
    guard isEnglish || isChinese else { return nil }
    index += lexed.isSymbol(index + 1, ".") ? 2 : 1
    return index < end && lexed.isNumber(index) ? index : nil
  }

  /// Numbers of the list, or not far above it: `[45]` dangles in a list of 37; `[2019]` is a year, `[400]` a quantity.
  private func isPlausible(_ found: [String]) -> Bool {
    found.allSatisfy { label in
      if labels.index(of: label) != nil { return true }
      guard let number = Int(label), !labels.isEmpty else { return false }
      return number <= labels.largest + max(20, labels.largest / 2)
    }
  }

  /// "34 [12, 45]", "95% CI [1, 3]", "median (IQR) [2-7]".
  private func isInterval(_ found: [String], at index: Int, in lexed: LexedText, kind: Passage.Kind) -> Bool {
    guard index > 0 else { return false }
    let before = index - 1
    let isValue =
      lexed.isNumber(before) && !isNewCell(index, in: lexed) && !isOfName(before, in: lexed)
      && lexed.number(before).map { !(1900...2099).contains($0.value) || $0.decimals > 0 } == true
    if kind == .tableRow, isValue { return true }
    let isPair = pairs(lexed.tokens[index].end, lexed, found)
    guard isPair else { return false }
    if isValue, lexed.hasGap(before: index) { return true }
    if Self.intervalWords.contains(where: { lexed.isWord(before, $0) }) { return true }
    if lexed.isSymbol(before, ")"), before > 0, Self.intervalWords.contains(where: { lexed.isWord(before - 1, $0) }) {
      return true
    }
    if ["=", ":", "∈"].contains(where: { lexed.isSymbol(before, $0) }) { return true }
    return lexed.hanHasSuffix(before, "区间") || lexed.hanHasSuffix(before, "范围") || lexed.hanHasSuffix(before, "间距")
  }

  /// "CEDAR-12 [3]": the number of a study's name, which touches a word in capitals by its hyphen.
  private func isOfName(_ number: Int, in lexed: LexedText) -> Bool {
    guard number >= 2, lexed.isSymbol(number - 1, "-"), !lexed.hasGap(before: number), !lexed.hasGap(before: number - 1),
      lexed.tokens[number - 2].kind == .word
    else { return false }
    let letters = lexed.utf8[lexed.tokens[number - 2].range]
    return letters.count >= 3 && letters.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
  }

  /// Whether a bracket begins a cell of a table's row: the number before it is another cell's.
  private func isNewCell(_ index: Int, in lexed: LexedText) -> Bool {
    index > 0 && lexed.utf8[lexed.tokens[index - 1].end..<lexed.tokens[index].start].contains(0x09)
  }

  /// Exactly two numbers are printed in the brackets.
  private func pairs(_ start: Int, _ lexed: LexedText, _ found: [String]) -> Bool {
    if found.count == 2 { return true }
    var runs = 0
    var inDigits = false
    for byte in lexed.utf8[start...] where byte != 0x20 {
      if byte == 0x5D || byte == 0x29 { break }
      let isDigit = (0x30...0x39).contains(byte)
      if isDigit, !inDigits { runs += 1 }
      inDigits = isDigit
    }
    return runs == 2
  }

  /// `[3](https://…)` is a link; `[3](#r3)` too.
  private func isLink(behind end: Int, in lexed: LexedText) -> Bool {
    guard close == "]", lexed.isSymbol(end + 1, "("), !lexed.hasGap(before: end + 1) else { return false }
    return lexed.isWord(end + 2, "http") || lexed.isWord(end + 2, "https") || lexed.isWord(end + 2, "www")
      || lexed.isSymbol(end + 2, "#")
      || lexed.isSymbol(end + 2, "/")
  }

  /// "f(3)", "10(3)", "[18]F-FDG", "CD4(1)": parts of a name or formula.
  private func isGlued(at index: Int, end: Int, in lexed: LexedText) -> Bool {
    let isGluedBehind =
      end + 1 < lexed.count && !lexed.hasGap(before: end + 1) && lexed.tokens[end + 1].kind == .word
      && lexed.tokens[end + 1].end - lexed.tokens[end + 1].start <= 2
    if isGluedBehind, lexed.utf8[lexed.tokens[end + 1].start] < 0x60 { return true }
    guard open == "(", index > 0, !lexed.hasGap(before: index) else { return false }
    return [.number, .word, .superscript].contains(lexed.tokens[index - 1].kind)
  }

  /// "12 (6)" in a row of a table, "4 (4) 5 (6)": a count with its share, or a median with its range.
  private func isCount(at index: Int, end: Int, in lexed: LexedText, kind: Passage.Kind) -> Bool {
    guard index > 0, !isNewCell(index, in: lexed), let value = lexed.number(index - 1), !(1900...2099).contains(value.value)
    else { return false }
    return kind == .tableRow || lexed.isNumber(end + 1) || lexed.isSymbol(end + 1, "%")
  }

  /// 各〔15〕例, 9［6，14］分: a number in brackets that is counted or measured by what follows.
  private func isMeasured(_ end: Int, in lexed: LexedText) -> Bool {
    guard end + 1 < lexed.count, lexed.tokens[end + 1].kind == .han, !lexed.hasGap(before: end + 1) else { return false }
    if lexed.hanHasPrefix(end + 1, "例") { return !lexed.hanHasPrefix(end + 1, "例如") }
    return lexed.hanHasPrefix(end + 1, "岁") || Self.counters.contains { lexed.isHan(end + 1, $0) }
  }

  private static let counters = ["分", "天", "周", "个月", "次", "名", "只", "篇", "项", "小时", "年"]

  /// "Combined in lines [1] to [14]", 检索式编号为［1］至［15］: labels of a list of steps.
  private func isStep(_ index: Int, in lexed: LexedText) -> Bool {
    (max(0, index - 6)..<index).contains { token in
      Self.steps.contains { lexed.isWord(token, $0) } || lexed.hanHasSuffix(token, "编号为") || lexed.hanHasSuffix(token, "检索式")
    }
  }

  private static let steps: [StaticString] = ["line", "lines", "step", "steps", "query", "queries"]

  /// "criteria: (1) age, (2) sex and (3) consent": an item of a list in the sentence.
  private func isItem(at index: Int, end: Int, in lexed: LexedText) -> Bool {
    guard end == index + 2, end + 1 < lexed.count, lexed.tokens[end + 1].kind == .word || lexed.tokens[end + 1].kind == .han,
      lexed.number(index + 1).map({ $0.value < 10 }) == true
    else { return false }
    guard index > 0 else { return true }
    return [":", ";", ","].contains { lexed.isSymbol(index - 1, $0) } || lexed.isWord(index - 1, "and")
      || lexed.isWord(index - 1, "or") || lexed.isWord(index - 1, "by")
  }

  /// Markdown escapes and superscript marks belong to the marker: `\[3\]`, `^[3]^`.
  private func widened(_ range: Range<Int>, in utf8: [UInt8]) -> Range<Int> {
    var range = range
    if range.lowerBound > 0, utf8[range.lowerBound - 1] == 0x5C { range = range.lowerBound - 1..<range.upperBound }
    if range.lowerBound > 0, range.upperBound < utf8.count, utf8[range.lowerBound - 1] == 0x5E, utf8[range.upperBound] == 0x5E {
      range = range.lowerBound - 1..<range.upperBound + 1
    }
    return range
  }

  /// Neighbours with nothing but blanks and separators between are one callout; a dash between makes a range.
  private func join(_ left: Callout, _ right: Callout, in lexed: LexedText) -> Callout? {
    let between = lexed.utf8[left.range.upperBound..<max(left.range.upperBound, right.range.lowerBound)]
    guard between.count <= 4, let separator = Separator(between), let last = left.targets.last?.label,
      let first = right.targets.first?.label
    else { return nil }
    var joined = left
    if separator == .dash {
      guard let inner = labels.between(last, first) else { return nil }
      joined.targets += inner.map(labels.target)
    }
    joined.targets += right.targets
    joined.range = left.range.lowerBound..<right.range.upperBound
    return joined
  }
}

extension LexedText {
  fileprivate func lowercasedWord(_ index: Int) -> String? {
    tokens.indices.contains(index) && tokens[index].kind == .word ? lowercased(index) : nil
  }
  fileprivate func isHan(_ index: Int, _ word: String) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .han && string(index) == word
  }
}

/// What stands between two callouts that belong together.
enum Separator {
  case blank, comma, dash

  /// Nil where anything but blanks, commas, brackets and dashes stands there.
  init?(_ bytes: ArraySlice<UInt8>, brackets: Bool = false, words: Bool = false) {
    self = .blank
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0x0A, 0xA0, 0x2009, 0x200A, 0x202F, 0x3000, 0x2060, 0x200B: continue
      case 0x2C, 0x3B, 0xFF0C, 0x3001, 0xFF1B: if self == .blank { self = .comma }
      case 0x2D, 0x2010...0x2015, 0x2212, 0x7E, 0xFF5E, 0xFF0D: self = .dash
      case 0x5B, 0x5D, 0x28, 0x29, 0xFF08, 0xFF09, 0xFF3B, 0xFF3D: if !brackets { return nil }
      case 0x26, 0x61, 0x6E, 0x64: if !words { return nil }
      default: return nil
      }
    }
  }
}
