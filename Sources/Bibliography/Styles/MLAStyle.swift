import Literature

/// `Smith, Jane A., and Cara Doe. “Title.” Journal, vol. 12, no. 3, 2019, pp. 45–49, https://doi.org/10.….`
enum MLAStyle {
  /// Both of two authors, else the first and et al.
  private static let names = NameList(
    format: NameFormat(order: .firstFamilyFirst, given: .full, comma: ", "), maximum: 2, shown: 1, pair: ", and ",
    last: ", and ", others: ", et al.")
  private static let editorNames = NameList(
    format: NameFormat(order: .givenFirst, given: .full, comma: " "), maximum: 2, shown: 1, pair: " and ", last: ", and ",
    others: " et al.")

  static func entry(_ item: BibliographicItem) -> EntryText? {
    let authors = names.text(item.authors, as: .author, truncated: item.authorsTruncated) ?? editors(item)
    let title = EntryText(.title, item.title)?.stopped
    let isQuoted = item.isPeriodical || item.isPart || item.isOnline || item.type == "article"
    return .joined([authors?.stopped, isQuoted ? title?.quoted : title, source(item)?.stopped], " ")
  }

  private static func editors(_ item: BibliographicItem) -> EntryText? {
    guard !item.isPart else { return nil }
    return names.text(item.editors, as: .editor)?.wrapped("", item.editors.count == 1 ? ", editor" : ", editors")
  }

  private static func source(_ item: BibliographicItem) -> EntryText? {
    let pages = EntryText(.page, item.pagesWithDash)?.wrapped(item.page?.contains("-") == true ? "pp. " : "p. ")
    let editors = item.isPart ? editorNames.text(item.editors, as: .editor)?.wrapped("edited by ") : nil
    let numbers = [EntryText(.volume, item.volume)?.wrapped("vol. "), EntryText(.issue, item.issue)?.wrapped("no. ")]
    let head = [EntryText(.containerTitle, item.containerTitle), editors, EntryText(.edition, item.editionText())]
    let tail = [EntryText(.publisher, item.publisher), EntryText(.issued, item.yearText), pages, item.link]
    return .joined(head + numbers + tail, ", ")
  }
}
