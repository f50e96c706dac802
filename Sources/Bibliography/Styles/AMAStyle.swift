import Literature

/// `Smith JA, Doe C. Title. J Abbrev. 2019;12(3):45-49. doi:10.…`
enum AMAStyle {
  /// All authors up to six, else the first three and et al.
  private static let names = NameList(
    format: VancouverStyle.format, maximum: 6, shown: 3, pair: ", ", last: ", ", others: ", et al")

  static func entry(_ item: BibliographicItem) -> EntryText? {
    let authors = names.text(item.authors, as: .author, truncated: item.authorsTruncated)
    let lead = [authors?.stopped, EntryText(.title, item.title)?.stopped, host(item), source(item)]
    let link = EntryText(.doi, item.doi)?.wrapped("doi:") ?? EntryText(.url, item.url)
    return .joined(lead + [accessed(item), link], " ")
  }

  private static func host(_ item: BibliographicItem) -> EntryText? {
    guard item.isPart else { return nil }
    let word = item.editors.count == 1 ? ", ed" : ", eds"
    let editors = names.text(item.editors, as: .editor)?.wrapped("", word).stopped
    return EntryText(.containerTitle, item.containerTitle).flatMap {
      .joined([EntryText(words: "In:"), editors, $0.stopped], " ")
    }
  }

  private static func source(_ item: BibliographicItem) -> EntryText? {
    let pages = EntryText(.page, item.page)
    guard item.isPeriodical || item.type == "article" else {
      let edition = EntryText(.edition, item.editionText("ed"))?.stopped
      let year = EntryText.joined([EntryText(.publisher, item.publisher), EntryText(.issued, item.yearText)], "; ")
      return .joined([edition, EntryText.joined([year, pages], ":")?.stopped], " ")
    }
    let place = EntryText.joined([item.volumeAndIssue, pages], ":")
    let date = EntryText.joined([EntryText(.issued, item.yearText), place], ";")
    return .joined([EntryText(.containerTitle, item.containerTitle)?.stopped, date?.stopped], " ")
  }

  private static func accessed(_ item: BibliographicItem) -> EntryText? {
    guard item.doi == nil, item.url != nil, let accessed = item.accessed else { return nil }
    return EntryText(.accessed, BibliographyDate.longWords(accessed))?.wrapped("Accessed ", ".")
  }
}
