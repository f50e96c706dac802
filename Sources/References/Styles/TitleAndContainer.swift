import Literature
import TextAnalysis

/// What stands between authors and locator, cut into the work's title and what holds it.
struct TitleAndContainer {
  var title: Range<Int>?
  var container: Range<Int>?

  /// Looks for quotation marks, emphasis, full stops and commas, in that order.
  init(_ middle: Range<Int>, in tokens: ReferenceTokens) {
    let middle = tokens.trimmingLeft(middle)
    guard !middle.isEmpty else { return }
    if let quoted = Self.quoted(middle, in: tokens) {
      self = quoted
    } else if let emphasised = Self.emphasised(middle, in: tokens) {
      self = emphasised
    } else {
      self = Self.bySentences(middle, in: tokens)
    }
  }

  private init(title: Range<Int>?, container: Range<Int>?) {
    self.title = title
    self.container = container
  }

  private static func quoted(_ middle: Range<Int>, in tokens: ReferenceTokens) -> TitleAndContainer? {
    guard tokens.isSymbol(middle.lowerBound, "\"") else { return nil }
    guard let close = (middle.lowerBound + 1..<middle.upperBound).last(where: { tokens.isSymbol($0, "\"") }) else { return nil }
    // “Fat adaptation” for performance: quotation marks around a part of the title.
    let ends: [Unicode.Scalar] = [",", ".", "?", "!"]
    guard
      close + 1 >= middle.upperBound || tokens.word(close + 1, "in")
        || ends.contains(where: { tokens.isSymbol(close - 1, $0) || tokens.isSymbol(close + 1, $0) })
    else { return nil }
    return TitleAndContainer(title: middle.lowerBound + 1..<close, container: nonEmpty(close + 1..<middle.upperBound, in: tokens))
  }

  private static func nonEmpty(_ range: Range<Int>, in tokens: ReferenceTokens) -> Range<Int>? {
    let trimmed = tokens.trimming(range)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// The last italic run is the container, if a title stands before it.
  private static func emphasised(_ middle: Range<Int>, in tokens: ReferenceTokens) -> TitleAndContainer? {
    var end = middle.upperBound
    while end > middle.lowerBound, tokens.kind(end - 1) == .symbol, !tokens.emphasis(end - 1).contains(.italic) { end -= 1 }
    var start = end
    while start > middle.lowerBound, tokens.emphasis(start - 1).contains(.italic) { start -= 1 }
    guard start < end, start > middle.lowerBound, tokens.endsSentence(start - 1) || tokens.isSymbol(start - 1, ",") else {
      return nil
    }
    return TitleAndContainer(title: middle.lowerBound..<start, container: start..<end)
  }

  private static func bySentences(_ middle: Range<Int>, in tokens: ReferenceTokens) -> TitleAndContainer {
    var sentences = tokens.sentences(of: middle)
    guard sentences.count > 1, var container = sentences.popLast() else { return byComma(middle, in: tokens) }
    while sentences.count > 1, let last = sentences.last, isAbbreviated(last, in: tokens), isAbbreviated(container, in: tokens) {
      container = last.lowerBound..<container.upperBound
      sentences.removeLast()
    }
    var title = middle.lowerBound..<container.lowerBound
    if let tail = abbreviatedTail(of: title, in: tokens), isAbbreviated(container, in: tokens) {
      container = tail..<container.upperBound
      title = title.lowerBound..<tail
    }
    return TitleAndContainer(title: title, container: container)
  }

  /// "Coll.", "J. Am.": one to three short capitalised words.
  private static func isAbbreviated(_ range: Range<Int>, in tokens: ReferenceTokens) -> Bool {
    var words = 0
    for index in range where tokens.isWord(index) {
      guard tokens.isCapitalised(index), tokens.length(index) <= 8 else { return false }
      words += 1
    }
    return words > 0 && words <= 3 && tokens.isSymbol(range.upperBound - 1, ".")
  }

  /// In "Title of it, J. Am. | Coll. Cardiol." the container begins behind the comma.
  private static func abbreviatedTail(of title: Range<Int>, in tokens: ReferenceTokens) -> Int? {
    guard let comma = title.last(where: { tokens.isSymbol($0, ",") }), comma + 1 < title.upperBound else { return nil }
    return isAbbreviated(comma + 1..<title.upperBound, in: tokens) ? comma + 1 : nil
  }

  /// No full stop: "Title of it, J. Abbrev." or a container alone.
  private static func byComma(_ middle: Range<Int>, in tokens: ReferenceTokens) -> TitleAndContainer {
    if let comma = middle.last(where: { tokens.isSymbol($0, ",") && looksLikeContainer($0 + 1..<middle.upperBound, in: tokens) })
    {
      let title = middle.lowerBound..<comma
      if title.contains(where: { tokens.isWord($0) || tokens.isHan($0) }) {
        return TitleAndContainer(title: title, container: comma + 1..<middle.upperBound)
      }
    }
    guard looksLikeContainer(middle, in: tokens), middle.count <= 12 else {
      return TitleAndContainer(title: middle, container: nil)
    }
    return TitleAndContainer(title: nil, container: middle)
  }

  /// Capitalised words and small connectors only.
  static func looksLikeContainer(_ range: Range<Int>, in tokens: ReferenceTokens) -> Bool {
    var capitals = 0
    for index in tokens.trimming(range) {
      if tokens.isCapitalised(index) || tokens.isHan(index) {
        capitals += 1
      } else if tokens.isWord(index),
        !tokens.word(index, in: ["of", "the", "and", "in", "for", "on", "de", "la", "et", "to", "der", "und", "für"])
      {
        return false
      }
    }
    return capitals > 0
  }
}

extension ReferenceTokens {
  /// Without separators at the left edge; quotation marks stay.
  func trimmingLeft(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    while low < range.upperBound,
      isSymbol(low, ".") || isSymbol(low, ",") || isSymbol(low, ":") || isSymbol(low, ";") || isSymbol(low, "-")
        || isSymbol(low, ")")
    {
      low += 1
    }
    return low..<range.upperBound
  }
}
