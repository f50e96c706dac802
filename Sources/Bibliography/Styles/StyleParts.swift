import Literature

/// What styles ask of an item, each part nil where the item does not tell.
extension BibliographicItem {
  /// Whether the item is Chinese by what it says or by its title.
  var isChinese: Bool {
    if let language { return Language(language) == .chinese || language.lowercased() == "chinese" }
    return Language(of: (title ?? authors.first?.literal ?? "").utf8) == .chinese
  }

  /// Written in Hangul.
  var isKorean: Bool {
    if let language { return ["ko", "korean"].contains(language.lowercased()) }
    return (title ?? "").unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
  }

  var isPeriodical: Bool {
    ["article-journal", "article-magazine", "article-newspaper", "review"].contains(type)
      || (type == "article" && volume != nil)
  }

  /// A part of a book or of proceedings.
  var isPart: Bool {
    ["chapter", "paper-conference", "entry", "entry-encyclopedia", "entry-dictionary"].contains(type)
  }

  /// Whether it is found on the web rather than in print.
  var isOnline: Bool { ["webpage", "post", "post-weblog", "dataset", "software"].contains(type) }

  /// The year with its letter: "2021a".
  var yearText: String? { year.map { String($0) + (yearSuffix ?? "") } }

  /// Pages with an en dash between numbers.
  var pagesWithDash: String? { page?.replacing("-", with: "–") }

  /// `(3)` after the volume.
  var volumeAndIssue: EntryText? {
    EntryText.joined([EntryText(.volume, volume), EntryText(.issue, issue)?.wrapped("(", ")")], "")
  }

  /// Where the work is found: the resolver's address of its DOI, else its URL.
  var link: EntryText? { EntryText(.doi, doi)?.wrapped("https://doi.org/") ?? EntryText(.url, url) }

  /// "4th ed."; a text that is no number stays as it is.
  func editionText(_ word: String = "ed.") -> String? {
    guard let edition, !edition.isEmpty else { return nil }
    guard let number = Ordinal.number(edition) else {
      let isNamed = edition.lowercased().contains("ed") || Language(of: edition.utf8) == .chinese
      return isNamed ? edition : "\(edition) \(word)"
    }
    return "\(Ordinal.english(number)) \(word)"
  }

  /// The value of a field without a CSL home, whatever its case; else of a CSL variable that is text and has no property.
  func customValue(_ key: String) -> String? {
    if let field = custom.first(where: { $0.key == key }) { return field.value }
    if let text = further[key]?.stringValue { return text }
    let lower = key.lowercased()
    return custom.first { $0.key.lowercased() == lower }?.value
  }
}

/// English ordinals.
enum Ordinal {
  static func english(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11), (_, 12), (_, 13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  private static let words = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
  ]

  /// 4 of "Fourth", "4", "4th" and "4 ed."; nil of anything else.
  static func number(_ text: String) -> Int? {
    let word = text.lowercased()
    if let index = words.firstIndex(of: word) { return index + 1 }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(digits.count).drop { $0 == " " }
    return ["", "st", "nd", "rd", "th", "st ed", "nd ed", "rd ed", "th ed", "st ed.", "nd ed.", "rd ed.", "th ed.", "ed", "ed."]
      .contains(String(rest)) ? Int(digits) : nil
  }
}
