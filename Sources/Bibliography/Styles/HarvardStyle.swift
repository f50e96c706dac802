import Literature

/// `Smith, J.A. and Doe, C. (2019) ‘Title’, Journal, 12(3), pp. 45–49. doi:10.…`
enum HarvardStyle {
  private static let format = NameFormat(
    order: .familyFirst, given: .initials(mark: ".", separator: "", hyphen: "-"), comma: ", ")
  /// All authors up to three, else the first and et al.
  private static let names = NameList(format: format, maximum: 3, shown: 1, pair: " and ", last: " and ", others: " et al.")

  static func entry(_ item: BibliographicItem) -> EntryText? {
    let authors =
      names.text(item.authors, as: .author, truncated: item.authorsTruncated) ?? (item.isPart ? nil : editors(item))
    let date = (EntryText(.issued, item.yearText) ?? EntryText(words: "no date")).wrapped("(", ")")
    let title = EntryText(.title, item.title)
    let isQuoted = item.isPeriodical || item.isPart || item.type == "article"
    let shown = isQuoted ? title?.wrapped("‘", "’") : title
    let body = EntryText.joined([shown] + source(item), ", ")?.stopped
    let lead = authors == nil ? [body, date] : [authors, date, body]
    return .joined(lead + [place(item)], " ")
  }

  private static func editors(_ item: BibliographicItem) -> EntryText? {
    names.text(item.editors, as: .editor)?.wrapped("", item.editors.count == 1 ? " (ed.)" : " (eds)")
  }

  private static func source(_ item: BibliographicItem) -> [EntryText?] {
    let pages = EntryText(.page, item.pagesWithDash)?.wrapped(item.page?.contains("-") == true ? "pp. " : "p. ")
    if item.isPeriodical { return [EntryText(.containerTitle, item.containerTitle), item.volumeAndIssue, pages] }
    let imprint = EntryText.joined(
      [EntryText(.publisherPlace, item.publisherPlace), EntryText(.publisher, item.publisher)], ": ")
    let edition = EntryText(.edition, item.editionText("edn"))
    guard item.isPart else { return [edition, EntryText(.containerTitle, item.containerTitle), imprint] }
    let container = EntryText.joined([editors(item), EntryText(.containerTitle, item.containerTitle)], " ")?.wrapped("in ")
    return [container, edition, imprint, pages]
  }

  private static func place(_ item: BibliographicItem) -> EntryText? {
    if let doi = EntryText(.doi, item.doi) { return doi.wrapped("doi:", ".") }
    guard let url = EntryText(.url, item.url)?.wrapped("Available at: ") else { return nil }
    let accessed = item.accessed.map { BibliographyDate.longWords($0, dayFirst: true) }
    return .joined([url, EntryText(.accessed, accessed)?.wrapped("(Accessed: ", ").")], " ")
  }
}
