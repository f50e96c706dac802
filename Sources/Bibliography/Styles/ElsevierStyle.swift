import Literature

/// `J.A. Smith, C. Doe, Title, J. Abbrev. 12 (2019) 45–49. https://doi.org/10.…`
enum ElsevierStyle {
  private static let format = NameFormat(
    order: .givenFirst, given: .initials(mark: ".", separator: "", hyphen: "-"), comma: " ", suffixComma: " ")
  private static let names = NameList(format: format, maximum: 6, shown: 6, pair: ", ", last: ", ", others: ", et al.")

  static func entry(_ item: BibliographicItem) -> EntryText? {
    let authors = names.text(item.authors, as: .author, truncated: item.authorsTruncated) ?? (item.isPart ? nil : editors(item))
    let body = EntryText.joined([authors, EntryText(.title, item.title), source(item)], ", ")
    return .joined([body?.stopped, item.link?.stopped], " ")
  }

  private static func editors(_ item: BibliographicItem) -> EntryText? {
    names.text(item.editors, as: .editor)?.wrapped("", item.editors.count == 1 ? " (Ed.)" : " (Eds.)")
  }

  private static func source(_ item: BibliographicItem) -> EntryText? {
    let pages = EntryText(.page, item.pagesWithDash)
    let container = EntryText(.containerTitle, item.containerTitle)
    if item.isPeriodical || item.type == "article" {
      return .joined(
        [container, EntryText(.volume, item.volume), EntryText(.issued, item.yearText)?.wrapped("(", ")"), pages], " ")
    }
    let edition = EntryText(.edition, item.editionText())
    let imprint = [EntryText(.publisher, item.publisher), EntryText(.publisherPlace, item.publisherPlace)]
    let year = EntryText(.issued, item.yearText)
    guard item.isPart else { return .joined([edition] + imprint + [year], ", ") }
    let host = EntryText.joined([editors(item), container], ", ")?.wrapped("in: ")
    return .joined([host, edition] + imprint + [year, pages?.wrapped("pp. ")], ", ")
  }
}
