import Literature

/// A style of reference lists.
public enum CitationStyle: String, Sendable, CaseIterable {
  /// Vancouver, as the ICMJE recommends it (NLM's Citing Medicine).
  case vancouver
  /// American Psychological Association, 7th edition.
  case apa
  /// GB/T 7714–2015, numeric, with 等 or et al. by the language of the item.
  case gbt7714

  /// One entry, without its number. What is not known is left out with its punctuation.
  public func entry(for item: BibliographicItem) -> String {
    switch self {
    case .vancouver: VancouverStyle.entry(item)
    case .apa: APAStyle.entry(item)
    case .gbt7714: GBT7714Style.entry(item)
    }
  }

  /// The list, one entry a line: numbered by label for the numeric styles, by author and year for APA.
  public func list(_ items: [(label: String, item: BibliographicItem)]) -> String {
    switch self {
    case .vancouver: items.map { "\($0.label). \(entry(for: $0.item))\n" }.joined()
    case .gbt7714: items.map { "[\($0.label)] \(entry(for: $0.item))\n" }.joined()
    case .apa: items.map { entry(for: $0.item) }.sorted().map { $0 + "\n" }.joined()
    }
  }
}

extension BibliographicItem {
  /// Whether the item is Chinese by what it says or by its title.
  var isChinese: Bool {
    if let language { return Language(language) == .chinese }
    return Language(of: (title ?? authors.first?.literal ?? "").utf8) == .chinese
  }
}

extension Name {
  /// `J. A.`, `J.A.`, `JA` from given names; Chinese given names are not shortened.
  func initials(mark: String, separator: String) -> String? {
    guard let given, !given.isEmpty else { return nil }
    let words = given.split { $0 == " " || $0 == "." || $0 == "-" || $0 == "\u{A0}" }
    let letters = words.flatMap { word -> [Character] in
      // `JA` is two initials, `Jane` one.
      word.count > 1 && word.allSatisfy(\.isUppercase) && word.count <= 3 ? Array(word) : word.first.map { [$0] } ?? []
    }
    return letters.map { String($0).uppercased() + mark }.joined(separator: separator)
  }

  var surname: String { [particle, family].compactMap { $0 }.joined(separator: " ") }
}

/// Joins the parts that are there.
func joined(_ parts: [String?], separator: String) -> String {
  parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: separator)
}

/// A sentence with one full stop at its end.
func stopped(_ text: String?) -> String? {
  guard let text, !text.isEmpty else { return nil }
  return text.hasSuffix(".") || text.hasSuffix("?") || text.hasSuffix("!") || text.hasSuffix("。") ? text : text + "."
}
