import Literature

/// `作者1, 作者2, 作者3, 等. 题名[J]. 刊名, 2024, 10(3): 17-68. DOI: 10.…`
enum GBT7714Style {
  private static let marks: [String: String] = [
    "article-journal": "J", "book": "M", "chapter": "M", "paper-conference": "C", "thesis": "D", "report": "R", "standard": "S",
    "patent": "P",
    "dataset": "DS", "software": "CP", "article-newspaper": "N", "webpage": "EB", "article": "A",
  ]

  static func entry(_ item: BibliographicItem) -> String {
    let title = item.title.map { "\($0)[\(mark(item))]" }
    let isHosted = item.type == "chapter" || item.type == "paper-conference"
    let head = isHosted ? joined([title, item.containerTitle], separator: "//") : title
    return joined([stopped(authors(item)), stopped(head), source(item), item.doi.map { "DOI: \($0)." }], separator: " ")
  }

  private static func mark(_ item: BibliographicItem) -> String {
    let mark = marks[item.type] ?? "Z"
    let online = item.type == "webpage" || item.type == "dataset" || (item.accessed != nil && item.url != nil)
    return online ? "\(mark)/OL" : mark
  }

  /// The first three authors, then 等 for a Chinese item and et al. for any other.
  private static func authors(_ item: BibliographicItem) -> String? {
    guard !item.authors.isEmpty else { return nil }
    let cut = item.authors.count > 3 || item.authorsTruncated
    let names = item.authors.prefix(3).map(name).joined(separator: ", ")
    return cut ? names + (item.isChinese ? ", 等" : ", et al") : names
  }

  /// Family names in capitals, initials without marks; Chinese names as they are.
  private static func name(_ name: Name) -> String {
    if let literal = name.literal { return literal }
    if let family = name.family, Language(of: family.utf8) == .chinese { return family + (name.given ?? "") }
    return joined([name.surname.uppercased(), name.initials(mark: "", separator: " "), name.suffix], separator: " ")
  }

  private static func source(_ item: BibliographicItem) -> String? {
    let year = item.year.map(String.init)
    if item.type == "article-journal" || item.type == "article-newspaper" {
      let volume = (item.volume ?? "") + (item.issue.map { "(\($0))" } ?? "")
      return stopped(joined([joined([item.containerTitle, year, volume], separator: ", "), item.page], separator: ": "))
    }
    let imprint = joined([joined([item.publisherPlace, item.publisher], separator: ": "), year], separator: ", ")
    let accessed = item.accessed.map { "[\(BibliographyDate.iso($0))]" } ?? ""
    return stopped(joined([joined([imprint, item.page], separator: ": ") + accessed, item.url], separator: ". "))
  }
}
