import References

/// A training string as words with one label each.
package struct TrainingExample {
  package var string: TrainingString
  package var words: [PrintedWord]
  package var labels: [FieldLabel]
  package var weight: Float = 1

  /// Nil for a string without words or labels.
  package init?(_ string: TrainingString, weight: Float = 1) {
    self.string = string
    self.weight = weight
    words = PrintedWord.words(of: string.utf8)
    let known = words.map { Self.printed($0, in: string) }
    guard known.contains(where: { $0 != nil }) else { return nil }
    labels = []
    for index in words.indices {
      labels.append(known[index] ?? Self.resolved(index, words, known, labels.last, string))
    }
    splitGluedYears()
  }

  private static func printed(_ word: PrintedWord, in string: TrainingString) -> FieldLabel? {
    (Int(word.coreStart)..<Int(word.coreEnd)).lazy.compactMap { string.labels[$0] }.first
      ?? (Int(word.start)..<Int(word.end)).lazy.compactMap { string.labels[$0] }.first
  }

  /// Words between the fields: "In", "pp.", "editors" go with the field that they announce or close.
  private static func resolved(
    _ index: Int, _ words: [PrintedWord], _ known: [FieldLabel?], _ last: FieldLabel?, _ string: TrainingString
  ) -> FieldLabel {
    let next = known[index...].lazy.compactMap { $0 }.first
    let text = String(decoding: string.utf8[Int(words[index].coreStart)..<Int(words[index].coreEnd)], as: UTF8.self).lowercased()
    if ["retrieved", "accessed", "available", "from", "online"].contains(text) { return .note }
    if announcing.contains(text) { return next ?? last ?? .note }
    if editorial.contains(text) { return last == .editor ? .editor : next == .editor ? .editor : last ?? .editor }
    if words[index].before.contains(.square) {
      return words[index].length <= 5 && !words[index].traits.contains(.digit) ? .genre : .note
    }
    if text == "and" || text == "&", let next, last != next, last != .author { return next }
    return last ?? next ?? .note
  }

  private static let announcing: Set<String> = [
    "in", "pp", "p", "pages", "page", "vol", "volume", "no", "number", "nr", "issue", "doi", "url", "pmid", "isbn", "by", "s",
    "第", "bd",
  ]
  private static let editorial: Set<String> = [
    "ed", "eds", "editor", "editors", "edited", "hrsg", "译", "编", "主编", "trans", "translator",
  ]

  /// AnyStyle's sets cut at white space only: in "2000;355(9222):", all of it volume there, the year is a date.
  private mutating func splitGluedYears() {
    for index in words.indices.dropLast() where labels[index] == .volume && words[index].isYear && !words[index + 1].hasGap {
      labels[index] = .date
    }
  }
}
