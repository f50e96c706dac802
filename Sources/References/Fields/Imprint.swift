import Literature
import TextAnalysis

/// Place, publisher and edition of what is not in a journal.
struct Imprint {
  var place: String?
  var publisher: String?
  var edition: String?
  /// Where the imprint begins: titles end before it.
  var start: Int

  private static let publisherWords: Set<String> = [
    "press", "publisher", "publishers", "publishing", "publications", "verlag", "elsevier", "springer", "wiley", "routledge",
    "saunders",
    "lippincott", "mosby", "karger", "thieme", "erlbaum", "sage", "mcgraw-hill", "mcgraw", "pearson", "macmillan", "academic",
    "books", "sons",
    "company", "inc", "ltd", "llc", "corporation", "gallimard", "kluwer", "blackwell", "dekker", "plenum", "prentice", "crc",
    "lea", "harper",
  ]

  /// The imprint in the sentences behind the title; nil where none is recognised. The first sentence is never one.
  init?(sentences: [Range<Int>], in tokens: ReferenceTokens) {
    for sentence in sentences.dropFirst().reversed() {
      let range = Self.withoutYear(sentence, in: tokens)
      guard let imprint = Self.colon(range, in: tokens) ?? Self.comma(range, in: tokens) ?? Self.alone(range, in: tokens) else {
        continue
      }
      self = imprint
      return
    }
    return nil
  }

  private init(place: String?, publisher: String?, start: Int) {
    self.place = place
    self.publisher = publisher
    self.start = start
  }

  /// ", 2012", "; 2012", "(2012)", "2001." at the end are not the publisher's.
  private static func withoutYear(_ range: Range<Int>, in tokens: ReferenceTokens) -> Range<Int> {
    var range = tokens.trimming(range)
    if tokens.isSymbol(range.upperBound - 1, ")"), tokens.year(range.upperBound - 2) != nil,
      tokens.isSymbol(range.upperBound - 3, "(")
    {
      range = range.lowerBound..<max(range.lowerBound, range.upperBound - 3)
    } else if !range.isEmpty, tokens.year(range.upperBound - 1) != nil {
      range = range.lowerBound..<range.upperBound - 1
    }
    return tokens.trimming(range)
  }

  /// "Place: Publisher" and "Publisher: Place".
  private static func colon(_ range: Range<Int>, in tokens: ReferenceTokens) -> Imprint? {
    guard let mark = range.last(where: { tokens.isSymbol($0, ":") }), let left = tokens.trimmed(range.lowerBound..<mark),
      let right = tokens.trimmed(mark + 1..<range.upperBound),
      TitleAndContainer.looksLikeContainer(range.lowerBound..<mark, in: tokens)
    else { return nil }
    let leftIsPublisher = isPublisher(range.lowerBound..<mark, in: tokens)
    let rightIsPublisher = isPublisher(mark + 1..<range.upperBound, in: tokens)
    if leftIsPublisher, !rightIsPublisher { return Imprint(place: right, publisher: left, start: range.lowerBound) }
    guard mark - range.lowerBound <= 8 else { return nil }
    return Imprint(place: left, publisher: right, start: range.lowerBound)
  }

  /// "Publisher, Place, Country".
  private static func comma(_ range: Range<Int>, in tokens: ReferenceTokens) -> Imprint? {
    guard let mark = range.first(where: { tokens.isSymbol($0, ",") }), range.upperBound - mark <= 8,
      TitleAndContainer.looksLikeContainer(range, in: tokens),
      isPublisher(range.lowerBound..<mark, in: tokens) || mark - range.lowerBound <= 3,
      let publisher = tokens.trimmed(range.lowerBound..<mark), let place = tokens.trimmed(mark + 1..<range.upperBound)
    else { return nil }
    return Imprint(place: place, publisher: publisher, start: range.lowerBound)
  }

  private static func alone(_ range: Range<Int>, in tokens: ReferenceTokens) -> Imprint? {
    guard TitleAndContainer.looksLikeContainer(range, in: tokens), range.count <= 14,
      isPublisher(range, in: tokens) || range.count == 1 && tokens.isAllCapitals(range.lowerBound)
    else { return nil }
    return Imprint(place: nil, publisher: tokens.trimmed(range), start: range.lowerBound)
  }

  private static func isPublisher(_ range: Range<Int>, in tokens: ReferenceTokens) -> Bool {
    range.contains { index in
      guard tokens.isWord(index) else { return false }
      let word = tokens.string(index).lowercased()
      return publisherWords.contains(word) || (word.utf8.count >= 4 && OrganisationWords.contains(word))
    }
  }
}

/// Finds "2nd ed.", "4th Edn", "third edition", "(2nd ed.)", "62 edition".
struct EditionReader {
  let tokens: ReferenceTokens

  private static let ordinals: [StaticString] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "revised", "rev", "new",
    "international",
  ]

  /// The edition and the tokens that it takes, with its brackets and its point.
  func edition(in range: Range<Int>) -> (text: String, range: Range<Int>)? {
    for index in range
    where tokens.word(index, in: ["ed", "edn", "edition"]) && !tokens.isCapitalised(index) || tokens.word(index, in: ["edn"]) {
      guard let start = start(before: index, from: range.lowerBound) else { continue }
      var end = index + 1
      if tokens.isSymbol(end, ".") { end += 1 }
      let low = start > range.lowerBound && tokens.isSymbol(start - 1, "(") ? start - 1 : start
      if low < start { while end < range.upperBound, !tokens.isSymbol(end - 1, ")") { end += 1 } }
      return (tokens.string(start..<index), low..<min(end, range.upperBound))
    }
    return nil
  }

  private func start(before index: Int, from low: Int) -> Int? {
    var start = index - 1
    guard start >= low else { return nil }
    if tokens.word(start, in: ["st", "nd", "rd", "th", "revised", "rev"]), start > low, tokens.isNumber(start - 1) { start -= 1 }
    return tokens.isNumber(start) || tokens.word(start, in: Self.ordinals) ? start : nil
  }
}
