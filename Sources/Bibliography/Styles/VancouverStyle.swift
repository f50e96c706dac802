import Literature

/// `Smith JA, Doe C, et al. Title. J Abbrev. 2019;12(3):45-9. doi:10.…`
enum VancouverStyle {
  static func entry(_ item: BibliographicItem) -> String {
    joined(
      [
        stopped(authors(item.authors, truncated: item.authorsTruncated)), stopped(title(item)), host(item), source(item),
        item.doi.map { "doi:\($0)" }, item.pmid.map { "PMID: \($0)." }, item.doi == nil ? available(item) : nil,
      ], separator: " ")
  }

  /// All authors up to six, else the first six and et al.
  private static func authors(_ names: [Name], truncated: Bool) -> String? {
    guard !names.isEmpty else { return nil }
    let shown = names.prefix(6).map(name)
    return shown.joined(separator: ", ") + (truncated || names.count > 6 ? ", et al." : "")
  }

  private static func name(_ name: Name) -> String {
    name.literal ?? joined([name.surname, name.initials(mark: "", separator: ""), name.suffix], separator: " ")
  }

  private static func title(_ item: BibliographicItem) -> String? {
    item.type == "webpage" ? item.title.map { "\($0) [Internet]" } : item.title
  }

  private static func host(_ item: BibliographicItem) -> String? {
    guard item.type == "chapter" || item.type == "paper-conference" else { return nil }
    let editors = authors(item.editors, truncated: false).map { "\($0), editors." }
    return item.containerTitle.map { joined(["In:", editors, stopped($0)], separator: " ") }
  }

  private static func source(_ item: BibliographicItem) -> String? {
    if ["article-journal", "article-magazine", "article-newspaper", "article"].contains(item.type) { return journal(item) }
    let imprint = joined([item.publisherPlace, item.publisher], separator: ": ")
    let year = item.year.map(String.init)
    return stopped(joined([imprint.isEmpty ? nil : imprint, year, item.page.map { "p. \($0)" }], separator: "; "))
  }

  private static func journal(_ item: BibliographicItem) -> String? {
    let volume = (item.volume ?? "") + (item.issue.map { "(\($0))" } ?? "")
    let place = joined([volume, item.page], separator: ":")
    let date = item.year.map { String($0) + (item.yearSuffix ?? "") }
    return joined([stopped(item.containerTitle), stopped(joined([date, place], separator: ";"))], separator: " ")
  }

  private static func available(_ item: BibliographicItem) -> String? { item.url.map { "Available from: \($0)" } }
}
