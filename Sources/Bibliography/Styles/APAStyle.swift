import Literature

/// `Smith, J. A., & Doe, C. (2019). Title. Journal, 12(3), 45–49. https://doi.org/10.…`
enum APAStyle {
  static func entry(_ item: BibliographicItem) -> String {
    let date = item.year.map { "(\($0)\(item.yearSuffix ?? ""))." } ?? "(n.d.)."
    let authors = stopped(authors(item))
    let title = stopped(item.title)
    let lead = authors == nil ? [title, date] : [authors, date, title]
    let link = item.doi.map { "https://doi.org/\($0)" } ?? item.url
    return joined(lead + [host(item), source(item), link], separator: " ")
  }

  /// Up to twenty authors are all named; of more, the first nineteen and the last.
  private static func authors(_ item: BibliographicItem) -> String? {
    let names = item.authors.map(name)
    guard let last = names.last else { return nil }
    if item.authorsTruncated { return names.joined(separator: ", ") + ", et al." }
    if names.count == 1 { return last }
    if names.count > 20 { return names.prefix(19).joined(separator: ", ") + ", … " + last }
    return names.dropLast().joined(separator: ", ") + ", & " + last
  }

  private static func name(_ name: Name) -> String {
    name.literal ?? joined([name.surname, name.initials(mark: ".", separator: " "), name.suffix], separator: ", ")
  }

  private static func host(_ item: BibliographicItem) -> String? {
    guard item.type == "chapter" || item.type == "paper-conference" else { return nil }
    return item.containerTitle.map { "In \($0)" + (item.page.map { " (pp. \(range($0)))." } ?? ".") }
  }

  private static func source(_ item: BibliographicItem) -> String? {
    guard item.type == "article-journal" else { return stopped(item.publisher) }
    let volume = (item.volume ?? "") + (item.issue.map { "(\($0))" } ?? "")
    return stopped(joined([item.containerTitle, volume, item.page.map(range)], separator: ", "))
  }

  private static func range(_ page: String) -> String { page.replacing("-", with: "–") }
}
