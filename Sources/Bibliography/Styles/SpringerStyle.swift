import Literature

/// `Smith JA, Doe C (2019) Title. J Abbrev 12(3):45–49. https://doi.org/10.…`
enum SpringerStyle {
  /// All authors up to three are shown of a long list.
  private static let names = NameList(
    format: VancouverStyle.format, maximum: 6, shown: 3, pair: ", ", last: ", ", others: " et al")

  static func entry(_ item: BibliographicItem) -> EntryText? {
    let authors = names.text(item.authors, as: .author, truncated: item.authorsTruncated) ?? (item.isPart ? nil : editors(item))
    let date = EntryText(.issued, item.yearText)?.wrapped("(", ")")
    let lead = [EntryText.joined([authors, date], " "), EntryText(.title, item.title)?.stopped]
    return .joined(lead + [source(item)?.stopped, item.link], " ")
  }

  private static func editors(_ item: BibliographicItem) -> EntryText? {
    names.text(item.editors, as: .editor)?.wrapped("", item.editors.count == 1 ? " (ed)" : " (eds)")
  }

  private static func source(_ item: BibliographicItem) -> EntryText? {
    let pages = EntryText(.page, item.pagesWithDash)
    let container = EntryText(.containerTitle, item.containerTitle)
    if item.isPeriodical || item.type == "article" {
      return .joined([EntryText.joined([container, item.volumeAndIssue], " "), pages], ":")
    }
    let edition = EntryText(.edition, item.editionText("edn"))
    let imprint = EntryText.joined(
      [EntryText(.publisher, item.publisher), EntryText(.publisherPlace, item.publisherPlace)], ", ")
    guard item.isPart else { return .joined([edition, imprint], ". ") }
    let host = EntryText.joined([editors(item), container], " ")?.wrapped("In: ")
    return .joined([EntryText.joined([host, edition, imprint], ". "), pages?.wrapped("pp ")], ", ")
  }
}
