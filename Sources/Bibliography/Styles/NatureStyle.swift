import Literature

/// `Smith, J. A. & Doe, C. Title. J. Abbrev. 12, 45–49 (2019).`
enum NatureStyle {
  /// All authors up to five, else the first and et al.
  private static let names = NameList(
    format: APAStyle.format, maximum: 5, shown: 1, pair: " & ", last: " & ", others: " et al.")

  static func entry(_ item: BibliographicItem) -> EntryText? {
    let authors = names.text(item.authors, as: .author, truncated: item.authorsTruncated)
    let lead = [authors?.stopped, EntryText(.title, item.title)?.stopped]
    return .joined(lead + [source(item)?.stopped, item.isPeriodical ? nil : item.link?.stopped], " ")
  }

  private static func source(_ item: BibliographicItem) -> EntryText? {
    let pages = EntryText(.page, item.pagesWithDash)
    let year = EntryText(.issued, item.yearText)?.wrapped("(", ")")
    let container = EntryText(.containerTitle, item.containerTitle)
    if item.isPeriodical || item.type == "article" {
      let volume = EntryText.joined([container, EntryText(.volume, item.volume)], " ")
      return .joined([EntryText.joined([volume, pages], ", "), year], " ")
    }
    let editors = names.text(item.editors, as: .editor)?.wrapped("(", item.editors.count == 1 ? ", ed.)" : ", eds)")
    let imprint = EntryText.joined(
      [EntryText(.publisher, item.publisher), EntryText(.publisherPlace, item.publisherPlace)], ", ")
    let imprintAndYear = EntryText.joined([imprint, EntryText(.issued, item.yearText)], ", ")?.wrapped("(", ")")
    guard item.isPart else { return imprintAndYear }
    let host = EntryText.joined([EntryText.joined([container, editors], " "), pages], ", ")?.wrapped("in ")
    return .joined([host, imprintAndYear], " ")
  }
}
