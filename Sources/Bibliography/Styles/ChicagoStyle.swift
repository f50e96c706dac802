import Literature

/// `Smith, Jane A., and Cara Doe. 2019. “Title.” Journal 12 (3): 45–49. https://doi.org/10.…`
enum ChicagoStyle {
  /// All authors up to ten, else the first seven and et al.
  private static let names = NameList(
    format: NameFormat(order: .firstFamilyFirst, given: .full, comma: ", "), maximum: 10, shown: 7, pair: ", and ",
    last: ", and ", others: ", et al.")
  private static let editorNames = NameList(
    format: NameFormat(order: .givenFirst, given: .full, comma: " "), maximum: 10, shown: 7, pair: " and ", last: ", and ",
    others: ", et al.")

  static func entry(_ item: BibliographicItem) -> EntryText? {
    let authors = names.text(item.authors, as: .author, truncated: item.authorsTruncated) ?? editors(item)
    let date = (EntryText(.issued, item.yearText) ?? EntryText(words: "n.d.")).stopped
    let title = EntryText(.title, item.title)?.stopped
    let shown = item.isPeriodical || item.isPart || item.isOnline || item.type == "thesis" ? title?.quoted : title
    let lead = authors == nil ? [shown, date] : [authors?.stopped, date, shown]
    return .joined(lead + [host(item), source(item), item.link?.stopped], " ")
  }

  private static func editors(_ item: BibliographicItem) -> EntryText? {
    guard !item.isPart else { return nil }
    return names.text(item.editors, as: .editor)?.wrapped("", item.editors.count == 1 ? ", ed." : ", eds.")
  }

  private static func host(_ item: BibliographicItem) -> EntryText? {
    guard item.isPart, let container = EntryText(.containerTitle, item.containerTitle) else { return nil }
    let editors = editorNames.text(item.editors, as: .editor)?.wrapped("edited by ")
    return EntryText.joined([container, editors, EntryText(.page, item.pagesWithDash)], ", ")?.wrapped("In ").stopped
  }

  private static func source(_ item: BibliographicItem) -> EntryText? {
    guard item.isPeriodical || item.type == "article" else {
      let kind = item.type == "thesis" ? EntryText(.genre, item.genre ?? "PhD diss.") : nil
      let publisher = EntryText(.publisher, item.publisher)
      let imprint =
        kind == nil ? EntryText.joined([EntryText(.publisherPlace, item.publisherPlace), publisher], ": ") : publisher
      let edition = EntryText(.edition, item.editionText())?.stopped
      return .joined([edition, EntryText.joined([kind, imprint], ", ")?.stopped], " ")
    }
    let volume = EntryText.joined(
      [
        EntryText(.containerTitle, item.containerTitle), EntryText(.volume, item.volume),
        EntryText(.issue, item.issue)?.wrapped("(", ")"),
      ],
      " ")
    return EntryText.joined([volume, EntryText(.page, item.pagesWithDash)], ": ")?.stopped
  }
}
