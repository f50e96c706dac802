import Literature
import References

/// Labels a rendered reference by finding the values of its fields in it.
///
/// Letters and digits are compared without case, so a style may change marks and capitals. What is not found stays without a label.
struct FieldAligner {
  private struct Letter {
    var folded: Unicode.Scalar
    var offset: Int
    var length: Int
  }
  private var string = TrainingString()
  private var letters: [Letter] = []
  private var taken: [Bool] = []

  init(_ text: String) {
    string.append(text, nil)
    letters = Self.letters(of: string.string)
    taken = Array(repeating: false, count: letters.count)
  }

  /// The labelled string; nil unless the title, or the container of a work without one, is found.
  mutating func aligned(with item: BibliographicItem) -> TrainingString? {
    let title = item.title.flatMap { mark($0, .title) }
    let host = item.containerTitle.flatMap {
      mark($0, item.type == "article-journal" ? .journal : .container, after: title?.upperBound ?? 0)
    }
    guard let anchor = title ?? host else { return nil }
    if let doi = item.doi { mark(doi, .link) }
    if let url = item.url { mark(url, .link) }
    let tail = (host ?? anchor).upperBound
    if let publisher = item.publisher { mark(publisher, .publisher, after: anchor.upperBound) }
    if let place = item.publisherPlace { mark(place, .location, after: anchor.upperBound) }
    people(before: anchor.lowerBound, item)
    if let year = item.year { mark(String(year), .date, after: 0, whole: true) }
    if let page = item.page { mark(page, .pages, after: tail, fromEnd: true, whole: true) }
    if let volume = item.volume { mark(volume, .volume, after: tail, whole: true) }
    if let issue = item.issue { mark(issue, .volume, after: tail, whole: true) }
    if let number = item.number { mark(number, item.type == "article-journal" ? .volume : .genre, after: anchor.upperBound) }
    if let edition = item.edition { mark(edition, .edition, after: anchor.upperBound, whole: true) }
    for name in item.editors + item.translators { mark(Self.printed(name), .editor, after: anchor.upperBound) }
    if let collection = item.collectionTitle { mark(collection, .series, after: anchor.upperBound) }
    return string
  }

  /// Everything before the title, but for a date.
  private mutating func people(before end: Int, _ item: BibliographicItem) {
    var start = 0
    while start < end, letters[start].folded.properties.numericType != nil { start += 1 }
    guard start < end else { return }
    var stop = end
    if let year = item.year, let found = find(Self.letters(of: String(year)).map(\.folded), from: start, to: end, whole: true) {
      stop = found.lowerBound
    }
    if stop > start { label(start..<stop, item.authors.isEmpty && !item.editors.isEmpty ? .editor : .author) }
  }

  private static func printed(_ name: Name) -> String { name.literal ?? (name.family ?? "") }

  @discardableResult
  private mutating func mark(
    _ value: String, _ label: FieldLabel, after start: Int = 0, fromEnd: Bool = false, whole: Bool = false
  ) -> Range<Int>? {
    let wanted = Self.letters(of: value).map(\.folded)
    guard !wanted.isEmpty, let found = find(wanted, from: start, to: letters.count, fromEnd: fromEnd, whole: whole) else {
      return nil
    }
    self.label(found, label)
    return found
  }

  private func find(
    _ wanted: [Unicode.Scalar], from start: Int, to end: Int, fromEnd: Bool = false, whole: Bool = false
  ) -> Range<Int>? {
    guard end - start >= wanted.count else { return nil }
    let starts = Array(start...end - wanted.count)
    for at in fromEnd ? starts.reversed() : starts where letters[at].folded == wanted[0] {
      let range = at..<at + wanted.count
      guard !taken[range].contains(true), zip(range, wanted).allSatisfy({ letters[$0].folded == $1 }) else { continue }
      if whole, !isWhole(range) { continue }
      return range
    }
    return nil
  }

  /// No digit stands directly before or behind.
  private func isWhole(_ range: Range<Int>) -> Bool {
    func touches(_ left: Int, _ right: Int) -> Bool {
      guard left >= 0, right < letters.count else { return false }
      return letters[left].offset + letters[left].length == letters[right].offset
        && letters[left].folded.properties.numericType != nil && letters[right].folded.properties.numericType != nil
    }
    return !touches(range.lowerBound - 1, range.lowerBound) && !touches(range.upperBound - 1, range.upperBound)
  }

  private mutating func label(_ range: Range<Int>, _ label: FieldLabel) {
    guard !range.isEmpty else { return }
    let last = letters[range.upperBound - 1]
    for offset in letters[range.lowerBound].offset..<last.offset + last.length where string.utf8[offset] != 0x20 {
      string.labels[offset] = label
    }
    for index in range { taken[index] = true }
  }

  private static func letters(of text: String) -> [Letter] {
    var letters: [Letter] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        letters.append(
          Letter(folded: scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar, offset: offset, length: length))
      }
      offset += length
    }
    return letters
  }
}
